import { z } from 'zod';
import type { AreaRow } from '../areas/check-area.js';

const Place = z.object({ code: z.string(), name: z.string() });
const Divisions = z.record(
  z.string(),
  z.object({ name: z.string(), streets: z.array(Place.extend({ villages: z.array(Place) })) }),
);

/** What a file of statistical divisions says that cannot be used; the sentence names what is wrong. */
export class DivisionsProblem extends Error {}

/** The codes of the counties in a file of divisions: `{ CODE: { name, streets: [{ code, name, villages: [{ code, name }] }] } }`. */
export function readDivisions(json: unknown): z.infer<typeof Divisions> {
  const read = Divisions.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new DivisionsProblem(`不是区划文件 / not a file of divisions: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** A county with its towns and villages, as rows in the order of the file. @throws DivisionsProblem */
export function rowsOfCounty(json: unknown, countyCode: string): AreaRow[] {
  const counties = readDivisions(json);
  const county = counties[countyCode];
  if (!county) {
    const known = Object.entries(counties).map(([code, { name }]) => `${code} ${name}`);
    throw new DivisionsProblem(`文件中没有 ${countyCode} / ${countyCode} is not in the file, which has ${known.join(', ')}`);
  }
  return [
    { code: countyCode, name: county.name },
    ...county.streets.flatMap(({ code, name, villages }) => [
      { code, name },
      ...villages.map((village) => ({ code: village.code, name: village.name, aliases: spokenNames(village.name) })),
    ]),
  ];
}

/** People write 铁西村 for 铁西村委会. */
function spokenNames(name: string): string[] {
  const short = name.replace(/(?:村民委员会|村委会)$/, '');
  return short !== name && short.length >= 2 ? [short.endsWith('村') ? short : `${short}村`] : [];
}
