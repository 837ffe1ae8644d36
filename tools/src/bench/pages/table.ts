import { right } from '../report.js';
import type { PageRow } from './measure-lists.js';

export const WANTED_P99_MS = 50;

export const HEAD =
  '\nFirst pages                                               level         p50     p95     p99 ms      n   SQL p50/p99   empty p50/p99';

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

/** Reached only where it was asked often enough for a p99. */
export const isReached = ({ graph, refused }: PageRow): boolean => refused === null && graph.count >= 200 && graph.p99 <= WANTED_P99_MS;

export function describePage(row: PageRow): string {
  const { service, name, level, graph, sql, empty, refused } = row;
  const begin = `  ${isReached(row) ? 'reached    ' : 'NOT reached'} ${`${service} ${name}`.padEnd(43)} ${level.padEnd(11)}`;
  if (refused !== null) return `${begin} refused: ${refused}`;
  const times = [graph.p50, graph.p95, graph.p99].map((value) => right(ms(value), 7)).join(' ');
  return `${begin} ${times} ${right(graph.count, 9)} ${right(`${ms(sql.p50)}/${ms(sql.p99)}`, 13)} ${right(`${ms(empty.p50)}/${ms(empty.p99)}`, 15)}`;
}

export function describeVerdict(rows: readonly PageRow[]): string {
  const missed = rows.filter((row) => !isReached(row));
  return `\n${rows.length - missed.length} of ${rows.length} first pages reach p99 ≤ ${WANTED_P99_MS} ms${missed.length > 0 ? '; the others are marked' : ''}.`;
}
