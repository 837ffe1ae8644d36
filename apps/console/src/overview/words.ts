import { language, wordsOf } from '../words/index.js';

const zh = {
  title: '一屏尽览', asOf: '{{time}} 更新，每 30 秒刷新', stale: '更新失败，显示的是 {{time}} 的情况', up: '返回{{area}}', noArea: '您没有需要总览的区域', noAreaText: '领导、督办和综治中心可以看到自己区域的总览。',
  decisions: '需要决策', decisionsNone: '没有等待决策的事项', decisionsNoneText: '裁定、三轮、挂账复核、审批和本级超期会出现在这里。', all: '全部 {{n}} 件',
  decision: { arbitration: '待裁定', lastRound: '第三轮', suspensionReview: '挂账到期', approval: '待审批', overdue: '本级超期' },
  due: '{{at}} 前', over: '已过 {{at}}', review: '{{at}} 复核', between: '{{from}} 建议由 {{to}} 承办',
  act: { open: '查看并处置', grant: '同意', refuse: '不同意', assign: '交{{unit}}主办', arbitrate: '裁定', resume: '恢复办理', instruct: '批示', order: '督办' },
  draft: { grant: '情况属实，同意。', refuse: '理由不充分，请按期办理。', resume: '挂账到期复核，恢复办理。', order: '已超过本级时限，请尽快办结并反馈。', assign: '经研究，由该单位主办。' },
  evidence: '依据', close: '关闭', taken: '由有权限的岗位决定',
  standing: { open: '未办结', running: '正在计时', yellow: '黄牌', red: '红牌', suspended: '挂账', today: '今日来件' },
  map: '区域态势', mapOf: '{{area}}各区域红黄绿灯', light: { green: '正常', yellow: '关注', red: '告急' }, placeRow: '{{area}}：{{light}}，计时中 {{running}} 件，黄牌 {{yellow}} 件，红牌 {{red}} 件', below: '进入{{area}}', lightsHint: '红：计时中一成以上红牌；黄：两成以上有牌', area: '区域', nowhere: '没有下级区域',
  intake: '来件', intakeDays: '近 14 天每日来件', dayCount: '{{day}}：{{n}} 件', channels: '今日渠道', noneToday: '今天还没有来件',
  figures: '及时与满意', ofMonth: '{{month}}，截至 {{at}}', notCounted: '本月和上月都还没有统计', recount: '统计本月', recounted: '已统计到此刻', partial: '数据还在汇总', measure: { responseOnTime: '响应及时率', resolutionOnTime: '办结及时率', satisfied: '满意率' }, over2: '{{numerator}} ÷ {{denominator}}',
  behindFigure: '{{name}}：{{part}}', part: { numerator: '达标的案件', denominator: '参与计算的案件' }, partShort: { numerator: '达标 {{n}} 件', denominator: '共 {{n}} 件' },
  trend: '近 6 个月走势', trendNumbers: '逐月数字', month: '月份', uncounted: '未统计', trendRow: '{{month}} {{measure}} {{share}}，共 {{n}} 件',
  ranking: '乡镇排名', rankingHint: '综合得分', place: '第 {{n}} 名', unranked: '暂不排名', messages: '{{n}} 件',
  rising: '热点上升', risingHint: '近 7 天与前 4 周比', risingNone: '没有明显上升的类别', week: '{{n}} 件', usual: '此前每周 {{n}} 件', times: '{{n}} 倍', chance: '偶然概率 {{p}}',
  patrol: '今日巡查', patrolled: '已巡 {{done}} ÷ 应巡 {{due}}', patrolNone: '今天没有巡查安排', missed: '漏巡 {{n}} 次', late: '迟巡 {{n}} 次', openRounds: '{{n}} 次还在时段内', missedGrids: '漏巡网格', gridRow: '{{grid}}：应巡 {{planned}}，已巡 {{done}}，漏巡 {{missed}}',
  warnings: '早期预警', warningsNone: '没有预警。办理节奏、偏离常态、来回推转、网格沉默都正常。', warning: { pace: '节奏超载', drift: '偏离常态', pingPong: '来回推转', silence: '网格沉默' }, anyKind: '全部', cases: '查看 {{n}} 件', more: '更多预警',
  none: '没有案件',
};

export const useOverviewWords = wordsOf('overview', zh, {
  title: 'Overview', asOf: 'as of {{time}}, every 30 seconds', stale: 'Could not be refreshed; this is as of {{time}}', up: 'Back to {{area}}', noArea: 'There is no area that you answer for', noAreaText: 'Leaders, supervisors and centres see their own areas here.',
  decisions: 'Decisions wanted', decisionsNone: 'Nothing waits for a decision', decisionsNoneText: 'Arbitrations, third rounds, reviews of suspensions, requests and what is late at this level appear here.', all: 'All {{n}}',
  decision: { arbitration: 'Arbitration', lastRound: 'Third round', suspensionReview: 'Review due', approval: 'Request', overdue: 'Late here' },
  due: 'by {{at}}', over: 'was due {{at}}', review: 'review {{at}}', between: '{{from}} names {{to}}',
  act: { open: 'Look and act', grant: 'Agree', refuse: 'Refuse', assign: '{{unit}} leads', arbitrate: 'Decide', resume: 'Resume', instruct: 'Instruct', order: 'Order' },
  draft: { grant: 'The reasons hold; agreed.', refuse: 'The reasons do not hold; keep to the deadline.', resume: 'Reviewed as due; handling goes on.', order: 'This level is late: finish it and report.', assign: 'On consideration this unit leads.' },
  evidence: 'Evidence', close: 'Close', taken: 'Decided by whoever holds that post',
  standing: { open: 'Open', running: 'Running', yellow: 'Yellow', red: 'Red', suspended: 'Suspended', today: 'Today' },
  map: 'Areas', mapOf: 'Lights of the areas of {{area}}', light: { green: 'fine', yellow: 'watch', red: 'alarming' }, placeRow: '{{area}}: {{light}}, {{running}} running, {{yellow}} yellow, {{red}} red', below: 'Into {{area}}', lightsHint: 'Red: a tenth of the running cases is red. Yellow: a fifth has a card', area: 'Area', nowhere: 'No areas below',
  intake: 'Intake', intakeDays: 'Received each day, 14 days', dayCount: '{{day}}: {{n}}', channels: 'Channels today', noneToday: 'Nothing came in today',
  figures: 'On time and satisfied', ofMonth: '{{month}}, as of {{at}}', notCounted: 'Neither this month nor the last was counted', recount: 'Count this month', recounted: 'Counted up to now', partial: 'still being collected', measure: { responseOnTime: 'Response on time', resolutionOnTime: 'Answered on time', satisfied: 'Satisfied' }, over2: '{{numerator}} ÷ {{denominator}}',
  behindFigure: '{{name}}: {{part}}', part: { numerator: 'cases that meet it', denominator: 'cases that count' }, partShort: { numerator: '{{n}} meet it', denominator: 'of {{n}}' },
  trend: 'The last 6 months', trendNumbers: 'Month by month', month: 'Month', uncounted: 'not counted', trendRow: '{{month}} {{measure}} {{share}}, of {{n}} cases',
  ranking: 'Towns ranked', rankingHint: 'composite score', place: 'No. {{n}}', unranked: 'not ranked', messages: '{{n}} cases',
  rising: 'Rising topics', risingHint: '7 days against the 4 weeks before', risingNone: 'No category rises', week: '{{n}} cases', usual: '{{n}} a week before', times: '{{n}} times', chance: 'by chance {{p}}',
  patrol: 'Patrols today', patrolled: '{{done}} made ÷ {{due}} due', patrolNone: 'No patrols today', missed: '{{n}} missed', late: '{{n}} late', openRounds: '{{n}} still in time', missedGrids: 'Grids that were missed', gridRow: '{{grid}}: {{planned}} planned, {{done}} made, {{missed}} missed',
  warnings: 'Early warnings', warningsNone: 'No warnings. Pace, course, returns and grids are as usual.', warning: { pace: 'Overload', drift: 'Off course', pingPong: 'Back and forth', silence: 'Silent grid' }, anyKind: 'All', cases: 'See {{n}} cases', more: 'More warnings',
  none: 'No cases',
});

/** 1,234, as an office writes it. */
export const figure = (n: number): string => new Intl.NumberFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 }).format(n);

/** 11月, or 2025年11月 where it is another year than that of `now`; English ones are short on an axis. */
export function monthName(month: string, now: string, long: 'long' | 'short' = 'long'): string {
  const [year = '', number = ''] = month.split('-');
  if (language() === 'zh') return `${now.startsWith(year) ? '' : `${year}年`}${Number(number)}月`;
  return new Intl.DateTimeFormat('en-GB', { month: long, ...(now.startsWith(year) ? {} : { year: 'numeric' }), timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** 26日, 26 Nov. */
export const dayName = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  return language() === 'zh' ? `${at.getUTCMonth() + 1}月${at.getUTCDate()}日` : new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);
};
