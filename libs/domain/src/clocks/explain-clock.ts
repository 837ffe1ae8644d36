import type { ClockReading } from './ledger.types.js';
import { lateMs } from './reckon.js';
import { clockWord, describeLength, localTime, localYear, type Language } from './wording.js';

/** One clock in one short sentence without personal data, times as in Asia/Shanghai. */
export function explainClock(reading: ClockReading, language: Language): string {
  const { clock, dueAt, startedAt, provisional } = reading;
  const name = clockWord(clock, language);
  const due = localTime(dueAt, language);
  const start = localTime(startedAt, language, localYear(dueAt));
  const ending = endingWords(reading, language);
  return language === 'zh'
    ? `${name}${provisional ? '暂定' : ''}应于${due}前完成，${start}起算${ending}。`
    : `${name} ${provisional ? 'provisionally ' : ''}due by ${due}, running since ${start}${ending}.`;
}

function endingWords(reading: ClockReading, language: Language): string {
  const { dueAt, stoppedAt, pausedSince } = reading;
  const at = (instant: string): string => localTime(instant, language, localYear(dueAt));
  if (stoppedAt !== null) {
    const ms = lateMs(reading, stoppedAt);
    const late = ms > 0 && describeLength(ms, language);
    return language === 'zh'
      ? `，已于${at(stoppedAt)}完成，${late ? `超期${late}` : '未超期'}`
      : `, done on ${at(stoppedAt)}, ${late ? `${late} late` : 'in time'}`;
  }
  if (pausedSince === undefined) return '';
  return language === 'zh' ? `，${at(pausedSince)}起已暂停` : `, paused since ${at(pausedSince)}`;
}
