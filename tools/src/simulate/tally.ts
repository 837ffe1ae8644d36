import type { Refused } from '../bench/graph-client.js';

const EXAMPLES = 30;

/** Refusals that come of people acting side by side, as in life; whatever else is refused is told with its words. */
const IN_LIFE = new Set([
  ...['TASK_CLOSED', 'TASK_NOT_YOURS', 'TASK_ALREADY_HELD', 'VERSION_CONFLICT', 'CASE_CLOSED', 'CASE_HELD', 'STAGE_REFUSES'],
  ...['PARTS_STILL_OPEN', 'VERIFIER_HANDLED', 'APPROVAL_OWN_REQUEST', 'APPROVAL_PENDING', 'RETURN_IS_BINDING', 'NOT_FROM_ABOVE'],
  ...['EXTENSION_TOO_LATE', 'EXTENSION_SPENT', 'EXTENSION_TOO_LONG', 'PAUSE_TOO_LONG', 'CASE_ALREADY_PAUSED', 'PATH_REFUSES'],
  ...['MERGE_REFUSED', 'CASE_MERGED', 'HANDLER_MAY_NOT_RATE', 'CASE_NOT_FOUND', 'RECIPIENT_VACANT'],
]);

/** What the simulation looks at in order to know what happens. */
const READS = new Set(['caseChanges', 'cases', 'task', 'tasks']);

/** What the simulation itself did and met, apart from what became of the cases. */
export class Tally {
  readonly acts: Record<string, number> = {};
  readonly refusals: Record<string, number> = {};
  readonly retries: Record<string, number> = {};
  readonly unexpected: string[] = [];
  /** Of each operation through the gateway, in milliseconds. */
  readonly latencies: number[] = [];
  /** How much later than meant each act began, in milliseconds of the machine. */
  readonly lags: number[] = [];
  /** From a case's start to its first task, in milliseconds of the machine. */
  readonly openings: number[] = [];
  /** Answers that people meant to give in time and the machine brought too late. */
  lateByMachine = 0;

  done(name: string, tookMs: number): void {
    if (READS.has(name)) return;
    this.acts[name] = (this.acts[name] ?? 0) + 1;
    this.latencies.push(tookMs);
  }

  /** @param about which case or task it was. */
  refused(name: string, { message, said }: Refused, about: string): void {
    const key = `${name} ${message}`;
    this.refusals[key] = (this.refusals[key] ?? 0) + 1;
    if (!IN_LIFE.has(message)) this.note(`${name} on ${about}: ${message} ${said}`);
  }

  retried(code: string): void {
    this.retries[code] = (this.retries[code] ?? 0) + 1;
  }

  note(text: string): void {
    if (this.unexpected.length < EXAMPLES) this.unexpected.push(text);
  }
}
