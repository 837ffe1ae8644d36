import { AppError } from '@yiwang/platform/errors';

const MAX_PAGE = 500;

/** @throws AppError INPUT_INVALID for a page of no rows or too many. */
export function pageSize(first: number): number {
  if (first >= 1 && first <= MAX_PAGE) return first;
  throw new AppError('INPUT_INVALID', { field: 'first', value: first, expected: `1–${MAX_PAGE}` });
}

/** Text inside a LIKE pattern that stands for itself. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
