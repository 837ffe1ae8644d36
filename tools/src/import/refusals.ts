import { describeError, type Language } from '@yiwang/contracts/errors';

/** Why a row never left this machine; the services' own refusals come with their sentence. */
const SENTENCES = {
  ROW_UNREADABLE: {
    zh: '内容无法解码，已损坏；请用 UTF-8 或 GB18030 重新导出',
    en: 'The text cannot be decoded; export it again as UTF-8 or GB18030',
  },
  REPLY_MISSING: {
    zh: '没有答复或答复时间，不能作为历史案件；未答复的请不带 --history 导入',
    en: 'No reply or no time of it, so this is no closed case; import what is open without --history',
  },
  CSV_COLUMNS: { zh: '列数应为 {expected}，实为 {found}', en: 'There should be {expected} columns; here are {found}' },
  CSV_QUOTES: {
    zh: '引号不成对，无法识别各列',
    en: 'The quotation marks are not in pairs, so the columns cannot be told',
  },
} as const;

export type LocalRefusal = keyof typeof SENTENCES | 'TEXT_REQUIRED';

export function describeRefusal(code: LocalRefusal, language: Language, values: Record<string, number> = {}): string {
  if (code === 'TEXT_REQUIRED') return describeError(code, {}, language);
  return SENTENCES[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…'));
}
