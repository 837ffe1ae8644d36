import { language } from './index.js';

const ZONE = 'Asia/Shanghai';
const FORMATS = {
  zh: { day: { month: 'long', day: 'numeric' }, time: { hour: '2-digit', minute: '2-digit', hour12: false } },
  en: { day: { month: 'short', day: 'numeric' }, time: { hour: '2-digit', minute: '2-digit', hour12: false } },
} as const;

const format = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE, ...options }).format(at);

/** 11月26日 15:04, as the county's clocks say it; the year only where it is not this one. */
export function instant(iso: string): string {
  const at = new Date(iso);
  const thisYear = format(at, { year: 'numeric' }) === format(new Date(), { year: 'numeric' });
  const { day, time } = FORMATS[language()];
  return `${format(at, thisYear ? day : { ...day, year: 'numeric' })} ${format(at, time)}`;
}

export const clockTime = (at: Date): string => format(at, { ...FORMATS[language()].time, second: '2-digit' });
