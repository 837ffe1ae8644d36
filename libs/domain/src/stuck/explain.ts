import { describeLength, localTime, localYear, type Language } from '../clocks/wording.js';
import type { NextStep, Reason, ReasonKind } from './reasons.js';

type Words = Record<Language, string>;

const REASON_WORDS: Record<ReasonKind, Words> = {
  workflowLost: { zh: '流程已在引擎中终止，案件未结', en: 'Its workflow has ended in the engine, the case has not' },
  engineAway: { zh: '流程引擎无应答', en: 'The workflow engine does not answer' },
  workflowTaskFailing: { zh: '流程执行出错，引擎正在重试', en: 'Its workflow fails and the engine tries again' },
  noWorker: { zh: '没有工作进程处理流程', en: 'No worker takes up its workflow' },
  notStarted: { zh: '已登记，尚未送达流程引擎', en: 'Registered, and not yet handed to the engine' },
  stepFailing: { zh: '步骤写入失败，正在重试', en: 'A step cannot be recorded and is tried again' },
  timerMissing: { zh: '时限已过，流程未作提醒', en: 'A deadline has passed and its workflow did not notice' },
  recordsDiffer: { zh: '记录与流程不一致，正在核对', en: 'Records and workflow differ and are being compared' },
  withLeadingCase: { zh: '并案办理，等待主案件', en: 'Merged, waiting for its leading case' },
  suspended: { zh: '已挂账', en: 'Suspended' },
  waitingForResident: { zh: '等待群众补充', en: 'Waiting for the resident' },
  referred: { zh: '已转市级办理', en: 'Referred to the city' },
  deliveryFailing: { zh: '通知未能送达', en: 'A notice cannot be delivered' },
  passedAround: { zh: '多次退回，相互推转', en: 'Passed back and forth' },
  waitingForApproval: { zh: '等待审批', en: 'Waiting for an approval' },
  overdue: { zh: '已超期', en: 'Overdue' },
  unclaimed: { zh: '无人认领', en: 'Claimed by nobody' },
  held: { zh: '承办人正在办理', en: 'In the hands of its handler' },
  waitingForRating: { zh: '已答复，等待群众评价', en: 'Answered, waiting to be rated' },
  onItsWay: { zh: '正在流转', en: 'On its way' },
};

const NEXT_WORDS: Record<NextStep, Words> = {
  claim: { zh: '认领', en: 'it is to be claimed' },
  work: { zh: '办结并答复', en: 'it is to be answered' },
  decide: { zh: '审批', en: 'the request is to be decided' },
  verify: { zh: '现场核查', en: 'it is to be verified on site' },
  dispatch: { zh: '分派', en: 'it is to be dispatched' },
  arbitrate: { zh: '裁定由谁办理', en: 'it is to be decided whose it is' },
  reply: { zh: '群众补充材料', en: 'the resident is to reply' },
  review: { zh: '到期复核', en: 'it is to be reviewed' },
  rate: { zh: '群众评价', en: 'the resident is to rate it' },
  giveFeedback: { zh: '反馈督办单', en: 'the supervision order is to be answered' },
  follow: { zh: '跟踪进展', en: 'its progress is to be followed' },
  retry: { zh: '系统自动重试', en: 'the machine tries again' },
  repair: { zh: '须人工修复', en: 'somebody has to repair it' },
  wait: { zh: '系统自动流转', en: 'it goes on by itself' },
};

/** The field's word for a reason, as in 无人认领. */
export const reasonWord = (kind: ReasonKind, language: Language): string => REASON_WORDS[kind][language];

/**
 * The reason in one sentence without names: what it is, since when, how often it was tried, what comes next and by when
 * (Asia/Shanghai).
 */
export function explainReason({ kind, since, attempts, next }: Reason, now: string, language: Language): string {
  const [word, step] = [REASON_WORDS[kind][language], NEXT_WORDS[next.step][language]];
  const year = localYear(now);
  const length = describeLength(Math.max(0, Date.parse(now) - Date.parse(since)), language);
  const by = next.by === null ? null : localTime(next.by, language, year);
  if (language === 'zh') {
    const tried = attempts === null || attempts === 0 ? '' : `，已试${attempts}次`;
    return `${word}，自${localTime(since, language, year)}起已${length}${tried}；下一步：${step}${by === null ? '' : `（${by}${next.step === 'retry' ? '' : '前'}）`}。`;
  }
  const tried = attempts === null || attempts === 0 ? '' : `, tried ${attempts} ${attempts === 1 ? 'time' : 'times'}`;
  const when = by === null ? '' : next.step === 'retry' ? ` on ${by}` : ` by ${by}`;
  return `${word}, since ${localTime(since, language, year)} (${length})${tried}; next: ${step}${when}.`;
}
