/** Reads what this phone keeps; a full or forbidden store is like an empty one. */
export function kept<T>(key: string, otherwise: T, store: Pick<Storage, 'getItem'> = localStorage): T {
  try {
    const text = store.getItem(`yiwang.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

/** Keeps a value, or with `null` forgets it; answers whether it is kept. */
export function keep(key: string, value: unknown, store: Pick<Storage, 'setItem' | 'removeItem'> = localStorage): boolean {
  try {
    if (value === null) store.removeItem(`yiwang.${key}`);
    else store.setItem(`yiwang.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** 32 random hexadecimal digits; `crypto.randomUUID` is not there on pages without TLS. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface KeptCase {
  number: string;
  code: string;
  text: string;
  at: string;
}

const MOST = 20;

/** The list with one more in front, each number once. */
export function withCase(list: readonly KeptCase[], one: KeptCase): KeptCase[] {
  return [one, ...list.filter(({ number }) => number !== one.number)].slice(0, MOST);
}

export const keptCases = (): KeptCase[] => kept<KeptCase[]>('cases', []);
export const keepCase = (one: KeptCase): boolean => keep('cases', withCase(keptCases(), one));
export const forgetCase = (number: string): boolean => keep('cases', keptCases().filter((one) => one.number !== number));
