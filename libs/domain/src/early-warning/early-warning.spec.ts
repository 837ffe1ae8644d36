import * as fc from 'fast-check';
import {
  driftWarning,
  explainWarning,
  gravityOf,
  lightOf,
  paceWarning,
  pingPongWarning,
  risingTopic,
  silenceWarning,
  type DriftFacts,
  type EarlyWarning,
  type PaceFacts,
  type Returned,
  type SilenceFacts,
} from './index.js';

const DAY_MS = 86_400_000;
const zh = (warning: EarlyWarning | null): string => (warning ? explainWarning(warning, 'zh') : '');
const en = (warning: EarlyWarning | null): string => (warning ? explainWarning(warning, 'en') : '');

describe("a unit's pace", () => {
  const facts = (over: Partial<PaceFacts>): PaceFacts => ({ late: 0, dueIn: [], finished: 28, days: 14, ...over });
  const due = (...cases: number[]) => cases.map((n, days) => ({ days, cases: n }));

  it.each<[string, PaceFacts, number | null]>([
    ['two a day and two due each day: all in time', facts({ dueIn: due(2, 2, 2) }), null],
    ['two a day and three due today: one too many', facts({ dueIn: due(3) }), 1],
    ['what is too many today takes the place of what is due tomorrow', facts({ dueIn: due(3, 2) }), 2],
    ['a free day before makes up for it', facts({ dueIn: [{ days: 1, cases: 4 }] }), null],
    ['what is late already is worked first, and is not counted again', facts({ late: 2, dueIn: due(2) }), 2],
    ['all late already: nothing more will break', facts({ late: 9 }), null],
    ['nothing is ever finished', facts({ finished: 0, dueIn: due(1, 1, 1) }), 3],
    ['two cases say nothing of a pace', facts({ finished: 0, dueIn: due(2) }), null],
    ['one a fortnight is slower than a tenth a day and still a pace', facts({ finished: 1, dueIn: [{ days: 13, cases: 3 }] }), 2],
    ['the order in which they are given does not matter', facts({ dueIn: due(3, 2).toReversed() }), 2],
  ])('%s', (_, given, breaks) => expect(paceWarning(given)?.breaks ?? null).toBe(breaks));

  it('is told with the numbers it was reckoned from', () => {
    const warning = paceWarning(facts({ late: 3, finished: 30, dueIn: [{ days: 0, cases: 2 }, { days: 3, cases: 10 }, { days: 9, cases: 8 }] }));
    expect(warning).toMatchObject({ open: 23, perDay: 2.1, daysToClear: 11, breaks: 11 });
    expect(zh(warning)).toBe('23 件未办 ÷ 每日办结 2.1 件 = 11 天，11 件将超期，另有 3 件已超期（近 14 天办结 30 件）。');
    expect(en(warning)).toBe('23 open ÷ 2.1 finished a day = 11 days: 11 will be late, 3 are already (30 finished in 14 days).');
    expect(zh(paceWarning(facts({ finished: 0, dueIn: due(3) })))).toBe('3 件未办，近 14 天未办结一件，3 件将超期（近 14 天办结 0 件）。');
  });

  it('counts as if each case were worked on by itself, the earliest due first', () => {
    const bucket = fc.record({ days: fc.integer({ min: 0, max: 40 }), cases: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.uniqueArray(bucket, { selector: ({ days }) => days, maxLength: 12 }), fc.nat(9), fc.integer({ min: 2, max: 200 }), (dueIn, late, finished) => {
        const perDay = Math.round((finished / 14) * 10) / 10;
        const one = dueIn.toSorted((a, b) => a.days - b.days).flatMap(({ days, cases }) => Array.from({ length: cases }, () => days));
        const breaks = one.filter((days, index) => late + index + 1 > perDay * (days + 1) + 1e-9).length;
        const warning = paceWarning({ late, dueIn, finished, days: 14 });
        expect(warning?.breaks ?? 0).toBe(late + one.length < 3 ? 0 : breaks);
        if (warning?.daysToClear) expect(Math.ceil(warning.open / warning.perDay - 1e-9)).toBe(warning.daysToClear);
      }),
    );
  });
});

describe('a case that leaves the usual course of its kind', () => {
  const facts = (ageDays: number, p90Days: number, sample = 143): DriftFacts => ({
    ...{ work: 'handle', path: 'cadreLed', ageMs: ageDays * DAY_MS, usual: { p90Ms: p90Days * DAY_MS, sample, days: 90 } },
  });

  it.each<[string, DriftFacts, number | null]>([
    ['open for longer than nine of ten', facts(12.6, 6.3), 2],
    ['exactly as long is usual', facts(6.3, 6.3), null],
    ['shorter is usual', facts(6, 6.3), null],
    ['nineteen say too little', facts(12.6, 6.3, 19), null],
    ['twenty say enough', facts(12.6, 6.3, 20), 2],
    ['what took no time at all is no measure', facts(1, 0), null],
  ])('%s', (_, given, times) => expect(driftWarning(given)?.times ?? null).toBe(times));

  it('is told with both lengths and how many were looked at', () => {
    expect(zh(driftWarning(facts(12.6, 6.3)))).toBe('“办理”已 12.6 天 ÷ 同类干部领办九成不超过 6.3 天 = 2 倍（近 90 天办结的 143 件）。');
    expect(en(driftWarning(facts(12.6, 6.3)))).toMatch(/^Handling for 12\.6 days ÷ nine of ten .+ up to 6\.3 days = 2 times \(143 finished in 90 days\)\.$/);
  });
});

describe('a case that is passed back and forth', () => {
  const back = (day: number, from: string | null, to: string): Returned => ({ at: `2026-11-${day}T01:00:00.000Z`, from, to });

  it.each<[string, Returned[], object | null]>([
    ['one return is ordinary', [back(10, 'water', 'roads')], null],
    ['two returns', [back(10, 'water', 'roads'), back(12, 'roads', 'parks')], { between: null }],
    ['two units that name each other', [back(10, 'water', 'roads'), back(12, 'roads', 'water')], { between: ['roads', 'water'] }],
    ['the same, found whatever the order', [back(12, 'roads', 'water'), back(10, 'water', 'roads')], { between: ['roads', 'water'] }],
    ['one unit twice names nobody who named it', [back(10, 'water', 'roads'), back(12, 'water', 'roads')], { between: null }],
    ['somebody without a unit', [back(10, null, 'water'), back(12, 'water', 'roads')], { between: null }],
    ['none', [], null],
  ])('%s', (_, returns, expected) => {
    const warning = pingPongWarning(returns);
    if (expected === null) expect(warning).toBeNull();
    else expect(warning).toMatchObject(expected);
  });

  it('is told with how often and by how many', () => {
    const warning = pingPongWarning([back(10, 'water', 'roads'), back(12, 'roads', 'water'), back(14, 'water', 'roads')]);
    expect(zh(warning)).toBe('裁定前已退回 3 次：2 个单位退回，建议 2 个单位承办，其中两家互相推转。');
    expect(en(warning)).toBe('Returned 3 times without a decision: by 2 units, naming 2 units, two of which name each other.');
  });
});

describe('a grid that falls silent', () => {
  const facts = (usual: number, reports: number, patrols: number | null = 0): SilenceFacts => ({ usual, usualWeeks: 8, reports, lastWeeks: 2, patrols });

  it.each<[string, SilenceFacts, number | null]>([
    ['none where six are usual: e⁻⁶', facts(24, 0), Math.exp(-6)],
    ['one where six are usual: 7 e⁻⁶', facts(24, 1), 7 * Math.exp(-6)],
    ['two of six happen now and then', facts(24, 2), null],
    ['none where two and a half are usual happens', facts(10, 0), null],
    ['none where three are usual is told', facts(12, 0), Math.exp(-3)],
    ['a grid that never says anything has not fallen silent', facts(0, 0), null],
    ['somebody patrolled: it is quiet, not silent', facts(24, 0, 1), null],
    ['whether somebody patrolled is not known', facts(24, 0, null), Math.exp(-6)],
    ['as many as usual', facts(24, 6), null],
  ])('%s', (_, given, probability) => {
    const warning = silenceWarning(given);
    if (probability === null) expect(warning).toBeNull();
    else expect(warning?.probability).toBeCloseTo(probability, 10);
  });

  it('is told with what was usual, what came and the chance of it', () => {
    expect(zh(silenceWarning(facts(24, 0)))).toBe('此前 8 周来件 24 件，近 2 周应有 6 件，实有 0 件，偶然如此的概率 0.25%；其间没有巡查。');
    expect(zh(silenceWarning(facts(100, 0, null)))).toMatch(/概率 <0\.01%；巡查情况未知。$/);
    expect(en(silenceWarning(facts(24, 1)))).toMatch(/6 would be usual and 1 came, by chance 1\.7%; nobody patrolled\.$/);
  });
});

describe('what is graver', () => {
  it('comes first among its kind: the more, the longer, the less likely', () => {
    const silence = (reports: number) => silenceWarning({ usual: 80, usualWeeks: 8, reports, lastWeeks: 2, patrols: 0 })!;
    expect(gravityOf(silence(0))).toBeGreaterThan(gravityOf(silence(5)));
    const pace = (cases: number) => paceWarning({ late: 0, dueIn: [{ days: 0, cases }], finished: 14, days: 14 })!;
    expect(gravityOf(pace(9))).toBeGreaterThan(gravityOf(pace(4)));
  });
});

describe('a topic that rises', () => {
  it.each<[number, number, number | null | undefined]>([
    [12, 16, 3],
    [6, 16, undefined],
    [3, 0, null],
    [2, 0, undefined],
    [4, 40, undefined],
  ])('%i in a week after %i in four', (recent, before, times) => {
    expect(risingTopic({ recent, before, weeks: 4 })?.times).toBe(times);
  });
});

describe('the light of an area', () => {
  it.each([
    [0, 0, 0, 'green'],
    [10, 1, 0, 'green'],
    [10, 2, 0, 'yellow'],
    [11, 1, 1, 'green'],
    [10, 1, 1, 'red'],
    [10, 0, 1, 'red'],
    [20, 3, 1, 'yellow'],
  ])('of %i running cases %i yellow and %i red: %s', (running, yellow, red, light) => {
    expect(lightOf({ running, yellow, red })).toBe(light);
  });
});
