import { canonical, compareTimeline, type ProjectedCase } from '@yiwang/contracts/projection';
import type { EntityManager } from 'typeorm';
import { readTimeline } from './stored-case.js';

const RETRACT = `
insert into timeline_entry (case_number, county_code, type, at, actor_kind, task_id, internal, data)
select $1, $2, 'retracted', now(), 'system', e."taskId", e.internal, jsonb_build_object('cursor', e.cursor, 'type', e.type)
from jsonb_to_recordset($3::jsonb) as e ("taskId" text, internal boolean, cursor text, type text)`;
/** What only such a step may have written, and no kept step says otherwise. */
const EMPTY = `
update case_file set
  handler_subject = case when $2 then handler_subject end,
  rating = case when $3 then rating end,
  first_response_at = case when first_response_at = any($4) then null else first_response_at end
where number = $1`;

/** By a function of the owner: none of these tables lets the service take anything out. @returns instants of steps. */
export async function removeRows(
  manager: EntityManager,
  table: string,
  caseNumber: string,
  keys: readonly string[],
): Promise<(Date | null)[]> {
  const rows = await manager.query<{ at: Date | null }[]>('select at from mend_remove($1, $2, $3) at', [caseNumber, table, keys]);
  return rows.map(({ at }) => at);
}

/**
 * Takes back steps that were written and whose workflow never kept them, as where the engine's server died between. Nobody
 * is told that it never was: their entries stay on the timeline, each with another that retracts it by its cursor, to the
 * same readers. Should a workflow take such a step after all, it counts like a new one.
 */
export async function takeBack(
  manager: EntityManager,
  { caseNumber, countyCode, course, timeline }: ProjectedCase,
  stepIds: readonly string[],
): Promise<void> {
  const gone = await removeRows(manager, 'case_step', caseNumber, stepIds);
  const instants = new Set(gone.flatMap((at) => (at === null ? [] : [at.toISOString()])));
  const rows = (await readTimeline(manager, caseNumber)).reverse();
  const surplus = compareTimeline(timeline, rows.map(({ entry }) => entry)).flatMap(([, found]) =>
    found && instants.has(found.at) ? [canonical(found)] : [],
  );
  const retracted = surplus.flatMap((entry) => {
    const at = rows.findIndex((row) => canonical(row.entry) === entry);
    return rows.splice(at, 1).map(({ cursor, entry: { taskId, internal, type } }) => ({ cursor, taskId, internal, type }));
  });
  await manager.query(RETRACT, [caseNumber, countyCode, JSON.stringify(retracted.reverse())]);
  const { handlerSubject, rating, firstResponseAt } = course;
  const isKept = (value: unknown): boolean => value !== undefined;
  const answeredThen = isKept(firstResponseAt) ? [] : [...instants];
  await manager.query(EMPTY, [caseNumber, isKept(handlerSubject), isKept(rating), answeredThen]);
}
