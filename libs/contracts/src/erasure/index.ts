/** The workflow that finishes an erasure wherever something of the resident is kept. */
export const ERASURE_WORKFLOW = 'erasure';

/** An erasure that is asked for twice is one. */
export const erasureWorkflowId = (erasureId: string): string => `erasure-${erasureId}`;

/** Whom to forget: by ids, and by the blind index of their telephone number, never by the number. Plain JSON. */
export interface ErasureInput {
  erasureId: string;
  /** Identity's id of the resident, for the audit. */
  residentId: string;
  countyCode: string;
  /** Of their account, where they have one. */
  subject: string | null;
  /** Of every number that was verified as theirs, in hexadecimal. */
  phoneIndexes: string[];
}

export interface ErasureResult {
  /** In how many cases they are not named any more. */
  cases: number;
}

/** On the queue of cases. */
export interface ErasureActivities {
  forgetReporter(input: ErasureInput): Promise<ErasureResult>;
}
