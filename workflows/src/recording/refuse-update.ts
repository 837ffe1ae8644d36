import { ApplicationFailure } from '@temporalio/common';
import { describeError, type Refusal } from '@yiwang/contracts/errors';

/** For validators and handlers: a refusal leaves as a failure whose type is the code and whose first detail says more. */
export function insist(verdict: { ok: true } | Refusal): void {
  if (verdict.ok) return;
  const { code, details } = verdict;
  throw ApplicationFailure.nonRetryable(describeError(code, details, 'en'), code, details);
}
