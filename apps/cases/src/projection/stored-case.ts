import type { ProjectedEntry, StoredCase } from '@yiwang/contracts/projection';
import type { EntityManager } from 'typeorm';
import {
  CLOCK_TABLE,
  COURSE_COLUMNS,
  MARK_TABLE,
  RECORD_TABLE,
  TASK_TABLE,
  TIMELINE_COLUMNS,
  selected,
  type RowTable,
} from './columns.js';

export type Queryable = Pick<EntityManager, 'query'>;
type Row = Record<string, unknown> & { caseNumber: string };

const CASES = `select number as "caseNumber", county_code as "countyCode", ${selected(COURSE_COLUMNS)}
  from case_file where number = any($1)`;
const STEPS = `select case_number as "caseNumber", step_id as "stepId" from case_step where case_number = any($1)`;
/** Without what was retracted: it is still told, and counts no more. */
const TIMELINE = `
select case_number as "caseNumber", seq::text, xid::text || ':' || seq as cursor, ${selected(TIMELINE_COLUMNS)}
from timeline_entry e where case_number = any($1) and not exists (
  select from timeline_entry r where r.case_number = e.case_number and r.type = 'retracted'
  and r.data->>'cursor' = e.xid::text || ':' || e.seq)
order by seq`;
const rowsOf = ({ name, columns }: RowTable): string =>
  `select case_number as "caseNumber", ${selected(columns)} from ${name} where case_number = any($1)`;

/** Instants as the projection spells them. */
const plain = ({ caseNumber: _, ...row }: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );

function grouped(rows: readonly Row[]): Map<string, Record<string, unknown>[]> {
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const row of rows) {
    const group = groups.get(row.caseNumber);
    if (group) group.push(plain(row));
    else groups.set(row.caseNumber, [plain(row)]);
  }
  return groups;
}

/** What PostgreSQL holds of these cases; one that has no row is left out. */
export async function readStored(database: Queryable, caseNumbers: readonly string[]): Promise<Map<string, StoredCase>> {
  const ask = async (sql: string): Promise<Row[]> => (await database.query(sql, [caseNumbers])) as Row[];
  const read = async (sql: string) => grouped(await ask(sql));
  const cases = await ask(CASES);
  const [steps, tasks, clock] = [await read(STEPS), await read(rowsOf(TASK_TABLE)), await read(rowsOf(CLOCK_TABLE))];
  const [marks, records] = [await read(rowsOf(MARK_TABLE)), await read(rowsOf(RECORD_TABLE))];
  const timeline = await read(TIMELINE);
  const stored = cases.map((row): [string, StoredCase] => {
    const { caseNumber } = row;
    const { countyCode, ...course } = plain(row);
    const rows = <T>(group: Map<string, Record<string, unknown>[]>): T[] => (group.get(caseNumber) ?? []) as T[];
    const entries = rows<ProjectedEntry & Place>(timeline).map(({ seq: _, cursor: __, ...entry }) => entry);
    const stepIds = rows<{ stepId: string }>(steps).map(({ stepId }) => stepId);
    const lists = { tasks: rows(tasks), clock: rows(clock), marks: rows(marks), records: rows(records), timeline: entries };
    return [caseNumber, { caseNumber, countyCode, course, stepIds, ...lists } as StoredCase];
  });
  return new Map(stored);
}

/** Where an entry stands: its row, and the cursor by which the feed names it. */
interface Place {
  seq: string;
  cursor: string;
}

export type PlacedEntry = Place & { entry: ProjectedEntry };

/** The timeline of one case with the places of its entries. */
export async function readTimeline(database: Queryable, caseNumber: string): Promise<PlacedEntry[]> {
  const rows = (await database.query(TIMELINE, [[caseNumber]])) as Row[];
  return rows.map((row) => {
    const { seq, cursor, ...entry } = plain(row);
    return { seq: seq as string, cursor: cursor as string, entry: entry as unknown as ProjectedEntry };
  });
}
