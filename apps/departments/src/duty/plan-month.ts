import { isCovered, periodsOn, type WorkingCalendar } from '@yiwang/domain/calendar';

/** Online duty on working days from 9:00 to 17:30, departments in turn (Changsha county); Asia/Shanghai. */
export const USUAL_HOURS = { from: '09:00', until: '17:30' } as const;

export interface DutyHours {
  from: string;
  until: string;
}

export interface PlannedShift {
  /** YYYY-MM-DD */
  date: string;
  startsAt: string;
  endsAt: string;
  unitCode: string | null;
  provisional: boolean;
}

const ZONE = '+08:00';
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isMonth = (text: string): boolean => MONTH.test(text);
export const areHours = ({ from, until }: DutyHours): boolean => TIME.test(from) && TIME.test(until) && from < until;

/** The dates of a month `YYYY-MM`, in order. */
export function datesOf(month: string): string[] {
  const date = new Date(`${month}-01T00:00:00Z`);
  const dates: string[] = [];
  for (; date.toISOString().startsWith(month); date.setUTCDate(date.getUTCDate() + 1)) dates.push(date.toISOString().slice(0, 10));
  return dates;
}

/**
 * When somebody is on duty on a date: the duty's hours, on a half day no longer than the office works; null on a day off.
 * Duty goes on through the office's midday break.
 */
export function hoursOn(calendar: WorkingCalendar, date: string, hours: DutyHours): DutyHours | null {
  const periods = periodsOn(calendar, date);
  if (periods.length === 0) return null;
  const ordinary = calendar.periods;
  const [opens, closes] = [periods[0]![0], periods.at(-1)![1]];
  const from = opens > ordinary[0]![0] && opens > hours.from ? opens : hours.from;
  const until = closes < ordinary.at(-1)![1] && closes < hours.until ? closes : hours.until;
  return from < until ? { from, until } : null;
}

/**
 * A month's duty: a shift for every working day, the units one after the other. A unit that is closed on its day is passed
 * over; where none is open the day is a gap.
 * @param last the unit whose turn came before, so that months join; null begins with the first.
 */
export function planMonth(
  month: string,
  calendar: WorkingCalendar,
  hours: DutyHours,
  units: readonly { code: string; closedOn: string | null }[],
  last: string | null,
): PlannedShift[] {
  let turn = units.findIndex(({ code }) => code === last) + 1;
  return datesOf(month).flatMap((date) => {
    const on = hoursOn(calendar, date, hours);
    if (on === null) return [];
    const order = units.map((_, i) => (turn + i) % units.length);
    const next = order.find((i) => units[i]!.closedOn === null || date < units[i]!.closedOn!);
    if (next !== undefined) turn = next + 1;
    return [shiftOn(date, on, next === undefined ? null : units[next]!.code, !isCovered(calendar, date))];
  });
}

const shiftOn = (date: string, { from, until }: DutyHours, unitCode: string | null, provisional: boolean): PlannedShift => ({
  ...{ date, unitCode, provisional },
  startsAt: new Date(`${date}T${from}:00${ZONE}`).toISOString(),
  endsAt: new Date(`${date}T${until}:00${ZONE}`).toISOString(),
});
