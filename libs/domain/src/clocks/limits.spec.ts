import * as fc from 'fast-check';
import {
  elapsedShare,
  isOverdue,
  ratingClosesAt,
  remainingMs,
  resolutionDueAt,
  responseDueAt,
  toMs,
  warningAt,
} from './index.js';

const RECEIVED = '2026-09-30T15:30:00.000Z';

describe('the limits of a case', () => {
  it('counts the response by the hour, over midnight and month ends', () => {
    expect(responseDueAt(RECEIVED, 24)).toBe('2026-10-01T15:30:00.000Z');
    expect(responseDueAt(RECEIVED, 0.5)).toBe('2026-09-30T16:00:00.000Z');
  });

  it('counts the answer by calendar days, holidays included', () => {
    expect(resolutionDueAt(RECEIVED, 5)).toBe('2026-10-05T15:30:00.000Z');
    expect(resolutionDueAt(toMs(RECEIVED), 5)).toBe('2026-10-05T15:30:00.000Z');
    expect(ratingClosesAt(RECEIVED, 7)).toBe('2026-10-07T15:30:00.000Z');
  });

  it('reads an instant with a time zone', () => {
    expect(responseDueAt('2026-10-01T08:00:00+08:00', 1)).toBe('2026-10-01T01:00:00.000Z');
    expect(() => toMs('yesterday')).toThrow(RangeError);
  });

  it('is in time up to and including the deadline', () => {
    const dueAt = responseDueAt(RECEIVED, 24);
    expect(isOverdue(dueAt, dueAt)).toBe(false);
    expect(isOverdue(dueAt, toMs(dueAt) + 1)).toBe(true);
    expect(remainingMs(dueAt, RECEIVED)).toBe(86_400_000);
    expect(remainingMs(dueAt, toMs(dueAt) + 5)).toBe(-5);
  });

  it.each([
    [-1, 0, 'none'],
    [0, 0, 'none'],
    [12, 0.5, 'half'],
    [19.2, 0.8, 'yellow'],
    [24, 1, 'red'],
    [36, 1.5, 'red'],
  ])('after %d of 24 hours the share is %d and the warning %s', (hours, share, warning) => {
    const now = toMs(RECEIVED) + hours * 3_600_000;
    const actual = elapsedShare(RECEIVED, responseDueAt(RECEIVED, 24), now);
    expect(actual).toBeCloseTo(share, 10);
    expect(warningAt(actual)).toBe(warning);
  });

  it('never divides by a limit of nothing', () => {
    expect(elapsedShare(RECEIVED, RECEIVED, RECEIVED)).toBe(1);
    expect(elapsedShare(RECEIVED, RECEIVED, toMs(RECEIVED) - 1)).toBe(0);
  });

  it('only grows as time passes', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.integer({ min: 1, max: 500 }), (a, b, hours) => {
        const dueAt = responseDueAt(RECEIVED, hours);
        const at = (ms: number) => elapsedShare(RECEIVED, dueAt, toMs(RECEIVED) + ms);
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
    );
  });
});
