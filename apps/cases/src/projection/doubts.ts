import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { ProjectionReport } from '@yiwang/contracts/projection';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { DoubtReason } from '../course/step-recorder.js';
import { checkProjection } from './check-projection.js';

interface Doubt {
  caseNumber: string;
  reason: DoubtReason;
  /** As text: a doubt that was noticed again meanwhile, be it a microsecond later, stays. */
  noticedAt: string;
  tries: number;
}

type Answer = Pick<ProjectionReport, 'unreadable' | 'differences' | 'mended'>;

/** What a look at a case in doubt came to; `unasked`: neither engine nor database could be asked. */
type Outcome = 'sound' | 'mended' | 'different' | 'unasked';

/**
 * So many cases a second at most: each costs the engine and its worker a few questions, and doubts come in numbers where
 * both are overloaded already.
 */
const A_ROUND = 4;
const REST_MS = 1_000;
/** Steps wait behind whoever mends, and the engine waits 10 s for a workflow task. */
const PATIENCE_MS = 1_000;
/** For what has no limit of its own. */
const ASK_LIMIT_MS = 30_000;
const LONGEST_SILENCE_MS = 60_000;

/** The next look comes later each time, up to five minutes, whatever becomes of this one: after a crash too. */
const TAKE = `
with due as materialized (
  select case_number from case_doubt where next_try_at <= now() order by next_try_at limit 1 for update skip locked)
update case_doubt d set tries = tries + 1,
  next_try_at = now() + least(interval '15 seconds' * power(2, least(tries, 5)), interval '5 minutes')
from due where d.case_number = due.case_number
returning d.case_number as "caseNumber", d.reason, d.noticed_at::text as "noticedAt", d.tries`;
const SETTLE = 'delete from case_doubt where case_number = $1 and noticed_at::text = $2';

/**
 * Looks at cases in doubt: whose steps were written, lost by the engine, and met by others that took their places. What
 * differs is set to what the workflows say, as `projection rebuild` does it and with the same audit entry. Only a look
 * that finds nothing ends a doubt, so that what was mended is looked at once more. Workers may do it side by side.
 */
export class Doubts {
  private readonly ending = new AbortController();
  private asking: AbortController | undefined;
  private silentFor = 0;
  private readonly loop = new BackgroundLoop(() => this.round(), {
    restMs: REST_MS,
    onFailure: (error) => this.logger.warn({ err: error }, 'cases in doubt could not be looked for'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.loop.start();
  }

  /** Gives up questions that are under way; a case that is being mended is mended to the end. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.asking?.abort();
    await this.loop.stop();
  }

  /** @returns always nothing to do at once: there is a rest between rounds. */
  private async round(): Promise<number> {
    for (let n = 0; n < A_ROUND && !this.ending.signal.aborted; n += 1) {
      const outcome = await this.lookOnce();
      if (outcome === 'unasked') {
        await this.beSilent();
        return 0;
      }
      if (outcome !== null) this.silentFor = 0;
      else break;
    }
    return 0;
  }

  /** Looks at the doubt that has waited longest. @returns what it came to, or null where none is due. */
  lookOnce(): Promise<Outcome | null> {
    return asSystem('mending', async () => {
      // TypeORM answers an UPDATE with its rows and their count.
      const [[doubt]] = await this.dataSource.query<[Doubt[], number]>(TAKE);
      if (!doubt) return null;
      const report = await this.ask(doubt.caseNumber).catch((error: unknown) => unasked(doubt.caseNumber, error));
      const outcome = outcomeOf(report);
      if (outcome === 'sound') await this.dataSource.query(SETTLE, [doubt.caseNumber, doubt.noticedAt]);
      this.say(doubt, outcome, report);
      return outcome;
    });
  }

  private ask(caseNumber: string): Promise<Answer> {
    const { dataSource, client } = this;
    // Each of many calls listens to it, and calls that have ended are not forgotten: so one for each look.
    const asking = new AbortController();
    setMaxListeners(0, asking.signal);
    this.asking = asking;
    if (this.ending.signal.aborted) asking.abort();
    return client.withAbortSignal(asking.signal, () =>
      client.withDeadline(Date.now() + ASK_LIMIT_MS, () =>
        checkProjection({ dataSource, client, cases: [caseNumber], rebuild: true, parallel: 1, patienceMs: PATIENCE_MS }),
      ),
    );
  }

  private say({ caseNumber, reason, tries }: Doubt, outcome: Outcome, report: Answer): void {
    const about = { caseNumber, reason, tries };
    if (outcome === 'mended') {
      const fields = [...new Set(report.mended.map(({ field }) => field))].slice(0, 20);
      this.logger.info({ ...about, fields }, 'a case in doubt was set to what its workflows say');
    } else if (outcome === 'sound') this.logger.debug(about, 'a case in doubt stands as its workflows say');
    else if (!this.ending.signal.aborted) {
      const [unreadable] = report.unreadable;
      const why = unreadable?.reason ?? 'it still differs from what its workflows say';
      this.logger.warn({ ...about, why }, 'a case in doubt could not be mended; it will be tried again');
    }
  }

  private async beSilent(): Promise<void> {
    this.silentFor = Math.min(Math.max(2 * this.silentFor, 5_000), LONGEST_SILENCE_MS);
    await pause(this.silentFor, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
  }
}

const unasked = (caseNumber: string, error: unknown): Answer => ({
  mended: [],
  differences: [],
  unreadable: [{ caseNumber, reason: error instanceof Error ? error.message : String(error) }],
});

function outcomeOf({ unreadable, mended, differences }: Answer): Outcome {
  if (unreadable.length > 0) return 'unasked';
  if (differences.length > 0) return 'different';
  return mended.length > 0 ? 'mended' : 'sound';
}
