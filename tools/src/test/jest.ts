import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from '../infrastructure/folders.js';
import { NOTHING, outcomeOf, type JestReport, type Outcome } from './outcome.js';

const JEST = join(CHECKOUT, 'node_modules', 'jest', 'bin', 'jest.js');
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

let running: ChildProcess | null = null;

/** Passes a stop on to Jest. */
export const stopJest = (signal: NodeJS.Signals): void => void running?.kill(signal);

function jest(args: string[], env: Record<string, string>, stdout: 'inherit' | 'pipe'): ChildProcess {
  running = spawn(process.execPath, [...NODE_FLAGS, JEST, ...args], {
    cwd: CHECKOUT,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit'],
  });
  return running;
}

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** The test files that Jest would run. */
export async function listTests(args: string[]): Promise<string[]> {
  const child = jest([...args, '--listTests', '--json'], {}, 'pipe');
  let text = '';
  child.stdout?.on('data', (part) => (text += String(part)));
  await ended(child);
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}

/** Runs Jest with its own readable output and counts what came of it. */
export async function runTests(args: string[], env: Record<string, string>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-test-'));
  const file = join(folder, 'report.json');
  try {
    const code = await ended(jest([...args, '--ci', '--json', `--outputFile=${file}`], env, 'inherit'));
    const outcome = outcomeOf(JSON.parse(await readFile(file, 'utf8')) as JestReport);
    if (code === 0 || outcome.failed > 0) return outcome;
    console.error(`Jest ended with ${code} though no test failed.`);
    return { ...outcome, failed: 1 };
  } catch (error) {
    console.error(`Jest wrote no report: ${error instanceof Error ? error.message : String(error)}`);
    return { ...NOTHING, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
