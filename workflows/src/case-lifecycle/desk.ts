import type { Actor, ChangedTask, DispatchCaseInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { approverOf, mayDispatch } from '@yiwang/domain/paths';
import { dispatchCase } from '../recording/messages.js';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, openingOf, type Verdict } from '../recording/tasks.rules.js';
import { routeOf } from '@yiwang/domain/policies';
import { clockPatch, isOpen, policyFor, type Course } from './course.rules.js';
import { ask } from './approvals.js';
import { CROSS_COUNTY, deskClock, deskTaskOf, entryOf, planFor } from './entry.js';
import { onCourse } from './on-course.js';
import { openReferral } from './referral.js';
import { tellMembers } from './run-path.js';
import { recordCourse, toReporter } from './write.js';

/** Whether a desk may decide so: on its open task, for a place anywhere in the county. */
function checkDispatch(course: Course, { taskId, actor, decision }: DispatchCaseInput): Verdict {
  if (!isOpen(course)) return refuse('CASE_CLOSED');
  const { desk } = course;
  if (desk === null) return refuse('TASK_CLOSED');
  if (course.paused?.reason === 'suspended') return refuse('CASE_HELD', { actual: 'suspended' });
  const ofCounty = { kind: desk.kind, state: 'open', areaCode: course.countyCode } as const;
  return firstRefusal(
    () => checkTaskIsOpen(course.caseNumber, desk, taskId),
    () => checkTaskIsTheirs(desk, actor),
    () => mayDispatch(course.stage, ofCounty, decision),
    () => checkTarget(desk.areaCode, decision),
    () =>
      decision.kind === 'notAccept' && Object.values(course.requests).some(({ asked }) => asked.kind === 'notAccepted')
        ? refuse('APPROVAL_PENDING')
        : { ok: true },
  );
}

function checkTarget(deskArea: string, decision: DispatchCaseInput['decision']): Verdict {
  if (decision.kind !== 'dispatch' || decision.areaCode !== deskArea || decision.path !== undefined) return { ok: true };
  if (decision.caseClass !== undefined) return { ok: true };
  return refuse('INPUT_INVALID', { field: 'areaCode', expected: '本岗位以外的区域 / an area other than this desk' });
}

/** Not accepted, with the reason that the resident sees; that is a first response too. */
export async function notAccept(
  course: Course,
  name: string,
  at: string,
  by: { actor: Actor; taskId: string; reason: string },
  changedTasks: ChangedTask[] = [],
): Promise<void> {
  await recordCourse(course, name, at, {
    actor: by.actor,
    patch: { stage: 'notAccepted', firstResponseAt: at, closedAt: at, closedAs: 'notAccepted' },
    timeline: [{ type: 'notAccepted', text: by.reason, taskId: by.taskId, data: { stage: 'notAccepted' } }],
    changedTasks: [{ taskId: by.taskId, state: 'completed' }, ...changedTasks],
    cancelOpenTasks: true,
    notices: [toReporter(course, 'caseNotAccepted')],
  });
  const { members } = course;
  Object.assign(course, { closedAs: 'notAccepted', desk: null, members: [] });
  await tellMembers(members, { leadingCase: course.caseNumber });
}

/** 分流: onward to a place and path, to another desk, or not accepted, which the level above decides. */
export function registerDesk(course: Course): void {
  onCourse(course, dispatchCase, {
    check: (input) => checkDispatch(course, input),
    async act(input, at) {
      const { actor, taskId, decision } = input;
      if (decision.kind === 'notAccept') {
        const requester = { role: actor.role, areaCode: course.desk?.areaCode ?? course.areaCode };
        const to = approverOf('notAccepted', requester, policyFor(course).approvals.fixed);
        const { reason } = decision;
        if (to === null) await notAccept(course, 'dispatchCase', at, { actor, taskId, reason });
        else await ask(course, 'dispatchCase', at, to, { asked: { kind: 'notAccepted', deskTaskId: taskId }, by: actor, taskId, reason });
        return;
      }
      await dispatch(course, input, decision, at);
    },
  });
}

type Onward = Extract<DispatchCaseInput['decision'], { kind: 'dispatch' }>;

async function dispatch(course: Course, { actor, taskId }: DispatchCaseInput, decision: Onward, at: string): Promise<void> {
  const { areaCode, unitCode } = decision;
  const caseClass = decision.caseClass ?? course.caseClass;
  const route = routeOf({ kind: course.input.kind, caseClass }, policyFor(course));
  const path = decision.path ?? route.path;
  const entry = entryOf(course, areaCode);
  const isLedAbove = path === 'countyCoordinated' || (path === 'villageTownJoint' && areaCode.length >= 9);
  const isNamed = decision.path !== undefined || decision.caseClass !== undefined;
  if (entry.kind === 'desk' && !(isLedAbove && isNamed)) {
    const desk = deskTaskOf(course, entry, deskClock(course, entry, at));
    const opened = openingOf(course.caseNumber, [desk]);
    const patch = { ...clockPatch(course), areaCode: desk.areaCode, tier: desk.tier };
    const changedTasks: ChangedTask[] = [{ taskId, state: 'completed' }];
    await recordCourse(course, 'dispatchCase', at, { ...opened, actor, patch, changedTasks });
    Object.assign(course, { areaCode: desk.areaCode, desk, tasksOpened: course.tasksOpened + 1 });
    return;
  }
  await recordCourse(course, 'dispatchCase', at, {
    actor,
    patch: { stage: 'dispatched', areaCode, caseClass },
    timeline: [
      { type: 'accepted', taskId, data: { stage: 'accepted' } },
      { type: 'dispatched', taskId, data: { stage: 'dispatched', areaCode, path } },
    ],
    changedTasks: [{ taskId, state: 'completed' }, ...cancelled(course)],
  });
  course.requests = {};
  const plan = planFor(course, path, areaCode, unitCode);
  Object.assign(course, { areaCode, caseClass, desk: null });
  if (caseClass === 'crossCounty') await openReferral(course, 'referred', at, { actor, reason: CROSS_COUNTY }, plan);
  else course.plan = plan;
}

/** A request not to accept is overtaken when the desk dispatches after all. */
const cancelled = (course: Course): ChangedTask[] =>
  Object.keys(course.requests).map((taskId) => ({ taskId, state: 'cancelled' }));
