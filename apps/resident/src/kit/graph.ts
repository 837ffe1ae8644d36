import { language } from '../words/language.js';

/** What was asked, or why not: no network and a refusal need different words from the page. */
export type Answer<T> = { ok: true; data: T } | ({ ok: false } & Failure);

export interface Failure {
  /** `network`: nothing is known of what became of it; `refused`: it was not done. */
  kind: 'network' | 'refused';
  /** A code of docs/errors.md; empty where there was no answer. */
  code: string;
  /** A sentence in the reader's language; empty where there was no answer. */
  message: string;
  field?: string;
  /** From when it may be done, where it is only too early. */
  opensAt?: string;
}

interface GraphError {
  message: string;
  extensions?: { code?: string; field?: string; opensAt?: string };
}

export const NO_NETWORK: Failure = { kind: 'network', code: '', message: '' };
const TIMEOUT_MS = 25_000;

/** Codes after which a call may still have had its effect, or will at the next try: they are no refusal. */
const TRY_AGAIN = ['SERVICE_UNAVAILABLE', 'ENGINE_UNAVAILABLE', 'INTERNAL'];

/** The first error of an answer, as the page tells it. */
export function failureOf(errors: readonly GraphError[]): Failure {
  const { message = '', extensions = {} } = errors[0] ?? {};
  const code = extensions.code ?? 'INTERNAL';
  return { kind: TRY_AGAIN.includes(code) ? 'network' : 'refused', code, message, field: extensions.field, opensAt: extensions.opensAt };
}

/** Asks the graph as nobody in particular; never throws. */
export async function ask<T>(query: string, variables: Record<string, unknown>): Promise<Answer<T>> {
  try {
    const response = await within(TIMEOUT_MS, (signal) =>
      fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language() },
        body: JSON.stringify({ query, variables }),
        signal,
      }),
    );
    const { data, errors } = (await response.json()) as { data?: T; errors?: GraphError[] };
    if (errors?.length) return { ok: false, ...failureOf(errors) };
    return data ? { ok: true, data } : { ok: false, ...NO_NETWORK };
  } catch {
    return { ok: false, ...NO_NETWORK };
  }
}

export async function within<T>(timeoutMs: number, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await act(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** The path of a signed link, so that it goes by the address under which the page itself was reached. */
export function ownPath(url: string): string {
  const { pathname, search } = new URL(url, 'http://here.invalid');
  return pathname + search;
}
