import { localDateOf, startOfDay } from '@yiwang/domain/calendar';
import { language } from '../words/index.js';

/** Days (`YYYY-MM-DD`) as the county's wall calendar has them, and the instants at which they begin. */
export const today = (): string => localDateOf(new Date().toISOString());

const DAY_MS = 86_400_000;

export const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

export { startOfDay };

/** When something that holds from a day on begins: at once where the day is today or left out. */
export const fromDay = (date: string | undefined): string | null => (!date || date === today() ? null : startOfDay(date));

/** The first instant at which something no longer holds whose last day is given. */
export const afterDay = (date: string | undefined): string | null => (date ? startOfDay(dayAfter(date)) : null);

/** The last day on which something holds that ends at an instant. */
export const lastDayOf = (iso: string): string => localDateOf(new Date(Date.parse(iso) - 1).toISOString());

export const dayOf = (iso: string): string => localDateOf(iso);

const SAID = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }),
};

/** 2026年11月26日, of a day `YYYY-MM-DD`. */
export const sayDay = (date: string): string => SAID[language()].format(new Date(`${date}T00:00:00Z`));
