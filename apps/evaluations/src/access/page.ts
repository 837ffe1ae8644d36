import { AppError } from '@yiwang/platform/errors';

const MAX_PAGE = 200;

/** How many rows a page has: at least one and never more than 200. */
export const pageSize = (first: number): number => Math.min(Math.max(Math.trunc(first), 1), MAX_PAGE);

/** The parts of a cursor that this service gave out. @throws AppError CURSOR_INVALID for anything else */
export function readCursor(after: string | null, form: RegExp): string[] | null {
  if (after === null) return null;
  const parts = form.exec(after)?.slice(1);
  if (!parts) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return parts;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id as given, or one that nothing has. */
export const uuidOr = (value: string): string => (UUID.test(value) ? value : '00000000-0000-0000-0000-000000000000');
