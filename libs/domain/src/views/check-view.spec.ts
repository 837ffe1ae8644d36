import { checkView } from './index.js';

const VIEW = { page: 'my-work', name: '我的红牌', query: 'card=red&sort=due' };

describe('a search to be kept', () => {
  it('is taken with its name on one line and its query without the question mark', () => {
    expect(checkView({ ...VIEW, name: ' 我的\n红牌 ', query: '?card=red' })).toEqual({
      ok: true,
      view: { page: 'my-work', name: '我的 红牌', query: 'card=red' },
    });
    expect(checkView({ ...VIEW, query: '' })).toMatchObject({ ok: true, view: { query: '' } });
  });

  it.each([
    ['another page’s name', { page: 'My work' }, 'INPUT_INVALID', 'page'],
    ['a page’s name without end', { page: 'x'.repeat(61) }, 'INPUT_INVALID', 'page'],
    ['no name', { name: ' ' }, 'INPUT_INVALID', 'name'],
    ['41 characters of name', { name: '红'.repeat(41) }, 'TEXT_TOO_LONG', 'name'],
    ['1,001 characters of query', { query: 'q'.repeat(1_001) }, 'TEXT_TOO_LONG', 'query'],
    ['a control character', { query: 'a\u0000b' }, 'TEXT_CONTROL_CHARACTERS', 'query'],
  ])('is refused with %s', (_, wrong, code, field) => {
    expect(checkView({ ...VIEW, ...wrong })).toMatchObject({ ok: false, code, details: { field } });
  });
});
