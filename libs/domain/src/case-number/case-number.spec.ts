import * as fc from 'fast-check';
import {
  formatCaseNumber,
  localDay,
  parseCaseNumber,
  parsePickupCode,
  PICKUP_ALPHABET,
  PICKUP_RANDOM_BYTES,
  pickupCode,
} from './index.js';

describe('case numbers', () => {
  it('are the county, the day in China and a sequence of six digits or more', () => {
    const day = localDay(Date.parse('2026-11-23T16:00:00Z'));
    expect(day).toBe('20261124');
    expect(formatCaseNumber({ countyCode: '990121', day, sequence: 7 })).toBe('990121-20261124-000007');
    expect(formatCaseNumber({ countyCode: '990121', day, sequence: 1234567 })).toBe('990121-20261124-1234567');
  });

  it('come back from their text as they went in', () => {
    const parts = fc.record({
      countyCode: fc.stringMatching(/^[0-9]{6}$/),
      day: fc.integer({ min: 0, max: 4e12 }).map(localDay),
      sequence: fc.integer({ min: 1, max: 1e9 }),
    });
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseCaseNumber(` ${formatCaseNumber(given)} `)).toEqual({ ok: true, ...given });
      }),
    );
  });

  it.each([
    '',
    '990121',
    '990121-20261124-00007',
    '990121-20261124-000000',
    '990121-20261324-000001',
    '990121-20260230-000001',
    '990121-20261124-0000001',
    '990121-20261124-000001/villageDirect/1',
    '９９０１２１-20261124-000001',
  ])('refuse %j', (value) => {
    expect(parseCaseNumber(value)).toEqual({ ok: false, code: 'CASE_NOT_FOUND', details: { value } });
  });
});

describe('pickup codes', () => {
  const bytes = fc.uint8Array({ minLength: PICKUP_RANDOM_BYTES, maxLength: 32 });

  it('hold nothing that is mistaken for something else', () => {
    expect(PICKUP_ALPHABET).not.toMatch(/[0ODQ1IL2Z5S8BUV]/);
    expect(new Set(PICKUP_ALPHABET).size).toBe(PICKUP_ALPHABET.length);
  });

  it('have the length asked for, follow from the bytes alone and can be read back', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(6 as const, 7 as const, 8 as const), (random, length) => {
        const code = pickupCode(random, length);
        expect(code).toHaveLength(length);
        expect(pickupCode(random, length)).toBe(code);
        expect(parsePickupCode(` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)}`)).toEqual({
          ok: true,
          pickupCode: code,
        });
      }),
    );
  });

  it.each(['', 'ACE', 'ACE0FG', 'ACEFGHJKM', '一二三四五六'])('refuse %j', (value) => {
    expect(parsePickupCode(value)).toEqual({ ok: false, code: 'PICKUP_CODE_WRONG', details: {} });
  });

  it('ask for enough randomness', () => {
    expect(() => pickupCode(new Uint8Array(15))).toThrow(RangeError);
  });
});
