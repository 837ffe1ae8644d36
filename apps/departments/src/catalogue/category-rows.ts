import { refuse } from '@yiwang/contracts/errors';
import { readRows, type Column, type ReadRow, type RowProblem } from '../tables/columns.js';
import type { Table } from '../tables/read-table.js';
import type { DomainFinder } from './domain-names.js';
import type { Refusal } from '@yiwang/contracts/errors';

type Key = 'first' | 'second' | 'third' | 'domain' | 'en';

const NAME_LIMIT = 60;
const COLUMNS: readonly Column<Key>[] = [
  { key: 'first', headings: ['一级分类', '一级', '一级类别', 'level 1', 'level1'], required: true, limit: NAME_LIMIT },
  { key: 'second', headings: ['二级分类', '二级', '二级类别', 'level 2', 'level2'], required: false, limit: NAME_LIMIT },
  { key: 'third', headings: ['三级分类', '三级', '三级类别', 'level 3', 'level3'], required: false, limit: NAME_LIMIT },
  { key: 'domain', headings: ['领域', '所属领域', 'domain'], required: false, limit: NAME_LIMIT },
  { key: 'en', headings: ['英文', '英文名称', 'english'], required: false, limit: 200 },
];

/** A place in the tree that a file names, with what it says of it. */
export interface WantedCategory {
  path: readonly string[];
  /** Undefined where no row says; it then follows the branch. */
  domainCode: string | undefined;
  en: string | undefined;
}

export interface WantedTree {
  ok: true;
  /** In the order of the file, each branch before what is below it. */
  wanted: WantedCategory[];
  rows: number;
  problems: RowProblem[];
  /** Places named by rows that were refused: not to be closed for being missing. */
  doubtful: ReadonlySet<string>;
}

export const pathKey = (path: readonly string[]): string => path.join('\u0001');

/** Reads a category tree of one to three columns. Refuses with IMPORT_COLUMN_MISSING; rows that are wrong are problems. */
export function readCategoryRows(table: Table, domainOf: DomainFinder): WantedTree | Refusal {
  const read = readRows(table, COLUMNS);
  if (!read.ok) return read;
  const tree = new Map<string, WantedCategory>();
  const lines = new Map<string, number>();
  const problems: RowProblem[] = [];
  const doubtful = new Set<string>();
  for (const row of read.rows) {
    const path = [row.values.first, row.values.second, row.values.third].filter((name) => name !== '');
    const problem = row.problem ?? treeProblem(row, path, lines, domainOf, read.at);
    if (problem) {
      problems.push(problem);
      for (let depth = 1; depth <= path.length; depth += 1) doubtful.add(pathKey(path.slice(0, depth)));
      continue;
    }
    lines.set(pathKey(path), row.line);
    grow(tree, path, row, domainOf);
  }
  return { ok: true, wanted: [...tree.values()], rows: read.rows.length, problems, doubtful };
}

function treeProblem(
  { line, values }: ReadRow<Key>,
  path: readonly string[],
  lines: ReadonlyMap<string, number>,
  domainOf: DomainFinder,
  at: (key: Key) => { column: number; heading: string },
): RowProblem | null {
  const wrong = (key: Key, refusal: Refusal): RowProblem => ({ line, ...at(key), refusal });
  if (values.second === '' && values.third !== '') return wrong('second', refuse('IMPORT_CELL_REQUIRED', { field: at('second').heading }));
  const before = lines.get(pathKey(path));
  if (before !== undefined) return { line, column: null, heading: null, refusal: refuse('IMPORT_ROW_TWICE', { actual: before }) };
  if (values.domain === '' || domainOf(values.domain) !== null) return null;
  return wrong('domain', refuse('DOMAIN_UNKNOWN', { field: at('domain').heading, value: values.domain }));
}

/** The row's own place and the branches above it, which may have no row of their own. */
function grow(tree: Map<string, WantedCategory>, path: readonly string[], row: ReadRow<Key>, domainOf: DomainFinder): void {
  for (let depth = 1; depth < path.length; depth += 1) {
    const above = path.slice(0, depth);
    if (!tree.has(pathKey(above))) tree.set(pathKey(above), { path: above, domainCode: undefined, en: undefined });
  }
  const domainCode = row.values.domain === '' ? undefined : (domainOf(row.values.domain) ?? undefined);
  const known = tree.get(pathKey(path));
  const en = row.values.en || undefined;
  tree.set(pathKey(path), { path, domainCode: domainCode ?? known?.domainCode, en: en ?? known?.en });
}
