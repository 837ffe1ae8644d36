import { filterOf, readAsked, spanOf } from './asked.js';

const read = (query: string) => readAsked(new URLSearchParams(query));

describe('what the address of the stuck list asks', () => {
  it('is the filter of the graph', () => {
    expect(filterOf(read('kind=overdue&kind=unclaimed&whose=people&area=990121101&unit=water&days=3'))).toEqual({
      ...{ kinds: ['overdue', 'unclaimed'], isMachine: false, areaCode: '990121101', unitCode: 'water', fromDays: 3 },
    });
    expect(filterOf(read(''))).toEqual({});
  });

  it('leaves nonsense out', () => expect(filterOf(read('kind=late&whose=me&area=here&days=-1&unit='))).toEqual({}));

  it.each([
    ['2026-06-10T08:00:30Z', 'now'],
    ['2026-06-10T07:20:00Z', 'm'],
    ['2026-06-10T05:00:00Z', 'h'],
    ['2026-06-08T08:00:00Z', 'd'],
    ['2026-06-08T05:00:00Z', 'dh'],
  ])('says a span since %s in its largest units', (since, key) => expect(spanOf(since, Date.parse('2026-06-10T08:01:00Z')).key).toBe(key));
});
