import type { EntityManager } from 'typeorm';
import type { StoredRules } from './policies.js';
import type { PolicyState } from './policy.types.js';

/** One row of `policy_version`; `rules` of a draft may be any object. */
export interface PolicyRow extends StoredRules {
  countyCode: string;
  state: PolicyState;
  inForceFrom: Date | null;
  draftedBy: string | null;
  draftedAt: Date;
  publishedBy: string | null;
  publishedAt: Date | null;
  note: string | null;
}

type Executor = Pick<EntityManager, 'query'>;

const COLUMNS = `county_code as "countyCode", version, state, rules, in_force_from as "inForceFrom",
  drafted_by as "draftedBy", drafted_at as "draftedAt", published_by as "publishedBy", published_at as "publishedAt", note`;
const OF_COUNTY = `select ${COLUMNS} from policy_version where county_code in ('', $1)`;

/** The next number after the county's own and the national ones, unless somebody takes it in that moment. */
const INSERT_DRAFT = `
insert into policy_version (county_code, version, state, rules, drafted_by, note)
select $1::text, coalesce(max(version), 0) + 1, 'draft', $2::jsonb, $3, $4
from policy_version where county_code in ('', $1)
on conflict do nothing returning ${COLUMNS}`;
const PUBLISH = `
with published as (
  update policy_version set state = 'published', rules = $3::jsonb, in_force_from = $4,
    published_by = $5, published_at = now()
  where county_code = $1 and version = $2 returning *)
select ${COLUMNS} from published`;
const WITHDRAW = `
with withdrawn as (update policy_version set state = 'withdrawn' where county_code = $1 and version = $2 returning *)
select ${COLUMNS} from withdrawn`;

/** The versions that a county has or falls back on, the newest first. */
export const versionsOf = (executor: Executor, county: string): Promise<PolicyRow[]> =>
  executor.query<PolicyRow[]>(`${OF_COUNTY} order by version desc, county_code desc`, [county]);

/** One of them; the county's own where both have the number. */
export async function versionOf(executor: Executor, county: string, version: number): Promise<PolicyRow | undefined> {
  const rows = await executor.query<PolicyRow[]>(`${OF_COUNTY} and version = $2 order by county_code desc`, [county, version]);
  return rows[0];
}

/** The same of the county alone, and nobody else may decide on it before this transaction ends. */
export async function lockVersion(manager: Executor, county: string, version: number): Promise<PolicyRow | undefined> {
  const sql = `select ${COLUMNS} from policy_version where county_code = $1 and version = $2 for update`;
  return (await manager.query<PolicyRow[]>(sql, [county, version]))[0];
}

export async function insertDraft(
  manager: Executor,
  { county, rules, by, note }: { county: string; rules: object; by: string | null; note: string | null },
): Promise<PolicyRow> {
  for (;;) {
    const [row] = await manager.query<PolicyRow[]>(INSERT_DRAFT, [county, JSON.stringify(rules), by, note]);
    if (row) return row;
  }
}

export async function markPublished(
  manager: Executor,
  { county, version, rules, from, by }: { county: string; version: number; rules: object; from: Date; by: string | null },
): Promise<PolicyRow> {
  const values = [county, version, JSON.stringify(rules), from, by];
  return (await manager.query<[PolicyRow]>(PUBLISH, values))[0];
}

export async function markWithdrawn(manager: Executor, county: string, version: number): Promise<PolicyRow> {
  return (await manager.query<[PolicyRow]>(WITHDRAW, [county, version]))[0];
}
