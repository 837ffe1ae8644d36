import { mergePage, type Listed } from './merge-page.js';

const of = (letters: string) => [...letters].map((id) => ({ id }));
const list = (letters: string, hasMore = true): Listed<{ id: string }> => ({ items: of(letters), hasMore });
const said = ({ items, hasMore }: Listed<{ id: string }>): string => items.map(({ id }) => id).join('') + (hasMore ? '…' : '');

describe('a page of a list that is asked for again', () => {
  it.each([
    ['the first page of an empty list', list(''), { after: null, size: 3, items: of('abc') }, 'abc…'],
    ['the next page', list('abc'), { after: 'c', size: 3, items: of('def') }, 'abcdef…'],
    ['the last page, which is not full', list('abc'), { after: 'c', size: 3, items: of('d') }, 'abcd'],
    ['what is gone from the first page', list('abcdef'), { after: null, size: 3, items: of('acd') }, 'acdef…'],
    ['what is new in the first page', list('abcdef', false), { after: null, size: 3, items: of('axb') }, 'axbcdef'],
    ['a page of new things only', list('abc'), { after: null, size: 3, items: of('xyz') }, 'xyz…'],
    ['a list that has become shorter', list('abcdef'), { after: null, size: 3, items: of('b') }, 'b'],
    ['a stretch in the middle', list('abcdefgh', false), { after: 'b', size: 3, items: of('cef') }, 'abcefgh'],
    ['what moved from before into the stretch', list('abcdef', false), { after: 'b', size: 2, items: of('ca') }, 'bcadef'],
  ])('%s', (_what, before, page, after) => {
    expect(said(mergePage(before, page))).toBe(after);
  });

  it('never holds anything twice', () => {
    const { items } = mergePage(list('abcdef'), { after: 'c', size: 3, items: of('afb') });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });
});
