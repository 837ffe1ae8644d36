import { Injectable } from '@nestjs/common';
import { countyOf, levelOf, villageOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { In, type EntityManager } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';
import type { CheckedArea } from '../areas/check-area.js';
import { lockOpenArea } from '../areas/close-area.service.js';
import { Today } from '../dates.js';
import { AreaDirectory } from '../directory/area-directory.js';
import { Jurisdiction } from '../jurisdiction.js';
import { checkMerged, checkNewGrids, checkParts, type NewGrid } from './check-succession.js';
import { moveAlong, type PartOf } from './move-along.sql.js';

export interface SplitPart extends NewGrid {
  buildings?: string[] | null;
  householdIds?: string[] | null;
}

interface Change {
  kind: 'split' | 'merge';
  olds: readonly string[];
  news: readonly CheckedArea[];
  parts: readonly PartOf[];
  on: string;
}

/** Grids that are divided or put together from a day on. The old ones keep their past and their codes. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly directory: AreaDirectory,
    private readonly today: Today,
  ) {}

  /** @throws AppError AREA_UNKNOWN, AREA_CLOSED, AREA_CODE_USED, DATE_IN_PAST, INPUT_INVALID, AREA_OUTSIDE_JURISDICTION */
  split(caller: Caller, code: string, onDate: string | null, parts: readonly SplitPart[]): Promise<AreaEntity[]> {
    return this.change(caller, 'splitGrid', code, () => {
      if (levelOf(code) !== 'grid') throw new AppError('AREA_UNKNOWN', { field: 'code', value: code });
      orThrow(checkParts(parts));
      const { areas } = orThrow(checkNewGrids(villageOf(code)!, 'into', parts));
      const takes = parts.map(({ buildings, householdIds }, index) => ({
        code: areas[index]!.code,
        buildings: buildings ?? [],
        householdIds: (householdIds ?? []).filter((id) => /^\d{1,18}$/.test(id)),
      }));
      return { kind: 'split', olds: [code], news: areas, parts: takes, on: this.today.fromNowOn('on', onDate) };
    });
  }

  /** @throws AppError as `split`, and GRIDS_OF_DIFFERENT_VILLAGES */
  async merge(caller: Caller, codes: readonly string[], onDate: string | null, into: NewGrid): Promise<AreaEntity> {
    const [merged] = await this.change(caller, 'mergeGrids', codes[0] ?? '', () => {
      const { village } = orThrow(checkMerged(codes));
      const { areas } = orThrow(checkNewGrids(village, 'into', [into]));
      const parts = [{ code: areas[0]!.code, buildings: [], householdIds: [] }];
      return { kind: 'merge', olds: codes, news: areas, parts, on: this.today.fromNowOn('on', onDate) };
    });
    return merged!;
  }

  private async change(caller: Caller, name: string, code: string, read: () => Change): Promise<AreaEntity[]> {
    const target = { type: 'area', id: code, countyCode: countyOf(code) ?? undefined };
    const operation = { operation: name, caller, target, details: {} };
    const made = await this.unitOfWork.attempt(operation, async () => {
      await this.jurisdiction.insistOnAdministrator(caller, 'code', villageOf(code) ?? code);
      const change = read();
      operation.details = { on: change.on, old: change.olds, new: change.news.map((area) => area.code) };
      return this.unitOfWork.run(operation, (manager) => this.apply(manager, caller, change));
    });
    this.directory.forget(code);
    return made;
  }

  private async apply(manager: EntityManager, caller: Caller, change: Change): Promise<AreaEntity[]> {
    const { kind, olds, news, parts, on } = change;
    const today = this.today.date();
    const field = kind === 'split' ? 'code' : 'codes';
    for (const code of olds.toSorted()) {
      const old = await lockOpenArea(manager, field, code);
      if (old.validFrom > today || old.validFrom >= on) {
        const expected = `晚于网格开始之日 ${old.validFrom} / after ${old.validFrom}, when the grid begins`;
        throw new AppError('INPUT_INVALID', { field: 'on', expected });
      }
    }
    await insistOnFreeCodes(manager, news);
    await manager.query(
      `insert into area (code, parent_code, name, aliases, grid_kind, valid_from)
       select code, left(code, 12), name, coalesce(aliases, '{}'), coalesce("gridKind", (
                select grid_kind from area where code = $3)), $2::date
         from jsonb_to_recordset($1::jsonb) as r (code text, name text, aliases text[], "gridKind" text)`,
      [JSON.stringify(news), on, olds[0]],
    );
    await manager.query(
      `insert into succession (old_code, new_code, kind, on_date, recorded_by)
       select o, n, $3, $4::date, $5 from unnest($1::text[]) o cross join unnest($2::text[]) n`,
      [olds, news.map(({ code }) => code), kind, on, caller.subject],
    );
    await moveAlong(manager, { olds, parts, on, today });
    return manager.find(AreaEntity, { where: { code: In(news.map(({ code }) => code)) }, order: { code: 'ASC' } });
  }
}

async function insistOnFreeCodes(manager: EntityManager, news: readonly CheckedArea[]): Promise<void> {
  const codes = news.map(({ code }) => code);
  const [used] = await manager.query<{ code: string }[]>(`select code from area where code = any($1) limit 1`, [codes]);
  if (!used) return;
  const index = codes.indexOf(used.code);
  const field = codes.length > 1 ? `into[${index}].code` : 'into.code';
  throw new AppError('AREA_CODE_USED', { field, value: used.code });
}
