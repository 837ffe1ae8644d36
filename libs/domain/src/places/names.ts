import { levelOf } from '../areas/index.js';

export interface NamedArea {
  code: string;
  name: string;
  aliases?: readonly string[];
}

/** Official endings and the form in which people write them; what people write longer still holds the short form. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/村?(?:村民委员会|村委会)$/, '村'],
  [/(?:社区)?(?:居民委员会|居委会)$/, '社区'],
  [/社区(?:村委会|工作站)$/, '社区'],
  [/街道(?:办事处|办)$/, '街道'],
];
const TOWN_ENDING = /(?:街道|民族乡|镇|乡)$/;
const SHORTEST_NAME = 2;

/** Spaces and letter forms do not matter: full-width digits are digits, blanks inside a text are padding. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * The names under which an area is recognised. `sure` ones stand for the area by themselves; `hints` (a town without
 * its ending: 和平 for 和平镇) are everyday words too often, so they only tell apart villages of the same name.
 */
export function namesOf(area: NamedArea): { sure: string[]; hints: string[] } {
  const level = levelOf(area.code);
  const name = plain(area.name);
  const sure = new Set([name, ...(area.aliases ?? []).map(plain)]);
  const hints = new Set<string>();
  for (const [ending, spoken] of SPOKEN) {
    if (ending.test(name)) {
      sure.add(name.replace(ending, spoken));
      break;
    }
  }
  if (level === 'town') {
    for (const each of [...sure]) if (TOWN_ENDING.test(each)) hints.add(each.replace(TOWN_ENDING, ''));
  }
  const usable = (each: string): boolean => each.length >= SHORTEST_NAME;
  return { sure: [...sure].filter(usable), hints: [...hints].filter((each) => usable(each) && !sure.has(each)) };
}
