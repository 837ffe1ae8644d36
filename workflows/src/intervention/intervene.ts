import type { InterveneCaseInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { isLate } from '@yiwang/domain/clocks';
import { issuerOf, mayExtend, mayLiftOrder, maySuspend } from '@yiwang/domain/interventions';
import { checkExtension, extend } from '../case-lifecycle/approvals.js';
import { isAnswered, isOpen, isWorkingLimit, policyFor, readClocks, seenOf, type Course } from '../case-lifecycle/course.rules.js';
import { onCourse } from '../case-lifecycle/on-course.js';
import { pause } from '../case-lifecycle/pauses.js';
import { haveCalendar, recordCourse } from '../case-lifecycle/write.js';
import { interveneCase } from '../recording/messages.js';
import { firstRefusal, type Verdict } from '../recording/tasks.rules.js';
import { now } from '../recording/time.js';

/** Nobody's task: it stands for the clock of whoever holds the case. */
const OF_HOLDER = '';

function check(course: Course, { actor, act, reason }: InterveneCaseInput): Verdict {
  const seen = { ...seenOf(course), isAnswered: isAnswered(course) };
  const at = now(course);
  const said = (): Verdict => (reason.trim() === '' ? refuse('TEXT_REQUIRED', { field: 'reason' }) : { ok: true });
  if (!isOpen(course)) return refuse('CASE_CLOSED');
  if (act.kind === 'suspend') return firstRefusal(() => maySuspend(actor, seen, act.reviewAt, { now: at, mostSuspendedDays: policyFor(course).suspension.mostDays }), said);
  if (act.kind === 'liftOrder') {
    const orders = Object.values(course.orders).map(({ data }) => issuerOf(data));
    return firstRefusal(() => mayLiftOrder(actor, { ...seen, orders }), said);
  }
  const { tier } = course.run === null ? { tier: undefined } : readClocks(course).clocks;
  return firstRefusal(
    () => mayExtend(actor, { ...seen, isLate: tier !== undefined && isLate(tier, at) }, act.by.amount > 0),
    () => (lacksCalendar(course, act) ? { ok: true } : checkExtension(course, OF_HOLDER, act.by, at)),
    said,
  );
}

/** A length in working time says nothing before the calendar is there: it is asked once it is. */
const lacksCalendar = (course: Course, act: InterveneCaseInput['act']): boolean => act.kind === 'extend' && course.calendar === null && isWorkingLimit(act.by);

/** What those above do unasked: 延期、挂账、撤销督办单. The resident reads why a deadline moved. */
export function registerIntervention(course: Course): void {
  onCourse(course, interveneCase, {
    check: (input) => check(course, input),
    ready: ({ act }) => (lacksCalendar(course, act) ? haveCalendar(course) : Promise.resolve()),
    async act({ actor, act, reason }, at) {
      if (act.kind === 'suspend') return pause(course, 'interveneCase', at, { actor, reason, why: 'suspended', until: act.reviewAt });
      if (act.kind === 'extend') return extend(course, 'interveneCase', at, { taskId: OF_HOLDER, by: act.by, actor, reason, changedTasks: [] });
      const orders = Object.keys(course.orders);
      await recordCourse(course, 'interveneCase', at, {
        actor,
        timeline: orders.map((taskId) => ({ type: 'orderLifted', text: reason, taskId, internal: true })),
        changedTasks: orders.map((taskId) => ({ taskId, state: 'cancelled', result: reason })),
      });
      course.orders = {};
      course.changes += 1;
    },
  });
}
