import type { Notice } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { mayUrge, type Urgeable } from '@yiwang/domain/paths';
import { urgeCase } from '../recording/messages.js';
import { firstResponseAt } from '../recording/record.js';
import { insist } from '../recording/refuse-update.js';
import { toTask, type Verdict } from '../recording/tasks.rules.js';
import { now } from '../recording/time.js';
import { readClocks, seenOf, type Course } from './course.rules.js';
import { onCourse } from './on-course.js';
import { recordCourse, toHolder } from './write.js';

/** As far as the engine knows; null before the clocks have begun. A contact that was only recorded is not known to it. */
function urgeableOf(course: Course): Urgeable | null {
  const { response, resolution } = readClocks(course).clocks;
  if (resolution === undefined) return null;
  const { stage, paused } = seenOf(course);
  return {
    stage,
    paused,
    responseDueAt: response === undefined || response.state === 'stopped' ? null : response.dueAt,
    resolutionDueAt: resolution.dueAt,
    urgedAt: course.urgedAt,
  };
}

const check = (course: Course, seen: Urgeable | null, at: string): Verdict =>
  seen === null ? refuse('STAGE_REFUSES', { actual: course.stage }) : mayUrge(seen, at);

/** Whoever has it now: the city, a desk, or the holder of its path. */
function toWhoeverHasIt(course: Course, data: Notice['data']): Notice[] {
  const { referral, desk, holder, caseNumber, round } = course;
  const task = referral ?? desk;
  if (task !== null) return [toTask(task, 'residentUrged', { caseNumber, round, ...data })];
  return holder === null ? [] : [toHolder(course, holder, 'residentUrged', data)];
}

/** 群众催办: whoever reported a late case asks for it, once a day; it is on the timeline as theirs. */
export function registerUrging(course: Course): void {
  onCourse(course, urgeCase, {
    check: () => check(course, urgeableOf(course), now(course)),
    async act({ actor, text }, at) {
      const seen = urgeableOf(course);
      // Only the response is late: the row says whether somebody has spoken with them since.
      const isOnlyResponse = seen !== null && Date.parse(seen.resolutionDueAt) > Date.parse(at);
      const isHeard = isOnlyResponse && (await firstResponseAt(course.caseNumber)) !== null;
      insist(check(course, isHeard && seen !== null ? { ...seen, responseDueAt: null } : seen, at));
      const dueAt = (isOnlyResponse ? seen.responseDueAt : seen?.resolutionDueAt) ?? at;
      await recordCourse(course, 'urgeCase', at, {
        actor,
        timeline: [{ type: 'residentUrged', ...(text === undefined ? {} : { text }), data: { dueAt } }],
        notices: toWhoeverHasIt(course, { dueAt }),
      });
      course.urgedAt = at;
    },
  });
}
