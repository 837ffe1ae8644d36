import { blanksOf, filledIn } from './template.js';

const ONE = {
  number: '990121-20261126-000001-1',
  area: { code: '990121101201', name: '上河村' },
  category: { code: 'roads', zh: '道路养护' },
  receivedAt: '2026-11-25T17:00:00.000Z',
  resolutionDueAt: '2026-12-01T09:00:00.000Z',
};

describe('a ready-made answer', () => {
  it('is filled in with what is known of the case, by the county’s day', () => {
    const text = '您于{{受理日期}}反映的{{ 事项类别 }}问题（{{案件编号}}）…{{办理结果}}';
    expect(filledIn(text, ONE, new Date('2026-11-26T00:00:00Z'))).toBe('您于2026年11月26日反映的道路养护问题（990121-20261126-000001-1）…{{办理结果}}');
  });

  it('says what only whoever answers can fill in', () => {
    expect(blanksOf('已{{办理结果}}，依据{{法律依据}}')).toEqual(['{{办理结果}}', '{{法律依据}}']);
    expect(blanksOf('已办妥。')).toEqual([]);
  });
});
