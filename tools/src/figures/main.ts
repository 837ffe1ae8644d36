import { parseArgs } from 'node:util';
import { findSystem } from '../bench/system.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { Sessions } from '../simulate/sessions.js';
import { checkFigures, describeFigures } from './check-figures.js';

const HELP = `npm run figures -- check [--month 2026-11] [--county 990121] [--as PERSON]

  check     has the evaluations service count a month, recomputes it from the tables of cases by
            tests/independent-figures.sql, and says every figure that differs, of the county, its towns, villages and
            departments.

  --month   the month in which the cases were received; the one of the newest case, where it is left out
  --as      who has it counted; county-chen of the demonstration, where it is left out

Ends with 0 where nothing differs, and with 1 where something does.`;

interface Wanted {
  county: string;
  month: string | undefined;
  as: string;
}

async function check({ county, month, as }: Wanted): Promise<number> {
  const system = await findSystem();
  const token = await new Sessions(system.tokenUrl, new Map()).tokenOf(as);
  const report = await checkFigures(system, county, token, month);
  console.log(describeFigures(report));
  return report.differences.length === 0 ? 0 : 1;
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
