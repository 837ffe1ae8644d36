import ExcelJS from 'exceljs';
import {
  EXCLUSION_NAMES,
  MEASURE_NAMES,
  MEASURES,
  monthText,
  percentText,
  scoreText,
  type Exclusion,
  type Ranked,
  type Scope,
  type ScopeFigures,
} from '@yiwang/domain/figures';

export interface Report {
  county: string;
  month: string;
  asOf: Date;
  version: number;
  figures: ScopeFigures;
  rankings: { title: string; rows: readonly Ranked[] }[];
  nameOf: (scope: Scope) => string;
}

const FONT = '宋体';
const stamp = (at: Date): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }).format(at);

/** The month as an office files it: the county's heading, the figures with what they are made of, the rankings. */
export async function workbookOf(report: Report): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.created = report.asOf;
  const { county, month, figures } = report;
  const title = `${county}${monthText(month)}群众诉求办理情况考核表`;
  const summary = sheetOf(book, '考核指标', title, report, ['指标', '完成数（件）', '应计数（件）', '比率', '不计入（件）'], [30, 14, 14, 12, 60]);
  for (const measure of MEASURES) {
    const { numerator, denominator, exclusions } = figures.figures[measure];
    const left = (Object.entries(exclusions) as [Exclusion, number][]).map(([reason, cases]) => `${EXCLUSION_NAMES[reason].zh} ${cases}`);
    summary.addRow([MEASURE_NAMES[measure].zh, numerator, denominator, percentText(numerator, denominator), left.join('、') || '无']);
  }
  for (const { title: name, rows } of report.rankings) {
    const columns = ['名次', '名称', '编码', '综合得分', '来件（件）', '办复（件）', '办复率'];
    const sheet = sheetOf(book, name, `${county}${monthText(month)}${name}`, report, columns, [10, 30, 20, 12, 12, 12, 12]);
    for (const { rank, tied, scope, score, messages, replies, replyRate } of rows) {
      const place = rank === null ? '不排名' : tied ? `${rank}（并列）` : String(rank);
      const rate = replyRate === null ? '—' : `${(replyRate * 100).toFixed(2)}%`;
      sheet.addRow([place, report.nameOf(scope), scope.code, scoreText(score), messages, replies, rate]);
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function sheetOf(book: ExcelJS.Workbook, name: string, title: string, report: Report, columns: string[], widths: number[]): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 3 }], pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  const last = String.fromCharCode(64 + columns.length);
  sheet.addRow([title]).font = { name: FONT, size: 16, bold: true };
  sheet.mergeCells(`A1:${last}1`);
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  sheet.addRow([`统计截至 ${stamp(report.asOf)}，第 ${report.version} 次统计，当月受理 ${report.figures.cases.toLocaleString('zh-CN')} 件`]);
  sheet.mergeCells(`A2:${last}2`);
  sheet.addRow(columns).font = { name: FONT, bold: true };
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  return sheet;
}
