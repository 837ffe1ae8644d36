import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { connectEngine } from '@yiwang/platform/engine';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { DataSource } from 'typeorm';
import { CasesGraph } from './cases-graph/cases-graph.js';
import type { EvaluationsConfig } from './config.js';
import { CaseEngine } from './engine/case-engine.js';
import { EngineConnection } from './engine/engine-connection.js';
import { PendingRatings } from './ratings/pending-ratings.js';
import { RateCaseService } from './ratings/rate-case.service.js';
import { RatedCaseResolver } from './ratings/rated-case.resolver.js';
import { RatingApplier } from './ratings/rating-applier.js';
import { RatingsResolver } from './ratings/ratings.resolver.js';
import { RatingsService } from './ratings/ratings.service.js';
import { ownSchema } from './schema.js';

@Module({})
export class AppModule {
  static with(config: EvaluationsConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config),
        SubgraphModule.forService(logger),
      ],
      providers: [
        { provide: CasesGraph, useFactory: () => new CasesGraph(config.CASES_URL) },
        { provide: EngineConnection, useFactory: () => new EngineConnection(engineClient(config)) },
        {
          provide: CaseEngine,
          useFactory: ({ client }: EngineConnection) => new CaseEngine(client),
          inject: [EngineConnection],
        },
        {
          provide: PendingRatings,
          useFactory: (source: DataSource, applier: RatingApplier) => new PendingRatings(source, applier, logger),
          inject: [DataSource, RatingApplier],
        },
        RateCaseService,
        RatedCaseResolver,
        RatingApplier,
        RatingsResolver,
        RatingsService,
      ],
    };
  }
}

const engineClient = (config: EvaluationsConfig) =>
  connectEngine({
    address: config.TEMPORAL_ADDRESS,
    namespace: config.TEMPORAL_NAMESPACE,
    codecKeys: config.PAYLOAD_KEYS,
    identity: 'evaluations',
  });
