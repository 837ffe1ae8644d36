import { createHash, randomUUID } from 'node:crypto';
import { UPDATES, type Actor, type UpdateInputs, type UpdateName } from '@yiwang/contracts/case-flow';
import { decisionStepId, lifecycleWorkflowId, updateIdOf } from '@yiwang/contracts/engine';
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
});

/** The same key with other content is another decision, and meets whatever the first one led to. */
export function keyOf({ idempotencyKey: given, ...content }: Keyed & { version?: number }, usual: string = randomUUID()): string {
  const key = given ? orThrow(checkIdempotencyKey(given)).idempotencyKey : usual;
  const { version: _version, ...said } = content;
  const mark = createHash('sha256').update(canonicalForm(said)).digest('hex').slice(0, 16);
  return `${key}#${mark}`;
}

/** The step of a decision, if it was taken: on a lifecycle or a known path its id, otherwise how every id of it ends. */
export function stepOf(name: UpdateName, deciding: Deciding, where: { caseNumber: string; workflowId?: string }): string {
  const updateId = updateIdOf(name, deciding.actor, deciding.idempotencyKey);
  const workflowId = UPDATES[name] === 'lifecycle' ? lifecycleWorkflowId(where.caseNumber) : (where.workflowId ?? '');
  return decisionStepId(workflowId, name, updateId);
}
