import { PATHS } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { isFineEnough, mayReclassify, mayWithdraw } from '@yiwang/domain/paths';
import { reclassifyCase, withdrawCase } from '../recording/messages.js';
import { toTask } from '../recording/tasks.rules.js';
import { clockPatch, isAnswered, isOpen, rulesFor, seenOf, type Course } from './course.rules.js';
import { conflictPlan, needsCalendar, planFor } from './entry.js';
import { onCourse } from './on-course.js';
import { tellMembers } from './run-path.js';
import { enter, haveCalendar, recordCourse, tellPath, toHolder, toReporter } from './write.js';

/** A case may be withdrawn until it is answered; from then on it is rated instead. Whoever had it is told. */
export function registerWithdrawal(course: Course, leavePath: () => Promise<void>): void {
  onCourse(course, withdrawCase, {
    check: ({ reason }) => (isOpen(course) ? mayWithdraw(course.stage, reason) : refuse('CASE_CLOSED')),
    async act({ actor, reason }, at) {
      const { desk, holder } = course;
      await leavePath();
      const data = { caseNumber: course.caseNumber, round: course.round };
      const notices =
        desk !== null ? [toTask(desk, 'caseWithdrawn', data)] : holder === null ? [] : [toHolder(course, holder, 'caseWithdrawn')];
      await recordCourse(course, 'withdrawCase', at, {
        actor,
        patch: { stage: 'withdrawn', closedAt: at, closedAs: 'withdrawn' },
        timeline: [{ type: 'withdrawn', text: reason, data: { stage: 'withdrawn' } }],
        cancelOpenTasks: true,
        notices,
      });
      Object.assign(course, { closedAs: 'withdrawn', desk: null, plan: null });
      const { members } = course;
      course.members = [];
      await tellMembers(members, { leadingCase: course.caseNumber });
    },
  });
}

/**
 * 改类: another class or path, by somebody above whoever holds the case. On the same path the limits are those from the
 * start of the clocks; another path has its own from the hand-over. The resident is told either way.
 */
export function registerReclassification(course: Course, leavePath: () => Promise<void>): void {
  onCourse(course, reclassifyCase, {
    check: ({ actor, path, reason }) => {
      const verdict = mayReclassify(actor, { ...seenOf(course), isAnswered: isAnswered(course) });
      if (!verdict.ok) return verdict;
      const conflict = conflictPlan(course);
      if (conflict !== null && PATHS.indexOf(path) < PATHS.indexOf(conflict.path)) {
        return refuse('PATH_REFUSES', { field: 'path', expected: conflict.path });
      }
      if (!isFineEnough(path, course.areaCode)) return refuse('PATH_REFUSES', { field: 'path', expected: 'countyCoordinated' });
      return reason.trim() === '' ? refuse('TEXT_REQUIRED', { field: 'reason' }) : { ok: true };
    },
    forbids: ({ caseClass, path }) =>
      caseClass === course.caseClass && path === course.run?.path
        ? refuse('PATH_REFUSES', { field: 'path', expected: '另一类别或办理方式 / another class or path' })
        : { ok: true },
    async act({ actor, caseClass, path, reason }, at) {
      const isSamePath = course.run?.path === path;
      if (needsCalendar(course, path)) await haveCalendar(course);
      if (isSamePath) enter(course, at, { kind: 'reclassify', limit: rulesFor(course, path).resolution, path });
      else await leavePath();
      const patch = isSamePath ? clockPatch(course) : {};
      await recordCourse(course, 'reclassifyCase', at, {
        actor,
        patch: { ...patch, caseClass, ...(isSamePath ? {} : { stage: 'dispatched' }) },
        timeline: [{ type: 'reclassified', text: reason, data: { caseClass, path } }],
        ...(isSamePath ? {} : { cancelOpenTasks: 'path' as const }),
        ...(patch.resolutionDueAt === undefined ? {} : { leadDueAt: patch.resolutionDueAt }),
        // Another path tells its own limit when it begins.
        notices: patch.resolutionDueAt === undefined ? [] : [toReporter(course, 'deadlineMoved', { dueAt: patch.resolutionDueAt })],
      });
      course.caseClass = caseClass;
      if (!isSamePath) course.plan = { ...planFor(course, path, course.areaCode), handOver: true };
      else if (patch.resolutionDueAt !== undefined) await tellPath(course, { dueAt: patch.resolutionDueAt });
    },
  });
}
