import { randomUUID } from 'node:crypto';
import {
  CATEGORIES,
  ERRORS,
  describeError,
  type ErrorCode,
  type ErrorDetails,
  type Language,
  type Refusal,
} from '@yiwang/contracts/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDatabaseAway } from './database-away.js';

/** A refusal on its way to the caller: the code decides everything else about it. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'AppError';
  }

  /** Where GraphQL itself wraps this error before our formatter sees it (a refused subscription), it takes these along. */
  get extensions(): Record<string, unknown> {
    return { ...this.details, code: this.code };
  }
}

/** Turns a rule's refusal into the error that carries it. */
export function orThrow<R extends { ok: true } | { ok: false; code: string; details?: object }>(
  result: R,
): Extract<R, { ok: true }> {
  if (result.ok) return result as Extract<R, { ok: true }>;
  throw new AppError(result.code as Refusal['code'], (result.details ?? {}) as ErrorDetails);
}

export interface DescribedError {
  message: string;
  extensions: Record<string, unknown>;
}

/** The public face of an error: sentence, code, field, details. Shared by GraphQL errors and per-item results. */
export function describeAppError(error: AppError, language: Language): DescribedError {
  const { category } = ERRORS[error.code];
  return {
    message: describeError(error.code, error.details, language),
    extensions: {
      ...error.details,
      code: error.code,
      category: CATEGORIES[category].graphql,
      retryable: CATEGORIES[category].retryable,
    },
  };
}

/** What GraphQL itself says of a query or its variables keeps its words; it is the caller's own text. */
const isQueryError = (cause: unknown): boolean => cause instanceof GraphQLError;

/**
 * Formats one error for a response. Whatever is not ours becomes INTERNAL with a number that the log repeats, or
 * SERVICE_UNAVAILABLE where the database was away; nothing of the cause leaves the process.
 */
export function formatError(
  error: GraphQLError,
  language: Language,
  reportInternal: (correlationId: string, cause: unknown) => void,
): GraphQLFormattedError {
  const place = { locations: error.locations, path: error.path };
  const cause = rootCause(error);
  if (cause instanceof AppError) return { ...describeAppError(cause, language), ...place };
  if (isUnstorableText(cause)) {
    const field = error.path?.join('.') ?? '';
    return { ...describeAppError(new AppError('INPUT_INVALID', { field, expected: '≠ U+0000' }), language), ...place };
  }
  if (isQueryError(cause)) {
    return { message: error.message, ...place, extensions: { code: 'INPUT_INVALID', category: 'BAD_USER_INPUT' } };
  }
  const correlationId = randomUUID();
  reportInternal(correlationId, cause);
  if (isDatabaseAway(cause)) return { ...describeAppError(new AppError('SERVICE_UNAVAILABLE', { part: 'database' }), language), ...place };
  return { ...describeAppError(new AppError('INTERNAL', { correlationId }), language), ...place };
}

/** PostgreSQL's refusal of a text with a NUL in it, which no field of ours may hold. */
const isUnstorableText = (cause: unknown): boolean =>
  (cause as { driverError?: { code?: unknown } } | undefined)?.driverError?.code === '22021';

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
