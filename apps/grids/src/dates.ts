import { Injectable } from '@nestjs/common';
import { localDateOf } from '@yiwang/domain/calendar';
import { AppError } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Whether the text is a date that exists, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const at = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** @throws AppError TIME_INVALID */
export function insistOnDate(field: string, text: string): string {
  if (isDate(text)) return text;
  throw new AppError('TIME_INVALID', { field, expected: 'YYYY-MM-DD' });
}

/** The date as many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Which day it is in the counties, in business time. */
@Injectable()
export class Today {
  constructor(private readonly clock: BusinessClock) {}

  date(): string {
    return localDateOf(this.clock.now().toISOString());
  }

  /** The date given, or today. @throws AppError TIME_INVALID */
  or(field: string, date: string | null | undefined): string {
    return date === null || date === undefined ? this.date() : insistOnDate(field, date);
  }

  /** @throws AppError TIME_INVALID, DATE_IN_PAST */
  fromNowOn(field: string, date: string | null | undefined): string {
    const wanted = this.or(field, date);
    if (wanted < this.date()) throw new AppError('DATE_IN_PAST', { field, expected: this.date() });
    return wanted;
  }
}
