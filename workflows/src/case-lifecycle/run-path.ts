import { CancellationScope, condition, executeChild, getExternalWorkflowHandle, isCancellation, ParentClosePolicy, patched, sleep } from '@temporalio/workflow';
import { goesBy, WORKFLOWS, type GroupAnswered, type PathInput, type PathResult } from '@yiwang/contracts/case-flow';
import { pathWorkflowId } from '@yiwang/contracts/engine';
import { groupAnswered } from '../recording/messages.js';
import { attributesOfRun, showPath } from '../recording/search-attributes.js';
import { now } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { clockPatch, isOpen, policyFor, readClocks, rulesFor, type Course, type Plan } from './course.rules.js';
import { lapseRequests } from './approvals.js';
import { firstHolder, isAboutCounty, needsCalendar, planFor } from './entry.js';
import { openReferral } from './referral.js';
import { bySystem, enter, haveCalendar, recordCourse, unwritten } from './write.js';

/** The child that runs, to be left when the case is taken away from its path. */
export interface RunningPath {
  /** Cancels the path's workflow and waits for its end. False where it had come to an end of its own before. */
  leave(): Promise<boolean>;
}

/** Runs the planned path to its end, and lets the course go on from there. */
export async function runPath(course: Course, plan: Plan, running: (path: RunningPath | null) => void): Promise<void> {
  if (needsCalendar(course, plan.path) && course.calendar === null) {
    await haveCalendar(course);
    // It may have taken long, and the case may have been withdrawn or merged meanwhile.
    while (course.deciding !== null) await condition(() => course.deciding === null);
    if (course.plan !== plan || !isOpen(course)) return;
  }
  const input = pathInput(course, plan);
  const workflowId = pathWorkflowId(course.caseNumber, plan.path, course.runs + 1);
  Object.assign(course, {
    plan: null,
    path: plan.path,
    areaCode: plan.areaCode,
    runs: course.runs + 1,
    run: { path: plan.path, number: course.runs + 1, workflowId },
  });
  showPath(plan.path, plan.areaCode);

  const scope = new CancellationScope();
  const ended = scope.run(() =>
    executeChild<(input: PathInput) => Promise<PathResult>>(WORKFLOWS[plan.path], {
      workflowId,
      args: [input],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      typedSearchAttributes: attributesOfRun(input),
      staticSummary: `${plan.path} · ${plan.areaCode} · round ${course.round}`,
    }),
  );
  const taken = ended.then(
    (result) => takeOver(course, result),
    (error: unknown) => neverBegun(course, input, error),
  );
  running({
    async leave() {
      scope.cancel();
      if (patched('2026-11-leave-any-run')) await untilHeard(taken, workflowId);
      return (await taken).outcome === 'left';
    },
  });
  const result = await taken;
  running(null);
  await settle(course, result);
}

/** So long a path may take to end before the word is said once more. */
const UNHEARD = '5 seconds';

/**
 * Where one of the two went back to a point, the cancellation of a child names a run that is no more and is lost: it is said
 * again to whichever run has the path's id. Only then, because the server for tests takes one cancellation of a child alone.
 */
async function untilHeard(taken: Promise<unknown>, workflowId: string): Promise<void> {
  const patience = new CancellationScope();
  const unheard = patience.run(() => sleep(UNHEARD)).then(() => true, () => false);
  const ended = taken.then(() => false);
  if (await Promise.race([ended, unheard])) getExternalWorkflowHandle(workflowId).cancel().catch(() => undefined);
  else patience.cancel();
}

function pathInput(course: Course, plan: Plan): PathInput {
  const { input, round } = course;
  const policy = policyFor(course);
  const rules = rulesFor(course, plan.path);
  const at = now(course);
  const holder = firstHolder(course, plan);
  if (plan.handOver) enter(course, at, { kind: 'handOver', limit: rules.resolution, holder, path: plan.path, round });
  else if (course.tasksOpened > 0 || isTierStopped(course)) enter(course, at, { kind: 'holder', holder, limit: rules.resolution });
  if (rules.accept !== null) enter(course, at, { kind: 'start', clock: 'unit:acceptance', limit: rules.accept, holder });
  course.holder = holder;
  // Within a round the case may come back to whoever had it: a grid has one member, a town's centre few people.
  if (course.excluded.round !== round) course.excluded = { round, subjects: shutOut(course, plan) };
  course.stage = course.runs > 0 || course.tasksOpened > 0 ? 'dispatched' : course.stage;
  const patch = clockPatch(course);
  return {
    caseNumber: course.caseNumber,
    countyCode: course.countyCode,
    areaCode: plan.areaCode,
    path: plan.path,
    kind: input.kind,
    caseClass: course.caseClass,
    ...(input.mode === undefined ? {} : { mode: input.mode }),
    round,
    lastRound: round > 1 && round >= policy.rounds.most,
    rung: plan.rung,
    tasksOpened: course.tasksOpened,
    dispatched: course.tasksOpened > 0,
    excludedSubjects: course.excluded.subjects,
    excludedUnits: course.excludedUnits,
    handlersBefore: course.handlers,
    concernedSubjects: input.aboutWhom?.subject === undefined ? [] : [input.aboutWhom.subject],
    ...(plan.unitCode === undefined ? {} : { unitCode: plan.unitCode }),
    ...(input.aboutWhom === undefined ? {} : { conflictOfInterest: true, aboutWhom: input.aboutWhom }),
    ...(isAboutCounty(course) ? { coordinatedBy: ['leader' as const] } : {}),
    dueAt: patch.resolutionDueAt ?? at,
    opening: { clock: unwritten(course), patch },
    policy: input.policy,
    calendar: course.calendar,
    ...(input.time === undefined ? {} : { time: input.time }),
    ...(input.since === undefined ? {} : { since: input.since }),
  };
}

/**
 * Who does not handle the round that begins: whoever handled an earlier one. A case that comes back to the county from the
 * county has nobody above it, and a county few leaders: there whoever handled the round just ended stands aside alone, and
 * whom the case is about.
 */
function shutOut({ input, handlers, path, round, excluded }: Course, plan: Plan): string[] {
  const isAtTop = goesBy(input, '2026-11-top') && round > 1 && path === 'countyCoordinated' && plan.path === path;
  if (!isAtTop) return handlers;
  const concerned = input.aboutWhom?.subject;
  return handlers.filter((subject) => subject === concerned || !excluded.subjects.includes(subject));
}

/** After continuing as new: the path that an earlier run of the lifecycle started reports its end by signal. */
export async function resumePath(course: Course, running: (path: RunningPath | null) => void): Promise<void> {
  const reported = (): boolean => course.ended !== null || course.run === null;
  let wasLeft = true;
  running({
    async leave() {
      if (course.run !== null) await getExternalWorkflowHandle(course.run.workflowId).cancel();
      await condition(() => course.run === null);
      return wasLeft;
    },
  });
  await condition(reported);
  const result = course.ended;
  if (result === null) return;
  wasLeft = result.outcome === 'left';
  takeOver(course, result);
  running(null);
  await settle(course, result);
}

/** A case that is withdrawn before its path has begun leaves its clocks to be written by whoever writes next. */
function neverBegun(course: Course, { tasksOpened, opening }: PathInput, error: unknown): PathResult {
  if (!isCancellation(error)) throw error;
  course.recordedEntries -= opening.clock.length;
  return takeOver(course, { outcome: 'left', tasksOpened, handlers: [] });
}

/** As that of a case which was merged and goes its own way again. */
const isTierStopped = (course: Course): boolean => readClocks(course).clocks.tier?.state === 'stopped';

/** What a path leaves behind, however it ends. */
function takeOver(course: Course, result: PathResult): PathResult {
  course.run = null;
  course.ended = null;
  course.tasksOpened = result.tasksOpened;
  course.handlers = [...new Set([...course.handlers, ...result.handlers])];
  course.changes += 1;
  if (result.outcome === 'left') stopUnits(course);
  return result;
}

/** Parts end with the path that the case is taken from: nobody is late with what is no longer theirs. */
function stopUnits(course: Course): void {
  const running = Object.values(readClocks(course).clocks).flatMap((reading) =>
    reading !== undefined && reading.clock.startsWith('unit:') && reading.state !== 'stopped' ? [reading.clock] : [],
  );
  enter(course, now(course), ...running.map((clock) => ({ kind: 'stop' as const, clock })));
}

/** Goes on where the path ended: the answer waits for its rating, or another path is next. */
export async function settle(course: Course, result: PathResult): Promise<void> {
  await inTurn(course, 'pathEnded', async () => {
    if (!isOpen(course)) return;
    await lapseRequests(course, `lapsedRun:${course.runs}`);
    // Nobody here took it away: somebody ended the path's workflow from outside, and the case must not lie without one.
    const isAbandoned = result.outcome === 'left' && course.plan === null && course.mergedInto === null;
    if (isAbandoned && course.stage !== 'evaluating') {
      course.plan = { ...planFor(course, course.path ?? 'villageDirect', course.areaCode), handOver: false };
    }
    if (result.outcome === 'answered') await answered(course, result.answeredAt, result.answer);
    if (result.outcome === 'delegated') course.plan = { ...planFor(course, result.to, result.areaCode), handOver: true };
    if (result.outcome === 'movedUp') {
      if (result.late) course.fired.push(`movedUpLate:${course.runs}`);
      if (result.to === 'city') await openReferral(course, 'referred', now(course), { actor: bySystem, reason: result.reason });
      else course.plan = { ...planFor(course, result.to, course.areaCode), handOver: true };
    }
  });
}

/** The clocks stop at the answer; everybody who reported the same event is answered with it. */
export async function answered(course: Course, at: string, text: string): Promise<void> {
  if (course.paused !== null || course.referral !== null) await endWaits(course, at);
  const { clocks } = readClocks(course);
  const running = (['response', 'callBack', 'resolution', 'tier', 'unit:acceptance'] as const).filter(
    (clock) => clocks[clock] !== undefined && clocks[clock].state !== 'stopped',
  );
  enter(course, at, ...running.map((clock) => ({ kind: 'stop' as const, clock })));
  const { windowDays } = policyFor(course).rating;
  const closesAt = new Date(Date.parse(at) + windowDays * 86_400_000).toISOString();
  Object.assign(course, { stage: 'evaluating', answeredAt: at, ratingClosesAt: closesAt, paused: null });
  const { members, handlers, caseNumber } = course;
  course.members = [];
  await tellMembers(members, { leadingCase: caseNumber, answer: { text, answeredAt: at, handlers } });
}

/** Whoever waits for the resident, or for the city, may answer all the same; the wait ends, or the next round would stand. */
async function endWaits(course: Course, at: string): Promise<void> {
  const { paused, referral } = course;
  if (paused !== null) enter(course, at, { kind: 'resume' });
  Object.assign(course, { paused: null, referral: null });
  await recordCourse(course, `resumed:${at}`, at, {
    actor: bySystem,
    patch: { paused: null, reviewAt: null },
    timeline: paused === null ? [] : [{ type: 'resumed', internal: true }],
    changedTasks: referral === null ? [] : [{ taskId: referral.taskId, state: 'cancelled' }],
  });
}

/** A member that has ended meanwhile needs no telling. */
export async function tellMembers(members: readonly string[], word: GroupAnswered): Promise<void> {
  const tell = (member: string) => getExternalWorkflowHandle(member).signal(groupAnswered, word);
  await Promise.all(members.map((member) => tell(member).catch(() => undefined)));
}
