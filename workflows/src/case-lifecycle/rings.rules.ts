import { addLimit, dueOrder, isLate, type ClockName, type ClockReading, type DueMark } from '@yiwang/domain/clocks';
import { goesBy, type CasePatch } from '@yiwang/contracts/case-flow';
import { policyFor, readClocks, rulesFor, type Course } from './course.rules.js';

/** What happens by itself, and when (ISO 8601, UTC). */
export type Ring =
  | { kind: 'mark'; at: string; key: string; mark: DueMark['mark']; reading: ClockReading }
  | { kind: 'grace'; at: string; key: string; reading: ClockReading }
  | { kind: 'resume'; at: string }
  | { kind: 'approval'; at: string; taskId: string }
  | { kind: 'order'; at: string; taskId: string }
  | { kind: 'notRated'; at: string };

const plainKey = (clock: ClockName, run: number, mark: string): string => `${clock}:${run}:${mark}`;

/** A mark that more time has taken back is made again under another key: both are counted. */
const keyOf = (course: Course, clock: ClockName, run: number, mark: string): string => {
  const key = plainKey(clock, run, mark);
  const before = course.fired.filter((fired) => fired.startsWith(`${key}@`)).length;
  return before === 0 ? key : `${key}~${before}`;
};
const DEADLINES: readonly ClockName[] = ['response', 'callBack', 'resolution'];

/** Whether a mark of this clock is anything to anybody: only the tier has cards, of the others the deadline counts. */
const counts = ({ clock, mark }: DueMark): boolean => clock === 'tier' || mark === 'red';

/** A clock that stopped too late rings all the same: instants decide, not what the engine hears of first. */
function lateStops(course: Course, clocks: Partial<Record<ClockName, ClockReading>>): Ring[] {
  return DEADLINES.flatMap((clock): Ring[] => {
    const reading = clocks[clock];
    if (reading?.state !== 'stopped' || !isLate(reading, reading.stoppedAt ?? reading.dueAt)) return [];
    const key = keyOf(course, clock, reading.run, 'red');
    return course.fired.includes(key) ? [] : [{ kind: 'mark', at: reading.dueAt, key, mark: 'red', reading }];
  });
}

function clockRings(course: Course): Ring[] {
  const reckoning = readClocks(course);
  const rings = lateStops(course, reckoning.clocks);
  for (const due of dueOrder(reckoning)) {
    const reading = reckoning.clocks[due.clock];
    const key = keyOf(course, due.clock, due.run, due.mark);
    if (reading === undefined || !counts(due) || course.fired.includes(key)) continue;
    rings.push({ kind: 'mark', at: due.at, key, mark: due.mark, reading });
  }
  const grace = graceOf(course, reckoning.clocks.tier);
  return grace === null ? rings : [...rings, grace];
}

/** After the red card and the grace the task moves up by itself; a desk has the grace of the level that it is at. */
function graceOf(course: Course, tier: ClockReading | undefined): Ring | null {
  const path = course.run?.path ?? (course.desk === null ? null : 'villageTownJoint');
  if (tier === undefined || tier.state !== 'running' || path === null) return null;
  const key = keyOf(course, 'tier', tier.run, 'grace');
  if (course.fired.includes(key) || !course.fired.includes(keyOf(course, 'tier', tier.run, 'red'))) return null;
  const { at } = addLimit(rulesFor(course, path).grace, tier.dueAt, course.calendar);
  return { kind: 'grace', at, key, reading: tier };
}

/**
 * After an extension the card has the colour of the new deadline; cards that were given stay counted. Whatever of the
 * tier's marks lies ahead again is made again when its time comes.
 */
export function recoloured(course: Course, at: string): CasePatch {
  const { tier } = readClocks(course).clocks;
  if (tier === undefined || !goesBy(course.input, '2026-11-owners')) return {};
  const keys = (['yellow', 'red'] as const).map((mark) => ({ mark, key: keyOf(course, 'tier', tier.run, mark) }));
  const made = keys.filter(({ key }) => course.fired.includes(key));
  const ahead = made.filter(({ mark }) => tier.marks[mark] > at);
  if (ahead.length === 0) return {};
  const taken = ahead.map(({ key }) => key);
  course.fired = course.fired.map((key) => (taken.includes(key) ? `${plainKey('tier', tier.run, markOf(key))}@${key}` : key));
  return { card: made.some(({ mark }) => mark === 'yellow' && tier.marks.yellow <= at) ? 'yellow' : 'none' };
}

const markOf = (key: string): string => /:(yellow|red)/.exec(key)?.[1] ?? '';

/** All that will happen by itself as things stand, the next first. Nothing is left once a case is closed. */
export function ringsOf(course: Course): Ring[] {
  if (course.closedAs !== null) return [];
  const rings = clockRings(course);
  if (course.paused !== null) rings.push({ kind: 'resume', at: course.paused.until });
  for (const { task, until } of Object.values(course.requests)) {
    rings.push({ kind: 'approval', at: until, taskId: task.taskId });
  }
  for (const task of Object.values(course.orders)) {
    if (!course.fired.includes(`order:${task.taskId}`)) rings.push({ kind: 'order', at: task.dueAt, taskId: task.taskId });
  }
  if (course.stage === 'evaluating' && course.ratingClosesAt !== null) {
    rings.push({ kind: 'notRated', at: course.ratingClosesAt });
  }
  return rings.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

export const nextRing = (course: Course): Ring | null => ringsOf(course)[0] ?? null;

/** The instant to which a request waits before it goes a level further. */
export const patienceEnds = (course: Course, at: string): string =>
  addLimit(policyFor(course).approvals.patience, at, course.calendar).at;
