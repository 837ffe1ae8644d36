import { isOverdue, ratingClosesAt, remainingMs, resolutionDueAt, responseDueAt, toMs } from './index.js';

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
});
