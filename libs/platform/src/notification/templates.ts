import type { NOTICE_TYPES } from '@yiwang/contracts/case-flow';
import type { Language } from '@yiwang/contracts/errors';

export type NoticeType = (typeof NOTICE_TYPES)[number];
export type NoticeData = Record<string, string | number>;

interface Words {
  title: string;
  body: string;
}

/**
 * The words of every notice. `{caseNumber}` and the other names in braces are filled from the notice's data; a name with
 * At after it is an instant and shows as a county's clock does. No resident's name, phone or text belongs in one.
 */
export const TEMPLATES = {
  caseFiled: {
    zh: {
      title: '您的诉求已登记',
      body: '工作人员已代您登记诉求，编号 {caseNumber}，查询码 {pickupCode}，凭此可查询、补充和评价。',
    },
    en: {
      title: 'Your request is recorded',
      body: 'Your request was filed for you as {caseNumber}. With the code {pickupCode} you can follow, add to and rate it.',
    },
  },
  caseAnswered: {
    zh: { title: '您的诉求已答复', body: '您的诉求（{caseNumber}）已有答复，请查看并评价。' },
    en: { title: 'Your request was answered', body: 'There is an answer to your request {caseNumber}. Please read and rate it.' },
  },
  caseClosed: {
    zh: { title: '您的诉求已结案', body: '您的诉求（{caseNumber}）已结案。感谢您的反映。' },
    en: { title: 'Your request is closed', body: 'Your request {caseNumber} is closed. Thank you for reporting it.' },
  },
  caseNotAccepted: {
    zh: { title: '您的诉求未予受理', body: '您的诉求（{caseNumber}）未予受理，原因请见案件详情。' },
    en: { title: 'Your request was not accepted', body: 'Your request {caseNumber} was not accepted. The reason is shown with the case.' },
  },
  caseWithdrawn: {
    zh: { title: '诉求已撤回', body: '案件 {caseNumber} 已由反映人撤回，无需继续办理。' },
    en: { title: 'A request was taken back', body: 'The reporter took case {caseNumber} back; nothing more is to be done.' },
  },
  newRound: {
    zh: { title: '您的诉求将重新办理', body: '您的诉求（{caseNumber}）已进入新一轮办理，将由其他人员承办。' },
    en: { title: 'Your request is taken up again', body: 'Your request {caseNumber} is in a new round, with another handler.' },
  },
  taskOpened: {
    zh: { title: '新任务', body: '案件 {caseNumber} 有一项任务待认领，办理期限 {dueAt}。' },
    en: { title: 'New task', body: 'A task of case {caseNumber} waits to be claimed; it is due {dueAt}.' },
  },
  overdue: {
    zh: { title: '超期提醒', body: '案件 {caseNumber} 已超过办理期限（{dueAt}），请尽快处理。' },
    en: { title: 'Overdue', body: 'Case {caseNumber} is past its limit ({dueAt}). Please see to it.' },
  },
} as const satisfies Record<NoticeType, Record<Language, Words>>;

const CLOCKS = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai', hour12: false }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
};

function show(name: string, value: string | number | undefined, language: Language): string {
  if (value === undefined) return '…';
  if (!name.endsWith('At')) return String(value);
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? String(value) : CLOCKS[language].format(instant);
}

/** A notice in words. What the data lacks shows as an ellipsis, never as a brace. */
export function compose(type: NoticeType, data: NoticeData, language: Language): Words {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => show(name, Object.hasOwn(data, name) ? data[name] : undefined, language));
  const { title, body } = TEMPLATES[type][language];
  return { title: fill(title), body: fill(body) };
}
