import { language } from '../../words/index.js';

/** What is on the audit, as an office says it. In English the mutation's own name is a sentence already. */
const CHINESE: Readonly<Record<string, string>> = {
  signIn: '登录', beOnCase: '查看案件', saveView: '保存筛选', removeView: '删除筛选', takeClientQuota: '扣减配额', createPerson: '新建人员', changePerson: '修改人员', suspendPerson: '停用人员', resumePerson: '恢复人员', issuePassword: '发放密码', appointPosition: '任命岗位', endPosition: '免去岗位', movePosition: '调整岗位',
  recordAbsence: '登记不在岗', endAbsence: '提前返岗', nameDeputy: '指定代理人', endDeputy: '结束代理', reconcileAccount: '核对登录账号', createClient: '接入外部系统', changeClient: '修改外部系统', rotateClientKey: '更换密钥',
  disableClient: '停用外部系统', enableClient: '启用外部系统', grantProxy: '授权代办', withdrawProxy: '撤回代办', registerResident: '登记群众', saveMyResident: '群众登记本人', requestPhoneCode: '发送验证码', confirmPhone: '验证手机号',
  exportPersonalData: '导出个人信息', erasePersonalData: '删除个人信息', revealReporter: '查看反映人', createUnit: '新建单位', changeUnit: '修改单位', closeUnit: '停用单位', importCategories: '导入分类', importPowers: '导入权责清单',
  setRoutingRule: '建立分派规则', endRoutingRule: '结束分派规则', recordRoutingDecision: '记录分派决定', recordArbitration: '记录裁定', createResponseTemplate: '新建答复模板', changeResponseTemplate: '修改答复模板', retireResponseTemplate: '停用答复模板',
  planDuty: '编排值班', assignDutyShift: '指定值班', askDutySwap: '申请调班', answerDutySwap: '答复调班', withdrawDutySwap: '撤回调班', askConsultation: '提出咨询', followConsultation: '追问', answerConsultation: '答复咨询',
  handOverConsultation: '转交咨询', turnConsultationIntoCase: '咨询转诉求', putArea: '设置区域', closeArea: '撤销区域', splitGrid: '拆分网格', mergeGrids: '合并网格', putBoundary: '划定边界', assignDuty: '安排网格职责', endDuty: '结束网格职责',
  putHousehold: '登记住户', endHousehold: '注销住户', putQrPoint: '设置二维码', generateQrPoints: '整批生成二维码', replaceQrPoint: '换新二维码', printQrSheets: '打印二维码', putPatrolSetting: '设置巡查', checkInPatrol: '巡查签到',
  completePatrol: '完成巡查', planPatrols: '编排巡查', closePatrols: '结算巡查', startCaseFromFinding: '巡查转诉求', startCase: '提交诉求', startCases: '批量提交', recordClosedCases: '导入历史案件', addToCase: '补充', withdrawCase: '撤回诉求',
  reopenCase: '重启办理', urgeCase: '群众催办', publishCase: '公开事项', unpublishCase: '撤回公开', sayTheSame: '我也是', mergeCase: '并案', separateCase: '拆分', claimTask: '认领', releaseTask: '放回', recordContact: '联系群众', acceptTask: '受理', completeTask: '答复', handUp: '上报', dispatchCase: '分派', requestApproval: '提出申请',
  decideApproval: '审批', resumeCase: '恢复办理', summon: '吹哨', recordMinutes: '会议纪要', recordMediation: '调解记录', recordAttendance: '报到', noteCase: '内部记录', superviseCase: '督办', answerOrder: '反馈督办', instruct: '批示',
  reclassifyCase: '改类', answerReferral: '市级答复', delegateTask: '交办', planParts: '安排协同', cancelPart: '收回协同', reassignTask: '改派', assignUnits: '确定主办协办', returnTask: '退回', verifyTask: '核查', loadWorkingCalendar: '载入工作日历',
  draftPolicy: '起草政策', publishPolicy: '发布政策', withdrawPolicyDraft: '撤回政策草稿', rateCase: '评价', rateByLink: '链接评价', issueRatingLink: '发放评价链接', recordCallBack: '回访', drawSample: '抽样', recountFigures: '重算指标',
  exportFigures: '导出指标', publishAssessmentPolicy: '发布考核办法', submitRectification: '提交整改', decideRectification: '验收整改', judgeMonth: '月度考核', rebuildProjection: '重建投影', findByReporter: '按反映人查找', forgetReporter: '遗忘反映人',
  forgetExpiredReporters: '到期遗忘反映人', forgetAsker: '遗忘咨询人', prepareAttachment: '准备附件', preparePatrolPicture: '准备巡查图片', generateCounty: '生成区域', importDivisions: '导入区划',
};

export const KNOWN_OPERATIONS: readonly string[] = Object.keys(CHINESE);

/** `issuePassword` as 发放密码, or Issue password. */
export function operationName(operation: string): string {
  if (language() === 'zh') return CHINESE[operation] ?? operation;
  const words = operation.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
