/**
 * Everything a caller can be told, once. `{field}` and the other names in braces are filled from the error's details.
 * A code never changes its meaning; docs/errors.md has one entry per code.
 */
export type ErrorCategory =
  | 'badInput'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'notYet'
  | 'tooMuch'
  | 'tooOften'
  | 'unavailable'
  | 'internal';

interface ErrorEntry {
  category: ErrorCategory;
  zh: string;
  en: string;
}

export const ERRORS = {
  INPUT_INVALID: { category: 'badInput', zh: '{field} 填写有误：{expected}', en: '{field} is not valid: {expected}' },
  TEXT_REQUIRED: { category: 'badInput', zh: '请填写诉求内容', en: 'Say what the matter is: the text is empty' },
  TEXT_TOO_LONG: {
    category: 'badInput',
    zh: '{field} 最多 {limit} 个字，现有 {actual} 个字',
    en: '{field} may have {limit} characters at most; it has {actual}',
  },
  TEXT_CONTROL_CHARACTERS: {
    category: 'badInput',
    zh: '{field} 含有不可见的控制字符（第 {position} 个字符），请删除后重试',
    en: '{field} holds an invisible control character (at character {position}); remove it and try again',
  },
  AREA_UNKNOWN: {
    category: 'badInput',
    zh: '没有编码为 {value} 的区域；请填写有效的 6 位县、9 位乡镇、12 位村或 15 位网格编码',
    en: 'No area has the code {value}; give a valid county (6), town (9), village (12) or grid (15 digits) code',
  },
  CATEGORY_UNKNOWN: {
    category: 'badInput',
    zh: '没有编码为 {value} 的事项类别；类别可用 categories 查询',
    en: 'No category has the code {value}; the query `categories` lists them',
  },
  IDEMPOTENCY_KEY_INVALID: {
    category: 'badInput',
    zh: '幂等键须为 1 至 128 个可见字符',
    en: 'The idempotency key must have 1 to 128 visible ASCII characters',
  },
  BATCH_TOO_LARGE: {
    category: 'tooMuch',
    zh: '一次最多 {limit} 件，现有 {actual} 件；请分批提交',
    en: 'At most {limit} cases at once, {actual} were given; send them in parts',
  },
  BATCH_EMPTY: { category: 'badInput', zh: '至少要有一件', en: 'Give at least one case' },
  TIME_INVALID: {
    category: 'badInput',
    zh: '{field} 不是有效时间：{expected}',
    en: '{field} is not a usable time: {expected}',
  },
  CURSOR_INVALID: { category: 'badInput', zh: '游标无效，请使用上一页返回的游标', en: 'Not a cursor that this query gave out' },
  QUERY_REFUSED: { category: 'tooMuch', zh: '查询过大或过深：{reason}', en: 'The query asks for too much: {reason}' },
  ATTACHMENT_TOO_LARGE: {
    category: 'tooMuch',
    zh: '附件最大 {limit} 字节',
    en: 'An attachment may have {limit} bytes at most',
  },
  ATTACHMENT_TYPE_REFUSED: {
    category: 'badInput',
    zh: '不接受这种文件（内容识别为 {actual}）；可用：{expected}',
    en: 'Files of this kind are not taken (the content is {actual}); usable: {expected}',
  },
  ATTACHMENT_DAMAGED: {
    category: 'badInput',
    zh: '文件已损坏（{actual}），无法去除其中的位置等信息；请重新拍摄或另存后再上传',
    en: 'The file is damaged ({actual}), so position and other data cannot be removed from it; take or save it anew',
  },
  ATTACHMENT_UNKNOWN: { category: 'badInput', zh: '没有附件 {value}', en: 'There is no attachment {value}' },
  LINK_EXPIRED: { category: 'forbidden', zh: '链接已过期，请重新获取', en: 'The link has expired; ask for a new one' },
  UNAUTHENTICATED: {
    category: 'unauthenticated',
    zh: '请先登录：令牌缺失、过期或无效',
    en: 'Sign in first: the token is missing, expired or not ours',
  },
  FORBIDDEN: { category: 'forbidden', zh: '您的角色不能执行此操作', en: 'Your role may not do this' },
  START_NOT_PERMITTED: {
    category: 'forbidden',
    zh: '此客户端或岗位未获准提交诉求；外部系统请联系管理员开通 externalSystem 角色，部门请由本单位的咨询转案',
    en: 'This client or post may not start cases; an outside system needs the role externalSystem, a department turns a consultation of its own unit into a case',
  },
  AREA_OUTSIDE_JURISDICTION: {
    category: 'forbidden',
    zh: '区域 {value} 不在您的管辖范围内（{expected}）',
    en: 'Area {value} is outside your jurisdiction ({expected})',
  },
  CONSENT_REQUIRED: {
    category: 'badInput',
    zh: '代群众填报须先征得本人同意',
    en: "Filing on a resident's behalf needs the resident's consent",
  },
  PICKUP_CODE_WRONG: { category: 'forbidden', zh: '查询码不正确', en: 'The pickup code is not right' },
  CASE_NOT_FOUND: { category: 'notFound', zh: '没有案件 {value}', en: 'There is no case {value}' },
  TASK_NOT_FOUND: { category: 'notFound', zh: '没有任务 {value}', en: 'There is no task {value}' },
  NOT_FOUND: { category: 'notFound', zh: '没有 {value}', en: 'There is no {value}' },
  IDEMPOTENCY_CONFLICT: {
    category: 'conflict',
    zh: '幂等键 {value} 已用于内容不同的诉求',
    en: 'The idempotency key {value} was used before with other content',
  },
  VERSION_CONFLICT: {
    category: 'conflict',
    zh: '内容已被他人更新（当前版本 {actual}），请刷新后重试',
    en: 'Somebody changed this meanwhile (it is at version {actual}); reload and try again',
  },
  TASK_ALREADY_HELD: { category: 'conflict', zh: '任务已被他人认领', en: 'Somebody else holds this task' },
  TASK_NOT_HELD: { category: 'conflict', zh: '请先认领任务', en: 'Claim the task first' },
  TASK_CLOSED: { category: 'conflict', zh: '任务已办结或已取消', en: 'This task is already completed or cancelled' },
  TASK_NOT_YOURS: {
    category: 'forbidden',
    zh: '此任务不属于您的岗位',
    en: 'None of your positions may take this task',
  },
  POSITION_ALREADY_HELD: {
    category: 'conflict',
    zh: '该岗位在此期间已由同一人担任',
    en: 'The same position is already held during that time',
  },
  POSITION_READ_ONLY: {
    category: 'forbidden',
    zh: '您的岗位是只读的：可以查看，不能办理或修改。需要办理请联系管理员调整岗位',
    en: 'Your position is read-only: you may look, and neither act nor change anything. An administrator can change the position',
  },
  POSITION_ENDED: { category: 'conflict', zh: '岗位 {value} 已经结束', en: 'The position {value} has already ended' },
  CASE_NOT_STARTED: {
    category: 'notYet',
    zh: '案件已登记，正在进入流程，请稍后再试',
    en: 'The case is recorded and about to enter its workflow; try again shortly',
  },
  CASE_CLOSED: { category: 'conflict', zh: '案件已结束', en: 'The case is already closed' },
  STAGE_REFUSES: {
    category: 'conflict',
    zh: '案件处于“{actual}”阶段，不能执行此操作',
    en: 'The case is at stage {actual}, which does not allow this',
  },
  HANDLER_MAY_NOT_RATE: {
    category: 'forbidden',
    zh: '办理人不能评价自己办理的案件',
    en: 'Whoever handled a case never rates it',
  },
  APPROVAL_OWN_REQUEST: {
    category: 'forbidden',
    zh: '不能审批自己提出的申请',
    en: 'Nobody decides on their own request',
  },
  APPROVAL_PENDING: {
    category: 'conflict',
    zh: '同类申请正在审批中，请等待结果',
    en: 'A request of this kind is still waiting for its decision',
  },
  VERIFIER_HANDLED: {
    category: 'forbidden',
    zh: '办理人不能核查自己办理的案件',
    en: 'Whoever handled a case never verifies it',
  },
  LEGAL_GROUND_REQUIRED: {
    category: 'badInput',
    zh: '退回须注明建议的责任单位和法定依据（{field}）',
    en: 'A return names the proposed unit and the legal ground ({field} is missing)',
  },
  RETURN_IS_BINDING: {
    category: 'conflict',
    zh: '县级中心已裁定由本单位办理，不能再退回或下交',
    en: 'The county has decided bindingly that this unit handles it; it is neither returned again nor given down',
  },
  RECIPIENT_CONCERNED: {
    category: 'badInput',
    zh: '{field} 是被反映的单位或人员，须回避，请另选承办人',
    en: '{field} is whom the complaint is about and has no part in it; name somebody else',
  },
  ROUNDS_EXHAUSTED: {
    category: 'conflict',
    zh: '已办 {actual} 轮并说明理由，不再重启；确需再办的，由县级或市级中心说明理由后决定',
    en: 'After the reasoned explanation of round {actual} no round follows by itself; the county or city centre may decide so with a reason',
  },
  EXTENSION_TOO_LATE: {
    category: 'conflict',
    zh: '延期须在到期前申请；期限 {dueAt} 已过',
    en: 'More time is asked for before the deadline; it passed at {dueAt}',
  },
  EXTENSION_SPENT: {
    category: 'conflict',
    zh: '本办理方式只能延期一次，已经延过',
    en: 'One extension on each path; it has been used',
  },
  EXTENSION_TOO_LONG: {
    category: 'badInput',
    zh: '{field} 最长可延期 {limit}',
    en: '{field} may be {limit} at most',
  },
  PAUSE_TOO_LONG: {
    category: 'badInput',
    zh: '等待群众的时间合计最长 {limit}，已用 {actual}',
    en: 'Waiting for the resident may take {limit} in all; already used: {actual}',
  },
  REVIEW_DATE_INVALID: {
    category: 'badInput',
    zh: '挂账复核日期须在今后 {limit} 天以内',
    en: 'The review date of a suspension lies ahead, within {limit} days',
  },
  CASE_HELD: {
    category: 'conflict',
    zh: '案件已{actual}，期间不能办理；请先恢复',
    en: 'The case is {actual}; nothing is done on it until it is taken up again',
  },
  PREVIEW_CHANGED: {
    category: 'conflict',
    zh: '预览之后有 {actual} 件案件已有变化：{changed}。请重新预览后再决定',
    en: '{actual} cases have changed since the preview: {changed}. Look at it again and decide then',
  },
  INTERVENTION_EMPTY: {
    category: 'conflict',
    zh: '选中的案件没有一件可以这样处置，请看每件的原因',
    en: 'This can be done to none of the selected cases; each says why',
  },
  INTERVENTION_TOO_LARGE: {
    category: 'tooMuch',
    zh: '一次最多处置 {limit} 件，现有 {actual} 件',
    en: 'At most {limit} cases at once; there are {actual}',
  },
  INTERVENTION_OWN: {
    category: 'forbidden',
    zh: '自己发起的批量处置须由另一人同意',
    en: 'Somebody else has to agree to what you have started',
  },
  INTERVENTION_STATE_REFUSES: {
    category: 'conflict',
    zh: '这项批量处置现在的状态（{actual}）不能这样做',
    en: 'This cannot be done while it is {actual}',
  },
  INTERVENTION_NOT_UNDOABLE: {
    category: 'conflict',
    zh: '这种处置不能撤销，或没有可以撤销的案件',
    en: 'This kind cannot be undone, or there is nothing of it to undo',
  },
  INTERVENTION_CASE_CHANGED: {
    category: 'conflict',
    zh: '案件在选定之后已有变化，没有处置，请重新查看',
    en: 'The case has changed since it was selected, and was left as it is; look at it again',
  },
  RESET_POINT_GONE: {
    category: 'conflict',
    zh: '不能退回到这一步：流程已经变化，或这一步之后已与其他流程有往来；请重新查看可以退回的步骤',
    en: 'It cannot go back there: the workflow has changed, or has dealt with another one since; look at its points again',
  },
  RESET_REPEATS_ACTS: {
    category: 'conflict',
    zh: '这一步之后有人办过 {actual} 项，退回会重新执行；请改选更近的一步，或选择“告知他们”后再退回',
    en: 'People have acted {actual} times since, and their acts would be carried out again; choose a later point, or have them told (`tellThem`)',
  },
  CASE_CAN_ESCALATE: {
    category: 'conflict',
    zh: '案件还有办法往下办，不能终止；应当：{expected}',
    en: 'There is still something to be done about the case, so it is not terminated; what would be right: {expected}',
  },
  CASE_WITHOUT_WORKFLOW: {
    category: 'conflict',
    zh: '案件的流程已经不在运行，无从终止；请管理员先恢复流程',
    en: 'The workflow of the case has ended already and cannot be terminated; have an administrator restore it first',
  },
  REPAIR_NOT_NEEDED: {
    category: 'conflict',
    zh: '没有这样要修复的问题，请看最新情况',
    en: 'There is nothing of the kind to repair; look at how it stands now',
  },
  CASE_NOT_PAUSED: { category: 'conflict', zh: '案件没有暂停或挂账', en: 'The case is neither paused nor suspended' },
  CASE_ALREADY_PAUSED: { category: 'conflict', zh: '案件已经暂停', en: 'The case is paused already' },
  ONLY_LEAD_CLOSES: {
    category: 'forbidden',
    zh: '协办单位不能办结，只能由主办单位办结',
    en: 'Only the leading unit closes; an assisting unit hands in its part',
  },
  PARTS_STILL_OPEN: {
    category: 'conflict',
    zh: '还有 {actual} 项协办或子任务未完成，主办暂不能办结',
    en: 'Still open parts: {actual}; the lead closes when they are done',
  },
  EXPLANATION_REQUIRED: {
    category: 'badInput',
    zh: '最后一轮办结须附说明理由（{field}）',
    en: 'The last round ends with a reasoned explanation ({field})',
  },
  NOT_FROM_ABOVE: {
    category: 'forbidden',
    zh: '只有上级可以批示、督办或改变办理方式',
    en: 'Only somebody above whoever holds the case may instruct, supervise or move it',
  },
  PATH_REFUSES: {
    category: 'badInput',
    zh: '{field} 不可用：{expected}',
    en: '{field} does not fit this path: {expected}',
  },
  CASE_MERGED: {
    category: 'conflict',
    zh: '案件已并入 {value}，请在主案件上办理',
    en: 'The case was merged into {value}; work on that one',
  },
  MERGE_REFUSED: {
    category: 'conflict',
    zh: '不能并案：{expected}',
    en: 'These cases cannot be merged: {expected}',
  },
  RECIPIENT_VACANT: {
    category: 'badInput',
    zh: '{field} {value} 目前无人在岗，请改派有在岗人员的单位、岗位或人员',
    en: '{field} {value}: nobody is in such a post now; name a unit, a role or a person that is',
  },
  MEETING_UNKNOWN: { category: 'notFound', zh: '没有会议 {value}', en: 'There is no meeting {value}' },
  ENGINE_UNAVAILABLE: {
    category: 'unavailable',
    zh: '流程引擎暂时没有应答，请稍后原样重试；重复提交只生效一次',
    en: 'The workflow engine does not answer; send the same call again later, it takes effect once',
  },
  SERVICE_UNAVAILABLE: { category: 'unavailable', zh: '服务暂时不可用，请稍后重试', en: 'A service is away, try again later' },
  TOO_MANY_REQUESTS: { category: 'tooOften', zh: '请求过于频繁，请稍后再试', en: 'Too many requests; wait a little' },
  INTERNAL: {
    category: 'internal',
    zh: '系统内部错误，编号 {correlationId}',
    en: 'Something failed on our side; its number is {correlationId}',
  },
  CALENDAR_INVALID: {
    category: 'badInput',
    zh: '工作日历有误：{field} 应为{expected}',
    en: 'The working calendar is not valid: {field} should be {expected}',
  },
  CALENDAR_PREVIEW_STALE: {
    category: 'conflict',
    zh: '将变动的期限现为 {actual} 项，与确认的 {expected} 项不符；请重新预览后再确认',
    en: '{actual} deadlines would move by now, {expected} were confirmed; preview it again',
  },
  POLICY_INVALID: {
    category: 'badInput',
    zh: '政策不能发布：{problems}',
    en: 'This policy cannot be published: {problems}',
  },
  POLICY_NOT_DRAFT: {
    category: 'conflict',
    zh: '政策版本 {value} 已不是草稿（{actual}），不能再改动',
    en: 'Policy version {value} is no draft any more ({actual}) and stands as it is',
  },
  ACCOUNT_SUSPENDED: {
    category: 'forbidden',
    zh: '账号已停用，请联系管理员',
    en: 'This account is suspended; ask an administrator',
  },
  PERSON_EXISTS: {
    category: 'conflict',
    zh: '{field} {value} 已被使用，请换一个',
    en: '{field} {value} is taken; choose another one',
  },
  PERSON_STATE_REFUSES: {
    category: 'conflict',
    zh: '人员当前状态为 {actual}，须为 {expected} 才能执行此操作',
    en: 'This person is {actual}; the operation needs somebody who is {expected}',
  },
  ABSENCE_OVERLAPS: {
    category: 'conflict',
    zh: '此期间已登记离岗（{from} 至 {to}），请先取消或改期',
    en: 'An absence from {from} to {to} is recorded already; cancel it or choose other days',
  },
  ABSENCE_ENDED: { category: 'conflict', zh: '离岗 {value} 已经结束', en: 'The absence {value} is already over' },
  DEPUTY_OVERLAPS: {
    category: 'conflict',
    zh: '此期间已指定代理人（{from} 至 {to}）；同一时间只能有一位代理人',
    en: 'There is a deputy from {from} to {to} already; one at a time',
  },
  DEPUTY_CYCLE: {
    category: 'conflict',
    zh: '代理关系形成循环（{chain}）：代理人最终又由本人代理，请另选代理人',
    en: 'These deputies would stand in for each other in a circle ({chain}); choose somebody else',
  },
  DEPUTY_ENDED: { category: 'conflict', zh: '代理 {value} 已经结束', en: 'The deputyship {value} is already over' },
  PHONE_INVALID: {
    category: 'badInput',
    zh: '{field} 不是有效的电话号码；请填写 11 位手机号或带区号的号码',
    en: '{field} is no telephone number; give 11 digits of a mobile, or a number with its area code',
  },
  PHONE_CODE_WRONG: {
    category: 'forbidden',
    zh: '验证码不正确，还可再试 {remaining} 次',
    en: 'The code is not right; {remaining} tries are left',
  },
  PHONE_CODE_EXPIRED: {
    category: 'forbidden',
    zh: '验证码已过期或已失效，请重新获取',
    en: 'The code has expired or is void; ask for a new one',
  },
  PHONE_CODE_USED: { category: 'conflict', zh: '验证码已使用过，请重新获取', en: 'This code was used before; ask for a new one' },
  PHONE_NOT_VERIFIED: {
    category: 'forbidden',
    zh: '{field} 尚未通过验证码验证，或验证已过期',
    en: '{field} is not verified by a code, or the proof has expired',
  },
  PROXY_REQUIRED: {
    category: 'forbidden',
    zh: '群众 {value} 没有委托您代办，或委托已到期；请先登记本人同意（grantProxy）',
    en: 'Resident {value} has not named you as proxy, or no longer; record their consent first (grantProxy)',
  },
  PROXY_EXISTS: {
    category: 'conflict',
    zh: '该群众已委托同一人代办，有效期至 {to}',
    en: 'This resident has already named the same person as proxy, until {to}',
  },
  PROXY_ENDED: { category: 'conflict', zh: '委托 {value} 已到期或已撤回', en: 'The proxy {value} has expired or was withdrawn' },
  CLIENT_EXISTS: {
    category: 'conflict',
    zh: '{field} {value} 已被使用，请换一个',
    en: '{field} {value} is taken; choose another one',
  },
  CLIENT_DISABLED: { category: 'conflict', zh: '外部系统 {value} 已停用', en: 'The client {value} is disabled' },
  CLIENT_CATEGORY_REFUSED: {
    category: 'forbidden',
    zh: '此外部系统不能提交类别 {value}；可用：{expected}',
    en: 'This client may not start cases of category {value}; it may use {expected}',
  },
  CLIENT_QUOTA_SPENT: {
    category: 'tooOften',
    zh: '此外部系统的额度已用完（{period}，上限 {limit}），请稍后再试',
    en: "This client's quota is spent ({limit} a {period}); wait and try again",
  },
  GRID_WITHOUT_VILLAGE: {
    category: 'badInput',
    zh: '网格 {value} 没有所属的村（社区）：请先建立编码为其前 12 位的村',
    en: 'Grid {value} lies in no village: make the village first, whose code is its first 12 digits',
  },
  AREA_CLOSED: {
    category: 'conflict',
    zh: '区域 {value} 已于 {on} 撤销，不能再改动；请使用其承接区域',
    en: 'Area {value} was closed on {on} and stands as it was; use what followed it',
  },
  AREA_NOT_EMPTY: {
    category: 'conflict',
    zh: '区域 {value} 之下还有 {actual} 个未撤销的区域，请先处理',
    en: 'There are still {actual} open areas below {value}; see to them first',
  },
  AREA_CODE_USED: {
    category: 'conflict',
    zh: '{field} 的编码 {value} 已被使用（含已撤销的区域），请换一个',
    en: 'The code {value} in {field} is or was in use; choose another one',
  },
  BOUNDARY_INVALID: {
    category: 'badInput',
    zh: '{field} 不是可用的边界：{expected}',
    en: '{field} is no usable boundary: {expected}',
  },
  BOUNDARY_CROSSES_PARENT: {
    category: 'badInput',
    zh: '区域 {value} 的边界有 {outside} 平方米超出其上级 {parent}，请修正后再提交',
    en: 'The boundary of {value} leaves that of its parent {parent} by {outside} square metres; correct it first',
  },
  GRIDS_OF_DIFFERENT_VILLAGES: {
    category: 'badInput',
    zh: '网格 {value} 与 {other} 分属不同的村，不能合并',
    en: 'Grids {value} and {other} lie in different villages and cannot be merged',
  },
  DATE_IN_PAST: {
    category: 'badInput',
    zh: '{field} 须为 {expected} 或以后：过去的数据保持原样',
    en: '{field} has to be {expected} or later: what is past stays as it was',
  },
  HOUSEHOLD_EXISTS: {
    category: 'conflict',
    zh: '网格内已有门牌 {value}',
    en: 'The grid has a household {value} already',
  },
  DUTY_OVERLAPS: {
    category: 'conflict',
    zh: '此人在该网格的同一职责已登记（{from} 起），请先结束',
    en: 'This person has the same duty in this grid already (since {from}); end it first',
  },
  QR_POINT_REPLACED: {
    category: 'conflict',
    zh: '二维码 {value} 已由 {actual} 替换',
    en: 'The QR point {value} was replaced by {actual}',
  },
  PATROL_NOT_YOURS: {
    category: 'forbidden',
    zh: '网格 {value} 不由您巡查',
    en: 'You do not patrol grid {value}',
  },
  PATROL_NOT_PLANNED: {
    category: 'notFound',
    zh: '网格 {value} 在 {on} 没有这一次巡查',
    en: 'No such round of grid {value} is planned for {on}',
  },
  PATROL_TOO_EARLY: {
    category: 'conflict',
    zh: '本次巡查 {opensAt} 开始，现在还不能签到',
    en: 'This round begins at {opensAt}; it is too early to check in',
  },
  PATROL_DAY_OVER: {
    category: 'conflict',
    zh: '{on} 的巡查已结束，不能补签',
    en: 'The rounds of {on} are over and cannot be made up for',
  },
  PATROL_NOT_CHECKED_IN: { category: 'conflict', zh: '请先到现场签到', en: 'Check in at the place first' },
  PATROL_DONE: { category: 'conflict', zh: '本次巡查已完成', en: 'This round is done already' },
  PATROL_PICTURE_REQUIRED: {
    category: 'badInput',
    zh: '完成巡查须至少上传一张现场照片',
    en: 'A round is completed with at least one picture taken there',
  },
  WEIGHTS_INVALID: {
    category: 'badInput',
    zh: '{field} 各项权重之和须为 {expected}，且最多两位小数；现为 {actual}',
    en: '{field} must come to {expected}, each with two decimals at most; they come to {actual}',
  },
  FIGURES_BEFORE_DATA: {
    category: 'badInput',
    zh: '{value} 早于数据起始时间（{from}），无法统计；请选择其后的日期',
    en: '{value} lies before the data begins ({from}); nothing can be counted for it, choose a later date',
  },
  RATING_LINK_WRONG: {
    category: 'forbidden',
    zh: '评价链接无效；可用案件编号和查询码评价',
    en: 'This rating link is not valid; rate with the case number and the pickup code instead',
  },
  RATING_LINK_USED: {
    category: 'conflict',
    zh: '此评价链接已使用过，一个链接只能评价一次',
    en: 'This rating link was used before; a link rates once',
  },
  CALL_BACK_CLOSED: {
    category: 'conflict',
    zh: '此次回访已结束（{actual}），不能再登记',
    en: 'This call-back has ended ({actual}); nothing more is recorded on it',
  },
  RECTIFICATION_STATE_REFUSES: {
    category: 'conflict',
    zh: '整改处于“{actual}”状态，不能执行此操作',
    en: 'The rectification is {actual}, which does not allow this',
  },
  RECTIFICATION_NOT_YOURS: {
    category: 'forbidden',
    zh: '此项问责不由您的岗位整改或验收',
    en: 'None of your positions puts this right or accepts it',
  },
  RECTIFICATION_OWN: {
    category: 'forbidden',
    zh: '提交整改的人不能验收自己的整改',
    en: 'Whoever handed a rectification in never accepts it',
  },
  UNIT_UNKNOWN: {
    category: 'badInput',
    zh: '没有单位 {value}；单位可用 units 查询',
    en: 'There is no unit {value}; the query `units` lists them',
  },
  UNIT_CLOSED: {
    category: 'conflict',
    zh: '单位 {value} 自 {actual} 起停用，不再接收新任务',
    en: 'The unit {value} takes no new tasks from {actual} on',
  },
  UNIT_CODE_TAKEN: {
    category: 'conflict',
    zh: '单位编码 {value} 已被使用，请换一个或留空',
    en: 'The unit code {value} is in use; give another or leave it out',
  },
  UNIT_PARENT_REFUSED: {
    category: 'badInput',
    zh: '{value} 不能作为上级单位：{expected}',
    en: '{value} cannot be the unit above: {expected}',
  },
  UNIT_NOT_YOURS: {
    category: 'forbidden',
    zh: '您没有在单位 {value} 任职，不能代表其操作',
    en: 'None of your positions is in the unit {value}, so you cannot act for it',
  },
  DOMAIN_UNKNOWN: {
    category: 'badInput',
    zh: '{field}：没有领域“{value}”；领域可用 domains 查询',
    en: '{field}: there is no domain "{value}"; the query `domains` lists them',
  },
  POWER_UNKNOWN: {
    category: 'badInput',
    zh: '本县权责清单没有编码为 {value} 的事项；可用 powers 查询',
    en: 'The county has no power with the code {value}; the query `powers` lists them',
  },
  NAME_TAKEN: { category: 'conflict', zh: '名称“{value}”已被使用', en: 'The name "{value}" is in use' },
  IMPORT_FILE_UNREADABLE: {
    category: 'badInput',
    zh: '文件无法导入：{reason}',
    en: 'The file cannot be imported: {reason}',
  },
  IMPORT_COLUMN_MISSING: {
    category: 'badInput',
    zh: '表头（第 {line} 行）缺少“{value}”列；现有：{actual}',
    en: 'The heading (line {line}) has no column "{value}"; it has: {actual}',
  },
  IMPORT_CELL_REQUIRED: { category: 'badInput', zh: '“{field}”不能为空', en: '"{field}" must not be empty' },
  IMPORT_CELL_REFUSED: {
    category: 'badInput',
    zh: '“{field}”的值“{value}”不可用：{expected}',
    en: '"{value}" is not usable as "{field}": {expected}',
  },
  IMPORT_ROW_COLUMNS: {
    category: 'badInput',
    zh: '本行有 {actual} 列，表头只有 {expected} 列',
    en: 'The row has {actual} columns, the heading only {expected}',
  },
  IMPORT_ROW_TWICE: { category: 'badInput', zh: '与第 {actual} 行重复', en: 'The same as line {actual}' },
  ROUTING_RULE_OVERLAPS: {
    category: 'conflict',
    zh: '{field} 与已有规则冲突：同一类别、区域和权力事项的规则自 {value} 起已有变更',
    en: '{field} collides with a rule for the same category, area and power that changes on {value}',
  },
  PLACEHOLDER_UNKNOWN: {
    category: 'badInput',
    zh: '{field} 中没有占位符“{value}”；可用：{expected}',
    en: '{field} has an unknown placeholder "{value}"; usable: {expected}',
  },
  DUTY_SHIFT_PAST: {
    category: 'conflict',
    zh: '{value} 的值班已经开始或结束，不能再改',
    en: 'The duty of {value} has begun or passed and stands',
  },
  DUTY_SWAP_REFUSED: { category: 'conflict', zh: '不能调换（{field}）：{expected}', en: 'These days cannot be swapped ({field}): {expected}' },
  DUTY_SWAP_SETTLED: {
    category: 'conflict',
    zh: '该调换申请已处理（{actual}）',
    en: 'This swap is already settled ({actual})',
  },
  DUTY_NOBODY: {
    category: 'conflict',
    zh: '{value} 目前没有排定值班单位，请改用提交诉求',
    en: 'No unit is planned for duty in {value}; file a case instead',
  },
  CONSULTATION_CLOSED: {
    category: 'conflict',
    zh: '咨询 {value} 已转为案件 {actual}，请在案件上继续',
    en: 'Consultation {value} has become case {actual}; go on there',
  },
  URGE_TOO_EARLY: {
    category: 'conflict',
    zh: '期限还没有过，{opensAt} 之后仍未办好可以催办',
    en: 'No deadline has passed yet; it can be urged after {opensAt} if nothing has happened by then',
  },
  URGED_ALREADY: {
    category: 'conflict',
    zh: '一天只能催办一次，{opensAt} 之后可以再催',
    en: 'It was urged within the last day; it can be urged again after {opensAt}',
  },
  NOT_FOR_THE_PUBLIC: {
    category: 'conflict',
    zh: '此案件不宜公开：{reason}',
    en: 'This case is not for the public: {reason}',
  },
  VIEWS_TOO_MANY: {
    category: 'conflict',
    zh: '每个页面最多保存 {limit} 个常用视图，请先删除不用的',
    en: 'At most {limit} views of one page can be kept; remove one first',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** What each category means to GraphQL, to HTTP, to the log and to a caller who wonders whether to try again. */
export const CATEGORIES = {
  badInput: { graphql: 'BAD_USER_INPUT', http: 400, log: 'info', retryable: false },
  unauthenticated: { graphql: 'UNAUTHENTICATED', http: 401, log: 'info', retryable: false },
  forbidden: { graphql: 'FORBIDDEN', http: 403, log: 'warn', retryable: false },
  notFound: { graphql: 'NOT_FOUND', http: 404, log: 'info', retryable: false },
  conflict: { graphql: 'CONFLICT', http: 409, log: 'info', retryable: false },
  notYet: { graphql: 'CONFLICT', http: 409, log: 'info', retryable: true },
  tooMuch: { graphql: 'TOO_MUCH', http: 413, log: 'info', retryable: false },
  tooOften: { graphql: 'TOO_MANY_REQUESTS', http: 429, log: 'info', retryable: true },
  unavailable: { graphql: 'UNAVAILABLE', http: 503, log: 'error', retryable: true },
  internal: { graphql: 'INTERNAL_SERVER_ERROR', http: 500, log: 'error', retryable: false },
} as const satisfies Record<
  ErrorCategory,
  { graphql: string; http: number; log: 'info' | 'warn' | 'error'; retryable: boolean }
>;
