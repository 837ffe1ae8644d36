import type { Logger } from '@yiwang/platform/logging';
import { asSystem } from '@yiwang/platform/row-scope';
import type { AttachmentRecords, ObjectStorage } from '@yiwang/platform/storage';
import type { DataSource } from 'typeorm';

const DAY_MS = 24 * 3_600_000;
const MONTHS_AHEAD = 3;
const GONE = `delete from case_presence where seen_at < now() - interval '1 hour'`;
/** Nobody repeats a call after so long. */
const FORGOTTEN_KEYS = `delete from act_key where at < now() - interval '90 days'`;
/** How long an upload may wait for the case that refers to it. */
const UNUSED_HOURS = 48;

/** What has to be seen to once a day, at every start too. Several workers may do it at once. */
export class Housekeeping {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly records: AttachmentRecords,
    private readonly storage: ObjectStorage,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const begin = (): void => {
      this.running = this.once().catch((error: unknown) => this.logger.error({ err: error }, 'housekeeping failed'));
    };
    begin();
    this.timer = setInterval(begin, DAY_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Makes the timeline's coming months, and removes uploads that no case took and who was on a case long ago. */
  async once(): Promise<void> {
    await this.dataSource.query('select ensure_timeline_months($1)', [MONTHS_AHEAD]);
    // The record goes first: a file without one is only wasted room, a record without its file a broken link.
    const removed = await asSystem('housekeeping', () => this.records.removeUnused(this.dataSource, UNUSED_HOURS));
    for (const key of removed) await this.storage.delete(key);
    await asSystem('housekeeping', () => this.dataSource.query(GONE));
    await asSystem('housekeeping', () => this.dataSource.query(FORGOTTEN_KEYS));
  }
}
