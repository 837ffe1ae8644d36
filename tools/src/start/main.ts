import { createInterface } from 'node:readline/promises';
import { dataFolder } from '../infrastructure/folders.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { HELP, readStartOptions, type StartOptions } from './options.js';
import { whatResetDrops } from './reset.js';
import { Screen } from './screen.js';
import { startStack, stopStacks } from './stack.js';
import { summary } from './summary.js';

/** npm, a shell and a terminal may each pass on the same Ctrl-C. */
const SAME_SIGNAL_MS = 2_000;

const screen = new Screen();
let ending: { at: number } | null = null;

async function main(): Promise<void> {
  const startedAt = Date.now();
  const options = readStartOptions(process.argv.slice(2), process.env);
  if (options.help) return console.log(HELP);
  watchForTheEnd();
  const dataDir = await dataFolder(screen);
  await confirmReset(options);
  screen.line(`Starting Yiwang (data in ${dataDir})`);
  const stack = await startStack({
    dataDir,
    ...options,
    narrator: screen,
    onGivenUp: (error) => void end(1, error.message),
  });
  screen.line(summary({ stack, dataDir, demo: options.demo, tookMs: Date.now() - startedAt }));
}

/** A server that is not ours may hold what its owner still needs: nothing is dropped there without a yes. */
async function confirmReset({ reset, yes }: StartOptions): Promise<void> {
  const elsewhere = process.env.DATABASE_URL;
  if (!reset || yes || !elsewhere) return;
  const what = whatResetDrops(elsewhere);
  if (!process.stdin.isTTY) throw new StartProblem(`--reset would drop ${what}: add --yes if that is meant`);
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`--reset drops ${what}. Type "yes" to go on: `);
  asking.close();
  if (answer.trim() !== 'yes') throw new StartProblem('Nothing was dropped');
}

function watchForTheEnd(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  // The command that started us is gone without a word.
  process.on('disconnect', () => void end(0));
}

async function end(code: number, problem?: string): Promise<void> {
  if (ending) {
    if (Date.now() - ending.at > SAME_SIGNAL_MS)
      screen.note('Still stopping: what is running is being written down first');
    return;
  }
  ending = { at: Date.now() };
  if (problem) screen.line(`\n${problem}`);
  screen.line('\nStopping …');
  await stopStacks();
  screen.line(`Stopped after ${((Date.now() - ending.at) / 1000).toFixed(1)} s.`);
  process.exit(code);
}

main().catch((error: unknown) => {
  // A start that is cut short fails on the way; that is what was asked for.
  if (ending) return;
  screen.finish();
  console.error(
    error instanceof StartProblem ? error.message : error instanceof Error ? error.stack : messageOf(error),
  );
  process.exit(1);
});
