import { Chronicle, type CaseFacts } from './facts.js';
import { figuresFrom, openBecause } from './figures.js';

const at = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T00:00:00Z`;
const NOW = Date.parse(at(20));
const fact = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ number: 'n', stage: 'closed', path: 'villageDirect', round: 1, kind: 'request', caseClass: 'simple', receivedAt: at(1) },
  ...{ resolutionDueAt: at(6), firstResponseAt: at(1), resolvedAt: at(3), closedAs: 'rated', responseOverdue: false },
  ...{ resolutionOverdue: false, paused: null, mergedInto: null, rating: 'satisfied' },
  ...over,
});
const NOTHING = { entries: {}, cases: {}, requested: {}, rated: {} };
const figures = (...cases: Partial<CaseFacts>[]) => figuresFrom(cases.map(fact), NOTHING, NOW);

describe('the figures of a run', () => {
  it('divide what was in time by what is known', () => {
    const { all } = figures(
      {},
      { resolutionOverdue: true },
      { stage: 'handling', resolvedAt: null, resolutionDueAt: at(25) },
      { stage: 'handling', resolvedAt: null, resolutionOverdue: true, firstResponseAt: null, responseOverdue: true },
      { stage: 'withdrawn', resolvedAt: null, firstResponseAt: null },
      { stage: 'notAccepted', resolvedAt: null, firstResponseAt: null },
    );
    expect(all.resolutionOnTime).toEqual({ numerator: 1, denominator: 3, share: 1 / 3 });
    expect(all.responseOnTime).toEqual({ numerator: 3, denominator: 4, share: 0.75 });
    expect(all).toMatchObject({ cases: 6, open: 2 });
  });

  it('have no share of nothing', () => {
    expect(figures({ stage: 'withdrawn' }).all.resolutionOnTime).toEqual({ numerator: 0, denominator: 0, share: null });
    expect(figures().all.responseOnTime.share).toBeNull();
  });

  it('add up over the paths', () => {
    const { paths, cases, closed, open } = figures({}, { path: 'cadreLed', round: 2 }, { path: 'cadreLed' }, { path: null, stage: 'received' });
    expect(paths.map(({ path, cases: count }) => [path, count])).toEqual([['villageDirect', 1], ['cadreLed', 2], ['none', 1]]);
    expect(paths.reduce((sum, each) => sum + each.cases, 0)).toBe(cases);
    expect([closed, open]).toEqual([3, 1]);
    expect(paths[1]?.rounds).toEqual({ 1: 1, 2: 1 });
  });

  it('never count a case that was not rated as satisfied', () => {
    const { ratings, closedAs } = figures({}, { rating: null, closedAs: 'notRated' }, { rating: 'dissatisfied', closedAs: 'roundsExhausted' });
    expect(ratings).toEqual({ satisfied: 1, mostlySatisfied: 0, dissatisfied: 1, notRated: 1 });
    expect(closedAs).toEqual({ rated: 1, notRated: 1, roundsExhausted: 1 });
  });

  it.each<[Partial<CaseFacts>, string]>([
    [{ stage: 'suspended', paused: 'suspended' }, 'suspended'],
    [{ stage: 'handling', paused: 'waitingForResident' }, 'waitingForResident'],
    [{ stage: 'handling', mergedInto: 'm' }, 'sameEvent'],
    [{ stage: 'referred' }, 'referred'],
    [{ stage: 'evaluating' }, 'waitingForRating'],
    [{ stage: 'handling', resolutionDueAt: at(19) }, 'overdue'],
    [{ stage: 'verifying', resolutionDueAt: at(21) }, 'verifying'],
    [{ stage: 'handling', resolutionDueAt: at(21) }, 'underWay'],
  ])('say why %j is open: %s', (over, reason) => {
    expect(openBecause(fact(over), NOW)).toBe(reason);
  });
});

describe('the chronicle', () => {
  it('counts entries, cases and requests', () => {
    const chronicle = new Chronicle();
    for (const caseNumber of ['a', 'a', 'b']) chronicle.add({ type: 'yellowCard', caseNumber, data: {} });
    chronicle.add({ type: 'approvalRequested', caseNumber: 'a', data: { kind: 'pause' } });
    chronicle.add({ type: 'rated', caseNumber: 'b', data: { rating: 'dissatisfied' } });
    expect(chronicle.happened()).toEqual({
      entries: { yellowCard: 3, approvalRequested: 1, rated: 1 },
      cases: { yellowCard: 2, approvalRequested: 1, rated: 1 },
      requested: { pause: 1 },
      rated: { dissatisfied: 1 },
    });
  });

  it('counts a request once that moves a level up', () => {
    const chronicle = new Chronicle();
    for (const [type, caseNumber] of [['approvalRequested', 'a'], ['approvalMovedUp', 'a'], ['yellowCard', 'b'], ['approvalRequested', 'a']] as const)
      chronicle.add({ type, caseNumber, data: { kind: 'pause' } });
    expect(chronicle.happened().requested).toEqual({ pause: 1 });
  });
});
