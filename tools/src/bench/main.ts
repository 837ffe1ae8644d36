import { writeFile } from 'node:fs/promises';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { HELP, readBenchOptions, type BenchOptions } from './options.js';
import { pagesPart } from './pages/part.js';
import { runBench } from './run.js';
import { findSystem } from './system.js';

async function main(): Promise<void> {
  const options: BenchOptions = readBenchOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  const system = await findSystem();
  const say = (line: string): void => console.log(line);
  const figures = options.only === 'pages' || options.fillOnly ? await pagesPart(system, options, say) : await runBench(system, options, say);
  if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
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
