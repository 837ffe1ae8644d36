import { dateOf, hourOf, partOfDay } from './hours.js';

const at = (clock: string): number => Date.parse(`2026-11-26T${clock}:00+08:00`);

describe('the county’s clocks', () => {
  it('count in Asia/Shanghai wherever the phone thinks it is', () => {
    expect(hourOf('2026-11-25T16:05:00.000Z')).toBe('00:05');
    expect(dateOf(at('00:05'), 'zh')).toBe('11月26日星期四');
  });

  it.each([
    ['00:00', 'evening'],
    ['04:59', 'evening'],
    ['05:00', 'morning'],
    ['10:59', 'morning'],
    ['11:00', 'noon'],
    ['12:59', 'noon'],
    ['13:00', 'afternoon'],
    ['17:59', 'afternoon'],
    ['18:00', 'evening'],
    ['23:59', 'evening'],
  ])('say %s is %s', (clock, part) => {
    expect(partOfDay(at(clock))).toBe(part);
  });
});
