import { refuse, type Refusal } from '@yiwang/contracts/errors';
import type { Caller } from '@yiwang/platform/auth';
import type { AttachmentRecords } from '@yiwang/platform/storage';
import type { EntityManager } from 'typeorm';
import type { Preparation, PreparedCase } from '../intake/case-preparation.js';
import type { Written } from '../intake/case-writer.js';

/** So many attachments one report, addition or answer may have. */
export const MAX_ATTACHMENTS = 20;

export function checkAttachmentCount(ids: readonly string[] | null | undefined): { ok: true } | Refusal {
  if ((ids?.length ?? 0) <= MAX_ATTACHMENTS) return { ok: true };
  return refuse('INPUT_INVALID', {
    field: 'attachmentIds',
    expected: `最多 ${MAX_ATTACHMENTS} 个附件 / ${MAX_ATTACHMENTS} attachments at most`,
  });
}

/** An attachment goes to one case: the second of a batch that names it is refused, and no other suffers by it. */
export function refuseShared<P extends Preparation>(preparations: readonly P[]): (P | Refusal)[] {
  const keyOf = new Map<string, string>();
  return preparations.map((preparation) => {
    if (!preparation.ok) return preparation;
    const { attachmentIds, idempotencyKey } = preparation.prepared.input;
    const shared = attachmentIds?.find((id) => (keyOf.get(id) ?? idempotencyKey) !== idempotencyKey);
    if (shared !== undefined) return refuse('ATTACHMENT_UNKNOWN', { field: 'attachmentIds', value: shared });
    for (const id of attachmentIds ?? []) keyOf.set(id, idempotencyKey);
    return preparation;
  });
}

/** Gives freshly written cases what was uploaded for them. */
export async function attachAll(
  records: AttachmentRecords,
  manager: EntityManager,
  written: readonly Written[],
  prepared: readonly PreparedCase[],
  caller: Caller,
): Promise<void> {
  for (const [index, result] of written.entries()) {
    const ids = prepared[index]?.input.attachmentIds ?? [];
    if (!result.ok || result.replayed || ids.length === 0) continue;
    await records.attach(manager, ids, { caseNumber: result.case.number, uploadedBy: caller.subject });
  }
}
