import type { CombinedError } from 'urql';
import { problemOf, type Problem } from '../graph/problems.js';
import { language } from '../words/index.js';

export interface FormProblem extends Problem {
  /** All that is wrong, where a refusal names more than one thing: `field: what would be right`. */
  all: readonly string[];
}

/** What would be right is said as `中文 / English`; only the half that the reader reads. */
export function ownHalf(text: string): string {
  const [chinese, ...english] = text.split(' / ');
  return english.length === 0 || language() === 'zh' ? (chinese ?? text) : english.join(' / ');
}

/** A refusal as a form shows it: at the field's own name, without the argument around it, in one language. */
export function formProblem(error: CombinedError): FormProblem {
  const { code, message, field } = problemOf(error);
  const { expected, problems } = (error.graphQLErrors[0]?.extensions ?? {}) as { expected?: unknown; problems?: unknown };
  const says = code === 'INPUT_INVALID' && typeof expected === 'string' && expected !== '' ? ownHalf(expected) : message;
  const all = Array.isArray(problems) ? problems.map(String) : [];
  return { code, message: says, all, ...(field === undefined ? {} : { field: field.replace(/^input\./, '') }) };
}
