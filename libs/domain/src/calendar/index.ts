export { checkCalendar, type CalendarInvalid } from './check-calendar.js';
export { localDateOf, startOfDay } from './local-day.js';
export { overlay, type CalendarLayer } from './overlay.js';
export type { DayPeriod, Reckoned, WorkingCalendar } from './types.js';
export { closingAfterWorkingDays, isCovered, isWorkingDay, periodsOn, workingDaysBetween } from './working-days.js';
export { afterWorkingMs, workingMsBetween } from './working-hours.js';
