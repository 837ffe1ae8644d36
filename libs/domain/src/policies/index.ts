export type { PathRules, PolicyRules } from './types.js';
export { FIELD_POLICY } from './field-policy.js';
export { differenceOf, policyOf, type CarriedPolicy, type DeepPartial } from './carried-policy.js';
export { routeOf, type Matter } from './route-of.js';
