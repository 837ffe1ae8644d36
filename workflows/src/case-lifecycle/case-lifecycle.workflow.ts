import { allHandlersFinished, condition } from '@temporalio/workflow';
import type { CaseLifecycleInput, CasePatch } from '@yiwang/contracts/case-flow';
import { ratingClosesAt, remainingMs } from '@yiwang/domain/clocks';
import type { Addressed } from '@yiwang/domain/paths';
import { now, record } from '../recording/record.js';
import { startClocks, startResolutionClock } from './clocks.js';
import { beginCourse, deskTaskOf, entryOf, isOpen, type Course } from './course.rules.js';
import { deskStep, notRatedStep } from './steps.rules.js';
import { registerDecisions } from './updates.js';
import { startVillagePath, type RunningPath } from './village-path.js';

/**
 * The whole life of a case, from receipt to closing: the resident's clocks, the desk that finds the place, a path per
 * round, the rating. Decisions change the course (updates.ts); this line follows it.
 */
export async function caseLifecycle(
  input: CaseLifecycleInput,
): Promise<{ closedAs: CasePatch['closedAs']; round: number }> {
  const course = beginCourse(input);
  let path: RunningPath | null = null;
  registerDecisions(course, () => path);
  const clocks = startClocks(course);

  const entry = entryOf(course, course.areaCode);
  if (entry.kind === 'desk') await openDesk(course, entry);
  course.deciding = null;
  await condition(() => course.desk === null);

  while (isOpen(course)) {
    if (course.deciding !== null) {
      // It may end the case, so no path starts beside it; asked again, without a wait between the answer and the start.
      await condition(() => course.deciding === null);
      continue;
    }
    const round = startVillagePath(course);
    path = round;
    const answer = await round.result;
    path = null;
    course.onPath = false;
    if (answer !== null && course.deciding !== 'withdrawCase') {
      course.stage = 'evaluating';
      course.answeredAt = answer.answeredAt;
      course.tasksOpened = answer.tasksOpened;
      course.handlers.push(answer.handlerSubject);
      await Promise.all([clocks.response.stop(answer.answeredAt), clocks.resolution.stop(answer.answeredAt)]);
      await untilRated(course);
      if (isOpen(course)) clocks.resolution = startResolutionClock(course);
    } else {
      await condition(() => !isOpen(course));
    }
  }

  await Promise.all([clocks.response.stop(), clocks.resolution.stop()]);
  await condition(allHandlersFinished);
  return { closedAs: course.closedAs ?? undefined, round: course.round };
}

async function openDesk(course: Course, addressed: Addressed): Promise<void> {
  const desk = deskTaskOf(course, addressed);
  await record(course, 'deskOpened', now(), deskStep(course, desk));
  Object.assign(course, { desk, tasksOpened: course.tasksOpened + 1 });
}

/** The resident rates, or the window passes; a decision that is being recorded at that moment goes first. */
async function untilRated(course: Course): Promise<void> {
  const left = (): boolean => course.stage !== 'evaluating';
  const closesAt = ratingClosesAt(course.answeredAt ?? now(), course.input.policy.ratingWindowDays);
  const rated = await condition(left, Math.max(1, remainingMs(closesAt, Date.now())));
  if (rated) return;
  await condition(() => left() || course.deciding === null);
  if (left()) return;

  course.deciding = 'closing';
  const at = now();
  await record(course, `notRated:${course.round}`, at, notRatedStep(course, at));
  Object.assign(course, { stage: 'closed', closedAs: 'notRated', deciding: null });
}
