import { Injectable } from '@nestjs/common';
import { startOfDay } from '@yiwang/domain/calendar';
import {
  EXCLUSIONS,
  letterOf,
  MEASURES,
  rank,
  verdictOfLetter,
  type Figure,
  type Measure,
  type Ranked,
  type RankedBy,
  type Scope,
  type ScopeFigures,
  type ScopeKind,
  type Verdict,
} from '@yiwang/domain/figures';
import { recordAudit } from '@yiwang/platform/audit';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { pageSize, readCursor, uuidOr } from '../access/page.js';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import { AssessmentPolicies } from '../policies/assessment-policies.js';
import { FigureCounting } from './counting.js';
import { CASES_BEHIND, COUNT_COLUMNS } from './figures.sql.js';

export interface CountRow {
  id: string;
  countyCode: string;
  month: string;
  asOf: Date;
  version: number;
  rules: number;
  policyVersion: number;
  cause: 'requested' | 'monthly';
  cases: number;
  heardUntil: Date | null;
  countedAt: Date;
}

interface FigureRow extends Scope {
  measure: Measure;
  numerator: number;
  denominator: number;
  exclusions: Figure['exclusions'];
  cases: number;
}

const FIGURE_COLUMNS = `scope_kind as kind, scope_code as code, measure, numerator, denominator, exclusions, cases`;
/** Who may have figures counted. */
const COUNTERS = ['countyCentre', 'cityCentre', 'leader', 'supervisor', 'administrator'] as const;
export const PARTS: Record<'numerator' | 'denominator' | 'missed' | 'excluded', readonly Verdict[]> = {
  numerator: ['yes'],
  denominator: ['yes', 'no'],
  missed: ['no'],
  excluded: EXCLUSIONS,
};

@Injectable()
export class FiguresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: AssessmentStanding,
    private readonly counting: FigureCounting,
    private readonly policies: AssessmentPolicies,
  ) {}

  /** @throws AppError FIGURES_BEFORE_DATA, TIME_INVALID, AREA_OUTSIDE_JURISDICTION */
  recount(given: { countyCode: string; month: string; asOf?: Date | null }, caller: Caller): Promise<CountRow> {
    const operation: AuditedOperation = { operation: 'recountFigures', caller, target: null };
    return this.unitOfWork.attempt(operation, async () => {
      const countyCode = countyCodeOf(given.countyCode);
      operation.target = { type: 'figures', id: `${countyCode}/${given.month.slice(0, 7)}`, countyCode };
      const position = await this.standing.actsFor(countyCode, COUNTERS, caller);
      operation.positions = [position.id];
      const { month, asOf } = await this.counting.prepare(countyCode, given.month, given.asOf ?? null);
      operation.details = { asOf: asOf.toISOString() };
      const counting = { countyCode, month, asOf, cause: 'requested' as const, by: caller.subject };
      const { id } = await this.counting.count(counting, async (manager, { id: countId, cases }) => {
        operation.details = { asOf: asOf.toISOString(), countId, cases };
        await recordAudit(manager, operation);
      });
      return this.one(id);
    });
  }

  /** @throws AppError NOT_FOUND also for a count of a county that the caller does not work in */
  async one(id: string): Promise<CountRow> {
    const [found] = await this.dataSource.query<CountRow[]>(
      `select ${COUNT_COLUMNS} from figure_count where id = $1 and state = 'done'`,
      [uuidOr(id)],
    );
    if (!found) throw new AppError('NOT_FOUND', { field: 'countId', value: id });
    return found;
  }

  /** The latest count of a month, or as of an instant at most; null where nobody has counted it. */
  async latest(countyCode: string, month: string, asOf: Date | null, caller: Caller): Promise<CountRow | null> {
    const county = countyCodeOf(countyCode);
    await this.standing.readsCounty(county, caller);
    const [found] = await this.dataSource.query<CountRow[]>(
      `select ${COUNT_COLUMNS} from figure_count where county_code = $1 and month = $2 and state = 'done'
         and ($3::timestamptz is null or as_of <= $3) order by as_of desc, version desc limit 1`,
      [county, month, asOf],
    );
    return found ?? null;
  }

  /** Every count of a county, the newest month and version first. */
  async counts(countyCode: string, after: string | null, first: number, caller: Caller): Promise<CountRow[]> {
    const county = countyCodeOf(countyCode);
    await this.standing.readsCounty(county, caller);
    const [month = '9999-99', version = '0'] = readCursor(after, /^(\d{4}-\d\d):(\d{1,9})$/) ?? [];
    return this.dataSource.query<CountRow[]>(
      `select ${COUNT_COLUMNS} from figure_count where county_code = $1 and state = 'done' and (month, version) < ($2, $3::int)
       order by month desc, version desc limit $4`,
      [county, month, version, pageSize(first)],
    );
  }

  async figures(countId: string, scope: Scope): Promise<ScopeFigures> {
    const rows = await this.rows(countId, 'and scope_kind = $2 and scope_code = $3', [scope.kind, scope.code]);
    return grouped(rows)[0] ?? { scope, cases: 0, figures: {} as ScopeFigures['figures'] };
  }

  async ranking(count: CountRow, kind: ScopeKind, by: RankedBy): Promise<Ranked[]> {
    const rows = await this.rows(count.id, 'and scope_kind = $2', [kind]);
    const policy = await this.policies.inForce(count.countyCode, new Date(startOfDay(`${count.month}-01`)));
    return rank(grouped(rows), by, policy.weights);
  }

  /** Only those that the caller may read, by number. @throws AppError CURSOR_INVALID */
  async casesBehind(
    asked: { countId: string; scope: Scope; measure: Measure; verdicts: readonly Verdict[] },
    after: string | null,
    first: number,
  ): Promise<{ caseNumber: string; verdict: Verdict }[]> {
    const { id } = await this.one(asked.countId);
    const [number = ''] = readCursor(after, /^(\d{6}-\d{8}-\d{6,9})$/) ?? [];
    const scope = `${asked.scope.kind}:${asked.scope.code}`;
    const place = MEASURES.indexOf(asked.measure) + 1;
    const rows = await this.dataSource.query<{ caseNumber: string; letter: string }[]>(CASES_BEHIND, [
      ...[id, scope, place, asked.verdicts.map(letterOf), number, pageSize(first)],
    ]);
    return rows.map(({ caseNumber, letter }) => ({ caseNumber, verdict: verdictOfLetter(letter) }));
  }

  private rows(countId: string, which: string, values: unknown[]): Promise<FigureRow[]> {
    return this.dataSource.query(`select ${FIGURE_COLUMNS} from figure where count_id = $1 ${which}`, [countId, ...values]);
  }
}

function grouped(rows: readonly FigureRow[]): ScopeFigures[] {
  const scopes = new Map<string, ScopeFigures>();
  for (const { kind, code, cases, ...figure } of rows) {
    const known = scopes.get(`${kind}:${code}`) ?? { scope: { kind, code }, cases, figures: {} as ScopeFigures['figures'] };
    known.figures[figure.measure] = figure;
    scopes.set(`${kind}:${code}`, known);
  }
  return [...scopes.values()];
}
