import { setTimeout as pause } from 'node:timers/promises';
import { BackgroundLoop } from './index.js';

describe('a background loop', () => {
  it('goes on at once while there is work and rests when there is none', async () => {
    const found = [2, 1, 0, 5];
    let rounds = 0;
    const loop = new BackgroundLoop(async () => found[rounds++] ?? 0, { restMs: 60_000, onFailure: () => undefined });
    loop.start();
    while (rounds < 3) await pause(1);
    await pause(30);
    expect(rounds).toBe(3);
    await loop.stop();
  });

  it('survives a round that fails, and says so', async () => {
    const failures: unknown[] = [];
    let rounds = 0;
    const round = async (): Promise<number> => {
      rounds += 1;
      if (rounds === 1) throw new Error('away');
      return 0;
    };
    const loop = new BackgroundLoop(round, { restMs: 1, onFailure: (error) => failures.push(error) });
    loop.start();
    while (rounds < 2) await pause(1);
    await loop.stop();
    expect(failures).toEqual([new Error('away')]);
  });

  it('lets the round under way end when it is stopped, and begins no other', async () => {
    let ended = 0;
    const round = async (): Promise<number> => {
      await pause(20);
      ended += 1;
      return 1;
    };
    const loop = new BackgroundLoop(round, { restMs: 0, onFailure: () => undefined });
    loop.start();
    await loop.stop();
    expect(ended).toBe(1);
    await pause(40);
    expect(ended).toBe(1);
  });
});
