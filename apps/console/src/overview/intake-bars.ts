import type { ChartOption, Colour } from '../kit/chart.js';
import { figure } from './words.js';

interface Bar {
  /** What it is and how many, in words. */
  said: string;
  count: number;
}

/** The whole place belongs to the bars: what they are called stands beside them in the page. */
const FULL = { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' } as const;
/** Room over the highest bar for its number. */
const HEADROOM = 1.3;
const BEFORE_TODAY = 0.6;

const tooltip = (bars: readonly Bar[], colour: Colour) => ({
  ...{ trigger: 'axis' as const, axisPointer: { type: 'shadow' as const, z: -1, shadowStyle: { color: colour('--ov-track'), opacity: 0.5 } }, confine: true, transitionDuration: 0 },
  ...{ backgroundColor: colour('--paper'), borderColor: colour('--line'), padding: [4, 10], textStyle: { color: colour('--ink'), fontSize: 13 } },
  formatter: (at: unknown) => bars[([at].flat()[0] as { dataIndex: number }).dataIndex]?.said ?? '',
});

/** One bar a day with its number over it; the last is today's. */
export const dayBars = (bars: readonly Bar[], colour: Colour): ChartOption => ({
  grid: { ...FULL, bottom: 1 },
  tooltip: tooltip(bars, colour),
  xAxis: { type: 'category', data: bars.map(({ said }) => said), axisLabel: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--line') } } },
  yAxis: { type: 'value', show: false, max: HEADROOM * Math.max(1, ...bars.map(({ count }) => count)) },
  series: [
    {
      ...{ id: 'days', type: 'bar', barCategoryGap: '18%', itemStyle: { color: colour('--ov-bar'), borderRadius: [3, 3, 0, 0] } },
      data: bars.map(({ count }, index) => ({ value: count, itemStyle: { opacity: index === bars.length - 1 ? 1 : BEFORE_TODAY } })),
      label: { show: true, position: 'top', distance: 2, fontSize: 11, color: colour('--quiet'), formatter: ({ value }) => (Number(value) > 0 ? figure(Number(value)) : '') },
    },
  ],
});

/** One bar a channel, the first on top, each in a row of its own. */
export const channelBars = (bars: readonly Bar[], colour: Colour): ChartOption => ({
  grid: FULL,
  tooltip: tooltip(bars, colour),
  xAxis: { type: 'value', show: false, max: Math.max(1, ...bars.map(({ count }) => count)) },
  yAxis: { type: 'category', inverse: true, show: false, data: bars.map(({ said }) => said) },
  series: [
    { id: 'channels', type: 'bar', barWidth: 8, showBackground: true, backgroundStyle: { color: colour('--ov-track'), borderRadius: 4 }, itemStyle: { color: colour('--ov-bar'), borderRadius: 4 }, data: bars.map(({ count }) => count) },
  ],
});
