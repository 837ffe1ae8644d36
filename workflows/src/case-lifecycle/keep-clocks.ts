import { condition } from '@temporalio/workflow';
import type { CasePatch, CountedMark, TimelineType } from '@yiwang/contracts/case-flow';
import { isOverdue, type ClockReading, type Holder } from '@yiwang/domain/clocks';
import { levelAbove } from '@yiwang/domain/paths';
import { firstResponseAt } from '../recording/record.js';
import { showOverdue } from '../recording/search-attributes.js';
import { now, until } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { approvalUnanswered } from './approvals.js';
import { deskMovesUp } from './entry.js';
import { isOpen, type Course } from './course.rules.js';
import { resume } from './pauses.js';
import { closeNotRated } from './rating.js';
import { nextRing, ringsOf, type Ring } from './rings.rules.js';
import { isAtTop, issueOrder } from './supervision.js';
import { bySystem, enter, recordCourse, tellPath, toHolder } from './write.js';

/** The one timer, and what has become of the ring that it waits for. */
interface Alarm {
  ring: Ring | null;
  /** The course's changes that have been looked at. */
  seen: number;
  /** Something else rings next now, or at another time. */
  isMoved: boolean;
}

/**
 * 跟踪督办, beside each path: one timer, for whatever happens next by itself. Whoever changes the course lets it be
 * armed anew, unless the same instant is still the next; what was due while the engine was away happens at once, in its
 * order.
 */
export async function keepClocks(course: Course): Promise<void> {
  const alarm: Alarm = { ring: null, seen: course.changes, isMoved: true };
  await Promise.all([keepAlarm(course, alarm), keepLedger(course, alarm)]);
}

async function keepAlarm(course: Course, alarm: Alarm): Promise<void> {
  while (isOpen(course)) {
    if (lacksEntries(course)) await inTurn(course, 'ledger', () => writeLedger(course));
    const ring = nextRing(course);
    Object.assign(alarm, { ring, seen: course.changes, isMoved: false });
    const isChanged = (): boolean => !isOpen(course) || look(course, alarm).isMoved;
    if (ring === null) await condition(isChanged);
    else if (!(await until(course, isChanged, ring.at))) {
      alarm.isMoved = true;
      await inTurn(course, 'clock', () => ringOut(course, ring));
    }
  }
}

/** While the timer stays, what the ledger has gained is written beside it. */
async function keepLedger(course: Course, alarm: Alarm): Promise<void> {
  if (course.input.since === undefined) return;
  const isWanted = (): boolean => course.deciding === null && !look(course, alarm).isMoved && lacksEntries(course);
  while (isOpen(course)) {
    await condition(() => !isOpen(course) || isWanted());
    if (isOpen(course)) await inTurn(course, 'ledger', () => writeLedger(course));
  }
}

/**
 * Looks at each change of the course once, whoever asks first, and not before a decision that is being recorded is over.
 * Where recording lasts longer than a workflow task and a signal comes meanwhile, the engine ran both one after the other
 * and replays them together: a timer that is armed in between would then come after the decision's end.
 */
function look(course: Course, alarm: Alarm): Alarm {
  if (alarm.isMoved || course.changes === alarm.seen) return alarm;
  const isOrderly = course.input.since !== undefined;
  if (isOrderly && course.deciding !== null) return alarm;
  alarm.seen = course.changes;
  alarm.isMoved = !isOrderly || alarm.ring === null || nextRing(course)?.at !== alarm.ring.at;
  return alarm;
}

/** What a path begins with is written with its first step. */
const lacksEntries = (course: Course): boolean => course.recordedEntries < course.ledger.length && course.plan === null;

/**
 * What a path tells comes without a step of the lifecycle's own: the answer, a new holder, the clocks of parts. It is
 * written at once, for every deadline in force must be recomputable from what is written.
 */
async function writeLedger(course: Course): Promise<void> {
  if (!lacksEntries(course)) return;
  await recordCourse(course, `ledger:${course.ledger.length}`, now(course), { actor: bySystem, timeline: [] });
}

/** What went before in its turn may have settled it: only a ring that is still to be rings. */
async function ringOut(course: Course, ring: Ring): Promise<void> {
  const isWanted = ringsOf(course).some((other) => JSON.stringify(other) === JSON.stringify(ring));
  if (!isWanted) return;
  if (ring.kind === 'mark') await ringMark(course, ring);
  if (ring.kind === 'grace') await ringGrace(course, ring);
  if (ring.kind === 'resume') await resume(course, `resumed:${ring.at}`, now(course), { actor: bySystem });
  if (ring.kind === 'approval') await approvalUnanswered(course, ring.taskId);
  if (ring.kind === 'order') await ringOrder(course, ring.taskId);
  if (ring.kind === 'notRated') await closeNotRated(course);
}

const countedMark = (key: string, mark: CountedMark['mark'], { clock, dueAt, holder }: ClockReading): CountedMark => ({
  key,
  mark,
  clock,
  dueAt,
  tier: holder.tier,
  roles: [...holder.roles],
  areaCode: holder.areaCode,
  ...(holder.unitCode === undefined ? {} : { unitCode: holder.unitCode }),
});

const TOO_LATE = '超过宽限期仍未办结，自动上提 / still not resolved after the grace, moved up by itself';

type MarkRing = Extract<Ring, { kind: 'mark' }>;

async function ringMark(course: Course, ring: MarkRing): Promise<void> {
  course.fired.push(ring.key);
  course.changes += 1;
  const { clock } = ring.reading;
  if (clock === 'response' || clock === 'callBack') await ringResponse(course, ring);
  else if (clock === 'tier') await ringCard(course, ring);
  else if (clock === 'resolution') await markLate(course, ring, 'resolutionOverdue', { resolutionOverdue: true });
  else await markLate(course, ring, 'partOverdue', {});
}

/** After the long sleep the row is asked: a contact recorded by a person stops this clock without an engine step. */
async function ringResponse(course: Course, ring: MarkRing): Promise<void> {
  const { clock, dueAt, state } = ring.reading;
  const contactAt = await firstResponseAt(course.caseNumber);
  const stopped = contactAt ?? course.answeredAt;
  if (stopped !== null && state !== 'stopped') enter(course, stopped, { kind: 'stop', clock });
  if (stopped !== null && !isOverdue(dueAt, stopped)) return;
  if (clock === 'callBack') await markLate(course, ring, 'callBackMissed', {});
  else await markLate(course, ring, 'responseOverdue', { responseOverdue: true });
}

const TIMELINE: Partial<Record<CountedMark['mark'], TimelineType>> = {
  responseOverdue: 'responseOverdue',
  resolutionOverdue: 'resolutionOverdue',
  callBackMissed: 'callBackMissed',
  partOverdue: 'partOverdue',
};

/** A deadline has passed: counted to whoever was late, and the level above hears of it. */
async function markLate(course: Course, ring: MarkRing, mark: CountedMark['mark'], patch: CasePatch): Promise<void> {
  const { clock, dueAt, holder } = ring.reading;
  const type = TIMELINE[mark] ?? 'partOverdue';
  const isPublic = mark === 'responseOverdue' || mark === 'resolutionOverdue';
  if (isPublic) showOverdue();
  Object.assign(course, patch);
  await recordCourse(course, `${ring.key}`, now(course), {
    actor: bySystem,
    patch,
    timeline: [{ type, data: { dueAt, round: course.round, clock }, ...(isPublic ? {} : { internal: true as const }) }],
    marks: [countedMark(ring.key, mark, ring.reading)],
    notices: [toHolder(course, levelAbove(holder), 'overdue', { clock, dueAt })],
  });
}

/** 50 % reminds, 80 % is the yellow card, 100 % the red one with its supervision order. */
async function ringCard(course: Course, ring: MarkRing): Promise<void> {
  const { mark, reading } = ring;
  const { holder, dueAt } = reading;
  const data = { dueAt };
  const marks = [countedMark(ring.key, mark, reading)];
  if (mark === 'red') {
    await issueOrder(course, ring.key, now(course), { actor: bySystem, holder, reason: '到期未办结 / not resolved when due' }, marks);
    return;
  }
  await recordCourse(course, ring.key, now(course), {
    actor: bySystem,
    patch: mark === 'yellow' ? { card: 'yellow' } : {},
    timeline: [{ type: mark === 'yellow' ? 'yellowCard' : 'half', internal: true, data: { ...data, tier: holder.tier } }],
    marks,
    notices: [toHolder(course, holder, mark === 'yellow' ? 'yellowCard' : 'halfTime', data)],
  });
}

/**
 * Still nothing: it goes up by itself, in the county to its centre and from there to its leaders. Above them only the city
 * hears of it, for a referral is decided by people.
 */
async function ringGrace(course: Course, ring: Extract<Ring, { kind: 'grace' }>): Promise<void> {
  course.fired.push(ring.key);
  course.changes += 1;
  const { holder, dueAt } = ring.reading;
  if (course.desk?.tier === 'town') {
    await deskMovesUp(course, ring.key, [countedMark(ring.key, 'movedUpLate', ring.reading)]);
    return;
  }
  const isTop = isAtTop(course);
  const marks = isTop ? [] : [countedMark(ring.key, 'movedUpLate', ring.reading)];
  if (!isTop && course.run?.path === 'countyCoordinated' && !isOrdered(course, holder)) {
    await issueOrder(course, ring.key, now(course), { actor: bySystem, holder, reason: TOO_LATE }, marks);
  } else {
    await recordCourse(course, ring.key, now(course), {
      actor: bySystem,
      timeline: [{ type: isTop ? 'orderOverdue' : 'urged', internal: true, data: { dueAt, tier: holder.tier } }],
      marks,
      notices: [toHolder(course, levelAbove(holder), 'overdue', { clock: 'tier', dueAt })],
    });
  }
  if (!isTop) await tellPath(course, { escalate: { reason: TOO_LATE } });
}

/** Whether the holder has a supervision order to answer already, as from the red card. */
const isOrdered = (course: Course, holder: Holder): boolean =>
  Object.values(course.orders).some(({ roles, unitCode }) => unitCode === holder.unitCode && roles.join() === holder.roles.join());

/** A supervision order without feedback: counted, and the level above is told. */
async function ringOrder(course: Course, taskId: string): Promise<void> {
  const task = course.orders[taskId];
  if (task === undefined) return;
  course.fired.push(`order:${taskId}`);
  const { tier, roles, areaCode, unitCode, dueAt } = task;
  await recordCourse(course, `order:${taskId}`, now(course), {
    actor: bySystem,
    timeline: [{ type: 'orderOverdue', taskId, internal: true, data: { dueAt } }],
    marks: [{ key: `order:${taskId}`, mark: 'orderOverdue', clock: 'order', dueAt, tier, roles, areaCode, unitCode }],
    notices: [toHolder(course, levelAbove(task), 'overdue', { clock: 'order', dueAt })],
  });
}
