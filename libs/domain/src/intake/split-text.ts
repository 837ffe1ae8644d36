import { codePoints, MAX_TEXT } from './texts.js';

/** Where a reader would break a text, the best places first. Each expression ends right after the break. */
const BREAKS = [/\n\s*\n/g, /\n/g, /[。！？!?…]+[”’」』）)]*/g, /[；;]/g, /[，,、：:]|\s/g];

/** No part is cut shorter than this share of the limit for the sake of a nicer place to break. */
const SHORTEST_SHARE = 0.5;

/**
 * Cuts a text into parts of at most `limit` characters, at paragraph or sentence ends where there are any in the
 * second half of a part. The parts joined are exactly the text; no character is cut in two.
 */
export function splitLongText(text: string, limit: number = MAX_TEXT): string[] {
  if (limit < 1) throw new RangeError('A part must have room for one character');
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit && codePoints(rest) > limit) {
    const window = firstCodePoints(rest, limit);
    const end = bestBreak(window);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

function bestBreak(window: string): number {
  const earliest = Math.max(1, Math.floor(window.length * SHORTEST_SHARE));
  for (const pattern of BREAKS) {
    const ends = [...window.matchAll(pattern)].map((found) => found.index + found[0].length);
    const last = ends.at(-1);
    if (last !== undefined && last >= earliest) return last;
  }
  return window.length;
}

function firstCodePoints(text: string, count: number): string {
  let end = 0;
  for (let taken = 0; taken < count && end < text.length; taken += 1) {
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}
