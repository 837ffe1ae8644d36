import * as fc from 'fast-check';
import { explainLikeness, LIKENESSES, likenessesOf, neighbourhoodOf, type Reported } from './index.js';

const [COUNTY, TOWN, VILLAGE, GRID] = ['990121', '990121101', '990121101201', '990121101201001'] as const;
const reported = (over: Partial<Reported> = {}): Reported => ({
  ...{ areaCode: GRID, categoryCode: null, qrPointCode: null, placeText: null, text: '北门社区一号楼前面的路灯不亮' },
  ...over,
});

describe('the same event reported again', () => {
  it.each([
    [GRID, VILLAGE, false],
    [VILLAGE, TOWN, false],
    [TOWN, TOWN, false],
    [COUNTY, COUNTY, true],
  ])('is looked for around %s in %s', (areaCode, around, exact) => {
    expect(neighbourhoodOf(areaCode)).toEqual({ areaCode: around, exact });
  });

  it('is known by its code, its place, its words or its category, the surest first', () => {
    const one = reported({ categoryCode: '0603', qrPointCode: 'QR-1', placeText: '一号楼' });
    expect(likenessesOf(one, { ...one })).toEqual([...LIKENESSES]);
    expect(likenessesOf(one, { ...one, text: '楼道里堆了很多杂物没有人管', placeText: '一 号楼。' })).toEqual(['samePoint', 'samePlace', 'sameCategory']);
    expect(likenessesOf(one, reported({ text: '楼道里堆了很多杂物没有人管' }))).toEqual([]);
  });

  it('is known by words that were set or begun otherwise', () => {
    expect(likenessesOf(reported(), reported({ text: '你好，北门社区，一号楼前面的路灯不亮！' }))).toEqual(['sameWords']);
    expect(likenessesOf(reported({ text: '路灯坏了' }), reported({ text: '路灯坏了' }))).toEqual([]);
  });

  it('does not take what is missing on both sides for the same', () => {
    const text = (words: string) => reported({ text: words, placeText: ' ', categoryCode: '', qrPointCode: '' });
    expect(likenessesOf(text('甲乙丙丁戊己庚辛壬癸'), text('子丑寅卯辰巳午未申酉'))).toEqual([]);
  });

  it('lies in the neighbourhood', () => {
    const one = reported({ categoryCode: '0603' });
    expect(likenessesOf(one, { ...one, areaCode: `${VILLAGE}002` })).toContain('sameCategory');
    expect(likenessesOf(one, { ...one, areaCode: '990121101202001' })).toEqual([]);
    expect(likenessesOf({ ...one, areaCode: COUNTY }, one)).toEqual([]);
  });

  it('is as like the one as the other is like it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(likenessesOf(reported({ text: a }), reported({ text: b }))).toEqual(likenessesOf(reported({ text: b }), reported({ text: a })));
      }),
    );
  });

  it('is said in both languages', () => {
    expect(explainLikeness(['samePoint', 'sameCategory'])).toEqual({ zh: '扫的是同一个码、同一类事项', en: 'the same QR point, the same category' });
  });
});
