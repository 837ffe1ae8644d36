import type { ChartOption, Colour } from '../kit/chart.js';
import { SHOWN, type ShownMeasure, type TrendMonth } from './trend-months.js';

/** Colour and mark of each line; the marks tell them apart where colours do not. */
const LOOKS: Record<ShownMeasure, { colour: `--${string}`; symbol: string }> = {
  responseOnTime: { colour: '--ov-line-response', symbol: 'circle' },
  resolutionOnTime: { colour: '--ov-line-resolution', symbol: 'rect' },
  satisfied: { colour: '--ov-line-satisfied', symbol: 'triangle' },
};
const STEP = 0.1;

/** One line a figure over the months; from the ten percent below the lowest up to all. */
export function trendLines(months: readonly TrendMonth[], say: { month(month: TrendMonth): string; all(month: TrendMonth): string }, colour: Colour): ChartOption {
  const shares = months.flatMap(({ figures }) => SHOWN.flatMap((measure) => figures[measure]?.share ?? []));
  const lowest = Math.max(0, Math.floor((Math.min(...shares) - STEP / 2) / STEP) * STEP);
  const text = { color: colour('--quiet'), fontSize: 11 };
  return {
    grid: { left: 38, right: 14, top: 10, bottom: 22, outerBoundsMode: 'none' },
    tooltip: {
      ...{ trigger: 'axis', confine: true, transitionDuration: 0, backgroundColor: colour('--paper'), borderColor: colour('--line'), padding: [4, 10], textStyle: { color: colour('--ink'), fontSize: 13 } },
      formatter: (at: unknown) => {
        const month = months[([at].flat()[0] as { dataIndex: number }).dataIndex];
        return month ? say.all(month) : '';
      },
    },
    xAxis: { type: 'category', data: months.map(say.month), axisLabel: { ...text, interval: 0 }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--line') } } },
    yAxis: { type: 'value', min: lowest, max: 1, interval: (1 - lowest) / 2, axisLabel: { ...text, formatter: (share: number) => `${Math.round(100 * share)}%` }, splitLine: { lineStyle: { color: colour('--line') } } },
    series: SHOWN.map((measure) => ({
      ...{ id: measure, type: 'line', symbol: LOOKS[measure].symbol, symbolSize: 7, showSymbol: true, lineStyle: { width: 2 }, itemStyle: { color: colour(LOOKS[measure].colour) } },
      data: months.map(({ figures }) => figures[measure]?.share ?? null),
    })),
  };
}
