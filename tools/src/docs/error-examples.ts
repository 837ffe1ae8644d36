import type { ErrorCode, ErrorDetails } from '@yiwang/contracts/errors';

interface ErrorExample {
  /** The details that the code gives with it, as a service gives them. */
  details: ErrorDetails;
  /** The root field that refuses so; left out where no field of the graph is reached. */
  path?: string;
}

const NUMBER = '990121-20261124-000001';
const TASK = `${NUMBER}-t1`;
const CORRELATION_ID = '7f1c3d52-0b0a-4f3e-9a55-2b1f0c8d6e41';

/** One example for each code; a code without one does not compile. All of it is invented. */
export const ERROR_EXAMPLES = {
  INPUT_INVALID: { path: 'handUp', details: { field: 'reason', expected: '不能为空 / must not be empty' } },
  TEXT_REQUIRED: { path: 'startCase', details: { field: 'text' } },
  TEXT_TOO_LONG: { path: 'startCase', details: { field: 'text', limit: 4000, actual: 4210 } },
  TEXT_CONTROL_CHARACTERS: { path: 'startCase', details: { field: 'text', position: 4 } },
  AREA_UNKNOWN: { path: 'startCase', details: { field: 'areaCode', value: '990121999' } },
  CATEGORY_UNKNOWN: { path: 'startCase', details: { field: 'categoryCode', value: 'nope' } },
  IDEMPOTENCY_KEY_INVALID: { path: 'startCase', details: { field: 'idempotencyKey' } },
  BATCH_TOO_LARGE: { path: 'startCases', details: { field: 'cases', limit: 200, actual: 201 } },
  BATCH_EMPTY: { path: 'startCases', details: { field: 'cases' } },
  TIME_INVALID: {
    path: 'startCase',
    details: { field: 'reportedAt', expected: '不晚于现在的 ISO 8601 时间 / an ISO 8601 time that is not in the future' },
  },
  CURSOR_INVALID: { path: 'caseChanges', details: { field: 'after' } },
  QUERY_REFUSED: {
    details: { limit: 'depth', allowed: 12, reason: 'it is nested more than 12 levels deep' },
  },
  ATTACHMENT_TOO_LARGE: { details: { limit: 10485760 } },
  ATTACHMENT_TYPE_REFUSED: { details: { actual: 'unknown', expected: ['jpg', 'png', 'pdf'] } },
  ATTACHMENT_UNKNOWN: {
    path: 'startCase',
    details: { field: 'attachmentIds', value: '00000000-0000-4000-8000-000000000000' },
  },
  LINK_EXPIRED: { details: {} },
  UNAUTHENTICATED: { path: 'cases', details: {} },
  FORBIDDEN: { path: 'putArea', details: {} },
  START_NOT_PERMITTED: { path: 'startCase', details: {} },
  AREA_OUTSIDE_JURISDICTION: {
    path: 'startCase',
    details: { field: 'areaCode', value: '990199', expected: ['990121'] },
  },
  CONSENT_REQUIRED: { path: 'startCase', details: { field: 'onBehalf.consent' } },
  PICKUP_CODE_WRONG: { path: 'trackCase', details: { field: 'pickupCode' } },
  CASE_NOT_FOUND: { path: 'case', details: { value: NUMBER } },
  TASK_NOT_FOUND: { path: 'task', details: { value: TASK } },
  NOT_FOUND: { path: 'startCase', details: { field: 'qrPointCode', value: 'QR-990121-9999' } },
  IDEMPOTENCY_CONFLICT: { path: 'startCase', details: { field: 'idempotencyKey', value: 'hotline-0001' } },
  VERSION_CONFLICT: { path: 'completeTask', details: { field: 'version', actual: 3 } },
  TASK_ALREADY_HELD: { path: 'claimTask', details: { taskId: TASK } },
  TASK_NOT_HELD: { path: 'recordContact', details: { taskId: TASK } },
  TASK_CLOSED: { path: 'completeTask', details: { taskId: TASK } },
  TASK_NOT_YOURS: { path: 'claimTask', details: {} },
  POSITION_ALREADY_HELD: { path: 'appointPosition', details: {} },
  POSITION_ENDED: { path: 'endPosition', details: { value: '99012100-0000-4000-8000-000000000777' } },
  CASE_NOT_STARTED: { path: 'withdrawCase', details: {} },
  CASE_CLOSED: { path: 'addToCase', details: {} },
  STAGE_REFUSES: { path: 'rateCase', details: { actual: 'handling' } },
  HANDLER_MAY_NOT_RATE: { path: 'rateCase', details: { actual: 'evaluating' } },
  ENGINE_UNAVAILABLE: { path: 'acceptTask', details: {} },
  SERVICE_UNAVAILABLE: { path: 'case', details: { part: 'identity' } },
  TOO_MANY_REQUESTS: { details: {} },
  INTERNAL: { path: 'case', details: { correlationId: CORRELATION_ID } },
  CALENDAR_INVALID: {
    path: 'loadWorkingCalendar',
    details: { field: 'days.2027-02-30', expected: '真实存在的日期 YYYY-MM-DD / a date that exists, YYYY-MM-DD' },
  },
  CALENDAR_PREVIEW_STALE: { path: 'loadWorkingCalendar', details: { expected: 42, actual: 43 } },
  APPROVAL_OWN_REQUEST: { path: 'decideApproval', details: {} },
  APPROVAL_PENDING: { path: 'requestApproval', details: {} },
  VERIFIER_HANDLED: { path: 'verifyTask', details: {} },
  LEGAL_GROUND_REQUIRED: { path: 'returnTask', details: { field: 'legalGround' } },
  RETURN_IS_BINDING: { path: 'returnTask', details: {} },
  EXTENSION_TOO_LATE: { path: 'requestApproval', details: { dueAt: '2026-11-29T16:34:41.703Z' } },
  EXTENSION_SPENT: { path: 'requestApproval', details: {} },
  EXTENSION_TOO_LONG: { path: 'requestApproval', details: { field: 'by', limit: '5个日历日 / 5 calendar days' } },
  PAUSE_TOO_LONG: { path: 'requestApproval', details: { field: 'by', limit: '5个日历日 / 5 calendar days', actual: '96 h' } },
  REVIEW_DATE_INVALID: { path: 'requestApproval', details: { field: 'reviewAt', limit: 90 } },
  CASE_HELD: { path: 'completeTask', details: { actual: 'suspended' } },
  CASE_NOT_PAUSED: { path: 'resumeCase', details: {} },
  CASE_ALREADY_PAUSED: { path: 'requestApproval', details: {} },
  ONLY_LEAD_CLOSES: { path: 'completeTask', details: {} },
  PARTS_STILL_OPEN: { path: 'completeTask', details: { actual: 2 } },
  EXPLANATION_REQUIRED: { path: 'completeTask', details: { field: 'explanation' } },
  NOT_FROM_ABOVE: { path: 'instruct', details: {} },
  PATH_REFUSES: { path: 'completeTask', details: { field: 'mediation', expected: '先填调解记录 / record the mediation first' } },
  CASE_MERGED: { path: 'requestApproval', details: { value: NUMBER } },
  MERGE_REFUSED: { path: 'mergeCase', details: { expected: '未答复的在办案件 / an open, unanswered case' } },
  MEETING_UNKNOWN: { path: 'recordMinutes', details: { value: 'meeting-1' } },
  POLICY_INVALID: { path: 'publishPolicy', details: { problems: ['paths.cadreLed.resolution: > 0'] } },
  POLICY_NOT_DRAFT: { path: 'publishPolicy', details: { value: 3, actual: 'published' } },
} as const satisfies Record<ErrorCode, ErrorExample>;
