import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { checkPolicy, completed, type PolicyCheck, type PolicyProblem } from '@yiwang/domain/policies';
import type { StoredRules } from './policies.js';

/** A policy that names thousands of categories has no more; its difference travels with every case. */
const MOST_BYTES = 64 * 1024;

/** Rules or a part of them, checked as the whole set that they make over the field's policy. */
export const checkStored = (given: unknown): PolicyCheck => checkPolicy(completed(given));

/** Whether it can be kept as a draft at all, valid or not: an object, of a sensible size, that PostgreSQL can hold. */
export function checkDocument(given: unknown): { ok: true; rules: StoredRules['rules'] } | Refusal {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return refuse('INPUT_INVALID', { field: 'rules', expected: '对象 / an object' });
  }
  const text = JSON.stringify(given);
  if (Buffer.byteLength(text) > MOST_BYTES) {
    return refuse('INPUT_INVALID', { field: 'rules', expected: `≤ ${MOST_BYTES / 1024} KiB` });
  }
  // NUL, and halves of surrogate pairs, are JSON but no text that PostgreSQL holds.
  if (/\\u(0000|d[89a-f])/i.test(text)) return refuse('INPUT_INVALID', { field: 'rules', expected: '≠ U+0000' });
  return { ok: true, rules: given };
}

/** What a refused publication says: the first place for the form, all of them for the reader. */
export function refusePolicy(problems: readonly PolicyProblem[]): Refusal {
  const [first] = problems;
  return refuse('POLICY_INVALID', {
    field: first?.field ?? 'rules',
    expected: first?.expected ?? '',
    problems: problems.map(({ field, expected }) => `${field}: ${expected}`),
  });
}
