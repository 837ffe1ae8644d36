import type { ReasonKind } from '@yiwang/domain/stuck';

/** What came of one fault. Times in milliseconds. */
export interface FaultResult {
  name: string;
  shows: ReasonKind;
  cases: number;
  /** How long each case took to show the true reason; fewer than there are cases where some never did. */
  shownAfterMs: number[];
  /** What the others showed when time was up, and how often. */
  instead: Record<string, number>;
  /** By what it was to be mended, and how long each case took; null where nothing mends it. */
  mend: { by: string; afterMs: number[]; instead: Record<string, number> } | null;
  /** What broke the fault itself, so that nothing was found out. */
  failed: string | null;
}

/** Wanted: of all cases that something was done to, so many show the true reason. */
export const WANTED_SHARE = 0.99;

export interface FaultsSummary {
  results: FaultResult[];
  cases: number;
  shown: number;
  mended: number;
  toMend: number;
}

export function summaryOf(results: readonly FaultResult[]): FaultsSummary {
  const sum = (pick: (result: FaultResult) => number): number => results.reduce((total, result) => total + pick(result), 0);
  return {
    results: [...results],
    cases: sum(({ cases }) => cases),
    shown: sum(({ shownAfterMs }) => shownAfterMs.length),
    toMend: sum(({ mend, cases }) => (mend === null ? 0 : cases)),
    mended: sum(({ mend }) => mend?.afterMs.length ?? 0),
  };
}

/** Every fault was injected, the true reason shown in 99 of 100 cases, and whatever says it mends has mended every case. */
export const isWell = ({ results, cases, shown, mended, toMend }: FaultsSummary): boolean =>
  results.every(({ failed, cases: done }) => failed === null && done > 0) && shown >= cases * WANTED_SHARE && mended === toMend;

export function describeFaults(summary: FaultsSummary): string {
  const { results, cases, shown, mended, toMend } = summary;
  const percent = cases === 0 ? 0 : (shown * 100) / cases;
  return [
    '',
    ...results.flatMap(describe),
    '',
    `${shown} of ${cases} cases showed the true reason (${percent.toFixed(1)} %, wanted ${WANTED_SHARE * 100} %); ${mended} of ${toMend} were mended by what says it mends them`,
  ].join('\n');
}

function describe({ name, shows, cases, shownAfterMs, instead, mend, failed }: FaultResult): string[] {
  if (failed !== null) return [`${name}: could not be tried: ${failed}`];
  return [
    `${name}: ${shownAfterMs.length} of ${cases} show ${shows}${times(shownAfterMs)}${others(instead)}`,
    ...(mend === null ? [] : [`  mended by ${mend.by}: ${mend.afterMs.length} of ${cases}${times(mend.afterMs)}${others(mend.instead)}`]),
  ];
}

function times(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return median === undefined || longest === undefined ? '' : `, after ${(median / 1_000).toFixed(1)} s in the median, ${(longest / 1_000).toFixed(1)} s at most`;
}

const others = (instead: Record<string, number>): string =>
  Object.keys(instead).length === 0 ? '' : `; instead: ${Object.entries(instead).map(([kind, count]) => `${kind} ${count}`).join(', ')}`;
