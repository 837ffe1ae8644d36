import type { AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { keyOf } from './decide.js';

const TAKE = `
insert into act_key (case_number, actor, operation, key, mark) values ($1, $2, $3, $4, $5)
on conflict do nothing returning key`;
const TAKEN = `select mark from act_key where case_number = $1 and actor = $2 and operation = $3 and key = $4`;

interface Keyed {
  idempotencyKey?: string | null;
  pickupCode?: string | null;
}

/**
 * Whether an act that no workflow is told of is to be written: not where the caller's key stands for it already, which the
 * audit then says. Asked in the act's own transaction, so that whoever repeats it at the same moment waits. Without a key
 * everything is new.
 * @throws AppError IDEMPOTENCY_CONFLICT where the key was used for other content, IDEMPOTENCY_KEY_INVALID
 */
export async function isNew(manager: EntityManager, audited: AuditedOperation, caseNumber: string, given: Keyed): Promise<boolean> {
  if (!given.idempotencyKey) return true;
  // A pickup code opens the case; it says nothing of what is done.
  const { pickupCode: _code, ...said } = given;
  const [key, mark] = keyOf(said).split(/#(?=[0-9a-f]{16}$)/);
  const of = [caseNumber, audited.caller.subject ?? 'public', audited.operation, key];
  audited.idempotencyKey = key;
  const taken = await manager.query<unknown[]>(TAKE, [...of, mark]);
  if (taken.length > 0) return true;
  const [before] = await manager.query<{ mark: string }[]>(TAKEN, of);
  if (before?.mark !== mark) throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: given.idempotencyKey });
  audited.details = { ...audited.details, repeated: true };
  return false;
}
