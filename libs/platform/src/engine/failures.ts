import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isErrorCode, type ErrorDetails } from '@yiwang/contracts/errors';
import { AppError } from '../errors/index.js';

/** gRPC codes that say something about the engine, not about the request. */
const AWAY = new Set([4 /* deadline exceeded */, 8 /* resource exhausted */, 14 /* unavailable */]);

const isPlainObject = (value: unknown): value is ErrorDetails =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An error and what caused it, outermost first. */
function* causesOf(error: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  for (let cause = error; cause && !seen.has(cause); cause = (cause as { cause?: unknown }).cause) {
    seen.add(cause);
    yield cause;
  }
}

/**
 * Whether a call failed because the engine does not answer, in time or at all. After a timed out Update the decision may
 * still be taken: repeat it with the same update id, never with a new one.
 */
export function isEngineAway(error: unknown): boolean {
  for (const cause of causesOf(error)) {
    if (cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
    if (cause instanceof Error && AWAY.has((cause as { code?: unknown }).code as number)) return true;
  }
  return false;
}

/**
 * What a workflow refused, as the error for the caller: from a failed Update, workflow or child, whose cause is an
 * ApplicationFailure with an error code as its type and the details first. Null when the failure is something else.
 */
export function refusalOf(error: unknown): AppError | null {
  for (const cause of causesOf(error)) {
    if (!(cause instanceof ApplicationFailure) || !isErrorCode(cause.type)) continue;
    const details = cause.details?.[0];
    return new AppError(cause.type, isPlainObject(details) ? details : {});
  }
  return null;
}

/** Turns whatever a call to the engine threw into the error to throw on: a refusal, ENGINE_UNAVAILABLE, or itself. */
export function engineError(error: unknown): unknown {
  return refusalOf(error) ?? (isEngineAway(error) ? new AppError('ENGINE_UNAVAILABLE') : error);
}
