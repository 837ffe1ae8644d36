/**
 * Records histories of the accountability workflow for the replay test: `node tools/dist/record-accountability.js LABEL`.
 * Run it when that workflow has changed, with a new label; histories recorded before stay.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccountabilityTrial, historyToPlain } from '@yiwang/testing/time-skipping';
import { ACCOUNTABILITY_COURSES } from './histories/accountability-courses.js';

const folder = fileURLToPath(new URL('../../workflows/histories/', import.meta.url));

async function main(label: string): Promise<void> {
  if (!/^[\w-]+$/.test(label)) throw new Error('Give a label for these histories, such as 2026-11');
  const trial = await AccountabilityTrial.begin();
  try {
    for (const [course, liveOn] of Object.entries(ACCOUNTABILITY_COURSES)) {
      const handle = await liveOn(trial);
      await handle.result();
      const { events } = historyToPlain(await handle.fetchHistory()) as { events: object[] };
      const lines = events.map((event) => JSON.stringify(event)).join(',\n');
      const text = `{"workflowId":${JSON.stringify(handle.workflowId)},"history":{"events":[\n${lines}\n]}}\n`;
      await writeFile(join(folder, `${label}.${course}.accountability.json`), text, { flag: 'wx' });
    }
  } finally {
    await trial.end();
  }
}

await main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error instanceof Error ? error : String(error));
  process.exitCode = 1;
});
