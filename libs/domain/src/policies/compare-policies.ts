import type { WorkingCalendar } from '../calendar/types.js';
import { addLimit } from '../clocks/add-limit.js';
import { PATHS, type CaseClass, type Path } from '../paths/vocabulary.js';
import { routeOf, type Matter } from './route-of.js';
import type { PolicyRules } from './types.js';

/** A past case as far as a policy decides on it. Instants are ISO 8601, UTC. */
export interface ReplayFacts extends Matter {
  number: string;
  receivedAt: string;
  /** The path that a dispatcher chose for it, where no policy sent it there. */
  chosenPath?: Path | null;
  /** When a desk sent it on its way, where it waited at one: every path but the village's runs from then. */
  dispatchedAt?: string | null;
  /** Each time another path or round took it over, in order. */
  handOvers: readonly { from: Path; to: Path; at: string }[];
}

/** What a policy makes of a case: its class, the path it begins on, the path that holds it last and the answer's deadline. */
export interface ReplayedCourse {
  caseClass: CaseClass;
  path: Path;
  lastPath: Path;
  dueAt: string;
  /** The deadline crosses dates that the calendar does not cover. */
  provisional: boolean;
}

export interface PolicyDifference {
  number: string;
  before: ReplayedCourse;
  draft: ReplayedCourse;
}

export interface PolicyComparison {
  cases: number;
  otherPath: number;
  /** How many answers would be due at another instant, and how many of those sooner or later. */
  otherDeadline: number;
  sooner: number;
  later: number;
  /** On which path the cases begin. */
  byPath: Record<Path, { before: number; draft: number }>;
  /** The first of the cases that differ, as many as were asked for; the counts are of all. */
  differences: PolicyDifference[];
}

export interface ComparedPolicies {
  before: PolicyRules;
  draft: PolicyRules;
  calendar: WorkingCalendar | null;
  /** How many differences are listed; all of them where it is left out. */
  mostListed?: number;
}

/**
 * The course of a past case had these rules been in force: pauses and extensions left out, as nobody knows whether they
 * would have been asked for. A hand-over upwards falls away where the case already stands as high, one downwards where it
 * stands as low; a new round on the same path counts as it was.
 */
export function replayCase(facts: ReplayFacts, rules: PolicyRules, calendar: WorkingCalendar | null): ReplayedCourse {
  const { caseClass, path: routed } = routeOf(facts, rules);
  const path = facts.chosenPath ?? routed;
  const isFromDesk = facts.dispatchedAt != null && path !== 'villageDirect';
  let [lastPath, from] = [path, (isFromDesk ? facts.dispatchedAt : null) ?? facts.receivedAt];
  for (const { from: left, to, at } of facts.handOvers) {
    const isUp = PATHS.indexOf(to) - PATHS.indexOf(left);
    const wouldBe = PATHS.indexOf(to) - PATHS.indexOf(lastPath);
    if (isUp !== 0 && Math.sign(wouldBe) !== Math.sign(isUp)) continue;
    if (isUp !== 0) lastPath = to;
    from = at;
  }
  const { at: dueAt, provisional } = addLimit(rules.paths[lastPath].resolution, from, calendar);
  return { caseClass, path, lastPath, dueAt, provisional };
}

/**
 * The rule lab (规则试验): which of these past cases would take another path or deadline under a draft. Reads them one
 * after the other and keeps only counts and what is listed, so any number of them may come.
 */
export function comparePolicies(cases: Iterable<ReplayFacts>, policies: ComparedPolicies): PolicyComparison {
  const comparison = beginComparison();
  for (const facts of cases) addToComparison(comparison, facts, policies);
  return comparison;
}

export const beginComparison = (): PolicyComparison => ({
  cases: 0,
  otherPath: 0,
  otherDeadline: 0,
  sooner: 0,
  later: 0,
  byPath: Object.fromEntries(PATHS.map((path) => [path, { before: 0, draft: 0 }])) as PolicyComparison['byPath'],
  differences: [],
});

/** Counts one more case in; for cases that arrive in portions. */
export function addToComparison(comparison: PolicyComparison, facts: ReplayFacts, policies: ComparedPolicies): void {
  const before = replayCase(facts, policies.before, policies.calendar);
  const draft = replayCase(facts, policies.draft, policies.calendar);
  comparison.cases += 1;
  comparison.byPath[before.path].before += 1;
  comparison.byPath[draft.path].draft += 1;
  const isOtherPath = before.path !== draft.path || before.lastPath !== draft.lastPath;
  const isOtherDeadline = before.dueAt !== draft.dueAt;
  if (isOtherPath) comparison.otherPath += 1;
  if (isOtherDeadline) {
    comparison.otherDeadline += 1;
    // Instants in UTC, all of one form: their order is that of their texts.
    comparison[draft.dueAt < before.dueAt ? 'sooner' : 'later'] += 1;
  }
  const hasRoom = comparison.differences.length < (policies.mostListed ?? Number.POSITIVE_INFINITY);
  if ((isOtherPath || isOtherDeadline) && hasRoom) comparison.differences.push({ number: facts.number, before, draft });
}
