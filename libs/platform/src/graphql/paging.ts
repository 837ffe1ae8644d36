import { AppError } from '../errors/index.js';

/** How many rows a page has: what was asked for, at least one and never more than the limit. */
export const pageSize = (first: number, limit: number): number => Math.min(Math.max(first, 1), limit);

/** @throws AppError INPUT_INVALID for a page of no rows or more than the limit. */
export function pageSizeWithin(first: number, limit: number): number {
  if (first >= 1 && first <= limit) return first;
  throw new AppError('INPUT_INVALID', { field: 'first', value: first, expected: `1–${limit}` });
}
