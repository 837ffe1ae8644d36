import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { SIGNALS } from '@yiwang/contracts/case-flow';
import { lifecycleWorkflowId } from '@yiwang/contracts/engine';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { spreadNews } from './calendar-news.js';
import { Calendars } from './calendars.js';

const BATCH = 200;
const AT_ONCE = 20;
const REST_MS = 1_000;

const WAITING = `select 1 from calendar_news union all select 1 from calendar_signal limit 1`;
const DUE = `
select case_number as "caseNumber", version from calendar_signal where send_at <= now() order by send_at, case_number limit ${BATCH}`;
const PAIRS = `unnest($1::text[], $2::int[]) as d (case_number, version)
where s.case_number = d.case_number and s.version = d.version`;
const SENT = `delete from calendar_signal s using ${PAIRS}`;
const LATER = `
update calendar_signal s set attempts = attempts + 1, send_at = now() + make_interval(secs => least(300, 5 * (attempts + 1)))
from ${PAIRS}`;

interface Due {
  caseNumber: string;
  version: number;
}

/**
 * Tells the workflows of open cases that a calendar was loaded, so that they recompute their deadlines. Who is to be
 * told stands in tables, begun with the calendar: nobody is forgotten while the engine is away or a process ends. They are
 * looked at after a loading and when a process starts; several processes may tell the same thing.
 */
@Injectable()
export class CalendarSignals implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('CalendarSignals');
  private readonly stopping = new AbortController();
  private draining: Promise<void> | null = null;
  private isWoken = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly calendars: Calendars,
  ) {}

  onApplicationBootstrap(): void {
    if (this.dataSource.isInitialized) this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.draining;
  }

  /** After a calendar was loaded: spreads the news and sends what is due until nothing waits. */
  wake(): void {
    this.isWoken = true;
    this.draining ??= asSystem('calendar', () => this.drain());
  }

  private async drain(): Promise<void> {
    while (this.isWoken && !this.stopping.signal.aborted) {
      this.isWoken = false;
      while (!this.stopping.signal.aborted && (await this.isAnybodyWaiting())) {
        if ((await this.round()) === 0) await this.rest();
      }
    }
    this.draining = null;
  }

  private async isAnybodyWaiting(): Promise<boolean> {
    try {
      return (await this.dataSource.query<unknown[]>(WAITING)).length > 0;
    } catch (error) {
      this.logger.error(error);
      await this.rest();
      return true;
    }
  }

  /** What is due of both tables, up to a batch; returns how much that was. */
  private async round(): Promise<number> {
    const spread = await this.attempt(() => spreadNews(this.dataSource, this.calendars));
    return spread + (await this.attempt(() => this.sendDue()));
  }

  private async attempt(work: () => Promise<number>): Promise<number> {
    return work().catch((error: unknown) => {
      this.logger.error(error);
      return 0;
    });
  }

  private async sendDue(): Promise<number> {
    const due = await this.dataSource.query<Due[]>(DUE);
    const [told, failed]: [Due[], Due[]] = [[], []];
    for (let first = 0; first < due.length && !this.stopping.signal.aborted; first += AT_ONCE) {
      const some = due.slice(first, first + AT_ONCE);
      await Promise.all(some.map(async (one) => ((await this.tell(one)) ? told : failed).push(one)));
    }
    await this.settle(SENT, told);
    await this.settle(LATER, failed);
    return told.length;
  }

  private async settle(statement: string, those: readonly Due[]): Promise<void> {
    if (those.length === 0) return;
    await this.dataSource.query(statement, [those.map(({ caseNumber }) => caseNumber), those.map(({ version }) => version)]);
  }

  /** A workflow that has not begun will begin with the new calendar, and one that has ended needs none. */
  private async tell({ caseNumber, version }: Due): Promise<boolean> {
    try {
      await this.client.workflow.getHandle(lifecycleWorkflowId(caseNumber)).signal(SIGNALS.calendarLoaded, { version });
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return true;
      this.logger.warn(`${caseNumber} could not be told of a calendar yet: ${String(error)}`);
      return false;
    }
  }

  private rest(): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, REST_MS).unref();
      signal.addEventListener('abort', end);
    });
  }
}
