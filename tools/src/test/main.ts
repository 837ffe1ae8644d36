import { findTestServer } from '@yiwang/testing/time-skipping';
import { stopStacks } from '../start/stack.js';
import { listTests, runTests, stopJest } from './jest.js';
import { startJourneyStack } from './journey-stack.js';
import { added, lastLine, NOTHING, type Outcome } from './outcome.js';

/** Tests on parts of the system start what they need themselves; the journey gets the whole of it, once. */
const JOURNEY = ['--testMatch', '**/tests/journey/*.e2e.ts', '--runInBand'];

/** In CI alone: whoever runs tests by hand wants to see at once that one is not sound. */
const SECOND_TRY = process.env['CI'] === 'true';

let stopped = false;

/** `npm test [-- <pattern> …]`; whatever Jest understands is passed on. */
async function main(args: string[]): Promise<Outcome> {
  const [ordinary, journey] = [await listTests(args), await listTests([...JOURNEY, ...args])];
  if (ordinary.length + journey.length === 0) {
    console.error('No test file matches.');
    return { ...NOTHING, failed: 1 };
  }
  let outcome = NOTHING;
  if (ordinary.length > 0) outcome = await runTests(args, await timeSkippingServer(), SECOND_TRY);
  if (journey.length > 0 && !stopped) outcome = added(outcome, await runJourney(args));
  return outcome;
}

/** Looked for once, before Jest's workers would do it side by side; fetched where it is missing. */
async function timeSkippingServer(): Promise<Record<string, string>> {
  const slow = setTimeout(() => console.error("Fetching Temporal's time-skipping test server …"), 1_500);
  try {
    const { executable } = await findTestServer();
    return executable.type === 'existing-path' ? { YIWANG_TEST_SERVER: executable.path } : {};
  } finally {
    clearTimeout(slow);
  }
}

async function runJourney(args: string[]): Promise<Outcome> {
  console.error('\nStarting the whole system for the journey …');
  try {
    const stack = await startJourneyStack();
    try {
      return await runTests([...JOURNEY, ...args], stack.env, SECOND_TRY);
    } finally {
      await stack.stop();
    }
  } catch (error) {
    console.error(`The journey could not be made: ${error instanceof Error ? error.message : String(error)}`);
    return { ...NOTHING, failed: 1 };
  }
}

function stop(signal: NodeJS.Signals): void {
  stopped = true;
  stopJest(signal);
  void stopStacks();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
process.on('disconnect', () => stop('SIGTERM'));

const outcome = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  return { ...NOTHING, failed: 1 };
});
console.log(lastLine(outcome));
process.exit(outcome.failed > 0 || stopped ? 1 : 0);
