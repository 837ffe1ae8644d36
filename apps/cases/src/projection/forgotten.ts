import type { Forgotten } from '@yiwang/contracts/projection';
import type { Queryable } from './stored-case.js';

const OPEN = `
select number as "caseNumber",
  exists (select from start_outbox o where o.case_number = number) as "isWaiting",
  paused is not null or merged_into is not null or stage in ('evaluating', 'suspended')
    or exists (select from task t where t.case_number = number and t.state in ('open', 'accepted')) as "isSeenTo"
from case_file where closed_at is null and stage not in ('closed', 'notAccepted', 'withdrawn')
  and ($1::text[] is null or number = any($1))`;

interface OpenCase {
  caseNumber: string;
  isWaiting: boolean;
  isSeenTo: boolean;
}

/** What the engine says of a case's lifecycle. */
export type LifecycleState = 'open' | 'ended' | 'none';

/** Open cases that nobody sees to; `stateOf` is asked of those that have begun. All cases where none are named. */
export async function forgottenCases(
  database: Queryable,
  caseNumbers: readonly string[] | null,
  stateOf: (caseNumber: string) => Promise<LifecycleState>,
): Promise<Forgotten[]> {
  const open = (await database.query(OPEN, [caseNumbers])) as OpenCase[];
  const found: Forgotten[] = [];
  for (const { caseNumber, isWaiting, isSeenTo } of open) {
    if (isWaiting) continue;
    const state = await stateOf(caseNumber);
    if (state !== 'open') found.push({ caseNumber, problem: state === 'none' ? 'notStarted' : 'ended' });
    else if (!isSeenTo) found.push({ caseNumber, problem: 'nobodys' });
  }
  return found;
}

const KNOWN = `select number as "caseNumber" from case_file where number = any($1)`;

/** Of these cases those that have no row. */
export async function withoutRow(database: Queryable, caseNumbers: readonly string[]): Promise<Forgotten[]> {
  const rows = (await database.query(KNOWN, [caseNumbers])) as { caseNumber: string }[];
  const known = new Set(rows.map(({ caseNumber }) => caseNumber));
  return caseNumbers.filter((number) => !known.has(number)).map((caseNumber) => ({ caseNumber, problem: 'noRow' }));
}
