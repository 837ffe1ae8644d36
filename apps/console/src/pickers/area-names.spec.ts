import { labelled, matching } from './area-names.js';

const ENTRIES = [
  { code: '990121', name: '安宁县', aliases: [] },
  { code: '990121101', name: '河口镇', aliases: ['河口'] },
  { code: '990121101201', name: '上河村', aliases: ['老庄'] },
  { code: '990121101201001', name: '河东网格', aliases: [] },
];

describe('areas to choose', () => {
  it('are found by a part of the name, those that begin with it first and the wider before the narrower', () => {
    expect(matching(ENTRIES, '河').map(({ name }) => name)).toEqual(['河口镇', '河东网格', '上河村']);
  });

  it('are found by a name that people use, and by the beginning of the code', () => {
    expect(matching(ENTRIES, '老庄').map(({ name }) => name)).toEqual(['上河村']);
    expect(matching(ENTRIES, '990121101201').map(({ name }) => name)).toEqual(['上河村', '河东网格']);
  });

  it('are read with what they lie in', () => {
    expect(labelled(ENTRIES, matching(ENTRIES, '上河'))).toEqual([{ value: '990121101201', label: '上河村 · 河口镇' }]);
    expect(labelled(ENTRIES, ENTRIES.slice(0, 1))).toEqual([{ value: '990121', label: '安宁县' }]);
  });
});
