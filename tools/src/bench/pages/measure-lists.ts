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

const WARM = 5;
const REQUESTS = 200;
/** What is far beyond what is wanted is not asked two hundred times. */
const LIMIT_MS = 6_000;
const WARM_MS = 1_000;
const FEWEST = 3;
/** A floor says what is possible; it need not be known to the last percent. */
const FLOOR = { times: 60, limitMs: 2_000 };

async function timesOf(once: () => Promise<unknown>, { times, limitMs } = { times: REQUESTS, limitMs: LIMIT_MS }): Promise<Times> {
  const warmUntil = performance.now() + WARM_MS;
  for (let i = 0; i < WARM && performance.now() < warmUntil; i++) await once();
  const took: number[] = [];
  for (const startedAt = performance.now(); took.length < times; ) {
    if (took.length >= FEWEST && performance.now() - startedAt > limitMs) break;
    const from = performance.now();
    await once();
    took.push(performance.now() - from);
  }
  return { ...quantilesOf(took), count: took.length };
}

const COUNT_OF = `select id from evaluations.figure_count where county_code = $1 order by month desc limit 1`;

/** Every list at each of its levels, one request at a time; `row` hears of each as it is done. */
export async function measureLists(system: System, row: (done: PageRow) => void): Promise<PageRow[]> {
  const database = new pg.Client({ connectionString: system.ownerDatabase, application_name: 'yiwang-bench' });
  await database.connect();
  const rows: PageRow[] = [];
  try {
    const count = (await database.query<{ id: string }>(COUNT_OF, [AREA_OF.county])).rows[0]?.id ?? '';
    for (const list of LISTS)
      for (const level of list.levels) {
        const done = await measureList(system, database, list, level, count);
        row(done);
        rows.push(done);
      }
  } finally {
    await database.end();
  }
  return rows;
}

async function measureList(system: System, database: pg.Client, list: List, level: Level, count: string): Promise<PageRow> {
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
    const graph = refused === null ? await timesOf(() => client.ask(query, {}, token)) : { p50: 0, p95: 0, p99: 0, count: 0 };
    const empty = await timesOf(() => client.ask('{ __typename }', {}, token), FLOOR);
    const sql = await timesOf(() => database.query(floor), FLOOR);
    return { service, name, level, graph, sql, empty, refused };
  } finally {
    client.close();
  }
}
