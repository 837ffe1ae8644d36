import type { NOTICE_TYPES } from '@yiwang/contracts/case-flow';
import type { Language } from '@yiwang/contracts/errors';

/** `phoneCode` comes from no workflow: identity sends it. */
export type NoticeType = (typeof NOTICE_TYPES)[number] | 'phoneCode';
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
    zh: { title: '您的诉求已答复', body: '您的诉求（{caseNumber}）已有答复，请查看并评价：{ratingLink}' },
    en: { title: 'Your request was answered', body: 'There is an answer to your request {caseNumber}. Please read and rate it: {ratingLink}' },
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
  deadlineMoved: {
    zh: { title: '办理期限有变动', body: '您的诉求（{caseNumber}）办理期限调整为 {dueAt}，原因请见案件详情。' },
    en: { title: 'The deadline has moved', body: 'Your request {caseNumber} is now due {dueAt}. The reason is shown with the case.' },
  },
  casePaused: {
    zh: { title: '等待您补充', body: '您的诉求（{caseNumber}）需要您补充情况，办理暂停计时，请尽快补充。' },
    en: { title: 'Your word is needed', body: 'Your request {caseNumber} waits for something from you; its clock stands until then.' },
  },
  caseResumed: {
    zh: { title: '诉求恢复办理', body: '案件 {caseNumber} 已恢复办理，继续计时。' },
    en: { title: 'A request is taken up again', body: 'Case {caseNumber} is taken up again and its clock runs on.' },
  },
  caseSuspended: {
    zh: { title: '您的诉求已挂账', body: '您的诉求（{caseNumber}）暂不具备办理条件，已挂账，将按期复核，原因请见案件详情。' },
    en: { title: 'Your request is suspended', body: 'Your request {caseNumber} cannot be settled yet and will be reviewed. The reason is shown with the case.' },
  },
  caseReferred: {
    zh: { title: '诉求已转市级', body: '案件 {caseNumber} 已转市级办理，仍可凭编号查询进展。' },
    en: { title: 'A request went to the city', body: 'Case {caseNumber} was referred to the city; it stays open and can be followed.' },
  },
  halfTime: {
    zh: { title: '期限过半', body: '案件 {caseNumber} 办理期限已过半，请抓紧办理。' },
    en: { title: 'Half the time is gone', body: 'Half of the time for case {caseNumber} is gone.' },
  },
  yellowCard: {
    zh: { title: '黄牌预警', body: '案件 {caseNumber} 办理期限已过八成，亮黄牌，请按期办结。' },
    en: { title: 'Yellow card', body: 'Four fifths of the time for case {caseNumber} are gone.' },
  },
  redCard: {
    zh: { title: '红牌督办', body: '案件 {caseNumber} 已到期未办结，亮红牌，请立即办理并反馈。' },
    en: { title: 'Red card', body: 'Case {caseNumber} has reached its deadline without an answer. Act now and report.' },
  },
  urged: {
    zh: { title: '催办', body: '案件 {caseNumber} 有上级催办，请尽快办理。' },
    en: { title: 'You are urged', body: 'The level above urges case {caseNumber} on.' },
  },
  residentUrged: {
    zh: { title: '群众催办', body: '案件 {caseNumber} 已过期限（{dueAt}），反映人催办，请尽快办理并联系反映人。' },
    en: { title: 'The resident urges', body: 'Case {caseNumber} is past its limit ({dueAt}) and its reporter urges it on. Act, and speak with them.' },
  },
  requestDecided: {
    zh: { title: '申请已有结果', body: '案件 {caseNumber} 的申请已审批，结果请见案件详情。' },
    en: { title: 'A request was decided', body: 'What was asked for on case {caseNumber} is decided; see the case.' },
  },
  summoned: {
    zh: { title: '吹哨报到', body: '案件 {caseNumber} 需要现场会商，时间地点请见案件详情，请按时报到。' },
    en: { title: 'You are summoned', body: 'A meeting on site is called for case {caseNumber}; time and place are shown with the case.' },
  },
  merged: {
    zh: { title: '诉求并案办理', body: '案件 {caseNumber} 与同一事件的其他诉求并案办理，将一并答复。' },
    en: { title: 'Handled together', body: 'Case {caseNumber} is handled together with others of the same event and answered with them.' },
  },
  caseTerminated: {
    zh: { title: '案件已终止办理', body: '案件 {caseNumber} 已终止办理，原因请见案件详情。如有疑问，请联系县级指挥中心。' },
    en: { title: 'A case was terminated', body: 'Case {caseNumber} was ended without an answer. The reason is shown with the case; the county centre can tell more.' },
  },
  actsRepeated: {
    zh: {
      title: '您的操作将重新执行',
      body: '案件 {caseNumber} 的流程退回到 {backAt}，您在此之后的 {count} 项操作由系统按原内容重新执行，无需再次办理；结果如有不符，请与督办人员联系。',
    },
    en: {
      title: 'What you did is carried out again',
      body: 'Case {caseNumber} went back to {backAt}. What you did since ({count}) is carried out again as you did it; you need not do anything. If the result is not what you decided, tell the supervisor.',
    },
  },
  secondPersonWanted: {
    zh: { title: '批量处置待第二人同意', body: '有 {cases} 件案件的批量处置等待第二人同意，请在 {untilAt} 前到“批量处置”中查看并决定，逾期作废。' },
    en: { title: 'A second person is wanted', body: 'A bulk act on {cases} cases waits for a second person until {untilAt}. Look at it among the bulk acts and decide; it lapses otherwise.' },
  },
  patrolMissed: {
    zh: { title: '巡查漏巡', body: '{area}{date}{slot}有 {missed} 个网格未巡查：{grids}。请了解原因并督促补巡。' },
    en: { title: 'Patrol rounds missed', body: '{missed} grids of {area} were not patrolled on {date}, {slot}: {grids}. Find out why.' },
  },
  phoneCode: {
    zh: { title: '手机验证码', body: '您的验证码是 {code}，{minutes} 分钟内有效。请勿告诉他人。' },
    en: { title: 'Your code', body: 'Your code is {code}; it is good for {minutes} minutes. Tell nobody.' },
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
