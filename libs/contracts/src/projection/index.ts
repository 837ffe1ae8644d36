/** What PostgreSQL must hold of a case by the steps that its workflows recorded, and where it does not. */
export {
  canonical,
  compareCase,
  compareKnown,
  compareTimeline,
  knownOf,
  type Difference,
  type StoredCase,
} from './differences.js';
export { foldSteps } from './fold.js';
export { mergeRuns, type RecordedRun } from './merge-runs.js';
export {
  WRITTEN_BY_SERVICES,
  type ProjectedCase,
  type ProjectedCourse,
  type ProjectedEntry,
  type ProjectedMark,
  type ProjectedRecord,
  type ProjectedTask,
} from './projected-case.js';
export { isSound, type Forgotten, type ProjectionReport, type ProjectionScope } from './report.js';
