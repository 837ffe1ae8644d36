import type { Actor, Notice, OpenedTask, TimelineEvent } from '@yiwang/contracts/case-flow';
import { refuse, type Refusal } from '@yiwang/contracts/errors';

/** Unique in the case over all its rounds and desks: the case number and the task's own running number. */
export const taskIdOf = (caseNumber: string, running: number): string => `${caseNumber}-t${running}`;

/** The public entry and the notice that go with a task's opening. */
export const announceTask = (caseNumber: string, task: OpenedTask): { timeline: TimelineEvent; notice: Notice } => ({
  timeline: {
    type: 'taskOpened',
    taskId: task.taskId,
    data: { kind: task.kind, roles: task.roles, areaCode: task.areaCode, round: task.round, dueAt: task.dueAt },
  },
  notice: {
    type: 'taskOpened',
    to: { kind: 'position', roles: task.roles, areaCode: task.areaCode },
    data: { caseNumber, taskId: task.taskId, dueAt: task.dueAt, round: task.round },
  },
});

export type Verdict = { ok: true } | Refusal;

/** Whether the named task is the one that is open now. */
export function checkTaskIsOpen(caseNumber: string, task: OpenedTask | null, taskId: string): Verdict {
  if (task?.taskId === taskId) return { ok: true };
  return taskId.startsWith(`${caseNumber}-t`) ? refuse('TASK_CLOSED') : refuse('TASK_NOT_FOUND', { value: taskId });
}

/** Whether this actor may take the task: by a position it is addressed to, and not after handling an earlier round. */
export function checkTaskIsTheirs(task: OpenedTask, actor: Actor): Verdict {
  const addressed = actor.role !== undefined && task.roles.includes(actor.role);
  const excluded = actor.subject === undefined || task.excludedSubjects.includes(actor.subject);
  return addressed && !excluded ? { ok: true } : refuse('TASK_NOT_YOURS');
}

/** The first refusal of several checks, each asked only when those before it passed. */
export function firstRefusal(...checks: (() => Verdict)[]): Verdict {
  for (const check of checks) {
    const verdict = check();
    if (!verdict.ok) return verdict;
  }
  return { ok: true };
}
