import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDateOf } from '@yiwang/domain/calendar';
import {
  countCase,
  encodeVerdicts,
  FIGURES_VERSION,
  monthOf,
  scopeKey,
  Tally,
  type CaseFacts,
  type CountedCase,
  type Month,
  type ScopeFigures,
} from '@yiwang/domain/figures';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource, type EntityManager } from 'typeorm';
import { AssessmentPolicies, type AssessmentPolicyRow } from '../policies/assessment-policies.js';
import { ADD_COUNTED, ADD_FIGURES, DATA_BEGINS, FACTS_OF_PERIOD, FORGET_UNFINISHED, OPEN_COUNT } from './figures.sql.js';

const AT_ONCE = 2_000;

export interface Counting {
  countyCode: string;
  month: Month;
  asOf: Date;
  cause: 'requested' | 'monthly';
  by: string | null;
}

export interface Counted {
  id: string;
  policy: AssessmentPolicyRow;
  scopes: ScopeFigures[];
  cases: number;
}

/** Counts a county's month from the facts that are held. A count is shown once it is whole. */
@Injectable()
export class FigureCounting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: AssessmentPolicies,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * What is to be counted, or why it cannot be.
   * @param asOf the instant up to which what happened counts; the latest up to which all was heard where it is left out.
   * @throws AppError INPUT_INVALID, TIME_INVALID, FIGURES_BEFORE_DATA
   */
  async prepare(countyCode: string, name: string, asOf: Date | null): Promise<{ month: Month; asOf: Date }> {
    const month = monthOf(name.trim());
    if (month === null) throw new AppError('INPUT_INVALID', { field: 'month', value: name, expected: '如 2026-11 / such as 2026-11' });
    const now = this.clock.now();
    const at = asOf ?? (await this.heardUntil()) ?? now;
    if (at.getTime() > now.getTime()) throw new AppError('TIME_INVALID', { field: 'asOf', expected: '不晚于现在 / not after now' });
    const begins = await this.dataBegins(countyCode);
    if (begins === null || at < begins) {
      const from = begins === null ? '—' : localDateOf(begins.getTime());
      throw new AppError('FIGURES_BEFORE_DATA', { field: 'asOf', value: localDateOf(at.getTime()), from });
    }
    if (Date.parse(month.until) <= begins.getTime()) {
      throw new AppError('FIGURES_BEFORE_DATA', { field: 'month', value: month.month, from: localDateOf(begins.getTime()) });
    }
    if (at.getTime() < Date.parse(month.from)) {
      throw new AppError('TIME_INVALID', { field: 'asOf', expected: `不早于 ${month.month}-01 / not before the month begins` });
    }
    return { month, asOf: at };
  }

  /** Until when everything that happened to cases was heard; null where that was never so. */
  async heardUntil(): Promise<Date | null> {
    const [feed] = await this.dataSource.query<{ heardUntil: Date | null }[]>(`select heard_until as "heardUntil" from fact_feed`);
    return feed?.heardUntil ?? null;
  }

  /** Since when there is anything to count. */
  async dataBegins(countyCode: string): Promise<Date | null> {
    const [row] = await asSystem('figures', () => this.dataSource.query<{ begins: Date | null }[]>(DATA_BEGINS, [countyCode]));
    return row?.begins ?? null;
  }

  /**
   * Counts, in pieces, so that no long transaction holds up the feeds; `finish` runs in the transaction that makes the
   * count visible.
   */
  count(counting: Counting, finish: (manager: EntityManager, counted: Counted) => Promise<void>): Promise<Counted> {
    return asSystem('figures', async () => {
      const { countyCode, month, asOf, cause, by } = counting;
      const policy = await this.policies.inForce(countyCode, new Date(month.from));
      const id = randomUUID();
      const opening = [id, countyCode, month.month, asOf, FIGURES_VERSION, policy.version, cause, by];
      await this.dataSource.transaction(async (manager) => {
        // One version after the other, and nothing left of counts whose process has ended.
        await manager.query(`select pg_advisory_xact_lock(hashtext('figure_count'), $1::int)`, [countyCode]);
        await manager.query(FORGET_UNFINISHED, [countyCode, month.month]);
        await manager.query(OPEN_COUNT, opening);
      });
      try {
        const { tally, cases } = await this.tally(id, counting);
        const counted = { id, policy, scopes: tally.all(), cases };
        await this.dataSource.transaction(async (manager) => {
          await manager.query(ADD_FIGURES, [id, countyCode, JSON.stringify(counted.scopes.flatMap(figureRows))]);
          await manager.query(`update figure_count set state = 'done', cases = $2 where id = $1`, [id, cases]);
          await finish(manager, counted);
        });
        return counted;
      } catch (error) {
        await this.dataSource.query(`delete from figure_count where id = $1`, [id]).catch(() => undefined);
        throw error;
      }
    });
  }

  private async tally(id: string, { countyCode, month, asOf }: Counting): Promise<{ tally: Tally; cases: number }> {
    const tally = new Tally();
    tally.of({ kind: 'county', code: countyCode });
    let [after, number, cases] = [new Date(0), '', 0];
    for (;;) {
      const page = await this.dataSource.query<{ facts: CaseFacts; receivedAt: Date; caseNumber: string }[]>(FACTS_OF_PERIOD, [
        ...[countyCode, month.from, month.until, after, number, AT_ONCE],
      ]);
      const counted = page.flatMap(({ facts }) => countCase(facts, asOf.toISOString()) ?? []);
      for (const one of counted) tally.add(one);
      cases += counted.length;
      if (counted.length > 0) await this.dataSource.query(ADD_COUNTED, [id, JSON.stringify(counted.flatMap(countedRows))]);
      const last = page.at(-1);
      if (!last || page.length < AT_ONCE) return { tally, cases };
      [after, number] = [last.receivedAt, last.caseNumber];
    }
  }
}

/** A row for everybody for whom the case counts. */
const countedRows = ({ caseNumber, areaCode, verdicts: all }: CountedCase): object[] =>
  all.map(({ scope, verdicts }) => ({
    scope: scopeKey(scope),
    case_number: caseNumber,
    area_code: areaCode,
    unit_code: scope.kind === 'unit' ? scope.code : null,
    verdicts: encodeVerdicts(verdicts),
  }));

const figureRows = ({ scope, cases, figures }: ScopeFigures): object[] =>
  Object.values(figures).map(({ measure, numerator, denominator, exclusions }) => ({
    ...scope,
    ...{ measure, numerator, denominator, exclusions, cases },
  }));
