import type { CaseStep, ChangedTask, OpenedTask, TaskKind } from '../case-flow/index.js';
import { lifecycleWorkflowId } from '../engine/index.js';
import { sameInstant, type ProjectedTask } from './projected-case.js';

/** Whose deadline is the deadline of whoever leads. */
const LEADING: readonly TaskKind[] = ['handle', 'lead', 'coordinate'];

const isOpen = ({ state }: ProjectedTask): boolean => state === 'open' || state === 'accepted';

/**
 * The case's tasks after a step. Changes, cancelling and moved deadlines concern what was there before it, never what
 * the step itself opens.
 */
export function applyToTasks(tasks: readonly ProjectedTask[], step: CaseStep): ProjectedTask[] {
  const before = tasks.map((task) => changed(task, step));
  const known = new Set(tasks.map(({ taskId }) => taskId));
  return [...before, ...step.openedTasks.filter(({ taskId }) => !known.has(taskId)).map((task) => opened(task, step))];
}

function opened(task: OpenedTask, { at }: CaseStep): ProjectedTask {
  return {
    taskId: task.taskId,
    kind: task.kind,
    workflowId: task.workflowId,
    tier: task.tier,
    roles: task.roles,
    areaCode: task.areaCode,
    excludedSubjects: task.excludedSubjects,
    round: task.round,
    dueAt: sameInstant(task.dueAt),
    state: 'open',
    unitCode: task.unitCode ?? null,
    subjects: task.subjects ?? null,
    excludedUnits: task.excludedUnits ?? [],
    title: task.title ?? null,
    partOf: task.partOf ?? null,
    data: task.data ?? {},
    result: null,
    openedAt: sameInstant(at),
    closedAt: null,
  };
}

function changed(task: ProjectedTask, step: CaseStep): ProjectedTask {
  const found = step.changedTasks.find(({ taskId }) => taskId === task.taskId) ?? cancelled(task, step);
  // Whoever cancels may be another workflow than whoever accepts, and be written in another order than it happened.
  const change = found?.state === 'accepted' && !isOpen(task) ? undefined : found;
  const dueAt = dueAnew(task, step, change !== undefined) ?? task.dueAt;
  if (!change) return { ...task, dueAt };
  const closedAt = change.state === 'accepted' ? task.closedAt : sameInstant(step.at);
  return { ...task, dueAt, state: change.state, result: change.result ?? task.result, closedAt };
}

function cancelled(task: ProjectedTask, step: CaseStep): ChangedTask | undefined {
  if (!step.cancelOpenTasks || !isOpen(task)) return undefined;
  const isLifecycles = task.workflowId === lifecycleWorkflowId(step.caseNumber);
  if (step.cancelOpenTasks === 'path' && isLifecycles) return undefined;
  return { taskId: task.taskId, state: 'cancelled' };
}

/** A part's own deadline is the later of both where the step moves it and whoever leads. */
function dueAnew(task: ProjectedTask, { leadDueAt, partDueAt }: CaseStep, isChanged: boolean): string | undefined {
  const leads = leadDueAt !== undefined && !isChanged && isOpen(task) && LEADING.includes(task.kind);
  const given = [...(partDueAt?.taskId === task.taskId ? [partDueAt.dueAt] : []), ...(leads ? [leadDueAt] : [])];
  return given.map(sameInstant).sort().at(-1);
}
