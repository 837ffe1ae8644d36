import type { Language } from '../clocks/wording.js';
import type { Exclusion, Measure } from './measures.js';

/**
 * A share as an office writes it: `95.24%`, rounded half up from the counts themselves, and `100.00%` only where nothing
 * is missing. Without a denominator there is no number to write: `—`.
 */
export function percentText(numerator: number, denominator: number): string {
  if (denominator === 0) return '—';
  const rounded = Math.floor((numerator * 100_000) / denominator / 10 + 0.5);
  const hundredths = numerator < denominator ? Math.min(rounded, 9_999) : rounded;
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

/** `92.35`, as scores are written; `—` where there is none. */
export const scoreText = (score: number | null): string => (score === null ? '—' : score.toFixed(2));

/** `2026年11月`. */
export const monthText = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;

/** Against an earlier count: `↑12.50%`, `↓3.00%`, `持平`; nothing to compare with is `—`. */
export function changeText(now: number, before: number): string {
  if (before === 0) return '—';
  if (now === before) return '持平';
  return `${now > before ? '↑' : '↓'}${(Math.round((Math.abs(now - before) * 10_000) / before) / 100).toFixed(2)}%`;
}

export const MEASURE_NAMES: Record<Measure, Record<Language, string>> = {
  replied: { zh: '办复率', en: 'replied' },
  responseOnTime: { zh: '及时响应率', en: 'response on time' },
  resolutionOnTime: { zh: '及时处置率', en: 'resolution on time' },
  firstPromiseKept: { zh: '首次承诺兑现率', en: 'first promise kept' },
  resolved: { zh: '办结率', en: 'resolved' },
  satisfied: { zh: '满意率（含基本满意）', en: 'satisfied, mostly satisfied included' },
  fullySatisfied: { zh: '满意率（不含基本满意）', en: 'satisfied' },
  rated: { zh: '参评率', en: 'rated' },
  rework: { zh: '返工率', en: 'rework' },
  returned: { zh: '退回率', en: 'returned' },
  handedUp: { zh: '上提率', en: 'handed up' },
  solvedAtGrid: { zh: '网格办结占比', en: 'solved by the grid' },
  solvedAtVillage: { zh: '村级办结占比', en: 'solved in the village' },
  solvedAtTown: { zh: '乡镇办结占比', en: 'solved by the town' },
  solvedAtCounty: { zh: '县级办结占比', en: 'solved by the county' },
  solvedAtCity: { zh: '市级办结占比', en: 'solved by the city' },
  foundOnPatrol: { zh: '巡查主动发现率', en: 'found on patrol before anyone complained' },
};

export const EXCLUSION_NAMES: Record<Exclusion, Record<Language, string>> = {
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  notAccepted: { zh: '不予受理', en: 'not accepted' },
  notYetDue: { zh: '未到期', en: 'not yet due' },
  suspended: { zh: '挂账', en: 'suspended' },
  referred: { zh: '转市级', en: 'referred to the city' },
  notAnswered: { zh: '尚未答复', en: 'not answered yet' },
  ratingOpen: { zh: '评价期内', en: 'may still be rated' },
  notRated: { zh: '未评价', en: 'not rated' },
  notResolved: { zh: '未办结', en: 'not resolved' },
  sameEvent: { zh: '随主案件答复', en: 'answered with its leading case' },
  imported: { zh: '历史导入', en: 'imported history' },
  chargedElsewhere: { zh: '超期责任在其他层级或单位', en: 'somebody else was late' },
  answeredElsewhere: { zh: '由其他单位答复', en: 'answered by another unit' },
  otherKind: { zh: '咨询、建议', en: 'a consultation or suggestion' },
};
