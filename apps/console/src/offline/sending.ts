import type { Client, CombinedError, TypedDocumentNode } from 'urql';
import { markSent } from '../attachments/use-attached.js';
import { upload } from '../attachments/upload.js';
import { graphql } from '../graph/generated/index.js';
import { problemOf, type Problem } from '../graph/problems.js';
import type { Sent, WaitingAct } from './act-queue.js';
import { files, isLocal } from './files.js';

const CLAIM = graphql(`mutation SendClaim($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }`);
const ACCEPT = graphql(`mutation SendAcceptance($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version } }`);
const HAND_UP = graphql(`mutation SendHandUp($input: HandUpArguments!) { handUp(input: $input) { id version } }`);
const CONTACT = graphql(`mutation SendContact($input: RecordContactArguments!) { recordContact(input: $input) { id version } }`);
const NOTE = graphql(`mutation SendNote($input: NoteCaseArguments!) { noteCase(input: $input) { number } }`);
const ANSWER = graphql(`mutation SendAnswer($input: CompleteTaskArguments!) { completeTask(input: $input) { id version } }`);
const VERIFY = graphql(`mutation SendVerification($input: VerifyTaskArguments!) { verifyTask(input: $input) { id version } }`);
const CHECK_IN = graphql(`mutation SendCheckIn($input: CheckInPatrolInput!) { checkInPatrol(input: $input) { gridCode } }`);
const COMPLETE_ROUND = graphql(`
  mutation SendRound($input: CompletePatrolInput!) { completePatrol(input: $input) { gridCode findings { id text caseNumber } } }
`);
const START_CASE = graphql(`mutation SendFinding($id: ID!) { startCaseFromFinding(id: $id) { id caseNumber } }`);

interface Sender {
  document: unknown;
  /** Whether the service counts it once by a key; the others say the same when they are repeated. */
  keyed?: boolean;
}

/** The acts that may be sent later: each is judged by the service as if it were made then. */
const SENDERS = {
  claim: { document: CLAIM },
  accept: { document: ACCEPT, keyed: true },
  recordContact: { document: CONTACT, keyed: true },
  noteCase: { document: NOTE, keyed: true },
  answer: { document: ANSWER, keyed: true },
  contribute: { document: ANSWER, keyed: true },
  handUp: { document: HAND_UP, keyed: true },
  verify: { document: VERIFY, keyed: true },
  checkIn: { document: CHECK_IN },
  completeRound: { document: COMPLETE_ROUND },
} as const satisfies Record<string, Sender>;
export type ActKind = keyof typeof SENDERS;

/** Whether an act may be sent later; the others need their answer at once. */
export const isSentLater = (name: string): name is ActKind => Object.hasOwn(SENDERS, name);

/** Codes after which a call may still have had its effect, or will at the next try: they are no refusal. */
const TRY_AGAIN = ['NO_NETWORK', 'SERVICE_UNAVAILABLE', 'ENGINE_UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'CASE_NOT_STARTED'];
const LOST: Sent = { is: 'refused', problem: { code: 'FILE_LOST', message: '' } };

type Given = Record<string, unknown>;
type Answered = Record<string, { version?: number; findings?: { id: string; text: string; caseNumber: string | null }[] }>;
type Document = TypedDocumentNode<Answered, { input: Given }>;

/** Sends one act: first what is to be uploaded for it, then the act under its key. */
export async function send(client: Client, renew: () => Promise<boolean>, { id, kind, input }: WaitingAct<ActKind>): Promise<Sent> {
  const sender: Sender = SENDERS[kind];
  const ready = await withFiles(client, input);
  if ('is' in ready) return ready;
  const { cases = [], ...given } = ready.input as Given & { cases?: string[] };
  const whole = sender.keyed ? { ...given, idempotencyKey: id } : given;
  const call = () => client.mutation(sender.document as Document, { input: whole }).toPromise();
  let { data, error } = await call();
  // Whoever was long without network may have to be known anew.
  if (error && problemOf(error).code === 'UNAUTHENTICATED' && (await renew())) ({ data, error } = await call());
  if (error) return outcome(error);
  const [answer] = Object.values(data ?? {});
  const started = await startCases(client, answer?.findings ?? [], cases);
  return started ?? { is: 'done', version: answer?.version };
}

function outcome(error: CombinedError): Sent {
  const problem = problemOf(error);
  if (!isForLater(problem)) return { is: 'refused', problem };
  return problem.code === 'INTERNAL' ? { is: 'later', isAlone: true } : { is: 'later' };
}

const isForLater = ({ code }: Problem): boolean => TRY_AGAIN.includes(code) || code === 'UNAUTHENTICATED';

/** Findings that were meant to become cases, by their words; called again each answers the case that it became. */
async function startCases(client: Client, found: { id: string; text: string; caseNumber: string | null }[], wanted: readonly string[]): Promise<Sent | null> {
  for (const { id } of found.filter(({ text, caseNumber }) => caseNumber === null && wanted.includes(text))) {
    const { error } = await client.mutation(START_CASE, { id }).toPromise();
    if (error) return outcome(error);
  }
  return null;
}

/** The input with the ids of the service in place of local ones, anywhere in it. */
async function withFiles(client: Client, input: Given): Promise<{ input: Given } | Sent> {
  const known = new Map<string, string>();
  for (const id of localIdsIn(input)) {
    const file = await files.get(id).catch(() => null);
    if (file === null) return LOST;
    if (file.attachmentId === undefined) {
      const sent = await upload(client, file);
      if (!sent.ok) return isForLater(sent.problem) ? { is: 'later' } : { is: 'refused', problem: sent.problem };
      await markSent(file, sent.id);
      known.set(id, sent.id);
    } else known.set(id, file.attachmentId);
  }
  return { input: replaced(input, known) as Given };
}

/** Local ids of files in an input, however deep. */
export function localIdsIn(value: unknown): string[] {
  if (typeof value === 'string') return isLocal(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(localIdsIn) : [];
}

function replaced(value: unknown, known: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return known.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, known));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, known)]));
}
