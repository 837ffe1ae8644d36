import { goesBy, type Actor, type DecideApprovalInput, type Notice, type OpenedTask, type RequestApprovalInput, type Requested } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import {
  addLimit,
  describeLimit,
  isLate,
  limitIsWithin,
  type ClockName,
  type ClockReading,
  type Limit,
} from '@yiwang/domain/clocks';
import { approverOf, furtherApprover, mayRequest, type Addressed } from '@yiwang/domain/paths';
import { decideApproval, requestApproval } from '../recording/messages.js';
import type { StepContent } from '../recording/record.js';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, type Verdict } from '../recording/tasks.rules.js';
import { now } from '../recording/time.js';
import { clockPatch, isOpen, isWorkingLimit, ownTaskId, policyFor, readClocks, rulesFor, seenOf, type Course, type Request } from './course.rules.js';
import { notAccept } from './desk.js';
import { onCourse } from './on-course.js';
import { pause } from './pauses.js';
import { openReferral } from './referral.js';
import { patienceEnds, recoloured } from './rings.rules.js';
import { bySystem, enter, haveCalendar, opening, recordCourse, tellPath, toReporter } from './write.js';

type Closing = Required<Pick<StepContent, 'changedTasks'>>;
const HOUR = 3_600_000;

/** A part has a clock of its own; whoever leads asks for the tier's and with it the resident's. */
const clockOf = (course: Course, taskId: string): { clock: ClockName; reading: ClockReading | undefined } => {
  const { clocks } = readClocks(course);
  const part: ClockName = `unit:${taskId}`;
  return clocks[part] === undefined ? { clock: 'tier', reading: clocks.tier } : { clock: part, reading: clocks[part] };
};

/** One for each run of a path, whoever holds it meanwhile, and one for each part. */
const extensionKey = (course: Course, taskId: string): string => {
  const { clock } = clockOf(course, taskId);
  return clock === 'tier' ? `tier:${course.runs}` : clock;
};

/** An assisting unit that waits lets its own part stand, and not the case: once, and no longer than the resident is waited for. */
const pausesPartOnly = (course: Course, taskId: string): boolean =>
  goesBy(course.input, '2026-11-owners') && clockOf(course, taskId).clock !== 'tier';
const partPauseKey = (course: Course, taskId: string): string => `paused:${clockOf(course, taskId).clock}`;

export function checkExtension(course: Course, taskId: string, by: Limit, at: string): Verdict {
  const { reading } = clockOf(course, taskId);
  if (reading === undefined || course.run === null) return refuse('STAGE_REFUSES', { actual: course.stage });
  if (isLate(reading, at)) return refuse('EXTENSION_TOO_LATE', { dueAt: reading.dueAt });
  if (course.extended.includes(extensionKey(course, taskId))) return refuse('EXTENSION_SPENT');
  const { most } = rulesFor(course, course.run.path).extension;
  return by.amount > 0 && limitIsWithin(by, most, { from: reading.dueAt, calendar: course.calendar })
    ? { ok: true }
    : refuse('EXTENSION_TOO_LONG', { field: 'by', limit: `${describeLimit(most, 'zh')} / ${describeLimit(most, 'en')}` });
}

function checkPause(course: Course, taskId: string, by: Limit): Verdict {
  const isPart = pausesPartOnly(course, taskId);
  const isPaused = isPart ? course.extended.includes(partPauseKey(course, taskId)) : course.paused !== null;
  if (isPaused) return refuse('CASE_ALREADY_PAUSED');
  const most = policyFor(course).pause.mostForResident;
  const zero = new Date(0).toISOString();
  const lengthMs = (limit: Limit): number => Date.parse(addLimit(limit, zero, course.calendar).at);
  const usedMs = isPart ? 0 : readClocks(course).waitedForResidentMs;
  if (by.amount > 0 && usedMs + lengthMs(by) <= lengthMs(most)) return { ok: true };
  const limit = `${describeLimit(most, 'zh')} / ${describeLimit(most, 'en')}`;
  const hours = Math.round(usedMs / HOUR);
  return refuse('PAUSE_TOO_LONG', { field: 'by', limit, actual: hours === 0 ? '0' : `${hours} h` });
}

function checkReview(course: Course, reviewAt: string, at: string): Verdict {
  if (course.paused?.reason === 'suspended') return refuse('CASE_ALREADY_PAUSED');
  const { mostDays } = policyFor(course).suspension;
  const aheadMs = Date.parse(reviewAt) - Date.parse(at);
  return aheadMs > 0 && aheadMs <= mostDays * 24 * HOUR
    ? { ok: true }
    : refuse('REVIEW_DATE_INVALID', { field: 'reviewAt', limit: mostDays });
}

function checkRequest(course: Course, input: RequestApprovalInput, at: string): Verdict {
  const { requested, reason, taskId } = input;
  const isPending = Object.values(course.requests).some(
    ({ asked, taskId: of }) => asked.kind === requested.kind && (of === taskId || requested.kind !== 'extension'),
  );
  const verdict = mayRequest(requested.kind, seenOf(course), { isPending, reason });
  if (!verdict.ok) return verdict;
  if (requested.kind === 'extension') return checkExtension(course, taskId, requested.by, at);
  if (requested.kind === 'pause') return checkPause(course, taskId, requested.by);
  return requested.kind === 'suspension' ? checkReview(course, requested.reviewAt, at) : { ok: true };
}

/** Small ones are granted at once, but after the deadline nothing is: a pause would keep the task from moving up. */
function isAutomatic(course: Course, { requested, taskId }: RequestApprovalInput, at: string): boolean {
  if (course.run === null) return false;
  const { reading } = clockOf(course, taskId);
  if (goesBy(course.input, '2026-11-owners') && reading !== undefined && isLate(reading, at)) return false;
  if (requested.kind === 'extension') {
    return limitIsWithin(requested.by, rulesFor(course, course.run.path).extension.automaticUpTo);
  }
  return requested.kind === 'pause' && limitIsWithin(requested.by, policyFor(course).pause.automaticUpTo);
}

const approvalTask = (course: Course, to: Omit<Addressed, 'kind'>, request: Omit<Request, 'task' | 'until'>, at: string): OpenedTask => ({
  taskId: ownTaskId(course),
  kind: 'approve',
  workflowId: course.caseNumber,
  ...to,
  excludedSubjects: request.by.subject === undefined ? [] : [request.by.subject],
  round: course.round,
  dueAt: patienceEnds(course, at),
  title: request.reason,
  partOf: request.taskId,
  data: { requested: request.asked.kind, asked: JSON.stringify(request.asked) },
});

/** Opens the approval with the level above. */
export async function ask(
  course: Course,
  name: string,
  at: string,
  to: Omit<Addressed, 'kind'>,
  request: Omit<Request, 'task' | 'until'>,
  before: Partial<StepContent> = {},
): Promise<void> {
  await haveCalendar(course);
  const task = approvalTask(course, to, request, at);
  const opened = opening(course, task);
  await recordCourse(course, name, at, {
    ...before,
    ...opened,
    actor: request.by,
    timeline: [
      ...(before.timeline ?? []),
      { type: 'approvalRequested', text: request.reason, taskId: task.taskId, internal: true, data: { kind: request.asked.kind } },
      ...opened.timeline.map((entry) => ({ ...entry, internal: true as const })),
    ],
    records: [{ kind: 'approval', id: task.taskId, data: { ...request.asked, reason: request.reason } }],
  });
  course.requests[task.taskId] = { ...request, task, until: task.dueAt };
  course.ownTasks += 1;
  course.changes += 1;
}

/** What was asked for happens; the resident reads the reason. */
async function grant(course: Course, name: string, at: string, request: Omit<Request, 'task' | 'until'>, decided: { actor: Actor } & Closing): Promise<void> {
  const { asked, taskId, reason } = request;
  const { actor, changedTasks } = decided;
  const by = { actor, reason };
  if (asked.kind === 'extension') {
    await extend(course, name, at, { taskId, by: asked.by, actor, reason, changedTasks });
  } else if (asked.kind === 'pause' && pausesPartOnly(course, taskId)) {
    await pausePart(course, name, at, { taskId, by: asked.by, actor, reason, changedTasks });
  } else if (asked.kind === 'pause') {
    const until = addLimit(asked.by, at, course.calendar).at;
    await pause(course, name, at, { ...by, why: 'waitingForResident', until }, { changedTasks: completedOnly(changedTasks) });
  } else if (asked.kind === 'suspension') {
    await pause(course, name, at, { ...by, why: 'suspended', until: asked.reviewAt }, { changedTasks: completedOnly(changedTasks) });
  } else if (asked.kind === 'referral') {
    await openReferral(course, name, at, by, null, changedTasks);
  } else {
    await notAccept(course, name, at, { actor, taskId: asked.deskTaskId, reason }, changedTasks);
  }
}

const completedOnly = (tasks: Closing['changedTasks']) =>
  tasks.map(({ taskId, result }) => ({ taskId, state: 'completed' as const, ...(result === undefined ? {} : { result }) }));

type Moving = { taskId: string; by: Limit; actor: Actor; reason: string } & Closing;

/** What a part waits its own deadline moves by; the case and the other parts run on. */
async function pausePart(course: Course, name: string, at: string, { taskId, by, actor, reason, changedTasks }: Moving): Promise<void> {
  const { clock } = clockOf(course, taskId);
  course.extended.push(partPauseKey(course, taskId));
  enter(course, at, { kind: 'extend', by, clock });
  const dueAt = readClocks(course).clocks[clock]?.dueAt ?? at;
  const until = addLimit(by, at, course.calendar).at;
  await recordCourse(course, name, at, {
    actor,
    timeline: [{ type: 'paused', text: reason, taskId, internal: true, data: { until, dueAt } }],
    changedTasks,
    partDueAt: { taskId, dueAt },
  });
}

export async function extend(course: Course, name: string, at: string, { taskId, by, actor, reason, changedTasks }: Moving): Promise<void> {
  const { clock } = clockOf(course, taskId);
  const isPart = clock !== 'tier';
  course.extended.push(extensionKey(course, taskId));
  enter(course, at, { kind: 'extend', by, ...(isPart ? { clock } : {}) });
  const patch = isPart ? {} : { ...clockPatch(course), ...recoloured(course, at) };
  const dueAt = (isPart ? readClocks(course).clocks[clock]?.dueAt : patch.resolutionDueAt) ?? at;
  await recordCourse(course, name, at, {
    actor,
    patch,
    timeline: [{ type: 'extended', text: reason, taskId, ...(isPart ? { internal: true as const } : {}), data: { dueAt } }],
    changedTasks,
    ...(isPart ? { partDueAt: { taskId, dueAt } } : { leadDueAt: dueAt }),
    notices: isPart ? [] : [toReporter(course, 'deadlineMoved', { dueAt })],
  });
  if (!isPart) await tellPath(course, { dueAt });
}

/** Whoever asked hears what became of it, in the position in which they asked. */
const tellRequester = (course: Course, { by }: Pick<Request, 'by'>, granted: boolean): Notice[] =>
  by.role === undefined || by.areaCode === undefined || by.subject === undefined
    ? []
    : [
        {
          type: 'requestDecided',
          to: { kind: 'position', roles: [by.role], areaCode: by.areaCode, subjects: [by.subject] },
          data: { caseNumber: course.caseNumber, granted: granted ? 1 : 0 },
        },
      ];

/**
 * With a hand-over, or the answer, whatever the former holder asked for is over: the new one has an extension of their
 * own to ask for. `which` leaves out what parts have asked for while their path goes on.
 */
export async function lapseRequests(course: Course, name: string, which: (request: Request) => boolean = () => true): Promise<void> {
  const lapsed = Object.values(course.requests).filter(which);
  if (lapsed.length === 0 || !isOpen(course) || !goesBy(course.input, '2026-11-owners')) return;
  for (const { task } of lapsed) delete course.requests[task.taskId];
  await recordCourse(course, name, now(course), {
    actor: bySystem,
    timeline: lapsed.map(({ task, asked }) => ({
      type: 'approvalRefused',
      taskId: task.taskId,
      internal: true,
      data: { kind: asked.kind, lapsed: true },
    })),
    changedTasks: lapsed.map(({ task }) => ({ taskId: task.taskId, state: 'cancelled' })),
    notices: lapsed.flatMap((request) => tellRequester(course, request, false)),
  });
}

/** Whether a request is for whoever holds the case, and not for a part of it. */
export const isOfHolder = (course: Course) => ({ taskId }: Request): boolean => clockOf(course, taskId).clock === 'tier';

/** Nobody has decided in time: the request goes a level further, and is refused where there is none. */
export async function approvalUnanswered(course: Course, taskId: string): Promise<void> {
  const request = course.requests[taskId];
  if (request === undefined) return;
  const { task } = request;
  const at = now(course);
  const further = furtherApprover(task);
  delete course.requests[taskId];
  const closing = { changedTasks: [{ taskId, state: 'cancelled' as const }] };
  if (further !== null) {
    const timeline = [{ type: 'approvalMovedUp' as const, taskId, internal: true as const, data: { tier: further.tier } }];
    await ask(course, `approval:${taskId}`, at, further, { ...request, by: request.by }, { ...closing, timeline });
    return;
  }
  await recordCourse(course, `approval:${taskId}`, at, {
    ...closing,
    actor: bySystem,
    timeline: [{ type: 'approvalRefused', taskId, internal: true, data: { kind: request.asked.kind, unanswered: true } }],
    notices: tellRequester(course, request, false),
  });
}

function checkApproval(course: Course, input: DecideApprovalInput): Verdict {
  const request = course.requests[input.taskId];
  return firstRefusal(
    () => checkTaskIsOpen(course.caseNumber, request?.task, input.taskId),
    () =>
      request?.by.subject !== undefined && request.by.subject === input.actor.subject
        ? refuse('APPROVAL_OWN_REQUEST')
        : { ok: true },
    () => (request === undefined ? refuse('TASK_CLOSED') : checkTaskIsTheirs(request.task, input.actor)),
    () => (input.reason.trim() === '' && !input.granted ? refuse('TEXT_REQUIRED', { field: 'reason' }) : { ok: true }),
  );
}

/** A length in working time says nothing before the calendar is there: it is asked once it is. */
const lacksCalendar = (course: Course, requested: Requested): boolean =>
  course.calendar === null && 'by' in requested && isWorkingLimit(requested.by);

/** 延期、暂停、挂账、转市级: asked by whoever works on it, decided one level up; a request goes up when it is left lying. */
export function registerApprovals(course: Course): void {
  onCourse(course, requestApproval, {
    check: (input) => (lacksCalendar(course, input.requested) ? { ok: true } : checkRequest(course, input, now(course))),
    ready: ({ requested }) => (lacksCalendar(course, requested) ? haveCalendar(course) : Promise.resolve()),
    checkAgain: (input) => checkRequest(course, input, now(course)),
    async act(input, at) {
      const { actor, requested, reason, taskId } = input;
      const request = { asked: requested, by: actor, taskId, reason };
      const to = approverOf(
        requested.kind,
        { role: actor.role, areaCode: actor.areaCode ?? course.areaCode },
        policyFor(course).approvals.fixed,
      );
      if (to === null || isAutomatic(course, input, at)) await grant(course, 'requestApproval', at, request, { actor, changedTasks: [] });
      else await ask(course, 'requestApproval', at, to, request);
    },
  });

  onCourse(course, decideApproval, {
    check: (input) => checkApproval(course, input),
    async act({ actor, taskId, granted, reason }, at) {
      const request = course.requests[taskId];
      if (request === undefined) return;
      const changedTasks: Closing['changedTasks'] = [{ taskId, state: 'completed', result: granted ? 'granted' : reason }];
      delete course.requests[taskId];
      if (granted && stillPossible(course, request, at)) {
        await grant(course, 'decideApproval', at, request, { actor, changedTasks });
        return;
      }
      await recordCourse(course, 'decideApproval', at, {
        actor,
        timeline: [{ type: 'approvalRefused', text: reason, taskId, internal: true, data: { kind: request.asked.kind } }],
        changedTasks,
        notices: tellRequester(course, request, false),
      });
    },
  });
}

/** Asked in time counts: only what the case itself has overtaken is no longer wanted. */
function stillPossible(course: Course, { asked, taskId }: Request, at: string): boolean {
  if (asked.kind === 'suspension') return checkReview(course, asked.reviewAt, at).ok && course.stage !== 'evaluating';
  if (asked.kind === 'pause') return checkPause(course, taskId, asked.by).ok && course.stage !== 'evaluating';
  if (asked.kind === 'notAccepted') return course.desk !== null;
  return course.run !== null;
}
