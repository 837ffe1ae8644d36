import type { Ddl } from '../audit/tables.js';

/**
 * What policies ask, as functions of the service's schema: for whom the statement is. Call them as `(select f())`, so
 * that PostgreSQL asks once a statement and not once a row. A connection that was told nothing is for nobody.
 */
export const SCOPE_FUNCTIONS: Ddl = {
  up: [
    `create function row_scope() returns jsonb language sql stable parallel safe
       return coalesce(nullif(current_setting('yiwang.scope', true), ''), '{}')::jsonb`,
    `create function scope_system() returns text language sql stable parallel safe return row_scope() ->> 'system'`,
    `create function scope_subject() returns text language sql stable parallel safe return row_scope() ->> 'subject'`,
    ...['roles', 'areas', 'reading', 'units', 'granted'].map(
      (list) => `create function scope_${list}() returns text[] language sql stable parallel safe
        return array(select jsonb_array_elements_text(coalesce(row_scope() -> '${list}', '[]')))`,
    ),
    // Everything below, as patterns for LIKE.
    ...['areas', 'reading'].map(
      (list) => `create function scope_below_${list}() returns text[] language sql stable parallel safe
        return array(select area || '%' from unnest(scope_${list}()) area)`,
    ),
    // The caller's own counties as patterns; of a city's people every county of the city.
    `create function scope_homes() returns text[] language sql stable parallel safe
       return array(select distinct left(area, 6) || '%' from unnest(scope_areas()) area)`,
    `create function scope_positions() returns jsonb language sql stable parallel safe
       return coalesce(row_scope() -> 'positions', '[]')`,
  ],
  down: [
    `drop function scope_positions(), scope_homes(), scope_below_areas(), scope_below_reading(), scope_roles(),
       scope_areas(), scope_reading(), scope_units(), scope_granted(), scope_subject(), scope_system(), row_scope()`,
  ],
};

export interface RowRules {
  /** SQL over the table's columns: which rows the scope may see. */
  sees: string;
  /** Which rows it may write, before and after; what it sees, where left out. `false` for tables only systems write. */
  writes?: string;
  /** The same for one way of writing alone. */
  adds?: string;
  changes?: string;
  removes?: string;
  /** What a changed row must be afterwards, where that is something else than before. */
  leaves?: string;
  /** Names of `asSystem` that may see and write every row. */
  systems?: readonly string[];
  /** Names of `asSystem` that may see every row and write none. */
  readers?: readonly string[];
}

/**
 * Closes a table to everybody but its owner, then opens it by rules. Policies add up: a row is reached if any of them
 * says so. PostgreSQL asks them backwards by name, so systems pass before the rules for people are looked at.
 */
export function protectRows(table: string, rules: RowRules): Ddl {
  const { sees, writes = sees, adds = writes, changes = writes, removes = writes, leaves = changes } = rules;
  const { systems = [], readers = [] } = rules;
  const policies = {
    sees: `for select using (${sees})`,
    adds: `for insert with check (${adds})`,
    changes: `for update using (${changes}) with check (${leaves})`,
    removes: `for delete using (${removes})`,
    ...(systems.length > 0 && { system: `using (${isOne(systems)}) with check (${isOne(systems)})` }),
    ...(readers.length > 0 && { system_reads: `for select using (${isOne(readers)})` }),
  };
  return {
    up: [
      `alter table ${table} enable row level security`,
      ...Object.entries(policies).map(([name, rule]) => `create policy ${name} on ${table} ${rule}`),
    ],
    down: [
      ...Object.keys(policies).map((name) => `drop policy ${name} on ${table}`),
      `alter table ${table} disable row level security`,
    ],
  };
}

const isOne = (names: readonly string[]): string => `(select scope_system()) = any('{${names.join(',')}}'::text[])`;
