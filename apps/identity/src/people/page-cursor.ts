import { AppError } from '@yiwang/platform/errors';
import { z } from 'zod';

const Place = z.tuple([z.string(), z.uuid()]);

/** Where a page of people ended: by name, and by id among namesakes. */
export const cursorAfter = (last: { name: string; id: string }): string =>
  Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url');

/** @throws AppError CURSOR_INVALID for what no page gave out. */
export function readCursor(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { name, id };
  } catch {
    throw new AppError('CURSOR_INVALID', { field: 'after' });
  }
}
