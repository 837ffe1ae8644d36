export {
  APPROVAL_KINDS,
  CASE_CLASSES,
  CASE_KINDS,
  CASE_MODES,
  CHANNELS,
  PATHS,
  POSITION_ROLES,
  RATINGS,
  STAGES,
  TASK_KINDS,
  TASK_STATES,
  TIERS,
  type ApprovalKind,
  type CaseClass,
  type CaseKind,
  type CaseMode,
  type Channel,
  type Path,
  type PositionRole,
  type Rating,
  type Stage,
  type TaskKind,
  type TaskState,
  type Tier,
} from './vocabulary.js';
export { canMove, isFinal, nextStages, STAGE_TABLE } from './stages.js';
export {
  mayAccept,
  mayContribute,
  mayDispatch,
  mayHandUp,
  mayRate,
  mayReturn,
  mayVerify,
  mayWithdraw,
  type CaseSituation,
  type Decided,
  type DispatchDecision,
  type PathRefusal,
  type TaskSituation,
} from './decisions.js';
export { mayAnswer, neededBeforeAnswer, type Answering, type Needed } from './completion.js';
export { isAbove } from './above.js';
export { approverOf, furtherApprover, tierOfRole } from './approvals.js';
export { isConcerned, mayHold, readsByArea, type Concerned, type HeldPosition, type HoldableTask } from './holding.js';
export {
  afterRating,
  areaAtTier,
  CENTRE_OF,
  entryDesk,
  handlersOf,
  levelAbove,
  tierAbove,
  verifiersOf,
  type Addressed,
  type AfterRating,
  type Entry,
} from './handlers.js';
