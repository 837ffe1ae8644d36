export type { WorkingCalendar as WorkingCalendarData } from '@yiwang/domain/calendar';
export type { ClockName, Holder, LedgerEntry, Limit } from '@yiwang/domain/clocks';
