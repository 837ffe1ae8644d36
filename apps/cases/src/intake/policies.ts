import { Injectable } from '@nestjs/common';
import type { CasePolicy } from '@yiwang/contracts/case-flow';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

const IN_FORCE = `
select version, response_limit_hours as "responseLimitHours", resolution_limit_days as "resolutionLimitDays",
  rating_window_days as "ratingWindowDays", max_rounds as "maxRounds"
from case_policy where county_code in ('', $1) and in_force_from <= now()
order by county_code = '' , in_force_from desc, version desc limit 1`;

/** The limits in force for a county: its own where it has any, else those of the field. Remembered for a minute. */
@Injectable()
export class Policies {
  private readonly known = new LRUCache<string, Promise<CasePolicy>>({ max: 500, ttl: 60_000 });

  constructor(private readonly dataSource: DataSource) {}

  inForce(countyCode: string): Promise<CasePolicy> {
    const remembered = this.known.get(countyCode);
    if (remembered) return remembered;
    const loading = this.dataSource.query<CasePolicy[]>(IN_FORCE, [countyCode]).then(([policy]) => {
      if (!policy) throw new Error('case_policy has lost its default row');
      return policy;
    });
    this.known.set(countyCode, loading);
    loading.catch(() => this.known.delete(countyCode));
    return loading;
  }

  /** A county has a new policy: the next case begins with it. */
  forget(countyCode: string): void {
    this.known.delete(countyCode);
  }
}
