import { parseArgs } from 'node:util';
import type { Arrivals } from './open-loop.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';

const PARTS = ['intake', 'lives', 'decisions', 'timers', 'pages', 'resident-load'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  help: boolean;
  keep: boolean;
  quick: boolean;
  /** Which part alone, for somebody who looks for what holds it back. */
  only: Part | null;
  /** Where the figures are also written as JSON. */
  json: string | null;
  connections: number;
  lives: number;
  /** Open cases with armed timers; those among them that fall due evenly, and those that fall due at one instant. */
  timers: number;
  even: number;
  burst: number;
  /** Decisions as they come, and how long others are measured; so many cases are prepared that none runs out. */
  atRate: Arrivals;
  decisionsMs: number;
  mostDecisionsASecond: number;
  /** Cases in the county whose pages are measured, what it is drawn from, and whether it is only to be made. */
  pageCases: number;
  seed: number;
  fillOnly: boolean;
  /** How long each kind of row is measured, in milliseconds. */
  intakeMs: number;
  batchMs: number;
  livesMs: number;
  insertMs: number;
  /** How long each runs before it is measured. */
  warmMs: number;
  /** How long the system may take to come to rest before the next part. */
  restMs: number;
}

export const HELP = `npm run bench -- [options]

Measures the system that "npm start" runs, beside floors measured in the same run; about four minutes on quiet cores,
and as long again for every 10,000 timers.

  --quick            shorter windows and 1,000 timers, about two minutes; the figures are rougher
  --json FILE        also writes the figures as JSON
  --connections N    kept connections that start cases (32)
  --lives N          lives under way at once, and clients that decide (16)
  --timers N         open cases with armed timers (10000); 0 leaves that part out, 100000 takes the better part of two
                     hours. The worker is killed once meanwhile
  --only PART        intake, lives, decisions, timers, pages or resident-load, without the rest. Pages, the first page of
                     every list in a county that is generated for it, and resident-load, the first load of a resident's
                     page in a browser as slow as a cheap phone, are measured only when they are asked for
  --cases N          cases in that county (1000000), beside 252,800 households and 20,000 staff; some ten minutes
  --seed N           what it is drawn from (1)
  --fill-only        makes that county and leaves it; the next run of pages measures it as it is, and removes it
  --keep             leaves the bench's own cases to the system; without it those that are open are removed at the end

Needs the demonstration county: cases come from the client hotline-12345 and are plainly marked as a trial.`;

const FULL = {
  ...{ intakeMs: 5_000, batchMs: 4_000, livesMs: 15_000, insertMs: 3_000, warmMs: 2_000, restMs: 25_000 },
  atRate: { aSecond: 10, warmMs: 2_000, windowMs: 30_000 },
  decisionsMs: 12_000,
};
const QUICK = {
  ...{ intakeMs: 2_000, batchMs: 2_000, livesMs: 8_000, insertMs: 1_000, warmMs: 600, restMs: 4_000 },
  atRate: { aSecond: 10, warmMs: 1_000, windowMs: 10_000 },
  decisionsMs: 5_000,
};
const MOST_TIMERS = 1_000_000;
const MOST_DECISIONS_A_SECOND = 90;
/** Half a minute of what falls due evenly, and the thousands of the last day's close; fewer where few are armed. */
const evenOf = (timers: number): number => Math.min(600, Math.floor(timers / 5));
const burstOf = (timers: number): number => Math.min(timers > 50_000 ? 5_000 : 2_000, Math.floor(timers / 5));

export function readBenchOptions(args: string[]): BenchOptions {
  const { values } = parse(args);
  const timers = timersOf(values.timers, values.quick ? 1_000 : 10_000);
  return {
    help: values.help ?? false,
    keep: values.keep ?? false,
    quick: values.quick ?? false,
    json: values.json ?? null,
    only: partOf(values.only),
    connections: count('--connections', values.connections, 32),
    lives: count('--lives', values.lives, 16),
    timers,
    pageCases: wholeOf('--cases', values.cases, 1_000_000, 100),
    seed: wholeOf('--seed', values.seed, 1, 0),
    fillOnly: values['fill-only'] ?? false,
    even: evenOf(timers),
    burst: burstOf(timers),
    mostDecisionsASecond: MOST_DECISIONS_A_SECOND,
    ...(values.quick ? QUICK : FULL),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        quick: { type: 'boolean' },
        keep: { type: 'boolean' },
        only: { type: 'string' },
        json: { type: 'string' },
        connections: { type: 'string' },
        lives: { type: 'string' },
        timers: { type: 'string' },
        cases: { type: 'string' },
        seed: { type: 'string' },
        'fill-only': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new StartProblem(`${messageOf(error).split('. ')[0]}; "npm run bench -- --help" lists what there is`);
  }
}

function count(option: string, written: string | undefined, fallback: number): number {
  const value = written === undefined ? fallback : Number(written);
  if (Number.isInteger(value) && value >= 1 && value <= 256) return value;
  throw new StartProblem(`${option} must be a whole number from 1 to 256`);
}

function wholeOf(option: string, written: string | undefined, fallback: number, least: number): number {
  const value = written === undefined ? fallback : Number(written);
  if (Number.isInteger(value) && value >= least && value <= 10_000_000) return value;
  throw new StartProblem(`${option} must be a whole number from ${least} to 10000000`);
}

/** Few would leave nothing to ring. */
function timersOf(written: string | undefined, fallback: number): number {
  const value = written === undefined ? fallback : Number(written);
  if (value === 0 || (Number.isInteger(value) && value >= 500 && value <= MOST_TIMERS)) return value;
  throw new StartProblem(`--timers must be 0 or a whole number from 500 to ${MOST_TIMERS}`);
}

function partOf(written: string | undefined): Part | null {
  const part = PARTS.find((one) => one === written);
  if (part !== undefined || written === undefined) return part ?? null;
  throw new StartProblem(`--only takes ${PARTS.join(', ')}`);
}
