import type { About, Act, ActionCase, ActionName, Values } from './act.types.js';
import { CASE_ACTS } from './case-acts.js';
import { given } from './shapes.js';
import { TASK_ACTS } from './task-acts.js';

/** The form of each act, by the name under which the service offers it. */
export const FORMS: Record<ActionName, Act> = { ...TASK_ACTS, ...CASE_ACTS };

/** The input of a mutation, from what was filled in. */
export function inputOf(action: ActionName, about: About | { id: string; version: number }, values: Values): Values {
  const { task, one } = 'id' in about ? { task: about, one: undefined } : about;
  const { on, shape } = FORMS[action];
  const said = given(shape ? shape(values, { one }) : values);
  return on === 'task' ? { taskId: task?.id, version: task?.version, ...said } : { number: one?.number, ...said };
}

/** A task of one's own, or free for one; what may be done with somebody else's stands with the case. */
const ON_GIVEN: readonly ActionName[] = ['reassign', 'cancelPart'];
export const isOwn = ({ actions }: { actions: readonly ActionName[] }): boolean => actions.some((action) => !ON_GIVEN.includes(action));
export const ownActs = (actions: readonly ActionName[]): ActionName[] => actions.filter((action) => !ON_GIVEN.includes(action));

/** What can be done with a case, and with what others were given of it. Notes have a place of their own. */
export const actsOnCase = ({ actions, tasks }: Pick<ActionCase, 'actions' | 'tasks'>): ActionName[] => [
  ...(actions ?? []).filter((action) => action !== 'noteCase'),
  ...ON_GIVEN.filter((action) => tasks?.some((task) => (task.actions as readonly ActionName[]).includes(action))),
];
