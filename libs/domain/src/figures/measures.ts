import type { Tier } from '../paths/vocabulary.js';

/** The figures of product.md §5, in the order in which an office lists them. */
export const MEASURES = [
  'replied',
  'responseOnTime',
  'resolutionOnTime',
  'firstPromiseKept',
  'resolved',
  'satisfied',
  'fullySatisfied',
  'rated',
  'rework',
  'returned',
  'handedUp',
  'solvedAtGrid',
  'solvedAtVillage',
  'solvedAtTown',
  'solvedAtCounty',
  'solvedAtCity',
  'foundOnPatrol',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Why a case is in neither number of a figure. Each is counted and shown beside it. */
export const EXCLUSIONS = [
  'withdrawn',
  'notAccepted',
  /** Open, and its deadline has not come. */
  'notYetDue',
  'suspended',
  'referred',
  'notAnswered',
  /** Answered, and the resident may still rate. */
  'ratingOpen',
  /** Never counted as satisfied. */
  'notRated',
  'notResolved',
  /** Answered with the leading case of the same event. */
  'sameEvent',
  /** A life that was loaded as history: what it lacks cannot be counted. */
  'imported',
  /** The lateness is counted to whoever was late. */
  'chargedElsewhere',
  'answeredElsewhere',
  /** A consultation or a suggestion is nothing that a patrol could find. */
  'otherKind',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** `yes` counts in both numbers, `no` in the denominator alone. */
export type Verdict = 'yes' | 'no' | Exclusion;
export type Verdicts = Record<Measure, Verdict>;

export const SOLVED_AT: Record<Tier, Measure> = {
  grid: 'solvedAtGrid',
  village: 'solvedAtVillage',
  town: 'solvedAtTown',
  county: 'solvedAtCounty',
  city: 'solvedAtCity',
};

/** One letter a verdict, in the order of the measures: what a list of many cases is looked through by. */
export const encodeVerdicts = (verdicts: Verdicts): string => MEASURES.map((measure) => letterOf(verdicts[measure])).join('');

/** `y`, `n`, or a capital for the reason; reasons keep their place in the list, which only grows. */
export function letterOf(verdict: Verdict): string {
  return verdict === 'yes' ? 'y' : verdict === 'no' ? 'n' : String.fromCharCode(65 + EXCLUSIONS.indexOf(verdict));
}

/** The verdict that a letter stands for. */
export const verdictOfLetter = (letter: string): Verdict =>
  letter === 'y' ? 'yes' : letter === 'n' ? 'no' : (EXCLUSIONS[letter.charCodeAt(0) - 65] as Exclusion);

/** Rises when a definition changes, so that two counts can be told apart. */
export const FIGURES_VERSION = 1;
