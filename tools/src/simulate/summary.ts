import { isSound, type ProjectionReport } from '@yiwang/contracts/projection';
import { describeFigures, type FiguresReport } from '../figures/check-figures.js';
import type { Figures, PathFigures, Share } from './figures.js';
import { keptUp, type Lag } from './pace.js';

/** How the run itself went. */
export interface RunFacts {
  seed: number;
  planned: number;
  days: number;
  rate: number;
  /** Business time from the first day's midnight to the end. */
  lastedDays: number;
  tookMs: number;
  acts: Record<string, number>;
  refusals: Record<string, number>;
  retries: Record<string, number>;
  unexpected: string[];
  latency: Lag;
  lag: Lag;
  openings: Lag;
  lateByMachine: number;
  projection: ProjectionReport | { failed: string } | null;
  /** The first month's figures as evaluations counts them, beside an independent count. */
  counted: FiguresReport | { failed: string } | null;
}

export interface Summary {
  run: RunFacts;
  figures: Figures;
  /** The machine was quick enough for the figures to be people's doing. */
  keptUp: boolean;
}

const NAMES: Record<PathFigures['path'], string> = {
  villageDirect: '现场直办 villageDirect',
  cadreLed: '干部领办 cadreLed',
  villageTownJoint: '村镇联办 villageTownJoint',
  countyCoordinated: '县级统筹 countyCoordinated',
  none: '未入路径 none',
};

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, count) => total + count, 0);
const wide = (text: string): number => [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - wide(text)));

export const shareText = ({ numerator, denominator, share }: Share): string =>
  share === null ? '–' : `${(share * 100).toFixed(1)} % (${numerator}/${denominator})`;

const counted = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

function row(name: string, { cases, open, responseOnTime, resolutionOnTime, rounds }: Omit<PathFigures, 'path'>): string {
  const later = sum(Object.fromEntries(Object.entries(rounds).filter(([round]) => round !== '1')));
  return [pad(name, 30), pad(String(cases), 7), pad(String(open), 6), pad(shareText(responseOnTime), 23), pad(shareText(resolutionOnTime), 23), later].join('');
}

export const summaryOf = (run: RunFacts, figures: Figures): Summary => ({
  run,
  figures,
  keptUp: keptUp(run.lag, run.latency, run.rate),
});

/** What happened, for a person's eyes. */
export function describeSummary({ run, figures, keptUp: isKept }: Summary): string {
  const { happened, all, paths } = figures;
  const of = (...types: string[]): string => types.map((type) => `${type} ${happened.entries[type] ?? 0}`).join(', ');
  const cards = (type: string): string => `${happened.entries[type] ?? 0} in ${happened.cases[type] ?? 0} cases`;
  return `
${figures.cases} of ${run.planned} planned cases over ${run.days} days (seed ${run.seed}), followed for ${run.lastedDays.toFixed(1)} days at ${run.rate} times the speed; took ${(run.tookMs / 60_000).toFixed(1)} min

${pad('path at the end', 30)}${pad('cases', 7)}${pad('open', 6)}${pad('response in time', 23)}${pad('resolved in time', 23)}beyond round 1
${paths.map((each) => row(NAMES[each.path], each)).join('\n')}
${row('all', all)}

rounds            ${counted(all.rounds)}
ratings           ${counted(happened.rated)} over all rounds; at the end ${counted(figures.ratings)}
ended as          ${counted(figures.closedAs)}
still open        ${figures.open}: ${counted(figures.openBecause)}
cards             yellow ${cards('yellowCard')}; red ${cards('redCard')}
supervision       ${of('urged', 'orderIssued', 'orderAnswered', 'orderOverdue', 'instructed')}
requests          ${counted(happened.requested)}
decided           ${of('extended', 'paused', 'suspended', 'referred', 'approvalRefused', 'approvalMovedUp')}
up and down       ${of('handedUp', 'movedUp', 'delegated', 'returned', 'arbitrated', 'newRound', 'reopened')}
work              ${of('planned', 'assigned', 'contributed', 'summoned', 'minutesRecorded', 'mediated', 'verified', 'verificationFailed')}
same event        ${of('merged', 'joined', 'separated')}

acts              ${sum(run.acts)} in all, ${(sum(run.acts) / (run.tookMs / 1_000)).toFixed(1)} a second
refused           ${sum(run.refusals)}: ${counted(run.refusals)}
tried again       ${counted(run.retries)}
${machine(run, isKept)}
${projectionText(run.projection)}${countedText(run.counted)}${run.unexpected.length > 0 ? `\nNot expected:\n${run.unexpected.map((text) => `  ${text}`).join('\n')}\n` : ''}`;
}

function machine({ lag, latency, openings, rate, lateByMachine }: RunFacts, isKept: boolean): string {
  const hours = (ms: number): string => `${((ms * rate) / 3_600_000).toFixed(2)} h`;
  const line = (name: string, of: Lag): string =>
    `${pad(name, 18)}p50 ${of.p50Ms.toFixed(0)} ms, p95 ${of.p95Ms.toFixed(0)} ms, most ${of.maxMs.toFixed(0)} ms (p95 is ${hours(of.p95Ms)} of its time)`;
  return [
    line('waits for hands', lag),
    line('an operation', latency),
    line('until the task', openings),
    isKept
      ? `The system kept up; ${lateByMachine} answers that were meant in time came too late by its doing.`
      : `THE SYSTEM COULD NOT KEEP UP: part of the lateness above is the machine's, not people's (${lateByMachine} answers that were meant in time came too late). Take a lower --rate.`,
  ].join('\n');
}

function projectionText(projection: RunFacts['projection']): string {
  if (projection === null) return 'The projection was not checked.\n';
  if ('failed' in projection) return `THE PROJECTION COULD NOT BE CHECKED: ${projection.failed}\n`;
  const { checked, steps, differences, forgotten, unreadable } = projection;
  const found = `${differences.length} differences, ${forgotten.length} forgotten, ${unreadable.length} unreadable`;
  return `projection        ${checked} cases with ${steps} steps compared: ${isSound(projection) ? 'nothing found' : found.toUpperCase()}\n`;
}

function countedText(counted: RunFacts['counted']): string {
  if (counted === null) return 'The figures were not counted.\n';
  if ('failed' in counted) return `THE FIGURES COULD NOT BE COUNTED: ${counted.failed}\n`;
  return `figures           ${describeFigures(counted)}\n`;
}

/** Whether what was checked at the end is in order: projection beside engine, figures beside an independent count. */
export function isWell({ run: { projection, counted } }: Summary): boolean {
  const isProjected = projection !== null && !('failed' in projection) && isSound(projection);
  return isProjected && counted !== null && !('failed' in counted) && counted.differences.length === 0;
}
