import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { localDateOf } from '@yiwang/domain/calendar';
import { monthOfDate } from '@yiwang/domain/figures';
import { businessAt } from '@yiwang/domain/time';
import { checkFigures, type FiguresReport } from '../figures/check-figures.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { checkProjection } from '../projection/check-projection.js';
import { Screen } from '../start/screen.js';
import { stopStacks } from '../start/stack.js';
import { runFaults } from './faults/run-faults.js';
import { figuresFrom } from './figures.js';
import { HELP, readSimulateOptions, type SimulateOptions } from './options.js';
import { quantiles, rateFor } from './pace.js';
import { prepare } from './prepare.js';
import { nowOf, type Scene } from './scene.js';
import type { Simulation } from './simulation.js';
import { describeSummary, isWell, summaryOf, type RunFacts, type Summary } from './summary.js';
import { systemFor, type SimulatedSystem } from './system.js';

/** Who has the figures counted. */
const COUNTED_BY = 'county-chen';

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
  if (options.faults !== null) return (await runFaults({ count: options.faults, json: options.json, keep: options.keep }, screen)) ? 0 : 1;
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
    counted: await countFirstMonth(system, scene, beginMs).catch((error: unknown) => ({ failed: messageOf(error) })),
  };
  return summaryOf(facts, figuresFrom(cases, happened, endMs));
}

/** Evaluations hear of cases some seconds later; what they have not heard of in a minute they will not count. */
async function countFirstMonth(system: SimulatedSystem, { sessions, county }: Scene, beginMs: number): Promise<FiguresReport> {
  const month = monthOfDate(localDateOf(beginMs));
  for (let tries = 1; ; tries++) {
    const report = await checkFigures(system, county.code, await sessions.tokenOf(COUNTED_BY), month);
    if (report.isComplete || tries === 12) return report;
    await pause(5_000);
  }
}

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
