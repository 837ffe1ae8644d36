/**
 * What the case workflows, the services that drive them and the activities that record them have agreed.
 * Everything here is plain JSON: instants are ISO 8601 strings in UTC.
 */
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
} from '@yiwang/domain/paths';
export * from './decisions.js';
export * from './flows.js';
export * from './ledger.js';
export * from './steps.js';
