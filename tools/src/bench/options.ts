import { parseArgs } from 'node:util';
import { messageOf, StartProblem } from '../infrastructure/problem.js';

export interface BenchOptions {
  help: boolean;
  keep: boolean;
  /** Which part alone, for somebody who looks for what holds it back. */
  only: 'intake' | 'lives' | null;
  /** Where the figures are also written as JSON. */
  json: string | null;
  connections: number;
  lives: number;
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

Measures the system that "npm start" runs, beside two floors measured in the same run; about two and a half minutes.

  --quick            shorter windows, less than one minute; the figures are rougher
  --json FILE        also writes the figures as JSON
  --connections N    kept connections that start cases (32)
  --lives N          lives under way at once (16)
  --only PART        intake or lives, without the rest and without the verdict
  --keep             leaves the bench's own cases that have no workflow yet to the relay; without it they are removed

Needs the demonstration county: cases come from the client hotline-12345 and are plainly marked as a trial.`;

const FULL = { intakeMs: 5_000, batchMs: 4_000, livesMs: 15_000, insertMs: 3_000, warmMs: 2_000, restMs: 25_000 };
const QUICK = { intakeMs: 2_000, batchMs: 2_000, livesMs: 8_000, insertMs: 1_000, warmMs: 600, restMs: 4_000 };

export function readBenchOptions(args: string[]): BenchOptions {
  const { values } = parse(args);
  return {
    help: values.help ?? false,
    keep: values.keep ?? false,
    json: values.json ?? null,
    only: partOf(values.only),
    connections: count('--connections', values.connections, 32),
    lives: count('--lives', values.lives, 16),
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

function partOf(written: string | undefined): BenchOptions['only'] {
  if (written === undefined || written === 'intake' || written === 'lives') return written ?? null;
  throw new StartProblem('--only takes intake or lives');
}
