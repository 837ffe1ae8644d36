import { Injectable } from '@nestjs/common';
import { levelOf } from '@yiwang/domain/areas';
import { explainLikeness, LIKENESSES, likenessesOf, neighbourhoodOf, SIMILAR_DAYS, type Likeness } from '@yiwang/domain/similar';
import type { Caller } from '@yiwang/platform/auth';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseAccess, reachCondition, reachParameters } from '../case/case-access.js';
import { CaseEntity } from '../case/case.entity.js';
import type { SimilarCase } from './desk.types.js';

/** The newest of a neighbourhood: in a town that has more in two weeks, older ones are not looked at. */
const LOOKED_AT = 300;
const SHOWN = 10;
const DAY_MS = 86_400_000;

/** Equalities of columns that have an index in the order of time; row-level security looks at what they find. */
const AROUND = {
  county: 'c.county_code = :around and c.town_code is null',
  town: 'c.town_code = :around',
  village: 'c.village_code = :around',
} as const;

/** Open cases that may report the same as one of them does, among those that the caller may see. */
@Injectable()
export class SimilarCasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly time: BusinessTime,
  ) {}

  async of(found: CaseEntity, caller: Caller): Promise<SimilarCase[]> {
    const { areaCode: around } = neighbourhoodOf(found.areaCode);
    const level = levelOf(around);
    if (level === null || level === 'city' || level === 'grid') return [];
    const [patterns, subject, units, positions] = reachParameters(await this.access.reachOf(caller));
    const nearby = await this.dataSource.manager
      .createQueryBuilder(CaseEntity, 'c')
      .where(AROUND[level], { around })
      .andWhere('c.received_at >= :since', { since: new Date(this.time.now().getTime() - SIMILAR_DAYS * DAY_MS) })
      .andWhere('c.closed_at is null and c.merged_into is null and c.number <> :number', { number: found.number })
      .andWhere(reachCondition(':patterns', ':subject', ':units', ':positions'), { patterns, subject, units, positions })
      .orderBy('c.received_at', 'DESC')
      .addOrderBy('c.number', 'DESC')
      .limit(LOOKED_AT)
      .getMany();
    return nearby
      .map((one) => ({ case: one, likenesses: likenessesOf(found, one) }))
      .filter(({ likenesses }) => likenesses.length > 0)
      .sort((a, b) => rank(a.likenesses) - rank(b.likenesses) || b.likenesses.length - a.likenesses.length)
      .slice(0, SHOWN)
      .map((one) => ({ ...one, ...explainLikeness(one.likenesses) }));
  }
}

const rank = ([surest]: readonly Likeness[]): number => (surest === undefined ? LIKENESSES.length : LIKENESSES.indexOf(surest));
