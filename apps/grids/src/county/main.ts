/**
 * Puts whole counties into the service's tables: `import FILE --county CODE` from a file of statistical divisions,
 * `generate grids|villages --county CODE [--seed N]` an invented one. Both may be run again.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeError } from '@yiwang/contracts/errors';
import { readConfigOrExit } from '@yiwang/platform/config';
import { dataSourceOptions } from '@yiwang/platform/database';
import { setProcessScope } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ownSchema } from '../schema.js';
import { DivisionsProblem, readDivisions, rowsOfCounty } from './divisions.js';
import { generateCounty, SHAPES } from './generate.js';
import { importAreas, putGenerated } from './put-county.js';

const USAGE = `import FILE --county CODE | import FILE --all | generate ${Object.keys(SHAPES).join('|')} --county CODE [--seed N]`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Says what was refused and why, each with its place; answers how many. */
async function importCounty(source: DataSource, json: unknown, countyCode: string): Promise<number> {
  const { created, changed, unchanged, refused } = await importAreas(source, countyCode, rowsOfCounty(json, countyCode));
  say(`${countyCode}: ${created} new, ${changed} changed, ${unchanged} as they were, ${refused.length} refused`);
  for (const { row, code, refusal } of refused) {
    complain(`  ${row} ${code} ${refusal.code}: ${describeError(refusal.code, refusal.details, 'zh')}`);
  }
  return refused.length;
}

async function run(source: DataSource): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { county: { type: 'string' }, all: { type: 'boolean' }, seed: { type: 'string', default: '1' } },
  });
  const [act, what = ''] = positionals;
  if (act === 'import' && what !== '' && (values.county !== undefined || values.all)) {
    const json: unknown = JSON.parse(await readFile(what, 'utf8'));
    const counties = values.county === undefined ? Object.keys(readDivisions(json)) : [values.county];
    let refused = 0;
    for (const countyCode of counties) refused += await importCounty(source, json, countyCode);
    return refused > 0 ? 1 : 0;
  }
  const seed = Number(values.seed);
  const shape = SHAPES[what as keyof typeof SHAPES];
  if (act === 'generate' && shape && /^\d{6}$/.test(values.county ?? '') && Number.isSafeInteger(seed)) {
    const startedAt = Date.now();
    const made = await putGenerated(source, generateCounty(values.county!, shape, seed), seed);
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
    say(`${values.county}: ${made.areas} areas, ${made.households} households in ${seconds} s`);
    return 0;
  }
  complain(USAGE);
  return 2;
}

const { DATABASE_URL: url } = readConfigOrExit({ DATABASE_URL: z.url() });
setProcessScope('county');
const source = await new DataSource(dataSourceOptions(ownSchema, { url, pool: 1 })).initialize();
try {
  process.exitCode = await run(source);
} catch (error) {
  if (!(error instanceof DivisionsProblem) && !(error instanceof SyntaxError)) throw error;
  complain(error.message);
  process.exitCode = 2;
} finally {
  await source.destroy();
}
