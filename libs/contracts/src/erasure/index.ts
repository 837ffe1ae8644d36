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

/** In how many cases they are not named any more. */
export interface ForgottenReporter {
  cases: number;
}

/** And in how many consultations. */
export interface ForgottenAsker {
  consultations: number;
}

export type ErasureResult = ForgottenReporter & ForgottenAsker;

/** On the queue of cases. */
export interface ReporterErasureActivities {
  forgetReporter(input: ErasureInput): Promise<ForgottenReporter>;
}

/** On the queue of departments. */
export interface AskerErasureActivities {
  forgetAsker(input: ErasureInput): Promise<ForgottenAsker>;
}
