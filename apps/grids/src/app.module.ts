import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AuditSearch, auditResolver } from '@yiwang/platform/audit-search';
import { AuthModule } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { BusinessClock, TimeModule } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { AreasResolver } from './areas/areas.resolver.js';
import { AreasService } from './areas/areas.service.js';
import { CloseAreaService } from './areas/close-area.service.js';
import { PutAreaResolver } from './areas/put-area.resolver.js';
import { PutAreaService } from './areas/put-area.service.js';
import { BoundariesResolver } from './boundaries/boundaries.resolver.js';
import { BoundariesService } from './boundaries/boundaries.service.js';
import type { GridsConfig } from './config.js';
import { Today } from './dates.js';
import { AreaDirectory } from './directory/area-directory.js';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { DutiesResolver } from './duties/duties.resolver.js';
import { DutiesService } from './duties/duties.service.js';
import { FileRoutes } from './file-routes.js';
import { Files, SHEET_SETTINGS } from './files.js';
import { HouseholdsResolver } from './households/households.resolver.js';
import { HouseholdsService } from './households/households.service.js';
import { Jurisdiction } from './jurisdiction.js';
import { LocatingResolver } from './locating/locating.resolver.js';
import { LocatingService } from './locating/locating.service.js';
import { CaseStarter } from './patrols/case-starter.js';
import { CoverageResolver, GridCountResolver } from './patrols/coverage.resolver.js';
import { FindingsResolver } from './patrols/findings.resolver.js';
import { FindingsService } from './patrols/findings.service.js';
import { PatrolEngine } from './patrols/patrol-engine.js';
import { PatrolListsService } from './patrols/patrol-lists.service.js';
import { Patrollers } from './patrols/patrollers.js';
import { PatrolsResolver } from './patrols/patrols.resolver.js';
import { PicturesService } from './patrols/pictures.service.js';
import { RoundsService } from './patrols/rounds.service.js';
import { PatrolSettingsService } from './patrols/settings.service.js';
import { QrPointsResolver } from './qr-points/qr-points.resolver.js';
import { QrPointsService } from './qr-points/qr-points.service.js';
import { QrSeriesService } from './qr-points/qr-series.service.js';
import { SheetsService } from './qr-points/sheets.service.js';
import { ownSchema } from './schema.js';
import { LineageService } from './succession/lineage.service.js';
import { SuccessionResolver } from './succession/succession.resolver.js';
import { SuccessionService } from './succession/succession.service.js';

@Module({})
export class AppModule {
  static with(config: GridsConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config),
        TimeModule.forService(config),
        SubgraphModule.forService(logger),
      ],
      providers: [
        { provide: Files, useFactory: () => Files.of(config) },
        { provide: SHEET_SETTINGS, useValue: { font: config.SHEET_FONT, target: config.SHEET_TARGET } },
        {
          provide: CaseStarter,
          useFactory: (files: Files, source: DataSource) => new CaseStarter(config.CASES_URL, files, source),
          inject: [Files, DataSource],
        },
        {
          provide: PatrolEngine,
          useFactory: (source: DataSource, clock: BusinessClock, files: Files) =>
            new PatrolEngine(source, clock, files, config, logger),
          inject: [DataSource, BusinessClock, Files],
        },
        {
          provide: FileRoutes,
          useFactory: (host: HttpAdapterHost, files: Files, source: DataSource) => new FileRoutes(host, files, source),
          inject: [HttpAdapterHost, Files, DataSource],
        },
        ...[AreaDirectory, AreasResolver, AreasService, CloseAreaService, DirectoryResolver, Jurisdiction, Today],
        ...[PutAreaResolver, PutAreaService, LineageService, SuccessionResolver, SuccessionService],
        ...[AuditSearch, auditResolver('gridsAudit')],
        ...[BoundariesResolver, BoundariesService, LocatingResolver, LocatingService],
        ...[DutiesResolver, DutiesService, HouseholdsResolver, HouseholdsService],
        ...[QrPointsResolver, QrPointsService, QrSeriesService, SheetsService],
        ...[CoverageResolver, GridCountResolver, FindingsResolver, FindingsService, PatrolListsService, Patrollers],
        ...[PatrolsResolver, PatrolSettingsService, PicturesService, RoundsService],
      ],
    };
  }
}
