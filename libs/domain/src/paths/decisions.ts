import { covers, isAreaCode } from '../areas/index.js';
import { canMove, isFinal } from './stages.js';
import type { Stage, TaskKind, TaskState } from './vocabulary.js';

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

export type DispatchDecision = { kind: 'dispatch'; areaCode: string } | { kind: 'notAccept'; reason: string };

export interface PathRefusal {
  ok: false;
  code:
    | 'CASE_CLOSED'
    | 'TASK_CLOSED'
    | 'STAGE_REFUSES'
    | 'HANDLER_MAY_NOT_RATE'
    | 'AREA_UNKNOWN'
    | 'AREA_OUTSIDE_JURISDICTION'
    | 'INPUT_INVALID';
  details: Record<string, string>;
}
export type Decided = { ok: true } | PathRefusal;

const YES: Decided = { ok: true };
const no = (code: PathRefusal['code'], details: Record<string, string> = {}): PathRefusal => ({
  ok: false,
  code,
  details,
});
const stageRefuses = (stage: Stage): PathRefusal => no('STAGE_REFUSES', { actual: stage });

/** Whether the case is with people who work on it: once answered, it waits for the rating and nothing else. */
const underWork = (stage: Stage): boolean => stage !== 'evaluating' && canMove(stage, 'handling');

/** A task that is still to be done, in a case that is still under way. */
function stillOpen(stage: Stage, task: TaskSituation): PathRefusal | null {
  if (isFinal(stage)) return no('CASE_CLOSED');
  return task.state === 'open' || task.state === 'accepted' ? null : no('TASK_CLOSED');
}

/** Whether a task may be accepted (认领/受理): once, by whoever may answer it, before the answer. */
export function mayAccept(stage: Stage, task: TaskSituation): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  return task.kind !== 'desk' && task.state === 'open' && underWork(stage) ? YES : stageRefuses(stage);
}

/** Whether a task may be answered: once. What is simple is answered on the spot, so acceptance need not come first. */
export function mayComplete(stage: Stage, task: TaskSituation): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  return task.kind !== 'desk' && underWork(stage) ? YES : stageRefuses(stage);
}

/** Whether a task may be handed up to the next tier: only by those below the town, with a reason. */
export function mayHandUp(stage: Stage, task: TaskSituation, reason: string): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if (task.kind !== 'handle' || !underWork(stage)) return stageRefuses(stage);
  return given('reason', reason);
}

/**
 * Whether a desk may decide so: onward to an area below its own, or not accepted with a reason the resident sees.
 * A desk that sent a case to itself would have decided nothing.
 */
export function mayDispatch(stage: Stage, task: TaskSituation, decision: DispatchDecision): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  const next = decision.kind === 'dispatch' ? 'dispatched' : 'notAccepted';
  if (task.kind !== 'desk' || !underWork(stage) || !canMove(stage, next)) return stageRefuses(stage);
  if (decision.kind === 'notAccept') return given('reason', decision.reason);
  const { areaCode } = decision;
  if (!isAreaCode(areaCode)) return no('AREA_UNKNOWN', { field: 'areaCode', value: areaCode });
  return areaCode !== task.areaCode && covers(task.areaCode, areaCode)
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

function given(field: string, value: string): Decided {
  return value.trim() === '' ? no('INPUT_INVALID', { field, expected: '不能为空 / must not be empty' }) : YES;
}
