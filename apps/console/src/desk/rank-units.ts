/** Why a unit may be the one, as departments says it. */
export interface UnitReason {
  kind: string;
  zh: string;
  en: string;
}

export interface Unit {
  code: string;
  name: string;
}

export interface Ranked extends Unit {
  /** None for a unit that only a return names. */
  score: number | null;
  reasons: readonly UnitReason[];
  /** It gave the case back already. */
  hasReturned: boolean;
}

interface Routed {
  score: number;
  unit: Unit;
  reasons: readonly UnitReason[];
}

interface Back {
  unit?: Unit | null;
  proposedUnit: Unit;
}

/**
 * The units to choose from, the likeliest first: those that departments names by their score, then those that a return
 * names. Whoever gave the case back stands behind the others: it would come back once more.
 */
export function rankUnits(routed: readonly Routed[], returns: readonly Back[]): Ranked[] {
  const returned = new Set(returns.flatMap(({ unit }) => (unit ? [unit.code] : [])));
  const named = returns.toReversed().flatMap(({ unit, proposedUnit }) => [proposedUnit, ...(unit ? [unit] : [])]);
  const all: Ranked[] = [
    ...routed.map(({ unit, score, reasons }) => ({ ...unit, score, reasons, hasReturned: returned.has(unit.code) })),
    ...named.map((unit) => ({ ...unit, score: null, reasons: [], hasReturned: returned.has(unit.code) })),
  ];
  const each = all.filter(({ code }, index) => all.findIndex((other) => other.code === code) === index);
  return each.toSorted((a, b) => Number(a.hasReturned) - Number(b.hasReturned));
}
