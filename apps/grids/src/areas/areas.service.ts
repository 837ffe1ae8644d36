import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { AreaLevel } from '@yiwang/domain/areas';
import { AppError } from '@yiwang/platform/errors';
import { In, Repository } from 'typeorm';
import { Today } from '../dates.js';
import { AreaEntity } from './area.entity.js';
import { LENGTH_BY_LEVEL } from './levels.js';

/** Areas in one answer: a county has about 2,500. */
export const MAX_AREAS = 5_000;
export const MAX_CODES = 500;

/** Codes of an area and everything in it, whatever the database's collation: `$n` is the outer code. */
export const within = (column: string, n: number): string =>
  `${column} ~>=~ $${n}::text and ${column} ~<~ ($${n}::text || ':')`;

/** Areas that are ones on the day `:on`. */
const VALID_ON = 'area.validFrom <= :on and (area.validTo is null or area.validTo > :on)';

export interface Population {
  households: number;
  people: number;
}

/** Reads of areas. What a list asks of each of its areas is read here for all of them at once. */
@Injectable()
export class AreasService {
  constructor(
    @InjectRepository(AreaEntity) private readonly areas: Repository<AreaEntity>,
    private readonly today: Today,
  ) {}

  async byCodes(codes: readonly string[]): Promise<Map<string, AreaEntity>> {
    const found = await this.areas.findBy({ code: In([...codes]) });
    return new Map(found.map((area) => [area.code, area]));
  }

  async childrenOf(codes: readonly string[]): Promise<Map<string, AreaEntity[]>> {
    const found = await this.areas
      .createQueryBuilder('area')
      .where('area.parentCode = any(:codes)', { codes })
      .andWhere(VALID_ON, { on: this.today.date() })
      .orderBy('area.code')
      .getMany();
    const children = new Map<string, AreaEntity[]>(codes.map((code) => [code, []]));
    for (const area of found) children.get(area.parentCode ?? '')?.push(area);
    return children;
  }

  /** Households and people in each area and in everything below it, on a day (today, unless said). */
  async populationsOf(codes: readonly string[], on = this.today.date()): Promise<Map<string, Population>> {
    const rows: (Population & { code: string })[] = await this.areas.query(
      `select a.code, coalesce(sum(c.households), 0)::int as households, coalesce(sum(c.people), 0)::int as people
         from unnest($1::text[]) as a (code)
         left join household_count c
           on c.grid_code >= a.code collate "C" and c.grid_code < (a.code || ':') collate "C" and c.on_date <= $2
        group by a.code`,
      [codes, on],
    );
    return new Map(rows.map(({ code, households, people }) => [code, { households, people }]));
  }

  /**
   * What lay in an area on a day (today, unless said), the area itself left out, by code.
   * @throws AppError AREA_UNKNOWN
   */
  async under(code: string, level: AreaLevel | null, on = this.today.date()): Promise<AreaEntity[]> {
    const outer = await this.areas.findOneBy({ code });
    if (!outer) throw new AppError('AREA_UNKNOWN', { field: 'under', value: code });
    const query = this.areas
      .createQueryBuilder('area')
      .where(`area.code ~>~ :code and area.code ~<~ (:code || ':')`, { code })
      .andWhere(VALID_ON, { on });
    if (level) query.andWhere('length(area.code) = :length', { length: LENGTH_BY_LEVEL[level] });
    const found = await query
      .orderBy('area.code')
      .limit(MAX_AREAS + 1)
      .getMany();
    if (found.length > MAX_AREAS) {
      const reason = `${code} 下辖区域超过 ${MAX_AREAS} 个，请加 level 或缩小范围 / more than ${MAX_AREAS} areas; give a level`;
      throw new AppError('QUERY_REFUSED', { field: 'under', reason });
    }
    return found;
  }
}
