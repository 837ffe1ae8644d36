import { isUuid } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { pageSize as pageSizeUpTo } from '@yiwang/platform/graphql';

const MAX_PAGE = 200;

/** How many rows a page has: at least one and never more than 200. */
export const pageSize = (first: number): number => pageSizeUpTo(first, MAX_PAGE);

/** The parts of a cursor that this service gave out. @throws AppError CURSOR_INVALID for anything else */
export function readCursor(after: string | null, form: RegExp): string[] | null {
  if (after === null) return null;
  const parts = form.exec(after)?.slice(1);
  if (!parts) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return parts;
}

/** An id as given, or one that nothing has. */
export const uuidOr = (value: string): string => (isUuid(value) ? value : '00000000-0000-0000-0000-000000000000');
