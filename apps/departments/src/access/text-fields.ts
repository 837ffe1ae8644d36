import { checkText, tidyTitle } from '@yiwang/domain/intake';
import { AppError, orThrow } from '@yiwang/platform/errors';

const REQUIRED = '不能为空 / must not be empty';

/** A text of one line that must be there. @throws AppError INPUT_INVALID, TEXT_TOO_LONG, TEXT_CONTROL_CHARACTERS */
export function lineOf(field: string, given: string, limit: number): string {
  const { text } = orThrow(checkText(field, given, limit, tidyTitle));
  if (text === '') throw new AppError('INPUT_INVALID', { field, expected: REQUIRED });
  return text;
}

/** The same with its line breaks. */
export function textOf(field: string, given: string, limit: number): string {
  const { text } = orThrow(checkText(field, given, limit));
  if (text === '') throw new AppError('INPUT_INVALID', { field, expected: REQUIRED });
  return text;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** A date `YYYY-MM-DD` that exists. @throws AppError TIME_INVALID */
export function dateOf(field: string, given: string): string {
  const date = new Date(`${given}T00:00:00Z`);
  if (DATE.test(given) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given)) return given;
  throw new AppError('TIME_INVALID', { field, expected: 'YYYY-MM-DD' });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id as this service gives them. @throws AppError NOT_FOUND for what cannot be one. */
export function idOf(field: string, given: string): string {
  if (UUID.test(given)) return given.toLowerCase();
  throw new AppError('NOT_FOUND', { field, value: given });
}
