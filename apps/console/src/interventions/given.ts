import { INTERVENTION_RULES, INTERVENTIONS, type Intervention } from '@yiwang/domain/interventions';
import { startOfDay } from '../kit/days.js';
import type { InterventionInput } from './generated/graphql.js';

/** What the form says, each kind its own. */
export interface Given {
  kind?: Intervention;
  reason?: string;
  path?: NonNullable<InterventionInput['path']>;
  amount?: number;
  unit?: 'calendarDays' | 'workingDays';
  reviewOn?: string;
  unitCode?: string;
}

/** Kinds to choose from for several cases; what only takes something back is not among them, nor a last resort. */
export const OFFERED: readonly Intervention[] = INTERVENTIONS.filter((kind) => kind !== 'sendSkipped' && !INTERVENTION_RULES[kind].isLastResort);

/** As the graph takes it. `county`: of the unit that a case is given to. */
export function inputOf({ kind = 'urge', path, amount, unit, reviewOn, unitCode }: Given, numbers: string[], county: string, title: string): InterventionInput {
  const said: Partial<InterventionInput> =
    kind === 'deescalate' ? { path } :
    kind === 'extend' && amount !== undefined ? { by: { amount, unit: unit ?? 'calendarDays' } } :
    kind === 'pause' && reviewOn !== undefined ? { reviewAt: startOfDay(reviewOn) } :
    kind === 'reassign' && unitCode !== undefined ? { to: { title, areaCode: county, unitCode } } :
    {};
  return { kind, numbers, ...said };
}
