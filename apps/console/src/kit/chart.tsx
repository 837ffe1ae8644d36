import { useEffect, useEffectEvent, useRef } from 'react';
import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { init, use as register, type ComposeOption, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { language } from '../words/index.js';

register([BarChart, LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption>;
/** What one of our CSS variables is where the chart stands: on the wall another than on a desk. */
export type Colour = (variable: `--${string}`) => string;

/** Where somebody clicked: the place along the categories, and the value across from it. */
export interface Picked {
  index: number;
  value: number;
}

export interface ChartProps {
  /** What it shows, for whoever does not see it. Its numbers stand beside it in the page, where a keyboard reaches them. */
  label: string;
  className: string;
  /** Which axis has the categories. */
  along: 'x' | 'y';
  option(colour: Colour): ChartOption;
  onPick?(picked: Picked): void;
}

const GROW_MS = 400;

/** A chart in our colours, as large as its place. It moves only for readers who do not mind. */
export function Chart({ label, className, along, option, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const said = language();
  const draw = useEffectEvent(() => {
    if (!box.current || !chart.current) return;
    const style = getComputedStyle(box.current);
    const colour: Colour = (variable) => style.getPropertyValue(variable).trim();
    const moves = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const common: ChartOption = {
      ...{ aria: { enabled: true, label: { description: label } }, animation: moves, animationDuration: GROW_MS, animationDurationUpdate: GROW_MS },
      textStyle: { fontFamily: style.fontFamily, color: colour('--quiet') },
    };
    chart.current.setOption({ ...common, ...option(colour) }, { replaceMerge: ['series'] });
  });
  const pick = useEffectEvent((picked: Picked) => onPick?.(picked));
  const isPickable = onPick !== undefined;

  useEffect(() => {
    const place = box.current;
    if (!place) return undefined;
    const drawn = init(place, null, { renderer: 'svg', locale: said === 'zh' ? 'ZH' : 'EN' });
    chart.current = drawn;
    // Its first report comes at once, so that nothing is drawn before its place has a size.
    const sized = new ResizeObserver(() => {
      drawn.resize();
      draw();
    });
    sized.observe(place);
    if (isPickable) {
      const pointer = drawn.getZr();
      pointer.on('click', ({ offsetX, offsetY }) => {
        const picked = pickedAt(drawn, along, [offsetX, offsetY]);
        if (picked) pick(picked);
      });
      pointer.on('mousemove', ({ offsetX, offsetY }) => pointer.setCursorStyle(pickedAt(drawn, along, [offsetX, offsetY]) ? 'pointer' : 'default'));
    }
    return () => {
      sized.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, [said, along, isPickable]);
  useEffect(() => draw(), [label, option]);

  return <div ref={box} className={className} />;
}

/** All of a category's strip counts, so that a small bar is no smaller to hit. */
function pickedAt(chart: ECharts, along: 'x' | 'y', at: [number, number]): Picked | null {
  if (!chart.containPixel({ gridIndex: 0 }, at)) return null;
  const found = chart.convertFromPixel({ gridIndex: 0 }, at);
  const [x, y] = Array.isArray(found) ? (found as number[]) : [];
  if (x === undefined || y === undefined) return null;
  return along === 'x' ? { index: Math.round(x), value: y } : { index: Math.round(y), value: x };
}
