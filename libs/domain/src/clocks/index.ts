export {
  elapsedShare,
  isOverdue,
  ratingClosesAt,
  remainingMs,
  resolutionDueAt,
  responseDueAt,
  toMs,
  warningAt,
  type Instant,
  type Warning,
} from './limits.js';
