import { AppError } from '@yiwang/platform/errors';

/** A place in a list, opaque to callers. */
export const cursorOf = (...parts: readonly string[]): string => Buffer.from(parts.join('\n')).toString('base64url');

/** @throws AppError CURSOR_INVALID */
export function readCursor(cursor: string | null | undefined, parts: number): string[] | null {
  if (!cursor) return null;
  const read = Buffer.from(cursor, 'base64url').toString().split('\n');
  if (read.length !== parts || read.some((part) => part === '')) throw new AppError('CURSOR_INVALID');
  return read;
}
