import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { isOverdue, remainingMs } from '@yiwang/domain/clocks';
import { firstResponseAt, now, record } from '../recording/record.js';
import { showOverdue } from '../recording/search-attributes.js';
import { isOpen, type Course } from './course.rules.js';
import { overdueStep } from './steps.rules.js';

/** One timer that rings at most once. */
export interface Clock {
  /**
   * Stops the timer, or waits for what its ringing has begun to write. With the instant of an answer that came too late
   * it rings now: instants decide, not what the engine hears of first.
   */
  stop(answeredAt?: string): Promise<void>;
}

/** The resident's clocks run from receipt beside everything else; one timer each. */
export function startClocks(course: Course): { response: Clock; resolution: Clock } {
  return {
    response: startClock(course.responseDueAt, () => ringResponse(course)),
    resolution: startClock(course.resolutionDueAt, () => ringResolution(course)),
  };
}

/** A case relayed late, after an outage of the engine, may be overdue at once. */
function startClock(dueAt: string, ring: () => Promise<void>): Clock {
  const scope = new CancellationScope();
  let stoppedLate = false;
  const rung = scope.run(() => sleep(Math.max(1, remainingMs(dueAt, Date.now())))).then(ring, (error: unknown) => {
    if (!isCancellation(error)) throw error;
    return stoppedLate ? ring() : undefined;
  });
  return {
    stop(answeredAt) {
      stoppedLate = answeredAt !== undefined && isOverdue(dueAt, answeredAt);
      scope.cancel();
      return rung;
    },
  };
}

export const startResolutionClock = (course: Course): Clock =>
  startClock(course.resolutionDueAt, () => ringResolution(course));

const inTime = (dueAt: string, at: string | null): boolean => at !== null && !isOverdue(dueAt, at);

/** After the long sleep the row is asked: a contact recorded by a person stops this clock without an engine step. */
async function ringResponse(course: Course): Promise<void> {
  const { caseNumber, responseDueAt: dueAt } = course;
  if (inTime(dueAt, await firstResponseAt(caseNumber)) || inTime(dueAt, course.answeredAt) || !isOpen(course)) return;
  course.responseOverdue = true;
  await markOverdue(course, 'response', course.responseDueAt);
}

async function ringResolution(course: Course): Promise<void> {
  if (inTime(course.resolutionDueAt, course.answeredAt) || !isOpen(course)) return;
  course.resolutionOverdue = true;
  await markOverdue(course, 'resolution', course.resolutionDueAt);
}

async function markOverdue(course: Course, clock: 'response' | 'resolution', dueAt: string): Promise<void> {
  showOverdue();
  await record(course, `${clock}Overdue:${course.round}`, now(), overdueStep(course, clock, dueAt));
}
