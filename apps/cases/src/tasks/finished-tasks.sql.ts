import type { Position } from '@yiwang/platform/auth';
import { TASK_COLUMNS, type Asker, type Bind, type TaskPlace } from './my-tasks.sql.js';

/** What was done, by whoever held it then; what was cancelled nobody finished. */
const FINISHED = `t.state in ('completed', 'handedUp', 'returned')`;
/** So many that a person or an office finished last are looked through for cases that still wait. */
const LATEST = 2_000;

/**
 * What the caller or their unit finished, as conditions on `task t` of which each has an index of finished tasks by
 * their end. An office without a unit, such as a town's centre, is those of one role in one area.
 */
function doneBy({ me }: Asker, positions: readonly Position[], bind: Bind): string[] {
  const offices = positions.map(({ role, areaCode, unitCode }) =>
    unitCode
      ? `t.unit_code = ${bind(unitCode)} and t.county_code like ${bind(`${areaCode.slice(0, 6)}%`)}`
      : `t.unit_code is null and t.area_code = ${bind(areaCode)} and ${bind(role)} = any(t.roles)`,
  );
  return [`t.holder_subject = ${me}`, ...offices];
}

export interface Asked {
  asker: Asker;
  positions: readonly Position[];
  filters: readonly string[];
  after: TaskPlace | null;
  size: string;
}

/** The newest first. */
export function doneTasks({ asker, positions, filters, after, size }: Asked, bind: Bind): string {
  const from = after === null ? [] : [`(t.closed_at, t.id) < (${bind(after.at)}::timestamptz, ${bind(after.id)})`];
  const conditions = [asker.isNotAboutMe, ...filters, ...from];
  const parts = doneBy(asker, positions, bind).map(
    (branch) => `
(select t.id, t.closed_at from task t join case_file c on c.number = t.case_number
where ${[FINISHED, branch, ...conditions].join(' and ')}
order by t.closed_at desc, t.id desc limit ${size})`,
  );
  return `
select ${TASK_COLUMNS}
from task t where t.id = any(array(
  select id from (${parts.join(' union ')}) found order by closed_at desc, id desc limit ${size}))
order by t.closed_at desc, t.id desc`;
}

/**
 * What others do with a case because of the caller or their unit, due first: the task that followed on one of theirs, a
 * part of one, the approval that somebody asked for; and nothing that they could do themselves.
 */
export function waitingTasks({ asker, positions, filters, after, size }: Asked, bind: Bind): string {
  const { me } = asker;
  const done = doneBy(asker, positions, bind).map(
    (branch) => `
(select t.id, t.case_number, t.closed_at from task t where ${FINISHED} and ${branch} order by t.closed_at desc, t.id desc limit ${LATEST})`,
  );
  const [at, id] = after === null ? [] : [bind(after.at), bind(after.id)];
  const from = after === null ? [] : [`(t.due_at, t.id) > (${at}::timestamptz, ${id})`];
  return `
with done as materialized (${done.join(' union ')}),
held as materialized (select t.id, t.case_number from task t where t.holder_subject = ${me} and t.state in ('open', 'accepted'))
select ${TASK_COLUMNS}
from task t join case_file c on c.number = t.case_number
where t.state in ('open', 'accepted')
  and t.case_number = any(array(select case_number from done union select case_number from held))
  and t.holder_subject is distinct from ${me} and not (${asker.isForMe()})
  and (exists (select from held where t.part_of = held.id)
    or (t.kind = 'approve' and ${me} = any(t.excluded_subjects))
    or exists (select from done where done.case_number = t.case_number and (t.part_of = done.id
      or (done.closed_at <= t.opened_at and not exists (select from task later
        where later.case_number = t.case_number and later.closed_at > done.closed_at and later.closed_at <= t.opened_at
          and later.state in ('completed', 'handedUp', 'returned'))))))
  and ${[asker.isNotAboutMe, ...filters, ...from].join(' and ')}
order by t.due_at, t.id
limit ${size}`;
}
