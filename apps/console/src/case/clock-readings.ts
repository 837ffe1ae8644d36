import { workingMsBetween, type WorkingCalendar } from '@yiwang/domain/calendar';
import { explainClock, reckon, type ClockReading, type Language, type LedgerEntry } from '@yiwang/domain/clocks';

/** One clock as it is shown. Milliseconds; of working time where the clock's own limit counts that. */
export interface ShownClock {
  reading: ClockReading;
  sentence: string;
  /** To the deadline, negative when late; to the stop or the pause where it has stopped or stands. */
  leftMs: number;
  countsWorkingTime: boolean;
  /** 0 to 1, as its marks divide its running time. */
  gone: number;
}

const WORKING = ['workingHours', 'workingDays'];

/** Whether the limit that a clock has now counts working time: the latest entry that gave it one says so. */
function countsWorkingTime(ledger: readonly LedgerEntry[], clock: string): boolean {
  const last = ledger.findLast((entry) => {
    if (!('limit' in entry) || entry.limit === undefined) return false;
    if (entry.kind === 'start') return entry.clock === clock;
    return entry.kind === 'holder' ? clock === 'tier' : clock === 'tier' || clock === 'resolution';
  });
  return last !== undefined && 'limit' in last && last.limit !== undefined && WORKING.includes(last.limit.unit);
}

/** How much of a clock's time is gone, between the instants at which 50, 80 and 100 per cent of it are. */
function goneAt({ startedAt, marks }: ClockReading, at: number): number {
  const points: readonly [number, number][] = [[Date.parse(startedAt), 0], [Date.parse(marks.half), 0.5], [Date.parse(marks.yellow), 0.8], [Date.parse(marks.red), 1]];
  for (const [index, [to, share]] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || at > to) continue;
    const [from, shareBefore] = before;
    return to === from ? share : Math.max(0, shareBefore + ((share - shareBefore) * (at - from)) / (to - from));
  }
  return 1;
}

/** Every clock of a case, read from its ledger as the services read it. */
export function readClocks(ledger: readonly LedgerEntry[], calendar: WorkingCalendar, nowMs: number, language: Language): ShownClock[] {
  const { clocks } = reckon(ledger, calendar, new Date(nowMs).toISOString());
  return Object.values(clocks).flatMap((reading): ShownClock[] => {
    if (reading === undefined) return [];
    const at = new Date(reading.stoppedAt ?? reading.pausedSince ?? nowMs).toISOString();
    const works = countsWorkingTime(ledger, reading.clock);
    const [late, between] = [at > reading.dueAt, (from: string, to: string) => (works ? workingMsBetween(calendar, from, to) : Date.parse(to) - Date.parse(from))];
    const leftMs = late ? -between(reading.dueAt, at) : between(at, reading.dueAt);
    return [{ reading, sentence: explainClock(reading, language), leftMs, countsWorkingTime: works, gone: goneAt(reading, Date.parse(at)) }];
  });
}
