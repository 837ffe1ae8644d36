import { right, whole } from '../report.js';
import type { Load } from './load.js';

export interface LoadRow {
  network: string;
  page: Load[];
  /** The least that the same server answers, under the same conditions. */
  floor: Load[];
}

export const WANTED = { bytes: 150_000, usableMs: 2_000 } as const;

export const HEAD =
  '\nFirst load of a resident’s page, 4× slower CPU   paint ms  usable ms    slowest     kB    floor: paint ms   kB';

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Medians of a row, and its slowest. */
export const figuresOf = ({ page, floor }: Pick<LoadRow, 'page' | 'floor'>) => ({
  paintMs: middle(page.map(({ paintMs }) => paintMs)),
  usableMs: middle(page.map(({ usableMs }) => usableMs)),
  slowestMs: Math.max(...page.map(({ usableMs }) => usableMs)),
  bytes: Math.max(...page.map(({ bytes }) => bytes)),
  floorMs: middle(floor.map(({ paintMs }) => paintMs)),
  floorBytes: Math.max(...floor.map(({ bytes }) => bytes)),
});

const kB = (bytes: number): string => (bytes / 1_000).toFixed(1);

export function describeLoads(row: LoadRow): string {
  const { paintMs, usableMs, slowestMs, bytes, floorMs, floorBytes } = figuresOf(row);
  const columns = [right(whole(paintMs), 9), right(whole(usableMs), 10), right(whole(slowestMs), 10), right(kB(bytes), 6)];
  return `  ${`slow 4G, ${row.network}`.padEnd(45)} ${columns.join(' ')} ${right(whole(floorMs), 18)} ${right(kB(floorBytes), 4)}`;
}

export const isReached = (row: LoadRow): boolean => {
  const { usableMs, bytes } = figuresOf(row);
  return usableMs <= WANTED.usableMs && bytes <= WANTED.bytes;
};

export function describeVerdict(rows: readonly LoadRow[]): string {
  const lines = rows.map((row) => `  ${isReached(row) ? 'reached    ' : 'NOT reached'}  ${row.network}: usable ≤ ${whole(WANTED.usableMs)} ms with ≤ ${kB(WANTED.bytes)} kB`);
  return ['', ...lines, ''].join('\n');
}
