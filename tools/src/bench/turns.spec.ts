import { Turns, type Decision } from './turns.js';

describe('decisions on prepared cases', () => {
  it('come in the order of a life, the case that has waited longest first', async () => {
    const seen: [number, Decision][] = [];
    const turns = new Turns([1, 2], (one, decision) => Promise.resolve(void seen.push([one, decision])));
    for (let i = 0; i < 6; i++) await turns.one();
    expect(seen).toEqual([
      [1, 'accept'],
      [2, 'accept'],
      [1, 'complete'],
      [2, 'complete'],
      [1, 'rate'],
      [2, 'rate'],
    ]);
  });

  it('let no more cases be worked on at a time than people would', async () => {
    const accepted = new Set<number>();
    const cases = Array.from({ length: 100 }, (_, i) => i);
    const turns = new Turns(cases, (one, decision) => Promise.resolve(void (decision === 'accept' && accepted.add(one))));
    for (let i = 0; i < 96; i++) await turns.one();
    expect(accepted.size).toBe(48);
  });

  it('say so when no case is left', async () => {
    const turns = new Turns(['only'], () => Promise.resolve());
    for (let i = 0; i < 3; i++) await turns.one();
    await expect(turns.one()).rejects.toThrow('no case left');
  });

  it('leave a case alone on which one has failed', async () => {
    const turns = new Turns(['only'], () => Promise.reject(new Error('refused')));
    await expect(turns.one()).rejects.toThrow('refused');
    await expect(turns.one()).rejects.toThrow('no case left');
  });
});
