import { condition, setHandler } from '@temporalio/workflow';
import type {
  DecisionResult,
  DispatchCaseInput,
  RateCaseInput,
  UpdateName,
  WithdrawCaseInput,
} from '@yiwang/contracts/case-flow';
import { resolutionDueAt } from '@yiwang/domain/clocks';
import { afterRating } from '@yiwang/domain/paths';
import { dispatchCase, handedUp, progress, rateCase, withdrawCase } from '../recording/messages.js';
import { now, record } from '../recording/record.js';
import { insist } from '../recording/refuse-update.js';
import { showRound } from '../recording/search-attributes.js';
import { addresseesOf, deskTaskOf, entryOf, isOpen, progressOf, type Course } from './course.rules.js';
import { checkDispatch, checkRating, checkWithdrawal } from './decisions.rules.js';
import {
  dispatchedStep,
  newRoundStep,
  notAcceptedStep,
  passedOnStep,
  ratedCloseStep,
  withdrawnStep,
} from './steps.rules.js';
import type { RunningPath } from './village-path.js';

/**
 * What is decided about the whole case. The validators refuse; a handler closes the door behind itself before its
 * first await (`deciding`), records, and only then moves the course on. The main line follows the course.
 */
export function registerDecisions(course: Course, runningPath: () => RunningPath | null): void {
  const decide = async (name: UpdateName, work: () => Promise<void>): Promise<DecisionResult> => {
    course.deciding = name;
    try {
      await work();
    } finally {
      course.deciding = null;
    }
    return { stage: course.stage, round: course.round };
  };

  setHandler(progress, () => progressOf(course));
  setHandler(handedUp, ({ handlerSubject }) => {
    course.atTown = true;
    course.handlers.push(handlerSubject);
  });
  setHandler(dispatchCase, (input) => decide('dispatchCase', () => dispatch(course, input)), {
    validator: (input) => insist(checkDispatch(course, input)),
  });
  setHandler(
    rateCase,
    async (input) => {
      // PostgreSQL knows the path's answer a moment sooner than the lifecycle, which may take long to hear of it.
      await condition(() => !course.onPath || !isOpen(course));
      insist(checkRating(course, input, true));
      return decide('rateCase', () => rate(course, input));
    },
    { validator: (input) => insist(checkRating(course, input, false)) },
  );
  setHandler(
    withdrawCase,
    async (input) => {
      await condition(() => course.deciding !== 'opening');
      insist(checkWithdrawal(course, input));
      return decide('withdrawCase', () => withdraw(course, input, runningPath));
    },
    { validator: (input) => insist(checkWithdrawal(course, input)) },
  );
}

async function dispatch(course: Course, input: DispatchCaseInput): Promise<void> {
  const { decision } = input;
  const at = now();
  if (decision.kind === 'notAccept') {
    await record(course, 'dispatchCase', at, notAcceptedStep(course, input, decision.reason, at));
    Object.assign(course, { stage: 'notAccepted', closedAs: 'notAccepted', desk: null });
    return;
  }
  const entry = entryOf(course, decision.areaCode);
  if (entry.kind === 'villagePath') {
    await record(course, 'dispatchCase', at, dispatchedStep(input, entry.areaCode));
    Object.assign(course, { stage: 'dispatched', areaCode: entry.areaCode, desk: null });
  } else {
    const desk = deskTaskOf(course, entry);
    await record(course, 'dispatchCase', at, passedOnStep(course, input, desk));
    Object.assign(course, { areaCode: desk.areaCode, desk, tasksOpened: course.tasksOpened + 1 });
  }
}

async function rate(course: Course, input: RateCaseInput): Promise<void> {
  const at = now();
  const { maxRounds, resolutionLimitDays } = course.input.policy;
  const next = afterRating(input.rating, course.round, maxRounds);
  if (next.kind === 'nextRound') {
    const dueAt = resolutionDueAt(at, resolutionLimitDays);
    await record(course, 'rateCase', at, newRoundStep(course, input, next.round, dueAt));
    Object.assign(course, { stage: 'dispatched', round: next.round, resolutionDueAt: dueAt, answeredAt: null });
    showRound(next.round, dueAt);
  } else {
    await record(course, 'rateCase', at, ratedCloseStep(course, input, next.as, at));
    Object.assign(course, { stage: 'closed', closedAs: next.as });
  }
}

async function withdraw(
  course: Course,
  input: WithdrawCaseInput,
  runningPath: () => RunningPath | null,
): Promise<void> {
  const addressees = addresseesOf(course);
  await runningPath()?.leave();
  const at = now();
  await record(course, 'withdrawCase', at, withdrawnStep(course, input, addressees, at));
  Object.assign(course, { stage: 'withdrawn', closedAs: 'withdrawn', desk: null });
}
