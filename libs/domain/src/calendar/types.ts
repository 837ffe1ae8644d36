/** From and until, `HH:MM` in the county's own time (Asia/Shanghai, UTC+8 without summer time). */
export type DayPeriod = readonly [from: string, until: string];

/**
 * When an office works (工作日历): data with its source and the years it covers. What is not named in `days` follows the
 * week; a date outside `years` follows the week too, but nobody can promise it yet.
 */
export interface WorkingCalendar {
  /** Rises with every loading. */
  version: number;
  /** Years whose holidays and make-up days (调休) are known. */
  years: readonly number[];
  /** The periods of an ordinary working day, in order and apart: 9:00–12:00 and 13:30–17:30, say. */
  periods: readonly DayPeriod[];
  /** Days of the week that are worked, Monday 1 to Sunday 7. */
  weekdays: readonly number[];
  /** Dates (`YYYY-MM-DD`) that are otherwise: off, worked as ordinary days, or worked in periods of their own (half days). */
  days: Readonly<Record<string, 'off' | 'work' | readonly DayPeriod[]>>;
}

/** An instant (ISO 8601, UTC) that was reckoned by a calendar; provisional where it crosses dates the calendar lacks. */
export interface Reckoned {
  at: string;
  provisional: boolean;
}
