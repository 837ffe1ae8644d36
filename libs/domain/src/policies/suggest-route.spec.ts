import { CASE_CLASSES, CASE_KINDS, isFineEnough } from '../paths/index.js';
import { FIELD_POLICY, routeOf, suggestRoute, type PolicyRules } from './index.js';

const [COUNTY, TOWN, VILLAGE] = ['990121', '990121101', '990121101201'];
const rules: PolicyRules = { ...FIELD_POLICY, routing: { ...FIELD_POLICY.routing, byCategory: { '07': 'general' } } };

describe('what a desk is suggested', () => {
  it.each([
    ['a consultation', { kind: 'consultation' }, 'villageDirect', 'consultation'],
    ['a suggestion', { kind: 'suggestion' }, 'countyCoordinated', 'suggestion'],
    ['a dispute', { kind: 'dispute' }, 'villageTownJoint', 'dispute'],
    ['a dispute whose class the rules gave', { kind: 'dispute', caseClass: 'major' }, 'villageTownJoint', 'dispute'],
    ['what its category decides', { kind: 'request', categoryCode: '0703' }, 'cadreLed', 'category'],
    ['what somebody decided otherwise', { kind: 'request', categoryCode: '0703', caseClass: 'difficult' }, 'countyCoordinated', 'classGiven'],
    ['what nothing says more of', { kind: 'complaint' }, 'villageDirect', 'ordinary'],
  ] as const)('gives the reason of %s', (_what, matter, path, because) => {
    expect(suggestRoute(matter, VILLAGE, rules)).toMatchObject({ path, because, needs: null });
  });

  it('waits for the village where the town is known', () => {
    expect(suggestRoute({ kind: 'complaint' }, TOWN, rules)).toMatchObject({ path: 'villageDirect', needs: 'village' });
    expect(suggestRoute({ kind: 'dispute' }, TOWN, rules)).toMatchObject({ path: 'villageTownJoint', needs: null });
  });

  it('leaves to the county what nobody below could take', () => {
    expect(suggestRoute({ kind: 'complaint' }, COUNTY, rules)).toMatchObject({ path: 'countyCoordinated', because: 'placeUnknown' });
    expect(suggestRoute({ kind: 'dispute' }, COUNTY, rules)).toMatchObject({ path: 'countyCoordinated', because: 'placeUnknown' });
  });

  it('is the way on which the case would begin by itself, wherever its place is known', () => {
    for (const kind of CASE_KINDS) {
      for (const caseClass of [...CASE_CLASSES, null]) {
        const matter = { kind, caseClass };
        const suggested = suggestRoute(matter, VILLAGE, rules);
        expect(suggested).toMatchObject(routeOf(matter, rules));
        expect(suggested.zh).not.toBe('');
      }
    }
  });

  it('never names a path that cannot begin there without saying what it needs', () => {
    for (const kind of CASE_KINDS) {
      for (const area of [COUNTY, TOWN, VILLAGE]) {
        const { path, needs } = suggestRoute({ kind }, area, rules);
        expect(isFineEnough(path, area)).toBe(needs === null);
      }
    }
  });
});
