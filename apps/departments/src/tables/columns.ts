import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { firstControlCharacter } from '@yiwang/domain/intake';
import type { Table, TableRow } from './read-table.js';

/** A column that an import knows: by which headings, whether there must be one, and how long its cells may be. */
export interface Column<Key extends string> {
  key: Key;
  headings: readonly string[];
  required: boolean;
  limit: number;
}

/** What is wrong with one row, or with one of its cells. */
export interface RowProblem {
  line: number;
  /** From 1; null where it is the row as a whole. */
  column: number | null;
  /** Its heading as the file has it. */
  heading: string | null;
  refusal: Refusal;
}

export interface ReadRow<Key extends string> {
  line: number;
  values: Record<Key, string>;
  problem: RowProblem | null;
}

export interface ReadRows<Key extends string> {
  ok: true;
  rows: ReadRow<Key>[];
  /** Where the column of a key is, for problems found later. */
  at(key: Key): { column: number; heading: string };
}

const plain = (heading: string): string => heading.replace(/[\s\u3000（）()]/gu, '').toLowerCase();

/**
 * Finds the columns by their headings and reads each row by them. A row that is wrong keeps its values and says what is
 * wrong first; refuses only where a compulsory column is missing (IMPORT_COLUMN_MISSING).
 */
export function readRows<Key extends string>({ header, rows }: Table, columns: readonly Column<Key>[]): ReadRows<Key> | Refusal {
  const places = new Map<Key, number>();
  for (const { key, headings } of columns) {
    const index = header.cells.findIndex((cell) => headings.some((heading) => plain(heading) === plain(cell)));
    if (index >= 0) places.set(key, index);
  }
  const missing = columns.find(({ key, required }) => required && !places.has(key));
  if (missing) {
    const value = missing.headings[0]!;
    return refuse('IMPORT_COLUMN_MISSING', { field: 'file', value, line: header.line, actual: header.cells.join(' | ').slice(0, 200) });
  }
  const at = (key: Key) => ({ column: (places.get(key) ?? 0) + 1, heading: header.cells[places.get(key) ?? 0] ?? '' });
  const read = (row: TableRow): ReadRow<Key> => {
    const values = Object.fromEntries(columns.map(({ key }) => [key, row.cells[places.get(key) ?? -1] ?? ''])) as Record<Key, string>;
    return { line: row.line, values, problem: problemOf(row, values) };
  };
  const problemOf = (row: TableRow, values: Record<Key, string>): RowProblem | null => {
    const beyond = row.cells.findLastIndex((cell) => cell !== '') + 1;
    if (beyond > header.cells.length) {
      const refusal = refuse('IMPORT_ROW_COLUMNS', { expected: header.cells.length, actual: beyond });
      return { line: row.line, column: header.cells.length + 1, heading: null, refusal };
    }
    for (const column of columns) {
      const refusal = places.has(column.key) ? cellRefusal(column, at(column.key).heading, values[column.key]) : null;
      if (refusal) return { line: row.line, ...at(column.key), refusal };
    }
    return null;
  };
  return { ok: true, rows: rows.map(read), at };
}

function cellRefusal<Key extends string>({ required, limit }: Column<Key>, field: string, value: string): Refusal | null {
  if (required && value === '') return refuse('IMPORT_CELL_REQUIRED', { field });
  const position = firstControlCharacter(value);
  if (position !== null) return refuse('TEXT_CONTROL_CHARACTERS', { field, position });
  const actual = [...value].length;
  return actual > limit ? refuse('TEXT_TOO_LONG', { field, limit, actual }) : null;
}
