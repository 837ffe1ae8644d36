import { parse } from 'csv-parse/sync';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import ExcelJS from 'exceljs';

/** A table as somebody's spreadsheet held it, texts only. */
export interface Table {
  header: TableRow;
  rows: TableRow[];
}

export interface TableRow {
  /** Line of the file or row of the sheet, from 1. */
  line: number;
  cells: string[];
}

export type ReadTable = { ok: true; table: Table } | Refusal;

export const MAX_TABLE_BYTES = 3 * 1024 * 1024;
export const MAX_TABLE_ROWS = 20_000;

const unreadable = (reason: string): Refusal => refuse('IMPORT_FILE_UNREADABLE', { field: 'file', reason });

/**
 * Reads CSV (UTF-8, GB18030 or UTF-16 with its mark; comma, semicolon or tab) and Excel (xlsx, first sheet with rows).
 * Cells come without padding, rows without any text are left out. Refuses with IMPORT_FILE_UNREADABLE.
 */
export async function readTable(bytes: Buffer): Promise<ReadTable> {
  if (bytes.length > MAX_TABLE_BYTES) return unreadable(`≤ ${MAX_TABLE_BYTES / 1024 / 1024} MiB`);
  try {
    const all = isWorkbook(bytes) ? await sheetRows(bytes) : csvRows(textOf(bytes));
    const [header, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (!header) return unreadable('没有任何行 / there is no row in it');
    if (rows.length > MAX_TABLE_ROWS) return unreadable(`≤ ${MAX_TABLE_ROWS} 行 / rows`);
    return { ok: true, table: { header, rows } };
  } catch (error) {
    return unreadable(`既不是 CSV 也不是 Excel（xlsx） / neither CSV nor Excel (xlsx): ${String((error as Error).message).slice(0, 120)}`);
  }
}

const isWorkbook = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

/** What is no UTF-8 is GB18030, which Chinese spreadsheets write. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

interface CsvRow {
  record: string[];
  info: { lines: number };
}

function csvRows(text: string): TableRow[] {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = [',', '\t', ';'].toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0];
  const records = parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, info: true }) as unknown as CsvRow[];
  let next = 1;
  return records.map(({ record, info }) => {
    const line = next;
    next = info.lines + 1;
    return { line, cells: record.map(tidyCell) };
  });
}

async function sheetRows(bytes: Buffer): Promise<TableRow[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  const rows: TableRow[] = [];
  sheet?.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, i) => tidyCell(row.getCell(i + 1).text ?? ''));
    rows.push({ line, cells });
  });
  return rows;
}

/** Padding of any kind goes, the wide space of Chinese forms and the mark of a file's beginning too. */
const tidyCell = (cell: string): string => cell.replace(/^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/gu, '');
