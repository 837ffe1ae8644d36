import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWorkingDay } from '@yiwang/domain/calendar';
import { CHECKOUT } from '../infrastructure/folders.js';
import { calendarText, nationalCalendar, readPackage, type Arrangement } from './national.js';

const packaged = readPackage();

describe('the national calendar', () => {
  const calendar = nationalCalendar(packaged, [2025, 2026]);
  const daysOf = (year: number, kind: string): string[] =>
    Object.keys(calendar.days).filter((date) => date.startsWith(`${year}`) && calendar.days[date] === kind);

  it('has the make-up days that were announced', () => {
    expect(daysOf(2025, 'work')).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
    expect(daysOf(2026, 'work')).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  it('has the holidays that were announced', () => {
    expect([daysOf(2025, 'off').length, daysOf(2026, 'off').length]).toEqual([28, 33]);
    expect(isWorkingDay({ ...calendar, version: 1 }, '2026-02-23')).toBe(false);
  });

  it('is what is committed', async () => {
    const committed = await readFile(join(CHECKOUT, 'deploy', 'calendar', 'cn-2025-2026.json'), 'utf8');
    expect(committed).toBe(calendarText(calendar));
    expect(JSON.parse(committed)).toEqual(calendar);
  });

  it('refuses a year that the package has no data for, or not all of it', () => {
    expect(() => nationalCalendar(packaged, [2026, 2027])).toThrow('no data for 2027');
    const arrangement: Arrangement = { holidays: { '2027-01-01': 'New Year' }, workdays: {} };
    expect(() => nationalCalendar({ arrangement, version: '9' }, [2027])).toThrow('no data for 2027');
  });
});
