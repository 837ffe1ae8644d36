/**
 * Records histories of the case workflows for the replay test: `node tools/dist/record-histories.js LABEL`. Run it
 * when a workflow has changed, with a new label; histories recorded before stay, because cases of that time still run.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToPlain, somebody, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const folder = fileURLToPath(new URL('../../workflows/histories/', import.meta.url));
const COUNTY = '990121';
const VILLAGE = '990121001002';

/** Each course returns its case number; the histories of the lifecycle and of every path are kept. */
const COURSES: Record<string, (trial: WorkflowTrial) => Promise<string>> = {
  async 'rated-close'(trial) {
    const { workflowId: caseNumber } = await trial.start();
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    const actor = somebody('gridMember', 'grid-member');
    await trial.decide(workflowId, 'acceptTask', { taskId, actor });
    await trial.answer(caseNumber, 1, 'grid-member');
    await trial.rate(caseNumber, 'satisfied');
    return caseNumber;
  },
  async 'handed-up-overdue-not-rated'(trial) {
    const { workflowId: caseNumber } = await trial.start({ areaCode: VILLAGE });
    const { taskId, workflowId } = await trial.openTask(caseNumber);
    const actor = somebody('gridMember', 'grid-member');
    await trial.decide(workflowId, 'handUpTask', { taskId, actor, reason: 'The pipe belongs to the town.' });
    await trial.pass('6 days');
    await trial.answer(caseNumber, 1, 'town-centre');
    await trial.pass('8 days');
    return caseNumber;
  },
  async 'desk-and-three-rounds'(trial) {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const { taskId } = await trial.openTask(caseNumber);
    const decision = { kind: 'dispatch', areaCode: VILLAGE } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId, actor: somebody('countyCentre', 'county'), decision });
    for (const round of [1, 2, 3]) {
      await trial.answer(caseNumber, round, `handler-${round}`);
      await trial.rate(caseNumber, 'dissatisfied');
    }
    return caseNumber;
  },
  async 'not-accepted'(trial) {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const { taskId } = await trial.openTask(caseNumber);
    const decision = { kind: 'notAccept', reason: 'A matter for the courts.' } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId, actor: somebody('countyCentre', 'county'), decision });
    return caseNumber;
  },
  async 'withdrawn-on-the-path'(trial) {
    const { workflowId: caseNumber } = await trial.start();
    await trial.openTask(caseNumber);
    await trial.decide(caseNumber, 'withdrawCase', { actor: theResident, reason: 'It stopped by itself.' });
    return caseNumber;
  },
};

async function keep(trial: WorkflowTrial, label: string, course: string, caseNumber: string): Promise<void> {
  await trial.client.getHandle(caseNumber).result();
  const rounds = [1, 2, 3].map((round) => `${caseNumber}/villageDirect/${round}`);
  for (const workflowId of [caseNumber, ...rounds]) {
    const history = await trial.client.getHandle(workflowId).fetchHistory().catch(() => null);
    if (history === null) continue;
    const part = workflowId.split('/').slice(1).join('-') || 'caseLifecycle';
    const file = join(folder, `${label}.${course}.${part}.json`);
    const text = JSON.stringify({ workflowId, history: historyToPlain(history) }, null, 1);
    await writeFile(file, `${text}\n`, { flag: 'wx' });
  }
}

async function main(label: string): Promise<void> {
  if (!/^[\w-]+$/.test(label)) throw new Error('Give a label for these histories, such as 2026-11');
  if (existsSync(join(folder, `${label}.rated-close.caseLifecycle.json`))) {
    throw new Error(`There are histories labelled ${label} already; they must stay as they are`);
  }
  await mkdir(folder, { recursive: true });
  const trial = await WorkflowTrial.begin();
  try {
    for (const [course, run] of Object.entries(COURSES)) await keep(trial, label, course, await run(trial));
  } finally {
    await trial.end();
  }
}

await main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
