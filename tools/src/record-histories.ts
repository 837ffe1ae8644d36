/**
 * Records histories of the case workflows for the replay test: `node tools/dist/record-histories.js LABEL [COURSE…]`,
 * without names every course. Run it when a workflow has changed, with a new label, for the courses that changed;
 * histories recorded before stay, because cases of that time still run.
 */
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToPlain, WorkflowTrial } from '@yiwang/testing/time-skipping';
import { liveBulkInterventions } from './histories/bulk-interventions.js';
import { liveHandOvers } from './histories/hand-overs.js';
import { INTERVENTION_COURSES } from './histories/intervention-courses.js';
import { LIFECYCLE_COURSES } from './histories/lifecycle-courses.js';
import { OWNER_COURSES } from './histories/owner-courses.js';
import { livePatrolDays } from './histories/patrol-days.js';
import { PATH_COURSES, type Lived } from './histories/path-courses.js';

const folder = fileURLToPath(new URL('../../workflows/histories/', import.meta.url));

const CASES = { ...PATH_COURSES, ...LIFECYCLE_COURSES, ...OWNER_COURSES, ...INTERVENTION_COURSES };

/** What lives beside the cases, several courses by one name: each answers its workflows by `course.workflow`. */
const BESIDE_CASES: Record<string, (trial: WorkflowTrial) => Promise<Record<string, string>>> = {
  'patrol-days': livePatrolDays,
  'hand-overs': liveHandOvers,
  'bulk-interventions': liveBulkInterventions,
};

interface Events {
  events: { startChildWorkflowExecutionInitiatedEventAttributes?: { workflowId: string } }[];
}

async function historyOf(trial: WorkflowTrial, workflowId: string, runId?: string): Promise<Events> {
  return historyToPlain(await trial.client.getHandle(workflowId, runId).fetchHistory()) as unknown as Events;
}

/** One event a line: what differs between two histories can be read. */
async function write(name: string, workflowId: string, { events }: Events): Promise<void> {
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  const text = `{"workflowId":${JSON.stringify(workflowId)},"history":{"events":[\n${lines}\n]}}\n`;
  await writeFile(join(folder, name), text, { flag: 'wx' });
}

/** The histories of the lifecycle's runs, and of every path that they started. */
async function keep(trial: WorkflowTrial, name: string, { caseNumber, runIds }: Lived): Promise<void> {
  await trial.client.getHandle(caseNumber).result();
  for (const [index, runId] of runIds.entries()) {
    const lifecycle = await historyOf(trial, caseNumber, runId);
    await write(`${name}.caseLifecycle${index === 0 ? '' : `-${index + 1}`}.json`, caseNumber, lifecycle);
    for (const { startChildWorkflowExecutionInitiatedEventAttributes: started } of lifecycle.events) {
      if (started === undefined || started === null) continue;
      const part = started.workflowId.split('/').slice(1).join('-');
      await write(`${name}.${part}.json`, started.workflowId, await historyOf(trial, started.workflowId));
    }
  }
}

async function main(label: string, names: readonly string[]): Promise<void> {
  if (!/^[\w-]+$/.test(label)) throw new Error('Give a label for these histories, such as 2026-11');
  const unknown = names.find((name) => !Object.hasOwn(CASES, name) && !Object.hasOwn(BESIDE_CASES, name));
  if (unknown !== undefined) throw new Error(`There is no course ${unknown}`);
  const wanted = <T>(courses: Record<string, T>): [string, T][] => Object.entries(courses).filter(([name]) => names.length === 0 || names.includes(name));
  await mkdir(folder, { recursive: true });
  if (readdirSync(folder).some((file) => file.startsWith(`${label}.`))) {
    throw new Error(`There are histories labelled ${label} already; they must stay as they are`);
  }
  const trial = await WorkflowTrial.begin();
  try {
    for (const [course, liveOn] of wanted(CASES)) {
      try {
        await keep(trial, `${label}.${course}`, await liveOn(trial));
      } catch (error) {
        throw new Error(`The course ${course} ended otherwise: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    for (const [, liveOn] of wanted(BESIDE_CASES)) {
      for (const [course, workflowId] of Object.entries(await liveOn(trial))) {
        await write(`${label}.${course}.json`, workflowId, await historyOf(trial, workflowId));
      }
    }
  } finally {
    await trial.end();
  }
}

const [label = '', ...names] = process.argv.slice(2);
await main(label, names).catch((error: unknown) => {
  console.error(error instanceof Error ? error : String(error));
  process.exitCode = 1;
});
