import { covers, isAreaCode } from '../areas/index.js';
import { canMove, isFinal } from './stages.js';
import type { Path, Stage, TaskKind, TaskState } from './vocabulary.js';

/** What must be known of a case to say whether a decision on it may be made. */
export interface CaseSituation {
  stage: Stage;
  /** Keycloak subjects of everybody who handled a round of it. */
  handlerSubjects: readonly string[];
}

export interface TaskSituation {
  kind: TaskKind;
  state: TaskState;
  areaCode: string;
}

export type DispatchDecision =
  | { kind: 'dispatch'; areaCode: string; path?: Path }
  | { kind: 'notAccept'; reason: string };

/** Digits of the widest area that a path's leader can hold: a matter of the whole town or county needs no village. */
const WIDEST_AREA: Record<Path, number> = { villageDirect: 12, cadreLed: 12, villageTownJoint: 9, countyCoordinated: 6 };

/** Whether a place is known exactly enough for a path: to the village, for the joint path to the town, else to the county. */
export const isFineEnough = (path: Path, areaCode: string): boolean => areaCode.length >= WIDEST_AREA[path];

export interface PathRefusal {
  ok: false;
  code:
    | 'CASE_CLOSED'
    | 'CASE_HELD'
    | 'TEXT_REQUIRED'
    | 'TASK_CLOSED'
    | 'STAGE_REFUSES'
    | 'HANDLER_MAY_NOT_RATE'
    | 'VERIFIER_HANDLED'
    | 'LEGAL_GROUND_REQUIRED'
    | 'RETURN_IS_BINDING'
    | 'PARTS_STILL_OPEN'
    | 'EXPLANATION_REQUIRED'
    | 'ROUNDS_EXHAUSTED'
    | 'PATH_REFUSES'
    | 'AREA_UNKNOWN'
    | 'AREA_OUTSIDE_JURISDICTION'
    | 'NOT_FROM_ABOVE'
    | 'CASE_NOT_PAUSED'
    | 'CASE_ALREADY_PAUSED'
    | 'APPROVAL_PENDING'
    | 'MERGE_REFUSED'
    | 'URGE_TOO_EARLY'
    | 'URGED_ALREADY'
    | 'NOT_FOR_THE_PUBLIC'
    | 'INPUT_INVALID';
  details: Record<string, string | number>;
}
export type Decided = { ok: true } | PathRefusal;

export const YES: Decided = { ok: true };
export const no = (code: PathRefusal['code'], details: PathRefusal['details'] = {}): PathRefusal => ({
  ok: false,
  code,
  details,
});
export const stageRefuses = (stage: Stage): PathRefusal => no('STAGE_REFUSES', { actual: stage });

/** Whether the case is with people who work on it: once answered, it waits for the rating and nothing else. */
export const underWork = (stage: Stage): boolean => stage !== 'evaluating' && canMove(stage, 'handling');

/** 挂账 and 转市级: nobody decides on a path's task until the case is taken up again. */
export const isHeld = (stage: Stage): boolean => stage === 'suspended' || stage === 'referred';

/** A task that is still to be done, in a case that is still under way. */
export function stillOpen(stage: Stage, task: TaskSituation): PathRefusal | null {
  if (isFinal(stage)) return no('CASE_CLOSED');
  return task.state === 'open' || task.state === 'accepted' ? null : no('TASK_CLOSED');
}

const ACCEPTABLE: readonly TaskKind[] = ['handle', 'lead', 'contribute'];

/** Whether a task may be accepted (认领/受理): once, by whoever may answer it, before the answer. */
export function mayAccept(stage: Stage, task: TaskSituation): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  return ACCEPTABLE.includes(task.kind) && task.state === 'open' && underWork(stage) ? YES : stageRefuses(stage);
}

/** Whether a part may be handed in: once, with what came of it. Closing the case is the lead's. */
export function mayContribute(stage: Stage, task: TaskSituation, result: string): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if (task.kind !== 'contribute') return stageRefuses(stage);
  return result.trim() === '' ? no('TEXT_REQUIRED', { field: 'answer' }) : YES;
}

const RETURNABLE: readonly TaskKind[] = ['lead', 'contribute'];

/** Whether a unit may return a task (退回): with the unit whose it is and the legal ground, and not against a ruling. */
export function mayReturn(
  stage: Stage,
  task: TaskSituation & { binding: boolean },
  ground: { proposedUnitCode: string; legalGround: string; reason: string },
): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if (!RETURNABLE.includes(task.kind)) return stageRefuses(stage);
  if (task.binding) return no('RETURN_IS_BINDING');
  if (ground.proposedUnitCode.trim() === '') return no('LEGAL_GROUND_REQUIRED', { field: 'proposedUnitCode' });
  if (ground.legalGround.trim() === '') return no('LEGAL_GROUND_REQUIRED', { field: 'legalGround' });
  return given('reason', ground.reason);
}

/** Whether this person may verify: two keys, so nobody who had a hand in it. */
export function mayVerify(
  stage: Stage,
  task: TaskSituation,
  verifier: { subject: string | null; handlerSubjects: readonly string[]; findings: string },
): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if (task.kind !== 'verify' || stage !== 'verifying') return stageRefuses(stage);
  if (verifier.subject !== null && verifier.handlerSubjects.includes(verifier.subject)) return no('VERIFIER_HANDLED');
  return given('findings', verifier.findings);
}

const HANDED_UP: readonly TaskKind[] = ['handle', 'lead', 'coordinate'];

/** Whether a task may be handed up (上报) to the next tier: by whoever leads it, with a reason. */
export function mayHandUp(stage: Stage, task: TaskSituation, reason: string): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if (!HANDED_UP.includes(task.kind) || !underWork(stage)) return stageRefuses(stage);
  return given('reason', reason);
}

/**
 * Whether a desk may decide so: onward to an area below its own, or not accepted with a reason the resident sees.
 * A desk that sent a case to itself would have decided nothing, unless it names a path that is led there.
 */
export function mayDispatch(stage: Stage, task: TaskSituation, decision: DispatchDecision): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  const next = decision.kind === 'dispatch' ? 'dispatched' : 'notAccepted';
  if (task.kind !== 'desk' || !underWork(stage) || !canMove(stage, next)) return stageRefuses(stage);
  if (decision.kind === 'notAccept') return given('reason', decision.reason);
  const { areaCode, path } = decision;
  if (!isAreaCode(areaCode)) return no('AREA_UNKNOWN', { field: 'areaCode', value: areaCode });
  if (path !== undefined && !isFineEnough(path, areaCode)) {
    const expected = '村、社区或网格 / a village, community or grid';
    return no('PATH_REFUSES', { field: 'areaCode', expected: path === 'villageTownJoint' ? '乡镇 / a town' : expected });
  }
  const isLedHere = path === 'villageTownJoint' || path === 'countyCoordinated';
  return (areaCode !== task.areaCode || isLedHere) && covers(task.areaCode, areaCode)
    ? YES
    : no('AREA_OUTSIDE_JURISDICTION', { field: 'areaCode', value: areaCode, expected: `${task.areaCode}…` });
}

/** Whether this person may rate the answer. Two keys: whoever handled a case never rates it. */
export function mayRate(situation: CaseSituation, subject: string | null): Decided {
  if (isFinal(situation.stage)) return no('CASE_CLOSED');
  if (situation.stage !== 'evaluating') return stageRefuses(situation.stage);
  return subject !== null && situation.handlerSubjects.includes(subject) ? no('HANDLER_MAY_NOT_RATE') : YES;
}

/** Whether the reporter may withdraw: until the answer is there; from then on the case is rated instead. */
export function mayWithdraw(stage: Stage, reason: string): Decided {
  if (isFinal(stage)) return no('CASE_CLOSED');
  return canMove(stage, 'withdrawn') ? given('reason', reason) : stageRefuses(stage);
}

export function given(field: string, value: string): Decided {
  return value.trim() === '' ? no('INPUT_INVALID', { field, expected: '不能为空 / must not be empty' }) : YES;
}
