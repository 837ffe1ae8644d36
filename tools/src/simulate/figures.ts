import { isFinal, PATHS, type Path } from '@yiwang/domain/paths';
import type { CaseFacts, Happened } from './facts.js';

/** A share with what it is made of; `null` where there is nothing to divide by. */
export interface Share {
  numerator: number;
  denominator: number;
  share: number | null;
}

export interface PathFigures {
  path: Path | 'none';
  cases: number;
  open: number;
  responseOnTime: Share;
  resolutionOnTime: Share;
  /** How many cases ended in which round. */
  rounds: Record<string, number>;
}

export interface Figures {
  cases: number;
  closed: number;
  open: number;
  paths: PathFigures[];
  all: Omit<PathFigures, 'path'>;
  ratings: Record<'satisfied' | 'mostlySatisfied' | 'dissatisfied' | 'notRated', number>;
  closedAs: Record<string, number>;
  openBecause: Record<string, number>;
  happened: Happened;
}

const shareOf = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  share: denominator === 0 ? null : numerator / denominator,
});

/** Taken back and not accepted cases were promised nothing that could be late. */
const wasPromised = ({ stage }: CaseFacts): boolean => stage !== 'withdrawn' && stage !== 'notAccepted';

/** Counted once it is known: answered, or too late for it. What is open and not due yet is in neither number. */
function onTime(cases: readonly CaseFacts[], isDone: (one: CaseFacts) => boolean, isLate: (one: CaseFacts) => boolean): Share {
  const known = cases.filter((one) => wasPromised(one) && (isDone(one) || isLate(one)));
  return shareOf(known.filter((one) => !isLate(one)).length, known.length);
}

const isOpen = ({ stage }: CaseFacts): boolean => !isFinal(stage);

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

const figuresOf = (cases: readonly CaseFacts[]): Omit<PathFigures, 'path'> => ({
  cases: cases.length,
  open: cases.filter(isOpen).length,
  responseOnTime: onTime(cases, ({ firstResponseAt, resolvedAt }) => (firstResponseAt ?? resolvedAt) !== null, (one) => one.responseOverdue),
  resolutionOnTime: onTime(cases, ({ resolvedAt }) => resolvedAt !== null, (one) => one.resolutionOverdue),
  rounds: countBy(cases, ({ round }) => String(round)),
});

/** Why an open case is open, in the words of the supervisor's list. */
export function openBecause({ stage, paused, mergedInto, resolutionDueAt }: CaseFacts, nowMs: number): string {
  if (mergedInto !== null) return 'sameEvent';
  if (paused !== null) return paused;
  if (stage === 'referred') return 'referred';
  if (stage === 'evaluating') return 'waitingForRating';
  if (Date.parse(resolutionDueAt) < nowMs) return 'overdue';
  return stage === 'verifying' ? 'verifying' : 'underWay';
}

/** All figures of a run, from the cases as they stand at its end (`nowMs`, business time) and from what happened. */
export function figuresFrom(cases: readonly CaseFacts[], happened: Happened, nowMs: number): Figures {
  const open = cases.filter(isOpen);
  const rated = cases.filter(({ stage }) => stage === 'closed');
  const ofPath = (path: Path | 'none') => cases.filter((one) => (one.path ?? 'none') === path);
  return {
    cases: cases.length,
    closed: cases.length - open.length,
    open: open.length,
    paths: ([...PATHS, 'none'] as const).flatMap((path) => (ofPath(path).length > 0 ? [{ path, ...figuresOf(ofPath(path)) }] : [])),
    all: figuresOf(cases),
    ratings: {
      ...{ satisfied: 0, mostlySatisfied: 0, dissatisfied: 0, notRated: 0 },
      ...countBy(rated, ({ rating }) => rating ?? 'notRated'),
    },
    closedAs: countBy(cases.filter((one) => !isOpen(one)), ({ closedAs, stage }) => closedAs ?? stage),
    openBecause: countBy(open, (one) => openBecause(one, nowMs)),
    happened,
  };
}
