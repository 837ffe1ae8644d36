import { randomUUID } from 'node:crypto';
import { ask, eventually, must, personToken } from './surroundings.js';

export const CODE = 'QR-990121-0001';

interface Task {
  id: string;
  version: number;
  kind: string;
  caseNumber: string;
}

export interface Reported {
  number: string;
  pickupCode: string;
}

const START = 'mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }';
const TASKS = '{ myTasks(first: 200) { id version kind caseNumber } }';
const CLAIM = 'mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id version kind caseNumber } }';
const COMPLETE = 'mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { id } }';
const REQUEST = 'mutation ($input: RequestApprovalArguments!) { requestApproval(input: $input) { id } }';
const RATE = 'mutation ($input: RateCaseInput!) { rateCase(input: $input) { state } }';
const ISSUE = 'mutation ($number: ID!) { issueRatingLink(caseNumber: $number) { token } }';

/** A resident's report at the code, without an account. */
export async function reported(text = `楼道灯不亮 ${randomUUID()}`, over: object = {}): Promise<Reported> {
  const input = { idempotencyKey: randomUUID(), qrPointCode: CODE, text, ...over };
  const { startCase } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, undefined, { input });
  return { number: startCase.case.number, pickupCode: startCase.pickupCode };
}

/** The grid member takes its task in hand. */
export async function taken({ number }: Reported): Promise<{ task: Task; as: string }> {
  const as = await personToken('grid-li');
  const task = await eventually(async () => (await must<{ myTasks: Task[] }>(TASKS, as)).myTasks.find((one) => one.caseNumber === number), `a task of ${number}`);
  const { claimTask } = await must<{ claimTask: Task }>(CLAIM, as, { input: { taskId: task.id, version: task.version } });
  return { task: claimTask, as };
}

export async function answered(one: Reported, answer = '灯泡已更换，请查看。'): Promise<Reported> {
  const { task, as } = await taken(one);
  await must(COMPLETE, as, { input: { taskId: task.id, version: task.version, answer } });
  return one;
}

export async function closed(one: Reported): Promise<Reported> {
  const { number, pickupCode } = await answered(one);
  await must(RATE, undefined, { input: { caseNumber: number, pickupCode, rating: 'satisfied', idempotencyKey: randomUUID() } });
  return one;
}

/** A day of waiting for the resident, which nobody has to approve. */
export async function paused(one: Reported): Promise<Reported> {
  const { task, as } = await taken(one);
  const by = { amount: 1, unit: 'calendarDays' };
  await must(REQUEST, as, { input: { taskId: task.id, version: task.version, kind: 'pause', by, reason: '请补充楼栋号' } });
  return one;
}

/** What the message of the answer leads to. */
export async function ratingLink({ number }: Reported): Promise<string> {
  const as = await personToken('county-chen');
  // The answer is written a moment before its case waits to be rated.
  const token = await eventually(async () => (await ask<{ issueRatingLink: { token: string } }>(ISSUE, { as, variables: { number } })).data?.issueRatingLink.token, `the link to rate ${number}`);
  return `/t/rate#${token}`;
}

export async function timelineOf({ number, pickupCode }: Reported): Promise<{ type: string; text: string | null; actorKind: string }[]> {
  const query = 'query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { timeline { type text actorKind } } }';
  const { data } = await ask<{ trackCase: { timeline: { type: string; text: string | null; actorKind: string }[] } }>(query, { variables: { n: number, c: pickupCode } });
  return data?.trackCase.timeline ?? [];
}
