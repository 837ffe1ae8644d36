import { Injectable } from '@nestjs/common';
import { countyOf, levelOf } from '@yiwang/domain/areas';
import { checkText, tidyTitle } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import { lockOpenArea } from '../areas/close-area.service.js';
import { cursorOf, readCursor } from '../cursor.js';
import { Today } from '../dates.js';
import { Jurisdiction } from '../jurisdiction.js';

export interface HouseholdRow {
  id: string;
  gridCode: string;
  building: string;
  door: string;
  people: number;
}

export interface HouseholdsPage {
  items: HouseholdRow[];
  endCursor: string | null;
}

export interface PutHousehold {
  id?: string | null;
  gridCode: string;
  building?: string | null;
  door: string;
  people: number;
}

export const MAX_PAGE = 200;
const LONGEST_LABEL = 60;
const MOST_PEOPLE = 1_000;
const KEEPERS = ['gridMember', 'villageSecretary', 'townCentre', 'countyCentre', 'administrator'] as const;

const COLUMNS = `id::text, grid_code as "gridCode", building, door, people`;

/** Doors of a grid: no names, only where people live and how many. Who they are belongs to identity. */
@Injectable()
export class HouseholdsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** By grid and then as they were entered. @throws AppError AREA_OUTSIDE_JURISDICTION, CURSOR_INVALID */
  async page(caller: Caller, under: string, search: string, after: string | null, first: number): Promise<HouseholdsPage> {
    await this.jurisdiction.insistOnReading(caller, 'under', under);
    const [grid, id] = readCursor(after, 2) ?? [under, '0'];
    const size = pageSize(first, MAX_PAGE);
    const items = await this.dataSource.query<HouseholdRow[]>(
      `select ${COLUMNS} from household
        where (grid_code, id) > ($1::text collate "C", $2::bigint) and grid_code >= $3::text collate "C"
          and grid_code < ($3::text || ':') collate "C" and valid_to is null
          ${search === '' ? '' : `and search like $5`}
        order by household.grid_code, household.id limit $4`,
      [grid, /^\d{1,18}$/.test(id!) ? id : '0', under, size, ...(search === '' ? [] : [patternOf(search)])],
    );
    const last = items.length === size ? items.at(-1) : undefined;
    return { items, endCursor: last ? cursorOf(last.gridCode, last.id) : null };
  }

  /** @throws AppError AREA_UNKNOWN, AREA_CLOSED, HOUSEHOLD_EXISTS, NOT_FOUND, INPUT_INVALID, AREA_OUTSIDE_JURISDICTION */
  put(caller: Caller, given: PutHousehold): Promise<HouseholdRow> {
    const target = { type: 'household', id: given.id ?? 'new', countyCode: countyOf(given.gridCode) ?? undefined };
    const operation = { operation: 'putHousehold', caller, target };
    return this.unitOfWork.attempt(operation, async () => {
      const { gridCode, building, door, people } = readHousehold(given);
      await this.jurisdiction.insistOnRole(caller, 'gridCode', gridCode, KEEPERS);
      return this.unitOfWork.run(operation, async (manager) => {
        await lockOpenArea(manager, 'gridCode', gridCode);
        const [same] = await manager.query<{ id: string }[]>(
          `select id::text from household where grid_code = $1 and building = $2 and door = $3 and valid_to is null`,
          [gridCode, building, door],
        );
        if (same && same.id !== given.id) {
          throw new AppError('HOUSEHOLD_EXISTS', { field: 'door', value: `${building}${door}` });
        }
        const values = [gridCode, building, door, people];
        const rows = await manager.query<HouseholdRow[]>(
          given.id
            ? `with changed as (update household set building = $2, door = $3, people = $4
                 where id::text = $5 and grid_code = $1 and valid_to is null returning *) select ${COLUMNS} from changed`
            : `insert into household (grid_code, building, door, people, valid_from) values ($1, $2, $3, $4, $5)
               returning ${COLUMNS}`,
          [...values, given.id ?? this.today.date()],
        );
        if (!rows[0]) throw new AppError('NOT_FOUND', { field: 'id', value: given.id ?? '' });
        operation.target.id = rows[0].id;
        return rows[0];
      });
    });
  }

  /** Ends a household from today on. @throws AppError NOT_FOUND, AREA_OUTSIDE_JURISDICTION */
  end(caller: Caller, id: string): Promise<HouseholdRow> {
    const target = { type: 'household', id, countyCode: undefined as string | undefined };
    const operation = { operation: 'endHousehold', caller, target };
    return this.unitOfWork.attempt(operation, () =>
      this.unitOfWork.run(operation, async (manager) => {
        const [row] = await manager.query<HouseholdRow[]>(
          `select ${COLUMNS} from household where id::text = $1 and valid_to is null for update`,
          [id],
        );
        if (!row) throw new AppError('NOT_FOUND', { field: 'id', value: id });
        target.countyCode = countyOf(row.gridCode) ?? undefined;
        await this.jurisdiction.insistOnRole(caller, 'id', row.gridCode, KEEPERS);
        await manager.query(`update household set valid_to = greatest($2::date, valid_from) where id = $1`, [
          id,
          this.today.date(),
        ]);
        return row;
      }),
    );
  }
}

/** Every character three times like in the column, so that the index of three characters knows single ones. */
const patternOf = (search: string): string =>
  `%${[...search.trim()].map((char) => (/[\\%_]/.test(char) ? `\\${char}` : char).repeat(3)).join('')}%`;

function readHousehold({ gridCode, building, door, people }: PutHousehold) {
  if (levelOf(gridCode) !== 'grid') throw new AppError('AREA_UNKNOWN', { field: 'gridCode', value: gridCode });
  if (!Number.isSafeInteger(people) || people < 0 || people > MOST_PEOPLE) {
    throw new AppError('INPUT_INVALID', { field: 'people', expected: `0 … ${MOST_PEOPLE}` });
  }
  const label = (field: string, text: string): string => orThrow(checkText(field, text, LONGEST_LABEL, tidyTitle)).text;
  const read = { gridCode, building: label('building', building ?? ''), door: label('door', door), people };
  if (read.door === '') throw new AppError('INPUT_INVALID', { field: 'door', expected: '不能为空 / must not be empty' });
  return read;
}
