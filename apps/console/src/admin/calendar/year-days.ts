/** What a day is: as the calendar names it, or as its weekday is. */
export type DayKind = 'off' | 'work' | 'periods' | 'rest' | 'ordinary';

export type Named = Readonly<Record<string, 'off' | 'work' | 'periods'>>;

const DAY_MS = 86_400_000;

/** Monday 1 to Sunday 7. */
export const weekdayOf = (date: string): number => ((Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS) + 3) % 7) + 1;

export function kindOf(date: string, named: Named, weekdays: readonly number[]): DayKind {
  return named[date] ?? (weekdays.includes(weekdayOf(date)) ? 'ordinary' : 'rest');
}

/** The dates of a month of a year, `YYYY-MM-DD`; months from 1. */
export function datesOf(year: number, month: number): string[] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return Array.from({ length: days }, (_, index) => `${start}-${String(index + 1).padStart(2, '0')}`);
}

/**
 * Turns a day between work and rest. It goes back to its weekday only where the calendar in force says nothing of it: what
 * is said there, perhaps for the whole nation, has to be answered by name.
 */
export function turned(date: string, draft: Named, inForce: Named, weekdays: readonly number[]): Named {
  const isWorked = !['off', 'rest'].includes(kindOf(date, draft, weekdays));
  const { [date]: _before, ...rest } = draft;
  const byWeekday = weekdays.includes(weekdayOf(date));
  return byWeekday === !isWorked && !(date in inForce) ? rest : { ...rest, [date]: isWorked ? 'off' : 'work' };
}

/** How many dates two calendars say otherwise. */
export const differing = (a: Named, b: Named): number =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((date) => a[date] !== b[date]).length;

/** The days of a year in a file as `deploy/calendar` has it; null where it is none. */
export function daysInFile(text: string, year: number): { years: readonly number[]; days: Named } | null {
  try {
    const { years, days } = JSON.parse(text) as { years?: unknown; days?: unknown };
    if (!Array.isArray(years) || typeof days !== 'object' || days === null) return null;
    const own = Object.entries(days).filter(([date, kind]) => date.startsWith(`${year}-`) && (kind === 'off' || kind === 'work'));
    return { years: years.map(Number), days: Object.fromEntries(own) as Named };
  } catch {
    return null;
  }
}
