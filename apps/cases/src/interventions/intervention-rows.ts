import type { Intervener, InterventionOutcome, InterventionParameters, InterventionState } from '@yiwang/contracts/interventions';
import type { ErrorCode, ErrorDetails } from '@yiwang/contracts/errors';
import type { Intervention } from '@yiwang/domain/interventions';
import { isUuid } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import type { DataSource, EntityManager } from 'typeorm';

export interface InterventionRow {
  id: string;
  areaCode: string;
  countyCode: string;
  kind: Intervention;
  state: InterventionState;
  reason: string;
  parameters: InterventionParameters;
  bySubject: string;
  approvedBy: string | null;
  approvalUntil: Date | null;
  undoOf: string | null;
  undoneBy: string | null;
  createdAt: Date;
  endedAt: Date | null;
  counts: Record<InterventionOutcome, number>;
}

export interface ResultRow {
  place: number;
  number: string;
  outcome: InterventionOutcome;
  code: ErrorCode | null;
  details: ErrorDetails;
  before: InterventionParameters;
  tries: number;
  at: Date | null;
}

export interface WantedResults {
  outcome: InterventionOutcome | null;
  after: string | null;
  first: number;
}
export interface ResultPage {
  items: ResultRow[];
  cursor: string | null;
}
/** `of`: the intervention. */
type Owned = ResultRow & { of: string };

export interface NewIntervention {
  areaCode: string;
  countyCode: string;
  kind: Intervention;
  isWaiting: boolean;
  reason: string;
  parameters: InterventionParameters;
  by: Intervener;
  secondPersonAbove: number;
  approvalUntil: Date | null;
  undoOf: string | null;
  key: string;
  contentHash: string;
  at: Date;
}
export interface NewCase {
  case_number: string;
  area_code: string;
  mark: string;
  own: InterventionParameters | null;
  code: string | null;
  details: object;
}

const COLUMNS = `i.id, i.area_code as "areaCode", i.county_code as "countyCode", i.kind, i.state, i.reason, i.parameters,
  i.by_subject as "bySubject", i.approved_by as "approvedBy", i.approval_until as "approvalUntil", i.undo_of as "undoOf",
  i.created_at as "createdAt", i.ended_at as "endedAt", i.created_at::text as "placeAt",
  (select u.id from intervention u where u.undo_of = i.id and u.state not in ('cancelled', 'lapsed', 'notStarted') limit 1) as "undoneBy",
  (select coalesce(jsonb_object_agg(c.outcome, c.n), '{}') from (
    select outcome, count(*)::int as n from intervention_case where intervention_id = i.id group by outcome) c) as counts`;
const RESULT = 'place, case_number as number, outcome, code, details, before, tries, at';
const RESULT_PAGES = `
select i.id as "of", r.* from unnest($1::uuid[]) i (id) cross join lateral (
  select ${RESULT} from intervention_case where intervention_id = i.id and place > $2 and ($3::text is null or outcome = $3) order by place limit $4) r
order by i.id, r.place`;
const ADD = `
insert into intervention (area_code, county_code, kind, state, reason, parameters, by_subject, by_positions, second_person_above,
  approval_until, undo_of, idempotency_key, content_hash, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (by_subject, idempotency_key) do nothing returning id`;
const ADD_CASES = `
insert into intervention_case (intervention_id, place, case_number, area_code, mark, own, outcome, code, details, at)
select $1, ordinality, case_number, area_code, mark, own, case when code is null then 'waiting' else 'refused' end, code, details,
  case when code is not null then $3::timestamptz end
from rows from (jsonb_to_recordset($2::jsonb) as (case_number text, area_code text, mark text, own jsonb, code text, details jsonb)) with ordinality
  as x (case_number, area_code, mark, own, code, details, ordinality)`;

/** Those who look after its area see an intervention, and of its cases those that are not about them. */
export class InterventionRows {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws AppError NOT_FOUND */
  async one(id: string): Promise<InterventionRow> {
    const [row] = isUuid(id) ? await this.dataSource.query<InterventionRow[]>(`select ${COLUMNS} from intervention i where i.id = $1`, [id]) : [];
    if (!row) throw new AppError('NOT_FOUND', { field: 'id', value: id });
    return row;
  }

  /** The newest first. @throws AppError CURSOR_INVALID */
  async page(after: string | null, first: number): Promise<{ items: InterventionRow[]; cursor: string | null }> {
    const size = pageSize(first, 50);
    const [at, id] = after === null ? [] : placeOf(after);
    const from = at === undefined ? '' : 'where (i.created_at, i.id) < ($2::timestamptz, $3::uuid)';
    const bound = at === undefined ? [size + 1] : [size + 1, at, id];
    const rows = await this.dataSource.query<(InterventionRow & { placeAt: string })[]>(`select ${COLUMNS} from intervention i ${from} order by i.created_at desc, i.id desc limit $1`, bound);
    const last = rows.length > size ? rows[size - 1] : undefined;
    return { items: rows.slice(0, size), cursor: last ? Buffer.from(`${last.placeAt} ${last.id}`).toString('base64url') : null };
  }

  /**
   * A page of each, in the order of its selection. `after`: the place of the last one of the page before.
   * @throws AppError CURSOR_INVALID
   */
  async results(ids: readonly string[], { outcome, after, first }: WantedResults): Promise<Map<string, ResultPage>> {
    if (after !== null && !/^\d{1,6}$/.test(after)) throw new AppError('CURSOR_INVALID', { field: 'after' });
    const size = pageSize(first, 200);
    const found = grouped(await this.dataSource.query<Owned[]>(RESULT_PAGES, [ids, Number(after ?? 0), outcome, size + 1]));
    const pageOf = (rows: ResultRow[]): ResultPage => ({ items: rows.slice(0, size), cursor: rows.length > size ? String(rows[size - 1]?.place) : null });
    return new Map(ids.map((id) => [id, pageOf(found.get(id) ?? [])]));
  }

  async allResults(ids: readonly string[]): Promise<Map<string, ResultRow[]>> {
    const sql = `select intervention_id as "of", ${RESULT} from intervention_case where intervention_id = any($1) order by intervention_id, place`;
    return grouped(await this.dataSource.query<Owned[]>(sql, [ids]));
  }

  /** The one that this key has started already, with what it was asked for. */
  async ofKey(subject: string, key: string): Promise<{ id: string; contentHash: string } | undefined> {
    const sql = 'select id, content_hash as "contentHash" from intervention where by_subject = $1 and idempotency_key = $2';
    return (await this.dataSource.query<{ id: string; contentHash: string }[]>(sql, [subject, key]))[0];
  }
}

function grouped(rows: readonly Owned[]): Map<string, ResultRow[]> {
  const found = new Map<string, ResultRow[]>();
  for (const { of, ...row } of rows) {
    const before = found.get(of);
    if (before) before.push(row);
    else found.set(of, [row]);
  }
  return found;
}

/** As the system that may write them. @returns null where the key was used at the same moment. */
export async function addIntervention(manager: EntityManager, given: NewIntervention, cases: readonly NewCase[]): Promise<string | null> {
  const { areaCode, countyCode, kind, isWaiting, reason, parameters, by, secondPersonAbove, approvalUntil, undoOf, key, contentHash, at } = given;
  const values = [areaCode, countyCode, kind, isWaiting ? 'waiting' : 'running', reason, JSON.stringify(parameters), by.subject, JSON.stringify(by.positions)];
  const [added] = await manager.query<{ id: string }[]>(ADD, [...values, secondPersonAbove, approvalUntil, undoOf, key, contentHash, at]);
  if (!added) return null;
  await manager.query(ADD_CASES, [added.id, JSON.stringify(cases), at]);
  return added.id;
}

export const NOT_STARTED = `update intervention set state = 'notStarted', ended_at = $2 where id = $1`;
export const NONE_DONE = `update intervention_case set outcome = 'left' where intervention_id = $1 and outcome = 'waiting'`;

/** @throws AppError CURSOR_INVALID for what no page gave out. */
function placeOf(cursor: string): [string, string] {
  const [, at, id] = /^(\d{4}-\d\d-\d\d .{8,25}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return [at, id];
}
