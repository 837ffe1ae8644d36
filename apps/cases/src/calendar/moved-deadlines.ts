import { reckon, type ClockReading, type LedgerEntry } from '@yiwang/domain/clocks';
import type { DataSource } from 'typeorm';
import type { LayeredCalendars } from './layered-calendars.js';
import type { MovedDeadline } from './calendar.types.js';

const CASES_AT_ONCE = 500;

/** Open cases of a county (`$1`) after a number (`$2`) with any limit in working time: no other one can move. */
const LEDGERS = `
select c.number as "caseNumber", l.entries
from case_file c cross join lateral (
  select jsonb_agg(e.entry order by e.seq) as entries,
    bool_or(e.entry #>> '{limit,unit}' like 'working%' or e.entry #>> '{by,unit}' like 'working%') as works
  from clock_entry e where e.case_number = c.number) l
where c.county_code = $1 and c.closed_at is null and c.number > $2 and l.works
order by c.number limit ${CASES_AT_ONCE}`;

interface Ledger {
  caseNumber: string;
  entries: LedgerEntry[];
}

export interface Consequences {
  /** By case number. */
  moved: MovedDeadline[];
  /** Cases whose clocks read otherwise afterwards, or are not certain now. */
  touched: string[];
}

/** What open deadlines (ISO 8601, UTC) become when one calendar of a county follows another; nothing is changed. */
export async function consequencesOf(
  dataSource: Pick<DataSource, 'query'>,
  countyCode: string,
  before: LayeredCalendars,
  after: LayeredCalendars,
): Promise<Consequences> {
  const found: Consequences = { moved: [], touched: [] };
  for (let last = ''; ; ) {
    const ledgers = await dataSource.query<Ledger[]>(LEDGERS, [countyCode, last]);
    for (const ledger of ledgers) compare(ledger, before, after, found);
    if (ledgers.length < CASES_AT_ONCE) return found;
    last = ledgers.at(-1)!.caseNumber;
  }
}

function compare({ caseNumber, entries }: Ledger, before: LayeredCalendars, after: LayeredCalendars, found: Consequences): void {
  const then = new Map(openClocks(entries, after).map((reading) => [reading.clock, reading]));
  let isTouched = false;
  for (const now of openClocks(entries, before)) {
    const next = then.get(now.clock) ?? now;
    isTouched ||= now.provisional || JSON.stringify([now.dueAt, now.marks]) !== JSON.stringify([next.dueAt, next.marks]);
    if (next.dueAt === now.dueAt) continue;
    found.moved.push({
      id: `${caseNumber}/${now.clock}`,
      caseNumber,
      clock: now.clock,
      dueAt: now.dueAt,
      newDueAt: next.dueAt,
      wasProvisional: now.provisional,
      isProvisional: next.provisional,
    });
  }
  if (isTouched) found.touched.push(caseNumber);
}

/** The clocks that have not stopped, each by the calendar of the unit whose time runs. */
function openClocks(entries: readonly LedgerEntry[], calendars: LayeredCalendars): ClockReading[] {
  const byCounty = calendars.of();
  return Object.values(reckon(entries, byCounty).clocks)
    .filter((reading): reading is ClockReading => reading !== undefined && reading.state !== 'stopped')
    .map((reading) => {
      const own = calendars.of(reading.holder.unitCode);
      return own === byCounty ? reading : (reckon(entries, own).clocks[reading.clock] ?? reading);
    })
    .sort((a, b) => (a.clock < b.clock ? -1 : 1));
}
