import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from '../infrastructure/problem.js';
import { askAs, type Callers } from '../simulate/scene.js';
import type { InventedCase } from './invented-cases.js';

const BY = 'supervisor-sun';
const PATIENCE_MS = 60_000;
const LOOK_MS = 500;

const PREVIEW = 'query ($input: InterventionInput!) { previewIntervention(input: $input) { previewHash } }';
const BEGIN = 'mutation ($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }';
const ONE = 'query ($id: ID!) { intervention(id: $id) { id state } }';

interface Intervention {
  id: string;
  state: string;
}

/**
 * Urges several cases at once and waits until that is over; then all that nobody has answered, by which one person has
 * begun more than the county lets them alone, so that it waits for a second one.
 */
export async function steppedIn(callers: Callers, label: string, numbers: ReadonlyMap<InventedCase, string>): Promise<void> {
  const of = (wanted: (one: InventedCase) => boolean): string[] => [...numbers].flatMap(([one, number]) => (wanted(one) ? [number] : []));
  const first = await urged(callers, `${label}-urge`, of(({ isUrged }) => isUrged === true), '请今天之内与群众联系，说明什么时候去办。');
  await over(callers, first);
  await urged(callers, `${label}-urge-all`, of(({ course }) => course.every(({ act }) => act !== 'completeTask')), '周末前再催一遍：能办的当天办，办不了的向群众说明。');
}

async function urged(callers: Callers, idempotencyKey: string, numbers: string[], reason: string): Promise<Intervention> {
  const input = { kind: 'urge', numbers };
  const { previewIntervention: seen } = await askAs<{ previewIntervention: { previewHash: string } }>(callers, BY, 'previewIntervention', PREVIEW, { input });
  const { previewHash } = seen;
  const { startIntervention } = await askAs<{ startIntervention: Intervention }>(callers, BY, 'startIntervention', BEGIN, { input: { ...input, reason, previewHash, idempotencyKey } });
  return startIntervention;
}

async function over(callers: Callers, { id }: Intervention): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOK_MS)) {
    const { intervention } = await askAs<{ intervention: Intervention }>(callers, BY, 'intervention', ONE, { id });
    if (intervention.state === 'done' || intervention.state === 'cancelled') return;
  }
  throw new StartProblem(`The intervention ${id} is not over after a minute`);
}
