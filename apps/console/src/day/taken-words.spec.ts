import { wordsOfTaken } from './taken-words.js';

const said = (key: string, values: Record<string, unknown>): string => `${key} ${Object.values(values).join('|')}`;
const at = Date.parse('2026-11-26T07:04:00.000Z');
const place = { latitude: 35.1234567, longitude: 104.6543219, accuracyM: 12 };

describe('when and where pictures were taken', () => {
  it('is said of those taken on the spot alone', () => {
    expect(wordsOfTaken([{ takenAt: at }, { takenAt: at, isTaken: false }], said)).toBe('');
    expect(wordsOfTaken([{ takenAt: at }, { takenAt: at, isTaken: true }], said)).toMatch(/^note\.taken 1\|.*15:04$/);
  });

  it('has a place only where it was agreed to, to a metre or so', () => {
    expect(wordsOfTaken([{ takenAt: at, isTaken: true }], said)).not.toContain('note.place');
    expect(wordsOfTaken([{ takenAt: at, isTaken: true, place }], said)).toContain('note.place 35.12346, 104.65432|12');
  });

  it('spans them from the first to the last', () => {
    expect(wordsOfTaken([{ takenAt: at + 600_000, isTaken: true }, { takenAt: at, isTaken: true }], said)).toMatch(/2\|.*15:04 – .*15:14$/);
  });
});
