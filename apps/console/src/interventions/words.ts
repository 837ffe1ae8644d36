import { wordsOf } from '../words/index.js';

const zh = {
  title: '批量处置', list: '批量处置记录', nothing: '还没有批量处置', nothingText: '在督办台选中几件案件，就可以一起处置。', toStuck: '去督办台', back: '全部记录', choose: '从左边选一项，看每件的结果。', followed: '{{time}} 更新，每 3 秒刷新',
  selected: '已选 {{n}} 件', bulk: '批量处置', selectAll: '全选本页', selectNone: '取消选择', select: '选择 {{number}}', records: '批量处置记录',
  what: '怎么处置', whatNeeded: '请选一种', why: '理由', whyNeeded: '请说明理由', whyHint: '办理人员都能看到；期限有变动的，群众也能看到。', preview: '预览', again: '重新预览', start: '开始处置', ask: '送第二人同意', change: '改一改', cancel: '取消',
  path: '交到哪种办理方式', by: '延长', days: '天数', unitOf: { calendarDays: '自然日', workingDays: '工作日' }, reviewAt: '复核日期', to: '改派给', needed: '请填写',
  kind: { urge: '催办', order: '下发督办单', liftOrder: '撤销督办单', escalate: '提级办理', deescalate: '交下级办理', reassign: '改派', extend: '延长期限', pause: '挂账', resume: '恢复办理', retryStart: '立即送入流程引擎', retryNotices: '重新发送通知', skipNotices: '不再发送通知', sendSkipped: '补发通知', compareRecords: '立即核对记录', reset: '回到某一步', terminate: '终止案件' },
  hint: {
    urge: '提醒现在该办的人，期限不变。', order: '要求承办方限时反馈，超期会再记一次。', liftOrder: '没有反馈的督办单不再要求反馈。', escalate: '交上一级办理，原承办方记录保留。', deescalate: '交下级办理，期限按新的办理方式重新起算。', reassign: '把正在等的任务交给另一个单位。',
    extend: '期限往后移，每种办理方式只能一次，群众会收到通知，不能撤销。', pause: '县级挂账，到复核日期自动恢复。', resume: '结束暂停或挂账，接着办理。', retryStart: '案件已登记，立即再送一次流程引擎。', retryNotices: '把没送达的通知重新发送。', skipNotices: '不再发送这些通知，请先用别的办法告知对方。', sendSkipped: '', compareRecords: '立即比对记录与流程，不一致的以流程为准改正。',
  },
  willDo: '{{n}} 件可以处置', wontDo: '{{n}} 件不能处置', clocksMove: '变动的时限：{{clocks}}', noClocks: '时限不变', clock: { tier: '承办时限', resolution: '群众的办结期限', order: '督办单反馈时限' }, willTell: '会通知：{{who}}', tellsNobody: '不发通知', told: { holder: '承办方', newHolder: '新承办方', reporter: '反映人', actors: '操作会重新执行的人' },
  undoable: '以后可以撤销（{{kind}}）', notUndoable: '做了就不能撤销', begunBefore: '近 24 小时内您已这样处置 {{n}} 件，与这次合并计算', noResults: '还没有结果', second: '超过 {{n}} 件，须由另一人同意后才开始；24 小时没人同意就作废。', whose: '现在在谁手里', refusedList: '不能处置的案件', allowedList: '将要处置的案件', changed: '案件在预览之后有变化，已重新预览，请再看一遍。', noneLeft: '没有一件可以这样处置。',
  started: '已开始，{{n}} 件', sent: '已送第二人同意，{{n}} 件',
  state: { waiting: '等第二人同意', running: '进行中', paused: '已暂停', done: '已完成', cancelled: '已终止', lapsed: '无人同意，已作废', notStarted: '没有开始' }, outcome: { waiting: '等待', done: '已办妥', unchanged: '本已如此', refused: '未予办理', failed: '未成功', left: '未处理' },
  startedBy: '{{who}} 发起', agreed: '{{who}} 同意', until: '{{at}} 前须有另一人同意', undoes: '撤销的是', undone: '已撤销', see: '查看', progress: '{{done}} / {{total}}', progressOf: '进度', results: '每件的结果', all: '全部',
  approve: '同意', approved: '已同意，开始处置', pauseAct: '暂停', pausedSaid: '已暂停', resumeAct: '继续', resumedSaid: '已继续', stop: '终止', stopped: '已终止', stopHint: '已办妥的不变，其余不再处理。', undo: '撤销', undoHint: '对已办妥的案件反向处置：{{kind}}。', undoStarted: '已开始撤销', report: '下载结果表', reportName: '批量处置结果',
  tries: '试了 {{n}} 次', columns: { case: '案件', outcome: '结果', message: '说明', at: '时间' },
};

export const useInterventionWords = wordsOf('interventions', zh, {
  title: 'Bulk acts', list: 'Bulk acts', nothing: 'Nothing yet', nothingText: 'Select some cases on the supervision desk to act on them together.', toStuck: 'To the supervision desk', back: 'All', choose: 'Choose one to see the result of each case.', followed: 'as of {{time}}, every 3 seconds',
  selected: '{{n}} selected', bulk: 'Act on them', selectAll: 'Select the page', selectNone: 'Select none', select: 'Select {{number}}', records: 'Bulk acts',
  what: 'What to do', whatNeeded: 'Choose one', why: 'Why', whyNeeded: 'Say why', whyHint: 'Everybody who works on them reads it; the resident too where their deadline moves.', preview: 'Preview', again: 'Preview again', start: 'Start', ask: 'Send to a second person', change: 'Change', cancel: 'Cancel',
  path: 'Down to which path', by: 'By', days: 'Days', unitOf: { calendarDays: 'calendar days', workingDays: 'working days' }, reviewAt: 'Looked at again on', to: 'Give to', needed: 'Fill this in',
  kind: { urge: 'Urge', order: 'Supervision order', liftOrder: 'Lift the order', escalate: 'Escalate', deescalate: 'Give down', reassign: 'Reassign', extend: 'Give more time', pause: 'Suspend', resume: 'Resume', retryStart: 'Hand to the engine now', retryNotices: 'Send notices again', skipNotices: 'Give up the notices', sendSkipped: 'Send what was given up', compareRecords: 'Compare records now', reset: 'Go back to a step', terminate: 'Terminate' },
  hint: {
    urge: 'Reminds whoever has to act; the deadline stays.', order: 'Whoever handles it has to report in time; being late is counted again.', liftOrder: 'Orders without feedback want none any more.', escalate: 'The level above takes it; what was done stays on record.', deescalate: 'A level below takes it, under the limits of its path.', reassign: 'The task that is waited for goes to another unit.',
    extend: 'The deadline moves, once on each path; the resident is told, and it cannot be undone.', pause: 'Suspended by the county; it goes on by itself on that day.', resume: 'Ends a pause or a suspension.', retryStart: 'It is registered; it is handed to the engine once more.', retryNotices: 'What was not taken is sent again.', skipNotices: 'They will not be sent: tell them by other means first.', sendSkipped: '', compareRecords: 'Records and workflow are compared now; where they differ the workflow is right.',
  },
  willDo: '{{n}} can be done', wontDo: '{{n}} cannot', clocksMove: 'Clocks that move: {{clocks}}', noClocks: 'No deadline moves', clock: { tier: 'the holder’s', resolution: 'the resident’s', order: 'the order’s' }, willTell: 'Told: {{who}}', tellsNobody: 'Nobody gets a notice', told: { holder: 'the holder', newHolder: 'the new holder', reporter: 'the reporter', actors: 'whose acts are carried out again' },
  undoable: 'Can be undone ({{kind}})', notUndoable: 'Cannot be undone', begunBefore: 'You have begun the same with {{n}} in the last 24 hours; they count together with these', noResults: 'No results yet', second: 'More than {{n}}: somebody else has to agree first; it lapses after 24 hours.', whose: 'Whose it is', refusedList: 'What cannot be done', allowedList: 'What will be done', changed: 'Cases have changed since the preview; here is a new one.', noneLeft: 'None of them can be done.',
  started: 'Started: {{n}}', sent: 'Sent to a second person: {{n}}',
  state: { waiting: 'Waits for a second person', running: 'Under way', paused: 'Held', done: 'Done', cancelled: 'Ended', lapsed: 'Lapsed: nobody agreed', notStarted: 'Not started' }, outcome: { waiting: 'waiting', done: 'done', unchanged: 'was so already', refused: 'refused', failed: 'failed', left: 'left' },
  startedBy: 'by {{who}}', agreed: 'agreed by {{who}}', until: 'somebody else has to agree by {{at}}', undoes: 'Takes back', undone: 'Taken back', see: 'See', progress: '{{done}} / {{total}}', progressOf: 'Progress', results: 'Case by case', all: 'All',
  approve: 'Agree', approved: 'Agreed; it begins', pauseAct: 'Hold', pausedSaid: 'Held', resumeAct: 'Go on', resumedSaid: 'It goes on', stop: 'End it', stopped: 'Ended', stopHint: 'What was done stays; the rest is left.', undo: 'Undo', undoHint: 'Does the opposite to what was done: {{kind}}.', undoStarted: 'Undoing', report: 'Download the results', reportName: 'results',
  tries: 'tried {{n}} times', columns: { case: 'Case', outcome: 'Result', message: 'Why', at: 'At' },
});
