import { Injectable } from '@nestjs/common';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { AreaEntity } from '../areas/area.entity.js';

export interface SuccessionRow {
  oldCode: string;
  newCode: string;
  kind: 'split' | 'merge';
  on: string;
}

const ROWS = `select old_code as "oldCode", new_code as "newCode", kind, on_date::text as "on" from succession`;

/** Forward where the area had ended by then, backward where it had not begun. */
const AT = `
  with recursive line (code, direction) as (
    select code, case when valid_to <= $2 then 1 when valid_from > $2 then -1 else 0 end from area where code = $1
    union
    select a.code, case when l.direction = 1 and a.valid_to <= $2 then 1
                        when l.direction = -1 and a.valid_from > $2 then -1 else 0 end
      from line l
      join succession s on (l.direction = 1 and s.old_code = l.code) or (l.direction = -1 and s.new_code = l.code)
      join area a on a.code = case l.direction when 1 then s.new_code else s.old_code end
     where l.direction <> 0
  )
  select a.code from line l join area a using (code)
   where l.direction = 0 and a.valid_from <= $2 and (a.valid_to is null or a.valid_to > $2) order by a.code`;

/** Which areas stand for a code on a day, and what followed what. */
@Injectable()
export class LineageService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The area itself where it is one on that day; else what followed it by then, or what it came from. Empty where it
   * ended without a successor.
   * @throws AppError AREA_UNKNOWN
   */
  async codesAt(code: string, on: string): Promise<string[]> {
    const known = await this.dataSource.getRepository(AreaEntity).existsBy({ code });
    if (!known) throw new AppError('AREA_UNKNOWN', { field: 'code', value: code });
    const rows = await this.dataSource.query<{ code: string }[]>(AT, [code, on]);
    return rows.map((row) => row.code);
  }

  successorsOf(code: string): Promise<SuccessionRow[]> {
    return this.dataSource.query(`${ROWS} where old_code = $1 order by new_code`, [code]);
  }

  predecessorsOf(code: string): Promise<SuccessionRow[]> {
    return this.dataSource.query(`${ROWS} where new_code = $1 order by old_code`, [code]);
  }
}
