import type { CountOfMonth } from './figures.js';
import type { OverviewTrendQuery } from './generated/graphql.js';

export type Measure = CountOfMonth['figures'][number]['measure'];
/** What the leader's screen shows of the figures. */
export const SHOWN = ['responseOnTime', 'resolutionOnTime', 'satisfied'] as const satisfies readonly Measure[];
export type ShownMeasure = (typeof SHOWN)[number];

type Figure = NonNullable<OverviewTrendQuery['m1']>['figures'][number];

export interface TrendMonth {
  month: string;
  /** Of its count; null where nobody has counted it. */
  count: string | null;
  figures: Partial<Record<ShownMeasure, Figure>>;
}

/** Whether a line can be drawn: one month alone is no course. */
const LEAST = 2;

/** The months one after the other, from the first that was counted on; none where fewer than two have something to show. */
export function trendOf(months: readonly string[], counts: readonly OverviewTrendQuery['m1'][]): TrendMonth[] {
  const all = months.map((month, index): TrendMonth => {
    const count = counts[index];
    const figures = Object.fromEntries(SHOWN.map((measure) => [measure, count?.figures.find((one) => one.measure === measure)]));
    return { month, count: count?.id ?? null, figures };
  });
  const hasShare = ({ figures }: TrendMonth): boolean => SHOWN.some((measure) => figures[measure]?.share != null);
  return all.filter(hasShare).length < LEAST ? [] : all.slice(all.findIndex(hasShare));
}

/** The shown figure of a month whose share is nearest to where somebody clicked. */
export function nearestMeasure({ figures }: TrendMonth, share: number): ShownMeasure | undefined {
  const away = (measure: ShownMeasure): number => Math.abs((figures[measure]?.share ?? Infinity) - share);
  return SHOWN.filter((measure) => figures[measure]?.share != null).toSorted((a, b) => away(a) - away(b))[0];
}
