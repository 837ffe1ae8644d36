import type { AboutWhom, Actor, Notice, OpenedTask, TimelineEvent } from '@yiwang/contracts/case-flow';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { isConcerned } from '@yiwang/domain/paths';

/** Unique in the case over all its rounds and desks: the case number and the task's own running number. */
export const taskIdOf = (caseNumber: string, running: number): string => `${caseNumber}-t${running}`;

/** A notice to the people whom a task is addressed to. */
export const toTask = (task: OpenedTask, type: Notice['type'], data: Notice['data']): Notice => ({
  type,
  to: {
    kind: 'position',
    roles: task.roles,
    areaCode: task.areaCode,
    ...(task.unitCode === undefined ? {} : { unitCode: task.unitCode }),
    ...(task.subjects === undefined ? {} : { subjects: task.subjects }),
  },
  data,
});

/** The public entry and the notice that go with a task's opening. */
export function announceTask(caseNumber: string, task: OpenedTask): { timeline: TimelineEvent; notice: Notice } {
  const { taskId, kind, roles, areaCode, round, dueAt, unitCode, data } = task;
  const isReturnedPart = typeof data?.part === 'string' && data.part !== '';
  return {
    timeline: {
      type: 'taskOpened',
      taskId,
      data: { kind, roles, areaCode, round, dueAt, ...(unitCode === undefined ? {} : { unitCode }), ...(isReturnedPart ? { part: true } : {}) },
    },
    notice: toTask(task, 'taskOpened', { caseNumber, taskId, dueAt, round }),
  };
}

/** Said to those who work on it: somebody named is away, and whoever acts for them has the task. */
const standingInFor = ({ taskId, subjects = [], data }: OpenedTask): TimelineEvent[] =>
  Array.isArray(data?.actingFor)
    ? [{ type: 'reassigned', taskId, internal: true, data: { actingFor: data.actingFor, subjects } }]
    : [];

/** What is written when tasks open. */
export function openingOf(caseNumber: string, tasks: OpenedTask[]) {
  const announced = tasks.map((task) => announceTask(caseNumber, task));
  return {
    openedTasks: tasks,
    timeline: announced.flatMap(({ timeline }, index) => [timeline, ...standingInFor(tasks[index] as OpenedTask)]),
    notices: announced.map(({ notice }) => notice),
  };
}

export type Verdict = { ok: true } | Refusal;

/** Whether the named task is open: another one of the case is closed, one that is no task of the case unknown. */
export function checkTaskIsOpen(caseNumber: string, task: OpenedTask | null | undefined, taskId: string): Verdict {
  if (task?.taskId === taskId) return { ok: true };
  return taskId.startsWith(`${caseNumber}-`) ? refuse('TASK_CLOSED') : refuse('TASK_NOT_FOUND', { value: taskId });
}

/**
 * Whether this actor may take the task: by a position it is addressed to, not after handling an earlier round, and not
 * where the complaint is about them.
 */
export function checkTaskIsTheirs(task: OpenedTask, actor: Actor, about?: AboutWhom): Verdict {
  const addressed = actor.role !== undefined && task.roles.includes(actor.role);
  const ofUnit = task.unitCode === undefined || task.unitCode === actor.unitCode;
  const persons = [actor.subject, actor.actingForId].filter((one) => one !== undefined);
  const named = task.subjects === undefined || persons.some((one) => task.subjects?.includes(one));
  const excluded =
    actor.subject === undefined ||
    persons.some((one) => task.excludedSubjects.includes(one)) ||
    (actor.unitCode !== undefined && (task.excludedUnits ?? []).includes(actor.unitCode));
  return addressed && ofUnit && named && !excluded && !isAbout(about, actor) ? { ok: true } : refuse('TASK_NOT_YOURS');
}

const isAbout = (about: AboutWhom | undefined, { subject, role, areaCode, unitCode }: Actor): boolean =>
  about !== undefined &&
  isConcerned(about, subject ?? null, role === undefined || areaCode === undefined ? [] : [{ role, areaCode, unitCode }]);

/** The first refusal of several checks, each asked only when those before it passed. */
export function firstRefusal(...checks: (() => Verdict)[]): Verdict {
  for (const check of checks) {
    const verdict = check();
    if (!verdict.ok) return verdict;
  }
  return { ok: true };
}
