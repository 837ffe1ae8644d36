import { writeFile } from 'node:fs/promises';
import type { Language } from '@yiwang/contracts/errors';
import type { RefusedRow } from './errors.js';
import type { Tally } from './tally.js';

const SHOWN = 20;

const LABELS = {
  zh: {
    read: '读取行数',
    started: '新建案件',
    alreadyThere: '此前已有',
    copies: '标记为重复内容',
    atCountyDesk: '在县级指挥中心待分派',
    timesUnread: '时间无法识别（已导入，未带时间）',
    refused: '未导入',
  },
  en: {
    read: 'rows read',
    started: 'started',
    alreadyThere: 'already there',
    copies: 'marked as copies',
    atCountyDesk: "at the county centre's desk",
    timesUnread: 'time not readable (imported without it)',
    refused: 'refused',
  },
} as const;

const place = ({ line, lastLine }: RefusedRow, language: Language): string => {
  const lines = line === lastLine ? `${line}` : `${line}–${lastLine}`;
  return language === 'zh' ? `第 ${lines} 行` : `line ${lines}`;
};

/** The end of an import in a few lines: the counts, then what was refused, where and why. */
export function describeTally(tally: Tally, language: Language, reportPath: string | null): string {
  const labels = LABELS[language];
  const counts = { ...tally, refused: tally.refused.length };
  const names = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (name) => name !== 'timesUnread' || counts[name] > 0,
  );
  const width = Math.max(...names.map((name) => String(counts[name]).length));
  const lines = names.map((name) => `  ${String(counts[name]).padStart(width)}  ${labels[name]}`);
  const shown = tally.refused.slice(0, SHOWN).map((row) => `    ${place(row, language)}: ${row.reason} [${row.code}]`);
  const more = tally.refused.length - shown.length;
  if (more > 0) {
    const hint = reportPath ?? '--report FILE';
    shown.push(language === 'zh' ? `    …… 其余 ${more} 行见 ${hint}` : `    … ${more} more: ${hint}`);
  }
  return [...lines, ...shown].join('\n');
}

/** Writes every refusal as CSV; the mark at its head tells spreadsheets that it is UTF-8. */
export async function writeReport(path: string, refused: readonly RefusedRow[]): Promise<void> {
  const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;
  const rows = refused.map(({ line, lastLine, code, reason }) => [line, lastLine, code, reason].map(cell).join(','));
  await writeFile(path, `\uFEFFline,lastLine,code,reason\r\n${rows.map((row) => `${row}\r\n`).join('')}`);
}
