import type { Language } from '@yiwang/contracts/errors';
import { identifier, type TransactionRunner } from '../audit/executor.js';
import { BackgroundLoop } from '../loop/index.js';
import { asSystem } from '../row-scope/row-scope.js';
import type { Delivery, NotificationAdapter, OutgoingMessage } from './adapter.js';
import type { NotificationRecipient } from './notification.js';
import { TEMPLATES, compose, type NoticeData, type NoticeType } from './templates.js';

export interface SenderLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface NotificationSenderOptions {
  schema: string;
  adapter: NotificationAdapter;
  log?: SenderLog;
  /** What is said beyond the data that was kept: known only to whoever sends, such as a link with a secret in it. */
  addTo?: (type: NoticeType, data: NoticeData) => NoticeData;
  /** Sent side by side. */
  batchSize?: number;
  /** Then a notice is dead, and only a person can revive it. */
  maxAttempts?: number;
  firstPauseSeconds?: number;
  /** How long a sender may take for a batch before another one takes it over: longer than any adapter's timeout. */
  leaseSeconds?: number;
}

interface Claimed {
  id: string;
  dedupeKey: string;
  type: NoticeType;
  to: NotificationRecipient;
  language: Language;
  caseNumber: string | null;
  data: NoticeData;
  attempts: number;
  createdAt: Date;
}

const LONGEST_PAUSE_SECONDS = 3_600;

/**
 * Empties the outbox. A batch is claimed in one short transaction (SKIP LOCKED, with a lease), sent outside any, and each
 * result recorded in another: several senders share the work, and one that dies leaves its batch to the next. A message
 * may so arrive twice, always with the same id.
 */
export class NotificationSender {
  private loop: BackgroundLoop | undefined;

  constructor(
    private readonly runner: TransactionRunner,
    private readonly options: NotificationSenderOptions,
  ) {}

  start({ intervalMs = 1_000 }: { intervalMs?: number } = {}): void {
    this.loop ??= new BackgroundLoop(() => this.sendOnce(), {
      restMs: intervalMs,
      onFailure: (error) => this.options.log?.error({ err: error }, 'the outbox of notices could not be read'),
    });
    this.loop.start();
  }

  /** Lets the batch that is on its way end. */
  async stop(): Promise<void> {
    await this.loop?.stop();
  }

  /** Sends one batch of what is due; answers how many were tried. */
  async sendOnce(): Promise<number> {
    return asSystem('sender', async () => {
      const claimed = await this.claim();
      await Promise.all(claimed.map((notification) => this.send(notification)));
      return claimed.length;
    });
  }

  private async claim(): Promise<Claimed[]> {
    const { batchSize = 20, leaseSeconds = 60 } = this.options;
    const table = `${identifier(this.options.schema)}.notification`;
    return this.runner.transaction(async (manager) => {
      // Those whose senders died with every attempt: they never come back to say so themselves.
      await manager.query(
        `UPDATE ${table} SET state = 'dead', settled_at = now()
          WHERE state = 'waiting' AND next_attempt_at <= now() AND attempts >= $1`,
        [this.maxAttempts],
      );
      return manager.query<Claimed[]>(
        `WITH due AS (
           SELECT id FROM ${table} WHERE state = 'waiting' AND next_attempt_at <= now()
            ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED),
         claimed AS (
           UPDATE ${table} n SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
             FROM due WHERE n.id = due.id RETURNING n.*)
         SELECT id::text AS "id", dedupe_key AS "dedupeKey", type, recipient AS "to", language, case_number AS "caseNumber",
                data, attempts, created_at AS "createdAt" FROM claimed ORDER BY id`,
        [batchSize, leaseSeconds],
      );
    });
  }

  private async send(notification: Claimed): Promise<void> {
    const begun = Date.now();
    const delivery = await this.tryToDeliver(notification);
    try {
      await this.record(notification, delivery, Date.now() - begun);
    } catch (error) {
      // The lease ends and it is sent again, with the same id.
      this.options.log?.error({ err: error, id: notification.id }, 'the delivery of a notice could not be recorded');
    }
  }

  private async tryToDeliver(notification: Claimed): Promise<Delivery> {
    const { dedupeKey, type, to, language, caseNumber, createdAt } = notification;
    if (!Object.hasOwn(TEMPLATES, type)) return { outcome: 'refused', error: `there are no words for ${type}` };
    const kept: NoticeData = { ...(caseNumber === null ? {} : { caseNumber }), ...notification.data };
    const data = { ...kept, ...this.options.addTo?.(type, kept) };
    const words = compose(type, data, language);
    const message: OutgoingMessage = { id: dedupeKey, type, to, caseNumber, language, ...words, data, createdAt };
    try {
      return await this.options.adapter.deliver(message);
    } catch (error) {
      return { outcome: 'failed', error: (error as Error).message };
    }
  }

  private async record({ id, attempts }: Claimed, delivery: Delivery, durationMs: number): Promise<void> {
    const { schema, adapter, log } = this.options;
    const s = identifier(schema);
    const error = 'error' in delivery ? delivery.error.slice(0, 500) : null;
    const isDead = delivery.outcome === 'failed' && attempts >= this.maxAttempts;
    const state = isDead ? 'dead' : delivery.outcome === 'failed' ? 'waiting' : delivery.outcome;
    await this.runner.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO ${s}.notification_delivery (notification_id, attempt, channel, outcome, status, error, duration_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (notification_id, attempt) DO UPDATE SET channel = excluded.channel, outcome = excluded.outcome,
           status = excluded.status, error = excluded.error, duration_ms = excluded.duration_ms, at = now()`,
        [id, attempts, adapter.channel, delivery.outcome, delivery.status ?? null, error, durationMs],
      );
      // Only if nobody took it over meanwhile; a success always counts.
      await manager.query(
        `UPDATE ${s}.notification
            SET state = $3, settled_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE now() END,
                next_attempt_at = now() + make_interval(secs => $4)
          WHERE id = $1 AND state = 'waiting' AND (attempts = $2 OR $3 = 'delivered')`,
        [id, attempts, state, this.pauseSeconds(attempts, delivery)],
      );
    });
    if (state === 'dead' || state === 'refused') log?.warn({ id, state, error }, 'a notice will not be delivered');
  }

  /** Doubles from attempt to attempt up to an hour, spread by a fifth so that a gateway that returns is not overrun. */
  private pauseSeconds(attempt: number, delivery: Delivery): number {
    const asked = delivery.outcome === 'failed' ? (delivery.retryAfterSeconds ?? 0) : 0;
    const doubled = (this.options.firstPauseSeconds ?? 5) * 2 ** (attempt - 1);
    const spread = 0.9 + Math.random() * 0.2;
    return Math.min(Math.max(doubled * spread, asked), LONGEST_PAUSE_SECONDS);
  }

  private get maxAttempts(): number {
    return this.options.maxAttempts ?? 12;
  }
}
