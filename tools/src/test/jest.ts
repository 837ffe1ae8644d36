import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { CHECKOUT } from '../infrastructure/folders.js';
import { afterSecondTry, failedFiles, mayTryAgain, NOTHING, outcomeOf, type JestReport, type Outcome } from './outcome.js';

const JEST = join(CHECKOUT, 'node_modules', 'jest', 'bin', 'jest.js');
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

let running: ChildProcess | null = null;

let stopped = false;

/** Passes a stop on to Jest. */
export const stopJest = (signal: NodeJS.Signals): void => {
  stopped = true;
  running?.kill(signal);
};

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

/**
 * Runs Jest with its own readable output and counts what came of it. With `secondTry`, up to three files in which something
 * failed are run once more, one after another; what passes only then is named, so that nobody takes it for sound.
 */
export async function runTests(args: string[], env: Record<string, string>, secondTry: boolean): Promise<Outcome> {
  try {
    const first = await reportOf(args, env);
    const failed = failedFiles(first);
    if (!secondTry || stopped || !mayTryAgain(failed)) return outcomeOf(first);
    console.error(`\nOnce more, by themselves: ${[...failed.keys()].map(named).join(', ')}`);
    const second = await reportOf([...args, '--runInBand', '--runTestsByPath', ...failed.keys()], env);
    const still = failedFiles(second);
    for (const [file, tests] of failed) {
      if (!still.has(file)) console.error(`Passed only at a second try: ${named(file)}: ${tests.join('; ') || 'the file as a whole'}`);
    }
    return afterSecondTry(first, second);
  } catch (error) {
    console.error(`Jest wrote no report: ${error instanceof Error ? error.message : String(error)}`);
    return { ...NOTHING, failed: 1 };
  }
}

const named = (file: string): string => relative(CHECKOUT, file);

async function reportOf(args: string[], env: Record<string, string>): Promise<JestReport> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-test-'));
  const file = join(folder, 'report.json');
  try {
    const code = await ended(jest([...args, '--ci', '--json', `--outputFile=${file}`], env, 'inherit'));
    const report = JSON.parse(await readFile(file, 'utf8')) as JestReport;
    if (code === 0 || outcomeOf(report).failed > 0) return report;
    console.error(`Jest ended with ${code} though no test failed.`);
    return { ...report, numFailedTests: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
