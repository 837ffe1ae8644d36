import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CHECKOUT } from '../../infrastructure/folders.js';
import { StartProblem } from '../../infrastructure/problem.js';
import type { BenchOptions } from '../options.js';
import { whole } from '../report.js';
import type { System } from '../system.js';
import { removeCounty } from './clean.js';
import { fillCounty } from './fill.js';
import { measureLists, type PageRow } from './measure-lists.js';
import { COUNTY } from './places.js';
import { admit, dismiss } from './sign-in.js';
import { describePage, describeVerdict, HEAD } from './table.js';

export interface PagesFigures {
  cases: number;
  filledMs: number;
  /** Of the machine: when measuring began, and when it ended. */
  load: [number, number];
  rows: PageRow[];
}

/** A county at the size of real ones, the first pages of its lists, and its removal. */
export async function pagesPart(system: System, options: BenchOptions, say: (line: string) => void): Promise<PagesFigures> {
  const startedAt = performance.now();
  if (await isFilled(system.ownerDatabase)) say(`The county ${COUNTY} is there from a run before and is measured as it is`);
  else await fill(system, options, say);
  const filledMs = performance.now() - startedAt;
  if (options.fillOnly) return { cases: options.pageCases, filledMs, load: [0, 0], rows: [] };
  try {
    await admit(system);
    const begin = loadavg()[0] ?? 0;
    say(HEAD);
    const rows = await measureLists(system, options.quick, (row) => say(describePage(row)));
    const load: [number, number] = [begin, loadavg()[0] ?? 0];
    say(`${describeVerdict(rows)} Load of the machine ${load.map((one) => one.toFixed(1)).join(' to ')}.`);
    return { cases: options.pageCases, filledMs, load, rows };
  } finally {
    await dismiss(system);
    if (!options.keep) await removeCounty(system.ownerDatabase);
  }
}

async function fill(system: System, { pageCases: cases, seed }: BenchOptions, say: (line: string) => void): Promise<void> {
  const startedAt = performance.now();
  await removeCounty(system.ownerDatabase);
  await generateAreas(seed);
  await fillCounty(system.ownerDatabase, { cases, seed });
  say(`${whole(cases)} cases, 252,800 households and 20,000 staff in ${COUNTY} after ${whole((performance.now() - startedAt) / 1_000)} s`);
}

/** The service of grids makes them, as `npm run county` has it do. */
function generateAreas(seed: number): Promise<void> {
  const script = join(CHECKOUT, 'tools', 'dist', 'county', 'main.js');
  const child = spawn(process.execPath, [script, 'generate', 'villages', '--county', COUNTY, '--seed', String(seed)], { stdio: 'inherit' });
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? done() : reject(new StartProblem(`The county ${COUNTY} could not be generated`))));
  });
}

async function isFilled(ownerDatabase: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerDatabase, application_name: 'yiwang-bench' });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select exists (select from cases.case_file where county_code = $1) and exists (select from evaluations.figure_count where county_code = $1) as there`,
      [COUNTY],
    );
    return rows[0]?.there ?? false;
  } finally {
    await client.end();
  }
}
