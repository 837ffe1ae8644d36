import { wordsOf } from '../../words/index.js';

const zh = {
  title: '办理政策', draft: '起草新版本', copyOf: '以第 {{n}} 版为底稿', field: '通用政策', version: '第 {{n}} 版', state: { draft: '草稿', published: '已发布', withdrawn: '已撤回' },
  columns: { version: '版本', state: '状态', from: '施行时间', note: '说明', acts: '操作' }, always: '一直', notYet: '尚未发布', inForce: '现行', look: '查看', lab: '演练', publish: '发布', withdraw: '撤回草稿',
  withdrawAsk: '撤回第 {{n}} 版草稿？', withdrawn: '已撤回', back: '返回版本列表', note: '为什么改', noteHint: '如：县委政法委 2026 年第 3 次会议纪要', save: '保存草稿', check: '检查', checked: '检查通过，可以发布', saved: '已保存为第 {{n}} 版草稿',
  problems: '有 {{n}} 处不能发布', runningStay: '正在办理的案件仍按受理时的版本办，只有施行后收到的案件按新版本办。', readOnly: '已发布的版本不能改；要改就以它为底稿起草新版本。',
  tabs: { common: '通用时限', routing: '分流' }, none: '不设',
  unit: { minutes: '分钟', hours: '小时', calendarDays: '天（日历）', workingHours: '工作小时', workingDays: '工作日' },
  rule: {
    response: '首次响应', 'callBack.limit': '回电时限', 'callBack.channels': '须回电的来源', 'desk.town': '乡镇分流台时限', 'desk.county': '县级分流台时限', 'marks.half': '提醒（占时限）', 'marks.yellow': '黄牌（占时限）', orderFeedback: '督办单反馈时限',
    'pause.mostForResident': '等群众最长', 'pause.automaticUpTo': '自动同意暂停不超过', 'suspension.mostDays': '挂账最长（天）', 'approvals.patience': '审批等待，过后转上级', 'returns.bindingAfter': '退回几次后县级裁定', 'rating.windowDays': '评价期（天）', 'rounds.most': '最多几轮', 'retention.personalYears': '反映人信息保留（年）', 'interventions.secondPersonAbove': '批量处置超过几件须第二人同意',
    accept: '受理时限', resolution: '办结时限', part: '协同任务时限', 'extension.most': '最多延期', 'extension.automaticUpTo': '自动同意延期不超过', grace: '红牌后宽限', up: '上报到', nextRound: '不满意后', verifyClasses: '须现场核查的类别', ladder: '由谁办理（依次）',
    byClass: '各类事项走哪条路径', byCategory: '按分类编码定类别', marks: '提醒与黄牌', 'approvals.fixed': '由哪一级审批', 'approvals.fixed.suspension': '挂账由哪一级审批',
  },
  byCategoryHint: '分类编码以所填数字开头的案件都归这一类；多条都符合时，以最长的为准。', noCategories: '没有另定的分类，类别由分流人员确定。', fixedHint: '不选的由上一级审批。', oneUp: '上一级', tier: { grid: '网格', village: '村（社区）', town: '乡镇', county: '县', city: '市' },
  approval: { extension: '延期', pause: '暂停计时', suspension: '挂账', referral: '转市级', notAccepted: '不予受理' }, rung: '第 {{n}} 级', rungTier: '第 {{n}} 级的层级', rungRoles: '第 {{n}} 级的岗位', addRung: '加一级', removeRung: '删去第 {{n}} 级',
  newTitle: '起草新版本', unitOf: '{{rule}}的单位', shouldBe: '{{place}}：{{expected}}', changeDraft: '保存后成为新的一版草稿，第 {{n}} 版草稿随即撤回。', fieldNote: '全国通用；本县没有发布自己的政策时按它办理', comes: '待施行', replaced: '已被取代',
  mayNot: '只有管理全县的管理员可以起草和发布政策。', unknown: '没有这一版', draftOf: '草稿，尚未发布', listHint: '政策定下各条路径的时限、提醒、由谁办理和如何分流；每个案件从受理起按当时的版本办到底。',
  nextRound: { samePath: '原路径换人再办', up: '提一级再办' }, city: '市级', caseClass: { simple: '简单', general: '一般', major: '重大', difficult: '疑难', crossCounty: '跨区' }, category: '分类编码开头', addCategory: '加一条', remove: '删去',
  from: '施行日期', fromHint: '从这一天零点起收到的案件按这一版办；今天则立即施行。', published: '第 {{n}} 版已发布', publishTitle: '发布第 {{n}} 版',
  labTitle: '演练第 {{n}} 版', labHint: '用过去收到的案件按这一版重走一遍：哪些会走别的路径、哪些期限会变。不改动任何案件；暂停和延期不计在内。', labFrom: '从', labTo: '到（含）', run: '开始演练', replayed: '共 {{n}} 件，与第 {{before}} 版相比：', truncated: '这段时间案件太多，只演练了最近的。',
  otherPath: '走别的路径', otherDeadline: '期限不同', sooner: '提前', later: '推后', byPath: '各路径件数', before: '现行', after: '这一版', differences: '有变化的案件', same: '没有案件会变', sameText: '这段时间的案件在两版之下路径和期限都一样。', caseNumber: '案件', pathChange: '路径', dueChange: '应办结', labNone: '这段时间没有案件', labNoneText: '换一段时间再试。',
};

export const usePolicyWords = wordsOf('admin.policies', zh, {
  title: 'Policies', draft: 'Draft a version', copyOf: 'From version {{n}}', field: 'Policy of the field', version: 'Version {{n}}', state: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  columns: { version: 'Version', state: 'State', from: 'In force from', note: 'Why', acts: 'Actions' }, always: 'Always', notYet: 'Not published', inForce: 'In force', look: 'Look', lab: 'Rule lab', publish: 'Publish', withdraw: 'Withdraw draft',
  withdrawAsk: 'Withdraw the draft of version {{n}}?', withdrawn: 'Withdrawn', back: 'Back to the versions', note: 'Why it changes', noteHint: 'The decision it follows', save: 'Save draft', check: 'Check', checked: 'Nothing is wrong: it may be published', saved: 'Saved as the draft of version {{n}}',
  problems: '{{n}} things keep it from being published', runningStay: 'Running cases stay on the version they began with; only cases received from then on begin with the new one.', readOnly: 'A published version is never changed: draft a new one from it.',
  tabs: { common: 'Common limits', routing: 'Routing' }, none: 'None',
  unit: { minutes: 'minutes', hours: 'hours', calendarDays: 'days', workingHours: 'working hours', workingDays: 'working days' },
  rule: {
    response: 'First response', 'callBack.limit': 'Call-back within', 'callBack.channels': 'Channels that are called back', 'desk.town': 'Desk of the town', 'desk.county': 'Desk of the county', 'marks.half': 'Reminder (share of the time)', 'marks.yellow': 'Yellow card (share)', orderFeedback: 'Feedback on an order within',
    'pause.mostForResident': 'Longest wait for the resident', 'pause.automaticUpTo': 'Pauses granted by themselves up to', 'suspension.mostDays': 'Longest suspension (days)', 'approvals.patience': 'An approval goes up after', 'returns.bindingAfter': 'Returns before the county decides', 'rating.windowDays': 'Days to rate', 'rounds.most': 'Most rounds', 'retention.personalYears': 'Years that reporters are kept', 'interventions.secondPersonAbove': 'A second person agrees above so many cases',
    accept: 'Accept within', resolution: 'Answer within', part: 'A part within', 'extension.most': 'Extended at most by', 'extension.automaticUpTo': 'Extensions granted by themselves up to', grace: 'Grace after the red card', up: 'Goes up to', nextRound: 'After a dissatisfied rating', verifyClasses: 'Classes verified on site', ladder: 'Who handles it, in turn',
    byClass: 'Which class takes which path', byCategory: 'Class by category code', marks: 'Reminder and yellow card', 'approvals.fixed': 'Who approves', 'approvals.fixed.suspension': 'Who approves a suspension',
  },
  byCategoryHint: 'Cases whose category’s code begins like this are of that class; the longest beginning decides.', noCategories: 'No category has its own class: whoever dispatches says it.', fixedHint: 'One level up where nothing is chosen.', oneUp: 'One level up', tier: { grid: 'Grid', village: 'Village', town: 'Town', county: 'County', city: 'City' },
  approval: { extension: 'Extension', pause: 'Pause', suspension: 'Suspension', referral: 'Referral to the city', notAccepted: 'Not accepting' }, rung: 'Rung {{n}}', rungTier: 'Tier of rung {{n}}', rungRoles: 'Roles of rung {{n}}', addRung: 'Add a rung', removeRung: 'Remove rung {{n}}',
  newTitle: 'Draft a version', unitOf: 'Unit of: {{rule}}', shouldBe: '{{place}}: {{expected}}', changeDraft: 'Saving makes a new draft, and withdraws that of version {{n}}.', fieldNote: 'Holds everywhere that a county has published none of its own', comes: 'To come', replaced: 'Replaced',
  mayNot: 'Only administrators of the whole county draft and publish policies.', unknown: 'There is no such version', draftOf: 'A draft, not published', listHint: 'A policy sets limits, reminders, who handles and where matters go; every case stays on the version that it began with.',
  nextRound: { samePath: 'the same path, another handler', up: 'one level up' }, city: 'The city', caseClass: { simple: 'Simple', general: 'General', major: 'Major', difficult: 'Difficult', crossCounty: 'Cross-county' }, category: 'Category code begins with', addCategory: 'Add one', remove: 'Remove',
  from: 'In force from', fromHint: 'Cases received from the beginning of that day begin with it; today: at once.', published: 'Version {{n}} is published', publishTitle: 'Publish version {{n}}',
  labTitle: 'Rule lab: version {{n}}', labHint: 'Past cases go their way again under this version: which would take another path, which deadlines would move. Nothing is changed; pauses and extensions are left out.', labFrom: 'From', labTo: 'To (with)', run: 'Replay', replayed: '{{n}} cases, compared with version {{before}}:', truncated: 'There were more cases in that span: the newest were replayed.',
  otherPath: 'take another path', otherDeadline: 'have another deadline', sooner: 'sooner', later: 'later', byPath: 'Cases by path', before: 'In force', after: 'This version', differences: 'Cases that differ', same: 'No case would differ', sameText: 'Path and deadline are the same under both versions.', caseNumber: 'Case', pathChange: 'Path', dueChange: 'Due', labNone: 'No cases in that span', labNoneText: 'Try another one.',
});
