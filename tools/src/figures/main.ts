import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDateOf } from '@yiwang/domain/calendar';
import { monthOf, monthOfDate } from '@yiwang/domain/figures';
import pg from 'pg';
import { graphClient } from '../bench/graph-client.js';
import { findSystem, type System } from '../bench/system.js';
import { CHECKOUT } from '../infrastructure/folders.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { Sessions } from '../simulate/sessions.js';
import { differences, type Counted } from './compare.js';

const HELP = `npm run figures -- check [--month 2026-11] [--county 990121] [--as PERSON]

  check     has the evaluations service count a month, recomputes it from the tables of cases by
            tests/independent-figures.sql, and says every figure that differs, of the county, its towns, villages and
            departments.

  --month   the month in which the cases were received; the one of the newest case, where it is left out
  --as      who has it counted; county-chen of the demonstration, where it is left out

Ends with 0 where nothing differs, and with 1 where something does.`;

const RECOUNT = `mutation ($input: RecountFiguresInput!) { recountFigures(input: $input) { id asOf version cases isComplete } }`;
const COUNTED = `select scope_kind || ':' || scope_code as scope, measure, numerator, denominator from evaluations.figure where count_id = $1`;
const NEWEST = `select max(received_at) as at from cases.case_file where county_code = $1`;

interface Wanted {
  county: string;
  month: string | undefined;
  as: string;
}

interface Count {
  id: string;
  asOf: string;
  version: number;
  cases: number;
  isComplete: boolean;
}

async function count(system: System, { county, as }: Wanted, month: string): Promise<Count> {
  const graph = graphClient(system.gateway, 1);
  try {
    const token = await new Sessions(system.tokenUrl, new Map()).tokenOf(as);
    const { recountFigures } = await graph.ask<{ recountFigures: Count }>(RECOUNT, { input: { countyCode: county, month } }, token);
    return recountFigures;
  } finally {
    graph.close();
  }
}

async function check(wanted: Wanted): Promise<number> {
  const system = await findSystem();
  const database = new pg.Client({ connectionString: system.ownerDatabase });
  await database.connect();
  try {
    const { rows: newest } = await database.query<{ at: Date | null }>(NEWEST, [wanted.county]);
    const at = newest[0]?.at;
    if (!at) throw new StartProblem(`There are no cases of county ${wanted.county}`);
    const month = monthOf(wanted.month ?? monthOfDate(localDateOf(at.getTime())));
    if (month === null) throw new StartProblem(`"${wanted.month}" is no month, such as 2026-11`);
    const counted = await count(system, wanted, month.month);
    const { rows: ours } = await database.query<Counted>(COUNTED, [counted.id]);
    const sql = await readFile(join(CHECKOUT, 'tests', 'independent-figures.sql'), 'utf8');
    const { rows: theirs } = await database.query<Counted & { scope_kind: string; scope_code: string }>(sql, [
      ...[wanted.county, month.from, month.until, counted.asOf],
    ]);
    const recomputed = theirs.map(({ scope_kind: kind, scope_code: code, measure, numerator, denominator }) => ({
      scope: `${kind}:${code}`,
      ...{ measure, numerator, denominator },
    }));
    // Somebody for whom no case counts is told by the service alone.
    const wrong = differences(counted.cases === 0 ? [] : ours, recomputed);
    for (const { scope, measure, counted: mine, recomputed: other } of wrong) console.log(`${scope} ${measure}: ${mine}, recomputed ${other}`);
    const heard = counted.isComplete ? '' : ', though not everything had been heard of cases';
    console.log(`${month.month}, ${counted.cases} cases as of ${counted.asOf}${heard}: ${ours.length} figures, ${wrong.length} differ`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await database.end();
  }
}

function read(args: string[]): Wanted | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { month: { type: 'string' }, county: { type: 'string' }, as: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return null;
  if (positionals.length !== 1 || positionals[0] !== 'check') throw new StartProblem('Say "check"; --help tells more');
  return { county: values.county ?? '990121', month: values.month, as: values.as ?? 'county-chen' };
}

async function main(): Promise<number> {
  const wanted = read(process.argv.slice(2));
  if (wanted !== null) return check(wanted);
  console.log(HELP);
  return 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.on('disconnect', () => process.exit(130));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : error instanceof Error ? error.stack : messageOf(error));
    process.exit(1);
  },
);
