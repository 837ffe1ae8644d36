import { localDateOf, workingDaysBetween, workingMsBetween } from '../calendar/index.js';
import type { WorkingCalendar } from '../calendar/types.js';
import { needCalendar } from './add-limit.js';
import type { Base, Clock } from './book.js';
import type { LedgerEntry, Limit } from './ledger.types.js';
import { toMs } from './limits.js';
import type { Change, PauseReason } from './moves.js';
import { readLedger } from './reckon.js';
import {
  describeLength,
  describeLimit,
  localTime,
  localYear,
  PATH_WORDS,
  REASON_WORDS,
  type Language,
} from './wording.js';

type Words = Record<Language, string>;

/**
 * The resident's deadline and how it came about, in one sentence without personal data; times as in Asia/Shanghai, the
 * year only once. It says where the deadline is provisional, paused, or kept or missed by an answer.
 */
export function explainDeadline(
  ledger: readonly LedgerEntry[],
  calendar: WorkingCalendar | null,
  language: Language,
): string {
  const book = readLedger(ledger, calendar);
  const clock = book.clocks.get('resolution');
  if (!clock) return language === 'zh' ? '办结时限尚未起算。' : 'No deadline for the answer has begun to run.';
  const year = localYear(clock.due.at);
  const parts = [
    baseWords(clock.base, language, year),
    ...clock.changes.map((change) => changeWords(change, clock, calendar, language, year)),
    ...promiseWords(clock, language, year),
  ];
  const head = headWords(clock, book.paused?.reason ?? null, language, year);
  return language === 'zh' ? `${head}：${parts.join('；')}。` : `${head}: ${parts.join('; ')}.`;
}

function headWords(
  { due, stoppedAt, standsSince }: Clock,
  reason: PauseReason | null,
  language: Language,
  year: number,
): string {
  const at = localTime(due.at, language);
  const head: Words = {
    zh: due.provisional ? `暂定应于${at}前办结（工作日历尚未公布）` : `应于${at}前办结`,
    en: due.provisional ? `Provisionally due by ${at} (working calendar not yet published)` : `Due by ${at}`,
  };
  if (stoppedAt !== null) return head[language] + answerWords(due.at, stoppedAt, language, year);
  if (standsSince === null || reason === null) return head[language];
  const [why, since] = [REASON_WORDS[reason][language], localTime(standsSince, language, year)];
  return language === 'zh'
    ? `${head.zh}，因${why}自${since}起已暂停`
    : `${head.en}, paused since ${since} (${why})`;
}

function answerWords(dueAt: string, stoppedAt: string, language: Language, year: number): string {
  const [at, ms] = [localTime(stoppedAt, language, year), toMs(stoppedAt) - toMs(dueAt)];
  const late = ms > 0 ? describeLength(ms, language) : null;
  if (language === 'zh') return `，已于${at}办结，${late ? `超期${late}` : '未超期'}`;
  return `, answered on ${at}, ${late ? `${late} late` : 'in time'}`;
}

function baseWords({ kind, at, limit, path, round }: Base, language: Language, year: number): string {
  const [when, length] = [localTime(at, language, year), describeLimit(limit, language)];
  const name = path && PATH_WORDS[path][language];
  if (language === 'zh') {
    const again = round && round > 1 ? `第${round}轮` : '';
    const act = kind === 'start' ? `起算${name ? `（${name}）` : ''}` : `${again}转交${name}`;
    return `${when}${act}，限${length}`;
  }
  const again = round && round > 1 ? ` in round ${round}` : '';
  const act = kind === 'start' ? `begun${name ? ` (${name})` : ''}` : `handed over to ${name}${again}`;
  return `${act} on ${when}, with ${length}`;
}

function changeWords(
  change: Change,
  { limit, due }: Clock,
  calendar: WorkingCalendar | null,
  language: Language,
  year: number,
): string {
  if (change.kind === 'extend') {
    const by = describeLimit(change.by, language);
    return language === 'zh' ? `经批准延期${by}` : `extended with approval by ${by}`;
  }
  if (change.kind === 'stand') {
    const length = stoodWords(change, limit.unit, calendar, language);
    const pushed = due.stood.some(({ from, pushed: isPushed }) => isPushed && from === change.from);
    return standWords(change.reason, length, pushed)[language];
  }
  const when = localTime(change.at, language, year);
  if (change.kind === 'reopen') return language === 'zh' ? `${when}恢复办理` : `taken up again on ${when}`;
  const [name, length] = [PATH_WORDS[change.path][language], describeLimit(change.limit, language)];
  return language === 'zh'
    ? `${when}重新定类（${name}），自起算之日改限${length}`
    : `reclassified on ${when} (${name}), with ${length} from the beginning`;
}

const standWords = (reason: PauseReason, length: string, pushed: boolean): Words => ({
  zh: `${REASON_WORDS[reason].zh}暂停${length}${pushed ? '，恢复后顺延' : ''}`,
  en:
    (reason === 'suspended' ? `suspended for ${length}` : `paused for ${length} while waiting for the resident`) +
    (pushed ? ', and moved past the resumption' : ''),
});

/** How long it stood, as its own limit counts. */
function stoodWords(
  { from, to }: { from: string; to: string },
  unit: Limit['unit'],
  calendar: WorkingCalendar | null,
  language: Language,
): string {
  if (unit === 'workingDays') {
    const amount = workingDaysBetween(needCalendar(calendar), localDateOf(from), localDateOf(to));
    if (amount > 0) return describeLimit({ amount, unit }, language);
    return language === 'zh' ? '不足1个工作日' : 'less than a working day';
  }
  if (unit !== 'workingHours') return describeLength(toMs(to) - toMs(from), language);
  const length = describeLength(workingMsBetween(needCalendar(calendar), from, to), language);
  return language === 'zh' ? `${length}（工作时间）` : `${length} of working time`;
}

function promiseWords({ firstDueAt, due }: Clock, language: Language, year: number): string[] {
  if (firstDueAt === due.at) return [];
  const first = localTime(firstDueAt, language, year);
  return [language === 'zh' ? `首次承诺为${first}` : `the first promise was ${first}`];
}
