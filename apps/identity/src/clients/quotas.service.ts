import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource, Repository } from 'typeorm';
import { ClientEntity } from './client.entity.js';
import type { ClientUsage } from './client.types.js';

const MINUTE_SECONDS = 60;
const MOST_DAYS = 92;

/** How much outside systems may start, and how much they did: counted where the quota is taken, so that both agree. */
@Injectable()
export class QuotasService {
  private limiters = new Map<number, RateLimiterPostgres>();

  constructor(
    @InjectRepository(ClientEntity) private readonly clients: Repository<ClientEntity>,
    private readonly source: DataSource,
  ) {}

  /**
   * Takes from the quota of the client that asks, all or nothing; counts either way. Whoever is no client has none.
   * @param count cases about to be started.
   * @param categories what they are said to be about, codes from the top down separated by dots or single codes.
   * @throws AppError CLIENT_CATEGORY_REFUSED, CLIENT_QUOTA_SPENT, INPUT_INVALID.
   */
  async take(count: number, categories: readonly string[], caller: Caller): Promise<void> {
    if (count < 1 || count > 1_000) throw new AppError('INPUT_INVALID', { field: 'count', expected: '1–1000' });
    const client = caller.subject === null ? null : await this.clients.findOneBy({ subject: caller.subject });
    if (client === null) return;
    try {
      assertCategories(client, categories);
      await this.takeMinute(client, count);
      await this.takeDay(client, count);
    } catch (error) {
      if (error instanceof AppError) await this.count(client.subject, 0, count);
      throw error;
    }
  }

  /** Days with any use, the latest first, up to three months. */
  usageOf(subject: string | null): Promise<ClientUsage[]> {
    return this.source.query<ClientUsage[]>(
      `select day::text, started, refused from client_usage where subject = $1 order by day desc limit $2`,
      [subject, MOST_DAYS],
    );
  }

  private async takeMinute({ subject, perMinute }: ClientEntity, count: number): Promise<void> {
    if (perMinute === null) return;
    try {
      await this.limiterOf(perMinute).consume(subject, count);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new AppError('CLIENT_QUOTA_SPENT', {
        ...{ period: 'minute', limit: perMinute },
        retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1_000),
      });
    }
  }

  /** One statement counts and judges, so that two at once cannot take the last one twice. */
  private async takeDay({ subject, perDay }: ClientEntity, count: number): Promise<void> {
    if (await this.count(subject, count, 0, perDay)) return;
    throw new AppError('CLIENT_QUOTA_SPENT', { period: 'day', limit: perDay ?? 0 });
  }

  private async count(subject: string, started: number, refused: number, perDay: number | null = null): Promise<boolean> {
    const rows = await this.source.query<object[]>(
      `insert into client_usage (subject, day, started, refused)
       select $1, (now() at time zone 'Asia/Shanghai')::date, $2, $3 where $4::int is null or $2 <= $4
       on conflict (subject, day) do update
         set started = client_usage.started + excluded.started, refused = client_usage.refused + excluded.refused
         where $4::int is null or client_usage.started + excluded.started <= $4
       returning 1`,
      [subject, started, refused, perDay],
    );
    return rows.length > 0;
  }

  private limiterOf(points: number): RateLimiterPostgres {
    const known = this.limiters.get(points);
    if (known) return known;
    const made = new RateLimiterPostgres({
      ...{ storeClient: this.source, storeType: 'typeorm', schemaName: 'identity', tableName: 'rate_limit' },
      ...{ tableCreated: true, keyPrefix: 'client-minute', points, duration: MINUTE_SECONDS },
    });
    this.limiters.set(points, made);
    return made;
  }
}

function assertCategories({ categories: allowed }: ClientEntity, asked: readonly string[]): void {
  if (allowed === null) return;
  const refused = asked.find((code) => !allowed.some((own) => code === own || code.startsWith(`${own}.`)));
  if (refused === undefined) return;
  throw new AppError('CLIENT_CATEGORY_REFUSED', { field: 'categoryCodes', value: refused, expected: allowed });
}
