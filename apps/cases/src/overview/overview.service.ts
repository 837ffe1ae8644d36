import { Injectable } from '@nestjs/common';
import type { Channel, Tier } from '@yiwang/contracts/case-flow';
import { digitsBelow, type AreaLevel } from '@yiwang/domain/areas';
import { localDateOf, startOfDay } from '@yiwang/domain/calendar';
import { LEAST_RISING, lightOf, risingTopic } from '@yiwang/domain/early-warning';
import type { Caller } from '@yiwang/platform/auth';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import type { CaseCount, CaseSelection } from './case-selection.js';
import { binding, LookedAtAreas, type Bind, type LookedAt } from './looked-at.js';
import { decidingSql, receivedSql, standingSql, topicsSql, type StandingRow } from './overview.sql.js';
import type { DecisionCount, Overview, PlaceStanding, RisingCategory } from './overview.types.js';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 14;
const TOPIC_DAYS = 7;
const TOPIC_WEEKS = 4;
/** A suspension is looked at in the week before its review. */
export const REVIEW_WITHIN_MS = 7 * DAY_MS;

type Standing = Omit<StandingRow, 'code'>;
const NOTHING: Standing = { open: 0, running: 0, yellow: 0, red: 0, suspended: 0, lastRound: 0, review: 0, late: 0 };

/** The tier that speaks for an area: a city looks at what its counties decide. */
export const tierAt = (level: AreaLevel): Tier => (level === 'city' ? 'county' : level);

@Injectable()
export class OverviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly areas: LookedAtAreas,
    private readonly time: BusinessTime,
  ) {}

  /**
   * All counts of an area as they are now, under the caller's own row policies: four statements beside each other. They
   * cost one pass over the area's open cases (by an index of these alone, closed ones are not touched), its open requests
   * and the last five weeks of what came in. Nothing is kept, so that a number never differs from the list behind it.
   * @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION
   */
  async of(given: string, caller: Caller): Promise<Overview> {
    const area = await this.areas.in(given, caller);
    const asOf = this.time.now();
    const today = new Date(startOfDay(localDateOf(asOf.toISOString())));
    const ask = <Row>(sql: (bind: Bind) => string): Promise<Row[]> => {
      const { bound, bind } = binding();
      const text = sql(bind);
      return this.dataSource.query<Row[]>(text, bound);
    };
    const tier = tierAt(area.level);
    const reviewBefore = new Date(asOf.getTime() + REVIEW_WITHIN_MS);
    const recentFrom = new Date(today.getTime() - (TOPIC_DAYS - 1) * DAY_MS);
    const [standing, deciding, received, topics] = await Promise.all([
      ask<StandingRow>((bind) => standingSql(area, bind, { digits: digitsBelow(area.level), tier, reviewBefore })),
      ask<{ kind: 'arbitrate' | 'approve'; count: number }>((bind) => decidingSql(area, bind, tier)),
      ask<{ day: string; channel: Channel; count: number }>((bind) => receivedSql(area, bind, new Date(today.getTime() - (DAYS_SHOWN - 1) * DAY_MS))),
      ask<{ code: string; recent: number; before: number }>((bind) =>
        topicsSql(area, bind, { from: new Date(recentFrom.getTime() - TOPIC_WEEKS * 7 * DAY_MS), recentFrom, least: LEAST_RISING }),
      ),
    ]);
    const { areaCode } = area;
    const whole = standing.reduce<Standing>((sum, row) => Object.fromEntries(Object.keys(NOTHING).map((name) => [name, sum[name as keyof Standing] + row[name as keyof Standing]])) as unknown as Standing, NOTHING);
    const count = (n: number, where: Omit<CaseSelection, 'areaCode'> = {}): CaseCount => ({ count: n, where: { areaCode, ...where } });
    const asked = (kind: 'arbitrate' | 'approve'): number => deciding.find((row) => row.kind === kind)?.count ?? 0;
    const decisions: DecisionCount[] = [
      { kind: 'arbitration', cases: count(asked('arbitrate'), { taskKind: 'arbitrate' }) },
      { kind: 'lastRound', cases: count(whole.lastRound, { lastRound: true }) },
      { kind: 'suspensionReview', cases: count(whole.review, { paused: 'suspended', reviewBefore, open: true }) },
      { kind: 'approval', cases: count(asked('approve'), { taskKind: 'approve', taskTier: tier }) },
      { kind: 'overdue', cases: count(whole.late, { running: true, card: 'red', tier }) },
    ];
    return {
      ...{ area: { code: areaCode }, asOf, decisions, ...standingOf(areaCode, whole), ...this.received(areaCode, received, today) },
      suspended: count(whole.suspended, { paused: 'suspended', open: true }),
      places: placesOf(area, standing),
      rising: topics.flatMap((row) => risingOf(areaCode, row, recentFrom)).toSorted((a, b) => a.probability - b.probability),
    };
  }

  private received(areaCode: string, rows: readonly { day: string; channel: Channel; count: number }[], today: Date): Pick<Overview, 'receivedToday' | 'channels' | 'days'> {
    const days = Array.from({ length: DAYS_SHOWN }, (_, back) => new Date(today.getTime() - (DAYS_SHOWN - 1 - back) * DAY_MS));
    const on = (from: Date) => rows.filter(({ day }) => day === localDateOf(from.toISOString()));
    const sum = (some: readonly { count: number }[]): number => some.reduce((all, { count }) => all + count, 0);
    return {
      receivedToday: { count: sum(on(today)), where: { areaCode, receivedFrom: today } },
      channels: on(today).map(({ channel, count }) => ({ channel, cases: { count, where: { areaCode, channel, receivedFrom: today } } })).toSorted((a, b) => b.cases.count - a.cases.count),
      days: days.map((from) => ({
        day: localDateOf(from.toISOString()),
        cases: { count: sum(on(from)), where: { areaCode, receivedFrom: from, receivedBefore: new Date(from.getTime() + DAY_MS) } },
      })),
    };
  }
}

function standingOf(areaCode: string, { open, running, yellow, red }: Standing): Pick<PlaceStanding, 'open' | 'running' | 'yellow' | 'red'> {
  return {
    open: { count: open, where: { areaCode, open: true } },
    running: { count: running, where: { areaCode, running: true } },
    yellow: { count: yellow, where: { areaCode, running: true, card: 'yellow' } },
    red: { count: red, where: { areaCode, running: true, card: 'red' } },
  };
}

/** A case of the whole area lies in none of those below it. */
const placesOf = ({ areaCode }: LookedAt, rows: readonly StandingRow[]): PlaceStanding[] =>
  rows
    .filter(({ code }) => code.length > areaCode.length)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((row) => ({ area: { code: row.code }, light: lightOf(row), ...standingOf(row.code, row) }));

function risingOf(areaCode: string, { code, recent, before }: { code: string; recent: number; before: number }, receivedFrom: Date): RisingCategory[] {
  const rising = risingTopic({ recent, before, weeks: TOPIC_WEEKS });
  return rising ? [{ ...rising, category: { code }, recent: { count: recent, where: { areaCode, categoryCode: code, receivedFrom } } }] : [];
}
