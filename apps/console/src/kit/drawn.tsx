import { lazy, Suspense, type ComponentType } from 'react';
import type { ChartProps } from './chart.js';
import type { AreaMapProps } from './area-map.js';

/** Without the library's code, as after a release or a broken line, nothing is drawn: what it shows stands beside it in words. */
const nothing = { default: () => null };
const LazyChart = lazy<ComponentType<ChartProps>>(() => import('./chart.js').then(({ Chart }) => ({ default: Chart }), () => nothing));
const LazyMap = lazy<ComponentType<AreaMapProps>>(() => import('./area-map.js').then(({ AreaMap }) => ({ default: AreaMap }), () => nothing));

/** The chart library is loaded with the first chart, and the page does not wait for it. */
export const Chart = (props: ChartProps) => <Suspense fallback={<div className={props.className} />}><LazyChart {...props} /></Suspense>;

/** The map library is loaded with the first map, and the page does not wait for it. */
export const AreaMap = (props: AreaMapProps) => <Suspense fallback={<div className={props.className} />}><LazyMap {...props} /></Suspense>;
