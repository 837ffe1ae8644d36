import type { Actor, AnswerReferralInput, ChangedTask, OpenedTask } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { areaAtTier, CENTRE_OF } from '@yiwang/domain/paths';
import { answerReferral } from '../recording/messages.js';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, type Verdict } from '../recording/tasks.rules.js';
import { clockPatch, isOpen, ownTaskId, type Course, type Plan } from './course.rules.js';
import { beginsAtCity, isAboutCounty, mayComeBack } from './entry.js';
import { onCourse } from './on-course.js';
import { enter, opening, recordCourse, tellPath, toReporter } from './write.js';

/** 转市级: the city has it, the case stays open and traceable, and the county takes it up again when it returns. */
export async function openReferral(
  course: Course,
  name: string,
  at: string,
  by: { actor: Actor; reason: string },
  afterwards: Plan | null = null,
  changedTasks: ChangedTask[] = [],
): Promise<void> {
  const city = { tier: 'city' as const, roles: [...CENTRE_OF.city], areaCode: areaAtTier('city', course.countyCode) };
  enter(course, at, { kind: 'holder', holder: city });
  const patch = clockPatch(course);
  const task: OpenedTask = {
    taskId: ownTaskId(course),
    kind: 'cityDesk',
    workflowId: course.caseNumber,
    ...city,
    excludedSubjects: [],
    round: course.round,
    dueAt: patch.resolutionDueAt ?? at,
  };
  const opened = opening(course, task);
  await recordCourse(course, name, at, {
    ...opened,
    actor: by.actor,
    patch: { ...patch, stage: 'referred', tier: 'city', unitCode: null, caseClass: course.caseClass },
    timeline: [{ type: 'referred', text: by.reason, data: { stage: 'referred' } }, ...opened.timeline],
    changedTasks,
    notices: [...opened.notices, toReporter(course, 'caseReferred')],
  });
  Object.assign(course, { referral: task, holder: city, ownTasks: course.ownTasks + 1 });
  course.afterReferral = afterwards;
  await tellPath(course, { held: 'referred' });
}

const CITY_ANSWERS = '由市级直接答复：县内没有上级 / answered: nobody in the county stands above whom it is about';

function checkReturn(course: Course, outcome: AnswerReferralInput['outcome']): Verdict {
  const { aboutWhom } = course.input;
  const isKept = outcome === 'returned' && beginsAtCity(course) && aboutWhom !== undefined && !mayComeBack(aboutWhom);
  return isKept ? refuse('PATH_REFUSES', { field: 'outcome', expected: CITY_ANSWERS }) : { ok: true };
}

/** The city's word: answered there, and then the resident judges; or returned, and the county goes on with its opinion. */
export function registerReferral(course: Course, leavePath: () => Promise<void>, answered: (at: string, text: string) => Promise<void>): void {
  onCourse(course, answerReferral, {
    check: (input) => {
      if (!isOpen(course)) return refuse('CASE_CLOSED');
      const { referral } = course;
      return firstRefusal(
        () => checkTaskIsOpen(course.caseNumber, referral, input.taskId),
        () => (referral === null ? refuse('TASK_CLOSED') : checkTaskIsTheirs(referral, input.actor)),
        () => (input.text.trim() === '' ? refuse('TEXT_REQUIRED', { field: 'text' }) : { ok: true }),
        () => checkReturn(course, input.outcome),
      );
    },
    async act({ actor, taskId, outcome, text }, at) {
      const isAnswered = outcome === 'answered';
      if (isAnswered) await leavePath();
      const county = { tier: 'county' as const, roles: isAboutCounty(course) ? ['leader' as const] : [...CENTRE_OF.county], areaCode: course.countyCode };
      if (!isAnswered) enter(course, at, { kind: 'holder', holder: county });
      const stage = isAnswered ? 'evaluating' : course.run === null ? 'dispatched' : 'handling';
      await recordCourse(course, 'answerReferral', at, {
        actor,
        patch: {
          stage,
          ...(isAnswered ? { resolvedAt: at, firstResponseAt: at, handlerSubject: actor.subject } : { tier: 'county' }),
        },
        timeline: [
          isAnswered
            ? { type: 'answered', text, taskId, data: { stage, round: course.round } }
            : { type: 'referralReturned', text, taskId, data: { stage } },
        ],
        changedTasks: [{ taskId, state: 'completed', result: text }],
        ...(isAnswered ? { cancelOpenTasks: 'path' as const, notices: [toReporter(course, 'caseAnswered')] } : {}),
      });
      course.referral = null;
      course.changes += 1;
      if (actor.subject !== undefined) course.handlers.push(actor.subject);
      if (isAnswered) {
        await answered(at, text);
        return;
      }
      course.holder = county;
      if (course.run === null) course.plan = course.afterReferral ?? { path: 'countyCoordinated', areaCode: course.areaCode, rung: 0, handOver: true };
      else await tellPath(course, { held: null });
    },
  });
}
