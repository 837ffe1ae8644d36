import { covers, levelOf } from '@yiwang/domain/areas';
import type { CaseReach } from './case-access.js';

const COLUMN = { county: 'county_code', town: 'town_code', village: 'village_code', grid: 'area_code' } as const;
type AreaLevelBelowCity = keyof typeof COLUMN;

/** A condition on `case_file c`, and in which table's order the cases come that fulfil it. */
export interface CaseBranch {
  sql: string;
  /** The column that alone finds all of it, and the code there; `unit` for the list of a unit's cases. */
  place: (typeof COLUMN)[AreaLevelBelowCity] | 'starter' | 'reporter_subject' | 'unit';
  code: string;
}


/**
 * What a caller reaches, as conditions of which each has an index in the order of the list. An OR of them has none: it
 * would be answered by reading all that they reach.
 * @param area only what lies there, where it is given.
 * @param counties the codes of all counties, for whoever reads a whole city.
 */
export function branchesOf(
  reach: CaseReach,
  area: string | null,
  counties: readonly string[],
  bind: (value: unknown) => string,
): CaseBranch[] {
  const places = reach.areas.map((one) => narrowed(one, area)).filter((one) => one !== null);
  const exact = reach.villages
    .filter((one) => area === null || covers(area, one))
    .map((one): CaseBranch => ({ sql: `c.area_code = ${bind(one)}`, place: 'area_code', code: one }));
  const own = reach.subject === '' ? [] : (['starter', 'reporter_subject'] as const);
  const anywhere = own.length + reach.units.length > 0;
  const within = area === null || !anywhere ? '' : ` and c.area_code like ${bind(`${area}%`)}`;
  return [
    ...outermost(places).flatMap((one) => inArea(one, counties, bind)),
    ...exact,
    ...own.map((place) => ({ sql: `c.${place} = ${bind(reach.subject)}${within}`, place, code: reach.subject })),
    ...reach.units.map((code) => ({ sql: `u.unit_code = ${bind(code)}${within}`, place: 'unit' as const, code })),
  ];
}

/** The smaller of two areas, one of which lies in the other. */
const narrowed = (one: string, area: string | null): string | null =>
  area === null || covers(area, one) ? one : covers(one, area) ? area : null;

const outermost = (areas: readonly string[]): string[] =>
  [...new Set(areas)].filter((one) => !areas.some((other) => other !== one && covers(other, one)));

function inArea(area: string, counties: readonly string[], bind: (value: unknown) => string): CaseBranch[] {
  const level = levelOf(area);
  if (level === 'city') return counties.filter((county) => covers(area, county)).flatMap((county) => inArea(county, counties, bind));
  // A case whose area code is finer than its county says so itself; the county's column chooses the index alone.
  const below = `c.area_code like ${bind(`${area}%`)}`;
  if (level === null) return [{ sql: below, place: 'county_code', code: area.slice(0, 6) }];
  return [{ sql: `c.${COLUMN[level]} = ${bind(area)} and ${below}`, place: COLUMN[level], code: area }];
}

/** Whether a case lies in any of the branches, for cases that were found otherwise. */
export const inAnyOf = (branches: readonly CaseBranch[]): string =>
  `(${branches
    .map(({ sql, place }) => (place === 'unit' ? `exists (select from case_unit u where u.case_number = c.number and ${sql})` : `(${sql})`))
    .join(' or ')})`;

/** All counties that have cases: one look at the index for each of them. */
export const COUNTIES = `
with recursive known (code) as (
  (select county_code from case_file order by county_code limit 1)
  union all
  select (select county_code from case_file where county_code > known.code order by county_code limit 1)
  from known where known.code is not null
)
select code from known where code is not null`;

/** The newest cases of all branches: `limited` says how many, and from where on. */
export const newestOf = (branches: readonly CaseBranch[], conditions: readonly string[], after: string | null, limit: string): string => {
  const parts = branches.map(({ sql, place: of }) => {
    const ofUnit = of === 'unit';
    const from = ofUnit ? 'case_unit u join case_file c on c.number = u.case_number' : 'case_file c';
    const place = ofUnit ? ['u.received_at', 'u.case_number'] : ['c.received_at', 'c.number'];
    const cursor = after === null ? [] : [`(${place.join(', ')}) < (${after})`];
    return `(select c.number, c.received_at from ${from} where ${[sql, ...conditions, ...cursor].join(' and ')}
      order by ${place.map((column) => `${column} desc`).join(', ')} limit ${limit})`;
  });
  return `select number from (${parts.join(' union ')}) found order by received_at desc, number desc limit ${limit}`;
};
