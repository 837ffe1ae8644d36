const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const DATE = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long' }),
};
const [MORNING_FROM, NOON_FROM, NOON_UNTIL, EVENING_FROM] = [5, 11, 13, 18];

/** 08:00, by the county's clocks. */
export const hourOf = (at: string | number): string => HOUR.format(new Date(at));

/** 11月26日星期四. */
export const dateOf = (at: number, language: 'zh' | 'en'): string => DATE[language].format(at);

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

export function partOfDay(at: number): PartOfDay {
  const hour = Number(hourOf(at).slice(0, 2));
  if (hour < MORNING_FROM) return 'evening';
  if (hour < NOON_FROM) return 'morning';
  return hour < NOON_UNTIL ? 'noon' : hour < EVENING_FROM ? 'afternoon' : 'evening';
}
