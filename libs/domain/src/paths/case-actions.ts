import { mayInstruct, mayMerge, mayReclassify, mayResume, maySeparate, maySupervise, isNobodysToMove, type CaseSeen } from './oversight.js';
import type { HolderOfCase, Speaking } from './sharing.js';

/** What somebody can do with a case without a task of it: each is one button and one mutation of cases. */
export const CASE_ACTIONS = ['noteCase', 'recordAttendance', 'urge', 'order', 'escalate', 'instruct', 'reclassify', 'resume', 'merge', 'separate'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** In which position somebody speaks to a case: from above, as a leader, as its holder, or as one who reads it. */
export interface Speakers {
  above?: Speaking;
  leader?: Speaking;
  holder?: Speaking;
  reader?: Speaking;
}

export interface CaseToSpeakTo extends CaseSeen {
  /** The open task that leads the path. */
  lead: HolderOfCase | undefined;
  isAtTop: boolean;
  isAnswered: boolean;
  /** Cases that are answered with it. */
  members: number;
  /** A meeting whose participants can report. */
  hasMeeting: boolean;
  /** Their unit was summoned to it. */
  isSummoned: boolean;
}

const TEXT = 'x';

/** Which acts on a case the rules would let this person try now, words apart: each asked of the function that decides. */
export function caseActionsOn(one: CaseToSpeakTo, { above, leader, holder, reader }: Speakers): CaseAction[] {
  const held = one.isReferred ? 'referred' : one.paused === 'suspended' ? 'suspended' : null;
  const supervises = (act: 'urge' | 'order' | 'escalate'): boolean => above !== undefined && maySupervise(above, act, one, TEXT).ok;
  const may: Record<CaseAction, boolean> = {
    noteCase: reader !== undefined,
    recordAttendance: one.hasMeeting && (holder !== undefined || one.isSummoned),
    urge: supervises('urge'),
    order: supervises('order'),
    escalate: supervises('escalate') && !isNobodysToMove(one),
    instruct: leader !== undefined && mayInstruct(leader, { stage: one.stage, lead: one.lead, held }, TEXT).ok,
    reclassify: above !== undefined && mayReclassify(above, one).ok,
    resume: holder !== undefined && mayResume(holder, one, TEXT).ok,
    merge: above !== undefined && mayMerge(one, one.members, TEXT).ok,
    separate: above !== undefined && maySeparate(one, TEXT).ok,
  };
  return CASE_ACTIONS.filter((action) => may[action]);
}
