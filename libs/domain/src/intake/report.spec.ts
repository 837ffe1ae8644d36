import * as fc from 'fast-check';
import {
  checkIdempotencyKey,
  checkReason,
  checkReport,
  checkTime,
  firstControlCharacter,
  withoutControlCharacters,
} from './index.js';

describe('checking a report', () => {
  it('trims padding, evens line ends and keeps the words', () => {
    expect(
      checkReport({ title: '　路灯\n不亮 ', text: '\n\t\t\t\n\t\t 东街路灯不亮  \r\n\r\n请修。\u3000\n' }),
    ).toEqual({
      ok: true,
      report: { title: '路灯 不亮', text: '东街路灯不亮\n\n请修。', furtherText: [] },
    });
  });

  it('has no title rather than an empty one, and drops empty further parts', () => {
    expect(checkReport({ title: ' ', text: '甲', furtherText: ['乙', ' \n'] })).toEqual({
      ok: true,
      report: { title: null, text: '甲', furtherText: ['乙'] },
    });
    expect(checkReport({ title: null, text: '甲', furtherText: null })).toMatchObject({ ok: true });
  });

  it.each([
    ['', 'TEXT_REQUIRED'],
    [' \n\t\u3000\uFEFF', 'TEXT_REQUIRED'],
    ['字'.repeat(4000), 'ok'],
    [`  ${'字'.repeat(4000)}\n`, 'ok'],
    ['字'.repeat(4001), 'TEXT_TOO_LONG'],
    ['😀'.repeat(4000), 'ok'],
    ['𠮷'.repeat(4001), 'TEXT_TOO_LONG'],
    ['a\u0000b', 'TEXT_CONTROL_CHARACTERS'],
    ['a\u007fb', 'TEXT_CONTROL_CHARACTERS'],
    ['a\u0085b', 'TEXT_CONTROL_CHARACTERS'],
    ['a\ud800b', 'TEXT_CONTROL_CHARACTERS'],
    ['a\tb\r\nc', 'ok'],
  ])('a text of that kind (%#) gives %s', (text, expected) => {
    const checked = checkReport({ text });
    expect(checked.ok ? 'ok' : checked.code).toBe(expected);
  });

  it('says how long, in which field and where', () => {
    expect(checkReport({ text: '好', title: '长'.repeat(201) })).toEqual({
      ok: false,
      code: 'TEXT_TOO_LONG',
      details: { field: 'title', limit: 200, actual: 201 },
    });
    expect(checkReport({ text: '好', furtherText: ['一', '😀二\u0007'] })).toEqual({
      ok: false,
      code: 'TEXT_CONTROL_CHARACTERS',
      details: { field: 'furtherText[1]', position: 3 },
    });
  });

  it('accepts again what it once accepted, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = checkReport({ text });
        if (once.ok) expect(checkReport(once.report)).toEqual(once);
      }),
    );
  });

  it('finds no control character in what was cleaned of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (units) => {
        expect(firstControlCharacter(withoutControlCharacters(String.fromCharCode(...units)))).toBeNull();
      }),
    );
  });
});

describe('checking what comes with a report', () => {
  it.each([
    ['a', true],
    ['hotline:2026/11-23#7', true],
    ['x'.repeat(128), true],
    ['', false],
    ['x'.repeat(129), false],
    ['with space', false],
    ['键', false],
    ['a\n', false],
  ])('the key %j is good: %s', (key, good) => {
    expect(checkIdempotencyKey(key).ok).toBe(good);
  });

  it('takes times of the past in any zone and gives them in UTC', () => {
    const now = Date.parse('2026-11-23T08:00:00Z');
    expect(checkTime('reportedAt', '2026-11-23T15:59:00+08:00', now)).toEqual({
      ok: true,
      at: '2026-11-23T07:59:00.000Z',
    });
    expect(checkTime('reportedAt', now + 60_000, now).ok).toBe(true);
    for (const value of ['2026-11-24T08:00:00Z', 'gestern', '0019-01-01T00:00:00Z', NaN]) {
      expect(checkTime('reportedAt', value, now)).toMatchObject({
        code: 'TIME_INVALID',
        details: { field: 'reportedAt' },
      });
    }
  });

  it('wants a reason where one is due', () => {
    expect(checkReason('reason', ' 已解决 ')).toEqual({ ok: true, text: '已解决' });
    expect(checkReason('reason', ' ')).toMatchObject({ ok: false, code: 'INPUT_INVALID' });
  });
});
