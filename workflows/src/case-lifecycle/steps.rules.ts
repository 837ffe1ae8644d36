import {
  SYSTEM_ACTOR,
  type DispatchCaseInput,
  type Notice,
  type OpenedTask,
  type RateCaseInput,
  type WithdrawCaseInput,
} from '@yiwang/contracts/case-flow';
import type { StepContent } from '../recording/record.js';
import { announceTask } from '../recording/tasks.rules.js';
import { levelAboveHolder, type Addressees, type Course } from './course.rules.js';

const toReporter = (course: Course, type: Notice['type'], data: Notice['data'] = {}): Notice => ({
  type,
  to: { kind: 'reporter' },
  data: { caseNumber: course.caseNumber, round: course.round, ...data },
});

const toPositions = (
  course: Course,
  type: Notice['type'],
  { roles, areaCode }: Addressees,
  data: Notice['data'],
): Notice => ({ type, to: { kind: 'position', roles, areaCode }, data: { caseNumber: course.caseNumber, ...data } });

/** The place is not exact enough: a desk must say where the case belongs. */
export function deskStep(course: Course, desk: OpenedTask): StepContent {
  const { timeline, notice } = announceTask(course.caseNumber, desk);
  return { actor: SYSTEM_ACTOR, patch: {}, timeline: [timeline], openedTasks: [desk], notices: [notice] };
}

/** A desk passes the case to another desk, which then decides whether it is accepted. */
export function passedOnStep(course: Course, { actor, taskId }: DispatchCaseInput, desk: OpenedTask): StepContent {
  const { timeline, notice } = announceTask(course.caseNumber, desk);
  return {
    actor,
    patch: { areaCode: desk.areaCode },
    timeline: [timeline],
    openedTasks: [desk],
    changedTasks: [{ taskId, state: 'completed' }],
    notices: [notice],
  };
}

/** Accepted and sent to the village or grid. */
export const dispatchedStep = ({ actor, taskId }: DispatchCaseInput, areaCode: string): StepContent => ({
  actor,
  patch: { stage: 'dispatched', areaCode },
  timeline: [
    { type: 'accepted', taskId, data: { stage: 'accepted' } },
    { type: 'dispatched', taskId, data: { stage: 'dispatched', areaCode } },
  ],
  changedTasks: [{ taskId, state: 'completed' }],
});

/** Not accepted, with the reason that the resident sees; that is a first response too. */
export const notAcceptedStep = (
  course: Course,
  { actor, taskId }: DispatchCaseInput,
  reason: string,
  at: string,
): StepContent => ({
  actor,
  patch: { stage: 'notAccepted', firstResponseAt: at, closedAt: at, closedAs: 'notAccepted' },
  timeline: [{ type: 'notAccepted', text: reason, taskId, data: { stage: 'notAccepted' } }],
  changedTasks: [{ taskId, state: 'completed' }],
  notices: [toReporter(course, 'caseNotAccepted')],
});

const ratedEvent = (course: Course, { rating, ratingId, comment }: RateCaseInput): StepContent['timeline'][number] => ({
  type: 'rated',
  ...(comment === '' ? {} : { text: comment }),
  data: { rating, ratingId, round: course.round },
});

/** A rating that closes: satisfied, mostly satisfied, or dissatisfied when no round is left. */
export function ratedCloseStep(
  course: Course,
  input: RateCaseInput,
  closedAs: 'rated' | 'roundsExhausted',
  at: string,
): StepContent {
  return {
    actor: input.actor,
    patch: { stage: 'closed', rating: input.rating, closedAt: at, closedAs },
    timeline: [ratedEvent(course, input), { type: 'closed', data: { stage: 'closed', closedAs } }],
    notices: closedAs === 'rated' ? [] : [toReporter(course, 'caseClosed', { closedAs })],
  };
}

/** Dissatisfied: another round, another handler. The deadline moves, and the resident is told; the first one stays. */
export const newRoundStep = (course: Course, input: RateCaseInput, round: number, dueAt: string): StepContent => ({
  actor: input.actor,
  patch: { stage: 'dispatched', rating: input.rating, round, resolutionDueAt: dueAt, resolvedAt: null },
  timeline: [ratedEvent(course, input), { type: 'newRound', data: { stage: 'dispatched', round, dueAt } }],
  notices: [toReporter(course, 'newRound', { round, dueAt })],
});

/** Nobody rated within the window. Never counted as satisfied. */
export const notRatedStep = (course: Course, at: string): StepContent => ({
  actor: SYSTEM_ACTOR,
  patch: { stage: 'closed', closedAt: at, closedAs: 'notRated' },
  timeline: [
    { type: 'notRated', data: { round: course.round } },
    { type: 'closed', data: { stage: 'closed', closedAs: 'notRated' } },
  ],
  notices: [toReporter(course, 'caseClosed', { closedAs: 'notRated' })],
});

/** Whoever the open task was addressed to is told that nothing is left to do. */
export const withdrawnStep = (
  course: Course,
  { actor, reason }: WithdrawCaseInput,
  addressees: Addressees | null,
  at: string,
): StepContent => ({
  actor,
  patch: { stage: 'withdrawn', closedAt: at, closedAs: 'withdrawn' },
  timeline: [{ type: 'withdrawn', text: reason, data: { stage: 'withdrawn' } }],
  cancelOpenTasks: true,
  notices: addressees === null ? [] : [toPositions(course, 'caseWithdrawn', addressees, { round: course.round })],
});

/** A clock rang: the case is marked and the level above is told. */
export function overdueStep(course: Course, clock: 'response' | 'resolution', dueAt: string): StepContent {
  const response = clock === 'response';
  return {
    actor: SYSTEM_ACTOR,
    patch: response ? { responseOverdue: true } : { resolutionOverdue: true },
    timeline: [{ type: response ? 'responseOverdue' : 'resolutionOverdue', data: { dueAt, round: course.round } }],
    notices: [toPositions(course, 'overdue', levelAboveHolder(course), { clock, dueAt })],
  };
}
