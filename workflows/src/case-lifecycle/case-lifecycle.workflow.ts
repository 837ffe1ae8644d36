import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { LIFECYCLE_SINCE, type CaseLifecycleInput, type CasePatch } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { isLate, type Limit } from '@yiwang/domain/clocks';
import { calendarLoaded, coming, pathEnded, pathMoved, progress } from '../recording/messages.js';
import { registerRecordedSteps } from '../recording/record.js';
import { now } from '../recording/time.js';
import { insist } from '../recording/refuse-update.js';
import { inTurn } from '../recording/turns.js';
import { isOfHolder, lapseRequests, registerApprovals } from './approvals.js';
import { beginCourse, clockPatch, isOpen, progressOf, readClocks, rulesFor, type Course } from './course.rules.js';
import { registerDesk } from './desk.js';
import { openCase } from './entry.js';
import { keepClocks } from './keep-clocks.js';
import { registerReclassification, registerWithdrawal } from './leaving.js';
import { registerPauses } from './pauses.js';
import { registerRating, reopen } from './rating.js';
import { registerReferral } from './referral.js';
import { comingOf } from './coming.rules.js';
import { answered, resumePath, runPath, type RunningPath } from './run-path.js';
import { registerSameEvent } from './same-event.js';
import { registerIntervention } from '../intervention/intervene.js';
import { registerSupervision } from './supervision.js';
import { registerUrging } from './urging.js';
import { bySystem, haveCalendar, recordCourse, tellPath, toReporter } from './write.js';

/** What a lifecycle leaves: how it closed, and its state, with which a closed case can be opened again. */
export interface LifecycleResult {
  closedAs: CasePatch['closedAs'];
  round: number;
  course: Course;
}

/** Histories stay well below the 5,000 events at which replaying one grows slow. */
const MOST_EVENTS = 4_000;

/**
 * The whole life of a case, from receipt to closing: the resident's clocks with the supervision beside them, the desk
 * that finds the place, one path after another, approvals, the rating. Decisions change the course; this line follows it.
 */
export async function caseLifecycle(input: CaseLifecycleInput): Promise<LifecycleResult> {
  const course = input.carried === undefined ? beginCourse(input) : carriedOn(input);
  let running: RunningPath | null = null;
  registerDecisions(course, async () => {
    // A decision that the path was just recording has ended it: the case is elsewhere by now than whoever decided saw it.
    const isLeft = running === null || (await running.leave());
    if (!isLeft) insist(refuse('STAGE_REFUSES', { actual: course.stage }));
  });

  if (input.carried === undefined) await inTurn(course, 'opening', () => openCase(course));
  const { reopen: again } = input.carried ?? {};
  if (again !== undefined) await inTurn(course, 'reopened', () => reopen(course, again));
  const clocks = keepClocks(course);

  const showPath = (path: RunningPath | null): void => {
    running = path;
  };
  let ended = course.run === null ? null : resumePath(course, showPath);
  while (isOpen(course)) {
    await condition(() => !isOpen(course) || isFree(course) || isLong(course));
    if (isLong(course) && isOpen(course)) await startAnew(course);
    else if (isFree(course) && course.plan !== null) ended = runPath(course, course.plan, showPath);
    await Promise.race([ended, condition(() => isLong(course) || !isOpen(course))]);
  }
  await ended;
  course.changes += 1;
  await clocks;
  await condition(allHandlersFinished);
  return { closedAs: course.closedAs, round: course.round, course };
}

function registerDecisions(course: Course, leavePath: () => Promise<void>): void {
  registerRecordedSteps(course);
  setHandler(progress, () => progressOf(course));
  setHandler(coming, () => comingOf(course));
  setHandler(pathMoved, ({ handlers = [], holder, entries = [] }) => {
    course.handlers = [...new Set([...course.handlers, ...handlers])];
    if (holder !== undefined) {
      course.holder = holder;
      entries.push({ kind: 'holder', at: now(course), rule: course.input.policy.version, holder, ...limitIfLate(course) });
    }
    course.ledger.push(...entries);
    course.changes += 1;
    if (holder === undefined || !Object.values(course.requests).some(isOfHolder(course))) return;
    const name = `lapsed:${course.ledger.length}`;
    return inTurn(course, name, () => lapseRequests(course, name, isOfHolder(course)));
  });
  setHandler(pathEnded, (result) => {
    if (course.run?.number === result.run) course.ended = result;
  });
  setHandler(calendarLoaded, ({ version }) => inTurn(course, 'calendarLoaded', () => recompute(course, version)));
  registerDesk(course);
  registerRating(course);
  registerWithdrawal(course, leavePath);
  registerReclassification(course, leavePath);
  registerApprovals(course);
  registerPauses(course);
  registerSupervision(course);
  registerIntervention(course);
  registerUrging(course);
  registerReferral(course, leavePath, (at, text) => answered(course, at, text));
  registerSameEvent(course, leavePath);
}

/** Whoever takes over within a path has what is left; what came too late gets the time of a part, not the lateness. */
function limitIfLate(course: Course): { limit?: Limit } {
  const { tier } = readClocks(course).clocks;
  return tier === undefined || course.run === null || !isLate(tier, now(course))
    ? {}
    : { limit: rulesFor(course, course.run.path).part };
}

/** A year was loaded: what crossed uncovered dates is reckoned again, and the resident is told where it moves. */
async function recompute(course: Course, version: number): Promise<void> {
  if (!isOpen(course) || course.calendar === null || course.calendar.version >= version) return;
  const before = clockPatch(course).resolutionDueAt;
  await haveCalendar(course, true);
  const patch = clockPatch(course);
  const dueAt = patch.resolutionDueAt ?? now(course);
  const hasMoved = patch.resolutionDueAt !== before;
  await recordCourse(course, `calendar:${version}`, now(course), {
    actor: bySystem,
    patch: { ...patch, provisional: patch.provisional ?? false },
    timeline: hasMoved ? [{ type: 'deadlineRecomputed', data: { dueAt, version } }] : [],
    ...(hasMoved ? { leadDueAt: dueAt, notices: [toReporter(course, 'deadlineMoved', { dueAt })] } : {}),
  });
  if (hasMoved) await tellPath(course, { dueAt });
}

/** The case is open, nothing runs or is being decided, and it is known what comes next. */
const isFree = (course: Course): boolean =>
  isOpen(course) && course.plan !== null && course.run === null && course.deciding === null;

const isLong = (course: Course): boolean => workflowInfo().historyLength > MOST_EVENTS && course.deciding === null;

/**
 * Goes on in a new run with the whole course. A path that runs stays and reports its end by signal from then on; one
 * that has just ended is heard of first, and the next look continues.
 */
async function startAnew(course: Course): Promise<void> {
  const isTold = await tellPath(course, { reportTo: course.caseNumber });
  await condition(() => course.deciding === null && allHandlersFinished());
  if (!isTold || !isOpen(course)) {
    await condition(() => course.run === null || !isOpen(course));
    return;
  }
  const { carried: _, ...input } = course.input;
  await continueAsNew<typeof caseLifecycle>({ ...input, since: LIFECYCLE_SINCE, carried: { course: { ...course } } });
}

function carriedOn(input: CaseLifecycleInput): Course {
  const course = input.carried?.course as unknown as Course;
  const { carried: _, ...rest } = input;
  return { ...beginCourse(rest), ...course, input: rest, time: rest.time, deciding: null };
}
