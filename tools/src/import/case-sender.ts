import { CATEGORIES, ERRORS, isErrorCode } from '@yiwang/contracts/errors';
import type { ClosedInput, StartInput } from './case-rows.js';
import { ImportProblem } from './errors.js';
import { Away, withRetries, type RetryOptions } from './retry.js';
import type { TokenSource } from './token-source.js';

export interface SentCase {
  index: number;
  case: { number: string; areaCode: string; duplicateOf: string | null; stage: string } | null;
  replayed: boolean;
  error: { code: string; message: string; field: string | null } | null;
}

interface Answer {
  data?: { sent: { results: SentCase[] } } | null;
  errors?: { message: string; extensions?: { code?: string; retryable?: boolean } }[];
}

const RESULTS = `{ results { index case { number areaCode duplicateOf stage } replayed error { code message field } } }`;
const START = `mutation Import($cases: [StartCaseInput!]!) { sent: startCases(cases: $cases) ${RESULTS} }`;
const RECORD = `mutation ImportHistory($cases: [ClosedCaseInput!]!) { sent: recordClosedCases(cases: $cases) ${RESULTS} }`;
const TIMEOUT_MS = 60_000;

export interface SenderOptions extends RetryOptions {
  gateway: string;
  token: TokenSource;
  language: 'zh' | 'en';
}

/**
 * Sends batches through the gateway, one after the other, so that of two copies the earlier row is the original.
 * Every input has its own key: a batch that is sent again because its answer was lost starts nothing twice.
 */
export function caseSender(options: SenderOptions) {
  const post = (query: string, cases: readonly unknown[]) => withRetries(() => ask(options, query, cases), options);

  async function send(query: string, cases: readonly unknown[]): Promise<SentCase[]> {
    const results = new Map<number, SentCase>();
    let pending = cases.map((_, index) => index);
    await withRetries(async () => {
      const answered = await post(
        query,
        pending.map((index) => cases[index]),
      );
      for (const result of answered) results.set(pending[result.index]!, result);
      pending = pending.filter((index) => isLater(results.get(index)));
      const [later] = pending;
      if (later !== undefined) throw new Away(results.get(later)?.error?.code ?? new URL(options.gateway).host);
    }, options);
    return cases.map((_, index) => ({ ...results.get(index)!, index }));
  }

  return {
    start: (cases: readonly StartInput[]) => send(START, cases),
    recordClosed: (cases: readonly ClosedInput[]) => send(RECORD, cases),
  };
}
export type CaseSender = ReturnType<typeof caseSender>;

/** Whether a row has no final answer yet: a part was away for it alone, or it is missing from the answer. */
const isLater = (result: SentCase | undefined): boolean =>
  result === undefined || (result.error !== null && isRetryable(result.error.code));

const isRetryable = (code: string | undefined): boolean =>
  code === 'TOO_MANY_REQUESTS' || (isErrorCode(code) && CATEGORIES[ERRORS[code].category].retryable);

async function ask(options: SenderOptions, query: string, cases: readonly unknown[]): Promise<SentCase[]> {
  const first = await postOnce(options, query, cases);
  const expired = first.status === 401 || first.answer.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';
  if (expired) options.token.renew();
  const { status, answer } = expired ? await postOnce(options, query, cases) : first;
  const problem = answer.errors?.[0];
  if (problem === undefined && answer.data?.sent) return answer.data.sent.results;
  const code = problem?.extensions?.code;
  const mayPass = problem === undefined || problem.extensions?.retryable === true || isRetryable(code);
  if (status >= 500 || status === 429 || mayPass)
    throw new Away(`${new URL(options.gateway).host} (${code ?? status})`);
  throw new ImportProblem(
    `网关拒绝了整批：${problem?.message}（${code ?? status}）`,
    `The gateway refused the whole batch: ${problem?.message} (${code ?? status})`,
  );
}

async function postOnce(options: SenderOptions, query: string, cases: readonly unknown[]) {
  const token = await options.token.current();
  try {
    const response = await fetch(options.gateway, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': options.language,
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables: { cases } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, answer: (await response.json()) as Answer };
  } catch (error) {
    throw new Away(new URL(options.gateway).host, error);
  }
}
