/** A county that nobody has, in a city of its own: the pages' rows are told from all others by it. */
export const COUNTY = '990299';

const TOWNS = 18;
const STREETS = 3;
const VILLAGES = 363;
const GRIDS_OF_VILLAGE = 3;
export const DEPARTMENTS = 60;

export interface Places {
  towns: string[];
  villages: string[];
  grids: string[];
}

const numbered = (prefix: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(from + i).padStart(3, '0')}`);

/** As `npm run county -- generate villages` codes them: 18 towns, 363 villages, 1,089 grids. */
export function placesOf(county = COUNTY): Places {
  const towns = Array.from({ length: TOWNS }, (_, t) => `${county}${t < STREETS ? `00${t + 1}` : `1${String(t + 1).padStart(2, '0')}`}`);
  const until = (town: number): number => Math.floor((town * VILLAGES) / TOWNS);
  const villages = towns.flatMap((town, t) => numbered(town, t < STREETS ? 1 : 201, until(t + 1) - until(t)));
  return { towns, villages, grids: villages.flatMap((village) => numbered(village, 1, GRIDS_OF_VILLAGE)) };
}

/** The county's 20,000 staff in the order of their numbers: from which number a kind of post begins, and how many each place has. */
export const STAFF = {
  total: 20_000,
  /** Grid after grid, and again from the first. */
  gridMembers: 1,
  ofVillage: 6,
  villages: 8_713,
  ofTown: 60,
  towns: 10_891,
  ofDepartment: 130,
  departments: 11_971,
  county: 19_771,
};
