import type { ReactNode } from 'react';
import './kit.css';

export interface Column<T> {
  key: string;
  title: string;
  cell(row: T): ReactNode;
  /** Numbers stand under each other. */
  isNumber?: boolean;
}

interface DataTable<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf(row: T): string;
  /** Rows that do not count any more are drawn back. */
  isPast?(row: T): boolean;
}

/** Rows and columns on a desk; on a phone each row is a card that says the column before each value. */
export function DataTable<T>({ label, columns, rows, keyOf, isPast }: DataTable<T>) {
  return (
    <table className="kit-table" aria-label={label}>
      <thead>
        <tr>{columns.map(({ key, title, isNumber }) => <th key={key} scope="col" className={isNumber ? 'number' : undefined}>{title}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={isPast?.(row) ? 'past' : undefined}>
            {columns.map(({ key, title, cell, isNumber }) => <td key={key} data-title={title} className={isNumber ? 'number' : undefined}>{cell(row)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
