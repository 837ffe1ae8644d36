import { inTurn, type TakesTurns } from './turns.js';

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('taking turns', () => {
  it('lets one finish before the next begins, in the order in which they came', async () => {
    const state: TakesTurns = { deciding: null };
    const seen: string[] = [];
    const act = (name: string) =>
      inTurn(state, name, async () => {
        seen.push(`${name} begins`);
        await aWhile();
        seen.push(`${state.deciding} ends`);
      });
    await Promise.all([act('first'), act('second'), act('third')]);
    expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
    expect(state.deciding).toBeNull();
  });

  it('goes on after one that was refused, and tells only that one', async () => {
    const state: TakesTurns = { deciding: null };
    const refused = inTurn(state, 'refused', () => Promise.reject(new Error('no')));
    const next = inTurn(state, 'next', () => Promise.resolve('done'));
    await expect(refused).rejects.toThrow('no');
    await expect(next).resolves.toBe('done');
  });
});
