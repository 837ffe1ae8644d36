import type { Round } from './day.types.js';
import { inOrder, ofToday, roundKey, stepOf } from './rounds.js';

const NOW = Date.parse('2026-11-26T02:00:00.000Z');
const round = (over: Partial<Round> = {}): Round =>
  ({
    ...{ gridCode: '1', day: '2026-11-26', slot: 'morning', state: 'planned', subject: null, checkedInAt: null, completedAt: null },
    ...{ opensAt: '2026-11-26T00:00:00.000Z', closesAt: '2026-11-26T04:00:00.000Z', findings: [], ...over },
  }) as Round;
const step = (of: Round, waiting: Parameters<typeof stepOf>[1] = []) => stepOf(of, waiting, 'li', NOW);

describe('a round', () => {
  it.each([
    ['tooEarly', round({ opensAt: '2026-11-26T06:00:00.000Z' })],
    ['toCheckIn', round()],
    ['toCheckIn', round({ state: 'missed', closesAt: '2026-11-26T01:00:00.000Z' })],
    ['toCheckIn', round({ subject: 'peng', checkedInAt: '2026-11-26T01:00:00.000Z' })],
    ['onIt', round({ subject: 'li', checkedInAt: '2026-11-26T01:00:00.000Z' })],
    ['ended', round({ subject: 'li', completedAt: '2026-11-26T01:30:00.000Z', state: 'done' })],
  ])('is %s', (expected, of) => {
    expect(step(of)).toBe(expected);
  });

  it('goes on after a check-in that waits to be sent, and waits itself once it is done', () => {
    const waits = (kind: 'checkIn' | 'completeRound', of = round()) => ({ kind, target: roundKey(of) });
    expect(step(round(), [waits('checkIn')])).toBe('onIt');
    expect(step(round(), [waits('checkIn'), waits('completeRound')])).toBe('waiting');
    expect(step(round(), [waits('completeRound', round({ slot: 'afternoon' }))])).toBe('toCheckIn');
  });

  it('stands before those that are still to come and those that are done', () => {
    const [done, next, now, mine] = [
      round({ completedAt: 'x', slot: 'a' }),
      round({ opensAt: '2026-11-26T06:00:00.000Z', slot: 'b' }),
      round({ slot: 'c' }),
      round({ subject: 'li', checkedInAt: 'x', slot: 'd' }),
    ];
    expect(inOrder([done, next, now, mine], step).map(({ slot }) => slot)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('of yesterday is not offered from what the phone kept', () => {
    expect(ofToday([round(), round({ day: '2026-11-25' })], '2026-11-26')).toHaveLength(1);
  });
});
