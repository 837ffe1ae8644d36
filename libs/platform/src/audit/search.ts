import type { AuditEntry, AuditedTarget } from './record.js';
import type { SqlExecutor } from './executor.js';

/** What somebody may look through: whole counties, or what was done to some things. */
export type AuditReach = { counties: readonly string[] } | { targets: readonly Pick<AuditedTarget, 'type' | 'id'>[] };

/** What is looked for; whatever is left out or null is not asked about. */
export interface AuditFilter {
  from?: Date | null;
  /** The first instant that is not looked at any more. */
  to?: Date | null;
  operations?: readonly string[] | null;
  outcome?: NonNullable<AuditEntry['outcome']> | null;
  actor?: string | null;
  targetType?: string | null;
  targetId?: string | null;
}

/** An entry as it is shown: who, when, what and how it ended. Details stay where they are, but for the code of a refusal. */
export interface FoundEntry {
  /** Its number, by which later entries come after earlier ones. */
  id: string;
  at: Date;
  operation: string;
  outcome: NonNullable<AuditEntry['outcome']>;
  errorCode: string | null;
  actorKind: string;
  actorSubject: string | null;
  clientId: string | null;
  positions: string[];
  targetType: string | null;
  targetId: string | null;
  countyCode: string | null;
  xid: string;
}

const COLUMNS = `id, recorded_at as "at", operation, outcome, actor_kind as "actorKind", actor_subject as "actorSubject",
  client_id as "clientId", positions, target_type as "targetType", target_id as "targetId", county_code as "countyCode",
  xid::text as "xid", substring(details ->> 'code' from '^[A-Z][A-Z0-9_]*$') as "errorCode"`;

/**
 * A page of entries, newest first, of the schema that the connection is set to; one more than `limit` when there are more.
 * One branch for each county (and operation), so that each comes in the order of an index and no further than the page.
 * @param before the id after which the last page ended.
 */
export async function searchAudit(
  manager: SqlExecutor,
  reach: AuditReach,
  filter: AuditFilter,
  { before, limit }: { before: string | null; limit: number },
): Promise<FoundEntry[]> {
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const { branches, conditions } = branchesOf(reach, filter.operations ?? null, given);
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== null && value !== undefined) conditions.push(condition(given(value)));
  };
  add(before, (id) => `e.id < ${id}::bigint`);
  add(filter.from, (from) => `e.recorded_at >= ${from}::timestamptz`);
  add(filter.to, (to) => `e.recorded_at < ${to}::timestamptz`);
  add(filter.outcome, (outcome) => `e.outcome = ${outcome}`);
  add(filter.actor, (actor) => `e.actor_subject = ${actor}`);
  add(filter.targetType, (type) => `e.target_type = ${type}`);
  add(filter.targetId, (id) => `e.target_id = ${id}`);
  const most = given(limit + 1);
  return manager.query<FoundEntry[]>(
    `select found.* from ${branches} cross join lateral (
       select ${COLUMNS} from audit_entry e where ${conditions.join(' and ')} order by e.id desc limit ${most}) found
     order by found.id desc limit ${most}`,
    values,
  );
}

function branchesOf(reach: AuditReach, operations: readonly string[] | null, given: (value: unknown) => string) {
  if ('targets' in reach) {
    const types = given(reach.targets.map(({ type }) => type));
    const ids = given(reach.targets.map(({ id }) => id));
    const conditions = ['e.target_type = b.type', 'e.target_id = b.id'];
    if (operations) conditions.push(`e.operation = any(${given(operations)}::text[])`);
    return { branches: `unnest(${types}::text[], ${ids}::text[]) as b (type, id)`, conditions };
  }
  const counties = `unnest(${given([...new Set(reach.counties)])}::text[]) as b (county)`;
  const conditions = ['e.county_code = b.county'];
  if (!operations) return { branches: counties, conditions };
  conditions.push('e.operation = o.operation');
  return { branches: `${counties} cross join unnest(${given([...new Set(operations)])}::text[]) as o (operation)`, conditions };
}

/** The counties in a city of which there are entries, and the city itself; looks once for each, however many entries. */
export async function auditedCounties(manager: SqlExecutor, city: string): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>(
    `with recursive found as (
       select min(county_code) as code from audit_entry where county_code >= $1 and county_code < $2
       union all
       select (select min(county_code) from audit_entry where county_code > found.code and county_code < $2)
         from found where found.code is not null)
     select code from found where code is not null`,
    [city, String(Number(city) + 1).padStart(city.length, '0')],
  );
  return rows.map(({ code }) => code);
}

/** Up to which transaction entries are in a block; null where there is none yet. For the linker's own scope. */
export async function linkedUpTo(manager: SqlExecutor): Promise<string | null> {
  const [row] = await manager.query<{ xid: string }[]>(
    `select linked_up_to::text as xid from audit_block order by sequence desc limit 1`,
  );
  return row?.xid ?? null;
}
