import { AppError } from '@yiwang/platform/errors';

/**
 * A short text as it is kept: trimmed, in one line.
 * @throws AppError INPUT_INVALID where it is empty or has control characters, TEXT_TOO_LONG.
 */
export function readText(text: string, field: string, limit: number): string {
  const kept = text.trim();
  if (kept === '' || /\p{Cc}/u.test(kept)) {
    throw new AppError('INPUT_INVALID', { field, expected: '非空的一行文字 / one line that is not empty' });
  }
  if (kept.length > limit) throw new AppError('TEXT_TOO_LONG', { field, limit, actual: kept.length });
  return kept;
}

/**
 * A span of time that must end.
 * @throws AppError TIME_INVALID where it does not end after it begins, or ends before now.
 */
export function assertSpan(from: Date, to: Date, now: Date, prefix = ''): void {
  const field = `${prefix}to`;
  if (to <= from) throw new AppError('TIME_INVALID', { field, expected: '> from' });
  if (to <= now) throw new AppError('TIME_INVALID', { field, expected: '> now' });
}
