export {
  INTERVENTION_RULES,
  INTERVENTIONS,
  MOST_CASES,
  needsSecond,
  type Intervention,
  type InterventionRules,
  type MovedClock,
  type Told,
} from './kinds.js';
export { issuerData, issuerOf, mayLiftOrder, type Issuer } from './lift-order.js';
export {
  mayExtend,
  mayIntervene,
  maySuspend,
  mayTakeLastResort,
  stillPossible,
  type Intervening,
  type InterventionFacts,
  type InterventionGiven,
  type InterventionLimits,
  type InterventionRefusal,
} from './may-intervene.js';
export { resetPointsOf, type ActBehind, type PassedEvent, type ResetPoint } from './reset-points.js';
export { entriesThatEnd } from './ending.js';
