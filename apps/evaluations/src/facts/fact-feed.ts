import { randomUUID } from 'node:crypto';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { askSubgraph } from '@yiwang/platform/graphql';
import { AppError } from '@yiwang/platform/errors';
import type { Logger } from '@yiwang/platform/logging';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import type { BusinessClock } from '@yiwang/platform/time';
import type { DataSource } from 'typeorm';
import { GO_ON, KEEP_FACTS } from './facts.sql.js';
import type { ServiceAccount } from './service-account.js';

const FACTS = `query ($after: String, $first: Int!) { caseFacts(after: $after, first: $first) { facts cursor hasMore } }`;
const AT_ONCE = 1_000;

interface Page {
  facts: object[];
  cursor: string;
  hasMore: boolean;
}

export interface FeedSettings {
  casesUrl: string;
  restMs: number;
}

/**
 * Keeps the facts of every case as cases tells them: in the order of its change feed, each telling once in effect. Any
 * number of copies may run: whoever comes second with a page finds that the feed has gone on and drops it, and an older
 * telling never replaces a newer one.
 */
export class FactFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly dataSource: DataSource,
    private readonly account: ServiceAccount,
    private readonly clock: BusinessClock,
    private readonly settings: FeedSettings,
    private readonly logger: Logger,
  ) {
    this.loop = new BackgroundLoop(() => this.takeOnce(), {
      restMs: settings.restMs,
      onFailure: (error) => this.logger.warn({ err: error }, 'facts of cases could not be heard'),
    });
  }

  onApplicationBootstrap(): void {
    if (this.account.isKnown) this.loop.start();
    else this.logger.warn('EVALUATIONS_CLIENT_SECRET is not set: nothing is heard of cases, and nothing new is counted');
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** One page. @returns how many cases it told of, or 1 where there is more. */
  takeOnce(): Promise<number> {
    return asSystem('facts', async () => {
      const [feed] = await this.dataSource.query<{ cursor: string }[]>('select cursor from fact_feed where id = 1');
      const before = feed?.cursor ?? '0:0';
      const heardAt = this.clock.now();
      const { facts, cursor, hasMore } = await this.ask(before);
      await this.dataSource.transaction(async (manager) => {
        const went: [unknown[], number] = await manager.query(GO_ON, [before, cursor, hasMore ? null : heardAt]);
        if (went[1] > 0 && facts.length > 0) await manager.query(KEEP_FACTS, [JSON.stringify(facts)]);
      });
      return hasMore ? 1 : 0;
    });
  }

  private async ask(after: string): Promise<Page> {
    const asked = { token: await this.account.current(), language: 'en' as const, correlationId: randomUUID() };
    try {
      const variables = { after, first: AT_ONCE };
      return (await askSubgraph<{ caseFacts: Page }>(this.settings.casesUrl, FACTS, variables, asked)).caseFacts;
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') this.account.renew();
      throw error;
    }
  }
}
