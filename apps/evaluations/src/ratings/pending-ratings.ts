import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { RatingApplier } from './rating-applier.js';
import { RatingEntity } from './rating.entity.js';

const PAUSE_MS = 2_000;
const AT_ONCE = 20;

/** Longer than an attempt may last, so that nobody else takes a rating up while it is being tried. */
export const FIRST_ATTEMPT_AFTER_SECONDS = 20;
const LONGEST_PAUSE_SECONDS = 300;

/**
 * Applies the ratings that were recorded while the engine was away, or whose process ended before its answer came.
 * Any number of copies may run: each claims other rows, and a claim ends by itself.
 */
export class PendingRatings implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new BackgroundLoop(() => this.applyDue(), {
    restMs: PAUSE_MS,
    onFailure: (error) => this.logger.error({ err: error }, 'pending ratings could not be read'),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly applier: RatingApplier,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many were taken up */
  applyDue(): Promise<number> {
    return asSystem('ratings', async () => {
      const due = await this.claim();
      await Promise.all(due.map((rating) => this.apply(rating)));
      return due.length;
    });
  }

  private async apply(rating: RatingEntity): Promise<void> {
    const facts = { caseNumber: rating.caseNumber, ratingId: rating.id, attempts: rating.attempts };
    try {
      const { open } = await this.applier.apply(rating);
      if (open) this.logger.warn({ ...facts, err: open }, 'a rating waits for the engine');
    } catch (error) {
      this.logger.error({ ...facts, err: error }, 'a rating could not be applied');
    }
  }

  /** The claim is a time, not a lock: no transaction stays open while the engine is asked. */
  private async claim(): Promise<RatingEntity[]> {
    const claimed: [{ id: string }[], number] = await this.dataSource.query(
      `update rating
          set attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => least($2 * power(2, least(attempts, 10)), $3))
        where id in (select id from rating where state = 'pending' and next_attempt_at <= now()
                      order by next_attempt_at limit $1 for update skip locked)
       returning id`,
      [AT_ONCE, FIRST_ATTEMPT_AFTER_SECONDS, LONGEST_PAUSE_SECONDS],
    );
    const ids = claimed[0].map(({ id }) => id);
    if (ids.length === 0) return [];
    return this.dataSource.manager.createQueryBuilder(RatingEntity, 'r').whereInIds(ids).getMany();
  }
}
