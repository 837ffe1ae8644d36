export const REASON_KINDS = ['rule', 'power', 'history', 'domain'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Why a unit may be the one: what was found, and what it weighs. */
export interface RoutingReason {
  kind: ReasonKind;
  weight: number;
  zh: string;
  en: string;
  ruleId: string | null;
  powerCode: string | null;
}

export interface RoutingCandidate {
  unitCode: string;
  score: number;
  reasons: RoutingReason[];
}

export interface RoutingFacts {
  rules: readonly { id: string; unitCode: string; categoryDepth: number; areaDepth: number; namesPower: boolean; reason: string; validFrom: string }[];
  powers: readonly { unitCode: string; code: string; name: string; legalGround: string; likeness: number; asked: boolean }[];
  decisions: readonly { unitCode: string; count: number; arbitrated: number; lastCase: string | null }[];
  domains: readonly { unitCode: string; zh: string; en: string }[];
}

/** An order of offices: what was laid down stands before what the law names, that before habit, that before the field of work. */
const WEIGHT = { rule: 1_000, askedPower: 500, power: 200, history: 100, domain: 20 } as const;
const MOST_POWERS_NAMED = 3;

/**
 * Units that may answer for a matter, the likeliest first, each with every reason found for it. Of rules the more
 * particular goes first: one that names the power, then the deeper category, then the smaller area.
 */
export function rankCandidates(facts: RoutingFacts): RoutingCandidate[] {
  const candidates = new Map<string, RoutingReason[]>();
  const add = (unitCode: string, reason: RoutingReason): void => void candidates.set(unitCode, [...(candidates.get(unitCode) ?? []), reason]);
  for (const rule of facts.rules) {
    const particular = (rule.namesPower ? 100 : 0) + rule.categoryDepth * 10 + rule.areaDepth;
    add(rule.unitCode, {
      ...{ kind: 'rule', weight: WEIGHT.rule + particular, ruleId: rule.id, powerCode: null },
      zh: `${rule.validFrom} 起的分流规则：${rule.reason}`,
      en: `Routing rule since ${rule.validFrom}: ${rule.reason}`,
    });
  }
  for (const [unitCode, powers] of groups(facts.powers)) add(unitCode, powerReason(powers));
  const decided = facts.decisions.reduce((sum, { count }) => sum + count, 0);
  for (const { unitCode, count, arbitrated, lastCase } of facts.decisions) {
    const last = lastCase === null ? '' : `, ${lastCase}`;
    add(unitCode, {
      ...{ kind: 'history', weight: Math.round((WEIGHT.history * (count + arbitrated)) / (decided + arbitrated)), ruleId: null, powerCode: null },
      zh: `同类事项以往 ${decided} 次中 ${count} 次由其办理，其中裁定 ${arbitrated} 次${last}`,
      en: `Had ${count} of ${decided} such matters before, ${arbitrated} by arbitration${last}`,
    });
  }
  for (const { unitCode, zh, en } of facts.domains) {
    const domain = { kind: 'domain', weight: WEIGHT.domain, ruleId: null, powerCode: null } as const;
    add(unitCode, { ...domain, zh: `主管领域：${zh}`, en: `Answers for the domain ${en}` });
  }
  return [...candidates]
    .map(([unitCode, reasons]) => ({ unitCode, score: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons }))
    .sort((a, b) => b.score - a.score || (a.unitCode < b.unitCode ? -1 : 1));
}

function groups<T extends { unitCode: string }>(items: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(item.unitCode, [...(found.get(item.unitCode) ?? []), item]);
  return found;
}

function powerReason(powers: readonly RoutingFacts['powers'][number][]): RoutingReason {
  const likest = powers.toSorted((a, b) => Number(b.asked) - Number(a.asked) || b.likeness - a.likeness);
  const [first] = likest;
  const names = likest.slice(0, MOST_POWERS_NAMED).map(({ name }) => `“${name}”`);
  const weight = first!.asked ? WEIGHT.askedPower : Math.round(WEIGHT.power * first!.likeness) + Math.min(powers.length, 20);
  return {
    ...{ kind: 'power', weight, ruleId: null, powerCode: first!.code },
    zh: `权责清单 ${powers.length} 项由其牵头，如${names.join('、')}（${first!.legalGround}）`,
    en: `Leads ${powers.length} powers of the catalogue, such as ${names.join(', ')} (${first!.legalGround})`,
  };
}
