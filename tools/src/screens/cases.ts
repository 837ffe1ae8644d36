import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { graphClient } from '../bench/graph-client.js';
import type { System } from '../bench/system.js';
import { StartProblem } from '../infrastructure/problem.js';
import { readCounty, type County } from '../simulate/county.js';
import { ADD, RATE } from '../simulate/residents.js';
import { askAs, type Callers } from '../simulate/scene.js';
import { demoClientSecrets, Sessions } from '../simulate/sessions.js';
import { START, type Started } from '../simulate/starts.js';
import { Tally } from '../simulate/tally.js';
import { TASK_QUERIES } from '../simulate/task-acts.types.js';
import { WATCHER } from '../simulate/watcher.js';
import { drawnPictures, type PictureName } from './drawn-pictures.js';
import { INVENTED_CASES, type InventedCase, type Step } from './invented-cases.js';
import { steppedIn } from './invented-interventions.js';

/** With so many open cases the demonstration has enough of its own to show. */
const ENOUGH = 100;
/** The same in every run, so that the cases of the run before are found again. */
const LABEL = 'screens-1';
const PATIENCE_MS = 60_000;
const LOOK_MS = 400;

const OPEN = 'query ($first: Int!) { cases(filter: { open: true }, first: $first) { number } }';
const AREA = 'query ($code: ID!) { area(code: $code) { name } }';
const TASKS = 'query ($number: ID!) { case(number: $number) { tasks { id kind state version } } }';
const UPLOAD = 'mutation { prepareAttachment { id url } }';
const POLICIES = 'query ($county: String!) { policies(countyCode: $county) { state } }';
const DRAFT = 'mutation ($input: DraftPolicyInput!) { draftPolicy(input: $input) { version } }';

const CHANNELS: Record<string, string> = { 'hotline-12345': 'hotline', 'message-board': 'messageBoard' };

interface Task {
  id: string;
  kind: string;
  state: string;
  version: number;
}
interface Told extends Callers {
  pictures: Record<PictureName, Buffer>;
}

/**
 * Sees to it that the pages have something to show: cases in different hands, interventions, a draft of a policy. What an
 * earlier run started is left as it is. @throws StartProblem where the system is none with the demonstration county
 */
export async function prepareCases(system: System, browser: Browser): Promise<void> {
  const sessions = new Sessions(system.tokenUrl, await demoClientSecrets());
  const callers: Callers = { sessions, graph: graphClient(system.gateway, 8), tally: new Tally() };
  try {
    const county = readCounty();
    await insistOnDemonstration(callers, county);
    const { cases } = await askAs<{ cases: object[] }>(callers, WATCHER, 'cases', OPEN, { first: ENOUGH });
    if (cases.length < ENOUGH) await startAll({ ...callers, pictures: await drawnPictures(browser) });
    await draftPolicy(callers, county);
  } finally {
    callers.graph.close();
  }
}

async function insistOnDemonstration(callers: Callers, { code, areas }: County): Promise<void> {
  const { area } = await askAs<{ area: { name: string } | null }>(callers, WATCHER, 'area', AREA, { code });
  if (area?.name !== areas.find((one) => one.code === code)?.name)
    throw new StartProblem('The pictures are taken of the demonstration county alone: "npm start" without --no-demo has it');
}

async function startAll(told: Told): Promise<void> {
  const numbers = new Map<InventedCase, string>();
  const fresh: [InventedCase, Started['startCase']][] = [];
  // One after the other, so that their numbers are in this order.
  for (const one of INVENTED_CASES) {
    const { startCase } = await askAs<Started>(told, one.by, 'startCase', START, { input: inputOf(one) });
    numbers.set(one, startCase.case.number);
    if (!startCase.replayed) fresh.push([one, startCase]);
  }
  await Promise.all(fresh.map(([one, started]) => lived(told, one, started)));
  await steppedIn(told, LABEL, numbers);
}

const inputOf = ({ name, by, input }: InventedCase) => ({
  ...{ idempotencyKey: `${LABEL}-${name}`, channel: CHANNELS[by ?? ''], ...input },
  ...(by !== null && by in CHANNELS && { sourceReference: `${LABEL}-${name}` }),
});

/** The case's course, one step after the other. */
async function lived(told: Told, { name, by, adds, course, rating }: InventedCase, { pickupCode, case: { number } }: Started['startCase']): Promise<void> {
  const code = by === null ? { pickupCode } : {};
  if (adds) {
    const attachmentIds = [await uploaded(told, by, adds.picture)];
    await askAs(told, by, 'addToCase', ADD, { input: { number, ...code, text: adds.text, attachmentIds } });
  }
  for (const step of course) await taken(told, number, step);
  if (rating) await askAs(told, by, 'rateCase', RATE, { input: { caseNumber: number, ...code, ...rating, idempotencyKey: `${LABEL}-${name}` } });
}

async function taken(told: Told, number: string, { by, on, act, say, picture }: Step): Promise<void> {
  const attachmentIds = picture ? [await uploaded(told, by, picture)] : undefined;
  const { id: taskId, version } = await openTask(told, number, on);
  await askAs(told, by, act, TASK_QUERIES[act], { input: { taskId, version, ...say, attachmentIds } });
}

/** A task opens a moment after what leads to it. @throws StartProblem where none does within a minute */
async function openTask(callers: Callers, number: string, kind: string): Promise<Task> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOK_MS)) {
    const { case: found } = await askAs<{ case: { tasks: Task[] | null } }>(callers, WATCHER, 'tasks', TASKS, { number });
    const task = found.tasks?.find((one) => one.kind === kind && (one.state === 'open' || one.state === 'accepted'));
    if (task) return task;
  }
  throw new StartProblem(`${number} has no open task of kind ${kind} after a minute`);
}

async function uploaded({ pictures, ...callers }: Told, by: string | null, picture: PictureName): Promise<string> {
  const { prepareAttachment: to } = await askAs<{ prepareAttachment: { id: string; url: string } }>(callers, by, 'prepareAttachment', UPLOAD, {});
  const response = await fetch(to.url, { method: 'PUT', body: new Uint8Array(pictures[picture]) });
  if (!response.ok) throw new StartProblem(`A picture is not taken: ${response.status} ${await response.text()}`);
  return to.id;
}

const days = (amount: number) => ({ amount, unit: 'calendarDays' });

/** What the lab of rules tries, where the county has no version of its own. */
async function draftPolicy(callers: Callers, { code: countyCode }: County): Promise<void> {
  const { policies } = await askAs<{ policies: { state: string }[] }>(callers, 'admin', 'policies', POLICIES, { county: countyCode });
  if (policies.some(({ state }) => state === 'draft')) return;
  const rules = {
    paths: { villageDirect: { resolution: days(3), extension: { most: days(3), automaticUpTo: days(1) } } },
    routing: { byCategory: { '040302': 'general', '1401': 'general' } },
  };
  const note = '现场直办五日改三日；消防通道、邻里噪声直接由干部领办';
  await askAs(callers, 'admin', 'draftPolicy', DRAFT, { input: { countyCode, rules, note } });
}
