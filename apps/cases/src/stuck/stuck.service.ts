import { Injectable } from '@nestjs/common';
import { covers, digitsBelow, levelOf, parseArea, type AreaLevel } from '@yiwang/domain/areas';
import { explainReason, repairsFor, type NextStep, type Reason, type ReasonKind, type ReasonOwner as Owner } from '@yiwang/domain/stuck';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseAccess, positionsJson, type CaseReach } from '../case/case-access.js';
import { branchesOf } from '../case/case-branches.js';
import { AWAY } from './facts.sql.js';
import type { CaseReason, MachineState, ReasonOwner, StuckCount, StuckDimension, StuckFilter } from './stuck.types.js';

interface Row {
  number: string;
  kind: ReasonKind;
  isMachine: boolean;
  since: Date;
  place: string;
  owner: Owner;
  nextStep: NextStep;
  nextBy: Date | null;
  taskId: string | null;
  attempts: number | null;
  failure: string | null;
  also: ReasonKind[];
  foundAt: Date;
}

const COLUMNS = `c.case_number as number, c.kind, c.is_machine as "isMachine", c.since, c.since::text as place, c.owner,
  c.next_step as "nextStep", c.next_by as "nextBy", c.task_id as "taskId", c.attempts, c.failure, c.also, c.found_at as "foundAt"`;
const ORDER = 'order by c.since, c.case_number';
const DAY_MS = 86_400_000;
/** Where the buckets of age begin, in days, the oldest first; the youngest begins at 0. */
const AGES = [30, 7, 3, 1];
export const MAX_PAGE = 100;

const MACHINE = `
select ${AWAY},
  (select seen_at from machine_part where part = 'engine') as "lookedAt",
  (select count(*)::int from start_outbox) as "startsWaiting",
  (select min(enqueued_at) from start_outbox) as "oldestStart",
  (select count(*)::int from case_doubt) as doubts`;

/** The page of one, and whose the cases are: the caller's areas, and nothing that is about them. */
@Injectable()
export class StuckService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly time: BusinessTime,
  ) {}

  /** The longest standing first. @throws AppError CURSOR_INVALID, AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION */
  async page(filter: StuckFilter, after: string | null, first: number, caller: Caller): Promise<{ items: { number: string; reason: CaseReason }[]; cursor: string | null }> {
    const bound: unknown[] = [];
    const bind = (value: unknown): string => `$${bound.push(value)}`;
    const size = pageSize(first, MAX_PAGE);
    const branches = await this.branches(filter, caller, bind);
    const from = after === null ? '' : ` and (c.since, c.case_number) > (${placeOf(after).map(bind).join('::timestamptz, ')})`;
    const limit = bind(size + 1);
    const parts = branches.map((where) => `(select ${COLUMNS} from case_reason c where ${where}${from} ${ORDER} limit ${limit})`);
    const rows = parts.length === 0 ? [] : await this.dataSource.query<Row[]>(`select * from (${parts.join(' union ')}) c order by since, number limit ${limit}`, bound);
    const last = rows.length > size ? rows[size - 1] : undefined;
    return {
      items: rows.slice(0, size).map((row) => ({ number: row.number, reason: this.reasonOf(row) })),
      cursor: last ? Buffer.from(`${last.place} ${last.number}`).toString('base64url') : null,
    };
  }

  /** How many stand, the most first; by age the youngest first. @throws AppError as `page` */
  async counts(filter: StuckFilter, by: StuckDimension, caller: Caller): Promise<StuckCount[]> {
    const bound: unknown[] = [];
    const bind = (value: unknown): string => `$${bound.push(value)}`;
    const branches = await this.branches(filter, caller, bind);
    if (branches.length === 0) return [];
    const level = (filter.areaCode ? levelOf(filter.areaCode) : await this.widest(caller)) ?? 'county';
    const key: Record<StuckDimension, () => string> = {
      reason: () => 'c.kind',
      place: () => `left(c.area_code, ${digitsBelow(level)})`,
      unit: () => 'c.unit_code',
      age: () => `case ${AGES.map((days) => `when c.since <= ${bind(this.daysAgo(days))} then ${days}`).join(' ')} else 0 end`,
    };
    const rows = await this.dataSource.query<{ key: string | number | null; count: number; machine: number; oldest: Date }[]>(
      `select ${key[by]()} as key, count(*)::int as count, (count(*) filter (where c.is_machine))::int as machine, min(c.since) as oldest
      from case_reason c where ${branches.map((where) => `(${where})`).join(' or ')} group by 1 order by ${by === 'age' ? '1' : 'count desc, 1'}`,
      bound,
    );
    return rows.map(({ key, count, machine, oldest }) => ({
      kind: by === 'reason' ? (key as ReasonKind) : null,
      area: by === 'place' ? { code: String(key) } : null,
      unit: by === 'unit' && key !== null ? { code: String(key) } : null,
      fromDays: by === 'age' ? Number(key) : null,
      ...{ count, machine, oldest },
    }));
  }

  /** Of open cases that the caller was shown already. */
  async ofCases(numbers: readonly string[]): Promise<Map<string, CaseReason>> {
    const rows = await this.dataSource.query<Row[]>(`select ${COLUMNS} from case_reason c where c.case_number = any($1)`, [numbers]);
    return new Map(rows.map((row) => [row.number, this.reasonOf(row)]));
  }

  /** Counts of the whole deployment and nothing of any case. */
  async machine(): Promise<MachineState> {
    const [state] = await asSystem('watch', () => this.dataSource.query<[MachineState]>(MACHINE));
    return state;
  }

  private async branches(filter: StuckFilter, caller: Caller, bind: (value: unknown) => string): Promise<string[]> {
    const reach = await this.access.reachOf(caller);
    const area = filter.areaCode ? orThrow(parseArea(filter.areaCode)).areaCode : null;
    if (area !== null && !reach.areas.some((one) => covers(one, area) || covers(area, one))) {
      throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'areaCode', value: area });
    }
    const byArea: CaseReach = { ...reach, villages: [], units: [], subject: '' };
    const conditions = [
      ...(filter.kinds?.length ? [`c.kind = any(${bind(filter.kinds)})`] : []),
      ...(filter.isMachine == null ? [] : [`c.is_machine = ${bind(filter.isMachine)}`]),
      ...(filter.unitCode ? [`c.unit_code = ${bind(filter.unitCode)}`] : []),
      ...(filter.fromDays == null ? [] : [`c.since <= ${bind(this.daysAgo(filter.fromDays))}`]),
      `(c.about_whom is null or not is_concerned(c.about_whom, ${bind(reach.subject)}, ${bind(positionsJson(reach.positions))}::jsonb))`,
    ];
    return branchesOf(byArea, area, await this.access.countiesIn(reach), bind).map(({ sql }) => [sql, ...conditions].join(' and '));
  }

  private daysAgo(days: number): Date {
    return new Date(this.time.now().getTime() - days * DAY_MS);
  }

  private async widest(caller: Caller): Promise<AreaLevel | null> {
    const [shortest] = (await this.access.reachOf(caller)).areas.toSorted((a, b) => a.length - b.length);
    return shortest === undefined ? null : levelOf(shortest);
  }

  private reasonOf({ owner, ...row }: Row): CaseReason {
    const { kind, isMachine, since, nextStep, nextBy, taskId, attempts, failure, also, foundAt } = row;
    const next = { step: nextStep, by: nextBy?.toISOString() ?? null };
    const reason: Reason = { kind, owner, since: since.toISOString(), next, taskId, attempts, failure };
    const now = this.time.now().toISOString();
    return {
      ...{ kind, isMachine, since, nextStep, nextBy, taskId, attempts, failure, also, foundAt, owner: ownerOf(owner), repairs: repairsFor([kind, ...also]) },
      ...{ zh: explainReason(reason, now, 'zh'), en: explainReason(reason, now, 'en') },
    };
  }
}

const ownerOf = (owner: Owner): ReasonOwner => ({
  kind: owner.kind,
  person: owner.kind === 'person' ? { id: owner.subject } : null,
  unit: owner.kind === 'unit' ? { code: owner.unitCode } : null,
  roles: owner.kind === 'post' ? [...owner.roles] : null,
  area: owner.kind === 'post' ? { code: owner.areaCode } : null,
  caseNumber: owner.kind === 'case' ? owner.number : null,
  part: owner.kind === 'machine' ? owner.part : null,
});

/** @throws AppError CURSOR_INVALID for what no page gave out. */
function placeOf(cursor: string): [string, string] {
  const [, since, number] = /^(\d{4}-\d\d-\d\d .{8,25}) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (since === undefined || number === undefined) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return [since, number];
}
