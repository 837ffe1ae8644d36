import { Inject, Injectable, Optional } from '@nestjs/common';
import { businessAt, IDENTITY, isIdentity, type TimeMap } from '@yiwang/domain/time';

export const TIME_MAP = Symbol('TIME_MAP');

/**
 * Where a service or worker takes the time of its rules from: receipt, contact, whatever a limit runs from. Outside
 * simulations it is the machine's. Leases, retries, tokens and what PostgreSQL stamps stay on the machine's own time.
 */
@Injectable()
export class BusinessClock {
  /** Set in simulations only: what a workflow is to be told, so that it lives in the same time. */
  readonly mapped: TimeMap | undefined;

  constructor(@Optional() @Inject(TIME_MAP) readonly map: TimeMap = IDENTITY) {
    this.mapped = isIdentity(map) ? undefined : map;
  }

  now(): Date {
    return new Date(businessAt(this.map, Date.now()));
  }
}
