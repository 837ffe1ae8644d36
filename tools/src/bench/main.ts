import { writeFile } from 'node:fs/promises';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { HELP, readBenchOptions, type BenchOptions } from './options.js';
import { pagesPart } from './pages/part.js';
import { residentLoadPart } from './resident-load/part.js';
import { runBench } from './run.js';
import { findSystem, type System } from './system.js';

async function main(): Promise<void> {
  const options: BenchOptions = readBenchOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  const system = await findSystem();
  const say = (line: string): void => console.log(line);
  const figures = await measure(system, options, say);
  if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

function measure(system: System, options: BenchOptions, say: (line: string) => void): Promise<object> {
  if (options.only === 'resident-load') return residentLoadPart(system, options, say);
  return options.only === 'pages' || options.fillOnly ? pagesPart(system, options, say) : runBench(system, options, say);
}

// Everything the bench holds (the relay's lock, the floor's worker) ends with its connections.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.on('disconnect', () => process.exit(130));

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : error instanceof Error ? error.stack : messageOf(error));
    process.exit(1);
  },
);
