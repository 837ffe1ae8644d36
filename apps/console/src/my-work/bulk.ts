import type { Client, TypedDocumentNode } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { problemOf } from '../graph/problems.js';
import type { ListedTask } from './use-task-list.js';

const CLAIM = graphql(`mutation ClaimOfMany($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }`);
const RELEASE = graphql(`mutation ReleaseOfMany($input: TaskReferenceInput!) { releaseTask(input: $input) { id version } }`);
const ACCEPT = graphql(`mutation AcceptOfMany($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }`);
const URGE = graphql(`mutation UrgeOfMany($input: SuperviseArguments!) { superviseCase(input: $input) { number } }`);

/** What can be done with many tasks at once: acts that ask for no words, and urging, which asks for the same ones. */
export const BULK_ACTS = ['claim', 'accept', 'release', 'urge'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** The tasks with which the service lets this act be tried. */
export const fitting = (act: BulkAct, tasks: readonly ListedTask[]): ListedTask[] =>
  tasks.filter(({ actions, case: about }) => (act === 'urge' ? about?.actions?.includes('urge') === true : actions.includes(act)));

export interface BulkResult {
  task: ListedTask;
  /** Null where it was done; else the refusal in the reader's words, empty without network. */
  refusal: string | null;
}

/** So many at the same time: a county's service has others to answer. */
const BESIDE_EACH_OTHER = 3;

const OF_TASK = { claim: CLAIM, release: RELEASE, accept: ACCEPT } as const;
type Decision = TypedDocumentNode<unknown, { input: { taskId: string; version: number } }>;

async function decide(client: Client, act: BulkAct, task: ListedTask, reason: string): Promise<BulkResult> {
  const asked = act === 'urge'
    ? client.mutation(URGE, { input: { number: task.case?.number ?? '', act: 'urge', reason } })
    : client.mutation(OF_TASK[act] as Decision, { input: { taskId: task.id, version: task.version } });
  const { error } = await asked.toPromise();
  return { task, refusal: error ? problemOf(error).message : null };
}

/** Does it with each by itself: one that is refused keeps no other from being done. Results come as they are known. */
export async function doWithMany(client: Client, act: BulkAct, tasks: readonly ListedTask[], reason: string, onResult: (result: BulkResult) => void): Promise<void> {
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) onResult(await decide(client, act, task, reason));
  };
  await Promise.all(Array.from({ length: BESIDE_EACH_OTHER }, work));
}
