import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.js';
import { zh } from './zh.js';

export type Language = 'zh' | 'en';
const KEPT = 'yiwang.language';
const SHARED = 'translation';

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** Texts of parts that are loaded before the first language is known. */
const EARLY: Record<Language, Record<string, object>> = { zh: {}, en: {} };

/** Chinese first; English where the reader chose it before. */
export async function startWords(): Promise<void> {
  const chosen = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  await i18next.use(initReactI18next).init({
    ...{ lng: chosen, fallbackLng: 'zh', fallbackNS: SHARED, resources: { zh: { ...EARLY.zh, [SHARED]: zh }, en: { ...EARLY.en, [SHARED]: en } } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
}

/** The same keys with texts of any language. */
export type SameKeys<Z> = { [K in keyof Z]: Z[K] extends string ? string : SameKeys<Z[K]> };

/**
 * The texts of one part of the console, loaded with its code; English has the keys of the Chinese or does not compile.
 *
 * @returns a hook whose `t` knows these texts first and those of the whole console after them.
 */
export function wordsOf<Z extends object>(part: string, chinese: Z, english: SameKeys<Z>): () => TFunction {
  for (const [of, texts] of [['zh', chinese], ['en', english]] as const) {
    if (i18next.isInitialized) i18next.addResourceBundle(of, part, texts);
    else EARLY[of][part] = texts;
  }
  return () => useTranslation(part).t as TFunction;
}

export async function switchLanguage(): Promise<void> {
  const next: Language = language() === 'zh' ? 'en' : 'zh';
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next === 'en' ? 'en' : 'zh-CN';
  await i18next.changeLanguage(next);
}
