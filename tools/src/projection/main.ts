import { isSound } from '@yiwang/contracts/projection';
import { findSystem } from '../bench/system.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { readSecrets } from '../infrastructure/secrets.js';
import { checkProjection } from './check-projection.js';
import { HELP, readProjectionOptions } from './options.js';
import { describeReport } from './report.js';

async function main(): Promise<number> {
  const { help, json, ...options } = readProjectionOptions(process.argv.slice(2));
  if (help) {
    console.log(HELP);
    return 0;
  }
  const system = await findSystem();
  const { payloadKeys } = await readSecrets(system.dataDir);
  const onProgress = (text: string): void => void process.stderr.write(`${text}\n`);
  const report = await checkProjection({ ...system, payloadKeys }, { ...options, onProgress });
  console.log(json ? JSON.stringify(report, null, 2) : describeReport(report).join('\n'));
  return isSound(report) ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.on('disconnect', () => process.exit(130));

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : error instanceof Error ? error.stack : messageOf(error));
    process.exit(1);
  },
);
