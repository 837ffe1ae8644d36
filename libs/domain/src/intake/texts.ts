/** Limits in characters as people count them: code points, so that an emoji or a rare character counts once. */
export const MAX_TEXT = 4000;
export const MAX_TITLE = 200;

export interface TextRefusal {
  ok: false;
  code: 'TEXT_REQUIRED' | 'TEXT_TOO_LONG' | 'TEXT_CONTROL_CHARACTERS';
  details: Record<string, string | number>;
}

/** Line breaks and tabs are writing; every other control character, and half a surrogate pair, is damage. */
const CONTROL = /[^\P{Cc}\n\r\t]|\p{Cs}/u;
const CONTROLS = new RegExp(CONTROL.source, 'gu');

/** The number of characters as people count them. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The 1-based position, in characters, of the first control character that may not stand in a text; or null. */
export function firstControlCharacter(text: string): number | null {
  const found = CONTROL.exec(text);
  return found === null ? null : codePoints(text.slice(0, found.index)) + 1;
}

/** The text without the control characters that would be refused: for imports, where nobody is there to correct it. */
export const withoutControlCharacters = (text: string): string => text.replace(CONTROLS, '');

/** Trims padding of any kind and makes line ends alike; the words stay as they were written. Linear in the length. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

/** A title is one line: any run of white space becomes one space. */
export const tidyTitle = (title: string): string => tidyText(title).replace(/\s+/g, ' ');

/** Checks one tidied text against its limit; the position and the counts are in characters of what was given. */
export function checkText(
  field: string,
  given: string,
  limit: number,
  tidy: (text: string) => string = tidyText,
): { ok: true; text: string } | TextRefusal {
  const position = firstControlCharacter(given);
  if (position !== null) return { ok: false, code: 'TEXT_CONTROL_CHARACTERS', details: { field, position } };
  const text = tidy(given);
  const actual = text.length <= limit ? 0 : codePoints(text);
  return actual > limit ? { ok: false, code: 'TEXT_TOO_LONG', details: { field, limit, actual } } : { ok: true, text };
}
