import { figuresFrom } from './figures.js';
import { describeSummary, isWell, shareText, summaryOf, type RunFacts } from './summary.js';

const NO_LAG = { p50Ms: 1, p95Ms: 2, maxMs: 3 };
const run = (over: Partial<RunFacts> = {}): RunFacts => ({
  ...{ seed: 7, planned: 2, days: 1, rate: 1_440, lastedDays: 3, tookMs: 60_000, acts: { startCase: 2 }, refusals: {}, retries: {} },
  ...{ unexpected: [], latency: NO_LAG, lag: NO_LAG, openings: NO_LAG, lateByMachine: 0, projection: null, counted: null, ...over },
});
const figures = figuresFrom([], { entries: { redCard: 3 }, cases: { redCard: 2 }, requested: {}, rated: {} }, 0);
const textOf = (over: Partial<RunFacts> = {}): string => describeSummary(summaryOf(run(over), figures));

describe('the summary', () => {
  it('shows what a share is made of', () => {
    expect(shareText({ numerator: 3, denominator: 4, share: 0.75 })).toBe('75.0 % (3/4)');
    expect(shareText({ numerator: 0, denominator: 0, share: null })).toBe('–');
    expect(textOf()).toContain('red 3 in 2 cases');
  });

  it('says when the machine made cases late', () => {
    expect(textOf()).toContain('The system kept up');
    const slow = { p50Ms: 3_000, p95Ms: 9_000, maxMs: 20_000 };
    expect(textOf({ lag: slow, lateByMachine: 12 })).toMatch(/COULD NOT KEEP UP.*12 answers/);
  });

  it('says what the check of the projection found', () => {
    const sound = { checked: 2, steps: 9, differences: [], mended: [], forgotten: [], unreadable: [], partly: [], tookMs: 1 };
    expect(textOf()).toContain('not checked');
    expect(textOf({ projection: { failed: 'no engine' } })).toContain('COULD NOT BE CHECKED: no engine');
    expect(textOf({ projection: sound })).toContain('2 cases with 9 steps compared: nothing found');
    expect(textOf({ projection: { ...sound, forgotten: [{ caseNumber: 'n', problem: 'nobodys' }] } })).toContain('1 FORGOTTEN');
  });

  it('says what an independent count of the figures found, and is well only where both agree', () => {
    const projection = { checked: 2, steps: 9, differences: [], mended: [], forgotten: [], unreadable: [], partly: [], tookMs: 1 };
    const counted = { month: '2026-06', cases: 2, asOf: '2026-07-01T00:00:00.000Z', isComplete: true, figures: 8, differences: [] };
    const off = { ...counted, differences: [{ scope: 'county:990121', measure: 'onTime', counted: '1/2', recomputed: '2/2' }] };
    const isWellWith = (over: Partial<RunFacts>): boolean => isWell(summaryOf(run({ projection, ...over }), figures));
    expect(textOf({ counted })).toContain('2026-06, 2 cases as of 2026-07-01T00:00:00.000Z: 8 figures, 0 differ');
    expect(textOf({ counted: off })).toContain('county:990121 onTime: 1/2, recomputed 2/2');
    expect([isWellWith({ counted }), isWellWith({ counted: off }), isWellWith({ counted: null })]).toEqual([true, false, false]);
  });

  it('tells what nobody had expected', () => {
    expect(textOf({ unexpected: ['startCase: INTERNAL'] })).toContain('Not expected:\n  startCase: INTERNAL');
  });
});
