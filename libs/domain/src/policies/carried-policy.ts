import { FIELD_POLICY } from './field-policy.js';
import type { PolicyRules } from './types.js';

/** Any part of a shape; lists stand or are replaced as a whole. */
export type DeepPartial<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

/** What a running case carries of its policy: the version, and only what differs from `FIELD_POLICY`. Plain JSON. */
export interface CarriedPolicy {
  version: number;
  changes?: DeepPartial<PolicyRules>;
}

type Plain = Record<string, unknown>;

/** A limit is one value, and so are the records whose keys a county chooses: nothing of the base shows through them. */
const isWhole = (name: string, value: Plain): boolean => name === 'fixed' || name === 'byCategory' || 'unit' in value;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules by the changes they were made of: a workflow asks for them several times in each of its steps. */
const LAID_OVER = new WeakMap<object, PolicyRules>();

/**
 * The rules of a carried policy: its changes laid over `FIELD_POLICY`, lists, limits and open records (`fixed`,
 * `byCategory`) replaced whole. Laid once for the same object of changes, and nothing without any; the result is shared,
 * so that neither it nor the changes may be written to.
 */
export function policyOf({ changes }: CarriedPolicy): PolicyRules {
  if (changes === undefined) return FIELD_POLICY;
  const known = LAID_OVER.get(changes);
  if (known !== undefined) return known;
  const rules = laidOver('', FIELD_POLICY, changes, false) as PolicyRules;
  LAID_OVER.set(changes, rules);
  return rules;
}

/**
 * The same over whatever somebody has sent, with what the rules do not know still in it, for `checkPolicy` to refuse: a
 * misspelt field must not pass for one that was left out.
 */
export const completed = (given: unknown): unknown => laidOver('', FIELD_POLICY, given, true);

function laidOver(name: string, base: unknown, change: unknown, keepUnknown: boolean): unknown {
  if (change === undefined) return base;
  if (!isPlain(base) || !isPlain(change) || isWhole(name, base)) return change;
  const entries = Object.keys(base).map((key) => {
    const inner = Object.hasOwn(change, key) ? change[key] : undefined;
    return [key, laidOver(key, base[key], inner, keepUnknown)];
  });
  const unknown = keepUnknown ? Object.entries(change).filter(([key]) => !Object.hasOwn(base, key)) : [];
  return Object.fromEntries([...entries, ...unknown]);
}

/** What has to be carried so that `policyOf` gives these rules again; nothing for the rules of the field. */
export const differenceOf = (rules: PolicyRules): DeepPartial<PolicyRules> | undefined =>
  difference('', FIELD_POLICY, rules) as DeepPartial<PolicyRules> | undefined;

function difference(name: string, base: unknown, wanted: unknown): unknown {
  if (isSame(base, wanted)) return undefined;
  if (!isPlain(base) || !isPlain(wanted) || isWhole(name, base)) return wanted;
  const changes: Plain = {};
  for (const key of Object.keys(base)) {
    const change = difference(key, base[key], wanted[key]);
    if (change !== undefined) changes[key] = change;
  }
  return changes;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  }
  if (!isPlain(one) || !isPlain(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
