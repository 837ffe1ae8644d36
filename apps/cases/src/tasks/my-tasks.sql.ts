import type { Position } from '@yiwang/platform/auth';
import { positionsJson } from '../case/case-access.js';
import type { TaskFilterInput } from './task.types.js';

/** Everything of a task as its entity names it. */
export const TASK_COLUMNS = `
  t.id, t.case_number as "caseNumber", t.county_code as "countyCode", t.kind, t.state, t.tier,
  t.workflow_id as "workflowId", t.roles, t.area_code as "areaCode", t.unit_code as "unitCode", t.subjects,
  t.excluded_subjects as "excludedSubjects", t.excluded_units as "excludedUnits", t.round, t.due_at as "dueAt",
  t.holder_subject as "holderSubject", t.version, t.opened_at as "openedAt", t.closed_at as "closedAt", t.title,
  t.part_of as "partOf", t.result, t.data`;

/** Gives a value its placeholder. */
export type Bind = (value: unknown) => string;

/** Where in the order of a list a page begins: after this task. */
export interface TaskPlace {
  at: string;
  id: string;
}

/** Who asks, as placeholders of a statement; values are bound where they are asked for, or PostgreSQL knows no type for them. */
export interface Asker {
  me: string;
  /** Whether a task `t` is addressed to one of their positions; the same as mayHold of the domain. */
  isForMe(): string;
  /** And held by nobody, or by whom they stand in for. */
  isFreeForMe(): string;
  /** Whether a case `c` is not about them. */
  isNotAboutMe: string;
}

export function askerOf(subject: string | null, positions: readonly Position[], bind: Bind): Asker {
  const me = bind(subject);
  const column = (of: (position: Position) => string | null): string => `${bind(positions.map(of))}::text[]`;
  const isPutToMe = (also = ''): string => `not (${me} = any(t.excluded_subjects)) and exists (
      select from unnest(${column(({ role }) => role)}, ${column(({ areaCode }) => areaCode)}, ${column(({ unitCode }) => unitCode)},
        ${column(({ actingForId }) => actingForId ?? null)}) p(role, area, unit, acting_for)
      where p.role = any(t.roles)${also}
        and (t.subjects is null or ${me} = any(t.subjects) or p.acting_for = any(t.subjects))
        and (p.acting_for is null or not (p.acting_for = any(t.excluded_subjects)))
        and (t.unit_code is null or t.unit_code = p.unit)
        and (p.unit is null or not (p.unit = any(t.excluded_units)))
        and (t.area_code like p.area || '%' or (p.role = 'gridMember' and p.area like t.area_code || '%')))`;
  return {
    me,
    isForMe: () => isPutToMe(),
    isFreeForMe: () => isPutToMe(' and (t.holder_subject is null or t.holder_subject = p.acting_for)'),
    isNotAboutMe: `(c.about_whom is null or not is_concerned(c.about_whom, ${me}, ${bind(positionsJson(positions))}::jsonb))`,
  };
}

/** Each of the words stands in the task's title or in its case. */
const allOf = (words: readonly string[], bind: Bind): string =>
  `not exists (select from unnest(${bind(words)}::text[]) word where not (
     coalesce(search_form(t.title) like search_pattern(word), false) or case_has_words(t.case_number, array[word])))`;

/** Conditions on `task t` and its case `c`. */
export function filtersOf(filter: TaskFilterInput, words: readonly string[], bind: Bind): string[] {
  return [
    filter.stage ? `c.stage = ${bind(filter.stage)}` : [],
    filter.path ? `c.path = ${bind(filter.path)}` : [],
    filter.kind ? `t.kind = ${bind(filter.kind)}` : [],
    filter.kinds ? `t.kind = any(${bind(filter.kinds)}::text[])` : [],
    filter.dueBefore ? `t.due_at < ${bind(filter.dueBefore)}` : [],
    words.length > 0 ? allOf(words, bind) : [],
  ].flat();
}

export interface OpenTasks {
  asker: Asker;
  held: boolean;
  free: boolean;
  filters: readonly string[];
  after: TaskPlace | null;
  size: string;
}

/**
 * Open tasks of a person, due first, from `taskBranches`: an OR of them would be answered by reading all of them. A grid
 * member also sees a task that is addressed to the whole village.
 */
export function openTasks(branches: readonly string[], { asker, held, free, filters, after, size }: OpenTasks, bind: Bind): string {
  const mine = [held ? `t.holder_subject = ${asker.me}` : [], free ? `(${asker.isFreeForMe()})` : []].flat().join(' or ');
  const [at, id] = after === null ? [] : [bind(after.at), bind(after.id)];
  const from = after === null ? [] : [`t.due_at >= ${at}::timestamptz and (t.due_at, t.id) > (${at}::timestamptz, ${id})`];
  const conditions = [`(${mine})`, asker.isNotAboutMe, ...filters, ...from].join(' and ');
  const parts = branches.map(
    (branch) => `
(select t.id, t.due_at from task t join case_file c on c.number = t.case_number
where t.state in ('open', 'accepted') and ${branch} and ${conditions}
order by t.due_at, t.id
limit ${size})`,
  );
  return `
select ${TASK_COLUMNS}
from task t where t.id = any(array(
  select id from (${parts.join(' union ')}) found order by due_at, id limit ${size}))
order by t.due_at, t.id`;
}

/** One task (`$1`) and whom its case is about. */
export const TASK_WITH_CONCERNED = `
select ${TASK_COLUMNS}, c.about_whom as "aboutWhom"
from task t join case_file c on c.number = t.case_number where t.id = $1`;

/** Tasks of cases (`$1`) that are still to be done. */
export const OPEN_TASKS_OF = `
select ${TASK_COLUMNS}
from task t where t.case_number = any($1) and t.state in ('open', 'accepted') order by t.due_at, t.id`;

/** Open parts of the case that a task (`$1`) leads. */
export const PARTS_BESIDE = `
select part.id from task lead join task part on part.case_number = lead.case_number
where lead.id = $1 and lead.kind = 'lead' and part.kind = 'contribute' and part.state in ('open', 'accepted')`;
