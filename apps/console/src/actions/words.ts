import { wordsOf } from '../words/index.js';
import type { ActionName } from './act.types.js';

const zh = {
  action: {
    assign: '确定主办协办', answerReferral: '答复转办', planParts: '安排协同任务', summon: '吹哨召集', recordMinutes: '会议纪要', recordMediation: '调解记录', delegate: '交办下级',
    requestExtension: '申请延期', requestPause: '申请暂停', requestSuspension: '申请挂账', requestReferral: '申请转市级', reassign: '改派', cancelPart: '收回任务',
    noteCase: '内部备注', recordAttendance: '到场报到', urge: '催办', order: '下发督办单', escalate: '提级办理', instruct: '批示', reclassify: '调整类别', resume: '恢复办理', merge: '并案', separate: '拆分',
  },
  acted: {
    claim: '已认领', release: '已放回，别人可以认领', recordContact: '已记下联系情况', accept: '已受理', answer: '已答复群众', contribute: '已提交结果', handUp: '已上报', dispatch: '已分派', notAccept: '已提交不予受理', returnTask: '已退回',
    verify: '已提交核查', decideApproval: '已审批', answerOrder: '已反馈督办', assign: '已确定主办协办', answerReferral: '已答复转办', planParts: '已安排协同任务', summon: '已召集，已通知与会各方', recordMinutes: '已记下会议纪要', recordMediation: '已记下调解', delegate: '已交办下级',
    requestExtension: '已申请延期，等待审批', requestPause: '已申请暂停，等待审批', requestSuspension: '已申请挂账，等待审批', requestReferral: '已申请转市级，等待审批', reassign: '已改派', cancelPart: '已收回任务',
    noteCase: '已记下', recordAttendance: '已报到', urge: '已催办，已通知承办人', order: '已下发督办单', escalate: '已提级办理', instruct: '已批示', reclassify: '已调整类别', resume: '已恢复办理', merge: '已并案', separate: '已拆分',
  } satisfies Record<ActionName, string>,
  more: '更多', less: '收起', onCase: '对整个案件',
  fields: {
    template: '常用答复', power: '从权力清单里找', attachmentIds: '图片和录音', proof: '报到凭证（图片）', unitCode: '交给哪个单位', proposedUnitCode: '应由哪个单位办理', areaCode: '哪个村、社区或网格', path: '办理方式', caseClass: '事项类别',
    lead: '主办', assisting: '协办', assignReason: '说明', parts: '协同任务', lines: '会上定下的事', part: '指定谁来办', to: '改由谁办',
    place: '地点', meetAt: '时间', participants: '召集谁', meetingId: '哪次会议', summary: '纪要', parties: '当事人', session: '调解经过', agreement: '协议内容',
    extension: '延长多久', pause: '等待多久', reviewAt: '复核日期', outcome: '处理结果', opinion: '意见或答复', orderAnswer: '整改情况', participant: '谁到场了', attendanceNote: '备注', instruction: '批示内容',
    into: '并入哪个案件', taskId: '哪项任务', partId: '哪项任务',
  },
  optional: '（可不填）', most: '最多 {{amount}} {{unit}}', unit: { minutes: '分钟', hours: '小时', calendarDays: '天', workingHours: '个工作小时', workingDays: '个工作日' },
  outcome: { answered: '由市级答复群众', returned: '退回县级办理' }, caseClass: { simple: '简单', general: '一般', major: '重大', difficult: '疑难', crossCounty: '跨区' },
  row: {
    title: '做什么', to: '由谁办', unit: '单位', post: '岗位', person: '个人', unitCode: '单位', role: '岗位', areaCode: '在哪里', subject: '姓名', position: '以什么身份', limit: '多久办完（不填按规定）', add: '再加一项', remove: '删去第 {{n}} 项', nth: '第 {{n}} 项',
  },
  participant: { kind: '谁', unit: '单位', resident: '群众', company: '企业', volunteer: '志愿者', name: '称呼', areaCode: '所在地', add: '再加一方' },
  party: { nth: '当事人 {{n}}', add: '再加一位' },
  templates: { none: '没有常用答复', choose: '选一条常用答复，再按实际情况改', blank: '还有空白没有填：{{what}}' },
  asked: { extension: '申请延期 {{amount}}', pause: '申请暂停计时 {{amount}}', suspension: '申请挂账到 {{at}}', referral: '申请转市级', notAccepted: '申请不予受理' },
  powers: '输入事项名称查找，自动填写单位和依据',
  noMeeting: '还没有召集过会议', changed: '这件事刚被别人动过，现在不能这样办理。您写的内容还在，可以复制。', badly: '请看标红的地方',
};

export const useActionWords = wordsOf('actions', zh, {
  action: {
    assign: 'Assign units', answerReferral: 'Answer the referral', planParts: 'Plan parts', summon: 'Summon', recordMinutes: 'Minutes', recordMediation: 'Mediation record', delegate: 'Delegate',
    requestExtension: 'Ask for more time', requestPause: 'Ask for a pause', requestSuspension: 'Ask to suspend', requestReferral: 'Ask for a referral', reassign: 'Reassign', cancelPart: 'Take a part back',
    noteCase: 'Note', recordAttendance: 'Report at a meeting', urge: 'Urge', order: 'Supervision order', escalate: 'Move up', instruct: 'Instruct', reclassify: 'Reclassify', resume: 'Take up again', merge: 'Merge', separate: 'Separate',
  },
  acted: {
    claim: 'Claimed', release: 'Put back; others may claim it', recordContact: 'Contact noted', accept: 'Accepted', answer: 'Answered', contribute: 'Result handed in', handUp: 'Handed up', dispatch: 'Dispatched', notAccept: 'Handed in as not accepted', returnTask: 'Returned',
    verify: 'Verification handed in', decideApproval: 'Decided', answerOrder: 'Order answered', assign: 'Units assigned', answerReferral: 'Referral answered', planParts: 'Parts planned', summon: 'Summoned; those who meet are told', recordMinutes: 'Minutes kept', recordMediation: 'Mediation recorded', delegate: 'Delegated',
    requestExtension: 'Asked for; waits for approval', requestPause: 'Asked for; waits for approval', requestSuspension: 'Asked for; waits for approval', requestReferral: 'Asked for; waits for approval', reassign: 'Reassigned', cancelPart: 'Taken back',
    noteCase: 'Noted', recordAttendance: 'Attendance reported', urge: 'Urged; whoever handles it is told', order: 'Supervision order issued', escalate: 'Moved up', instruct: 'Instruction given', reclassify: 'Reclassified', resume: 'Taken up again', merge: 'Merged', separate: 'Separated',
  },
  more: 'More', less: 'Less', onCase: 'On the whole case',
  fields: {
    template: 'Ready-made answers', power: 'From the catalogue of powers', attachmentIds: 'Pictures and voice', proof: 'Proof of attendance (picture)', unitCode: 'Which unit', proposedUnitCode: 'Which unit should do it', areaCode: 'Which village or grid', path: 'Path', caseClass: 'Class',
    lead: 'Leads', assisting: 'Assist', assignReason: 'Remark', parts: 'Parts', lines: 'What was agreed on', part: 'Who is to do it', to: 'Who is to do it instead',
    place: 'Where', meetAt: 'When', participants: 'Who is summoned', meetingId: 'Which meeting', summary: 'Minutes', parties: 'Parties', session: 'What was said', agreement: 'Agreement',
    extension: 'By how long', pause: 'How long to wait', reviewAt: 'Review on', outcome: 'Outcome', opinion: 'Opinion or answer', orderAnswer: 'What was done about it', participant: 'Who is there', attendanceNote: 'Remark', instruction: 'Instruction',
    into: 'Into which case', taskId: 'Which task', partId: 'Which task',
  },
  optional: ' (optional)', most: 'at most {{amount}} {{unit}}', unit: { minutes: 'minutes', hours: 'hours', calendarDays: 'days', workingHours: 'working hours', workingDays: 'working days' },
  outcome: { answered: 'The city answers', returned: 'Back to the county' }, caseClass: { simple: 'Simple', general: 'General', major: 'Major', difficult: 'Difficult', crossCounty: 'Cross-county' },
  row: {
    title: 'What', to: 'By whom', unit: 'A unit', post: 'A post', person: 'A person', unitCode: 'Unit', role: 'Post', areaCode: 'Where', subject: 'Name', position: 'In which position', limit: 'Time for it (as ruled if empty)', add: 'Add another', remove: 'Remove number {{n}}', nth: 'Number {{n}}',
  },
  participant: { kind: 'Who', unit: 'Unit', resident: 'Residents', company: 'Company', volunteer: 'Volunteers', name: 'Called', areaCode: 'From where', add: 'Add another' },
  party: { nth: 'Party {{n}}', add: 'Add another' },
  templates: { none: 'No ready-made answers', choose: 'Choose one, then fit it to the case', blank: 'Still to be filled in: {{what}}' },
  asked: { extension: 'Asks for {{amount}} more', pause: 'Asks to wait {{amount}}', suspension: 'Asks to suspend until {{at}}', referral: 'Asks for a referral to the city', notAccepted: 'Asks not to accept' },
  powers: 'Type part of the power’s name; unit and ground are filled in',
  noMeeting: 'No meeting was summoned yet', changed: 'Somebody changed this a moment ago, and it cannot be done so any more. Your words are kept; you may copy them.', badly: 'Please look at what is marked',
});
