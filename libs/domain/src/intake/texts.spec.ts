import * as fc from 'fast-check';
import { canonicalForm, codePoints, contentSignature, splitLongText } from './index.js';

describe('the signature of a content', () => {
  it('sees through spacing, punctuation and padding', () => {
    const signature = contentSignature('东街3号，路灯不亮！');
    expect(signature).toBe('东街3号路灯不亮');
    expect(contentSignature('\n\t东街 3 号路灯\u3000不亮。。')).toBe(signature);
    expect(contentSignature('东街3号', '，路灯不亮')).toBe(signature);
    expect(contentSignature('东街4号，路灯不亮！')).not.toBe(signature);
    expect(contentSignature('！？')).toBe('');
  });
});

describe('the canonical form of an input', () => {
  it('does not depend on the order of fields, nor on null or absence', () => {
    const form = canonicalForm({ b: [1, { y: 2, x: '甲' }], a: 'q', c: null, d: undefined });
    expect(form).toBe('{"a":"q","b":[1,{"x":"甲","y":2}]}');
    expect(canonicalForm({ a: 'q', b: [1, { x: '甲', y: 2 }] })).toBe(form);
  });

  it('tells different contents apart', () => {
    expect(canonicalForm({ a: ['b', 'c'] })).not.toBe(canonicalForm({ a: ['c', 'b'] }));
    expect(canonicalForm({ a: '1' })).not.toBe(canonicalForm({ a: 1 }));
    expect(canonicalForm({ a: 'b","c":"d' })).not.toBe(canonicalForm({ a: 'b', c: 'd' }));
    expect(canonicalForm({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('says of plain JSON what JSON says', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        expect(JSON.parse(canonicalForm(value))).toEqual({ ...value });
      }),
    );
  });
});

describe('splitting a long text', () => {
  it('leaves a text that fits in one part', () => {
    expect(splitLongText('短')).toEqual(['短']);
    expect(splitLongText('')).toEqual(['']);
    expect(splitLongText('😀'.repeat(4000))).toHaveLength(1);
  });

  it('prefers a paragraph end, then a sentence end, then a comma', () => {
    expect(splitLongText('一二三。四五\n六七八九十', 8)).toEqual(['一二三。四五\n', '六七八九十']);
    expect(splitLongText('一二三四。”五六七八九十', 8)).toEqual(['一二三四。”', '五六七八九十']);
    expect(splitLongText('一二三四，五六七八九十', 8)).toEqual(['一二三四，', '五六七八九十']);
    expect(splitLongText('一二三四五六七八九十', 8)).toEqual(['一二三四五六七八', '九十']);
  });

  it('does not make a stump for the sake of an early break', () => {
    expect(splitLongText('一。二三四五六七八九十', 8)[0]).toBe('一。二三四五六七');
  });

  it('loses nothing, cuts no character in two and keeps every part within the limit', () => {
    const piece = fc.oneof(
      fc.constantFrom('。', '，', '\n', '\n\n', '😀', '𠮷', ' ', '！”'),
      fc.string({ maxLength: 9 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (pieces, limit) => {
        const text = pieces.join('');
        const parts = splitLongText(text, limit);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(codePoints(part)).toBeLessThanOrEqual(limit);
          expect(part).not.toMatch(/^[\udc00-\udfff]/);
        }
      }),
    );
  });
});
