import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import { cursorOf, readCursor } from '../cursor.js';
import { insistOnDate, Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';
import { FINDING_COLUMNS, type FindingRow } from './findings.service.js';
import { Patrollers } from './patrollers.js';
import { ROUND_COLUMNS, roundKey, type RoundRow, type RoundState } from './round.sql.js';

export const MAX_PAGE = 200;
const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

export interface AlarmRow {
  id: string;
  areaCode: string;
  title: string;
  body: string;
  createdAt: Date;
}

export interface CoverageCount {
  planned: number;
  done: number;
  late: number;
  missed: number;
  /** Whose window is still open: excluded from the rate. */
  open: number;
}

const UNDER = `grid_code >= $1::text collate "C" and grid_code < ($1::text || ':') collate "C"`;
/** Rounds know their county, so that days of a whole county are found by county and day. */
const roundsUnder = (area: string): string =>
  countyOf(area) === null ? UNDER : `${UNDER} and county_code = left($1::text, 6)`;
const COUNTS = `count(*)::int as planned, count(*) filter (where state = 'done')::int as done,
  count(*) filter (where state = 'late')::int as late, count(*) filter (where state = 'missed')::int as missed,
  count(*) filter (where state = 'planned')::int as open`;

/** Reads of rounds, findings and coverage, within the caller's area. */
@Injectable()
export class PatrolListsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly patrollers: Patrollers,
    private readonly today: Today,
  ) {}

  /** The rounds of an area on one day, by grid and time. @throws AppError AREA_OUTSIDE_JURISDICTION, TIME_INVALID */
  async rounds(
    caller: Caller,
    { under, day, state, after, first }: { under: string; day: string | null; state: RoundState | null; after: string | null; first: number },
  ): Promise<{ items: RoundRow[]; endCursor: string | null }> {
    await this.jurisdiction.insistOnReading(caller, 'under', under);
    const [grid, slot] = readCursor(after, 2) ?? [];
    const size = pageSize(first, MAX_PAGE);
    const items = await this.dataSource.query<RoundRow[]>(
      `select ${ROUND_COLUMNS} from patrol_round
        where ${roundsUnder(under)} and day = $2 and ($3::text is null or state = $3)
          and ($4::text is null or (grid_code, slot) > ($4::text collate "C", $5::text)) order by grid_code, slot limit $6`,
      [under, this.today.or('day', day), state, grid ?? null, slot ?? null, size],
    );
    const last = items.length === size ? items.at(-1) : undefined;
    return { items, endCursor: last ? cursorOf(last.gridCode, last.slot) : null };
  }

  /** The caller's own rounds of a day. */
  async mine(caller: Caller, day: string | null): Promise<RoundRow[]> {
    const on = this.today.or('day', day);
    const areas = await this.patrollers.areasOf(caller, on);
    return this.dataSource.query(
      `select ${ROUND_COLUMNS} from patrol_round
        where day = $2 and grid_code like any($1) order by closes_at, grid_code limit ${MAX_PAGE}`,
      [areas.map((area) => `${area}%`), on],
    );
  }

  /** The newest first. @throws AppError AREA_OUTSIDE_JURISDICTION, TIME_INVALID */
  async findings(
    caller: Caller,
    { under, from, to, withoutCase, after, first }: { under: string; from: string; to: string; withoutCase: boolean; after: string | null; first: number },
  ): Promise<{ items: FindingRow[]; endCursor: string | null }> {
    await this.jurisdiction.insistOnReading(caller, 'under', under);
    span(from, to);
    const [at, id] = readCursor(after, 2) ?? ['9999-01-01T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const size = pageSize(first, MAX_PAGE);
    const items = await this.dataSource.query<FindingRow[]>(
      `select ${FINDING_COLUMNS} from patrol_finding
        where ${UNDER} and day between $2 and $3 and (not $4 or case_number is null)
          and (date_trunc('milliseconds', found_at), id) < ($5::timestamptz, $6::uuid)
        order by date_trunc('milliseconds', found_at) desc, id desc limit $7`,
      [under, from, to, withoutCase, at, id, size],
    );
    const last = items.length === size ? items.at(-1) : undefined;
    return { items, endCursor: last ? cursorOf(last.foundAt.toISOString(), last.id) : null };
  }

  /** Messages to the villages of an area, the newest first. @throws AppError AREA_OUTSIDE_JURISDICTION */
  async alarms(caller: Caller, under: string, after: string | null, first: number): Promise<AlarmRow[]> {
    await this.jurisdiction.insistOnReading(caller, 'under', under);
    return this.dataSource.query(
      `select id::text, recipient->>'areaCode' as "areaCode", title, body, created_at as "createdAt" from mailbox
        where recipient->>'areaCode' >= $1 collate "C" and recipient->>'areaCode' < ($1 || ':') collate "C"
          and mailbox.id < $2 order by mailbox.id desc limit $3`,
      [under, after !== null && /^\d{1,18}$/.test(after) ? after : '9223372036854775807', pageSize(first, MAX_PAGE)],
    );
  }

  async findingsOf(rounds: readonly string[]): Promise<Map<string, FindingRow[]>> {
    const keys = rounds.map((key) => key.split('/').slice(1));
    const rows = await this.dataSource.query<FindingRow[]>(
      `select ${FINDING_COLUMNS} from patrol_finding
        where (grid_code, day, slot) in (
          select g, d, s from unnest($1::text[], $2::date[], $3::text[]) as k (g, d, s)) order by found_at, id`,
      [0, 1, 2].map((part) => keys.map((key) => key[part])),
    );
    const byRound = new Map<string, FindingRow[]>();
    for (const row of rows) byRound.set(roundKey(row), [...(byRound.get(roundKey(row)) ?? []), row]);
    return byRound;
  }

  /** Day by day. @throws AppError AREA_OUTSIDE_JURISDICTION, TIME_INVALID */
  async coverageByDay(caller: Caller, under: string, from: string, to: string): Promise<(CoverageCount & { day: string })[]> {
    await this.jurisdiction.insistOnReading(caller, 'area', under);
    span(from, to);
    return this.dataSource.query(
      `select day::text as day, ${COUNTS} from patrol_round
        where ${roundsUnder(under)} and day between $2 and $3 group by day order by day`,
      [under, from, to],
    );
  }

  /** Grid by grid, by code; the caller's right was asked before. */
  async coverageByGrid(under: string, from: string, to: string, after: string | null, first: number) {
    const [grid] = readCursor(after, 1) ?? [];
    const size = pageSize(first, MAX_PAGE);
    const items = await this.dataSource.query<(CoverageCount & { gridCode: string })[]>(
      `select grid_code as "gridCode", ${COUNTS} from patrol_round
        where ${roundsUnder(under)} and day between $2 and $3 and ($4::text is null or grid_code > $4::text collate "C")
        group by grid_code order by grid_code limit $5`,
      [under, from, to, grid ?? null, size],
    );
    const last = items.length === size ? items.at(-1) : undefined;
    return { items, endCursor: last ? cursorOf(last.gridCode) : null };
  }
}

function span(from: string, to: string): void {
  insistOnDate('from', from);
  insistOnDate('to', to);
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw new AppError('TIME_INVALID', { field: 'to', expected: `${from} … +${MOST_DAYS - 1} 天 / days` });
}
