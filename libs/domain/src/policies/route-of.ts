import type { CaseClass, CaseKind, Path } from '../paths/vocabulary.js';
import type { PolicyRules } from './types.js';

/** What decides on which path a case begins. */
export interface Matter {
  kind: CaseKind;
  /** Given by whoever reported, dispatched or reclassified it. */
  caseClass?: CaseClass | null;
  categoryCode?: string | null;
}

/**
 * The class and the path of a case: the class that was given, else that of the longest prefix of its category which the
 * policy names, else major for a dispute and simple for anything else. A consultation is answered on the village's path
 * and a suggestion goes to the decision level, whatever their class (Changsha county).
 */
export function routeOf(matter: Matter, rules: Pick<PolicyRules, 'routing'>): { caseClass: CaseClass; path: Path } {
  const caseClass =
    matter.caseClass ??
    classOfCategory(matter.categoryCode ?? '', rules.routing.byCategory) ??
    (matter.kind === 'dispute' ? 'major' : 'simple');
  if (matter.kind === 'consultation') return { caseClass, path: 'villageDirect' };
  if (matter.kind === 'suggestion') return { caseClass, path: 'countyCoordinated' };
  return { caseClass, path: rules.routing.byClass[caseClass] };
}

function classOfCategory(code: string, byCategory: PolicyRules['routing']['byCategory']): CaseClass | undefined {
  for (let length = code.length; length > 0; length -= 1) {
    const prefix = code.slice(0, length);
    if (Object.hasOwn(byCategory, prefix)) return byCategory[prefix];
  }
  return undefined;
}
