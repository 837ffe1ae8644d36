import { COUNTY, DEPARTMENTS, placesOf } from './places.js';

/** Of the row `i`, for the purpose `salt`, from 0 to below `n`: the same by its seed whenever it is asked. */
export const pick = (i: string, salt: number, n: number): string => `pg_temp.bench_pick(${i}, ${salt}, ${n})`;

/** One of a list of texts, as {@link pick}. */
export const oneOf = (i: string, salt: number, texts: readonly string[]): string =>
  `(array[${texts.map((text) => `'${text}'`).join(', ')}])[1 + ${pick(i, salt, texts.length)}]`;

/** The id of the person with this number among the county's staff. */
export const personId = (n: string): string => `pg_temp.bench_uuid('person-' || (${n}))`;

/** A department of the county, by a number from 0. */
export const department = (n: string): string => `('${COUNTY}-d' || lpad((1 + ${n})::text, 2, '0'))`;
export const someDepartment = (i: string, salt: number): string => department(pick(i, salt, DEPARTMENTS));

/** Functions and places that every part of the filling asks; they go with the connection. `$1` is not taken: seed is a whole number. */
export function chanceFunctions(seed: number): string[] {
  if (!Number.isSafeInteger(seed)) throw new TypeError('seed must be a whole number');
  const { towns, villages, grids } = placesOf();
  const listOf = (codes: string[]): string => `'{${codes.join(',')}}'::text[]`;
  return [
    `create or replace function pg_temp.bench_pick(i bigint, salt int, n int) returns int language sql immutable parallel safe
       return ((hashint8extended(i, ${seed} * 1009 + salt) & 9223372036854775807) % n)::int`,
    `create or replace function pg_temp.bench_uuid(name text) returns uuid language sql immutable parallel safe
       return overlay(overlay(md5('${COUNTY}-${seed}-' || name) placing '4' from 13) placing '8' from 17)::uuid`,
    `drop table if exists pg_temp.bench_places`,
    `create temp table bench_places as select ${listOf(towns)} as towns, ${listOf(villages)} as villages, ${listOf(grids)} as grids`,
    // Row by row too: taking one of a thousand from an array costs as much as reading all of it.
    `drop table if exists pg_temp.bench_grid`,
    `create temp table bench_grid as
       select n::int as n, code, left(code, 12) as village, left(code, 9) as town, array_position(towns, left(code, 9)) as town_number
       from bench_places cross join unnest(grids) with ordinality one (code, n)`,
    `analyze bench_grid`,
  ];
}
