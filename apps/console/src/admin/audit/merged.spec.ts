import { merged } from './merged.js';

const LISTS = { a: ['5', '3', '1'], b: ['4', '2'], c: [] as string[] };

/** Pages of two; `c` gives empty pages before it ends. */
const load = async (name: keyof typeof LISTS, after: string | null) => {
  const from = Number(after ?? 0);
  const items = LISTS[name].slice(from, from + 2).map((at) => ({ at }));
  const isLast = name === 'c' ? from >= 4 : from + 2 >= LISTS[name].length;
  return { items, endCursor: isLast ? null : String(from + 2) };
};

async function all(size: number): Promise<string[]> {
  const next = merged(['a', 'b', 'c'], size, load);
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof next>> = await next(cursor);
    found.push(...page.items.map(({ at, source }) => `${at}${source}`));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('the audit of several services as one list', () => {
  it.each([1, 2, 3, 10])('has every entry once, the newest first, by pages of %i', async (size) => {
    expect(await all(size)).toEqual(['5a', '4b', '3a', '2b', '1a']);
  });

  it('begins anew without a cursor', async () => {
    const next = merged(['a'], 2, load);
    await next(null);
    expect((await next(null)).items.map(({ at }) => at)).toEqual(['5', '3']);
  });
});
