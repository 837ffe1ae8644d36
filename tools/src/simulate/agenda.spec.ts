import * as fc from 'fast-check';
import { IDENTITY } from '@yiwang/domain/time';
import { Agenda } from './agenda.js';

const agendaAt = (clock: () => number, hands = 1) =>
  new Agenda({ time: IDENTITY, hands, now: clock, onFailure: (error) => expect(error).toBeUndefined() });

describe('the agenda', () => {
  it('does everything once, in the order of time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), async (instants) => {
        const agenda = agendaAt(() => 1_000);
        const done: number[] = [];
        for (const at of instants) agenda.add(at, async () => void done.push(at));
        await agenda.run(() => agenda.next() === null);
        expect(done).toEqual([...instants].sort((a, b) => a - b));
      }),
    );
  });

  it('waits for what is to come, and follows the mapping of time', async () => {
    const startedAt = Date.now();
    const time = { engineEpochMs: startedAt, businessEpochMs: 0, rate: 1_000 };
    const agenda = new Agenda({ time, hands: 1, onFailure: (error) => expect(error).toBeUndefined() });
    let doneAt = 0;
    agenda.add(100_000, async () => void (doneAt = Date.now()));
    await agenda.run(() => agenda.next() === null);
    expect(doneAt - startedAt).toBeGreaterThanOrEqual(100);
    expect(doneAt - startedAt).toBeLessThan(400);
  });

  it('has no more under way than it has hands, and says how late things begin', async () => {
    const late: number[] = [];
    const agenda = new Agenda({ time: IDENTITY, hands: 3, now: () => 500, onBegin: (ms) => late.push(ms), onFailure: () => undefined });
    let [now, most] = [0, 0];
    for (let i = 0; i < 10; i += 1)
      agenda.add(100, async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
      });
    await agenda.run(() => agenda.next() === null);
    expect(most).toBe(3);
    expect(late).toEqual(Array.from({ length: 10 }, () => 400));
  });
});
