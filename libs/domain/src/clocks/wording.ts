import type { Path } from '../paths/vocabulary.js';
import type { ClockName, Limit } from './ledger.types.js';
import { toMs, type Instant } from './limits.js';
import type { PauseReason } from './moves.js';

export type Language = 'zh' | 'en';

const UNITS: Record<Limit['unit'], { zh: string; en: string }> = {
  minutes: { zh: '分钟', en: 'minute' },
  hours: { zh: '小时', en: 'hour' },
  calendarDays: { zh: '天', en: 'day' },
  workingHours: { zh: '个工作小时', en: 'working hour' },
  workingDays: { zh: '个工作日', en: 'working day' },
};

export const PATH_WORDS: Record<Path, { zh: string; en: string }> = {
  villageDirect: { zh: '现场直办', en: 'direct handling in the village' },
  cadreLed: { zh: '干部领办', en: 'handling led by a cadre' },
  villageTownJoint: { zh: '村镇联办', en: 'joint handling by village and town' },
  countyCoordinated: { zh: '县级统筹', en: 'coordination by the county' },
};

export const REASON_WORDS: Record<PauseReason, { zh: string; en: string }> = {
  waitingForResident: { zh: '等待群众补充材料', en: 'waiting for the resident' },
  suspended: { zh: '挂账', en: 'suspended' },
};

const CLOCK_WORDS: Record<Exclude<ClockName, `unit:${string}`> | 'unit', { zh: string; en: string }> = {
  response: { zh: '首次响应', en: 'First response' },
  callBack: { zh: '回电', en: 'Call-back' },
  resolution: { zh: '办结', en: 'Answer' },
  tier: { zh: '本级办理', en: 'This level' },
  unit: { zh: '本单位办理', en: 'This part' },
};

/** The field's word for a clock, as in 首次响应. */
export const clockWord = (clock: ClockName, language: Language): string =>
  CLOCK_WORDS[clock.startsWith('unit:') ? 'unit' : (clock as keyof typeof CLOCK_WORDS)][language];

/** A limit in words: 10个工作日, 10 working days. */
export function describeLimit({ amount, unit }: Limit, language: Language): string {
  const word = UNITS[unit][language];
  return language === 'zh' ? `${amount}${word}` : `${amount} ${word}${amount === 1 ? '' : 's'}`;
}

const LENGTHS = [
  { unit: 'calendarDays', ms: 86_400_000 },
  { unit: 'hours', ms: 3_600_000 },
  { unit: 'minutes', ms: 60_000 },
] as const;

/** Milliseconds by the clock in its two largest units: 2天3小时, 2 days 3 hours. */
export function describeLength(ms: number, language: Language): string {
  if (ms < 60_000) return language === 'zh' ? '不足1分钟' : 'less than a minute';
  const first = LENGTHS.findIndex((length) => ms >= length.ms);
  let left = ms;
  const parts = LENGTHS.slice(first, first + 2).flatMap(({ unit, ms: unitMs }) => {
    const amount = Math.floor(left / unitMs);
    left -= amount * unitMs;
    return amount > 0 ? describeLimit({ amount, unit }, language) : [];
  });
  return parts.join(language === 'zh' ? '' : ' ');
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ');
/** Asia/Shanghai, without summer time. */
const OFFSET_MS = 8 * 3_600_000;

/** An instant as people in China read it, to the minute (Asia/Shanghai); the year where `year` is another or left out. */
export function localTime(instant: Instant, language: Language, year?: number): string {
  const local = new Date(toMs(instant) + OFFSET_MS);
  const [fullYear, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const time = local.toISOString().slice(11, 16);
  const named = fullYear !== year;
  return language === 'zh'
    ? `${named ? `${fullYear}年` : ''}${month + 1}月${day}日${time}`
    : `${day} ${MONTHS[month]}${named ? ` ${fullYear}` : ''}, ${time}`;
}

export const localYear = (instant: Instant): number => new Date(toMs(instant) + OFFSET_MS).getUTCFullYear();
