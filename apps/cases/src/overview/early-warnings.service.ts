import { Injectable } from '@nestjs/common';
import type { Path, TaskKind } from '@yiwang/contracts/case-flow';
import { localDateOf } from '@yiwang/domain/calendar';
import {
  driftWarning,
  explainWarning,
  gravityOf,
  paceWarning,
  pingPongWarning,
  silenceWarning,
  WARNING_KINDS,
  type EarlyWarning as Reckoned,
  type WarningKind,
} from '@yiwang/domain/early-warning';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import type { CaseCount } from './case-selection.js';
import { driftSql, paceSql, pingPongSql, silenceSql, type DriftRow, type PaceRow, type PingPongRow, type SilenceRow } from './early-warnings.sql.js';
import { binding, LookedAtAreas, type Bind, type LookedAt } from './looked-at.js';
import type { EarlyWarning, WarningCount } from './overview.types.js';
import { PatrolsMade } from './patrols-made.js';
import { USUAL_DAYS, UsualCourses } from './usual-courses.js';

const DAY_MS = 86_400_000;
const PACE_DAYS = 14;
const USUAL_WEEKS = 8;
const LAST_WEEKS = 2;
/** Of each kind, the gravest. */
const MOST = 500;
export const MAX_PAGE = 100;

/** A warning without its case, which is looked up for those of a page alone. */
type Found = Omit<EarlyWarning, 'case'> & { number: string | null; gravity: number };
interface Page {
  items: Found[];
  counts: WarningCount[];
  cursor: string | null;
}

/** What will go wrong, reckoned anew at each question from the tables as they are: one statement a kind. */
@Injectable()
export class EarlyWarningsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly areas: LookedAtAreas,
    private readonly usual: UsualCourses,
    private readonly patrols: PatrolsMade,
    private readonly time: BusinessTime,
  ) {}

  /** By kind, the gravest first. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, CURSOR_INVALID */
  async page(given: string, kinds: readonly WarningKind[] | null, after: string | null, first: number, caller: Caller): Promise<Page> {
    const area = await this.areas.in(given, caller);
    const place = after === null ? null : placeOf(after);
    const asked = WARNING_KINDS.filter((kind) => !kinds?.length || kinds.includes(kind));
    const of: Record<WarningKind, () => Promise<Found[]>> = {
      pace: () => this.pace(area),
      drift: () => this.drift(area),
      pingPong: () => this.pingPong(area),
      silence: () => this.silence(area, caller),
    };
    const found = await Promise.all(asked.map((kind) => of[kind]()));
    const ordered = found.flatMap((some) => some.toSorted(byGravity).slice(0, MOST));
    const rest = place === null ? ordered : ordered.filter((one) => isAfter(one, place));
    const size = pageSize(first, MAX_PAGE);
    const items = rest.slice(0, size);
    const last = rest.length > size ? items.at(-1) : undefined;
    return { items, counts: asked.map((kind, n) => ({ kind, count: Math.min(MOST, found[n]?.length ?? 0) })), cursor: last ? cursorOf(last) : null };
  }

  private async ask<Row>(sql: (bind: Bind) => string): Promise<Row[]> {
    const { bound, bind } = binding();
    const text = sql(bind);
    return this.dataSource.query<Row[]>(text, bound);
  }

  private before(days: number): Date {
    return new Date(this.time.now().getTime() - days * DAY_MS);
  }

  private async pace(area: LookedAt): Promise<Found[]> {
    const rows = await this.ask<PaceRow>((bind) => paceSql(area, bind, { now: this.time.now(), since: this.before(PACE_DAYS) }));
    return rows.flatMap(({ tier, unitCode, place, due, finished }) => {
      const late = due.filter(({ days }) => days < 0).reduce((sum, { cases }) => sum + cases, 0);
      const warning = paceWarning({ late, dueIn: due.filter(({ days }) => days >= 0), finished, days: PACE_DAYS });
      if (warning === null) return [];
      const where = { areaCode: place ?? area.areaCode, running: true, tier, ...(unitCode === null ? {} : { unitCode }) };
      return [told(`${tier}:${unitCode ?? place}`, warning, { areaCode: place, unitCode, cases: { count: warning.open, where } })];
    });
  }

  private async drift(area: LookedAt): Promise<Found[]> {
    const usual = await this.usual.of(area.counties);
    if (usual.length === 0) return [];
    const rows = await this.ask<DriftRow>((bind) => driftSql(area, bind, { now: this.time.now(), usual, most: MOST }));
    return rows.flatMap(({ number, work, path, ageMs, p90Ms, sample }) => {
      const warning = driftWarning({ work: work as TaskKind, path: path as Path | null, ageMs, usual: { p90Ms, sample, days: USUAL_DAYS } });
      return warning === null ? [] : [told(number, warning, { number })];
    });
  }

  private async pingPong(area: LookedAt): Promise<Found[]> {
    const rows = await this.ask<PingPongRow>((bind) => pingPongSql(area, bind, { since: this.before(USUAL_DAYS), most: MOST }));
    return rows.flatMap(({ number, returns }) => {
      const warning = pingPongWarning(returns);
      const units = new Set(warning?.returns.flatMap(({ from, to }) => [from, to]).filter((unit) => unit !== null));
      return warning === null ? [] : [told(number, warning, { number, between: [...units] })];
    });
  }

  private async silence(area: LookedAt, caller: Caller): Promise<Found[]> {
    const [from, last] = [this.before(7 * (USUAL_WEEKS + LAST_WEEKS)), this.before(7 * LAST_WEEKS)];
    const rows = await this.ask<SilenceRow>((bind) => silenceSql(area, bind, { from, last }));
    const facts = (row: SilenceRow, patrols: number | null) => ({ usual: row.usual, usualWeeks: USUAL_WEEKS, reports: row.reports, lastWeeks: LAST_WEEKS, patrols });
    const quiet = rows.filter((row) => silenceWarning(facts(row, null)) !== null);
    const day = (at: Date): string => localDateOf(at.toISOString());
    const made = await this.patrols.in(quiet.map(({ grid }) => grid), day(last), day(this.time.now()), caller);
    return quiet.flatMap((row) => {
      const warning = silenceWarning(facts(row, made.get(row.grid) ?? null));
      const cases = { count: row.usual + row.reports, where: { areaCode: row.grid, receivedFrom: from } };
      return warning === null ? [] : [told(row.grid, warning, { areaCode: row.grid, cases })];
    });
  }
}

interface Whose {
  areaCode?: string | null;
  unitCode?: string | null;
  number?: string;
  between?: readonly string[];
  cases?: CaseCount;
}

function told(key: string, warning: Reckoned, { areaCode, unitCode, number, between = [], cases }: Whose): Found {
  const numbers = Object.entries({ ...warning, ...('usual' in warning && typeof warning.usual === 'object' ? warning.usual : {}), ...(warning.kind === 'pingPong' ? { returns: warning.returns.length } : {}) });
  return {
    ...{ id: `${warning.kind}:${key}`, kind: warning.kind, gravity: gravityOf(warning), number: number ?? null, cases: cases ?? null },
    ...{ area: areaCode ? { code: areaCode } : null, unit: unitCode ? { code: unitCode } : null, between: between.map((code) => ({ code })) },
    terms: numbers.flatMap(([name, value]) => (typeof value === 'number' ? [{ name, value }] : [])),
    ...{ zh: explainWarning(warning, 'zh'), en: explainWarning(warning, 'en') },
  };
}

type Place = readonly [kind: number, gravity: number, id: string];

const byGravity = (a: Found, b: Found): number => b.gravity - a.gravity || (a.id < b.id ? -1 : 1);
const kindOf = ({ kind }: Found): number => WARNING_KINDS.indexOf(kind);

function isAfter(one: Found, [kind, gravity, id]: Place): boolean {
  if (kindOf(one) !== kind) return kindOf(one) > kind;
  return one.gravity === gravity ? one.id > id : one.gravity < gravity;
}

const cursorOf = (one: Found): string => Buffer.from(JSON.stringify([kindOf(one), one.gravity, one.id])).toString('base64url');

/** @throws AppError CURSOR_INVALID for what no page gave out. */
function placeOf(cursor: string): Place {
  const [, kind, gravity, id] = /^\[(\d),(-?[\d.e+-]+),"([\w:.-]+)"\]$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (kind === undefined || id === undefined) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return [Number(kind), Number(gravity), id];
}
