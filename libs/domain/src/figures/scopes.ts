import { townOf, villageOf } from '../areas/index.js';
import type { Tier } from '../paths/vocabulary.js';
import type { CaseFacts, MissedDeadline } from './facts.types.js';
import { MEASURES, type Verdict, type Verdicts } from './measures.js';
import type { Standing } from './standing.js';

/** For whom a figure is: an area, or a unit. */
export const SCOPE_KINDS = ['county', 'town', 'village', 'unit'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];
export interface Scope {
  kind: ScopeKind;
  /** An area's code, or the unit's. */
  code: string;
}

export const scopeKey = ({ kind, code }: Scope): string => `${kind}:${code}`;

/** Everybody for whom the case counts: its county, town and village, and the units it was given to. */
export function scopesOf({ countyCode, areaCode }: CaseFacts, { units }: Standing): Scope[] {
  const [town, village] = [townOf(areaCode), villageOf(areaCode)];
  return [
    { kind: 'county', code: countyCode },
    ...(town === null ? [] : [{ kind: 'town' as const, code: town }]),
    ...(village === null ? [] : [{ kind: 'village' as const, code: village }]),
    ...units.map((code) => ({ kind: 'unit' as const, code })),
  ];
}

/** Tiers whose lateness is that of an area: what the town above was late with is not the village's. */
const ANSWERS_FOR: Record<Exclude<ScopeKind, 'unit'>, readonly Tier[]> = {
  county: ['grid', 'village', 'town', 'county', 'city'],
  town: ['grid', 'village', 'town'],
  village: ['grid', 'village'],
};

const isCharged = ({ kind, code }: Scope, { tier, unitCode }: MissedDeadline): boolean =>
  kind === 'unit' ? unitCode === code : ANSWERS_FOR[kind].includes(tier);

const CLOCK_OF = { responseOnTime: 'response', resolutionOnTime: 'resolution' } as const;

/** The verdicts as they count for one scope: lateness to whoever was late, an answer to the unit that gave it. */
export function verdictsFor(scope: Scope, verdicts: Verdicts, standing: Standing): Verdicts {
  if (scope.kind === 'county') return verdicts;
  const isTheirs = scope.kind !== 'unit' || standing.answer?.unitCode === scope.code;
  return Object.fromEntries(
    MEASURES.map((measure): [string, Verdict] => {
      const verdict = verdicts[measure];
      if (measure === 'responseOnTime' || measure === 'resolutionOnTime') {
        const missed = standing.missed.filter(({ clock }) => clock === CLOCK_OF[measure]);
        if (missed.length > 0) return [measure, missed.some((one) => isCharged(scope, one)) ? 'no' : 'chargedElsewhere'];
      }
      if (measure === 'returned' && scope.kind === 'unit') {
        return [measure, standing.returns.some(({ unitCode }) => unitCode === scope.code) ? 'yes' : 'no'];
      }
      return [measure, isTheirs || (standing.answer === null && verdict === 'no') ? verdict : 'answeredElsewhere'];
    }),
  ) as Verdicts;
}
