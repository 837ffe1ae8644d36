import pg from 'pg';
import { graphClient, type GraphClient } from '../graph-client.js';
import { quantilesOf } from '../measure.js';
import type { System } from '../system.js';
import { AREA_OF, LISTS, TASKS, WITHIN, type List } from './lists.js';
import { tokenOf, type Level } from './sign-in.js';

export interface Times {
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  count: number;
}

export interface PageRow {
  service: List['service'];
  name: string;
  level: Level;
  graph: Times;
  /** By hand, without rules; and a question to the same service that asks for nothing. */
  sql: Times;
  empty: Times;
  /** The code of a refusal: such a row is no measurement. */
  refused: string | null;
}

export interface Patience {
  times: number;
  /** What is far beyond what is wanted is not asked two hundred times. */
  limitMs: number;
  fewest: number;
}

const FULL = { graph: { times: 200, limitMs: 6_000, fewest: 3 }, floor: { times: 60, limitMs: 2_000, fewest: 3 } };
const QUICK = { graph: { times: 200, limitMs: 2_500, fewest: 2 }, floor: { times: 30, limitMs: 400, fewest: 2 } };
const WARM = 4;
const WARM_MS = 500;

async function timesOf(once: () => Promise<unknown>, { times, limitMs, fewest }: Patience): Promise<Times> {
  const warmUntil = performance.now() + WARM_MS;
  for (let i = 0; i < WARM && performance.now() < warmUntil; i++) await once();
  const took: number[] = [];
  for (const startedAt = performance.now(); took.length < times; ) {
    if (took.length >= fewest && performance.now() - startedAt > limitMs) break;
    const from = performance.now();
    await once();
    took.push(performance.now() - from);
  }
  return { ...quantilesOf(took), count: took.length };
}

const COUNT_OF = `select id from evaluations.figure_count where county_code = $1 order by month desc limit 1`;

/** Every list at each of its levels, one request at a time; `row` hears of each as it is done. */
export async function measureLists(system: System, quick: boolean, row: (done: PageRow) => void): Promise<PageRow[]> {
  const database = new pg.Client({ connectionString: system.ownerDatabase, application_name: 'yiwang-bench' });
  await database.connect();
  const rows: PageRow[] = [];
  try {
    const count = (await database.query<{ id: string }>(COUNT_OF, [AREA_OF.county])).rows[0]?.id ?? '';
    for (const list of LISTS)
      for (const level of list.levels) {
        const done = await measureList({ system, database, count, ...(quick ? QUICK : FULL) }, list, level);
        row(done);
        rows.push(done);
      }
  } finally {
    await database.end();
  }
  return rows;
}

interface Asked {
  system: System;
  database: pg.Client;
  /** The id of a count, for the cases behind its figures. */
  count: string;
  graph: Patience;
  floor: Patience;
}

async function measureList({ system, database, count, ...patience }: Asked, list: List, level: Level): Promise<PageRow> {
  const named = (text: string): string =>
    text.replaceAll('$AREA', AREA_OF[level]).replaceAll('$WITHIN', WITHIN[level]).replaceAll('$TASKS', TASKS[level]).replaceAll('$COUNT', count);
  const token = await tokenOf(system, level);
  const client: GraphClient = graphClient(system.graphs[list.service], 1);
  try {
    const { service, name } = list;
    const [query, floor] = [named(list.query), named(list.floor)];
    const refused = await client.ask(query, {}, token).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const graph = refused === null ? await timesOf(() => client.ask(query, {}, token), patience.graph) : { p50: 0, p95: 0, p99: 0, count: 0 };
    const empty = await timesOf(() => client.ask('{ __typename }', {}, token), patience.floor);
    const sql = await timesOf(() => database.query(floor), patience.floor);
    return { service, name, level, graph, sql, empty, refused };
  } finally {
    client.close();
  }
}
