import type { WorkingCalendar } from './types.js';

/** What a county has of its own over the national calendar, or a unit over its county's: what is left out follows it. */
export interface CalendarLayer extends Pick<WorkingCalendar, 'version' | 'years' | 'days'> {
  periods?: WorkingCalendar['periods'];
  weekdays?: WorkingCalendar['weekdays'];
}

/**
 * The calendar of a county or unit that has something of its own. Its days stand before those beneath, its periods and
 * weekdays replace them, years add up. Versions add up too: the sum rises whichever of them is loaded anew.
 */
export const overlay = (base: WorkingCalendar, own: CalendarLayer): WorkingCalendar => ({
  version: base.version + own.version,
  years: [...new Set([...base.years, ...own.years])].sort((a, b) => a - b),
  periods: own.periods ?? base.periods,
  weekdays: own.weekdays ?? base.weekdays,
  days: { ...base.days, ...own.days },
});
