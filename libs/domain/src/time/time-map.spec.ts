import * as fc from 'fast-check';
import { businessAt, catchingUp, engineAt, IDENTITY, isIdentity, readTimeSetting, writeTimeSetting, type TimeMap } from './index.js';

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
const straight: fc.Arbitrary<TimeMap> = fc.record({
  engineEpochMs: instant,
  businessEpochMs: instant,
  rate: fc.oneof(fc.constantFrom(1, 60, 1_440, 100_000), fc.integer({ min: 1, max: 1_000 }).map((n) => n / 10)),
});
const bent = fc
  .tuple(straight, fc.nat({ max: 40 * 86_400_000 }))
  .map(([time, ms]): TimeMap => ({ ...time, untilEngineMs: time.engineEpochMs + ms }));
const map = fc.oneof(straight, bent);
const DAY_MS = 86_400_000;

describe('the one mapping of time', () => {
  it('changes nothing outside simulations', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        expect(businessAt(IDENTITY, ms)).toBe(ms);
        expect(engineAt(IDENTITY, ms)).toBe(ms);
      }),
    );
  });

  it('meets at the two epochs', () => {
    fc.assert(
      fc.property(map, (time) => {
        expect(businessAt(time, time.engineEpochMs)).toBe(time.businessEpochMs);
        expect(engineAt(time, time.businessEpochMs)).toBe(time.engineEpochMs);
      }),
    );
  });

  it('lets a day of business pass in a minute of the engine at 1440', () => {
    const time = { engineEpochMs: Date.UTC(2026, 10, 25, 8), businessEpochMs: Date.UTC(2026, 5, 1, 1), rate: 1_440 };
    expect(businessAt(time, time.engineEpochMs + 60_000)).toBe(time.businessEpochMs + DAY_MS);
    expect(engineAt(time, time.businessEpochMs - DAY_MS)).toBe(time.engineEpochMs - 60_000);
  });

  it('never wakes the engine before a business instant has come', () => {
    fc.assert(
      fc.property(map, fc.integer({ min: -400, max: 400 }), (time, days) => {
        const due = time.businessEpochMs + days * DAY_MS;
        expect(businessAt(time, engineAt(time, due))).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('keeps the order of instants', () => {
    fc.assert(
      fc.property(map, instant, fc.nat({ max: DAY_MS }), (time, ms, later) => {
        expect(businessAt(time, ms + later)).toBeGreaterThanOrEqual(businessAt(time, ms));
        expect(engineAt(time, ms + later)).toBeGreaterThanOrEqual(engineAt(time, ms));
      }),
    );
  });

  it('can live some weeks quickly and be the real time from then on', () => {
    const now = Date.UTC(2026, 10, 25, 8);
    const time = catchingUp(now, 20 * DAY_MS, 1_440);
    expect(businessAt(time, time.untilEngineMs)).toBe(time.untilEngineMs);
    for (const later of [0, 1, DAY_MS, 300 * DAY_MS]) {
      expect(businessAt(time, time.untilEngineMs + later)).toBe(time.untilEngineMs + later);
      expect(engineAt(time, time.untilEngineMs + later)).toBe(time.untilEngineMs + later);
    }
    expect(time.untilEngineMs - businessAt(time, now)).toBe(20 * DAY_MS);
    expect(businessAt(time, now + 60_000) - businessAt(time, now)).toBe(DAY_MS);
  });

  it('is the same whatever both epochs are called', () => {
    expect(isIdentity({ engineEpochMs: 5, businessEpochMs: 5, rate: 1 })).toBe(true);
    expect(isIdentity({ engineEpochMs: 5, businessEpochMs: 6, rate: 1 })).toBe(false);
    expect(isIdentity({ engineEpochMs: 5, businessEpochMs: 5, rate: 2 })).toBe(false);
  });
});

describe('the setting of time', () => {
  it('reads back what it wrote', () => {
    fc.assert(fc.property(map, (time) => expect(readTimeSetting(writeTimeSetting(time))).toEqual({ ok: true, map: time })));
  });

  it('takes instants of any zone', () => {
    expect(readTimeSetting('rate=2, engineEpoch=2026-11-25T08:00:00Z, businessEpoch=2026-06-01T09:00+08:00')).toEqual({
      ok: true,
      map: { engineEpochMs: Date.UTC(2026, 10, 25, 8), businessEpochMs: Date.UTC(2026, 5, 1, 1), rate: 2 },
    });
  });

  it.each([
    ['', 'engineEpoch, businessEpoch, rate'],
    ['rate=2', 'engineEpoch, businessEpoch, rate'],
    ['engineEpoch=2026-11-25,businessEpoch=2026-06-01T01:00Z,rate=2', 'engineEpoch'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-13-01T01:00Z,rate=2', 'businessEpoch'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-06-01T01:00,rate=2', 'businessEpoch'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-06-01T01:00Z,rate=0', 'rate'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-06-01T01:00Z,rate=-1', 'rate'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-06-01T01:00Z,rate=1e9', 'rate'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-06-01T01:00Z,rate=2,rate=3', 'engineEpoch, businessEpoch, rate'],
    ['engineEpoch=2026-11-25T08:00Z,businessEpoch=2026-06-01T01:00Z,rate=2,until=2026-11-25T07:59Z', 'until'],
  ])('refuses %j, naming what is wrong', (text, field) => {
    expect(readTimeSetting(text)).toEqual({ ok: false, expected: expect.stringContaining(field) });
  });
});
