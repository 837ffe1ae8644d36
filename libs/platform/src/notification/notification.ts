import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Language } from '@yiwang/contracts/errors';
import { identifier, type SqlExecutor } from '../audit/executor.js';
import type { NoticeData, NoticeType } from './templates.js';

/** Who is told, as a reference: addresses are looked up where the message leaves, never kept with the notice. */
export type NotificationRecipient =
  | { kind: 'reporter' }
  | { kind: 'person'; subject: string }
  /** For codes alone, which are sent at once and never put in the outbox. */
  | { kind: 'phone'; phone: string }
  | { kind: 'position'; roles: PositionRole[]; areaCode: string; unitCode?: string; subjects?: string[]; exceptSubject?: string };

export interface NewNotification {
  /** The same key is sent once, such as the step's id with the notice's place in it. */
  dedupeKey: string;
  type: NoticeType;
  to: NotificationRecipient;
  caseNumber?: string;
  data?: NoticeData;
  language?: Language;
}

/** Puts a notice in the outbox within the caller's transaction; false if its key is there already. */
export async function enqueue(manager: SqlExecutor, schema: string, notification: NewNotification): Promise<boolean> {
  const { dedupeKey, type, to, caseNumber, data = {}, language = 'zh' } = notification;
  const rows = await manager.query<unknown[]>(
    `INSERT INTO ${identifier(schema)}.notification (dedupe_key, type, recipient, case_number, data, language)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
    [dedupeKey, type, JSON.stringify(to), caseNumber ?? null, JSON.stringify(data), language],
  );
  return rows.length > 0;
}
