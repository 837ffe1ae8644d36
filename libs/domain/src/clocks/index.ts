export {
  isOverdue,
  ratingClosesAt,
  remainingMs,
  resolutionDueAt,
  responseDueAt,
  toMs,
  type Instant,
} from './limits.js';
export type {
  ClockName,
  ClockReading,
  Holder,
  LedgerEntry,
  Limit,
  Mark,
  Reckoning,
} from './ledger.types.js';
export { addLimit, isWorkingUnit, limitIsWithin } from './add-limit.js';
export { DEFAULT_SHARES, type MarkShares } from './marks.js';
export { dueOrder, isLate, lateAgainstFirstPromise, lateMs, reckon, type DueMark } from './reckon.js';
export { explainClock } from './explain-clock.js';
export { explainDeadline } from './explain.js';
export { workingMinutesLeft } from './working-time-left.js';
export { describeLength, describeLimit, localTime, type Language } from './wording.js';
