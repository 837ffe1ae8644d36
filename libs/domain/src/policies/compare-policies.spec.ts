import { at, CALENDAR, local } from '../clocks/ledger.fixture.js';
import { comparePolicies, completed, FIELD_POLICY, replayCase, type PolicyRules, type ReplayFacts } from './index.js';

const changed = (change: object): PolicyRules => completed(change) as PolicyRules;
const facts = (over: Partial<ReplayFacts> = {}): ReplayFacts => ({
  number: '990121-20261116-000001',
  kind: 'complaint',
  receivedAt: at('11-16 09:00'),
  handOvers: [],
  ...over,
});

describe('a past case under other rules', () => {
  it.each<[string, Partial<ReplayFacts>, string, string, string]>([
    ['runs from receipt on its path', {}, 'villageDirect', 'villageDirect', '11-21 09:00'],
    ['runs in working days where its path does', { caseClass: 'major' }, 'villageTownJoint', 'villageTownJoint', '11-30 17:30'],
    ['runs from the desk that sent it on', { caseClass: 'general', dispatchedAt: at('11-17 09:00') }, 'cadreLed', 'cadreLed', '11-22 09:00'],
    ['runs from receipt in the village, desk or not', { dispatchedAt: at('11-17 09:00') }, 'villageDirect', 'villageDirect', '11-21 09:00'],
    ['begins where a dispatcher has put it', { caseClass: 'major', chosenPath: 'cadreLed' }, 'cadreLed', 'cadreLed', '11-21 09:00'],
    [
      'runs from its hand-over',
      { handOvers: [{ from: 'villageDirect', to: 'villageTownJoint', at: at('11-18 10:00') }] },
      'villageDirect', 'villageTownJoint', '12-02 17:30',
    ],
    [
      'is not handed up to where it stands already',
      { caseClass: 'difficult', handOvers: [{ from: 'villageDirect', to: 'villageTownJoint', at: at('11-18 10:00') }] },
      'countyCoordinated', 'countyCoordinated', '12-07 17:30',
    ],
    [
      'comes down as it came',
      { caseClass: 'major', handOvers: [{ from: 'villageTownJoint', to: 'villageDirect', at: at('11-18 10:00') }] },
      'villageTownJoint', 'villageDirect', '11-23 10:00',
    ],
    [
      'is not handed down to where it stands already',
      { handOvers: [{ from: 'villageTownJoint', to: 'villageDirect', at: at('11-18 10:00') }] },
      'villageDirect', 'villageDirect', '11-21 09:00',
    ],
    [
      'has its further rounds',
      { handOvers: [{ from: 'villageDirect', to: 'villageDirect', at: at('11-20 10:00') }] },
      'villageDirect', 'villageDirect', '11-25 10:00',
    ],
  ])('%s', (_rule, over, path, lastPath, due) => {
    const course = replayCase(facts(over), FIELD_POLICY, CALENDAR);
    expect([course.path, course.lastPath, local(course.dueAt)]).toEqual([path, lastPath, due]);
  });

  it('says where the calendar does not reach', () => {
    const late = facts({ caseClass: 'difficult', receivedAt: at('12-28 09:00') });
    expect(replayCase(late, FIELD_POLICY, CALENDAR).provisional).toBe(true);
  });
});

describe('the rule lab', () => {
  const draft = changed({
    paths: { cadreLed: { resolution: { amount: 4, unit: 'calendarDays' } } },
    routing: { byCategory: { '0703': 'general' } },
  });
  const cases = [
    facts({ number: 'a' }),
    facts({ number: 'b', categoryCode: '070301' }),
    facts({ number: 'c', caseClass: 'general' }),
    facts({ number: 'd', kind: 'consultation', categoryCode: '070301' }),
  ];

  it('counts every case and lists those that would go otherwise', () => {
    const compared = comparePolicies(cases, { before: FIELD_POLICY, draft, calendar: CALENDAR });
    expect(compared).toMatchObject({ cases: 4, otherPath: 1, otherDeadline: 2, sooner: 2, later: 0 });
    expect(compared.byPath).toEqual({
      villageDirect: { before: 3, draft: 2 },
      cadreLed: { before: 1, draft: 2 },
      villageTownJoint: { before: 0, draft: 0 },
      countyCoordinated: { before: 0, draft: 0 },
    });
    expect(compared.differences.map(({ number, before, draft: after }) => [number, before.path, after.path, local(after.dueAt)])).toEqual([
      ['b', 'villageDirect', 'cadreLed', '11-20 09:00'],
      ['c', 'cadreLed', 'cadreLed', '11-20 09:00'],
    ]);
  });

  it('lists no more than was asked for and still counts all', () => {
    const compared = comparePolicies(cases, { before: FIELD_POLICY, draft, calendar: CALENDAR, mostListed: 1 });
    expect([compared.otherDeadline, compared.differences.length]).toEqual([2, 1]);
  });

  it('finds nothing between a policy and itself', () => {
    const compared = comparePolicies(cases, { before: FIELD_POLICY, draft: changed({}), calendar: CALENDAR });
    expect([compared.otherPath, compared.otherDeadline, compared.differences]).toEqual([0, 0, []]);
  });
});
