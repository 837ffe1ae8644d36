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
  isFineEnough,
  isHeld,
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
export { isAbove, tierOfPost } from './above.js';
export { approverOf, furtherApprover, tierOfRole } from './approvals.js';
export {
  beginsAbove,
  isConcerned,
  isPutToConcerned,
  isReachable,
  levelConcerned,
  type Concerned,
  type ConcernedLevel,
  type Recipient,
} from './concerned.js';
export { mayHold, readsByArea, type HeldPosition, type HoldableTask } from './holding.js';
export { ROLES_OF_UNIT, rolesOfOffice } from './offices.js';
export {
  afterRating,
  areaAtTier,
  CENTRE_OF,
  entryDesk,
  handlersOf,
  levelAbove,
  mayReopen,
  tierAbove,
  verifiersOf,
  type Addressed,
  type AfterRating,
  type Entry,
} from './handlers.js';
export {
  goesUpByReferral,
  mayAnswerReferral,
  mayAssign,
  mayConvene,
  mayDelegate,
  mayDispose,
  mayPlan,
  mayReassign,
  PATHS_BELOW,
  type Disposing,
  type HolderOfCase,
  type Speaking,
} from './sharing.js';
export {
  isLastInCounty,
  isNobodysToMove,
  mayAskOn,
  mayInstruct,
  mayMerge,
  mayReclassify,
  mayRequest,
  mayResume,
  maySeparate,
  maySupervise,
  type CaseSeen,
  type RequestedKind,
  type SupervisionAct,
} from './oversight.js';
export { mayUrge, urgeOpensAt, type Urgeable } from './urging.js';
export { mayBePublic, type Publishable } from './publication.js';
export { actionsOn, TASK_ACTIONS, type CaseOfTask, type Holding, type TaskAction, type TaskSeen } from './task-actions.js';
export { CASE_ACTIONS, caseActionsOn, type CaseAction, type CaseToSpeakTo, type Speakers } from './case-actions.js';
