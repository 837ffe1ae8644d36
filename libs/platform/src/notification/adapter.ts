import type { Language } from '@yiwang/contracts/errors';
import type { NotificationRecipient } from './notification.js';
import type { NoticeData, NoticeType } from './templates.js';

/** A notice in words, ready to leave. */
export interface OutgoingMessage {
  /** Stays the same over all attempts. */
  id: string;
  type: NoticeType;
  to: NotificationRecipient;
  caseNumber: string | null;
  language: Language;
  title: string;
  body: string;
  data: NoticeData;
  createdAt: Date;
}

/** `refused` is for good; `failed` is tried again. */
export type Delivery =
  | { outcome: 'delivered'; status?: number }
  | { outcome: 'refused'; status?: number; error: string }
  | { outcome: 'failed'; status?: number; error: string; retryAfterSeconds?: number };

/** One way out: the mailbox, an HTTP gateway, later SMS and WeChat. May be called again with the same message. */
export interface NotificationAdapter {
  readonly channel: string;
  deliver(message: OutgoingMessage): Promise<Delivery>;
}
