import { GroupedWrites } from './grouped-writes.js';

describe('writes that share a transaction', () => {
  const groups: string[][] = [];
  let release: (() => void)[] = [];
  const write = async (items: string[]): Promise<string[]> => {
    groups.push(items);
    await new Promise<void>((resolve) => release.push(resolve));
    if (items.includes('bad')) throw new Error('refused by the database');
    return items.map((item) => `${item}!`);
  };
  const letOneEnd = async (): Promise<void> => {
    release.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  beforeEach(() => {
    groups.length = 0;
    release = [];
  });

  it('begin at once when nothing is under way', async () => {
    const writes = new GroupedWrites(write, { atOnce: 1, largest: 10 });
    const answer = writes.add('a', '1');
    expect(groups).toEqual([['1']]);
    await letOneEnd();
    await expect(answer).resolves.toBe('1!');
  });

  it('take together what arrived meanwhile, of one key, up to the limit, each with its own answer', async () => {
    const writes = new GroupedWrites(write, { atOnce: 1, largest: 2 });
    const answers = Promise.all(
      [['a', '1'], ['a', '2'], ['b', '3'], ['a', '4'], ['a', '5']].map(([key, item]) => writes.add(key!, item!)),
    );
    for (let i = 0; i < 4; i++) await letOneEnd();
    expect(groups).toEqual([['1'], ['2', '4'], ['3'], ['5']]);
    await expect(answers).resolves.toEqual(['1!', '2!', '3!', '4!', '5!']);
  });

  it('fail only for the one that fails by itself', async () => {
    const writes = new GroupedWrites(write, { atOnce: 1, largest: 10 });
    const answers = Promise.allSettled(['1', '2', 'bad', '3'].map((item) => writes.add('a', item)));
    for (let i = 0; i < 6; i++) await letOneEnd();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });
});
