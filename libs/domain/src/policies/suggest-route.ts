import { townOf } from '../areas/index.js';
import { isFineEnough } from '../paths/decisions.js';
import type { CaseClass, Path } from '../paths/vocabulary.js';
import { routeOf, type Matter } from './route-of.js';
import type { PolicyRules } from './types.js';

/** Why a path is suggested. */
export const ROUTE_REASONS = ['consultation', 'suggestion', 'dispute', 'category', 'classGiven', 'ordinary', 'placeUnknown'] as const;
export type RouteReason = (typeof ROUTE_REASONS)[number];

export interface SuggestedRoute {
  caseClass: CaseClass;
  path: Path;
  because: RouteReason;
  /** The place must be known this exactly before the path can begin; null where it is. */
  needs: 'village' | null;
  zh: string;
  en: string;
}

type Rules = Pick<PolicyRules, 'routing'>;

/**
 * What a desk is suggested: the way on which the case would begin by itself (`routeOf`) if its place were known. A case of
 * which not even the town is known begins with the county, which names the unit: nobody below could take it.
 *
 * @param matter with the class that the case has, whether somebody gave it or the rules did.
 */
export function suggestRoute(matter: Matter, areaCode: string, rules: Rules): SuggestedRoute {
  const { caseClass, path } = routeOf(matter, rules);
  const isKnown = isFineEnough(path, areaCode);
  if (!isKnown && townOf(areaCode) === null) return explained({ caseClass, path: 'countyCoordinated', because: 'placeUnknown', needs: null });
  return explained({ caseClass, path, because: reasonOf(matter, caseClass, rules), needs: isKnown ? null : 'village' });
}

/** A class that the rules give by themselves is explained by them, not as somebody's choice. */
function reasonOf(matter: Matter, caseClass: CaseClass, rules: Rules): RouteReason {
  if (matter.kind === 'consultation' || matter.kind === 'suggestion') return matter.kind;
  const byRules = routeOf({ ...matter, caseClass: null }, rules).caseClass;
  if (byRules !== caseClass) return 'classGiven';
  const withoutCategory = routeOf({ kind: matter.kind }, rules).caseClass;
  if (withoutCategory !== caseClass) return 'category';
  return matter.kind === 'dispute' ? 'dispute' : 'ordinary';
}

const CLASS: Record<CaseClass, readonly [zh: string, en: string]> = {
  simple: ['简单', 'simple'],
  general: ['一般', 'general'],
  major: ['重大', 'major'],
  difficult: ['疑难', 'difficult'],
  crossCounty: ['跨区', 'cross-county'],
};

const SENTENCES: Record<RouteReason, (named: readonly [zh: string, en: string]) => readonly [zh: string, en: string]> = {
  consultation: () => ['咨询由村（社区）或值班单位直接答复', 'A consultation is answered by the village or the unit on duty'],
  suggestion: () => ['建议直达决策层', 'A suggestion goes straight to the decision level'],
  dispute: () => ['矛盾纠纷由乡镇牵头调处', 'A dispute is settled by the town with the village'],
  category: ([zh, en]) => [`按规则，该事项类别属${zh}事项`, `By the rules its category is a ${en} matter`],
  classGiven: ([zh, en]) => [`已定为${zh}事项`, `It was classed as ${en}`],
  ordinary: ([zh, en]) => [`未定类别，按${zh}事项办理`, `Nothing says more, so it is a ${en} matter`],
  placeUnknown: () => ['地点只到县，由县级直接派给单位', 'Its place is known to the county only, so the county names a unit'],
};

function explained(found: Omit<SuggestedRoute, 'zh' | 'en'>): SuggestedRoute {
  const [zh, en] = SENTENCES[found.because](CLASS[found.caseClass]);
  return { ...found, zh, en };
}
