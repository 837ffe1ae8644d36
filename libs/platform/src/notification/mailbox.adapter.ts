import { identifier, type SqlExecutor } from '../audit/executor.js';
import { maskPhone } from '../personal-data/masks.js';
import type { Delivery, NotificationAdapter, OutgoingMessage } from './adapter.js';
import type { NotificationRecipient } from './notification.js';

/** Puts messages in a table that people can read: for development, and where no gateway is connected yet. */
export class MailboxAdapter implements NotificationAdapter {
  readonly channel = 'mailbox';

  constructor(
    private readonly manager: SqlExecutor,
    private readonly schema: string,
  ) {}

  async deliver({ id, type, to, caseNumber, title, body }: OutgoingMessage): Promise<Delivery> {
    await this.manager.query(
      `INSERT INTO ${identifier(this.schema)}.mailbox (message_id, type, recipient, case_number, title, body)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (message_id) DO NOTHING`,
      [id, type, JSON.stringify(shown(to)), caseNumber, title, body],
    );
    return { outcome: 'delivered' };
  }
}

/** Telephone numbers do not stand in the mailbox in plain. */
const shown = (to: NotificationRecipient): NotificationRecipient =>
  to.kind === 'phone' ? { kind: 'phone', phone: maskPhone(to.phone) } : to;
