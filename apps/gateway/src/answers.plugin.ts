import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { isErrorCode, preferredLanguage, type ErrorDetails, type Language } from '@yiwang/contracts/errors';
import { AppError, describeAppError } from '@yiwang/platform/errors';
import type { Logger } from '@yiwang/platform/logging';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { leavable } from './leavable.js';
import { refusalSentence, type RefusalReason } from './refusals.js';

interface RawError {
  message: string;
  path?: readonly (string | number)[];
  locations?: GraphQLFormattedError['locations'];
  extensions?: Record<string, unknown>;
  originalError?: unknown;
}

interface Answer {
  data?: unknown;
  errors?: readonly RawError[];
}

/**
 * The last word on every error: what a subgraph said passes as it is (it already speaks the caller's language), what the
 * gateway itself refuses gets its sentence here, and anything else becomes INTERNAL with a number that the log repeats.
 */
export function answersPlugin(logger: Logger, onRefusedToken: (address: string) => void): GatewayPlugin {
  return {
    onExecutionResult({ result, setResult, context }) {
      if (result === undefined || result === null) return;
      const { headers, address } = context as { headers?: Record<string, string>; address?: string };
      const language = preferredLanguage(headers?.['accept-language']);
      const write = (answer: Answer): Answer => {
        if (!answer.errors) return answer;
        const errors = answer.errors.map((error) => writable(publicError(error, language, logger)));
        const isBadToken = errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
        if (isBadToken && headers?.['authorization'] && address) onRefusedToken(address);
        return { data: null, ...answer, errors };
      };
      if (Symbol.asyncIterator in result) setResult(eachWritten(result as AsyncIterable<Answer>, write) as never);
      else setResult(write(result as Answer) as never);
    },
  };
}

/** graphql-ws turns errors into JSON by their own method. */
const writable = (error: GraphQLFormattedError) => ({ ...error, toJSON: () => error });

function eachWritten(answers: AsyncIterable<Answer>, write: (answer: Answer) => Answer): AsyncGenerator<Answer> {
  const source = answers[Symbol.asyncIterator]();
  const written = async function* (): AsyncGenerator<Answer> {
    for (let step = await source.next(); !step.done; step = await source.next()) yield write(step.value);
  };
  return leavable(written(), () => void source.return?.());
}

export function publicError(error: RawError, language: Language, logger: Logger): GraphQLFormattedError {
  const path = error.path ? { path: error.path } : {};
  const place = { ...(error.locations ? { locations: error.locations } : {}), ...path };
  const { code, ...details } = error.extensions ?? {};
  if (isErrorCode(code)) {
    // Its places are in the gateway's question to the service, which the caller never saw.
    if ('category' in details) return { message: error.message, ...path, extensions: { ...details, code } };
    const limit = details['limit'] as RefusalReason;
    const reason = code === 'QUERY_REFUSED' ? { reason: refusalSentence(limit, language, details) } : {};
    const { http: _transport, ...facts } = details;
    const own = new AppError(code, { ...facts, ...reason } as ErrorDetails);
    return { ...describeAppError(own, language), ...place };
  }
  if (saysTheGraphItself(error)) {
    return { message: error.message, ...place, extensions: { code: 'INPUT_INVALID', category: 'BAD_USER_INPUT' } };
  }
  const correlationId = randomUUID();
  logger.error({ correlationId, err: error.originalError ?? error }, 'unexpected failure');
  return { ...describeAppError(new AppError('INTERNAL', { correlationId }), language), ...place };
}

/**
 * Syntax, validation and variable errors are about the caller's own text. A variable's error has another of the graph's
 * errors as its cause, perhaps of another copy of the library, so the name decides.
 */
const saysTheGraphItself = (error: RawError): boolean =>
  error instanceof GraphQLError &&
  (!error.originalError || (error.originalError as { name?: unknown }).name === 'GraphQLError') &&
  error.extensions['code'] !== 'DOWNSTREAM_SERVICE_ERROR';
