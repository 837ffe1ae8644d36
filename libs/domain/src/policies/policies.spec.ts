import * as fc from 'fast-check';
import type { Limit } from '../clocks/index.js';
import { APPROVAL_KINDS, CASE_CLASSES, CHANNELS, PATHS, POSITION_ROLES, TIERS, type Path } from '../paths/index.js';
import { differenceOf, FIELD_POLICY, policyOf, routeOf, type PathRules, type PolicyRules } from './index.js';

const limit: fc.Arbitrary<Limit> = fc.record({
  amount: fc.integer({ min: 1, max: 15 }),
  unit: fc.constantFrom('minutes', 'hours', 'calendarDays', 'workingHours', 'workingDays'),
});

const pathRules: fc.Arbitrary<PathRules> = fc.record({
  accept: fc.option(limit),
  resolution: limit,
  part: limit,
  extension: fc.record({ most: limit, automaticUpTo: limit }),
  grace: limit,
  ladder: fc.array(
    fc.record({ tier: fc.constantFrom(...TIERS), roles: fc.subarray([...POSITION_ROLES], { minLength: 1 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  up: fc.constantFrom(...PATHS, 'city' as const),
  verifyClasses: fc.subarray([...CASE_CLASSES]),
  nextRound: fc.constantFrom('samePath', 'up'),
});

const eachPath = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<Record<Path, T>> =>
  fc.record({ villageDirect: of, cadreLed: of, villageTownJoint: of, countyCoordinated: of });

const path = fc.constantFrom(...PATHS);

/** Any policy of the right shape, sensible or not. */
const policies: fc.Arbitrary<PolicyRules> = fc.record({
  response: limit,
  callBack: fc.record({ limit, channels: fc.subarray([...CHANNELS]) }),
  desk: fc.record({ town: limit, county: limit }),
  paths: eachPath(pathRules),
  marks: fc.record({ half: fc.constantFrom(0.5, 0.4), yellow: fc.constantFrom(0.8, 0.9) }),
  orderFeedback: limit,
  pause: fc.record({ mostForResident: limit, automaticUpTo: limit }),
  suspension: fc.record({ mostDays: fc.integer({ min: 1, max: 120 }) }),
  approvals: fc.record({
    patience: limit,
    fixed: fc.dictionary(fc.constantFrom(...APPROVAL_KINDS), fc.constantFrom(...TIERS)),
  }),
  returns: fc.record({ bindingAfter: fc.integer({ min: 1, max: 5 }) }),
  rating: fc.record({ windowDays: fc.integer({ min: 1, max: 30 }) }),
  rounds: fc.record({ most: fc.integer({ min: 1, max: 5 }) }),
  retention: fc.record({ personalYears: fc.integer({ min: 1, max: 10 }) }),
  interventions: fc.record({ secondPersonAbove: fc.integer({ min: 0, max: 200 }) }),
  routing: fc.record({
    byClass: fc.record({ simple: path, general: path, major: path, difficult: path, crossCounty: path }),
    byCategory: fc.dictionary(fc.constantFrom('07', '0703', '11'), fc.constantFrom(...CASE_CLASSES)),
  }),
});

/** FNV-1a over the JSON: short enough to stand in a test. */
function fingerprint(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(value)) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(16);
}

describe('the policy of the field', () => {
  it('is never edited: running cases carry only what they change of it, so other defaults are a new base', () => {
    // These came later: no case's workflow asks for them, so no running case relies on there being none.
    const { retention, interventions, ...carried } = FIELD_POLICY;
    expect(fingerprint(carried)).toBe('a5ad51a');
    expect(retention).toEqual({ personalYears: 3 });
    expect(interventions).toEqual({ secondPersonAbove: 20 });
  });

  it('cannot be written to', () => {
    expect(() => Object.assign(FIELD_POLICY.paths.cadreLed.resolution, { amount: 1 })).toThrow(TypeError);
    expect(Object.isFrozen(FIELD_POLICY.paths.cadreLed.ladder[0]?.roles)).toBe(true);
  });
});

describe('a policy that a case carries', () => {
  it('without changes is the one of the field itself', () => {
    expect(policyOf({ version: 1 })).toBe(FIELD_POLICY);
    expect(differenceOf(structuredClone(FIELD_POLICY))).toBeUndefined();
  });

  it('holds what differs and no more', () => {
    const rules: PolicyRules = {
      ...FIELD_POLICY,
      callBack: { ...FIELD_POLICY.callBack, channels: ['qr', 'phone'] },
      approvals: { ...FIELD_POLICY.approvals, fixed: { notAccepted: 'county' } },
      paths: { ...FIELD_POLICY.paths, cadreLed: { ...FIELD_POLICY.paths.cadreLed, resolution: { amount: 7, unit: 'calendarDays' } } },
    };
    expect(differenceOf(rules)).toEqual({
      callBack: { channels: ['qr', 'phone'] },
      approvals: { fixed: { notAccepted: 'county' } },
      paths: { cadreLed: { resolution: { amount: 7, unit: 'calendarDays' } } },
    });
  });

  it('brings in nothing that the rules do not know', () => {
    const changes = JSON.parse('{"rounds":{"most":2,"least":1},"other":1,"__proto__":{"x":1}}') as object;
    expect(policyOf({ version: 2, changes })).toEqual({ ...FIELD_POLICY, rounds: { most: 2 } });
  });

  it('gives the same rules back, also after a way through JSON', () => {
    fc.assert(
      fc.property(policies, (rules) => {
        const changes = differenceOf(rules);
        const carried = JSON.parse(JSON.stringify({ version: 2, changes })) as { version: number };
        expect(policyOf(carried)).toEqual(rules);
      }),
    );
  });
});

describe('the way a case takes', () => {
  const rules: PolicyRules = {
    ...FIELD_POLICY,
    routing: { ...FIELD_POLICY.routing, byCategory: { '07': 'general', '0703': 'difficult', '09': 'simple' } },
  };

  it.each([
    ['by the class that was given', { kind: 'complaint', caseClass: 'major', categoryCode: '0703' }, 'major', 'villageTownJoint'],
    ['by the longest prefix of the category', { kind: 'request', categoryCode: '070301' }, 'difficult', 'countyCoordinated'],
    ['by a shorter prefix', { kind: 'request', categoryCode: '0704' }, 'general', 'cadreLed'],
    ['by its category before its kind', { kind: 'dispute', categoryCode: '0901' }, 'simple', 'villageDirect'],
    ['as a dispute', { kind: 'dispute' }, 'major', 'villageTownJoint'],
    ['as a simple matter where nothing says more', { kind: 'complaint', categoryCode: '11' }, 'simple', 'villageDirect'],
    ['as a consultation, whatever its class', { kind: 'consultation', caseClass: 'difficult' }, 'difficult', 'villageDirect'],
    ['as a suggestion, to the decision level', { kind: 'suggestion' }, 'simple', 'countyCoordinated'],
    ['with nulls for what is not known', { kind: 'report', caseClass: null, categoryCode: null }, 'simple', 'villageDirect'],
  ] as const)('%s', (_rule, matter, caseClass, path) => {
    expect(routeOf(matter, rules)).toEqual({ caseClass, path });
  });

  it('is one of the four for every class', () => {
    for (const caseClass of CASE_CLASSES) expect(PATHS).toContain(routeOf({ kind: 'complaint', caseClass }, rules).path);
  });
});
