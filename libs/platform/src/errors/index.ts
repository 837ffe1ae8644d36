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

/** A refusal on its way to the caller: the code decides everything else about it. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'AppError';
  }
}

/** Turns a rule's refusal into the error that carries it. */
export function orThrow<T extends { ok: true }>(result: T | { ok: false; code: string; details?: object }): T {
  if (result.ok) return result;
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

/** What GraphQL itself says of a query that does not parse or validate keeps its words; it is the caller's own text. */
const isQueryError = (error: GraphQLError): boolean => error.originalError === undefined || error.originalError === null;

/**
 * Formats one error for a response. Whatever is not ours becomes INTERNAL with a number that the log repeats; nothing of
 * the cause leaves the process.
 */
export function formatError(
  error: GraphQLError,
  language: Language,
  reportInternal: (correlationId: string, cause: unknown) => void,
): GraphQLFormattedError {
  const place = { locations: error.locations, path: error.path };
  const cause = rootCause(error);
  if (cause instanceof AppError) return { ...describeAppError(cause, language), ...place };
  if (isQueryError(error)) {
    return { message: error.message, ...place, extensions: { code: 'INPUT_INVALID', category: 'BAD_USER_INPUT' } };
  }
  const correlationId = randomUUID();
  reportInternal(correlationId, cause);
  return { ...describeAppError(new AppError('INTERNAL', { correlationId }), language), ...place };
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
