import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { AccountabilityActivities } from '@yiwang/contracts/accountability';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { AuditSearch, auditResolver } from '@yiwang/platform/audit-search';
import { AuthModule, CallerResolver, PositionDirectory } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { ActivityWorker, connectEngine } from '@yiwang/platform/engine';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { BusinessClock, TimeModule } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { AssessmentStanding } from './access/standing.js';
import { AccountabilityEngine } from './accountability/accountability-engine.js';
import { AccountabilityRecorder } from './accountability/accountability-recorder.js';
import { AccountabilityResolver } from './accountability/accountability.resolver.js';
import { AccountabilityService } from './accountability/accountability.service.js';
import { MonthClosing } from './accountability/month-closing.js';
import { AccountabilityOpening } from './accountability/opening.js';
import { CallBacksResolver } from './call-backs/call-backs.resolver.js';
import { CallBacksService } from './call-backs/call-backs.service.js';
import { SamplesService } from './call-backs/samples.service.js';
import { CasesGraph } from './cases-graph/cases-graph.js';
import type { EvaluationsConfig } from './config.js';
import { CaseEngine } from './engine/case-engine.js';
import { EngineConnection } from './engine/engine-connection.js';
import { ExportRoutes } from './exports/export-routes.js';
import { Names } from './exports/names.js';
import { FactFeed } from './facts/fact-feed.js';
import { ServiceAccount } from './facts/service-account.js';
import { FigureCounting } from './figures/counting.js';
import { FiguresResolver } from './figures/figures.resolver.js';
import { FiguresService } from './figures/figures.service.js';
import { TrendsResolver } from './figures/trends.resolver.js';
import { TrendsService } from './figures/trends.service.js';
import { AssessmentPolicies } from './policies/assessment-policies.js';
import { PoliciesResolver } from './policies/policies.resolver.js';
import { PublishPolicyService } from './policies/publish-policy.service.js';
import { PendingRatings } from './ratings/pending-ratings.js';
import { RateCaseService } from './ratings/rate-case.service.js';
import { RatedCaseResolver } from './ratings/rated-case.resolver.js';
import { RatingApplier } from './ratings/rating-applier.js';
import { RatingLinksResolver } from './ratings/rating-links.resolver.js';
import { RatingLinksService } from './ratings/rating-links.service.js';
import { RatingsResolver } from './ratings/ratings.resolver.js';
import { RatingsService } from './ratings/ratings.service.js';
import { ownSchema } from './schema.js';

type ExportPieces = [DataSource, CallerResolver, PositionDirectory, FiguresService];
type MonthParts = [FigureCounting, AssessmentPolicies, AccountabilityOpening, AccountabilityEngine, BusinessClock];

@Module({})
export class AppModule {
  static with(config: EvaluationsConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config),
        TimeModule.forService(config),
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
        { provide: ServiceAccount, useFactory: () => serviceAccount(config) },
        {
          provide: FactFeed,
          useFactory: (source: DataSource, account: ServiceAccount, clock: BusinessClock) =>
            new FactFeed(source, account, clock, { casesUrl: config.CASES_URL, restMs: config.FACTS_REST_MS }, logger),
          inject: [DataSource, ServiceAccount, BusinessClock],
        },
        {
          provide: AccountabilityEngine,
          useFactory: ({ client }: EngineConnection) => new AccountabilityEngine(client),
          inject: [EngineConnection],
        },
        {
          provide: ActivityWorker,
          useFactory: (source: DataSource) => {
            const recorder = new AccountabilityRecorder(source);
            const activities: AccountabilityActivities = { recordAccountability: (step) => recorder.recordAccountability(step) };
            const isOn = config.ACTIVITY_WORKER === 'on' && source.isInitialized;
            return new ActivityWorker({ engine: config, taskQueue: TASK_QUEUES.evaluations, activities, logger, isOn });
          },
          inject: [DataSource],
        },
        {
          provide: MonthClosing,
          useFactory: (dataSource: DataSource, ...[counting, policies, opening, engine, clock]: MonthParts) =>
            new MonthClosing({ dataSource, counting, policies, opening, engine, clock, logger }, config.MONTHS_REST_MS),
          inject: [DataSource, FigureCounting, AssessmentPolicies, AccountabilityOpening, AccountabilityEngine, BusinessClock],
        },
        {
          provide: ExportRoutes,
          useFactory: (host: HttpAdapterHost, ...[dataSource, callers, positions, figures]: ExportPieces) => {
            const names = new Names({ grids: config.GRIDS_URL, departments: config.DEPARTMENTS_URL });
            return new ExportRoutes(host, { callers, positions, figures, names, dataSource, logger });
          },
          inject: [HttpAdapterHost, DataSource, CallerResolver, PositionDirectory, FiguresService],
        },
        ...[AuditSearch, auditResolver('evaluationsAudit')],
        ...[RateCaseService, RatedCaseResolver, RatingApplier, RatingsResolver, RatingsService],
        ...[RatingLinksResolver, RatingLinksService, CallBacksResolver, CallBacksService, SamplesService],
        ...[AssessmentPolicies, AssessmentStanding, PoliciesResolver, PublishPolicyService],
        ...[FigureCounting, FiguresResolver, FiguresService, TrendsResolver, TrendsService],
        ...[AccountabilityOpening, AccountabilityResolver, AccountabilityService],
      ],
    };
  }
}

const serviceAccount = (config: EvaluationsConfig): ServiceAccount =>
  new ServiceAccount({
    tokenUrl: config.EVALUATIONS_TOKEN_URL || `${config.KEYCLOAK_URL}/realms/${config.KEYCLOAK_REALM}/protocol/openid-connect/token`,
    clientId: config.EVALUATIONS_CLIENT_ID,
    clientSecret: config.EVALUATIONS_CLIENT_SECRET,
  });

const engineClient = (config: EvaluationsConfig) =>
  connectEngine({
    address: config.TEMPORAL_ADDRESS,
    namespace: config.TEMPORAL_NAMESPACE,
    codecKeys: config.PAYLOAD_KEYS,
    identity: 'evaluations',
  });
