import { en } from './en.js';
import { zh, type Words } from './zh.js';
import { keep, kept } from '../kit/kept.js';

export type Language = 'zh' | 'en';
export const WORDS: Record<Language, Words> = { zh, en };

let chosen: Language | undefined;

/** Chinese, unless the reader chose English on this phone. */
export function language(): Language {
  chosen ??= kept<Language>('language', 'zh') === 'en' ? 'en' : 'zh';
  return chosen;
}

export function chooseLanguage(next: Language): void {
  chosen = next;
  keep('language', next);
}

export const words = (): Words => WORDS[language()];

/** The word of a code that the service may one day extend. */
export const wordOf = (table: Readonly<Record<string, string>>, code: string | null | undefined, otherwise = ''): string =>
  (code && table[code]) || otherwise;

/** Puts values into the places of a sentence, such as `{n}`. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
