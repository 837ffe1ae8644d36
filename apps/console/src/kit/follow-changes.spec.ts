import { jest } from '@jest/globals';
import { makeSubject, type Subject } from 'wonka';
import { followChanges } from './follow-changes.js';

describe('following what changed', () => {
  let lines: Subject<{ error?: unknown }>[];
  let asked: number;
  let live: boolean;
  let leave: () => void;
  beforeEach(() => {
    jest.useFakeTimers();
    [lines, asked, live] = [[], 0, false];
    leave = followChanges({
      open() {
        const line = makeSubject<{ error?: unknown }>();
        lines.push(line);
        return line.source;
      },
      ask: () => (asked += 1),
      setLive: (isLive) => (live = isLive),
    });
  });
  afterEach(() => {
    leave();
    jest.useRealTimers();
  });
  const say = (error?: unknown) => lines.at(-1)?.next(error === undefined ? {} : { error });

  it('asks at once after a quiet while, and then no more often than people read', () => {
    say();
    jest.advanceTimersByTime(0);
    expect(asked).toBe(1);
    for (let second = 0; second < 4; second += 1) {
      say();
      jest.advanceTimersByTime(1_000);
    }
    expect(asked).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(asked).toBe(2);
  });

  it('stands once it has held', () => {
    expect(live).toBe(false);
    jest.advanceTimersByTime(2_000);
    expect(live).toBe(true);
    expect(asked).toBe(0);
  });

  it.each([['ends', () => lines.at(-1)?.complete()], ['says an error', () => say(new Error('away'))]])('is taken up again where it %s, and what was missed is asked for', (_, end) => {
    jest.advanceTimersByTime(2_000);
    end();
    expect(live).toBe(false);
    jest.advanceTimersByTime(10_000);
    expect(lines).toHaveLength(2);
    jest.advanceTimersByTime(2_001);
    expect([live, asked]).toEqual([true, 1]);
  });

  it('asks nothing once it was left', () => {
    say();
    leave();
    jest.advanceTimersByTime(60_000);
    expect([asked, lines.length, live]).toEqual([0, 1, false]);
  });
});
