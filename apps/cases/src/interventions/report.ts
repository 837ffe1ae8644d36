import { describeError, type Language } from '@yiwang/contracts/errors';
import type { InterventionOutcome } from '@yiwang/contracts/interventions';
import type { ResultRow } from './intervention-rows.js';
import type { InterventionResult } from './interventions.types.js';

const OUTCOMES: Record<InterventionOutcome, Record<Language, string>> = {
  waiting: { zh: '等待', en: 'waiting' },
  done: { zh: '已办妥', en: 'done' },
  unchanged: { zh: '本已如此', en: 'was so already' },
  refused: { zh: '未予办理', en: 'refused' },
  failed: { zh: '未成功', en: 'failed' },
  left: { zh: '未处理', en: 'left' },
};
const HEAD: Record<Language, readonly string[]> = { zh: ['案件编号', '结果', '说明', '尝试次数', '时间'], en: ['case', 'result', 'why', 'tries', 'at'] };

export const shownResult = ({ number, outcome, code, details, tries, at }: ResultRow, language: Language): Omit<InterventionResult, 'case'> => ({
  ...{ number, outcome, code, tries, at },
  message: code === null ? null : describeError(code, details, language),
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The results as an office opens them: one line a case, with a mark that spreadsheets read Chinese by. */
export function reportOf(rows: readonly ResultRow[], language: Language): string {
  const lines = rows.map((row) => {
    const { number, outcome, message, tries, at } = shownResult(row, language);
    return [number, OUTCOMES[outcome][language], message ?? '', String(tries), at?.toISOString() ?? ''];
  });
  return `\uFEFF${[HEAD[language], ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}
