export { afterCall, CALL_BACK_STATES, isCallOpen, type CallBackStanding, type CallBackState, type CallOutcome } from './call-back.js';
export { checkWeights, compositeOf, DEFAULT_WEIGHTS, PART_OF, PARTS, type Score, type Weights, type WeightsInvalid } from './composite.js';
export { FACT_EVENTS, type CaseFacts, type FactEvent, type FactEventType, type MissedDeadline } from './facts.types.js';
export {
  encodeVerdicts,
  EXCLUSIONS,
  FIGURES_VERSION,
  letterOf,
  MEASURES,
  SOLVED_AT,
  verdictOfLetter,
  type Exclusion,
  type Measure,
  type Verdict,
  type Verdicts,
} from './measures.js';
export { monthOf, monthOfDate, monthsLater, type Month } from './months.js';
export { rank, RANKED_BY, type Ranked, type RankedBy } from './ranking.js';
export {
  acceptsFrom,
  answerableFor,
  mayDecideRectification,
  maySubmitRectification,
  RECTIFICATION_STATES,
  type Answerable,
  type RectificationState,
  type RectificationVerdict,
  type RectifyingActor,
} from './rectification.js';
export { drawSample } from './sample.js';
export { SCOPE_KINDS, scopeKey, scopesOf, verdictsFor, type Scope, type ScopeKind } from './scopes.js';
export { standingAt, type Standing } from './standing.js';
export { countCase, shareOf, Tally, type CountedCase, type Figure, type ScopeFigures } from './tally.js';
export {
  ACCOUNTABILITY_KINDS,
  accountabilityFor,
  DEFAULT_THRESHOLDS,
  shortfallsOf,
  type AccountabilityKind,
  type Shortfall,
  type Thresholds,
} from './thresholds.js';
export { verdictsOf } from './verdicts.js';
export { changeText, EXCLUSION_NAMES, MEASURE_NAMES, monthText, percentText, scoreText } from './wording.js';
