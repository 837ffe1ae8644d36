import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDateOf } from '@yiwang/domain/calendar';
import { monthOf, monthOfDate } from '@yiwang/domain/figures';
import pg from 'pg';
import { graphClient } from '../bench/graph-client.js';
import { CHECKOUT } from '../infrastructure/folders.js';
import { StartProblem } from '../infrastructure/problem.js';
import { differences, type Counted, type Difference } from './compare.js';

const RECOUNT = `mutation ($input: RecountFiguresInput!) { recountFigures(input: $input) { id asOf version cases isComplete } }`;
const COUNTED = `select scope_kind || ':' || scope_code as scope, measure, numerator, denominator from evaluations.figure where count_id = $1`;
const NEWEST = `select max(received_at) as at from cases.case_file where county_code = $1`;

export interface CountedSystem {
  gateway: string;
  /** As the owner of the tables: the independent count reads those of cases, the other that of evaluations. */
  ownerDatabase: string;
}

export interface FiguresReport {
  /** YYYY-MM, the month in which the cases were received. */
  month: string;
  cases: number;
  asOf: string;
  /** Whether evaluations had heard everything of cases when it counted. */
  isComplete: boolean;
  figures: number;
  differences: Difference[];
}

interface Count {
  id: string;
  asOf: string;
  cases: number;
  isComplete: boolean;
}

/**
 * Has evaluations count a county's month and counts it again by tests/independent-figures.sql.
 *
 * @param month YYYY-MM; the one of the newest case where it is left out. @param token of somebody who may have it counted.
 * @throws StartProblem where the county has no cases or that is no month.
 */
export async function checkFigures(system: CountedSystem, county: string, token: string, month?: string): Promise<FiguresReport> {
  const database = new pg.Client({ connectionString: system.ownerDatabase });
  await database.connect();
  const graph = graphClient(system.gateway, 1);
  try {
    const { rows: newest } = await database.query<{ at: Date | null }>(NEWEST, [county]);
    const at = newest[0]?.at;
    if (!at) throw new StartProblem(`There are no cases of county ${county}`);
    const wanted = monthOf(month ?? monthOfDate(localDateOf(at.getTime())));
    if (wanted === null) throw new StartProblem(`"${month}" is no month, such as 2026-11`);
    const input = { countyCode: county, month: wanted.month };
    const { recountFigures: counted } = await graph.ask<{ recountFigures: Count }>(RECOUNT, { input }, token);
    const { rows: ours } = await database.query<Counted>(COUNTED, [counted.id]);
    const sql = await readFile(join(CHECKOUT, 'tests', 'independent-figures.sql'), 'utf8');
    const { rows: theirs } = await database.query<Omit<Counted, 'scope'> & { scope_kind: string; scope_code: string }>(sql, [
      ...[county, wanted.from, wanted.until, counted.asOf],
    ]);
    const recomputed = theirs.map(({ scope_kind: kind, scope_code: code, ...figure }) => ({ scope: `${kind}:${code}`, ...figure }));
    return {
      ...{ month: wanted.month, cases: counted.cases, asOf: counted.asOf, isComplete: counted.isComplete, figures: ours.length },
      // Somebody for whom no case counts is told by the service alone.
      differences: differences(counted.cases === 0 ? [] : ours, recomputed),
    };
  } finally {
    graph.close();
    await database.end();
  }
}

/** The report, a line for each figure that differs and one for the whole. */
export function describeFigures({ month, cases, asOf, isComplete, figures, differences: wrong }: FiguresReport): string {
  const heard = isComplete ? '' : ', though not everything had been heard of cases';
  return [
    ...wrong.map(({ scope, measure, counted, recomputed }) => `${scope} ${measure}: ${counted}, recomputed ${recomputed}`),
    `${month}, ${cases} cases as of ${asOf}${heard}: ${figures} figures, ${wrong.length} differ`,
  ].join('\n');
}
