import type { Language } from '@yiwang/contracts/errors';
import type { CatalogueReport } from './send.js';

const MOST_LINES = 20;

/** What an import did, or would do, in a few lines for a terminal. */
export function describeReport(report: CatalogueReport, dryRun: boolean, language: Language): string {
  const { rows, added, changed, closed, unchanged, refused, version, problems, changes } = report;
  const said = language === 'zh' ? inChinese : inEnglish;
  const lines = [
    said.sum({ rows, added, changed, closed, unchanged, refused }, dryRun),
    ...(version === null ? [] : [said.version(version)]),
    ...(dryRun ? changes.slice(0, MOST_LINES).map(({ kind, code, name }) => `  ${said[kind]} ${code}  ${name}`) : []),
    ...(dryRun && changes.length > MOST_LINES ? [`  … +${changes.length - MOST_LINES}`] : []),
    ...problems.slice(0, MOST_LINES).map((problem) => `  ${said.place(problem)} ${problem.code}  ${problem.message}`),
    ...(problems.length > MOST_LINES ? [`  … +${problems.length - MOST_LINES}`] : []),
  ];
  return lines.join('\n');
}

type Sums = Pick<CatalogueReport, 'rows' | 'added' | 'changed' | 'closed' | 'unchanged' | 'refused'>;
type Place = Pick<CatalogueReport['problems'][number], 'line' | 'column'>;

const inChinese = {
  sum: (s: Sums, dryRun: boolean) =>
    `${s.rows} 行：${dryRun ? '将' : '已'}新增 ${s.added}，变更 ${s.changed}，停用 ${s.closed}，不变 ${s.unchanged}，未采用 ${s.refused} 行`,
  version: (version: number) => `  第 ${version} 版`,
  place: ({ line, column }: Place) => `第 ${line} 行${column === null ? '' : `第 ${column} 列`}`,
  ...{ added: '新增', changed: '变更', closed: '停用' },
};

const inEnglish: typeof inChinese = {
  sum: (s, dryRun) =>
    `${s.rows} rows: ${s.added} ${dryRun ? 'to be added' : 'added'}, ${s.changed} changed, ${s.closed} closed, ${s.unchanged} unchanged, ${s.refused} rows refused`,
  version: (version) => `  version ${version}`,
  place: ({ line, column }) => `line ${line}${column === null ? '' : `, column ${column}`}:`,
  ...{ added: 'add   ', changed: 'change', closed: 'close ' },
};

/** The refused rows as CSV. */
export const problemsCsv = ({ problems }: CatalogueReport): string =>
  ['line,column,heading,code,reason', ...problems.map((p) => [p.line, p.column ?? '', p.heading ?? '', p.code, p.message].map(cell).join(','))].join('\n') + '\n';

const cell = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
