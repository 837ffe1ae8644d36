import { answered, at, closed, factsOf, newRound, rated } from './facts.fixture.js';
import { countCase, MEASURES, standingAt, verdictsFor, verdictsOf, type CaseFacts, type Measure, type Verdict } from './index.js';

const verdictsAt = (facts: CaseFacts, day: number) => verdictsOf(facts, standingAt(facts, at(day)), at(day));
const late = (clock: 'response' | 'resolution', day: number, over = {}) => ({ clock, dueAt: at(day), tier: 'grid' as const, areaCode: '990121001001001', ...over });

const SATISFIED = factsOf([answered(3), rated(4, 'satisfied'), closed(4, 'rated')], { firstResponseAt: at(1, 5) });
const NOT_RATED = factsOf([answered(3), { type: 'notRated', at: at(10) }, closed(10, 'notRated')], { firstResponseAt: at(3) });
const SECOND_ROUND = factsOf([answered(3), rated(4, 'dissatisfied'), newRound(4, 2), answered(6, 'town'), closed(13, 'notRated')], {
  firstResponseAt: at(3),
});
const EXHAUSTED = factsOf([answered(3), rated(4, 'dissatisfied'), closed(4, 'roundsExhausted')], { firstResponseAt: at(3) });

describe('what a case counts for', () => {
  it.each<[string, CaseFacts, number, Measure, Verdict]>([
    ['answered in time', SATISFIED, 20, 'resolutionOnTime', 'yes'],
    ['not answered, and its deadline has not come', factsOf(), 3, 'resolutionOnTime', 'notYetDue'],
    ['a deadline missed', factsOf([], { missed: [late('resolution', 6)] }), 7, 'resolutionOnTime', 'no'],
    ['a deadline missed later than it is asked for', factsOf([], { missed: [late('resolution', 6)] }), 5, 'resolutionOnTime', 'notYetDue'],
    ['late, and then taken back', factsOf([{ type: 'withdrawn', at: at(8) }], { missed: [late('resolution', 6)] }), 9, 'resolutionOnTime', 'no'],
    ['taken back in time', factsOf([{ type: 'withdrawn', at: at(2) }]), 9, 'resolutionOnTime', 'withdrawn'],
    ['not accepted', factsOf([{ type: 'notAccepted', at: at(2) }]), 9, 'resolutionOnTime', 'notAccepted'],
    ['suspended', factsOf([{ type: 'suspended', at: at(2) }]), 9, 'resolutionOnTime', 'suspended'],
    ['suspended and taken up again', factsOf([{ type: 'suspended', at: at(2) }, { type: 'resumed', at: at(4) }]), 5, 'resolutionOnTime', 'notYetDue'],
    ['with the city', factsOf([{ type: 'referred', at: at(2) }]), 9, 'resolutionOnTime', 'referred'],
    ['terminated before its deadline', factsOf([closed(2, 'terminated')]), 3, 'resolutionOnTime', 'no'],
    ['terminated while the city had it', factsOf([{ type: 'referred', at: at(1, 12) }, closed(2, 'terminated')]), 3, 'resolutionOnTime', 'no'],
    ['terminated after a first contact', factsOf([closed(2, 'terminated')], { firstResponseAt: at(1, 3) }), 3, 'responseOnTime', 'yes'],
    ['terminated without a first contact', factsOf([closed(2, 'terminated')]), 3, 'responseOnTime', 'no'],
    ['terminated, as solved', factsOf([closed(2, 'terminated')]), 3, 'resolved', 'no'],
    ['a first contact in time', factsOf([], { firstResponseAt: at(1, 3) }), 2, 'responseOnTime', 'yes'],
    ['a first contact that came later than it is asked for', factsOf([], { firstResponseAt: at(1, 20) }), 1, 'responseOnTime', 'notYetDue'],
    ['no response when it was due', factsOf([], { missed: [late('response', 2)] }), 3, 'responseOnTime', 'no'],
    ['the first promise not kept though it was extended', factsOf([answered(8)], { dueAt: at(9) }), 9, 'firstPromiseKept', 'no'],
    ['an answer given in time and verified after it', factsOf([answered(8, 'town', { givenAt: at(6) })]), 9, 'firstPromiseKept', 'yes'],
    ['an open case past its first promise', factsOf([], { dueAt: at(9) }), 7, 'firstPromiseKept', 'no'],
    ['满意', SATISFIED, 20, 'fullySatisfied', 'yes'],
    ['基本满意, counted in', factsOf([answered(3), rated(4, 'mostlySatisfied')]), 5, 'satisfied', 'yes'],
    ['基本满意, counted out', factsOf([answered(3), rated(4, 'mostlySatisfied')]), 5, 'fullySatisfied', 'no'],
    ['不满意', EXHAUSTED, 20, 'satisfied', 'no'],
    ['nobody rated', NOT_RATED, 20, 'satisfied', 'notRated'],
    ['nobody rated, as a share of the rated', NOT_RATED, 20, 'rated', 'no'],
    ['the resident may still rate', NOT_RATED, 5, 'rated', 'ratingOpen'],
    ['dissatisfied first and silent then', SECOND_ROUND, 20, 'satisfied', 'no'],
    ['dissatisfied to the end', EXHAUSTED, 20, 'resolved', 'no'],
    ['answered anew', SECOND_ROUND, 20, 'resolved', 'yes'],
    ['under way again', SECOND_ROUND, 5, 'resolved', 'no'],
    ['a second round', SECOND_ROUND, 20, 'rework', 'yes'],
    ['a second round that had not begun', SECOND_ROUND, 3, 'rework', 'no'],
    ['solved by the town in the second round', SECOND_ROUND, 20, 'solvedAtTown', 'yes'],
    ['solved by the grid', SATISFIED, 20, 'solvedAtGrid', 'yes'],
    ['solved by the grid, for the town', SATISFIED, 20, 'solvedAtTown', 'no'],
    ['answered with its leading case', factsOf([answered(3, 'grid', { tier: undefined, withLeading: true })]), 4, 'solvedAtGrid', 'sameEvent'],
    ['returned', factsOf([{ type: 'returned', at: at(2), unitCode: 'u' }]), 3, 'returned', 'yes'],
    ['handed up', factsOf([{ type: 'handedUp', at: at(2) }]), 3, 'handedUp', 'yes'],
    ['found on patrol', factsOf([], { channel: 'patrol' }), 3, 'foundOnPatrol', 'yes'],
    ['found on patrol after somebody had complained', factsOf([{ type: 'merged', at: at(2) }], { channel: 'patrol' }), 3, 'foundOnPatrol', 'no'],
    ['a consultation', factsOf([], { kind: 'consultation' }), 3, 'foundOnPatrol', 'otherKind'],
    ['not accepted with a reason', factsOf([{ type: 'notAccepted', at: at(2) }]), 3, 'replied', 'yes'],
    ['loaded as history', factsOf([answered(3, undefined), { type: 'imported', at: at(3) }]), 4, 'satisfied', 'imported'],
  ])('%s', (_what, facts, day, measure, expected) => {
    expect(verdictsAt(facts, day)[measure]).toBe(expected);
  });

  it('is nothing before it was received', () => expect(countCase(factsOf(), at(0))).toBeNull());
});

describe('for whom a case counts', () => {
  const missed = [late('resolution', 6, { tier: 'county', areaCode: '990121', unitCode: 'unit-water' })];
  const facts = factsOf([{ type: 'taskOpened', at: at(2), unitCode: 'unit-water' }, { type: 'taskOpened', at: at(2), unitCode: 'unit-roads' }], { missed });
  const standing = standingAt(facts, at(9));
  const of = (kind: 'county' | 'town' | 'village' | 'unit', code: string) =>
    verdictsFor({ kind, code }, verdictsOf(facts, standing, at(9)), standing).resolutionOnTime;

  it('lateness is counted to whoever was late', () => {
    expect([of('county', '990121'), of('unit', 'unit-water')]).toEqual(['no', 'no']);
    expect([of('town', '990121001'), of('village', '990121001001'), of('unit', 'unit-roads')]).toEqual(
      Array.from({ length: 3 }, () => 'chargedElsewhere'),
    );
  });

  it('an answer to the unit that gave it', () => {
    const both = factsOf([
      { type: 'taskOpened', at: at(2), unitCode: 'unit-roads' },
      answered(3, 'county', { unitCode: 'unit-water' }),
      rated(4, 'satisfied'),
    ]);
    const units = countCase(both, at(9))?.verdicts.filter(({ scope }) => scope.kind === 'unit');
    expect(units?.map(({ scope, verdicts }) => [scope.code, verdicts.satisfied])).toEqual([
      ['unit-roads', 'answeredElsewhere'],
      ['unit-water', 'yes'],
    ]);
  });

  it('every figure is told of everybody', () => {
    const counted = countCase(facts, at(9));
    expect(counted?.verdicts.map(({ scope }) => scope.kind)).toEqual(['county', 'town', 'village', 'unit', 'unit']);
    for (const { verdicts } of counted?.verdicts ?? []) expect(Object.keys(verdicts).sort()).toEqual([...MEASURES].sort());
  });
});
