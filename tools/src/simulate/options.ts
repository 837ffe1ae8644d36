import { parseArgs } from 'node:util';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { readTimeWish } from '../start/time-line.js';

export interface SimulateOptions {
  help: boolean;
  /** Over how many days cases arrive. */
  days: number;
  cases: number;
  seed: number;
  /** How many times as fast time runs; null: as fast as the number of cases allows. */
  rate: number | null;
  /** When the first morning begins, in business time (ms). */
  beginMs: number;
  /** How many days to go on after the last arrival, for what is still open. */
  tailDays: number;
  /** Fills the demonstration's own data folder with the days before now. */
  fill: boolean;
  /** Acts of people under way at once. */
  hands: number;
  keep: boolean;
  /** The gateway of a system that runs already; it has to run in simulated time. */
  url: string | null;
  json: string | null;
  /** Breaks a system of its own instead, this many cases a fault; null: nothing is broken. */
  faults: number | null;
}

export const HELP = `npm run simulate -- [options]

Residents and officials of the demonstration county live through some weeks on the real system, in mapped time. Starts a
system of its own, with its own ports and data, and ends it again.

  --days N       how long cases arrive (30)
  --cases N      how many (2000)
  --seed N       whose luck: the same seed gives the same people, cases and decisions (7). What the system's own timing
                 decides differs between runs: numbers, who of two comes first, what is refused meanwhile, when a task opens
  --rate N       how many times as fast time runs; else as fast as two cores follow with ease: a month of 2,000 cases
                 and its tail then take about 100 minutes (five days of tail: 80); at twice that rate it falls behind in busy hours
  --begin DAY    the first day, such as 2026-06-01 (a year that the shipped calendar covers)
  --tail N       days to go on after the last arrival for what is still open (14); ends earlier when all is quiet
  --hands N      acts under way at once (24)
  --json FILE    also writes the summary as JSON
  --keep         leaves the system running until Ctrl-C, and its data afterwards
  --fill         the demonstration's history: on a new data folder (YIWANG_DATA or .data) the days that end now are lived,
                 21 with 600 cases unless said otherwise; "npm start" then goes on from there in real time
  --faults       instead: a system of its own in real time is broken in every way that is known (worker, engine, relay, steps,
                 records, notices, Keycloak, PostgreSQL), 20 cases each unless --cases says otherwise, and the reasons that
                 are shown are compared with what was done. About ten minutes
  --url ADDRESS  uses the system that runs there ("npm start -- --time …", on the data folder of YIWANG_DATA)`;

const DEFAULT_BEGIN = '2026-06-01';

/** @throws StartProblem in one line that names the option. */
export function readSimulateOptions(args: string[]): SimulateOptions {
  const values = parse(args);
  const fill = values.fill ?? false;
  if (fill && (values.url !== undefined || values.begin !== undefined || values.tail !== undefined))
    throw new StartProblem('--fill ends now, on a data folder of its own: it goes without --url, --begin and --tail');
  if (values.faults && (fill || values.url !== undefined || values.rate !== undefined))
    throw new StartProblem('--faults breaks a system of its own in real time: it goes without --fill, --url and --rate');
  return {
    fill,
    help: values.help ?? false,
    days: whole('--days', values.days, fill ? 21 : 30, 1, 365),
    cases: whole('--cases', values.cases, fill ? 600 : 2_000, 1, 200_000),
    seed: whole('--seed', values.seed, 7, 0, 0x7fff_ffff),
    rate: values.rate === undefined ? null : readTimeWish(values.rate).rate,
    beginMs: dayOf(values.begin ?? DEFAULT_BEGIN),
    tailDays: fill ? 0 : whole('--tail', values.tail, 14, 0, 365),
    hands: whole('--hands', values.hands, 24, 1, 200),
    keep: values.keep ?? false,
    url: values.url ?? null,
    json: values.json ?? null,
    faults: values.faults ? whole('--cases', values.cases, 20, 1, 500) : null,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        ...{ days: { type: 'string' }, cases: { type: 'string' }, seed: { type: 'string' }, rate: { type: 'string' } },
        ...{ begin: { type: 'string' }, tail: { type: 'string' }, hands: { type: 'string' }, json: { type: 'string' } },
        ...{ url: { type: 'string' }, keep: { type: 'boolean' }, fill: { type: 'boolean' }, faults: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      } as const,
    }).values;
  } catch (error) {
    throw new StartProblem(`${messageOf(error).split('. ')[0]}; "npm run simulate -- --help" lists what there is`);
  }
}

function whole(option: string, written: string | undefined, fallback: number, least: number, most: number): number {
  if (written === undefined) return fallback;
  const value = /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new StartProblem(`${option} must be a whole number from ${least} to ${most}`);
}

function dayOf(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00+08:00`) : Number.NaN;
  if (Number.isNaN(ms)) throw new StartProblem('--begin must be a day, such as 2026-06-01');
  return ms;
}
