import { searchWords } from './index.js';

describe('the words that somebody looks for', () => {
  it.each([
    ['路灯', ['路灯']],
    ['  路灯　河滨路 路灯 ', ['路灯', '河滨路']],
    ['ＡＢ１２', ['AB12']],
    ['𠮷野', ['𠮷野']],
    [' \n ', []],
  ])('of %j', (given, words) => {
    expect(searchWords('filter.text', given)).toEqual({ ok: true, words });
  });

  it.each([
    ['灯', 'INPUT_INVALID'],
    ['路灯 坏', 'INPUT_INVALID'],
    ['一二 三四 五六 七八 九十 十一', 'INPUT_INVALID'],
    ['灯'.repeat(101), 'TEXT_TOO_LONG'],
    ['路\u0000灯', 'TEXT_CONTROL_CHARACTERS'],
  ])('refuse %j', (given, code) => {
    expect(searchWords('filter.text', given)).toMatchObject({ ok: false, code, details: { field: 'filter.text' } });
  });
});
