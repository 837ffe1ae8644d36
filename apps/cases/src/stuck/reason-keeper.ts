import { diagnose, MACHINE_REASONS, type Diagnosis } from '@yiwang/domain/stuck';
import { engineAt } from '@yiwang/domain/time';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import type { BusinessClock } from '@yiwang/platform/time';
import type { DataSource, EntityManager } from 'typeorm';
import { AWAY, FACTS, UNDELIVERED } from './facts.sql.js';
import { readFacts, type FactsRow, type MachineState } from './read-facts.js';

/** A round is one transaction, and readers of the feed wait for the oldest one. */
const A_ROUND = 200;
const REST_MS = 1_000;
/** Where the machine is in trouble with a case, it is looked at again without being told. */
const TROUBLE_AGAIN_MS = 5_000;
/** Cases that no entry told of, and rows that outlived theirs: none, but for a crash or a migration. */
const SWEEP_MS = 60_000;

const MINE = `select pg_try_advisory_xact_lock(hashtext('yiwang-reasons')) as mine`;

/**
 * What changed since the place that was reached; entries show when no older transaction can still commit. The place is a value
 * and not a joined row: the index goes on from it, and would else be read from its beginning each time.
 */
const TOLD = `
select e.xid::text, e.seq::text, e.case_number as number from timeline_entry e
where (e.xid, e.seq) > ((select xid from reason_place), (select seq from reason_place)) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
order by e.xid, e.seq limit $1`;
const BEGIN = `
insert into reason_place (xid, seq)
select coalesce(max(e.xid), '0'::xid8), coalesce(max(e.seq), 0) from (
  select e.xid, e.seq from timeline_entry e where e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.xid desc, e.seq desc limit 1) e
on conflict do nothing`;
const REACHED = 'update reason_place set xid = $1::text::xid8, seq = $2::bigint';

const DUE = `
(select case_number as number from case_reason where looks_again_at <= now() order by looks_again_at limit $1)
union
(select t.number from (
  select case_number as number from start_outbox where enqueued_at < now() - interval '10 seconds'
  union select case_number from engine_trouble
  union select case_number from case_doubt
  union select case_number from notification where ${UNDELIVERED}) t
  left join case_reason r on r.case_number = t.number where r.is_troubled is false limit $1)`;
const MISSED = `
(select c.number from case_file c left join case_reason r on r.case_number = c.number
  where c.closed_at is null and r.case_number is null limit $1)
union all
(select r.case_number from case_reason r join case_file c on c.number = r.case_number where c.closed_at is not null limit $1)`;

const MACHINE = `select ${AWAY}`;

const COLUMNS = [
  ...['case_number', 'county_code', 'town_code', 'village_code', 'area_code', 'unit_code', 'about_whom', 'kind', 'is_machine', 'since'],
  ...['owner', 'next_step', 'next_by', 'task_id', 'attempts', 'failure', 'also', 'is_troubled', 'looks_again_at'],
];
const KEEP = `
insert into case_reason as r (${COLUMNS.join(', ')})
select ${COLUMNS.map((column) => (column === 'also' ? 'array(select jsonb_array_elements_text(x.also))' : `x.${column}`)).join(', ')}
from jsonb_to_recordset($1::jsonb) as x (case_number text, county_code text, town_code text, village_code text, area_code text,
  unit_code text, about_whom jsonb, kind text, is_machine boolean, since timestamptz, owner jsonb, next_step text,
  next_by timestamptz, task_id text, attempts int, failure text, also jsonb, is_troubled boolean, looks_again_at timestamptz)
on conflict (case_number) do update set ${COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`).join(', ')}, found_at = now()`;
const FORGET = 'delete from case_reason where case_number = any($1)';
const OVER = 'delete from engine_trouble where case_number = any($1)';

/**
 * Keeps one reason for each open case, a second or two behind what happened: it follows the feed, looks again when time
 * alone changes the answer, and every few seconds while the machine is in trouble. Several copies of the service take
 * turns; whatever one of them misses by a crash the next round finds, for a round asks what is so and not what happened.
 */
export class ReasonKeeper {
  private sweptAt = 0;
  private readonly loop = new BackgroundLoop(() => this.round(), {
    restMs: REST_MS,
    onFailure: (error) => this.logger.warn({ err: error }, 'the reasons of cases could not be looked at'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many cases were looked at because something happened to them. */
  round(): Promise<number> {
    return asSystem('watch', () => this.dataSource.transaction((manager) => this.look(manager)));
  }

  /** Looks at some cases now, beside the rounds. */
  lookAt(numbers: readonly string[]): Promise<void> {
    return asSystem('watch', () => this.dataSource.transaction((manager) => this.diagnoseAll(manager, numbers)));
  }

  private async look(manager: EntityManager): Promise<number> {
    const [{ mine } = { mine: false }] = await manager.query<{ mine: boolean }[]>(MINE);
    if (!mine) return 0;
    await manager.query(BEGIN);
    const told = await manager.query<{ xid: string; seq: string; number: string }[]>(TOLD, [A_ROUND]);
    const last = told.at(-1);
    if (last) await manager.query(REACHED, [last.xid, last.seq]);
    const due = await manager.query<{ number: string }[]>(DUE, [A_ROUND]);
    const missed = await this.sweep(manager);
    const numbers = [...new Set([...told, ...due, ...missed].map(({ number }) => number))];
    if (numbers.length > 0) await this.diagnoseAll(manager, numbers);
    return told.length + missed.length;
  }

  private async sweep(manager: EntityManager): Promise<{ number: string }[]> {
    if (Date.now() - this.sweptAt < SWEEP_MS) return [];
    const found = await manager.query<{ number: string }[]>(MISSED, [A_ROUND]);
    if (found.length < A_ROUND) this.sweptAt = Date.now();
    return found;
  }

  private async diagnoseAll(manager: EntityManager, numbers: readonly string[]): Promise<void> {
    const [machine] = await manager.query<[MachineState]>(MACHINE);
    const rows = await manager.query<FactsRow[]>(FACTS, [numbers]);
    const open = rows.filter(({ closedAt }) => closedAt === null);
    const isOpen = new Set(open.map(({ number }) => number));
    const over = numbers.filter((number) => !isOpen.has(number));
    if (over.length > 0) {
      await manager.query(FORGET, [over]);
      await manager.query(OVER, [over]);
    }
    const nowMs = Date.now();
    const kept = open.map((row) => this.rowOf(row, diagnose(readFacts(row, machine, nowMs, this.clock.map)), nowMs));
    if (kept.length > 0) await manager.query(KEEP, [JSON.stringify(kept)]);
  }

  private rowOf(row: FactsRow, { reason, also, looksAgainAt }: Diagnosis, nowMs: number): Record<string, unknown> {
    const { owner, next } = reason;
    const isTroubled = [reason.kind, ...also].some((kind) => MACHINE_REASONS.has(kind)) || row.start !== null || !row.isOpened;
    const again = [
      ...(looksAgainAt === null ? [] : [engineAt(this.clock.map, Date.parse(looksAgainAt)) + 1]),
      ...(isTroubled ? [nowMs + TROUBLE_AGAIN_MS] : []),
    ].toSorted((a, b) => a - b)[0];
    const task = row.tasks.find(({ id }) => id === reason.taskId);
    return {
      ...{ case_number: row.number, county_code: row.countyCode, town_code: row.townCode, village_code: row.villageCode },
      ...{ area_code: row.areaCode, unit_code: task?.unitCode ?? null, about_whom: row.aboutWhom },
      ...{ kind: reason.kind, is_machine: MACHINE_REASONS.has(reason.kind), since: reason.since, owner },
      ...{ next_step: next.step, next_by: next.by, task_id: reason.taskId, attempts: reason.attempts, failure: reason.failure },
      ...{ also, is_troubled: isTroubled, looks_again_at: again === undefined ? null : new Date(again) },
    };
  }
}
