import { DEFAULT_SHARES } from '@yiwang/domain/clocks';

/** How urgent a clock is: yellow from the field's share of its time, red once all of it is gone. */
export type Urgency = 'calm' | 'yellow' | 'red';

/** Why the clocks of a case stand, and when it is looked at again (挂账). */
export interface Standing {
  paused: 'suspended' | 'waitingForResident';
  reviewAt: string | null;
}

/** What is asked for or ordered beside a case, and what the city has, goes on while its clocks stand. */
const RUNS_ON = ['approve', 'order', 'cityDesk'];

/** Why none of a task's time runs; null where it does. Without a kind: of the case itself. */
export const standingOf = (one: { paused?: Standing['paused'] | null; reviewAt?: string | null } | null | undefined, kind = ''): Standing | null =>
  one?.paused == null || RUNS_ON.includes(kind) ? null : { paused: one.paused, reviewAt: one.reviewAt ?? null };

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
/** Of a working day, where no calendar says otherwise. */
const WORKDAY = 8 * HOUR;

/** Instants in ms. A clock without length is red once it is due. */
export function urgencyOf(openedMs: number, dueMs: number, nowMs: number): Urgency {
  if (nowMs >= dueMs) return 'red';
  return nowMs - openedMs >= (dueMs - openedMs) * DEFAULT_SHARES.yellow ? 'yellow' : 'calm';
}

export interface Span {
  /** The two largest units that say it; a key of the words' `span`. */
  key: 'd' | 'dh' | 'h' | 'hm' | 'm';
  values: { d: number; h: number; m: number };
}

/** A length in whole minutes; a day has `dayMinutes` of them. */
export function spanOf(minutes: number, dayMinutes = DAY): Span {
  const [d, rest] = [Math.floor(minutes / dayMinutes), minutes % dayMinutes];
  const [h, m] = [Math.floor(rest / HOUR), rest % HOUR];
  if (d > 0) return { key: h > 0 ? 'dh' : 'd', values: { d, h, m } };
  return { key: h === 0 ? 'm' : m > 0 ? 'hm' : 'h', values: { d, h, m } };
}

export interface TimeLeft extends Span {
  late: boolean;
}

/** The time to a deadline (ms) or since it, by the clock. */
export const timeLeft = (leftMs: number): TimeLeft => ({ late: leftMs <= 0, ...spanOf(Math.floor(Math.abs(leftMs) / MINUTE_MS)) });

/** The same in working time, in days of an office that works `dayMinutes`; in hours alone until that is known. */
export const workingTimeLeft = (leftMs: number, dayMinutes = Infinity): TimeLeft => ({
  late: leftMs <= 0,
  ...spanOf(Math.floor(Math.abs(leftMs) / MINUTE_MS), dayMinutes),
});

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3));

/** The minutes of an ordinary day of a calendar. */
export const dayMinutesOf = (periods: readonly (readonly [from: string, until: string])[]): number =>
  periods.reduce((sum, [from, until]) => sum + minutesOf(until) - minutesOf(from), 0) || WORKDAY;
