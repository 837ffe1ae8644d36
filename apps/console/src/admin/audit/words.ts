import { wordsOf } from '../../words/index.js';

const zh = {
  title: '审计', tabs: { all: '按条件查找', case: '按案件查找' }, anyService: '全部服务',
  service: { identity: '人员与身份', departments: '单位与权责', grids: '网格与二维码', cases: '案件与政策', evaluations: '评价与考核' },
  from: '从', to: '到（含）', actor: '谁', anyActor: '所有人', operation: '做了什么', anyOperation: '所有操作', target: '对象', anyTarget: '所有对象', targetId: '对象编号', outcome: '结果', anyOutcome: '所有结果',
  outcomes: { done: '成功', refused: '被拒绝', failed: '失败' }, nothing: '没有记录', nothingText: '换一个条件再查。', number: '案件编号', numberHint: '如 990121-20261124-000001', find: '查找', enterNumber: '输入案件编号，查看对它和它的任务做过什么。',
  columns: { at: '时间', who: '谁', what: '做了什么', target: '对象', outcome: '结果', service: '服务' }, kind: { person: '工作人员', client: '外部系统', resident: '群众', anonymous: '未登录', system: '系统' },
  chained: '已入链，改动会被发现', unchained: '几秒内入链',
  targets: {
    person: '人员', position: '岗位', client: '外部系统', unit: '单位', case: '案件', task: '任务', policy: '政策', workingCalendar: '工作日历', area: '区域', qrPoint: '二维码', catalogue: '目录', routingRule: '分派规则', resident: '群众', household: '住户', duty: '值守',
    figures: '指标', consultation: '咨询', rating: '评价', callBack: '回访', absence: '不在岗', deputy: '代理', proxy: '代办授权', account: '账号', accountability: '问责', assessmentPolicy: '考核办法',
    attachment: '附件', cases: '案件（多件）', county: '县', dutyMonth: '值班月表', dutyShift: '值班', dutySwap: '换班', grid: '网格', namespace: '流程引擎', patrolDay: '巡查日', patrolFinding: '巡查发现',
    patrolMissed: '漏巡', patrolRound: '巡查', phoneCode: '手机验证码', responseTemplate: '答复模板', routingDecision: '分派裁定', sample: '抽查样本', savedView: '保存的筛选',
  },
};

export const useAuditWords = wordsOf('admin.audit', zh, {
  title: 'Audit', tabs: { all: 'By conditions', case: 'By case' }, anyService: 'Every service',
  service: { identity: 'People and identity', departments: 'Units and powers', grids: 'Grids and QR codes', cases: 'Cases and policies', evaluations: 'Ratings and figures' },
  from: 'From', to: 'To (with)', actor: 'Who', anyActor: 'Anybody', operation: 'What was done', anyOperation: 'Anything', target: 'Target', anyTarget: 'Any target', targetId: 'Id of the target', outcome: 'Outcome', anyOutcome: 'Any outcome',
  outcomes: { done: 'Done', refused: 'Refused', failed: 'Failed' }, nothing: 'Nothing on record', nothingText: 'Try other conditions.', number: 'Case number', numberHint: 'as 990121-20261124-000001', find: 'Find',
  enterNumber: 'Enter a case’s number to read what was done about it and its tasks.',
  columns: { at: 'When', who: 'Who', what: 'What', target: 'Target', outcome: 'Outcome', service: 'Service' }, kind: { person: 'Staff', client: 'Outside system', resident: 'Resident', anonymous: 'Not signed in', system: 'System' },
  chained: 'In the chain: a change of it would be found', unchained: 'In the chain within seconds',
  targets: {
    person: 'Person', position: 'Post', client: 'Outside system', unit: 'Unit', case: 'Case', task: 'Task', policy: 'Policy', workingCalendar: 'Calendar', area: 'Area', qrPoint: 'QR code', catalogue: 'Catalogue', routingRule: 'Routing rule', resident: 'Resident',
    household: 'Household', duty: 'Duty', figures: 'Figures', consultation: 'Consultation', rating: 'Rating', callBack: 'Call-back', absence: 'Absence', deputy: 'Deputy', proxy: 'Proxy',
    account: 'Account', accountability: 'Accountability', assessmentPolicy: 'Assessment policy', attachment: 'Attachment', cases: 'Several cases', county: 'County', dutyMonth: 'Duty month', dutyShift: 'Duty shift',
    dutySwap: 'Duty swap', grid: 'Grid', namespace: 'Workflow engine', patrolDay: 'Patrol day', patrolFinding: 'Patrol finding', patrolMissed: 'Missed patrol', patrolRound: 'Patrol round', phoneCode: 'Phone code',
    responseTemplate: 'Response template', routingDecision: 'Routing decision', sample: 'Sample', savedView: 'Saved view',
  },
});
