import { Injectable } from '@nestjs/common';
import { AppError } from '@yiwang/platform/errors';
import type { Caller } from '@yiwang/platform/auth';
import { Between, DataSource, In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { dateOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { pageSize } from '../paging.js';
import { DutyMonthEntity, DutyShiftEntity, DutySwapEntity } from './duty.entities.js';
import { MOST_DAYS, type DutyNow, type DutyRota, type DutySwapFilter } from './duty.types.js';

const DAY_MS = 86_400_000;

/** Reads of who is on duty; open to the public, who ask those who are. */
@Injectable()
export class DutyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** Who answers now and who next. @throws AppError AREA_UNKNOWN */
  async now(county: string): Promise<DutyNow> {
    const countyCode = countyCodeOf(county);
    const [shifts, at] = [this.dataSource.manager.getRepository(DutyShiftEntity), this.today.now()];
    const [now, next] = await Promise.all([
      shifts.findOneBy({ countyCode, startsAt: LessThanOrEqual(at), endsAt: MoreThan(at), unitCode: Not(IsNull()) }),
      shifts.findOne({ where: { countyCode, startsAt: MoreThan(at), unitCode: Not(IsNull()) }, order: { startsAt: 'ASC' } }),
    ]);
    return { now, next };
  }

  /** Days from and until, both with, 92 at most. @throws AppError AREA_UNKNOWN, TIME_INVALID, INPUT_INVALID */
  async rota(county: string, fromGiven: string, untilGiven: string): Promise<DutyRota> {
    const countyCode = countyCodeOf(county);
    const [from, until] = [dateOf('from', fromGiven), dateOf('until', untilGiven)];
    const days = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1;
    if (days < 1 || days > MOST_DAYS) throw new AppError('INPUT_INVALID', { field: 'until', value: until, expected: `1–${MOST_DAYS} 天 / days` });
    const { manager } = this.dataSource;
    const months = monthsBetween(from, until);
    const [shifts, planned] = await Promise.all([
      manager.find(DutyShiftEntity, { where: { countyCode, date: Between(from, until) }, order: { date: 'ASC' } }),
      manager.findBy(DutyMonthEntity, { countyCode, month: In(months) }),
    ]);
    return {
      shifts,
      gaps: shifts.filter(({ unitCode }) => unitCode === null).map(({ date }) => date),
      unplannedMonths: months.filter((month) => !planned.some((one) => one.month === month)),
    };
  }

  async shiftsByIds(ids: readonly string[]): Promise<Map<string, DutyShiftEntity>> {
    const found = await this.dataSource.manager.findBy(DutyShiftEntity, { id: In([...ids]) });
    return new Map(found.map((shift) => [shift.id, shift]));
  }

  /** The latest first; `after` is a swap's id. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, INPUT_INVALID */
  async swaps(filter: DutySwapFilter, first: number, after: string | null, caller: Caller): Promise<DutySwapEntity[]> {
    const countyCode = countyCodeOf(filter.countyCode, 'filter.countyCode');
    await this.jurisdiction.insistOnCounty(caller, 'filter.countyCode', countyCode);
    const list = this.dataSource.manager.createQueryBuilder(DutySwapEntity, 'swap').where('swap.countyCode = :countyCode', { countyCode });
    list.orderBy('swap.askedAt', 'DESC').addOrderBy('swap.id', 'DESC').limit(pageSize(first));
    if (filter.unitCode != null) list.andWhere('(swap.askingUnit = :unit or swap.askedUnit = :unit)', { unit: filter.unitCode });
    if (filter.state) list.andWhere('swap.state = :state', { state: filter.state });
    if (after) list.andWhere('(swap.askedAt, swap.id) < (select asked_at, id from duty_swap where id::text = :after)', { after });
    return list.getMany();
  }
}

function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (; month.toISOString().slice(0, 7) <= until.slice(0, 7); month.setUTCMonth(month.getUTCMonth() + 1)) months.push(month.toISOString().slice(0, 7));
  return months;
}
