import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { businessAt } from '@yiwang/domain/time';
import { isSound } from '@yiwang/contracts/projection';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { checkProjection } from '../projection/check-projection.js';
import { Screen } from '../start/screen.js';
import { stopStacks } from '../start/stack.js';
import { figuresFrom } from './figures.js';
import { HELP, readSimulateOptions, type SimulateOptions } from './options.js';
import { quantiles, rateFor } from './pace.js';
import { prepare } from './prepare.js';
import { nowOf } from './scene.js';
import type { Simulation } from './simulation.js';
import { describeSummary, summaryOf, type RunFacts, type Summary } from './summary.js';
import { systemFor, type SimulatedSystem } from './system.js';

const screen = new Screen();
let running: Simulation | null = null;
let endings = 0;

async function main(): Promise<number> {
  const options = readSimulateOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  watchForTheEnd();
  const rate = options.rate ?? rateFor(options.cases, options.days);
  const system = await systemFor(options, rate, screen);
  let isToBeLookedAt = true;
  try {
    const summary = await simulate(options, system);
    screen.line(describeSummary(summary));
    if (options.json) await writeFile(options.json, `${JSON.stringify(summary, null, 2)}\n`);
    if (options.keep && !options.fill && options.url === null) await untilEnded(system);
    if (options.fill) screen.line('That is the demonstration county now: "npm start" goes on from here, in real time.');
    isToBeLookedAt = !isWell(summary) || summary.run.unexpected.length > 0;
    return isWell(summary) ? 0 : 1;
  } finally {
    await system.stop(isToBeLookedAt);
  }
}

async function simulate(options: SimulateOptions, system: SimulatedSystem): Promise<Summary> {
  const { scene, plan, beginMs, run } = prepare(options, system);
  const begun = Date.now();
  running = run(({ started, over, of, businessMs }) => {
    const day = new Date(businessMs).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
    screen.progress(`${day}  ${started} of ${of} cases have arrived, ${over} are over`);
  });
  const happened = await running.live();
  const endMs = nowOf(scene);
  const cases = await running.cases();
  const { tally, graph } = scene;
  graph.close();
  screen.note('Comparing the projection with the engine');
  const facts: RunFacts = {
    ...{ seed: options.seed, planned: plan.length, days: options.days, rate: system.time.rate },
    lastedDays: (endMs - beginMs) / 86_400_000,
    tookMs: Date.now() - begun,
    ...{ acts: tally.acts, refusals: tally.refusals, retries: tally.retries, unexpected: tally.unexpected },
    ...{ latency: quantiles(tally.latencies), lag: quantiles(tally.lags), openings: quantiles(tally.openings) },
    lateByMachine: tally.lateByMachine,
    projection: await checkProjection(system, { cases: 'all' }).catch((error: unknown) => ({ failed: messageOf(error) })),
  };
  return summaryOf(facts, figuresFrom(cases, happened, endMs));
}

const isWell = ({ run: { projection } }: Summary): boolean => projection !== null && !('failed' in projection) && isSound(projection);

async function untilEnded({ gateway, dataDir, time }: SimulatedSystem): Promise<void> {
  const now = new Date(businessAt(time, Date.now())).toISOString();
  screen.line(`The system goes on at ${gateway} (data in ${dataDir}); it is ${now} there. Ctrl-C ends it.`);
  endings = 0;
  while (endings === 0) await pause(200);
}

/** The first Ctrl-C ends the run with its summary, the next one everything. */
function watchForTheEnd(): void {
  const end = (): void => {
    endings += 1;
    if (endings === 1 && running) return running.callOff();
    void stopStacks().then(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', () => void stopStacks().then(() => process.exit(130)));
}

main().then(
  (code) => process.exit(code),
  async (error: unknown) => {
    screen.finish();
    console.error(error instanceof StartProblem ? error.message : error instanceof Error ? error.stack : messageOf(error));
    await stopStacks();
    process.exit(1);
  },
);
