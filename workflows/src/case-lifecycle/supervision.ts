import { goesBy, type Actor, type CountedMark, type OpenedTask, type SuperviseCaseInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { addLimit, type Holder } from '@yiwang/domain/clocks';
import { issuerData } from '@yiwang/domain/interventions';
import { isLastInCounty, isNobodysToMove, levelAbove, maySupervise } from '@yiwang/domain/paths';
import { answerOrder, superviseCase } from '../recording/messages.js';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, type Verdict } from '../recording/tasks.rules.js';
import { insist } from '../recording/refuse-update.js';
import { isAnswered, ownTaskId, policyFor, rulesFor, seenOf, type Course } from './course.rules.js';
import { onCourse } from './on-course.js';
import { haveCalendar, opening, recordCourse, tellPath, toHolder } from './write.js';

/** 督办单: a task with its own deadline for the unit's feedback; a red card issues one by itself. */
export async function issueOrder(
  course: Course,
  name: string,
  at: string,
  by: { actor: Actor; holder: Holder; reason: string },
  marks: CountedMark[] = [],
): Promise<void> {
  await haveCalendar(course);
  const { tier, roles, areaCode, unitCode } = by.holder;
  const order: OpenedTask = {
    taskId: ownTaskId(course),
    kind: 'order',
    workflowId: course.caseNumber,
    tier,
    roles: [...roles],
    areaCode,
    ...(unitCode === undefined ? {} : { unitCode }),
    excludedSubjects: [],
    round: course.round,
    dueAt: addLimit(policyFor(course).orderFeedback, at, course.calendar).at,
    title: by.reason,
    // Runs of before keep to the rule that they began with: whoever is above the holder lifts it.
    ...(by.actor.kind === 'person' && goesBy(course.input, '2026-11-issuers') ? { data: issuerData(by.actor) } : {}),
  };
  const isRed = marks.some(({ mark }) => mark === 'red');
  const opened = opening(course, order);
  await recordCourse(course, name, at, {
    ...opened,
    actor: by.actor,
    patch: isRed ? { card: 'red' } : {},
    timeline: [
      ...(isRed ? [{ type: 'redCard' as const, data: { tier, dueAt: marks[0]?.dueAt ?? at }, internal: true as const }] : []),
      { type: 'orderIssued', text: by.reason, taskId: order.taskId, internal: true, data: { dueAt: order.dueAt } },
      ...opened.timeline.map((entry) => ({ ...entry, internal: true as const })),
    ],
    marks,
    records: [{ kind: 'order', id: order.taskId, data: { reason: by.reason, dueAt: order.dueAt } }],
    notices: [
      ...opened.notices,
      ...(isRed ? [toHolder(course, levelAbove(by.holder), 'redCard', { dueAt: marks[0]?.dueAt ?? at })] : []),
    ],
  });
  course.orders[order.taskId] = order;
  course.ownTasks += 1;
  course.changes += 1;
}

/** Whether the case has nobody above whoever holds it, but for the city and a referral. In the county the leaders are last. */
export function isAtTop(course: Course): boolean {
  const { run, holder, referral } = course;
  if (run === null) return true;
  if (rulesFor(course, run.path).up !== 'city') return false;
  return !goesBy(course.input, '2026-11-owners') || isLastInCounty({ holder, isReferred: referral !== null });
}

/** What is answered and being verified, or merged, is nobody's to move. */
const checkEscalation = (course: Course, { act }: SuperviseCaseInput): Verdict =>
  act === 'escalate' && isNobodysToMove({ isMerged: course.mergedInto !== null, isAnswered: isAnswered(course) })
    ? refuse('STAGE_REFUSES', { actual: 'verifying' })
    : { ok: true };

/** 一键督办 at every node: urge, order, or move it up, by somebody above whoever holds it; and the unit's feedback. */
export function registerSupervision(course: Course): void {
  onCourse(course, superviseCase, {
    check: ({ actor, act, reason }) => maySupervise(actor, act, { ...seenOf(course), isAtTop: isAtTop(course) }, reason),
    forbids: (input) => checkEscalation(course, input),
    async act({ actor, act, reason }, at) {
      const { holder } = course;
      if (holder === null) return;
      const isOrderly = goesBy(course.input, '2026-11-owners');
      // Said first: a path that has just ended moves nowhere, and whoever decides is to know.
      if (act === 'escalate' && isOrderly) {
        const isTold = await tellPath(course, { escalate: { reason, subject: actor.subject } });
        if (!isTold) insist(refuse('STAGE_REFUSES', { actual: course.stage }));
      }
      if (act === 'order') {
        await issueOrder(course, 'superviseCase', at, { actor, holder, reason });
        return;
      }
      await recordCourse(course, 'superviseCase', at, {
        actor,
        timeline: [{ type: 'urged', text: reason, internal: true, data: { act, tier: holder.tier } }],
        notices: [toHolder(course, holder, 'urged', {})],
      });
      if (act === 'escalate' && !isOrderly) await tellPath(course, { escalate: { reason, subject: actor.subject } });
    },
  });

  onCourse(course, answerOrder, {
    check: (input) => {
      const order = course.orders[input.taskId];
      return firstRefusal(
        () => checkTaskIsOpen(course.caseNumber, order, input.taskId),
        () => (order === undefined ? refuse('TASK_CLOSED') : checkTaskIsTheirs(order, input.actor)),
        () => (input.answer.trim() === '' ? refuse('TEXT_REQUIRED', { field: 'answer' }) : { ok: true }),
      );
    },
    async act({ actor, taskId, answer, attachmentIds }, at) {
      await recordCourse(course, 'answerOrder', at, {
        actor,
        timeline: [{ type: 'orderAnswered', text: answer, taskId, internal: true, data: { attachmentIds } }],
        changedTasks: [{ taskId, state: 'completed', result: answer }],
      });
      delete course.orders[taskId];
      course.changes += 1;
    },
  });
}
