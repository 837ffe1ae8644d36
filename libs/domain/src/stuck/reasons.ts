import type { PositionRole } from '../paths/vocabulary.js';
import type { CaseFacts, Failing, TaskFacts } from './facts.types.js';
import { taskInTheWay } from './task-in-the-way.js';

/** Why a case is not moving. Where several hold, the first in this order is told: it explains the others. */
export const REASON_KINDS = [
  'workflowLost',
  'engineAway',
  'workflowTaskFailing',
  'noWorker',
  'notStarted',
  'stepFailing',
  'timerMissing',
  'recordsDiffer',
  'withLeadingCase',
  'suspended',
  'waitingForResident',
  'referred',
  'deliveryFailing',
  'passedAround',
  'waitingForApproval',
  'overdue',
  'unclaimed',
  'held',
  'waitingForRating',
  'onItsWay',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Which reasons are the machine's: a person who works faster would not help. */
export const MACHINE_REASONS: ReadonlySet<ReasonKind> = new Set([
  'workflowLost',
  'engineAway',
  'workflowTaskFailing',
  'noWorker',
  'notStarted',
  'stepFailing',
  'timerMissing',
  'recordsDiffer',
  'deliveryFailing',
]);

/** Who has to do something. `post`: whoever holds one of the roles in the area. */
export type ReasonOwner =
  | { kind: 'person'; subject: string }
  | { kind: 'unit'; unitCode: string }
  | { kind: 'post'; roles: readonly PositionRole[]; areaCode: string }
  | { kind: 'resident' }
  | { kind: 'case'; number: string }
  | { kind: 'city' }
  | { kind: 'machine'; part: MachinePart };
export type MachinePart = 'engine' | 'workflow' | 'worker' | 'relay' | 'records' | 'delivery';

/** What would move the case on. */
export const NEXT_STEPS = ['claim', 'work', 'decide', 'verify', 'dispatch', 'arbitrate', 'reply', 'review', 'rate', 'giveFeedback', 'follow', 'retry', 'repair', 'wait'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export interface Reason {
  kind: ReasonKind;
  owner: ReasonOwner;
  /** Since when it holds (instant). */
  since: string;
  next: { step: NextStep; by: string | null };
  /** The task that is waited for, where one is. */
  taskId: string | null;
  /** The machine's tries, where it tries. */
  attempts: number | null;
  failure: string | null;
}

export interface Diagnosis {
  reason: Reason;
  /** What holds besides, in the same order. */
  also: readonly ReasonKind[];
  /** When another reason may hold without anything happening meanwhile; none where time alone changes nothing. */
  looksAgainAt: string | null;
}

/** A single failed try mends itself; from the second on it is told. */
const TRIES_TOLD = 2;
/** So many returns are passing back and forth. */
const RETURNS_TOLD = 2;
/** A start that has waited longer is stuck, tried or not. */
const START_PATIENCE_MS = 10_000;

/**
 * Why an open case is not moving: one reason with its owner, since when, and the next step. Pure: the same facts give the
 * same reason. It names people by their subjects only and says nothing of what was written in the case.
 */
export function diagnose(facts: CaseFacts): Diagnosis {
  const rank = ({ kind }: Reason): number => REASON_KINDS.indexOf(kind);
  const [reason = onItsWay(facts), ...others] = [...machineReasons(facts), ...peopleReasons(facts)].toSorted((a, b) => rank(a) - rank(b));
  return { reason, also: others.map(({ kind }) => kind), looksAgainAt: looksAgainAt(facts) };
}

function machineReasons({ now, machine: m }: CaseFacts): Reason[] {
  const engineHasWork = m.unmarked !== undefined || m.unopened !== undefined || m.start !== undefined;
  const isStartLate = m.start !== undefined && (m.start.attempts >= TRIES_TOLD || msBetween(m.start.since, now) > START_PATIENCE_MS);
  return [
    ...(m.lost ? [machine('workflowLost', 'workflow', m.lost.since, { failure: m.lost.as })] : []),
    ...(m.engineAway && engineHasWork ? [machine('engineAway', 'engine', m.engineAway.since)] : []),
    ...(m.workflowTask ? [failing('workflowTaskFailing', 'workflow', m.workflowTask)] : []),
    // Starts are handed to the engine by the worker too: without one nobody tries them.
    ...(m.noWorker && engineHasWork ? [machine('noWorker', 'worker', m.noWorker.since)] : []),
    ...(m.start && isStartLate ? [failing('notStarted', 'relay', m.start)] : []),
    ...(m.step && m.step.attempts >= TRIES_TOLD ? [failing('stepFailing', 'records', m.step)] : []),
    ...(m.unmarked ? [machine('timerMissing', 'workflow', m.unmarked.dueAt)] : []),
    ...(m.doubt ? [machine('recordsDiffer', 'records', m.doubt.since, { attempts: m.doubt.tries })] : []),
    ...(m.delivery && (m.delivery.isRefused || m.delivery.attempts >= TRIES_TOLD) ? [failing('deliveryFailing', 'delivery', m.delivery)] : []),
  ];
}

function peopleReasons(facts: CaseFacts): Reason[] {
  const { stage, stageSince, paused, mergedInto, tasks, returns } = facts;
  if (mergedInto !== null) return [people('withLeadingCase', { kind: 'case', number: mergedInto }, stageSince, 'follow')];
  if (paused?.kind === 'suspended') return [people('suspended', workOwner(facts), paused.since, 'review', paused.until)];
  if (paused) return [people('waitingForResident', { kind: 'resident' }, paused.since, 'reply', paused.until)];
  if (stage === 'referred') return [people('referred', { kind: 'city' }, stageSince, 'follow')];
  if (stage === 'evaluating') return [people('waitingForRating', { kind: 'resident' }, stageSince, 'rate', facts.ratingUntil)];
  return [...passedAround(facts, returns), ...waitingForApproval(tasks), ...work(facts)];
}

const passedAround = (facts: CaseFacts, { count, lastAt }: CaseFacts['returns']): Reason[] =>
  count >= RETURNS_TOLD ? [people('passedAround', workOwner(facts), lastAt ?? facts.stageSince, 'arbitrate', facts.dueAt, taskInTheWay(facts.tasks))] : [];

function waitingForApproval(tasks: CaseFacts['tasks']): Reason[] {
  const [oldest] = tasks.filter(({ kind }) => kind === 'approve').toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return oldest ? [people('waitingForApproval', ownerOf(oldest), oldest.openedAt, 'decide', oldest.dueAt, oldest)] : [];
}

/** Whoever is in the way: late, not claimed by anybody, or at work. */
function work({ now, tasks, dueAt }: CaseFacts): Reason[] {
  const task = taskInTheWay(tasks);
  if (!task) return [];
  const owner = ownerOf(task);
  const late = [task.dueAt, ...(dueAt === null ? [] : [dueAt])].filter((at) => at < now).toSorted()[0];
  const step = task.holder === null ? 'claim' : STEP_OF[task.kind];
  const standing = people(task.holder === null ? 'unclaimed' : 'held', owner, task.openedAt, step, task.dueAt, task);
  return [...(late === undefined ? [] : [people('overdue', owner, late, step, null, task)]), standing];
}

const STEP_OF: Record<TaskFacts['kind'], NextStep> = {
  ...{ desk: 'dispatch', coordinate: 'dispatch', cityDesk: 'dispatch', arbitrate: 'arbitrate', verify: 'verify', approve: 'decide' },
  ...{ handle: 'work', lead: 'work', contribute: 'work', order: 'giveFeedback' },
};

const onItsWay = ({ stageSince, machine: m }: CaseFacts): Reason =>
  people('onItsWay', { kind: 'machine', part: m.start ? 'relay' : 'workflow' }, m.start?.since ?? m.unopened?.since ?? stageSince, 'wait');

function ownerOf({ holder, unitCode, roles, areaCode }: TaskFacts): ReasonOwner {
  if (holder !== null) return { kind: 'person', subject: holder };
  return unitCode === null ? { kind: 'post', roles, areaCode } : { kind: 'unit', unitCode };
}

function workOwner({ tasks }: CaseFacts): ReasonOwner {
  const task = taskInTheWay(tasks);
  return task ? ownerOf(task) : { kind: 'machine', part: 'workflow' };
}

const people = (kind: ReasonKind, owner: ReasonOwner, since: string, step: NextStep, by: string | null = null, task?: TaskFacts): Reason => ({
  ...{ kind, owner, since, next: { step, by } },
  ...{ taskId: task?.id ?? null, attempts: null, failure: null },
});

const machine = (kind: ReasonKind, part: MachinePart, since: string, more: Partial<Pick<Reason, 'attempts' | 'failure'>> = {}): Reason => ({
  ...{ kind, owner: { kind: 'machine', part }, since, next: { step: 'repair', by: null } },
  ...{ taskId: null, attempts: null, failure: null, ...more },
});

function failing(kind: ReasonKind, part: MachinePart, { since, attempts, failure, nextTryAt }: Failing): Reason {
  const next = nextTryAt === null ? { step: 'repair' as const, by: null } : { step: 'retry' as const, by: nextTryAt };
  return { ...machine(kind, part, since, { attempts, failure }), next };
}

/** The next deadline that nobody has passed yet, and when a start loses patience. */
function looksAgainAt({ now, dueAt, tasks, machine: m }: CaseFacts): string | null {
  const start = m.start && new Date(Date.parse(m.start.since) + START_PATIENCE_MS + 1).toISOString();
  const instants = [dueAt, start, ...tasks.map((task) => task.dueAt)].filter((at): at is string => typeof at === 'string' && at >= now);
  return instants.toSorted()[0] ?? null;
}

const msBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
