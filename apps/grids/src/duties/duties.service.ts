import { Injectable } from '@nestjs/common';
import { countyOf, levelOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { lockOpenArea } from '../areas/close-area.service.js';
import { Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';

/** What somebody does in a grid; one person may have several (一格多员、一员多用). */
export const DUTIES = ['lead', 'patrol', 'mediation', 'safety', 'environment', 'publicity', 'service'] as const;
export type DutyKind = (typeof DUTIES)[number];

export interface DutyRow {
  id: string;
  gridCode: string;
  subject: string;
  duty: DutyKind;
  from: string;
  to: string | null;
}

const COLUMNS = `id, grid_code as "gridCode", subject, duty, valid_from::text as "from", valid_to::text as "to"`;
const IN_FORCE = `valid_from <= $2 and (valid_to is null or valid_to > $2)`;
const APPOINTERS = ['villageSecretary', 'townCentre', 'countyCentre', 'administrator'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who does what in which grid, from when to when. Posts belong to identity; duties are what they mean on the spot. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** Duties in force on a day, by grid. */
  async ofGrids(codes: readonly string[], on: string): Promise<Map<string, DutyRow[]>> {
    const rows = await this.dataSource.query<DutyRow[]>(
      `select ${COLUMNS} from duty where grid_code = any($1) and ${IN_FORCE} order by grid_code, duty, valid_from, id`,
      [codes, on],
    );
    const byGrid = new Map<string, DutyRow[]>();
    for (const row of rows) byGrid.set(row.gridCode, [...(byGrid.get(row.gridCode) ?? []), row]);
    return byGrid;
  }

  /** A person's duties in force on a day. */
  ofPerson(subject: string, on: string): Promise<DutyRow[]> {
    return this.dataSource.query(`select ${COLUMNS} from duty where subject = $1 and ${IN_FORCE} order by grid_code, duty`, [
      subject,
      on,
    ]);
  }

  /** @throws AppError AREA_UNKNOWN, AREA_CLOSED, DUTY_OVERLAPS, INPUT_INVALID, TIME_INVALID, AREA_OUTSIDE_JURISDICTION */
  assign(
    caller: Caller,
    { gridCode, subject, duty, from, to }: { gridCode: string; subject: string; duty: DutyKind; from?: string | null; to?: string | null },
  ): Promise<DutyRow> {
    const target = { type: 'grid', id: gridCode, countyCode: countyOf(gridCode) ?? undefined };
    const operation = { operation: 'assignDuty', caller, target, details: { duty, subject } };
    return this.unitOfWork.attempt(operation, async () => {
      if (levelOf(gridCode) !== 'grid') throw new AppError('AREA_UNKNOWN', { field: 'gridCode', value: gridCode });
      await this.jurisdiction.insistOnRole(caller, 'gridCode', gridCode, APPOINTERS);
      if (!UUID.test(subject)) throw new AppError('INPUT_INVALID', { field: 'subject', expected: 'UUID' });
      const first = this.today.or('from', from);
      const end = to ? this.today.or('to', to) : null;
      if (end !== null && end <= first) {
        throw new AppError('INPUT_INVALID', { field: 'to', expected: `晚于 ${first} / after ${first}` });
      }
      return this.unitOfWork.run(operation, async (manager) => {
        await lockOpenArea(manager, 'gridCode', gridCode);
        const [same] = await manager.query<{ from: string }[]>(
          `select valid_from::text as "from" from duty where grid_code = $1 and subject = $2 and duty = $3
              and daterange(valid_from, valid_to) && daterange($4::date, $5::date)`,
          [gridCode, subject, duty, first, end],
        );
        if (same) throw new AppError('DUTY_OVERLAPS', { field: 'from', from: same.from });
        const [row] = await manager.query<DutyRow[]>(
          `insert into duty (grid_code, subject, duty, valid_from, valid_to) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
          [gridCode, subject, duty, first, end],
        );
        return row!;
      });
    });
  }

  /** The duty's last day is the one before. @throws AppError NOT_FOUND, DATE_IN_PAST, AREA_OUTSIDE_JURISDICTION */
  end(caller: Caller, id: string, onDate: string | null): Promise<DutyRow> {
    const target = { type: 'duty', id, countyCode: undefined as string | undefined };
    const operation = { operation: 'endDuty', caller, target };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const [row] = UUID.test(id)
          ? await manager.query<DutyRow[]>(`select ${COLUMNS} from duty where id = $1 for update`, [id])
          : [];
        if (!row) throw new AppError('NOT_FOUND', { field: 'id', value: id });
        target.countyCode = countyOf(row.gridCode) ?? undefined;
        await this.jurisdiction.insistOnRole(caller, 'id', row.gridCode, APPOINTERS);
        const on = this.today.fromNowOn('on', onDate);
        const [ended] = await manager.query<DutyRow[]>(
          `with changed as (
             update duty set valid_to = greatest($2::date, valid_from + 1) where id = $1 returning *)
           select ${COLUMNS} from changed`,
          [id, on],
        );
        return ended!;
      }),
    );
  }
}
