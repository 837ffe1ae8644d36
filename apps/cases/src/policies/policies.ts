import { Injectable } from '@nestjs/common';
import { policyOf, type CarriedPolicy, type PolicyRules } from '@yiwang/domain/policies';
import { BusinessClock } from '@yiwang/platform/time';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { takingIn } from '../intake/intake-access.js';

const IN_FORCE = `
select version, rules from policy_version
where county_code in ('', $1) and state = 'published' and in_force_from <= $2
order by county_code = '', in_force_from desc, version desc limit 1`;

/** The county's own where both it and the nation have the number, as a case that begins there would. */
const OF_VERSION = `
select version, rules from policy_version where county_code in ('', $1) and version = $2 and state = 'published'
order by county_code = '' limit 1`;

interface InForce {
  carried: CarriedPolicy;
  rules: PolicyRules;
}

/** The policy in force for a county: its own where it has any, else that of the field. Remembered for a minute. */
@Injectable()
export class Policies {
  private readonly known = new LRUCache<string, Promise<InForce>>({ max: 500, ttl: 60_000 });
  /** What is published never changes. */
  private readonly versions = new LRUCache<string, Promise<PolicyRules>>({ max: 500 });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  /** As a case carries it from its start: the version, and what differs from the field's policy. */
  async inForce(countyCode: string): Promise<CarriedPolicy> {
    return (await this.ofCounty(countyCode)).carried;
  }

  /** The same in full. Shared, never to be written to. */
  async rulesInForce(countyCode: string): Promise<PolicyRules> {
    return (await this.ofCounty(countyCode)).rules;
  }

  /** The policy that a case began with and stays on. Shared, never to be written to. */
  ofVersion(countyCode: string, version: number): Promise<PolicyRules> {
    const key = `${countyCode}/${version}`;
    const remembered = this.versions.get(key);
    if (remembered) return remembered;
    const loading = this.loadVersion(countyCode, version);
    this.versions.set(key, loading);
    loading.catch(() => this.versions.delete(key));
    return loading;
  }

  /** A county has a new policy: the next case begins with it. */
  forget(countyCode: string): void {
    this.known.delete(countyCode);
  }

  private ofCounty(countyCode: string): Promise<InForce> {
    const remembered = this.known.get(countyCode);
    if (remembered) return remembered;
    const loading = this.load(countyCode);
    this.known.set(countyCode, loading);
    loading.catch(() => this.known.delete(countyCode));
    return loading;
  }

  private async loadVersion(countyCode: string, version: number): Promise<PolicyRules> {
    const [row] = await takingIn(() => this.dataSource.query<StoredRules[]>(OF_VERSION, [countyCode, version]));
    return row ? policyOf(carriedOf(row)) : this.rulesInForce(countyCode);
  }

  private async load(countyCode: string): Promise<InForce> {
    // For whoever starts a case there, and the same for all of them.
    const [row] = await takingIn(() =>
      this.dataSource.query<StoredRules[]>(IN_FORCE, [countyCode, this.clock.now()]),
    );
    if (!row) throw new Error('policy_version has lost its national row');
    const carried = carriedOf(row);
    return { carried, rules: policyOf(carried) };
  }
}

export interface StoredRules {
  version: number;
  rules: NonNullable<CarriedPolicy['changes']>;
}

export const carriedOf = ({ version, rules }: StoredRules): CarriedPolicy =>
  Object.keys(rules).length > 0 ? { version, changes: rules } : { version };
