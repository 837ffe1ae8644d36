import { wordsOf } from '../words/index.js';

const zh = {
  title: '流程引擎', hint: '引擎里正在运行的流程、设好的提醒和逐条事件；不含群众填写的内容。', open: '查看引擎里的情况', again: '刷新', away: '流程引擎没有应答，请稍后再看。', none: '引擎里没有这件案件的流程：还没有送达，或已超过保存期限。',
  coming: '没有人处理的话', comingUnknown: '没有工作进程应答，暂时不知道接下来会发生什么。', nothingComes: '不会再自动发生什么。',
  kind: {
    half: '时限过半，提醒承办方', yellowCard: '记黄牌，提醒承办方', redCard: '记红牌，下发督办单', movesUp: '自动交上一级办理', responseOverdue: '首次响应超期，通知上一级', callBackMissed: '未按时回电，通知上一级', resolutionOverdue: '办理超期，通知上一级', partOverdue: '协同任务超期，通知上一级',
    resumes: '恢复计时，继续办理', approvalMovesUp: '申请转上级审批', orderOverdue: '督办单超期，通知上一级', closesUnrated: '按“未评价”结案',
  },
  run: { caseLifecycle: '案件全程', villageDirect: '现场直办', cadreLed: '干部领办', villageTownJoint: '村镇联办', countyCoordinated: '县级统筹' },
  state: { running: '运行中', completed: '已完成', failed: '出错终止', cancelled: '已取消', terminated: '被终止', continuedAsNew: '已接续', timedOut: '超时终止' },
  since: '{{at}} 开始', ended: '{{at}} 结束', events: '{{n}} 条事件', size: '{{n}} KB', pending: '正在执行', tried: '第 {{n}} 次', nextTry: '{{at}} 再试', failing: '流程代码正在第 {{n}} 次执行', timers: '设好的提醒：{{at}}', attributes: '检索信息', openThere: '在 Temporal 中打开',
  history: '事件', show: '查看事件', more: '更早的事件', steps: '也显示引擎内部步骤', raw: '原始事件',
  event: {
    WorkflowExecutionStarted: '流程开始', WorkflowExecutionCompleted: '流程完成', WorkflowExecutionFailed: '流程出错终止', WorkflowExecutionTimedOut: '流程超时', WorkflowExecutionTerminated: '流程被终止', WorkflowExecutionCancelRequested: '要求停止流程', WorkflowExecutionCanceled: '流程已停止', WorkflowExecutionContinuedAsNew: '流程接续运行',
    WorkflowTaskScheduled: '排队推进', WorkflowTaskStarted: '开始推进', WorkflowTaskCompleted: '推进完成', WorkflowTaskFailed: '推进出错', WorkflowTaskTimedOut: '推进超时',
    ActivityTaskScheduled: '安排步骤', ActivityTaskStarted: '步骤开始', ActivityTaskCompleted: '步骤完成', ActivityTaskFailed: '步骤出错', ActivityTaskTimedOut: '步骤超时', ActivityTaskCancelRequested: '要求停止步骤', ActivityTaskCanceled: '步骤已停止',
    TimerStarted: '设定提醒', TimerFired: '提醒到时', TimerCanceled: '取消提醒', MarkerRecorded: '流程版本标记', WorkflowExecutionSignaled: '收到消息', WorkflowExecutionUpdateAdmitted: '重新收到决定', WorkflowExecutionUpdateAccepted: '接受决定', WorkflowExecutionUpdateCompleted: '决定已记录', WorkflowExecutionUpdateRejected: '拒绝决定', UpsertWorkflowSearchAttributes: '更新检索信息', WorkflowPropertiesModified: '更新流程说明',
    StartChildWorkflowExecutionInitiated: '要求开始办理方式', StartChildWorkflowExecutionFailed: '办理方式未能开始', ChildWorkflowExecutionStarted: '办理方式开始', ChildWorkflowExecutionCompleted: '办理方式结束', ChildWorkflowExecutionFailed: '办理方式出错', ChildWorkflowExecutionCanceled: '办理方式停止', ChildWorkflowExecutionTimedOut: '办理方式超时', ChildWorkflowExecutionTerminated: '办理方式被终止',
    SignalExternalWorkflowExecutionInitiated: '向另一流程发消息', SignalExternalWorkflowExecutionFailed: '消息未送达另一流程', ExternalWorkflowExecutionSignaled: '消息已送达另一流程', RequestCancelExternalWorkflowExecutionInitiated: '要求停止另一流程', ExternalWorkflowExecutionCancelRequested: '另一流程已收到停止要求', other: '其他事件',
  },
  subject: {
    recordStep: '写入记录', firstResponseAt: '查询首次响应', workingCalendar: '读取工作日历', forgetCase: '清除个人信息',
    dispatchCase: '分派', rateCase: '评价', withdrawCase: '撤回', requestApproval: '提出申请', decideApproval: '审批', resumeCase: '恢复办理', superviseCase: '督办', answerOrder: '反馈督办单', answerReferral: '市级答复', reclassifyCase: '调整类别', mergeCase: '并案', separateCase: '拆分', groupMember: '加入同一事件',
    acceptTask: '受理', completeTask: '办结', handUpTask: '上报', delegateTask: '交办', planParts: '安排协同任务', cancelPart: '收回任务', reassignTask: '改派', assignUnits: '指定单位', returnTask: '退回', summon: '吹哨', recordMinutes: '会议纪要', recordMediation: '调解记录', instruct: '批示', verifyTask: '核查',
    pathMoved: '承办变动', pathTold: '案件变动', pathEnded: '办理方式结束', calendarLoaded: '日历已更新', residentAdded: '群众补充', groupAnswered: '主案已答复',
    caseLifecycle: '案件全程', villageDirect: '现场直办', cadreLed: '干部领办', villageTownJoint: '村镇联办', countyCoordinated: '县级统筹',
  },
  cancel: '取消',
  resort: {
    why: '理由', whyNeeded: '请说明理由', changed: '案件在预览之后有变化，已重新预览，请再看一遍。', preview: '预览', second: '须由另一人同意后才执行；24 小时没人同意就作废。', ask: '送第二人同意', change: '改一改', sent: '已送第二人同意',
  },
  end: {
    title: '终止案件', hint: '最后手段：流程已不能应答，又没有别的办法时，从外部终止案件。能提级、能恢复、能分派的案件不能终止。',
    whyHint: '反映人和办理人员都能看到，并写入审计。', closes: '案件以“终止办理”结案，理由反映人能看到', stops: '时限全部停止，未办的任务全部取消', tells: '通知反映人和正在办理的人', notUndoable: '不能撤销，也不能重新办理',
  },
  back: {
    title: '回到某一步', hint: '流程代码出错、推进不下去时，让它退回到较早的一步重新往下走。已经写入的记录不会重复，时限照常计算。', whyHint: '办理人员都能看到，并写入审计。', which: '退回到哪一步', none: '没有可以退回的步骤：流程刚与其他流程有过往来，或已经结束。', safe: '之后无人操作', acted: '之后有 {{n}} 项操作', after: '此前：{{what}}', beginning: '流程开始', by: { person: '工作人员', client: '外部系统', resident: '群众' },
    tellThem: '告知他们：这些操作会按原内容重新执行', goesTo: '退回到 {{at}}，从那里重新往下走', stays: '已写入的记录不重复，期限不变', repeatsNothing: '没有人的操作会重新执行', repeats: '{{n}} 项操作重新执行，并通知操作的人', notUndoable: '不能撤销',
  },
};

export const useEngineWords = wordsOf('engine', zh, {
  title: 'Engine', hint: 'Workflows, armed timers and events as the engine knows them, without what residents wrote.', open: 'Look into the engine', again: 'Refresh', away: 'The engine does not answer. Look again in a while.', none: 'The engine has no workflow of this case: not handed over yet, or kept no longer.',
  coming: 'If nobody does anything', comingUnknown: 'No worker answers, so what comes next is not known.', nothingComes: 'Nothing more happens by itself.',
  kind: {
    half: 'half of the time is gone: the holder is reminded', yellowCard: 'yellow card, the holder is reminded', redCard: 'red card and a supervision order', movesUp: 'moves one level up by itself', responseOverdue: 'first response is late, the level above hears of it', callBackMissed: 'call-back is late, the level above hears of it', resolutionOverdue: 'the answer is late, the level above hears of it', partOverdue: 'a part is late, the level above hears of it',
    resumes: 'the clocks go on', approvalMovesUp: 'the request goes a level up', orderOverdue: 'the order is late, the level above hears of it', closesUnrated: 'closes as not rated',
  },
  run: { caseLifecycle: 'Whole life', villageDirect: 'Village direct', cadreLed: 'Cadre-led', villageTownJoint: 'Village–town joint', countyCoordinated: 'County-coordinated' },
  state: { running: 'running', completed: 'completed', failed: 'failed', cancelled: 'cancelled', terminated: 'terminated', continuedAsNew: 'continued', timedOut: 'timed out' },
  since: 'since {{at}}', ended: 'ended {{at}}', events: '{{n}} events', size: '{{n}} KB', pending: 'Under way', tried: 'try {{n}}', nextTry: 'again {{at}}', failing: 'the workflow itself is at try {{n}}', timers: 'Armed timers: {{at}}', attributes: 'Search attributes', openThere: 'Open in Temporal',
  history: 'Events', show: 'Show events', more: 'Older events', steps: "Show the engine's own steps too", raw: 'Raw event',
  event: {
    WorkflowExecutionStarted: 'Workflow began', WorkflowExecutionCompleted: 'Workflow completed', WorkflowExecutionFailed: 'Workflow failed', WorkflowExecutionTimedOut: 'Workflow timed out', WorkflowExecutionTerminated: 'Workflow was terminated', WorkflowExecutionCancelRequested: 'Asked to stop', WorkflowExecutionCanceled: 'Workflow stopped', WorkflowExecutionContinuedAsNew: 'Goes on in a new run',
    WorkflowTaskScheduled: 'Queued to go on', WorkflowTaskStarted: 'Going on', WorkflowTaskCompleted: 'Went on', WorkflowTaskFailed: 'Going on failed', WorkflowTaskTimedOut: 'Going on timed out',
    ActivityTaskScheduled: 'Step given out', ActivityTaskStarted: 'Step began', ActivityTaskCompleted: 'Step done', ActivityTaskFailed: 'Step failed', ActivityTaskTimedOut: 'Step timed out', ActivityTaskCancelRequested: 'Step asked to stop', ActivityTaskCanceled: 'Step stopped',
    TimerStarted: 'Timer set', TimerFired: 'Timer rang', TimerCanceled: 'Timer taken back', MarkerRecorded: 'Version marker', WorkflowExecutionSignaled: 'Told', WorkflowExecutionUpdateAdmitted: 'Decision taken up again', WorkflowExecutionUpdateAccepted: 'Decision accepted', WorkflowExecutionUpdateCompleted: 'Decision recorded', WorkflowExecutionUpdateRejected: 'Decision refused', UpsertWorkflowSearchAttributes: 'Search attributes written', WorkflowPropertiesModified: 'Summary written',
    StartChildWorkflowExecutionInitiated: 'Path asked for', StartChildWorkflowExecutionFailed: 'Path could not begin', ChildWorkflowExecutionStarted: 'Path began', ChildWorkflowExecutionCompleted: 'Path ended', ChildWorkflowExecutionFailed: 'Path failed', ChildWorkflowExecutionCanceled: 'Path stopped', ChildWorkflowExecutionTimedOut: 'Path timed out', ChildWorkflowExecutionTerminated: 'Path was terminated',
    SignalExternalWorkflowExecutionInitiated: 'Tells another workflow', SignalExternalWorkflowExecutionFailed: 'Another workflow was not told', ExternalWorkflowExecutionSignaled: 'Another workflow was told', RequestCancelExternalWorkflowExecutionInitiated: 'Asks another workflow to stop', ExternalWorkflowExecutionCancelRequested: 'Another workflow was asked to stop', other: 'Another event',
  },
  subject: {
    recordStep: 'record', firstResponseAt: 'first response', workingCalendar: 'working calendar', forgetCase: 'forgetting',
    dispatchCase: 'dispatch', rateCase: 'rating', withdrawCase: 'withdrawal', requestApproval: 'request', decideApproval: 'approval', resumeCase: 'resume', superviseCase: 'supervision', answerOrder: 'answer to the order', answerReferral: "city's answer", reclassifyCase: 'class', mergeCase: 'merger', separateCase: 'separation', groupMember: 'same event',
    acceptTask: 'acceptance', completeTask: 'answer', handUpTask: 'hand-up', delegateTask: 'delegation', planParts: 'parts', cancelPart: 'part taken back', reassignTask: 'reassignment', assignUnits: 'units', returnTask: 'return', summon: 'whistle', recordMinutes: 'minutes', recordMediation: 'mediation', instruct: 'instruction', verifyTask: 'verification',
    pathMoved: 'holder changed', pathTold: 'case changed', pathEnded: 'path ended', calendarLoaded: 'calendar loaded', residentAdded: 'resident added', groupAnswered: 'leading case answered',
    caseLifecycle: 'whole life', villageDirect: 'village direct', cadreLed: 'cadre-led', villageTownJoint: 'village–town joint', countyCoordinated: 'county-coordinated',
  },
  cancel: 'Cancel',
  resort: {
    why: 'Why', whyNeeded: 'Say why', changed: 'The case has changed since the preview; here is a new one.', preview: 'Preview', second: 'Somebody else has to agree first; it lapses after 24 hours.', ask: 'Send to a second person', change: 'Change', sent: 'Sent to a second person',
  },
  end: {
    title: 'Terminate the case', hint: 'The last resort: its workflow does not answer and nothing else is left. What can be escalated, resumed or dispatched is not terminated.',
    whyHint: 'The resident reads it, everybody who works on it too, and it stands in the audit.', closes: 'It closes as terminated; the resident reads why', stops: 'All clocks stop, all open tasks are cancelled', tells: 'The resident and whoever works on it are told', notUndoable: 'Cannot be undone, nor opened again',
  },
  back: {
    title: 'Go back to a step', hint: 'Where the workflow’s code fails and it cannot go on: it goes back to an earlier step and on from there. What was recorded is not recorded twice, and the clocks stay.', whyHint: 'Everybody who works on it reads it, and it stands in the audit.', which: 'Back to which step', none: 'There is no step to go back to: it has just dealt with another workflow, or has ended.', safe: 'nobody acted since', acted: '{{n}} acts since', after: 'Before it: {{what}}', beginning: 'the beginning', by: { person: 'staff', client: 'outside system', resident: 'resident' },
    tellThem: 'Tell them that these acts are carried out again as they did them', goesTo: 'Goes back to {{at}} and on from there', stays: 'Nothing is recorded twice, no deadline moves', repeatsNothing: 'Nobody’s act is carried out again', repeats: '{{n}} acts are carried out again, and whoever did them is told', notUndoable: 'Cannot be undone',
  },
});
