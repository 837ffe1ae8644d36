export { walkMatrix } from './describe.js';
export { documentsOf, type Documents } from './documents.js';
export {
  BOUNDS, CALLERS, PLACES, SIGNED_IN, STAFF, mayCall, reachOf, staffAnd,
  type Bound, type MatrixCaller, type OperationRow, type OperationTable, type Place,
} from './rows.js';
export { disagreements, documentsFor, walkOperation, walkRoles, type MatrixStand } from './walk.js';
