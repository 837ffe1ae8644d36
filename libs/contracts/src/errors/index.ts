import { ERRORS, type ErrorCode } from './codes.js';

export { CATEGORIES, ERRORS, type ErrorCategory, type ErrorCode } from './codes.js';

export type Language = 'zh' | 'en';
export type ErrorDetails = Record<string, string | number | boolean | readonly string[]>;

/** The refusal of one thing a caller asked for: which code, and the details its sentence is filled from. */
export interface Refusal {
  ok: false;
  code: ErrorCode;
  details: ErrorDetails;
}

export const refuse = (code: ErrorCode, details: ErrorDetails = {}): Refusal => ({ ok: false, code, details });

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERRORS, value);

/** The sentence for a person. A detail that is missing shows as an ellipsis, never as a brace. */
export function describeError(code: ErrorCode, details: ErrorDetails, language: Language): string {
  return ERRORS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    if (value === undefined) return '…';
    return Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : inLanguage(String(value), language);
  });
}

const HAN = /\p{Script=Han}/u;

/** What would be right is said as `中文 / English` among the details; in a sentence its own language is enough. */
function inLanguage(value: string, language: Language): string {
  const [zh = '', ...rest] = value.split(' / ');
  const en = rest.join(' / ');
  if (!HAN.test(zh) || en === '' || HAN.test(en)) return value;
  return language === 'zh' ? zh : en;
}

/** The language a caller prefers, from an Accept-Language header; Chinese where nothing else is asked for. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'zh';
}
