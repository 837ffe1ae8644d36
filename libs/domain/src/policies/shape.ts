/** What is wrong at one place of a policy, and what is expected there: in Chinese and English, `中文 / English`. */
export interface PolicyProblem {
  code: 'POLICY_INVALID';
  /** As in `paths.cadreLed.resolution`. */
  field: string;
  expected: string;
}

/** Looks at one value that came from outside and notes what is wrong with it. */
export type Check = (value: unknown, field: string, found: PolicyProblem[]) => void;

export const problem = (field: string, expected: string): PolicyProblem => ({ code: 'POLICY_INVALID', field, expected });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);

/** An object with exactly these fields. */
export const exactly =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, field, found) => {
    if (!isObject(value)) {
      found.push(problem(field, `含 ${Object.keys(fields).join('、')} 的对象 / an object with ${Object.keys(fields).join(', ')}`));
      return;
    }
    for (const [name, check] of Object.entries(fields)) {
      check(Object.hasOwn(value, name) ? value[name] : undefined, below(field, name), found);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) found.push(problem(below(field, name), '没有这一项 / no such field'));
    }
  };

/** An object whose fields a county chooses, a bounded number of them. */
export const recordOf =
  (key: { is: (name: string) => boolean; expected: string }, most: number, check: Check): Check =>
  (value, field, found) => {
    if (!isObject(value) || Object.keys(value).length > most) {
      found.push(problem(field, `最多 ${most} 项的对象 / an object of ${most} fields at most`));
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (key.is(name)) check(inner, below(field, name), found);
      else found.push(problem(below(field, name), key.expected));
    }
  };

/** One of the words of the field. */
export const oneOf =
  (words: readonly string[]): Check =>
  (value, field, found) => {
    if (!words.includes(value as string)) found.push(problem(field, `${words.join('、')} 之一 / one of ${words.join(', ')}`));
  };

/** A list of as many entries as allowed, the words in it each once. */
export const listOf =
  (check: Check, { least = 0, most, of }: { least?: number; most: number; of: string }): Check =>
  (value, field, found) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      found.push(problem(field, of));
      return;
    }
    for (const [index, entry] of value.entries()) check(entry, `${field}[${index}]`, found);
    const words = value.filter((entry) => typeof entry === 'string');
    if (new Set(words).size < words.length) found.push(problem(field, '不得重复 / each once'));
  };

export const wholeNumber =
  (least: number, most: number): Check =>
  (value, field, found) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
      found.push(problem(field, `${least} 至 ${most} 的整数 / a whole number from ${least} to ${most}`));
    }
  };

/** A share of a running clock, with both ends left out. */
export const share: Check = (value, field, found) => {
  if (typeof value !== 'number' || !(value > 0 && value < 1)) {
    found.push(problem(field, '大于 0 且小于 1 的数 / a number above 0 and below 1'));
  }
};

export const orNull =
  (check: Check): Check =>
  (value, field, found) => {
    if (value !== null) check(value, field, found);
  };
