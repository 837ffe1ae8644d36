import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from './child.js';
import { processIdentity } from './process-identity.js';
import { silent } from './running.js';
import { restartDelay, Supervised, type Runnable } from './supervised.js';

describe('starting again what has crashed', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [4, 4_000],
    [5, null],
  ])('after %i crashes of late waits %p ms', (count, delay) => {
    expect(restartDelay(Array<number>(count).fill(1_000), 1_500)).toBe(delay);
  });

  it('forgets crashes of long ago', () => {
    expect(restartDelay([0, 0, 0, 0, 0, 600_000], 600_001)).toBe(500);
  });

  describe('with a real process', () => {
    let dataDir: string;
    beforeEach(() => {
      dataDir = mkdtempSync(join(tmpdir(), 'yiwang-supervised-'));
    });
    afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

    const sleeper = async (): Promise<Runnable & { child: Child }> => {
      const child = await startChild({ name: 'sleeper', command: 'sleep', args: ['60'], dataDir, graceMs: 2_000 });
      return { child, children: [child], stop: () => child.stop() };
    };

    it('runs again after a kill, and ends for good when told to', async () => {
      const part = new Supervised({
        title: 'the sleeper',
        start: sleeper,
        narrator: silent,
        onGivenUp: () => undefined,
      });
      const first = await part.start();
      process.kill(first.child.pid, 'SIGKILL');
      await first.child.exited;
      while (!part.running) await pause(20);
      const second = part.running.child.pid;
      expect(second).not.toBe(first.child.pid);
      await part.stop();
      expect(processIdentity(second)).toBeNull();
    });

    it('kills what does not end when asked, with everything it started', async () => {
      const child = await startChild({
        ...{
          name: 'stubborn',
          command: 'sh',
          args: ['-c', 'trap "" TERM; sleep 61 & wait; wait'],
          dataDir,
          graceMs: 200,
        },
      });
      await pause(100);
      await child.stop();
      expect(child.exit?.signal).toBe('SIGKILL');
    });
  });
});
