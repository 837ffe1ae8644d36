import { Injectable } from '@nestjs/common';
import type { TimelineType } from '@yiwang/contracts/case-flow';
import type { TaskKind } from '@yiwang/domain/paths';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { CaseAccess, positionsJson, reachCondition, reachParameters, readsAsStaff, type CaseReach } from '../case/case-access.js';
import { branchesOf } from '../case/case-branches.js';
import { entriesAsRead, HAND_OVERS, TOLD_WITHOUT_WORDS, type KeptEntry } from './as-read.js';
import type { CaseChanges } from './timeline.types.js';

interface Row {
  xid: string;
  seq: string;
  case_number: string;
  type: TimelineType;
  at: Date;
  actor_kind: string;
  actor_subject: string | null;
  actor_role: string | null;
  text: string | null;
  task_id: string | null;
  internal: boolean;
  data: object;
  task?: { kind: TaskKind; part: boolean } | null;
  retracts?: { type: TimelineType; internal: boolean; data: object } | null;
}

const listed = (types: readonly TimelineType[]): string => types.map((type) => `'${type}'`).join(', ');
const COLUMNS = `e.xid::text, e.seq::text, e.case_number, e.type, e.at, e.actor_kind, e.actor_subject, e.actor_role,
  e.text, e.task_id, e.internal, e.data`;
/** With what decides whether anybody but staff reads it: the task of a hand-over, and the entry that does not hold. */
const DECIDING = `${COLUMNS},
  case when e.type in (${listed(HAND_OVERS)}) then (
    select jsonb_build_object('kind', t.kind, 'part', coalesce(t.data->>'part', '') <> '') from task t where t.id = e.task_id) end as task,
  case when e.type = 'retracted' then (
    select jsonb_build_object('type', o.type, 'internal', o.internal, 'data', o.data) from timeline_entry o
    where o.case_number = e.case_number and o.xid::text || ':' || o.seq = e.data->>'cursor') end as retracts`;

/**
 * Entries after a cursor, oldest first. Only transactions older than every one still running are shown: an entry that
 * commits later can then never have a smaller cursor than one that was already given out.
 */
const AFTER = `(e.xid, e.seq) > ($1::text::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())`;
const IN_ORDER = `order by e.xid, e.seq limit $3`;
const NEWEST = `
select e.xid::text, e.seq::text from timeline_entry e where e.xid < pg_snapshot_xmin(pg_current_snapshot())
order by e.xid desc, e.seq desc limit 1`;
const WITHIN = reachCondition('$4', '$5', '$6', '$7');
interface Entries {
  columns: string;
  are: string;
}
const FOR_STAFF: Entries = { columns: COLUMNS, are: 'true' };
const FOR_ALL: Entries = { columns: DECIDING, are: `(not e.internal or e.type in (${listed([...TOLD_WITHOUT_WORDS, 'retracted'])}))` };
/** Of whoever reaches many cases: every few entries is theirs, so all are looked through in their order. */
const ofMany = ({ columns, are }: Entries): string => `
select ${columns} from timeline_entry e join case_file c on c.number = e.case_number
where ${WITHIN} and ${are} and ${AFTER} ${IN_ORDER}`;
/** Of whoever reaches few: a list of numbers is leak-proof and cheap, so most entries never come to the rules. */
const ofFew = ({ columns, are }: Entries): string => `
select ${columns} from timeline_entry e
where e.case_number = any($4::text[]) and ${are} and ${AFTER} ${IN_ORDER}`;
/** Up to how many; beyond that every hundredth entry is theirs. */
const FEW = 10_000;
/** A town has more. */
const VILLAGE_LENGTH = 12;

export const MAX_PAGE = 500;

@Injectable()
export class FeedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
  ) {}

  /** The next page of everything that happened to cases the caller may see. */
  async changes(after: string | null, first: number, caller: Caller): Promise<CaseChanges> {
    const [xid, seq] = parseCursor(after);
    const limit = pageSize(first, MAX_PAGE);
    const reach = await this.access.reachOf(caller);
    const few = await this.fewCasesOf(reach);
    const isStaff = readsAsStaff(caller);
    const bound = [xid, seq, limit + 1, ...(few ? [few] : reachParameters(reach))];
    const wanted = isStaff ? FOR_STAFF : FOR_ALL;
    const rows = few?.length === 0 ? [] : await this.dataSource.query<Row[]>((few ? ofFew : ofMany)(wanted), bound);
    const kept = rows.slice(0, limit).map(entryOf);
    // The page goes on after what it has looked at: all of it may be for staff alone.
    return { entries: entriesAsRead(kept, isStaff), cursor: kept.at(-1)?.cursor ?? after ?? '0:0', hasMore: rows.length > limit };
  }

  /** The numbers of the cases that the caller reaches; null where they are many. */
  private async fewCasesOf(reach: CaseReach): Promise<string[] | null> {
    if (reach.areas.some((area) => area.length < VILLAGE_LENGTH)) return null;
    const bound: unknown[] = [reach.subject, positionsJson(reach.positions), FEW + 1];
    const bind = (value: unknown): string => `$${bound.push(value)}`;
    const parts = branchesOf(reach, null, [], bind).map(({ sql, place }) =>
      place === 'unit'
        ? `(select u.case_number from case_unit u where ${sql} limit $3)`
        : `(select c.number from case_file c where ${sql} and (c.about_whom is null or not is_concerned(c.about_whom, $1, $2::jsonb)) limit $3)`,
    );
    if (parts.length === 0) return [];
    const found = await this.dataSource.query<{ number: string }[]>(`${parts.join(' union ')} limit $3`, bound);
    return found.length > FEW ? null : found.map(({ number }) => number);
  }

  /** The cursor of the newest entry of all, whoever may see it: where a follower that wants only news begins. */
  async newest(): Promise<string> {
    const [row] = await asSystem('feed', () => this.dataSource.query<{ xid: string; seq: string }[]>(NEWEST));
    return row ? `${row.xid}:${row.seq}` : '0:0';
  }

  /** To which cases something happened after a cursor, whoever may see them; `cursor` is where to go on. */
  async touchedAfter(after: string): Promise<{ numbers: string[]; cursor: string; hasMore: boolean }> {
    const [xid, seq] = parseCursor(after);
    const rows = await this.dataSource.query<Pick<Row, 'xid' | 'seq' | 'case_number'>[]>(
      `select e.xid::text, e.seq::text, e.case_number from timeline_entry e where ${AFTER} ${IN_ORDER}`,
      [xid, seq, MAX_PAGE],
    );
    const last = rows.at(-1);
    const numbers = [...new Set(rows.map(({ case_number: number }) => number))];
    return { numbers, cursor: last ? `${last.xid}:${last.seq}` : after, hasMore: rows.length === MAX_PAGE };
  }

  /** Which of some cases the caller sees. */
  async seenOf(numbers: readonly string[], caller: Caller): Promise<string[]> {
    const reach = await this.access.reachOf(caller);
    const rows = await this.dataSource.query<{ number: string }[]>(
      `select c.number from case_file c where c.number = any($1::text[]) and ${reachCondition('$2', '$3', '$4', '$5')}`,
      [numbers, ...reachParameters(reach)],
    );
    return rows.map(({ number }) => number);
  }

  /** What happened to one case after a cursor, internal entries too; the caller's right to it was looked at before. */
  async ofCaseAfter(caseNumber: string, after: string): Promise<KeptEntry[]> {
    const [xid, seq] = parseCursor(after);
    const rows = await this.dataSource.query<Row[]>(
      `select ${DECIDING} from timeline_entry e where e.case_number = $4 and ${AFTER} ${IN_ORDER}`,
      [xid, seq, MAX_PAGE, caseNumber],
    );
    return rows.map(entryOf);
  }

  async ofCases(caseNumbers: readonly string[]): Promise<Map<string, KeptEntry[]>> {
    const rows = await this.dataSource.query<Row[]>(
      `select ${DECIDING} from timeline_entry e where e.case_number = any($1) order by e.seq`,
      [caseNumbers],
    );
    const byCase = new Map(caseNumbers.map((number) => [number, [] as KeptEntry[]]));
    for (const row of rows) byCase.get(row.case_number)?.push(entryOf(row));
    return byCase;
  }
}

/** @throws AppError CURSOR_INVALID for what this feed never gave out. */
export function parseCursor(cursor: string | null): [string, string] {
  if (cursor === null) return ['0', '0'];
  const [, xid, seq] = /^(\d{1,19}):(\d{1,18})$/.exec(cursor) ?? [];
  if (xid === undefined || seq === undefined) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return [xid, seq];
}

const entryOf = (row: Row): KeptEntry => ({
  cursor: `${row.xid}:${row.seq}`,
  caseNumber: row.case_number,
  type: row.type,
  at: row.at,
  actorKind: row.actor_kind,
  actorRole: row.actor_role,
  actor: row.actor_kind === 'person' && row.actor_subject !== null ? { id: row.actor_subject } : null,
  text: row.text,
  taskId: row.task_id,
  internal: row.internal,
  data: JSON.stringify(row.data),
  taskKind: row.task?.kind ?? null,
  isReturnedPart: row.task?.part ?? null,
  retracts: row.retracts ? { ...row.retracts, data: JSON.stringify(row.retracts.data) } : null,
});
