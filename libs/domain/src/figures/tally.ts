import type { CaseFacts } from './facts.types.js';
import { MEASURES, type Exclusion, type Measure } from './measures.js';
import { scopeKey, scopesOf, verdictsFor, type Scope } from './scopes.js';
import { standingAt } from './standing.js';
import { verdictsOf } from './verdicts.js';
import type { Verdicts } from './measures.js';

/** One figure with what it is made of. */
export interface Figure {
  measure: Measure;
  numerator: number;
  denominator: number;
  /** Cases in neither number, by reason. */
  exclusions: Partial<Record<Exclusion, number>>;
}

export interface ScopeFigures {
  scope: Scope;
  /** All cases of the scope: numerator, denominator and exclusions of each figure come to this. */
  cases: number;
  figures: Record<Measure, Figure>;
}

/** What one case counts for, by scope. */
export interface CountedCase {
  caseNumber: string;
  areaCode: string;
  verdicts: { scope: Scope; verdicts: Verdicts }[];
}

/** How a case counts at an instant (ISO 8601, UTC), for everybody for whom it counts; null for one received later. */
export function countCase(facts: CaseFacts, asOf: string): CountedCase | null {
  if (Date.parse(facts.receivedAt) > Date.parse(asOf)) return null;
  const standing = standingAt(facts, asOf);
  const verdicts = verdictsOf(facts, standing, asOf);
  return {
    caseNumber: facts.caseNumber,
    areaCode: facts.areaCode,
    verdicts: scopesOf(facts, standing).map((scope) => ({ scope, verdicts: verdictsFor(scope, verdicts, standing) })),
  };
}

const nothing = (scope: Scope): ScopeFigures => ({
  scope,
  cases: 0,
  figures: Object.fromEntries(
    MEASURES.map((measure) => [measure, { measure, numerator: 0, denominator: 0, exclusions: {} }]),
  ) as unknown as Record<Measure, Figure>,
});

/** Adds cases up, scope by scope; the same in whatever order they come. */
export class Tally {
  private readonly scopes = new Map<string, ScopeFigures>();

  add({ verdicts: all }: CountedCase): void {
    for (const { scope, verdicts } of all) {
      const figures = this.of(scope);
      figures.cases += 1;
      for (const measure of MEASURES) enter(figures.figures[measure], verdicts[measure]);
    }
  }

  /** The scope's figures; all empty where no case counted for it. */
  of(scope: Scope): ScopeFigures {
    const key = scopeKey(scope);
    const known = this.scopes.get(key);
    if (known) return known;
    const made = nothing(scope);
    this.scopes.set(key, made);
    return made;
  }

  all(): ScopeFigures[] {
    return [...this.scopes.values()];
  }
}

function enter(figure: Figure, verdict: Verdicts[Measure]): void {
  if (verdict === 'yes') figure.numerator += 1;
  if (verdict === 'yes' || verdict === 'no') figure.denominator += 1;
  else figure.exclusions[verdict] = (figure.exclusions[verdict] ?? 0) + 1;
}

/** The share, or null where there is nothing to divide by. */
export const shareOf = ({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): number | null =>
  denominator === 0 ? null : numerator / denominator;
