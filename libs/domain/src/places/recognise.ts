import { ancestorsOf, commonAreaOf, covers, townOf, villageOf } from '../areas/index.js';
import { indexOfNames, type Mention } from './index-of-names.js';
import type { NamedArea } from './names.js';

export interface RecognisedPlace {
  code: string;
  /** The name as it stood in the text. */
  matched: string;
  /** Several places fit, and `code` is the smallest area that holds them all: a person should look. */
  ambiguous: boolean;
}

export interface PlaceMatcher {
  /** The most specific area that the texts name, the most telling text first (place, title, text); null for none. */
  recognise(texts: readonly (string | null | undefined)[]): RecognisedPlace | null;
}

interface Candidate {
  code: string;
  matched: string;
  ambiguous: boolean;
}

/**
 * Builds a matcher over the areas of a county (or several). A village's name counts when only one village has it or
 * when something above that village is named too; a village is not believed against the name of another town.
 */
export function placeMatcher(areas: readonly NamedArea[]): PlaceMatcher {
  const find = indexOfNames(areas);
  return {
    recognise(texts) {
      const perText = texts.map((text) => (text ? find(text) : []));
      const all = perText.flat();
      let best: Candidate | null = null;
      for (const mentions of perText) {
        const found = mostSpecific(mentions, all);
        if (found === null) continue;
        const refines = best === null || (found.code !== best.code && covers(best.code, found.code));
        if (refines) best = found;
      }
      return best;
    },
  };
}

function mostSpecific(mentions: readonly Mention[], context: readonly Mention[]): Candidate | null {
  const candidates = mentions.filter(({ sure }) => sure).map((mention) => resolve(mention, context));
  const known = candidates.filter((candidate) => candidate !== null);
  const depth = Math.max(0, ...known.map(({ code }) => code.length));
  const deepest = known.filter(({ code }) => code.length === depth);
  const [first] = deepest;
  if (first === undefined) return null;
  if (deepest.some(({ code }) => code !== first.code)) return together(deepest, first.matched);
  const strangers = known.filter(({ code }) => !covers(code, first.code));
  const believed = strangers.length === 0 || villageOf(first.code) === null || isTownNamed(first.code, context);
  return believed ? first : together([first, ...strangers], first.matched);
}

/** Which area a name means here: the only one of that name, or the one whose surroundings are named as well. */
function resolve({ name, codes }: Mention, context: readonly Mention[]): Candidate | null {
  const support = codes.map((code) => depthOfSupport(code, name, context));
  const strongest = Math.max(...support);
  const likely = codes.filter((_, index) => support[index] === strongest);
  const code = commonAreaOf(likely);
  return code === null ? null : { code, matched: name, ambiguous: likely.length > 1 };
}

/** How near to the area something above it is named: the length of the longest such code, 0 for nothing. */
function depthOfSupport(code: string, name: string, context: readonly Mention[]): number {
  const above = ancestorsOf(code).filter((outer) =>
    context.some((mention) => mention.name !== name && mention.codes.includes(outer)),
  );
  return above.at(-1)?.length ?? 0;
}

const isTownNamed = (code: string, context: readonly Mention[]): boolean =>
  context.some(({ codes }) => codes.includes(townOf(code) ?? ''));

function together(candidates: readonly Candidate[], matched: string): Candidate | null {
  const code = commonAreaOf(candidates.map((candidate) => candidate.code));
  return code === null ? null : { code, matched, ambiguous: true };
}
