import type { WorkingCalendar } from '../calendar/index.js';
import { reckon, type LedgerEntry } from '../clocks/index.js';

/** What the ledger gains when a case ends from outside: a pause is over, and every clock that still ran or stood stops. Instants ISO 8601 in UTC. */
export function entriesThatEnd(ledger: readonly LedgerEntry[], calendar: WorkingCalendar | null, at: string): LedgerEntry[] {
  const { clocks, paused } = reckon(ledger, calendar);
  const entry = { at, rule: ledger.at(-1)?.rule ?? 1 };
  const running = Object.values(clocks).flatMap((reading) => (reading !== undefined && reading.state !== 'stopped' ? [reading.clock] : []));
  return [...(paused === null ? [] : [{ ...entry, kind: 'resume' as const }]), ...running.map((clock) => ({ ...entry, kind: 'stop' as const, clock }))];
}
