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
    zh: '此客户端未获准提交诉求；请联系管理员开通 externalSystem 角色',
    en: 'This client may not start cases; ask the administrator for the role externalSystem',
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
    zh: '县级中心已裁定由本单位办理，不能再退回',
    en: 'The county has decided bindingly that this unit handles it; it cannot be returned again',
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
    en: 'Waiting for the resident may take {limit} in all; {actual} is used',
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
    en: '{actual} parts are still open; the lead closes when they are done',
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
