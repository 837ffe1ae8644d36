export { explainReason, reasonWord } from './explain.js';
export type { CaseFacts, Failing, MachineFacts, TaskFacts } from './facts.types.js';
export {
  diagnose,
  MACHINE_REASONS,
  NEXT_STEPS,
  REASON_KINDS,
  type Diagnosis,
  type MachinePart,
  type NextStep,
  type Reason,
  type ReasonKind,
  type ReasonOwner,
} from './reasons.js';
export { REPAIRS, repairsFor, type Repair } from './repairs.js';
export { taskInTheWay } from './task-in-the-way.js';
