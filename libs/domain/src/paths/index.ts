export {
  CASE_KINDS,
  CHANNELS,
  PATHS,
  POSITION_ROLES,
  RATINGS,
  STAGES,
  TASK_KINDS,
  TASK_STATES,
  type CaseKind,
  type Channel,
  type Path,
  type PositionRole,
  type Rating,
  type Stage,
  type TaskKind,
  type TaskState,
} from './vocabulary.js';
export { canMove, isFinal, nextStages, STAGE_TABLE } from './stages.js';
export {
  mayAccept,
  mayComplete,
  mayDispatch,
  mayHandUp,
  mayRate,
  mayWithdraw,
  type CaseSituation,
  type Decided,
  type DispatchDecision,
  type PathRefusal,
  type TaskSituation,
} from './decisions.js';
export { mayHold, readsByArea, type HeldPosition, type HoldableTask } from './holding.js';
export { afterRating, entryDesk, nextHandlers, type AfterRating, type Addressed, type Entry } from './handlers.js';
