import { addLimit, dueOrder, isLate, lateAgainstFirstPromise, lateMs, reckon, type ClockName, type LedgerEntry } from './index.js';
import * as on from './ledger.fixture.js';
import { at, CALENDAR, limit, local, TOWN } from './ledger.fixture.js';

const read = (...ledger: LedgerEntry[]) => reckon(ledger, CALENDAR).clocks;
const due = (clock: ClockName, ...ledger: LedgerEntry[]) => local(read(...ledger)[clock]?.dueAt);
const DAYS_5 = limit(5, 'calendarDays');
const WORKING_5 = limit(5, 'workingDays');

// 2026-11-16 is a Monday.
describe('a pause', () => {
  it.each([
    ['calendar days move by its length', DAYS_5, '11-17 10:00', '11-18 12:30', '11-22 11:42'],
    ['working hours go on with what was left', limit(4, 'workingHours'), '11-16 10:12', '11-17 16:30', '11-18 11:00'],
    ['working hours lose nothing in a night', limit(8, 'workingHours'), '11-16 18:00', '11-17 08:00', '11-17 10:12'],
    ['working days get the working days of its dates', WORKING_5, '11-17 10:00', '11-19 08:00', '11-25 17:30'],
    ['a weekend adds no working day', WORKING_5, '11-20 17:00', '11-22 12:00', '11-23 17:30'],
    ['within one date adds no working day', WORKING_5, '11-18 09:00', '11-18 17:00', '11-23 17:30'],
    ['ended after the close of the last day: the next close', WORKING_5, '11-23 17:00', '11-23 18:00', '11-24 17:30'],
    ['ended late in the evening of a moved last day: the next close', WORKING_5, '11-23 10:00', '11-24 20:00', '11-25 17:30'],
  ])('%s', (_rule, of, from, to, expected) => {
    expect(due('resolution', on.start('11-16 09:12', 'resolution', of), on.pause(from), on.resume(to))).toBe(expected);
  });

  it('leaves the deadline as it was until the resume, and the clock is paused', () => {
    const reading = read(on.start('11-16 09:12', 'resolution', DAYS_5), on.pause('11-17 10:00')).resolution!;
    expect(reading).toMatchObject({ state: 'paused', pausedSince: at('11-17 10:00'), dueAt: at('11-21 09:12') });
    expect(isLate(reading, at('12-31 00:00'))).toBe(false);
  });

  it('begun at the deadline itself ends before the deadline', () => {
    const clocks = read(on.start('11-16 09:12', 'resolution', DAYS_5), on.pause('11-21 09:12'), on.resume('11-22 09:12'));
    expect(clocks.resolution?.dueAt).toBe('2026-11-22T01:12:00.001Z');
  });

  it.each([DAYS_5, limit(35, 'workingHours'), WORKING_5])('takes no lateness back: %j', (of) => {
    const ledger = [on.start('11-16 09:12', 'resolution', of), on.pause('11-23 18:00'), on.resume('11-24 10:00')];
    expect(isLate(read(...ledger).resolution!, at('11-24 10:01'))).toBe(true);
  });

  it('makes all running clocks stand, and one begun meanwhile too', () => {
    const clocks = read(
      on.start('11-16 09:00', 'response', limit(24, 'hours')),
      on.start('11-16 09:00', 'callBack', limit(30, 'minutes')),
      on.stop('11-16 09:10', 'callBack'),
      on.pause('11-16 10:00'),
      on.start('11-16 11:00', 'unit:1', limit(1, 'hours')),
      on.resume('11-16 13:00'),
    );
    expect(local(clocks.response?.dueAt)).toBe('11-17 12:00');
    expect(local(clocks['unit:1']?.dueAt)).toBe('11-16 14:00');
    expect(local(clocks.callBack?.dueAt)).toBe('11-16 09:30');
  });

  it('is counted apart by its reason, up to the last entry or now', () => {
    const ledger = [
      on.pause('11-16 10:00'),
      on.resume('11-16 12:00'),
      on.pause('11-16 13:00'),
      on.pause('11-16 14:00', 'suspended'),
    ];
    const hour = 3_600_000;
    expect(reckon(ledger, null)).toMatchObject({ waitedForResidentMs: 3 * hour, suspendedMs: 0 });
    expect(reckon(ledger, null, at('11-16 16:00'))).toMatchObject({ waitedForResidentMs: 3 * hour, suspendedMs: 2 * hour });
    expect(reckon(ledger, null).paused).toEqual({ reason: 'suspended', since: at('11-16 14:00') });
  });
});

describe('an extension', () => {
  const begun = [on.start('11-16 09:12', 'resolution', WORKING_5), on.start('11-16 09:12', 'tier', DAYS_5)];

  it.each([
    ['in working days adds to the count', limit(2, 'workingDays'), '11-25 17:30', '11-24 17:30'],
    ['in calendar days ends a working-day clock at a close', limit(5, 'calendarDays'), '11-30 17:30', '11-26 09:12'],
    ['of hours past the close goes to the next close', limit(2, 'hours'), '11-24 17:30', '11-21 11:12'],
    ['of nothing moves nothing', limit(0, 'workingDays'), '11-23 17:30', '11-21 09:12'],
  ])('%s', (_rule, by, resolution, tier) => {
    const clocks = read(...begun, on.extend('11-18 10:00', by));
    expect([local(clocks.resolution?.dueAt), local(clocks.tier?.dueAt)]).toEqual([resolution, tier]);
    expect([clocks.resolution?.extensions, clocks.tier?.extensions]).toEqual([1, 1]);
  });

  it('of one part moves that part alone', () => {
    const clocks = read(
      ...begun,
      on.start('11-16 09:12', 'unit:1', DAYS_5),
      on.extend('11-18 10:00', limit(1, 'calendarDays'), 'unit:1'),
    );
    expect([local(clocks['unit:1']?.dueAt), local(clocks.tier?.dueAt)]).toEqual(['11-22 09:12', '11-21 09:12']);
    expect(clocks.resolution?.extensions).toBe(0);
  });
});

describe('a reclassification', () => {
  it('reckons from the start with the new limit, pauses and extensions kept', () => {
    const ledger = [
      on.start('11-16 09:12', 'resolution', DAYS_5),
      on.pause('11-17 09:00'),
      on.resume('11-18 09:00'),
      on.extend('11-18 10:00', limit(1, 'workingDays')),
      on.reclassify('11-18 11:00', WORKING_5),
    ];
    const { resolution } = read(...ledger);
    expect(resolution).toMatchObject({ dueAt: at('11-25 17:30'), firstDueAt: at('11-21 09:12'), extensions: 1, run: 1 });
  });

  it('of a stopped clock waits until the stop is taken back', () => {
    const ledger = [
      on.start('11-16 09:12', 'resolution', DAYS_5),
      on.stop('11-17 09:12', 'resolution'),
      on.reclassify('11-18 11:00', WORKING_5),
    ];
    expect(due('resolution', ...ledger)).toBe('11-21 09:12');
    expect(due('resolution', ...ledger, on.reopen('11-18 12:00', 'resolution'))).toBe('11-23 17:30');
  });
});

describe('a hand-over', () => {
  const clocks = read(
    on.start('11-16 09:12', 'resolution', DAYS_5),
    on.start('11-16 09:12', 'tier', DAYS_5),
    on.start('11-17 09:12', 'unit:1', DAYS_5),
    on.extend('11-17 09:12', limit(1, 'calendarDays')),
    on.stop('11-18 09:00', 'resolution'),
    on.handOver('11-19 10:00', WORKING_5, 2),
  );

  it("moves the resident's deadline to itself plus the limit and keeps the first promise", () => {
    const kept = { startedAt: at('11-16 09:12'), firstDueAt: at('11-21 09:12') };
    const anew = { dueAt: at('11-26 17:30'), state: 'running', stoppedAt: null, run: 2, extensions: 0 };
    expect(clocks.resolution).toMatchObject({ ...kept, ...anew });
  });

  it("starts the tier's clock anew for its new holder", () => {
    const anew = { startedAt: at('11-19 10:00'), firstDueAt: at('11-26 17:30'), run: 2, holder: TOWN };
    expect(clocks.tier).toMatchObject(anew);
  });

  it('stops open parts', () => {
    expect(clocks['unit:1']).toMatchObject({ state: 'stopped', stoppedAt: at('11-19 10:00') });
  });

  it('during a pause begins standing, and the time since does not run', () => {
    const ledger = [
      on.start('11-16 09:12', 'resolution', DAYS_5),
      on.pause('11-17 10:00'),
      on.handOver('11-18 10:00', limit(24, 'hours')),
    ];
    expect(read(...ledger).resolution?.state).toBe('paused');
    expect(due('resolution', ...ledger, on.resume('11-18 12:00'))).toBe('11-19 12:00');
  });
});

describe('another holder within a path', () => {
  const begun = [on.start('11-16 09:12', 'resolution', DAYS_5), on.start('11-16 09:12', 'tier', DAYS_5)];

  it('gets the limit given', () => {
    const { tier, resolution } = read(...begun, on.holder('11-17 10:00', limit(24, 'hours')));
    expect(tier).toMatchObject({ dueAt: at('11-18 10:00'), firstDueAt: at('11-18 10:00'), holder: TOWN, run: 2 });
    expect(resolution).toMatchObject({ dueAt: at('11-21 09:12'), run: 1 });
  });

  it('gets what is left where none is given, with marks of its own run', () => {
    const { tier } = read(...begun, on.holder('11-17 09:12'));
    expect(tier).toMatchObject({ startedAt: at('11-17 09:12'), dueAt: at('11-21 09:12'), run: 2 });
    expect(local(tier?.marks.half)).toBe('11-19 09:12');
  });
});

describe('a stop', () => {
  it('of response and call-back leave each other alone', () => {
    const clocks = read(
      on.start('11-16 09:00', 'response', limit(24, 'hours')),
      on.start('11-16 09:00', 'callBack', limit(30, 'minutes')),
      on.stop('11-16 09:10', 'callBack'),
      on.stop('11-16 09:20', 'callBack'),
    );
    expect(clocks.response?.state).toBe('running');
    expect(clocks.callBack?.stoppedAt).toBe(at('11-16 09:10'));
  });

  it('taken back lets the clock go on as if it had never stopped', () => {
    const begun = [on.start('11-16 09:12', 'resolution', DAYS_5)];
    const since = [on.pause('11-18 09:00'), on.resume('11-19 09:00')];
    const stopped = [...begun, on.stop('11-17 09:00', 'resolution'), ...since];
    expect(due('resolution', ...stopped)).toBe('11-21 09:12');
    expect(due('resolution', ...stopped, on.reopen('11-19 10:00', 'resolution'))).toBe(due('resolution', ...begun, ...since));
  });

  it.each([DAYS_5, WORKING_5, limit(35, 'workingHours')])('while it stands is in time, and taken back keeps the whole pause: %j', (of) => {
    const begun = [on.start('11-16 09:12', 'resolution', of), on.pause('11-18 10:00')];
    const stopped = read(...begun, on.stop('12-02 11:00', 'resolution')).resolution!;
    expect(isLate(stopped, at('12-31 00:00'))).toBe(false);
    const resumed = on.resume('12-03 10:00');
    const reopened = due('resolution', ...begun, on.stop('12-02 11:00', 'resolution'), on.reopen('12-02 12:00', 'resolution'), resumed);
    expect(reopened).toBe(due('resolution', ...begun, resumed));
  });
});

describe('the start of a clock', () => {
  it("never restarts the resident's, and counts the runs of others", () => {
    const clocks = read(
      on.start('11-16 09:12', 'resolution', DAYS_5),
      on.start('11-16 09:12', 'unit:1', DAYS_5),
      on.start('11-18 09:12', 'resolution', DAYS_5),
      on.start('11-18 09:12', 'unit:1', DAYS_5),
    );
    expect(clocks.resolution).toMatchObject({ startedAt: at('11-16 09:12'), run: 1 });
    expect(clocks['unit:1']).toMatchObject({ startedAt: at('11-18 09:12'), run: 2 });
  });

  it('is needed: what names a clock that never started changes nothing', () => {
    const strangers = [on.stop('11-16 09:00', 'response'), on.reopen('11-16 09:00', 'unit:9'), on.extend('11-16 09:00', DAYS_5)];
    expect(reckon([...strangers, on.holder('11-16 09:00'), on.resume('11-16 09:00')], null).clocks).toEqual({});
    expect(reckon([], null)).toEqual({ clocks: {}, paused: null, waitedForResidentMs: 0, suspendedMs: 0 });
  });
});

describe('a deadline over dates that the calendar lacks', () => {
  it('is provisional until the year is loaded', () => {
    const ledger = [on.start('12-28 09:00', 'resolution', limit(10, 'workingDays'))];
    expect(reckon(ledger, CALENDAR).clocks.resolution?.provisional).toBe(true);
    expect(reckon(ledger, { ...CALENDAR, years: [2026, 2027] }).clocks.resolution?.provisional).toBe(false);
  });
});

describe('the marks of a clock', () => {
  it('fall at shares of the time by the clock', () => {
    const { marks } = read(on.start('11-16 09:00', 'resolution', limit(100, 'hours'))).resolution!;
    expect([marks.half, marks.yellow, marks.red].map(local)).toEqual(['11-18 11:00', '11-19 17:00', '11-20 13:00']);
  });

  it('take their shares from the policy', () => {
    const ledger = [on.start('11-16 09:00', 'resolution', limit(100, 'hours'))];
    const { marks } = reckon(ledger, null, undefined, { half: 0.25, yellow: 0.75 }).clocks.resolution!;
    expect([marks.half, marks.yellow].map(local)).toEqual(['11-17 10:00', '11-19 12:00']);
  });

  it('fall into working time for working limits', () => {
    // Six days of seven hours: 21 of them end on Wednesday, 33.6 on Friday afternoon.
    const { marks } = read(on.start('11-16 08:00', 'resolution', WORKING_5)).resolution!;
    expect([marks.half, marks.yellow].map(local)).toEqual(['11-18 17:30', '11-20 16:06']);
  });

  it('leave out the time in which it stood', () => {
    const ledger = [on.start('11-16 09:00', 'resolution', limit(100, 'hours')), on.pause('11-17 09:00'), on.resume('11-18 09:00')];
    const { marks } = read(...ledger).resolution!;
    expect([marks.half, marks.yellow, marks.red].map(local)).toEqual(['11-19 11:00', '11-20 17:00', '11-21 13:00']);
  });

  it('come earliest first, of running clocks, and only red of the short ones', () => {
    const reckoning = reckon(
      [
        on.start('11-16 09:00', 'resolution', limit(100, 'hours')),
        on.start('11-16 09:00', 'response', limit(24, 'hours')),
        on.start('11-16 09:00', 'unit:1', limit(1, 'hours')),
        on.stop('11-16 09:30', 'unit:1'),
      ],
      null,
    );
    expect(dueOrder(reckoning).map(({ clock, mark }) => `${clock} ${mark}`)).toEqual([
      'response red',
      ...['resolution half', 'resolution yellow', 'resolution red'],
    ]);
  });
});

describe('lateness', () => {
  const ledger = [on.start('11-16 09:00', 'resolution', limit(24, 'hours')), on.extend('11-16 10:00', limit(24, 'hours'))];

  it('is what has passed after the deadline, until the stop', () => {
    const running = read(...ledger).resolution!;
    expect([isLate(running, at('11-18 09:00')), lateMs(running, at('11-18 10:00'))]).toEqual([false, 3_600_000]);
    const stopped = read(...ledger, on.stop('11-18 08:00', 'resolution')).resolution!;
    expect(isLate(stopped, at('12-18 09:00'))).toBe(false);
  });

  it('against the first promise is counted whatever has moved the deadline', () => {
    const stopped = read(...ledger, on.stop('11-18 08:00', 'resolution')).resolution!;
    expect(lateAgainstFirstPromise(stopped, at('11-18 08:00'))).toBe(true);
    expect(lateAgainstFirstPromise(read(...ledger).resolution!, at('11-17 09:00'))).toBe(false);
  });
});

it('needs a calendar for working limits', () => {
  expect(() => reckon([on.start('11-16 09:00', 'resolution', WORKING_5)], null)).toThrow(RangeError);
  expect(() => addLimit(limit(-1, 'hours'), at('11-16 09:00'), null)).toThrow(RangeError);
});
