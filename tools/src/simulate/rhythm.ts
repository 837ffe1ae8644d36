import { afterWorkingMs, isWorkingDay, localDateOf, type WorkingCalendar } from '@yiwang/domain/calendar';
import type { PositionRole } from '@yiwang/domain/paths';
import type { Chance } from './chance.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const everyDay = (from: string, until: string): WorkingCalendar => ({
  version: 1,
  years: [],
  periods: [[from, until]],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  days: {},
});

/** Residents, and those who live where they work. */
export const AWAKE = everyDay('07:30', '21:30');

const IN_THE_FIELD: readonly PositionRole[] = ['gridMember', 'villageSecretary', 'villagePolice', 'stationedCadre', 'serviceTeam'];

/** When somebody in this role does something about a task. */
export const hoursOf = (role: PositionRole, office: WorkingCalendar): WorkingCalendar =>
  IN_THE_FIELD.includes(role) ? AWAKE : office;

/** The instant (ms) at which so many of somebody's own hours have passed. */
export const afterHours = (hours: WorkingCalendar, fromMs: number, amount: number): number =>
  Date.parse(afterWorkingMs(hours, new Date(fromMs).toISOString(), Math.max(0, Math.round(amount * HOUR_MS))).at);

/** How much is reported in each hour of the day, by when the way of reporting is open. */
const BY_HOUR = {
  office: [0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 10, 8, 1, 4, 8, 8, 7, 3, 0, 0, 0, 0, 0, 0],
  always: [0.3, 0.2, 0.1, 0.1, 0.2, 0.5, 1.5, 3, 6, 8, 8, 7, 4, 4, 6, 6, 6, 6, 5, 6, 6, 5, 3, 1],
} as const;
export type Opening = keyof typeof BY_HOUR;

/** How much less is reported on a day off. */
const DAY_OFF = 0.45;

/** An instant of arrival (ms) within so many days of the first midnight. Where no office opens at all, any day will do. */
export function arrival(chance: Chance, beginMs: number, days: number, opening: Opening, office: WorkingCalendar): number {
  const isOff = (day: number): boolean => !isWorkingDay(office, localDateOf(new Date(beginMs + day * DAY_MS).toISOString()));
  const all = Array.from({ length: days }, (_, day) => day);
  const open = all.filter((day) => !isOff(day));
  const dayOff = opening === 'office' && open.length > 0 ? 0 : DAY_OFF;
  const weights = Object.fromEntries(all.map((day) => [String(day), isOff(day) ? dayOff : 1]));
  const day = Number(chance.weighted(weights));
  const hour = Number(chance.weighted(Object.fromEntries(BY_HOUR[opening].map((weight, at) => [String(at), weight]))));
  return beginMs + day * DAY_MS + hour * HOUR_MS + chance.whole(0, HOUR_MS - 1);
}
