import type { CombinedError } from 'urql';

export interface Problem {
  code: string;
  message: string;
  field?: string;
}

/** What went wrong, as the service says it in the reader's language: the code, the sentence, the field. */
export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (first === undefined) return { code: 'NO_NETWORK', message: '' };
  const { code, field } = first.extensions as { code?: string; field?: string };
  return { code: code ?? 'INTERNAL', message: first.message, ...(field === undefined ? {} : { field }) };
}
