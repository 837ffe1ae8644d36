import type { Difference } from './differences.js';

/** Something that nobody would ever see to. */
export interface Forgotten {
  caseNumber: string;
  /**
   * `notStarted`: open, without a workflow and not waiting to be started; `ended`: open, and its workflow has ended;
   * `noRow`: a workflow that runs for a case that is not in PostgreSQL; `nobodys`: open, and neither anybody's task nor
   * waiting for a rating, a pause's end or the case it was merged into; `unstaffed`: an open task that nobody in any
   * position may take, whom the case is about left out.
   */
  problem: 'notStarted' | 'ended' | 'noRow' | 'nobodys' | 'unstaffed';
  /** Of `unstaffed`: the task's id and whom it is addressed to. */
  task?: string;
}

/** What a check of the projection found. */
export interface ProjectionReport {
  /** Cases whose rows were compared with the engine's steps, and how many steps these were. */
  checked: number;
  steps: number;
  /** As found; after a rebuild those that could not be mended. */
  differences: Difference[];
  mended: Difference[];
  forgotten: Forgotten[];
  /** Cases whose workflows could not be asked, and why. */
  unreadable: { caseNumber: string; reason: string }[];
  /** Cases of whose older steps the engine knows nothing any more: only what it knows was compared. */
  partly: string[];
  tookMs: number;
}

/** Which cases to look at: named ones; every one whose histories are kept; or of those the ones that are not closed. */
export type ProjectionScope = readonly string[] | 'all' | 'open';

/** Whether everything is as it should be, after mending where that was asked for. */
export const isSound = ({ differences, forgotten, unreadable }: ProjectionReport): boolean =>
  differences.length + forgotten.length + unreadable.length === 0;
