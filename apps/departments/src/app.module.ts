import { Module, type DynamicModule } from '@nestjs/common';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { AskerErasureActivities } from '@yiwang/contracts/erasure';
import type { RoutingActivities } from '@yiwang/contracts/routing';
import { AuditSearch, auditResolver } from '@yiwang/platform/audit-search';
import { AuthModule } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { ActivityWorker } from '@yiwang/platform/engine';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { PersonalData } from '@yiwang/platform/personal-data';
import { TimeModule } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { CasesGraph } from './access/cases-graph.js';
import { Jurisdiction } from './access/jurisdiction.js';
import { GridsGraph } from './access/neighbours.js';
import { Today } from './access/today.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { CategoriesResolver } from './catalogue/categories.resolver.js';
import { DomainsResolver } from './catalogue/domains.resolver.js';
import { ImportFileService } from './catalogue/import-file.service.js';
import { ImportsResolver } from './catalogue/imports.resolver.js';
import { PowersResolver } from './catalogue/powers.resolver.js';
import type { DepartmentsConfig } from './config.js';
import { AskConsultationService } from './consultations/ask-consultation.service.js';
import { AskerErasure } from './consultations/asker-erasure.js';
import { AskingTools } from './consultations/asking-tools.js';
import { ConsultationAccess } from './consultations/consultation-access.js';
import { ConsultationActsResolver } from './consultations/consultation-acts.resolver.js';
import { ConsultationWorkService } from './consultations/consultation-work.service.js';
import { ConsultationEntryResolver, ConsultationsResolver, ConsultedCaseResolver } from './consultations/consultations.resolver.js';
import { ConsultationsService } from './consultations/consultations.service.js';
import { ExportResolver } from './consultations/export.resolver.js';
import { ExportService } from './consultations/export.service.js';
import { PersonalDataExport } from './consultations/export.types.js';
import { FollowCodes } from './consultations/follow-code.js';
import { TurnConsultationService } from './consultations/turn-consultation.service.js';
import { DutyPlanningService } from './duty/duty-planning.service.js';
import { DutyResolver, DutySwapsResolver } from './duty/duty.resolver.js';
import { DutyService } from './duty/duty.service.js';
import { DutySwapsService } from './duty/duty-swaps.service.js';
import { RoutingChangesService } from './routing/routing-changes.service.js';
import { RoutingDecisionResolver, RoutingResolver, RoutingRuleResolver } from './routing/routing.resolver.js';
import { RoutingService } from './routing/routing.service.js';
import { ownSchema } from './schema.js';
import { TemplatesResolver } from './templates/templates.resolver.js';
import { TemplatesService } from './templates/templates.service.js';
import { Arbitrations } from './routing/arbitrations.js';
import { UnitChangesService } from './units/unit-changes.service.js';
import { UnitsResolver } from './units/units.resolver.js';
import { UnitsService } from './units/units.service.js';

const UNITS = [UnitsService, UnitChangesService, UnitsResolver];
const CATALOGUE = [CatalogueService, ImportFileService, DomainsResolver, CategoriesResolver, PowersResolver, ImportsResolver];
const ROUTING = [RoutingService, RoutingChangesService, RoutingResolver, RoutingRuleResolver, RoutingDecisionResolver];
const TEMPLATES = [TemplatesService, TemplatesResolver];
const DUTY = [DutyService, DutyPlanningService, DutySwapsService, DutyResolver, DutySwapsResolver];
const CONSULTATIONS = [
  ...[ConsultationAccess, ConsultationsService, AskingTools, AskConsultationService, ConsultationWorkService, TurnConsultationService],
  ...[ConsultationsResolver, ConsultationEntryResolver, ConsultedCaseResolver, ConsultationActsResolver],
  ...[ExportService, ExportResolver],
];

@Module({})
export class AppModule {
  static with(config: DepartmentsConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config),
        SubgraphModule.forService(logger, [PersonalDataExport]),
        TimeModule.forService(config),
      ],
      providers: [
        { provide: CasesGraph, useFactory: () => new CasesGraph(config.CASES_URL) },
        { provide: GridsGraph, useFactory: () => new GridsGraph(config.GRIDS_URL) },
        { provide: PersonalData, useFactory: (source: DataSource) => PersonalData.with(source, config), inject: [DataSource] },
        {
          provide: AskerErasure,
          useFactory: (source: DataSource, personal: PersonalData) => new AskerErasure(source, personal),
          inject: [DataSource, PersonalData],
        },
        { provide: Arbitrations, useFactory: (source: DataSource) => new Arbitrations(source), inject: [DataSource] },
        {
          provide: ActivityWorker,
          useFactory: (source: DataSource, erasure: AskerErasure, arbitrations: Arbitrations) => {
            const activities: AskerErasureActivities & RoutingActivities = {
              forgetAsker: (input) => erasure.forgetAsker(input),
              recordArbitration: (decided) => arbitrations.recordArbitration(decided),
            };
            const isOn = config.ACTIVITY_WORKER === 'on' && source.isInitialized;
            return new ActivityWorker({ engine: config, taskQueue: TASK_QUEUES.departments, activities, logger, isOn });
          },
          inject: [DataSource, AskerErasure, Arbitrations],
        },
        { provide: FollowCodes, useFactory: () => new FollowCodes(Buffer.from(config.PERSONAL_INDEX_KEY, 'base64')) },
        ...[AuditSearch, auditResolver('departmentsAudit')],
        ...[Today, Jurisdiction, ...UNITS, ...CATALOGUE, ...ROUTING, ...TEMPLATES, ...DUTY, ...CONSULTATIONS],
      ],
    };
  }
}
