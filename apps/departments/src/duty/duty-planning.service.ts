import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { CasesGraph } from '../access/cases-graph.js';
import { COUNTY_OFFICE, Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { idOf, lineOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { UnitsService } from '../units/units.service.js';
import type { UnitEntity } from '../units/unit.entity.js';
import { takesTasks } from '../units/unit.rules.js';
import { DutyMonthEntity, DutyShiftEntity } from './duty.entities.js';
import type { AssignDutyShiftInput, PlanDutyInput } from './duty.types.js';
import { USUAL_HOURS, areHours, isMonth, planMonth, type DutyHours, type PlannedShift } from './plan-month.js';

const MOST_UNITS = 100;

/** Days to come that only followed the turn are dealt out anew; whoever has swapped or was assigned keeps the day. */
const CLEAR = `
delete from duty_shift s
 where s.county_code = $1 and to_char(s.date, 'YYYY-MM') = $2 and s.date > $3::date and s.origin in ('turn', 'closed')
   and not exists (select from duty_swap w where s.id in (w.shift_id, w.with_shift_id))`;

const ADD = `
insert into duty_shift (county_code, date, starts_at, ends_at, unit_code, origin, provisional)
select $1, date, "startsAt", "endsAt", "unitCode", 'turn', provisional
  from json_to_recordset($2)
    as s (date date, "startsAt" timestamptz, "endsAt" timestamptz, "unitCode" text, provisional boolean)
on conflict (county_code, date) do nothing`;

const LAST = `
select unit_code as unit from duty_shift
 where county_code = $1 and date < $2::date and unit_code is not null and origin = 'turn' order by date desc limit 1`;

/** The county's office plans months and fills gaps. */
@Injectable()
export class DutyPlanningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly units: UnitsService,
    private readonly cases: CasesGraph,
    private readonly today: Today,
  ) {}

  /** A month by the county's working calendar. @throws AppError AREA_OUTSIDE_JURISDICTION, INPUT_INVALID, UNIT_UNKNOWN, UNIT_CLOSED, SERVICE_UNAVAILABLE while the calendar is away */
  plan(input: PlanDutyInput, caller: Caller): Promise<{ countyCode: string; month: string }> {
    const operation = { operation: 'planDuty', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const countyCode = countyCodeOf(input.countyCode);
      const positions = await this.jurisdiction.insistOn(caller, COUNTY_OFFICE, 'countyCode', countyCode);
      const month = this.monthOf(input.month);
      const hours = hoursOf(input);
      const units = await this.unitsOf(input, countyCode, month);
      const calendar = await this.cases.calendarOf(countyCode, caller);
      const target = { type: 'dutyMonth', id: `${countyCode}/${month}`, countyCode };
      const details = { units: units.map(({ code }) => code), calendar: calendar.version };
      return this.unitOfWork.run({ ...operation, positions, target, details }, async (manager) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext('duty ' || $1))`, [countyCode]);
        const from = this.today.date() >= `${month}-01` ? this.today.date() : `${month}-01`;
        const isReplanned = await manager.existsBy(DutyMonthEntity, { countyCode, month });
        await manager.query(CLEAR, [countyCode, month, isReplanned ? this.today.date() : '1970-01-01']);
        const last = await this.lastUnit(manager, countyCode, from);
        const shifts = planMonth(month, calendar, hours, units, last).filter(({ date }) => date >= from);
        await manager.query(ADD, [countyCode, JSON.stringify(shifts satisfies PlannedShift[])]);
        const [fromTime, untilTime] = [hours.from, hours.until];
        await manager.save(DutyMonthEntity, {
          ...{ countyCode, month, fromTime, untilTime, calendarVersion: calendar.version },
          ...{ units: units.map(({ code }) => code), madeBy: caller.subject ?? '', madeAt: this.today.now() },
        });
        return { countyCode, month };
      });
    });
  }

  /** Gives one day to a unit, a gap's say. @throws AppError NOT_FOUND, AREA_OUTSIDE_JURISDICTION, DUTY_SHIFT_PAST, UNIT_UNKNOWN, UNIT_CLOSED */
  assign(input: AssignDutyShiftInput, caller: Caller): Promise<DutyShiftEntity> {
    const operation = { operation: 'assignDutyShift', caller, target: { type: 'dutyShift', id: input.shiftId } };
    return this.unitOfWork.attempt(operation, async () => {
      const id = idOf('shiftId', input.shiftId);
      const shift = await this.dataSource.manager.findOneBy(DutyShiftEntity, { id });
      if (!shift) throw new AppError('NOT_FOUND', { field: 'shiftId', value: input.shiftId });
      const positions = await this.jurisdiction.insistOn(caller, COUNTY_OFFICE, 'shiftId', shift.countyCode);
      if (shift.endsAt <= this.today.now()) throw new AppError('DUTY_SHIFT_PAST', { field: 'shiftId', value: shift.date });
      const unit = await this.units.insistOnOpen(input.unitCode, 'unitCode');
      this.insistOnDuty(unit, shift.countyCode, shift.date, 'unitCode');
      const reason = lineOf('reason', input.reason, 500);
      const audited = { ...operation, positions, details: { unit: unit.code, before: shift.unitCode, reason: reason.length } };
      return this.unitOfWork.run(audited, async (manager) => {
        await manager.update(DutyShiftEntity, { id }, { unitCode: unit.code, origin: 'assigned' });
        return manager.findOneByOrFail(DutyShiftEntity, { id });
      });
    });
  }

  private monthOf(month: string): string {
    const today = this.today.date();
    if (isMonth(month) && month >= today.slice(0, 7)) return month;
    throw new AppError('INPUT_INVALID', { field: 'month', value: month, expected: `YYYY-MM，≥ ${today.slice(0, 7)}` });
  }

  private async unitsOf({ units: given }: PlanDutyInput, countyCode: string, month: string): Promise<UnitEntity[]> {
    const codes = given ?? (await this.lastMonth(countyCode, month))?.units ?? [];
    if (codes.length === 0 || codes.length > MOST_UNITS || new Set(codes).size < codes.length) {
      throw new AppError('INPUT_INVALID', { field: 'units', expected: `1–${MOST_UNITS} 个不重复的单位 / units, each once` });
    }
    const found = await this.units.byCodes(codes);
    return codes.map((code) => {
      const unit = found.get(code);
      if (!unit) throw new AppError('UNIT_UNKNOWN', { field: 'units', value: code });
      this.insistOnDuty(unit, countyCode, `${month}-01`, 'units');
      return unit;
    });
  }

  /** Units of the county do its duty, while they are open. */
  private insistOnDuty(unit: UnitEntity, countyCode: string, date: string, field: string): void {
    if (!unit.areaCode.startsWith(countyCode)) throw new AppError('UNIT_UNKNOWN', { field, value: unit.code });
    if (!takesTasks(unit, date)) throw new AppError('UNIT_CLOSED', { field, value: unit.code, actual: unit.closedOn ?? '' });
  }

  private lastMonth(countyCode: string, month: string): Promise<DutyMonthEntity | null> {
    return this.dataSource.manager.findOne(DutyMonthEntity, { where: { countyCode, month: LessThan(month) }, order: { month: 'DESC' } });
  }

  private async lastUnit(manager: EntityManager, countyCode: string, from: string): Promise<string | null> {
    const [row] = await manager.query<{ unit: string }[]>(LAST, [countyCode, from]);
    return row?.unit ?? null;
  }
}

function hoursOf(input: PlanDutyInput): DutyHours {
  const hours = { from: input.from ?? USUAL_HOURS.from, until: input.until ?? USUAL_HOURS.until };
  if (areHours(hours)) return hours;
  throw new AppError('INPUT_INVALID', { field: 'until', value: `${hours.from}–${hours.until}`, expected: 'HH:MM–HH:MM' });
}
