import type { CaseClass, CaseKind, CaseLifecycleInput, CaseMode, Channel } from '@yiwang/contracts/case-flow';

const KINDS: Record<CaseKind, string> = {
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  consultation: '咨询',
  request: '求助',
  dispute: '纠纷',
};
const CLASSES: Record<CaseClass, string> = {
  simple: '简单',
  general: '一般',
  major: '重大',
  difficult: '疑难',
  crossCounty: '跨区',
};
const MODES: Record<CaseMode, string> = { coordination: '协调', deliberation: '协商', collaboration: '协同' };
const CHANNELS: Record<Channel, string> = {
  qr: '二维码',
  web: '网页',
  app: '手机应用',
  wechat: '微信',
  phone: '电话',
  hotline: '12345 热线',
  messageBoard: '网站留言板',
  cityManagement: '城管热线',
  offline: '线下受理',
  patrol: '巡查发现',
};

/**
 * What the Temporal Web UI shows of a case's workflow before anything of it is opened: codes and the field's words, never
 * what was said, who said it or about whom.
 */
export function summaryOf(input: CaseLifecycleInput): { staticSummary: string; staticDetails: string } {
  const { areaCode, kind, channel, caseClass, categoryCode, mode, receivedAt, policy } = input;
  const words = [areaCode, KINDS[kind], ...(caseClass ? [CLASSES[caseClass]] : [])];
  const details: [string, string | number | undefined][] = [
    ['区域', areaCode],
    ['类型', KINDS[kind]],
    ['分类', caseClass && CLASSES[caseClass]],
    ['方式', mode && MODES[mode]],
    ['渠道', CHANNELS[channel]],
    ['事项类别', categoryCode],
    ['受理时间', receivedAt],
    ['政策版本', policy.version],
  ];
  return {
    staticSummary: words.join(' · '),
    staticDetails: details.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}：${value}`])).join('\n'),
  };
}
