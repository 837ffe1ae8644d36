import { ancestorsOf, levelOf } from '@yiwang/domain/areas';
import type { Position } from '@yiwang/platform/auth';

/** Roles whose tasks are put to a town or less: what is left for a county is few enough for an index of its own. */
const LOCAL = ['gridMember', 'villageSecretary', 'villagePolice', 'stationedCadre', 'serviceTeam', 'townCentre'];

const FREE = 't.holder_subject is null';
/** Word for word what the partial indexes say, or PostgreSQL does not see that they hold all of it. */
const FOR_GRIDS = `t.roles @> '{gridMember}'`;
const ABOVE_TOWNS = `not (t.roles <@ '{${LOCAL.join(',')}}')`;

/**
 * Where the tasks of somebody may lie, as conditions on `task t` of which each has an index of open tasks by their
 * deadline. They say less than mayHold, and never leave out what it allows.
 * @param subjects the caller and those for whom they stand in: whose held tasks count; none where held ones do not.
 * @param positions in which free tasks count; none where they do not.
 */
export function taskBranches(
  subjects: readonly string[],
  positions: readonly Position[],
  bind: (value: unknown) => string,
): string[] {
  const held = [...new Set(subjects)].map((subject) => `t.holder_subject = ${bind(subject)}`);
  return [...new Set([...held, ...positions.flatMap((position) => freeFor(position, bind))])];
}

function freeFor({ role, areaCode, unitCode }: Position, bind: (value: unknown) => string): string[] {
  const addressed = `${FREE} and ${bind(role)} = any(t.roles)`;
  const below = `t.area_code like ${bind(`${areaCode}%`)}`;
  const ofUnit = unitCode ? [`${addressed} and t.unit_code = ${bind(unitCode)} and ${below}`] : [];
  const ofAll = `${addressed} and t.unit_code is null`;
  if (role === 'gridMember') {
    // What is put to the whole village is theirs too, of their unit as of none.
    const whole = ancestorsOf(areaCode).map((area) => `t.area_code = ${bind(area)}`);
    const above = whole.map((area) => `${ofAll} and ${FOR_GRIDS} and ${area}`);
    const aboveOfUnit = unitCode ? whole.map((area) => `${addressed} and t.unit_code = ${bind(unitCode)} and ${area}`) : [];
    return [...ofUnit, ...aboveOfUnit, ...above, `${ofAll} and ${FOR_GRIDS} and ${below}`];
  }
  if (LOCAL.includes(role)) return [...ofUnit, `${ofAll} and ${below}`];
  const ofCounty = levelOf(areaCode) === 'city' ? '' : ` and t.county_code = ${bind(areaCode.slice(0, 6))}`;
  return [...ofUnit, `${ofAll} and ${ABOVE_TOWNS}${ofCounty} and ${below}`];
}
