import { checkText, codePoints, type TextRefusal } from './texts.js';

const MOST_TEXT = 100;
const MOST_WORDS = 5;
const LEAST_WORD = 2;

export type SearchRefusal = TextRefusal | { ok: false; code: 'INPUT_INVALID'; details: { field: string; expected: string } };

/**
 * The words that somebody looks for, all of which have to be there: 100 characters, five words at most, each of two
 * characters or more. None where nothing but white space was given.
 */
export function searchWords(field: string, given: string): { ok: true; words: string[] } | SearchRefusal {
  const checked = checkText(field, given, MOST_TEXT);
  if (!checked.ok) return checked;
  const words = [...new Set(checked.text.normalize('NFKC').split(/\s+/).filter((word) => word !== ''))];
  const isTooShort = words.some((word) => codePoints(word) < LEAST_WORD);
  if (!isTooShort && words.length <= MOST_WORDS) return { ok: true, words };
  const expected = isTooShort ? '每个词至少 2 个字 / words of 2 characters or more' : `最多 ${MOST_WORDS} 个词 / ${MOST_WORDS} words at most`;
  return { ok: false, code: 'INPUT_INVALID', details: { field, expected } };
}
