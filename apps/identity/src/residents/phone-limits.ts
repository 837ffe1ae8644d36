import { Injectable } from '@nestjs/common';
import { AppError } from '@yiwang/platform/errors';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

/** Messages to one number: each costs money and may be a nuisance. Seconds and how many. */
const LIMITS = [
  { name: 'minute', points: 1, duration: 60 },
  { name: 'hour', points: 5, duration: 3_600 },
  { name: 'day', points: 10, duration: 86_400 },
] as const;

/** Counts in PostgreSQL, so that several copies of the service count together. */
@Injectable()
export class PhoneLimits {
  private limiters: RateLimiterPostgres[] | null = null;

  constructor(private readonly source: DataSource) {}

  /**
   * Counts one message to a number, by its blind index.
   * @throws AppError TOO_MANY_REQUESTS with the seconds to wait.
   */
  async count(phoneIndex: Buffer): Promise<void> {
    const key = phoneIndex.toString('hex');
    for (const limiter of this.ready()) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new AppError('TOO_MANY_REQUESTS', {
          field: 'phone',
          retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1_000),
        });
      }
    }
  }

  private ready(): RateLimiterPostgres[] {
    this.limiters ??= LIMITS.map(
      ({ name, points, duration }) =>
        new RateLimiterPostgres({
          ...{ storeClient: this.source, storeType: 'typeorm', schemaName: 'identity', tableName: 'rate_limit' },
          ...{ tableCreated: true, keyPrefix: `phone-${name}`, points, duration },
        }),
    );
    return this.limiters;
  }
}
