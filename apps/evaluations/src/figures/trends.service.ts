import { Injectable } from '@nestjs/common';
import { changeText, monthOf, monthsLater } from '@yiwang/domain/figures';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import { FigureCounting } from './counting.js';
import type { Trend, TrendsBy } from './trends.types.js';

const COLUMN: Record<TrendsBy, string> = { kind: 'kind', category: `coalesce(category_code, '')` };

interface Counts {
  key: string;
  now: number;
  before: number;
  lastYear: number;
}

const COUNTS = (column: string): string => `
select ${column} as key, count(*) filter (where received_at >= $2 and received_at < $3)::int as now,
  count(*) filter (where received_at >= $4 and received_at < $2)::int as before,
  count(*) filter (where received_at >= $5 and received_at < $6)::int as "lastYear"
from case_fact where county_code = $1 and ((received_at >= $4 and received_at < $3) or (received_at >= $5 and received_at < $6))
group by 1 order by 2 desc, 1`;

/** What a county is asked for, by kind and category, against the month before and the same month of last year. */
@Injectable()
export class TrendsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standing: AssessmentStanding,
    private readonly counting: FigureCounting,
  ) {}

  /** Numbers of months before the data begins are null, not 0. @throws AppError INPUT_INVALID, AREA_OUTSIDE_JURISDICTION */
  async trends(countyCode: string, name: string, by: TrendsBy, caller: Caller): Promise<Trend[]> {
    const county = countyCodeOf(countyCode);
    await this.standing.readsCounty(county, caller);
    const month = monthOf(name);
    if (month === null) throw new AppError('INPUT_INVALID', { field: 'month', value: name, expected: '如 2026-11 / such as 2026-11' });
    const before = monthOf(monthsLater(name, -1))!;
    const lastYear = monthOf(monthsLater(name, -12))!;
    const begins = await this.counting.dataBegins(county);
    const isKnown = (until: string): boolean => begins !== null && begins < new Date(until);
    const periods = [month.from, month.until, before.from, lastYear.from, lastYear.until];
    const rows = await asSystem('figures', () => this.dataSource.query<Counts[]>(COUNTS(COLUMN[by]), [county, ...periods]));
    return rows.map(({ key, now, before: earlier, lastYear: yearAgo }) => ({
      key,
      cases: now,
      monthBefore: isKnown(before.until) ? earlier : null,
      lastYear: isKnown(lastYear.until) ? yearAgo : null,
      monthOnMonth: isKnown(before.until) ? changeText(now, earlier) : '—',
      yearOnYear: isKnown(lastYear.until) ? changeText(now, yearAgo) : '—',
    }));
  }
}
