export type { PathRules, PolicyRules } from './types.js';
export { FIELD_POLICY } from './field-policy.js';
export { completed, differenceOf, policyOf, type CarriedPolicy, type DeepPartial } from './carried-policy.js';
export { limitOfTask, type LimitedTask } from './limit-of-task.js';
export { routeOf, type Matter } from './route-of.js';
export { ROUTE_REASONS, suggestRoute, type RouteReason, type SuggestedRoute } from './suggest-route.js';
export { checkPolicy, type PolicyCheck } from './check-policy.js';
export type { PolicyProblem } from './shape.js';
export {
  addToComparison,
  beginComparison,
  comparePolicies,
  replayCase,
  type ComparedPolicies,
  type PolicyComparison,
  type PolicyDifference,
  type ReplayedCourse,
  type ReplayFacts,
} from './compare-policies.js';
