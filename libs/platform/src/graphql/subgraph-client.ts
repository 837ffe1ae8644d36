import { isErrorCode, type ErrorDetails } from '@yiwang/contracts/errors';
import type { Caller } from '../auth/caller.js';
import { AppError } from '../errors/index.js';

interface SubgraphAnswer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: unknown } & ErrorDetails }[];
}

const TIMEOUT_MS = 5_000;

/**
 * One question to another service, asked as the caller: their token, language and correlation id go along.
 * @throws AppError the other service's own refusal where it has a code; SERVICE_UNAVAILABLE when it cannot be reached.
 */
export async function askSubgraph<T>(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  caller: Pick<Caller, 'token' | 'language' | 'correlationId'>,
): Promise<T> {
  const answer = await post<T>(url, JSON.stringify({ query, variables }), caller);
  const refusal = answer.errors?.[0];
  if (refusal) {
    const { code, ...details } = refusal.extensions ?? {};
    throw isErrorCode(code) ? new AppError(code, details as ErrorDetails) : new Error(`${url}: ${refusal.message}`);
  }
  if (!answer.data) throw new AppError('SERVICE_UNAVAILABLE', { part: new URL(url).host });
  return answer.data;
}

async function post<T>(url: string, body: string, caller: Pick<Caller, 'token' | 'language' | 'correlationId'>) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': caller.language,
        'x-correlation-id': caller.correlationId,
        ...(caller.token ? { authorization: `Bearer ${caller.token}` } : {}),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as SubgraphAnswer<T>;
  } catch {
    throw new AppError('SERVICE_UNAVAILABLE', { part: new URL(url).host });
  }
}
