import { wordsOf } from '../words/index.js';

const zh = {
  title: '督办台', subtitle: '每个未办结案件为什么没有动、该谁动、下一步是什么', all: '全部', people: '等人', machine: '系统问题', total: '共 {{n}} 件', nothing: '没有停着的案件', nothingText: '换一个条件再看。', list: '停着的案件', followed: '{{time}} 更新，每 10 秒刷新', clear: '清除条件',
  columns: { what: '案件', why: '为什么停着', owner: '该谁动', since: '停了多久' }, place: '地方', unit: '单位', age: '停了多久', noUnit: '不在单位', anyPlace: '全部地方', up: '回到上一级', round: '第 {{n}} 轮', also: '另有：{{reasons}}',
  from: { 0: '1 天以内', 1: '1–3 天', 3: '3–7 天', 7: '7–30 天', 30: '30 天以上' }, span: { m: '{{m}} 分钟', h: '{{h}} 小时', d: '{{d}} 天', dh: '{{d}} 天 {{h}} 小时', now: '刚刚' },
  kind: {
    workflowLost: '流程已终止', engineAway: '流程引擎无应答', workflowTaskFailing: '流程执行出错', noWorker: '无工作进程', notStarted: '尚未送达引擎', stepFailing: '步骤写入失败', timerMissing: '到期无提醒', recordsDiffer: '记录待核对', withLeadingCase: '并案等待', suspended: '挂账',
    waitingForResident: '等群众补充', referred: '已转市级', deliveryFailing: '通知未送达', passedAround: '多次退回', waitingForApproval: '等待审批', overdue: '已超期', unclaimed: '无人认领', held: '正在办理', waitingForRating: '等待评价', onItsWay: '正在流转',
  },
  next: {
    claim: '认领', work: '办结并答复', decide: '审批', verify: '现场核查', dispatch: '分派', arbitrate: '裁定', reply: '群众补充', review: '到期复核', rate: '群众评价', giveFeedback: '反馈督办单', follow: '跟踪进展', retry: '系统自动重试', repair: '人工修复', wait: '自动流转',
  },
  nextStep: '下一步：{{step}}', nextBy: '下一步：{{step}}（{{at}}前）', nextAt: '下一步：{{step}}（{{at}}）', tried: '已试 {{n}} 次', owner: { resident: '群众', city: '市级', machine: '系统', case: '主案件 {{number}}' },
  part: { engine: '流程引擎', workflow: '流程', worker: '工作进程', relay: '启动转送', records: '记录写入', delivery: '通知发送' },
  acts: '处置', actsOf: '处置 {{number}}', why: '理由', whyNeeded: '请说明理由', actedStands: '{{acted}}。现在：{{reason}}',
  acted: { urge: '已催办，已通知承办人', order: '已下发督办单', escalate: '已提级办理', retryStart: '已再次送入流程引擎', retryNotices: '已重新发送通知', skipNotices: '已停止发送通知', compareRecords: '已核对记录' },
  act: { urge: '催办', order: '下发督办单', escalate: '提级办理', retryStart: '立即送入流程引擎', retryNotices: '重新发送通知', skipNotices: '不再发送通知', compareRecords: '立即核对记录' },
  hint: {
    urge: '提醒现在该办的人，期限不变。', order: '要求承办方限时反馈，超期会再记一次。', escalate: '交上一级办理，原承办方记录保留。', retryStart: '案件已登记，立即再送一次流程引擎。', retryNotices: '把没送达的通知重新发送；对方若仍不收，会再次显示在这里。',
    skipNotices: '不再发送这些通知，请先用别的办法告知对方。', compareRecords: '立即比对记录与流程，不一致的以流程为准改正。',
  },
  select: '选择 {{number}}', selected: '已选 {{n}} 件', selectAll: '全选已显示的', selectNone: '取消选择', bulk: '批量处置', records: '批量处置记录',
  banner: { engine: '流程引擎自 {{at}} 起无应答：办理动作会提示稍后再试，已登记的内容不会丢。', worker: '自 {{at}} 起没有工作进程：到期提醒和自动流转暂停，恢复后自动补做。', starts: '{{n}} 件已登记的案件等着送入流程引擎。', doubts: '{{n}} 件案件的记录正在与流程核对。', unreachable: '连不上服务，显示的是 {{time}} 的情况。' },
};

export const useStuckWords = wordsOf('stuck', zh, {
  title: 'Supervision desk', subtitle: 'Why each open case is not moving, who has to move it, and what comes next', all: 'All', people: 'People', machine: 'Machine', total: '{{n}} cases', nothing: 'Nothing stands still', nothingText: 'Look by other conditions.', list: 'Cases that stand still',
  followed: 'as of {{time}}, every 10 seconds', clear: 'Clear', columns: { what: 'Case', why: 'Why it stands', owner: 'Who has to move it', since: 'For' }, place: 'Place', unit: 'Unit', age: 'Stands for', noUnit: 'No unit', anyPlace: 'Every place', up: 'One level up', round: 'round {{n}}', also: 'besides: {{reasons}}',
  from: { 0: 'less than a day', 1: '1–3 days', 3: '3–7 days', 7: '7–30 days', 30: '30 days or more' }, span: { m: '{{m}} min', h: '{{h}} h', d: '{{d}} d', dh: '{{d}} d {{h}} h', now: 'just now' },
  kind: {
    workflowLost: 'Workflow ended', engineAway: 'Engine away', workflowTaskFailing: 'Workflow fails', noWorker: 'No worker', notStarted: 'Not handed over yet', stepFailing: 'Step fails', timerMissing: 'No timer rang', recordsDiffer: 'Being compared', withLeadingCase: 'With its leading case', suspended: 'Suspended',
    waitingForResident: 'Waits for the resident', referred: 'With the city', deliveryFailing: 'Notice not delivered', passedAround: 'Back and forth', waitingForApproval: 'Waits for approval', overdue: 'Overdue', unclaimed: 'Unclaimed', held: 'In hand', waitingForRating: 'Waits for rating', onItsWay: 'On its way',
  },
  next: {
    claim: 'claim it', work: 'answer it', decide: 'decide', verify: 'verify on site', dispatch: 'dispatch it', arbitrate: 'decide whose it is', reply: 'the resident replies', review: 'review it', rate: 'the resident rates', giveFeedback: 'answer the order', follow: 'follow it', retry: 'the machine tries again', repair: 'somebody repairs it', wait: 'by itself',
  },
  nextStep: 'Next: {{step}}', nextBy: 'Next: {{step}} (by {{at}})', nextAt: 'Next: {{step}} ({{at}})', tried: 'tried {{n}} times', owner: { resident: 'The resident', city: 'The city', machine: 'The machine', case: 'Leading case {{number}}' },
  part: { engine: 'engine', workflow: 'workflow', worker: 'worker', relay: 'relay of starts', records: 'records', delivery: 'notices' },
  acts: 'Act', actsOf: 'Act on {{number}}', why: 'Why', whyNeeded: 'Say why', actedStands: '{{acted}}. Now: {{reason}}',
  acted: { urge: 'Urged; whoever handles it is told', order: 'Supervision order issued', escalate: 'Moved up', retryStart: 'Handed to the engine once more', retryNotices: 'Notices sent again', skipNotices: 'Notices given up', compareRecords: 'Records compared' },
  act: { urge: 'Urge', order: 'Supervision order', escalate: 'Escalate', retryStart: 'Hand to the engine now', retryNotices: 'Send notices again', skipNotices: 'Give up the notices', compareRecords: 'Compare records now' },
  hint: {
    urge: 'Reminds whoever has to act; the deadline stays.', order: 'Whoever handles it has to report in time; being late is counted again.', escalate: 'The level above takes it; what was done stays on record.', retryStart: 'It is registered; it is handed to the engine once more.', retryNotices: 'What was not taken is sent again; if it is refused once more, it shows here again.',
    skipNotices: 'They will not be sent: tell them by other means first.', compareRecords: 'Records and workflow are compared now; where they differ the workflow is right.',
  },
  select: 'Select {{number}}', selected: '{{n}} selected', selectAll: 'Select all shown', selectNone: 'Select none', bulk: 'Act on them', records: 'Bulk acts',
  banner: { engine: 'The workflow engine has not answered since {{at}}: acts are asked to be tried again, nothing that was registered is lost.', worker: 'No worker since {{at}}: reminders and automatic steps wait and are made up for.', starts: '{{n}} registered cases wait to be handed to the engine.', doubts: 'The records of {{n}} cases are being compared with their workflows.', unreachable: 'The service cannot be reached; this is as of {{time}}.' },
});
