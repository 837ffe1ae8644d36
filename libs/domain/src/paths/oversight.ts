import { isAbove } from './above.js';
import { no, stageRefuses, YES, type Decided } from './decisions.js';
import type { HolderOfCase, Speaking } from './sharing.js';
import { isFinal } from './stages.js';
import type { ApprovalKind, Path, Stage, TaskKind } from './vocabulary.js';

/** What must be known of a case to say whether somebody above may speak to it, or its holder ask for something. */
export interface CaseSeen {
  stage: Stage;
  holder: HolderOfCase | null;
  /** The path that runs; none at a desk. */
  path: Path | null;
  paused: 'waitingForResident' | 'suspended' | null;
  isReferred: boolean;
  isMerged: boolean;
}

/** The answer is there, though it may still be verified. */
interface Answerable {
  isAnswered: boolean;
}

export type SupervisionAct = 'urge' | 'order' | 'escalate';

/** What is answered and being verified, or merged, is nobody's to move. */
export const isNobodysToMove = ({ isMerged, isAnswered }: Pick<CaseSeen, 'isMerged'> & Answerable): boolean => isMerged || isAnswered;

/** Whether nobody but the city, by a referral, stands above whoever holds it: in the county the leaders are last. */
export const isLastInCounty = ({ holder, isReferred }: Pick<CaseSeen, 'holder' | 'isReferred'>): boolean =>
  isReferred || holder === null || holder.roles.includes('leader');

const needed = (field: string, text: string): Decided => (text.trim() === '' ? no('TEXT_REQUIRED', { field }) : YES);

/** 催办、督办单、提级: by somebody above whoever holds it. `isAtTop`: the path has nothing above it but the city. */
export function maySupervise(actor: Speaking, act: SupervisionAct, seen: CaseSeen & { isAtTop: boolean }, reason: string): Decided {
  const { stage, holder, path } = seen;
  const moves = act === 'escalate';
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (holder === null || !isAbove(actor, holder)) return no('NOT_FROM_ABOVE');
  if (moves && (seen.isReferred || seen.paused === 'suspended')) return no('CASE_HELD', { actual: stage });
  if (stage === 'evaluating' || (moves && path === null)) return stageRefuses(stage);
  if (moves && seen.isAtTop) return no('PATH_REFUSES', { field: 'act', expected: '转市级须申请批准 / ask for a referral instead' });
  return needed('reason', reason);
}

/** 批示: by a leader above whoever leads the path. */
export function mayInstruct(
  actor: Speaking,
  { stage, lead, held }: { stage: Stage; lead: HolderOfCase | undefined; held: 'suspended' | 'referred' | null },
  text: string,
): Decided {
  if (lead === undefined) return stageRefuses(stage);
  if (held !== null) return no('CASE_HELD', { actual: held });
  if (actor.role !== 'leader' || !isAbove(actor, lead)) return no('NOT_FROM_ABOVE');
  return needed('text', text);
}

/** 改类、改办理方式: by somebody above whoever holds it, while it is worked on and not answered. */
export function mayReclassify(actor: Speaking, { stage, holder, path, paused, isReferred, isAnswered }: CaseSeen & Answerable): Decided {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (path === null || holder === null || isAnswered) return stageRefuses(stage);
  if (isReferred || paused === 'suspended') return no('CASE_HELD', { actual: stage });
  return isAbove(actor, holder) ? YES : no('NOT_FROM_ABOVE');
}

/** Whether a pause or suspension may be ended before its time: by whoever holds the case, or stands above. */
export function mayResume(actor: Speaking, { stage, holder, paused }: CaseSeen, reason: string): Decided {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (paused === null) return no('CASE_NOT_PAUSED');
  const isHolder = holder !== null && actor.role !== undefined && holder.roles.includes(actor.role);
  if (!isHolder && (holder === null || !isAbove(actor, holder))) return no('NOT_FROM_ABOVE');
  return needed('reason', reason);
}

const FREE = '未答复、未并案且不是主案件的在办案件 / an open, unanswered case that neither leads nor belongs to a group';

/** 并案: an open, unanswered case that neither leads a group (`members`) nor belongs to one. */
export function mayMerge({ stage, isMerged, isReferred }: CaseSeen, members: number, reason: string): Decided {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (isMerged || members > 0 || stage === 'evaluating' || isReferred) return no('MERGE_REFUSED', { expected: FREE });
  return needed('reason', reason);
}

export function maySeparate({ stage, isMerged }: CaseSeen, reason: string): Decided {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (!isMerged || stage === 'evaluating') return no('MERGE_REFUSED', { expected: '已并案 / a merged case' });
  return needed('reason', reason);
}

export type RequestedKind = Exclude<ApprovalKind, 'notAccepted'>;

/** What the task of each kind lets its holder ask for: time or a wait for a part, the whole case for whoever leads it. */
const ASKED_ON: Partial<Record<TaskKind, readonly RequestedKind[]>> = {
  handle: ['extension', 'pause', 'suspension', 'referral'],
  lead: ['extension', 'pause', 'suspension', 'referral'],
  coordinate: ['extension', 'pause', 'suspension', 'referral'],
  contribute: ['extension', 'pause'],
};
export const mayAskOn = (kind: TaskKind, asked: RequestedKind): boolean => ASKED_ON[kind]?.includes(asked) ?? false;

/** Whether something may be asked of the level above now; how long it may be is a question of its own. */
export function mayRequest(asked: RequestedKind, seen: CaseSeen, request: { isPending: boolean; reason: string }): Decided {
  const { stage } = seen;
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (stage === 'evaluating' || seen.isMerged) return stageRefuses(stage);
  if (seen.isReferred) return no('CASE_HELD', { actual: 'referred' });
  if (seen.paused === 'suspended') return no('CASE_HELD', { actual: 'suspended' });
  if (request.isPending) return no('APPROVAL_PENDING');
  if (request.reason.trim() === '') return no('TEXT_REQUIRED', { field: 'reason' });
  return asked === 'referral' && seen.path !== 'countyCoordinated' ? no('PATH_REFUSES', { field: 'requested', expected: 'countyCoordinated' }) : YES;
}

