import { PATH_WORDS, type Language } from '../clocks/wording.js';
import type { TaskKind } from '../paths/vocabulary.js';
import type { DriftWarning } from './drift.js';
import type { PaceWarning } from './pace.js';
import type { PingPongWarning } from './ping-pong.js';
import type { SilenceWarning } from './silence.js';

export const WARNING_KINDS = ['pace', 'drift', 'pingPong', 'silence'] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];
export type EarlyWarning = PaceWarning | DriftWarning | PingPongWarning | SilenceWarning;

const DAY_MS = 86_400_000;
const WORK: Record<TaskKind, Record<Language, string>> = {
  desk: { zh: '分派', en: 'dispatching' },
  handle: { zh: '办理', en: 'handling' },
  lead: { zh: '牵头办理', en: 'leading' },
  contribute: { zh: '协同', en: 'contributing' },
  coordinate: { zh: '确定主办', en: 'naming who leads' },
  arbitrate: { zh: '裁定', en: 'arbitrating' },
  verify: { zh: '核查', en: 'verifying' },
  approve: { zh: '审批', en: 'approving' },
  order: { zh: '反馈督办单', en: 'answering an order' },
  cityDesk: { zh: '市级办理', en: "the city's work" },
};

/** At most one digit behind the point: 2.1, 3. */
const number = (value: number): string => String(Math.round(value * 10) / 10);
const days = (ms: number): string => number(ms / DAY_MS);
/** A small share from 0 to 1 as an office says it, with two digits that count: 0.25%, 3.1%; less than one in ten thousand is said so. */
export const chanceText = (share: number): string => (share < 0.0001 ? '<0.01%' : `${Number((100 * share).toPrecision(2))}%`);
const pace = (perDay: number): string => (perDay >= 0.1 ? number(perDay) : String(Number(perDay.toPrecision(1))));
const times = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const SAID: { [K in WarningKind]: (warning: Extract<EarlyWarning, { kind: K }>, language: Language) => string } = {
  pace: ({ open, late, finished, days: within, perDay, daysToClear, breaks }, language) => {
    if (language === 'zh') {
      const length = daysToClear === null ? `${open} 件未办，近 ${within} 天未办结一件` : `${open} 件未办 ÷ 每日办结 ${pace(perDay)} 件 = ${daysToClear} 天`;
      return `${length}，${breaks} 件将超期${late === 0 ? '' : `，另有 ${late} 件已超期`}（近 ${within} 天办结 ${finished} 件）。`;
    }
    const length = daysToClear === null ? `${open} open, none finished in ${within} days` : `${open} open ÷ ${pace(perDay)} finished a day = ${times(daysToClear, 'day')}`;
    return `${length}: ${breaks} will be late${late === 0 ? '' : `, ${late} are already`} (${finished} finished in ${within} days).`;
  },
  drift: ({ work, path, ageMs, usual, times: so }, language) => {
    const within = path === null ? '' : PATH_WORDS[path][language];
    return language === 'zh'
      ? `“${WORK[work].zh}”已 ${days(ageMs)} 天 ÷ 同类${within}九成不超过 ${days(usual.p90Ms)} 天 = ${number(so)} 倍（近 ${usual.days} 天办结的 ${usual.sample} 件）。`
      : `${capital(WORK[work].en)} for ${days(ageMs)} days ÷ nine of ten of its category${within && `, ${within},`} took up to ${days(usual.p90Ms)} days = ${number(so)} times (${usual.sample} finished in ${usual.days} days).`;
  },
  pingPong: ({ returns, between }, language) => {
    const [from, to] = [new Set(returns.flatMap((one) => one.from ?? [])).size, new Set(returns.map((one) => one.to)).size];
    return language === 'zh'
      ? `裁定前已退回 ${returns.length} 次：${from} 个单位退回，建议 ${to} 个单位承办${between === null ? '' : '，其中两家互相推转'}。`
      : `Returned ${times(returns.length, 'time')} without a decision: by ${times(from, 'unit')}, naming ${times(to, 'unit')}${between === null ? '' : ', two of which name each other'}.`;
  },
  silence: ({ usual, usualWeeks, reports, lastWeeks, expected, probability, patrols }, language) =>
    language === 'zh'
      ? `此前 ${usualWeeks} 周来件 ${usual} 件，近 ${lastWeeks} 周应有 ${number(expected)} 件，实有 ${reports} 件，偶然如此的概率 ${chanceText(probability)}；${patrols === null ? '巡查情况未知' : '其间没有巡查'}。`
      : `${times(usual, 'report')} in the ${usualWeeks} weeks before; in the last ${lastWeeks} weeks ${number(expected)} would be usual and ${reports} came, by chance ${chanceText(probability)}; ${patrols === null ? 'patrols are not known' : 'nobody patrolled'}.`,
};

/** A warning in one sentence with the numbers from which it was reckoned, without names. */
export function explainWarning(warning: EarlyWarning, language: Language): string {
  const say = SAID[warning.kind] as (one: EarlyWarning, language: Language) => string;
  return say(warning, language);
}

/** How grave it is among its kind: more is graver. */
export function gravityOf(warning: EarlyWarning): number {
  if (warning.kind === 'pace') return warning.breaks;
  if (warning.kind === 'drift') return warning.times;
  return warning.kind === 'pingPong' ? warning.returns.length : -Math.log10(Math.max(warning.probability, 1e-12));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
