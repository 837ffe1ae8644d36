import { covers, levelOf, parentOf } from '../areas/index.js';
import { contentSignature } from '../intake/content-signature.js';

/** How far back a desk looks for the same event: what was reported earlier has mostly been answered since. */
export const SIMILAR_DAYS = 14;

/** From here on two texts are taken to say the same: seven of ten neighbouring characters. */
const ALIKE = 0.7;
/** A text of fewer characters is like too many others. */
const SHORTEST_TEXT = 8;

export const LIKENESSES = ['samePoint', 'samePlace', 'sameWords', 'sameCategory'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** What of a case tells whether another one reports the same. */
export interface Reported {
  areaCode: string;
  categoryCode: string | null;
  qrPointCode: string | null;
  placeText: string | null;
  text: string;
}

/**
 * The area in which the same event would have been reported too: what the case's area lies in, a town at most; where only
 * the county is known, the other cases of which no more is known (`exact`).
 */
export function neighbourhoodOf(areaCode: string): { areaCode: string; exact: boolean } {
  const level = levelOf(areaCode);
  if (level === 'grid' || level === 'village') return { areaCode: parentOf(areaCode) ?? areaCode, exact: false };
  return { areaCode, exact: level !== 'town' };
}

/** In which ways another case reports the same, the surest first; empty where it does not. Both lie in one neighbourhood. */
export function likenessesOf(one: Reported, other: Reported): Likeness[] {
  const { areaCode, exact } = neighbourhoodOf(one.areaCode);
  if (exact ? other.areaCode !== areaCode : !covers(areaCode, other.areaCode)) return [];
  const same = (a: string | null, b: string | null): boolean => a !== null && a !== '' && a === b;
  const is: Record<Likeness, boolean> = {
    samePoint: same(one.qrPointCode, other.qrPointCode),
    samePlace: same(contentSignature(one.placeText ?? ''), contentSignature(other.placeText ?? '')),
    sameWords: alike(one.text, other.text) >= ALIKE,
    sameCategory: same(one.categoryCode, other.categoryCode),
  };
  return LIKENESSES.filter((likeness) => is[likeness]);
}

/** Share of neighbouring characters that two texts have in common, 0 to 1; signs and spaces do not count. */
function alike(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size < SHORTEST_TEXT - 1 || b.size < SHORTEST_TEXT - 1) return 0;
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const characters = [...contentSignature(text)];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

const SENTENCES: Record<Likeness, readonly [zh: string, en: string]> = {
  samePoint: ['扫的是同一个码', 'the same QR point'],
  samePlace: ['写的是同一地点', 'the same place'],
  sameWords: ['说的话大致相同', 'much the same words'],
  sameCategory: ['同一类事项', 'the same category'],
};

/** The ways in one line for each language. */
export const explainLikeness = (ways: readonly Likeness[]): { zh: string; en: string } => ({
  zh: ways.map((way) => SENTENCES[way][0]).join('、'),
  en: ways.map((way) => SENTENCES[way][1]).join(', '),
});
