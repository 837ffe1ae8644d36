import { mayAnswer } from './completion.js';
import {
  isHeld,
  mayAccept,
  mayContribute,
  mayDispatch,
  mayHandUp,
  mayReturn,
  mayVerify,
  stillOpen,
  underWork,
  type TaskSituation,
} from './decisions.js';
import { mayAskOn, mayRequest, type CaseSeen, type RequestedKind } from './oversight.js';
import { mayAnswerReferral, mayAssign, mayConvene, mayDelegate, mayDispose, mayPlan, mayReassign, PATHS_BELOW, type Disposing, type HolderOfCase } from './sharing.js';
import type { Path } from './vocabulary.js';

/** What somebody can do with a task: each is one button of the workbench and one mutation of cases. */
export const TASK_ACTIONS = [
  'claim', 'release', 'recordContact', 'accept', 'answer', 'contribute', 'assign', 'dispatch', 'notAccept', 'verify', 'decideApproval', 'answerOrder',
  'answerReferral', 'planParts', 'summon', 'recordMinutes', 'recordMediation', 'delegate', 'handUp', 'returnTask',
  'requestExtension', 'requestPause', 'requestSuspension', 'requestReferral', 'reassign', 'cancelPart',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** Whose hands a task is in, seen from whoever asks; `notTheirs` where none of their positions may take it. */
export type Holding = 'nobody' | 'mine' | 'somebody' | 'notTheirs';

/** A task with what of its data decides. */
export interface TaskSeen extends TaskSituation, HolderOfCase {
  binding?: boolean;
  /** A part that a unit gave back, for which the county names another. */
  isReturnedPart?: boolean;
}

/** The case that a task belongs to. */
export interface CaseOfTask extends CaseSeen {
  conflictOfInterest: boolean;
  goesUpByReferral: boolean;
  /** A meeting was summoned, of which minutes can be kept. */
  hasMeeting: boolean;
}

const TEXT = 'x';
const GROUND = { proposedUnitCode: TEXT, legalGround: TEXT, reason: TEXT };
/** Digits of a village, to which every path below the county's can go. */
const VILLAGE_DIGITS = 12;

/**
 * Which decisions the rules would let this person make on a task now, words apart: each is asked of the function that
 * decides when it is tried, with words filled in. A recorded contact and the decision on a request are offered by the
 * task's kind; for these, and for what only the course knows (parts still open, a missing record, an extension that is
 * spent), the refusal comes when it is tried, with its reason.
 *
 * @param disposing whoever asks, seen from the task that leads the path: what they may do with a part that is not theirs.
 */
export function actionsOn(one: CaseOfTask, task: TaskSeen, holding: Holding, disposing?: Disposing): TaskAction[] {
  if (stillOpen(one.stage, task) !== null) return [];
  const own: Partial<Record<TaskAction, boolean>> = holding === 'nobody' ? { claim: true } : holding === 'mine' ? onOwn(one, task) : {};
  const may = { ...own, ...(disposing === undefined ? {} : onGiven(one, task, disposing)) };
  return TASK_ACTIONS.filter((action) => may[action]);
}

function onOwn(one: CaseOfTask, task: TaskSeen): Partial<Record<TaskAction, boolean>> {
  const { stage } = one;
  const canAsk = (kind: RequestedKind): boolean => mayAskOn(task.kind, kind) && mayRequest(kind, one, { isPending: false, reason: TEXT }).ok;
  return {
    release: true,
    recordContact: underWork(stage) && (task.kind === 'handle' || task.kind === 'lead'),
    decideApproval: task.kind === 'approve',
    answerOrder: task.kind === 'order',
    answerReferral: mayAnswerReferral(stage, task).ok,
    requestExtension: canAsk('extension'),
    requestPause: one.paused === null && canAsk('pause'),
    requestSuspension: canAsk('suspension'),
    requestReferral: canAsk('referral'),
    ...(isHeld(stage) ? {} : onPath(one, task)),
  };
}

/** What a path's workflow, or the desk, decides: nothing while the case is held. */
function onPath(one: CaseOfTask, task: TaskSeen): Partial<Record<TaskAction, boolean>> {
  const { stage } = one;
  const answering = { answer: TEXT, explanation: TEXT, lastRound: false, openParts: 0, missing: [] };
  const convenes = mayConvene(stage, task).ok;
  return {
    accept: mayAccept(stage, task).ok,
    answer: mayAnswer(stage, task, answering).ok,
    contribute: mayContribute(stage, task, TEXT).ok,
    handUp: mayHandUp(stage, task, TEXT).ok && !one.goesUpByReferral,
    // Onward to the county's own path is open to every desk, so that it stands for all of them.
    dispatch: mayDispatch(stage, task, { kind: 'dispatch', areaCode: task.areaCode, path: 'countyCoordinated' }).ok,
    notAccept: mayDispatch(stage, task, { kind: 'notAccept', reason: TEXT }).ok,
    returnTask: mayReturn(stage, { ...task, binding: task.binding ?? false }, GROUND).ok,
    verify: mayVerify(stage, task, { subject: null, handlerSubjects: [], findings: TEXT }).ok,
    planParts: mayPlan(stage, task).ok,
    assign: mayAssign(stage, task).ok,
    summon: convenes,
    recordMinutes: convenes && one.hasMeeting,
    recordMediation: convenes,
    delegate: canDelegate(one, task),
  };
}

function canDelegate({ stage, path, conflictOfInterest }: CaseOfTask, task: TaskSeen): boolean {
  if (path === null || task.binding === true) return false;
  const situation = { ...task, isReturnedPart: task.isReturnedPart ?? false };
  const areaCode = task.areaCode.padEnd(VILLAGE_DIGITS, '0');
  const to = (below: Path) => ({ path: below, areaCode, reason: TEXT });
  return PATHS_BELOW[path].some((below) => mayDelegate(stage, situation, { path, conflictOfInterest }, to(below)).ok);
}

function onGiven({ stage, path }: CaseOfTask, task: TaskSeen, disposing: Disposing): Partial<Record<TaskAction, boolean>> {
  const disposes = mayDispose(stage, disposing, TEXT).ok;
  return {
    reassign: disposes && path !== null && mayReassign(stage, task, path, disposing.actor).ok,
    cancelPart: disposes && (task.kind === 'contribute' || task.isReturnedPart === true),
  };
}
