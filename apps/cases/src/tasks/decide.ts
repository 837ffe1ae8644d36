import { createHash, randomUUID } from 'node:crypto';
import type { Actor, UpdateInputs, UpdateName } from '@yiwang/contracts/case-flow';
import { decisionStepId, updateIdOf } from '@yiwang/contracts/engine';
import { canonicalForm, checkIdempotencyKey } from '@yiwang/domain/intake';
import type { Caller, Position } from '@yiwang/platform/auth';
import { orThrow } from '@yiwang/platform/errors';

/** Who decides with which key: what every Update begins with. */
export interface Deciding {
  actor: Actor;
  idempotencyKey: string;
}

/** What an Update says beyond that. */
export type Content<N extends UpdateName> = Omit<UpdateInputs[N], keyof Deciding | 'taskId'>;

interface Keyed {
  idempotencyKey?: string | null;
}

/** A person in one of their positions, as workflows judge them. */
export const actorIn = (position: Position, caller: Caller): Actor => ({
  kind: 'person',
  subject: caller.subject ?? undefined,
  positionId: position.id,
  role: position.role,
  areaCode: position.areaCode,
  ...(position.unitCode === null ? {} : { unitCode: position.unitCode }),
  ...(position.actingForId ? { actingForId: position.actingForId } : {}),
});

/** The key as given, and a mark of what is said with it: the same key with another mark is a conflict (see DecidedBefore). */
export function keyOf({ idempotencyKey: given, ...content }: Keyed & { version?: number }, usual: string = randomUUID()): string {
  const key = given ? orThrow(checkIdempotencyKey(given)).idempotencyKey : usual;
  const { version: _version, ...said } = content;
  const mark = createHash('sha256').update(canonicalForm(said)).digest('hex').slice(0, 16);
  return `${key}#${mark}`;
}

/** How the id of a decision's step ends, whichever workflow of the case took it. */
export const stepEndOf = (name: UpdateName, { actor, idempotencyKey }: Deciding): string =>
  decisionStepId('', name, updateIdOf(name, actor, idempotencyKey));
