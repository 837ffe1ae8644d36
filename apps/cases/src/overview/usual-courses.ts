import { Injectable } from '@nestjs/common';
import { LEAST_SAMPLE } from '@yiwang/domain/early-warning';
import { asSystem } from '@yiwang/platform/row-scope';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { USUAL, type UsualRow } from './early-warnings.sql.js';

const DAY_MS = 86_400_000;
export const USUAL_DAYS = 90;
const REMEMBER_MS = 600_000;

/**
 * How long work of each kind usually takes in a county: of all its finished cases, whoever asks, for it tells nothing of
 * any one. Remembered for ten minutes: it moves by a ninetieth a day.
 */
@Injectable()
export class UsualCourses {
  private readonly known = new LRUCache<string, Promise<UsualRow[]>>({ max: 500, ttl: REMEMBER_MS });

  constructor(
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
  ) {}

  async of(counties: readonly string[]): Promise<(UsualRow & { county: string })[]> {
    const each = await Promise.all(counties.map(async (county) => (await this.ofCounty(county)).map((row) => ({ ...row, county }))));
    return each.flat();
  }

  private ofCounty(county: string): Promise<UsualRow[]> {
    const remembered = this.known.get(county);
    if (remembered) return remembered;
    const since = new Date(this.time.now().getTime() - USUAL_DAYS * DAY_MS);
    const asked = asSystem('watch', () => this.dataSource.query<UsualRow[]>(USUAL, [county, since, LEAST_SAMPLE]));
    this.known.set(county, asked);
    asked.catch(() => this.known.delete(county));
    return asked;
  }
}
