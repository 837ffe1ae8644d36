import type { Client, CombinedError } from 'urql';
import { formProblem, type FormProblem } from '../kit/problem.js';
import { ASSIGN, COORDINATION, DISPATCH, REMEMBER } from './documents.js';
import type { Choice } from './first-choice.js';
import type { DeskTaskQuery } from './generated/graphql.js';

export type DeskTask = DeskTaskQuery['task'];
export type DeskCase = NonNullable<DeskTask['case']>;

/** What became of it, as a key of the words' `said`. */
export type Transferred = { said: 'path' | 'unit' | 'unitWaits'; problem: null } | { said: null; problem: FormProblem };

const LONGEST_TITLE = 60;
/** The county's task opens once the step of the desk stands: a second or two. */
const LOOKS = 20;
const LOOK_EVERY_MS = 500;

/** What a unit is asked to do, in a line. */
export function titleOf({ title, text }: Pick<DeskCase, 'title' | 'text'>): string {
  const line = (title ?? text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE - 1).join('')}…` : line;
}

const failed = (error: CombinedError | undefined): Transferred => ({ said: null, problem: formProblem(error as CombinedError) });

/** Names who leads; a desk's choice weighs in later suggestions, as an arbitration does by itself. */
export async function assign(
  client: Client,
  task: Pick<DeskTask, 'id' | 'version' | 'kind'>,
  one: DeskCase,
  unitCode: string,
  reason = '',
): Promise<Transferred> {
  const lead = { title: titleOf(one), areaCode: one.countyCode, unitCode };
  const { error } = await client.mutation(ASSIGN, { input: { taskId: task.id, version: task.version, lead, ...(reason.trim() && { reason }) } }).toPromise();
  if (error) return failed(error);
  if (task.kind === 'coordinate') await remember(client, task.id, one, unitCode);
  return { said: 'unit', problem: null };
}

/** Beside the work: whatever becomes of it, the case is with its unit. */
async function remember(client: Client, taskId: string, { number, area, category }: DeskCase, unitCode: string): Promise<void> {
  const about = { caseNumber: number, areaCode: area.code, ...(category && { categoryCode: category.code }) };
  await client.mutation(REMEMBER, { input: { idempotencyKey: `desk-${taskId}`, kind: 'dispatch', unitCode, ...about } }).toPromise();
}

/**
 * The one key of a desk: the case goes on its path, and on the county's, where a unit is chosen, to that unit at once. What
 * was dispatched stays so where the second step fails: the county's task then waits in the list.
 */
export async function transfer(client: Client, task: DeskTask, one: DeskCase, { areaCode, caseClass, path, unitCode }: Choice): Promise<Transferred> {
  const unit = unitCode === null ? {} : { unitCode };
  const { error } = await client.mutation(DISPATCH, { input: { taskId: task.id, version: task.version, areaCode, caseClass, path, ...unit } }).toPromise();
  if (error) return failed(error);
  if (unitCode === null || path !== 'countyCoordinated') return { said: 'path', problem: null };
  const next = await coordination(client, one.number);
  if (next === null) return { said: 'unitWaits', problem: null };
  const { said, problem } = await assign(client, next, one, unitCode);
  return problem ? { said: 'unitWaits', problem: null } : { said: said ?? 'unit', problem: null };
}

async function coordination(client: Client, number: string): Promise<Pick<DeskTask, 'id' | 'version' | 'kind'> | null> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { data } = await client.query(COORDINATION, { number }).toPromise();
    const found = data?.case.tasks?.find(({ kind }) => kind === 'coordinate');
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}
