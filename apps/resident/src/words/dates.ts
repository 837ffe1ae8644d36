import type { Language } from './language.js';

const CHINA = 'Asia/Shanghai';

/** An instant as an office here writes it: 11月26日 10:08, with the year where it is another one. */
export function moment(instant: string, language: Language, nowMs: number): string {
  const at = partsOf(Date.parse(instant));
  const year = at.year === partsOf(nowMs).year ? '' : at.year;
  const time = `${at.hour}:${at.minute}`;
  if (language === 'zh') return `${year && `${year}年`}${Number(at.month)}月${Number(at.day)}日 ${time}`;
  return `${Number(at.day)} ${MONTHS[Number(at.month) - 1]}${year && ` ${year}`}, ${time}`;
}

/** The day alone: 11月26日, with the year where it is another one. */
export const day = (instant: string, language: Language, nowMs: number): string =>
  moment(instant, language, nowMs).replace(/,? \d\d:\d\d$/, '');

/** Whole days and hours until an instant, the smaller left out where there are days; negative once it has passed. */
export function remaining(instant: string, nowMs: number): { late: boolean; days: number; hours: number } {
  const minutes = Math.round((Date.parse(instant) - nowMs) / 60_000);
  const hours = Math.floor(Math.abs(minutes) / 60);
  return { late: minutes < 0, days: Math.floor(hours / 24), hours: hours % 24 };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Made when a date is first written: it takes a slow phone a good part of its first second, and the form has none. */
let form: Intl.DateTimeFormat | undefined;
const formOf = () => (form ??= new Intl.DateTimeFormat('en-GB', {
  timeZone: CHINA,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}));

function partsOf(ms: number): Record<string, string> {
  return Object.fromEntries(formOf().formatToParts(ms).map(({ type, value }) => [type, value]));
}
