import type { CaseStep } from '@yiwang/contracts/case-flow';
import {
  canonical,
  compareCase,
  compareKnown,
  compareTimeline,
  type Difference,
  type ProjectedCase,
  type StoredCase,
} from '@yiwang/contracts/projection';
import { recordAudit } from '@yiwang/platform/audit';
import type { DataSource, EntityManager } from 'typeorm';
import { APPLY_STEP } from '../course/apply-step.sql.js';
import { ownSchema } from '../schema.js';
import {
  CLOCK_TABLE,
  COURSE_COLUMNS,
  MARK_TABLE,
  RECORD_TABLE,
  TASK_TABLE,
  TIMELINE_COLUMNS,
  type RowTable,
} from './columns.js';
import { readStored, readTimeline } from './stored-case.js';
import { removeRows, takeBack } from './take-back.js';

export interface Mending {
  /** In their order. */
  steps: readonly CaseStep[];
  expected: ProjectedCase;
  /** False where the engine has forgotten older steps: then nothing is taken away. */
  isWhole: boolean;
  /** Steps of PostgreSQL that the engine was asked for, more than once, and never kept. */
  neverKept?: readonly string[];
}

export type Mended =
  | { ok: true; mended: Difference[] }
  /** PostgreSQL holds a step that the engine does not name yet, so that the rows may be ahead of what was asked. */
  | { ok: false; reason: 'ahead' | 'noRow' | 'stillDifferent' };

class StillDifferent extends Error {}

/**
 * Makes the rows of one case what its steps say, in one transaction: missing steps are applied as the recorder does it,
 * steps that the engine never kept are taken back, then every row that still differs is set. Meanwhile no step of any case is written. By the owner of the tables, or by the system `mending`
 * where the case is in doubt: ledger, marks, steps and timeline are closed to the service's other changes.
 * @param patienceMs how long it waits for steps that are being written; they wait behind it.
 */
export async function mendCase(dataSource: DataSource, mending: Mending, patienceMs = 10_000): Promise<Mended> {
  try {
    return await dataSource.transaction(async (manager) => {
      await manager.query(`set local lock_timeout = ${patienceMs}`);
      await manager.query('select mend_lock($1)', [mending.expected.caseNumber]);
      return mendLocked(manager, mending);
    });
  } catch (error) {
    if (error instanceof StillDifferent) return { ok: false, reason: 'stillDifferent' };
    throw error;
  }
}

async function mendLocked(manager: EntityManager, mending: Mending): Promise<Mended> {
  const { expected, isWhole, neverKept = [] } = mending;
  const { caseNumber, countyCode } = expected;
  const compare = isWhole ? compareCase : compareKnown;
  const read = async (): Promise<StoredCase | undefined> => (await readStored(manager, [caseNumber])).get(caseNumber);
  const before = await read();
  if (!before) return { ok: false, reason: 'noRow' };
  const known = new Set(expected.stepIds);
  const unknown = before.stepIds.filter((id) => !known.has(id));
  if (isWhole && unknown.some((id) => !neverKept.includes(id))) return { ok: false, reason: 'ahead' };
  const found = compare(expected, before);
  if (found.length === 0) return { ok: true, mended: [] };

  if (isWhole && unknown.length > 0) await takeBack(manager, expected, unknown);
  await applyMissing(manager, mending.steps, before);
  const applied = (await read()) as StoredCase;
  await setRows(manager, expected, compare(expected, applied));
  await setTimeline(manager, expected, isWhole);
  if (compare(expected, (await read()) as StoredCase).length > 0) throw new StillDifferent();
  await recordAudit(manager, {
    operation: 'rebuildProjection',
    caller: { kind: 'system' },
    target: { type: 'case', id: caseNumber, countyCode },
    details: {
      fields: [...new Set(found.map(({ field }) => field))].slice(0, 100),
      ...(isWhole && unknown.length > 0 ? { takenBack: unknown.slice(0, 100) } : {}),
    },
  }, ownSchema.schema);
  return { ok: true, mended: found };
}

const IS_AUDITED = `
select exists (
  select from audit_entry
  where target_type = 'case' and target_id = $1 and operation = $2 and idempotency_key = $3
) as "isAudited"`;

/** Of a step whose row alone was lost, what is there already is not written a second time. */
async function applyMissing(manager: EntityManager, steps: readonly CaseStep[], stored: StoredCase): Promise<void> {
  const written = new Set(stored.stepIds);
  const tasks = new Set(stored.tasks.map(({ taskId }) => taskId));
  for (const step of steps) {
    if (written.has(step.stepId)) continue;
    written.add(step.stepId);
    const openedTasks = step.openedTasks.filter(({ taskId }) => !tasks.has(taskId));
    for (const { taskId } of openedTasks) tasks.add(taskId);
    const { cause, ...rest } = step;
    const asked = [step.caseNumber, cause?.operation, cause?.updateId];
    const [audit] = cause ? await manager.query<{ isAudited: boolean }[]>(IS_AUDITED, asked) : [];
    await manager.query(APPLY_STEP, [
      JSON.stringify({ ...rest, openedTasks, ...(cause && !audit?.isAudited ? { cause } : {}) }),
    ]);
  }
}

/** The row that a difference is about, such as `t1` of `task t1.dueAt`. */
const isAbout = ({ field }: Difference, what: string, key: string): boolean =>
  field === `${what} ${key}` || field.startsWith(`${what} ${key}.`);

async function setRows(
  manager: EntityManager,
  expected: ProjectedCase,
  differences: readonly Difference[],
): Promise<void> {
  await setCourse(manager, expected, differences);
  const lists = [
    [TASK_TABLE, 'task', expected.tasks, (row: { taskId: string }) => row.taskId],
    [CLOCK_TABLE, 'clock', expected.clock, (row: { seq: number }) => String(row.seq)],
    [MARK_TABLE, 'mark', expected.marks, (row: { key: string }) => row.key],
    [RECORD_TABLE, 'record', expected.records, (row: { kind: string; id: string }) => `${row.kind}/${row.id}`],
  ] as unknown as [RowTable, string, object[], (row: object) => string][];
  for (const [table, what, rows, keyOf] of lists) {
    const wrong = rows.filter((row) => differences.some((difference) => isAbout(difference, what, keyOf(row))));
    const { caseNumber, countyCode } = expected;
    if (wrong.length > 0 && table.onlyGrows) await remove(manager, table, caseNumber, wrong);
    if (wrong.length > 0) await manager.query(upsertOf(table), [JSON.stringify(wrong), caseNumber, countyCode]);
    const surplus = differences.filter((one) => one.field.startsWith(`${what} `) && one.expected === undefined);
    const rowsToo = surplus.flatMap(({ actual }) => (typeof actual === 'object' && actual !== null ? [actual] : []));
    if (rowsToo.length > 0) await remove(manager, table, caseNumber, rowsToo);
  }
}

async function setCourse(
  manager: EntityManager,
  { caseNumber, course }: ProjectedCase,
  differences: readonly Difference[],
): Promise<void> {
  const names = differences.flatMap(({ field }) => (field.startsWith('course.') ? [field.slice('course.'.length)] : []));
  if (names.length === 0) return;
  const columns = names.map((name) => COURSE_COLUMNS[name as keyof typeof COURSE_COLUMNS]);
  const sets = columns.map(([column, type], i) => `${column} = ($1::jsonb->>'${names[i]}')::${type}`);
  await manager.query(`update case_file set ${sets.join(', ')} where number = $2`, [JSON.stringify(course), caseNumber]);
}

/** `$1` rows as JSON in the names of the projection, `$2` the case, `$3` its county. Who holds a task is left alone. */
function upsertOf({ name, key, columns, onlyGrows }: RowTable): string {
  const all = Object.entries(columns);
  const ofTask = name === 'task';
  const into = [...(ofTask ? ['county_code'] : []), ...all.map(([, [column]]) => column)];
  const given = [...(ofTask ? ['$3'] : []), ...all.map(([field]) => `g."${field}"`)];
  const sets = all.map(([, [column]]) => `${column} = excluded.${column}`);
  const conflict = ofTask ? key : ['case_number', ...key];
  return `
    insert into ${name} as old (case_number, ${into.join(', ')})
    select $2, ${given.join(', ')}
    from jsonb_to_recordset($1::jsonb) g(${all.map(([field, [, type]]) => `"${field}" ${type}`).join(', ')})
    where coalesce($3, '') is not null
    ${onlyGrows ? '' : `on conflict (${conflict.join(', ')}) do update set ${sets.join(', ')}`}${ofTask ? ', version = old.version + 1' : ''}`;
}

async function remove(
  manager: EntityManager,
  { name, key, columns }: RowTable,
  caseNumber: string,
  rows: readonly object[],
): Promise<void> {
  const field = (column: string): string => Object.entries(columns).find(([, [known]]) => known === column)?.[0] ?? column;
  const keyOf = (row: object): string => key.map((column) => (row as Record<string, unknown>)[field(column)]).join('/');
  await removeRows(manager, name, caseNumber, rows.map(keyOf));
}

/** Lost entries are written anew, at the end of the feed; what nobody wrote, or what was altered, goes. */
async function setTimeline(
  manager: EntityManager,
  { caseNumber, countyCode, timeline }: ProjectedCase,
  isWhole: boolean,
): Promise<void> {
  const rows = await readTimeline(manager, caseNumber);
  const differences = compareTimeline(timeline, rows.map(({ entry }) => entry));
  const missing = differences.flatMap(([wanted]) => (wanted ? [wanted] : []));
  if (missing.length > 0) await manager.query(INSERT_ENTRIES, [JSON.stringify(missing), caseNumber, countyCode]);
  if (!isWhole) return;
  const surplus = differences.flatMap(([, found]) => (found ? [canonical(found)] : []));
  for (const entry of surplus) {
    const at = rows.findLastIndex((row) => canonical(row.entry) === entry);
    const [gone] = rows.splice(at, 1);
    if (gone) await removeRows(manager, 'timeline_entry', caseNumber, [gone.seq]);
  }
}

const FIELDS = Object.entries(TIMELINE_COLUMNS);
const INSERT_ENTRIES = `
insert into timeline_entry (case_number, county_code, ${FIELDS.map(([, [column]]) => column).join(', ')})
select $2, $3, ${FIELDS.map(([field]) => `"${field}"`).join(', ')}
from rows from (jsonb_to_recordset($1::jsonb) as (${FIELDS.map(([field, [, type]]) => `"${field}" ${type}`).join(', ')}))
  with ordinality order by ordinality`;
