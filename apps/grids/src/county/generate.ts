import type { GridKind } from '../areas/area.entity.js';
import type { AreaRow } from '../areas/check-area.js';
import { Chance } from './chance.js';

/** West, south, east, north; degrees, WGS 84. */
export type Box = readonly [number, number, number, number];

export interface GeneratedArea extends AreaRow {
  box: Box;
}

export interface GeneratedCounty {
  areas: GeneratedArea[];
  /** How many households each grid of homes has. */
  households: { gridCode: string; count: number; hasBuildings: boolean }[];
}

export interface CountyShape {
  towns: number;
  villages: number;
  /** Grids of homes, schools and companies. */
  grids: Record<GridKind, number>;
  households: number;
}

/** The two counties of the field at their real size: Dashiqiao by its grids, Ninghai by its villages and households. */
export const SHAPES = {
  grids: { towns: 19, villages: 287, grids: { urbanRural: 1_480, school: 69, enterprise: 249 }, households: 120_000 },
  villages: { towns: 18, villages: 363, grids: { urbanRural: 1_089, school: 0, enterprise: 0 }, households: 252_800 },
} as const satisfies Record<string, CountyShape>;

const FIRST = [...'云清石柳青白竹桃梅松金龙凤东南西北上下大小长高新古双三九平安和兴永福泰'];
const SECOND = [...'溪河桥湾坪岭坡塘塔田沟洼岗垭湖井泉崖滩峰林园'];
const DIGITS = [...'一二三四五六七八九'];
const COUNTY_DEGREES = 0.4;

/** Chinese for 1 to 99. */
export function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones - 1] : ''}`;
}

/** Divides a whole into parts that differ as villages do and add up to it exactly. */
export function shares(chance: Chance, total: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, () => chance.whole(60, 140));
  const sum = weights.reduce((a, b) => a + b, 0);
  const result = weights.map((weight) => Math.floor((total * weight) / sum));
  let rest = total - result.reduce((a, b) => a + b, 0);
  for (let at = 0; rest > 0; at = (at + 1) % parts, rest -= 1) result[at]! += 1;
  return result;
}

/** Strips of a box, from west to east or from south to north; neighbours share their edge. */
export function strips([west, south, east, north]: Box, count: number, direction: 'across' | 'up'): Box[] {
  const at = (from: number, to: number, index: number): number => from + ((to - from) * index) / count;
  return Array.from({ length: count }, (_, i) =>
    direction === 'across'
      ? [at(west, east, i), south, at(west, east, i + 1), north]
      : [west, at(south, north, i), east, at(south, north, i + 1)],
  );
}

/** An invented county: names, codes, rectangles for boundaries and households; by its seed always the same. */
export function generateCounty(countyCode: string, shape: CountyShape, seed: number): GeneratedCounty {
  const chance = new Chance(seed);
  const name = namer(chance);
  const box = countyBox(countyCode, seed);
  const areas: GeneratedArea[] = [{ code: countyCode, name: `${name()}县`, box }];
  const villagesOfTown = spread(shape.villages, shape.towns);
  const villages: { area: GeneratedArea; isCommunity: boolean }[] = [];
  for (const [t, townBox] of strips(box, shape.towns, 'up').entries()) {
    const town = `${countyCode}${t < 3 ? '00' : '1'}${String(t + 1).padStart(t < 3 ? 1 : 2, '0')}`;
    areas.push({ code: town, name: `${name()}${t < 3 ? '街道' : t % 3 === 0 ? '乡' : '镇'}`, box: townBox });
    for (const [v, villageBox] of strips(townBox, villagesOfTown[t]!, 'across').entries()) {
      const isCommunity = t < 3;
      const code = `${town}${String((isCommunity ? 1 : 201) + v).padStart(3, '0')}`;
      const area = { code, name: `${name()}${isCommunity ? '社区' : '村'}`, box: villageBox };
      areas.push(area);
      villages.push({ area, isCommunity });
    }
  }
  const homes = gridsOf(areas, villages, shape);
  const counts = shares(chance, shape.households, homes.length);
  const households = homes.map(({ code, hasBuildings }, i) => ({ gridCode: code, count: counts[i]!, hasBuildings }));
  return { areas, households };
}

function gridsOf(areas: GeneratedArea[], villages: { area: GeneratedArea; isCommunity: boolean }[], shape: CountyShape) {
  const homes: { code: string; hasBuildings: boolean }[] = [];
  const perVillage = spread(shape.grids.urbanRural, villages.length);
  const extra = { school: spread(shape.grids.school, villages.length), enterprise: spread(shape.grids.enterprise, villages.length) };
  for (const [v, { area, isCommunity }] of villages.entries()) {
    let number = 0;
    const add = (gridKind: GridKind, name: string, box: Box): string => {
      number += 1;
      const code = `${area.code}${String(number).padStart(3, '0')}`;
      areas.push({ code, name, gridKind, box });
      return code;
    };
    for (const [g, box] of strips(area.box, perVillage[v]!, 'across').entries()) {
      homes.push({ code: add('urbanRural', `${area.name}第${numeral(g + 1)}网格`, box), hasBuildings: isCommunity });
    }
    // Grounds in the middle of the village, side by side.
    const grounds = strips(shrunk(area.box), extra.school[v]! + extra.enterprise[v]!, 'up');
    for (let s = 0; s < extra.school[v]!; s += 1) add('school', `${area.name}学校网格${s > 0 ? s + 1 : ''}`, grounds[s]!);
    for (let e = 0; e < extra.enterprise[v]!; e += 1) {
      add('enterprise', `${area.name}企业网格${e > 0 ? e + 1 : ''}`, grounds[extra.school[v]! + e]!);
    }
  }
  return homes;
}

/** Invented places for a county's areas: towns as strips of it, villages of towns, grids of villages. */
export function placedAreas(codes: readonly string[]): { code: string; box: Box }[] {
  const placed: { code: string; box: Box }[] = [];
  const place = (code: string, box: Box): void => {
    placed.push({ code, box });
    const below = codes.filter((other) => other.length === code.length + 3 && other.startsWith(code)).toSorted();
    for (const [index, part] of strips(box, below.length, code.length === 6 ? 'up' : 'across').entries()) {
      place(below[index]!, part);
    }
  };
  for (const code of codes.filter((one) => one.length === 6)) place(code, countyBox(code, 0));
  return placed;
}

/** Somewhere in the hills, each county elsewhere. */
function countyBox(countyCode: string, seed: number): Box {
  const [west, south] = [104 + (Number(countyCode.slice(4)) % 50) / 10, 30 + (seed % 10) / 10];
  return [west, south, west + COUNTY_DEGREES, south + COUNTY_DEGREES];
}

const shrunk = ([west, south, east, north]: Box): Box => {
  const [w, h] = [(east - west) / 4, (north - south) / 4];
  return [west + w, south + h, east - w, north - h];
};

/** As evenly as whole numbers allow, the larger ones spread out. */
export const spread = (total: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, i) => Math.floor(((i + 1) * total) / parts) - Math.floor((i * total) / parts));

/** Names that do not repeat. */
function namer(chance: Chance): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const short = `${chance.one(FIRST)}${chance.one(SECOND)}`;
      const name = used.has(short) ? `${chance.one(FIRST)}${short}` : short;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

export interface GeneratedHousehold {
  gridCode: string;
  building: string;
  door: string;
  people: number;
}

const DOORS_A_FLOOR = 2;
const FLOORS = 6;
const STAIRS = 2;
const DOORS_A_BUILDING = DOORS_A_FLOOR * FLOORS * STAIRS;

/** The doors of a grid: flats in buildings, or houses along a lane; one to six people each. */
export function* householdsOf(
  { gridCode, count, hasBuildings }: GeneratedCounty['households'][number],
  seed: number,
): Generator<GeneratedHousehold> {
  const chance = new Chance(seed + Number(gridCode.slice(6)));
  for (let i = 0; i < count; i += 1) {
    const people = Math.max(1, Math.min(6, Math.round((chance.whole(0, 4) + chance.whole(0, 4)) / 2) + 1));
    if (!hasBuildings) {
      yield { gridCode, building: '', door: `${i + 1}号`, people };
      continue;
    }
    const inBuilding = i % DOORS_A_BUILDING;
    const stair = Math.floor(inBuilding / (DOORS_A_FLOOR * FLOORS)) + 1;
    const floor = (Math.floor(inBuilding / DOORS_A_FLOOR) % FLOORS) + 1;
    const building = `${Math.floor(i / DOORS_A_BUILDING) + 1}号楼`;
    yield { gridCode, building, door: `${stair}单元${floor}0${(inBuilding % DOORS_A_FLOOR) + 1}`, people };
  }
}
