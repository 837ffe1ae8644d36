import { nearestMeasure, trendOf } from './trend-months.js';

const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10'];
const count = (month: string, shares: Record<string, number | null>) => ({
  ...{ id: `count-${month}`, month },
  figures: Object.entries(shares).map(([measure, share]) => ({ measure, share, text: share === null ? '—' : `${100 * share}%`, denominator: share === null ? 0 : 10 })),
});
const trend = (...counts: (object | null)[]) => trendOf(MONTHS, counts as never);

describe('the course of the figures', () => {
  it('begins with the first month that was counted and leaves a gap where one was not', () => {
    const found = trend(null, count('2026-08', { satisfied: 0.9 }), null, count('2026-10', { satisfied: 0.8, replied: 1 }));
    expect(found.map(({ month, count: id, figures }) => [month, id, figures.satisfied?.share])).toEqual([
      ['2026-08', 'count-2026-08', 0.9],
      ['2026-09', null, undefined],
      ['2026-10', 'count-2026-10', 0.8],
    ]);
    expect(Object.values(found[2]?.figures ?? {}).filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ['nothing was counted', [null, null, null, null]],
    ['one month alone was counted', [null, null, null, count('2026-10', { satisfied: 1 })]],
    ['the other month had nothing to divide by', [null, null, count('2026-09', { satisfied: null }), count('2026-10', { satisfied: 1 })]],
  ])('is not drawn where %s', (_, counts) => expect(trend(...counts)).toEqual([]));

  it('knows which line was meant by a click near it', () => {
    const [month] = trend(count('2026-07', { satisfied: 0.9, responseOnTime: 0.5, resolutionOnTime: null }), count('2026-08', { satisfied: 1 }), null, null);
    expect([0.95, 0.6, 0].map((share) => month && nearestMeasure(month, share))).toEqual(['satisfied', 'responseOnTime', 'responseOnTime']);
    expect(nearestMeasure({ month: '2026-07', count: null, figures: {} }, 1)).toBeUndefined();
  });
});
