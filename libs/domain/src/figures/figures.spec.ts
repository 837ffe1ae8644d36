import * as fc from 'fast-check';
import { at, factsOf } from './facts.fixture.js';
import {
  changeText,
  checkWeights,
  compositeOf,
  countCase,
  DEFAULT_THRESHOLDS,
  DEFAULT_WEIGHTS,
  drawSample,
  FACT_EVENTS,
  MEASURES,
  monthOf,
  monthsLater,
  monthText,
  percentText,
  rank,
  shortfallsOf,
  Tally,
  type CaseFacts,
  type Figure,
  type ScopeFigures,
} from './index.js';

const day = fc.integer({ min: 1, max: 40 });
const event = fc.record({
  type: fc.constantFrom(...FACT_EVENTS),
  at: day.map((one) => at(one)),
  round: fc.integer({ min: 1, max: 3 }),
  tier: fc.constantFrom('grid' as const, 'village' as const, 'town' as const, 'county' as const, 'city' as const),
  unitCode: fc.constantFrom('unit-a', 'unit-b'),
  rating: fc.constantFrom('satisfied' as const, 'mostlySatisfied' as const, 'dissatisfied' as const),
});
const missed = fc.record({
  clock: fc.constantFrom('response' as const, 'resolution' as const),
  dueAt: day.map((one) => at(one)),
  tier: fc.constantFrom('grid' as const, 'town' as const, 'county' as const),
  areaCode: fc.constant('990121'),
});
const facts: fc.Arbitrary<CaseFacts> = fc
  .tuple(fc.array(event, { maxLength: 12 }), fc.array(missed, { maxLength: 2 }), day, fc.option(day), fc.integer({ min: 1, max: 999_999 }))
  .map(([events, late, received, responded, number]) =>
    factsOf(
      events.sort((a, b) => (a.at < b.at ? -1 : 1)),
      {
        caseNumber: `990121-20261101-${String(number).padStart(6, '0')}`,
        receivedAt: at(received),
        firstResponseAt: responded === null ? null : at(responded),
        missed: late,
      },
    ),
  );
const tallied = (cases: readonly CaseFacts[], asOf: string): ScopeFigures[] => {
  const tally = new Tally();
  for (const one of cases) {
    const counted = countCase(one, asOf);
    if (counted) tally.add(counted);
  }
  return tally.all().sort((a, b) => (`${a.scope.kind}:${a.scope.code}` < `${b.scope.kind}:${b.scope.code}` ? -1 : 1));
};

describe('figures', () => {
  it('numerator, the rest of the denominator and the exclusions are all the cases, of each figure and scope', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), day, (cases, asOf) => {
        for (const { cases: all, figures } of tallied(cases, at(asOf))) {
          for (const measure of MEASURES) {
            const { numerator, denominator, exclusions } = figures[measure];
            const excluded = Object.values(exclusions).reduce((sum, one) => sum + one, 0);
            expect(numerator).toBeLessThanOrEqual(denominator);
            expect(denominator + excluded).toBe(all);
          }
        }
      }),
    );
  });

  it('what happens later changes nothing of an earlier instant', () => {
    fc.assert(
      fc.property(facts, event, missed, day, (one, later, lateToo, asOf) => {
        const after = {
          ...one,
          events: [...one.events, { ...later, at: at(asOf, 1) }],
          missed: [...one.missed, { ...lateToo, dueAt: at(asOf, 1) }],
        };
        expect(countCase(after, at(asOf))).toEqual(countCase(one, at(asOf)));
      }),
    );
  });

  it('come out the same in whatever order the cases come', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), day, (cases, asOf) => {
        expect(tallied([...cases].reverse(), at(asOf))).toEqual(tallied(cases, at(asOf)));
      }),
    );
  });

  it('never count somebody who said nothing as satisfied', () => {
    fc.assert(
      fc.property(facts, day, (one, asOf) => {
        const silent = { ...one, events: one.events.filter(({ type }) => type !== 'rated') };
        for (const { figures } of tallied([silent], at(asOf))) {
          expect([figures.satisfied.numerator, figures.fullySatisfied.numerator, figures.rated.numerator]).toEqual([0, 0, 0]);
        }
      }),
    );
  });
});

const figure = (measure: Figure['measure'], numerator: number, denominator: number): Figure => ({ measure, numerator, denominator, exclusions: {} });
const village = (code: string, cases: number, shares: Partial<Record<Figure['measure'], [number, number]>>): ScopeFigures => ({
  scope: { kind: 'village', code },
  cases,
  figures: Object.fromEntries(MEASURES.map((measure) => [measure, figure(measure, ...(shares[measure] ?? [0, 0]))])) as ScopeFigures['figures'],
});
const full = { responseOnTime: [9, 10], resolutionOnTime: [8, 10], satisfied: [4, 5], replied: [9, 10] } as const satisfies Record<string, readonly [number, number]>;
const shares = (over: object = {}) => ({ ...full, ...over }) as unknown as Parameters<typeof village>[2];

describe('the composite score', () => {
  it('is the shares by their weights', () => {
    expect(compositeOf(village('1', 10, shares()).figures, DEFAULT_WEIGHTS)).toEqual({ score: 27 + 28 + 28, missing: [] });
  });

  it('is none where a part has nothing to divide by, and says which', () => {
    const nobodyRated = village('1', 10, shares({ satisfied: [0, 0] })).figures;
    expect(compositeOf(nobodyRated, DEFAULT_WEIGHTS)).toEqual({ score: null, missing: ['satisfied'] });
    expect(compositeOf(nobodyRated, { response: 50, resolution: 50, satisfaction: 0 })).toEqual({ score: 85, missing: [] });
  });

  it.each([
    [{ response: 30, resolution: 35, satisfaction: 35 }, true],
    [{ response: 33.34, resolution: 33.33, satisfaction: 33.33 }, true],
    [{ response: 30, resolution: 30, satisfaction: 35 }, false],
    [{ response: 120, resolution: -10, satisfaction: -10 }, false],
    [{ response: 33.333, resolution: 33.333, satisfaction: 33.334 }, false],
    [{ response: Number.NaN, resolution: 50, satisfaction: 50 }, false],
  ])('weights %j are taken: %s', (weights, ok) => expect(checkWeights(weights).ok).toBe(ok));
});

describe('a ranking', () => {
  const scopes = [
    village('d', 5, {}),
    village('a', 30, shares()),
    village('c', 20, shares({ responseOnTime: [10, 10] })),
    village('b', 10, shares()),
  ];
  it('gives equals one place, leaves the next out, and gives none to who cannot be measured', () => {
    expect(rank(scopes, 'composite', DEFAULT_WEIGHTS).map(({ scope, rank: place, tied }) => [scope.code, place, tied])).toEqual([
      ['c', 1, false],
      ['a', 2, true],
      ['b', 2, true],
      ['d', null, false],
    ]);
  });
  it('also goes by messages, replies and reply rate', () => {
    expect(rank(scopes, 'messages', DEFAULT_WEIGHTS).map(({ scope }) => scope.code)).toEqual(['a', 'c', 'b', 'd']);
    expect(rank(scopes, 'replies', DEFAULT_WEIGHTS).map(({ rank: place }) => place)).toEqual([1, 1, 1, 4]);
    expect(rank(scopes, 'replyRate', DEFAULT_WEIGHTS).at(-1)).toMatchObject({ rank: null, missing: ['replied'] });
  });
});

describe('thresholds', () => {
  it.each([
    ['below', { resolutionOnTime: [89, 100], satisfied: [84, 100] }, ['resolutionOnTime', 'satisfied']],
    ['exactly met', { resolutionOnTime: [90, 100], satisfied: [85, 100] }, []],
    ['nothing to measure', {}, []],
  ])('%s', (_what, given, expected) => {
    const one = village('a', 100, given as Parameters<typeof village>[2]);
    expect(shortfallsOf(one, DEFAULT_THRESHOLDS).map(({ measure }) => measure)).toEqual(expected);
  });
  it('fewer cases than the policy asks for say nothing', () => {
    const one = village('a', 1, { resolutionOnTime: [0, 1] });
    expect(shortfallsOf(one, { ...DEFAULT_THRESHOLDS, leastCases: 2 })).toEqual([]);
  });
});

describe('a sample', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }).map((one) => `990121-20261101-${one}`), { maxLength: 60 });
  it('is the same for everybody who draws it with the seed, in whatever order', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 70 }), fc.string(), (all, size, seed) => {
        const drawn = drawSample(all, size, seed);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawSample([...all].reverse(), size, seed)).toEqual(drawn);
        expect(drawSample(all, size + 1, seed).slice(0, drawn.length)).toEqual(drawn);
      }),
    );
  });
  it('is another one by another seed, and takes everybody about as often', () => {
    const all = Array.from({ length: 100 }, (_, index) => `990121-20261101-${index}`);
    const taken = new Map<string, number>();
    for (let seed = 0; seed < 1_000; seed += 1) for (const one of drawSample(all, 10, `${seed}`)) taken.set(one, (taken.get(one) ?? 0) + 1);
    const counts = [...taken.values()];
    expect(taken.size).toBe(100);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(150);
  });
});

describe('numbers as an office writes them', () => {
  it.each([
    [20, 21, '95.24%'],
    [1, 1, '100.00%'],
    [99_999, 100_000, '99.99%'],
    [0, 5, '0.00%'],
    [0, 0, '—'],
    [1, 8, '12.50%'],
    [1, 3, '33.33%'],
    [2, 3, '66.67%'],
  ])('%d of %d is %s', (numerator, denominator, text) => expect(percentText(numerator, denominator)).toBe(text));
  it('months and changes', () => {
    expect([monthText('2026-11'), changeText(9, 8), changeText(8, 8), changeText(1, 0), changeText(3, 4)]).toEqual([
      '2026年11月',
      '↑12.50%',
      '持平',
      '—',
      '↓25.00%',
    ]);
    expect(monthOf('2026-12')).toEqual({ month: '2026-12', from: '2026-11-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' });
    expect([monthOf('2026-13'), monthOf('26-1'), monthsLater('2026-01', -1), monthsLater('2026-11', 2)]).toEqual([null, null, '2025-12', '2027-01']);
  });
});
