import type { DispatchCaseInput, RateCaseInput, WithdrawCaseInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { mayDispatch, mayRate, mayWithdraw } from '@yiwang/domain/paths';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, type Verdict } from '../recording/tasks.rules.js';
import { isOpen, type Course } from './course.rules.js';

const OK: Verdict = { ok: true };

/** One decision at a time: what is being recorded may end the case or take it elsewhere. An opening does neither. */
function checkUndecided(course: Course): Verdict {
  if (!isOpen(course) || course.deciding === 'withdrawCase' || course.deciding === 'closing') {
    return refuse('CASE_CLOSED');
  }
  if (course.deciding === null || course.deciding === 'opening') return OK;
  return refuse('STAGE_REFUSES', { actual: course.stage });
}

/** Whether a desk may decide so: on its open task, for a place anywhere in the county but not for itself. */
export function checkDispatch(course: Course, { taskId, actor, decision }: DispatchCaseInput): Verdict {
  if (!isOpen(course)) return refuse('CASE_CLOSED');
  const { desk } = course;
  if (desk === null || course.deciding === 'dispatchCase') return refuse('TASK_CLOSED');
  const ofCounty = { kind: desk.kind, state: 'open', areaCode: course.countyCode } as const;
  return firstRefusal(
    () => checkUndecided(course),
    () => checkTaskIsOpen(course.caseNumber, desk, taskId),
    () => checkTaskIsTheirs(desk, actor),
    () => mayDispatch(course.stage, ofCounty, decision),
    () =>
      decision.kind === 'dispatch' && decision.areaCode === desk.areaCode
        ? refuse('INPUT_INVALID', { field: 'areaCode', expected: '本岗位以外的区域 / an area other than this desk' })
        : OK,
  );
}

/**
 * Whether the resident may rate now. A path that runs may have answered already without the lifecycle having heard
 * of it, so the validator lets that pass and the handler asks again once it has heard (`heard`).
 */
export function checkRating(course: Course, { actor, round }: RateCaseInput, heard: boolean): Verdict {
  const stage = course.onPath && !heard ? 'evaluating' : course.stage;
  return firstRefusal(
    () => checkUndecided(course),
    () => (round < course.round ? refuse('STAGE_REFUSES', { actual: course.stage }) : OK),
    () => mayRate({ stage, handlerSubjects: course.handlers }, actor.subject ?? null),
  );
}

/**
 * A case may be withdrawn until it is answered; from then on it is rated instead. While the case is being opened the
 * validator lets a withdrawal pass, and the handler asks again once it is open.
 */
export function checkWithdrawal(course: Course, input: WithdrawCaseInput): Verdict {
  const undecided = checkUndecided(course);
  return undecided.ok ? mayWithdraw(course.stage, input.reason) : undecided;
}
