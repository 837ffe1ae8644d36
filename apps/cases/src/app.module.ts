import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { AuthModule, PositionDirectory } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { connectEngine } from '@yiwang/platform/engine';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { PersonalData } from '@yiwang/platform/personal-data';
import { AttachmentLinks, AttachmentRecords, createStorage } from '@yiwang/platform/storage';
import { TimeModule } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { ApprovalsResolver } from './approvals/approvals.resolver.js';
import { ApprovalsService } from './approvals/approvals.service.js';
import { AttachmentRoutes } from './attachments/attachment-routes.js';
import { AttachmentsResolver } from './attachments/attachments.resolver.js';
import { DecidedAttachments } from './attachments/decided-attachments.js';
import { CalendarAccess } from './calendar/calendar-access.js';
import { CalendarLoadingService } from './calendar/calendar-loading.service.js';
import { CalendarSignals } from './calendar/calendar-signals.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { Calendars } from './calendar/calendars.js';
import { CaseAccess } from './case/case-access.js';
import { CaseDecisions } from './case/case-decisions.js';
import { CaseDetailsResolver } from './case/case-details.resolver.js';
import { CaseDetailsService } from './case/case-details.service.js';
import { CaseOpeningsResolver } from './case/case-openings.resolver.js';
import { CaseOpeningsService } from './case/case-openings.service.js';
import { CaseStanding } from './case/case-standing.js';
import { CasesResolver } from './case/cases.resolver.js';
import { CasesService } from './case/cases.service.js';
import { ResidentActsResolver } from './case/resident-acts.resolver.js';
import { ResidentActsService } from './case/resident-acts.service.js';
import { BusinessTime } from './business-time.js';
import type { CasesConfig } from './config.js';
import { CaseEngine } from './course/case-engine.js';
import { codecRoutes } from './course/codec.provider.js';
import { FactsResolver } from './facts/facts.resolver.js';
import { FactsService } from './facts/facts.service.js';
import { CaseNumbers } from './intake/case-numbers.js';
import { CasePreparation } from './intake/case-preparation.js';
import { CaseWriter } from './intake/case-writer.js';
import { ClosedCasesService } from './intake/closed-cases.service.js';
import { ClientQuotas } from './intake/client-quotas.js';
import { IntakeAccess } from './intake/intake-access.js';
import { IntakeResolver } from './intake/intake.resolver.js';
import { IntakeService } from './intake/intake.service.js';
import { PickupCodes } from './intake/pickup-codes.js';
import { ReferenceDirectory } from './intake/reference-directory.js';
import { CaseNotesService } from './meetings/case-notes.service.js';
import { MeetingsResolver } from './meetings/meetings.resolver.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { MailboxResolver } from './notices/mailbox.resolver.js';
import { MailboxService } from './notices/mailbox.service.js';
import { ContentHashes } from './personal-data/content-hashes.js';
import { ExportResolver } from './personal-data/export.resolver.js';
import { ExportService } from './personal-data/export.service.js';
import { PersonalDataExport } from './personal-data/export.types.js';
import { ReporterSearch } from './personal-data/reporter-search.js';
import { ReporterResolver } from './personal-data/reporter.resolver.js';
import { Reporters } from './personal-data/reporters.js';
import { RevealReporterService } from './personal-data/reveal-reporter.service.js';
import { FirstPromises } from './policies/first-promises.js';
import { PoliciesResolver } from './policies/policies.resolver.js';
import { Policies } from './policies/policies.js';
import { PolicyAccess } from './policies/policy-access.js';
import { PolicyDraftingService } from './policies/policy-drafting.service.js';
import { PolicyReplayService } from './policies/policy-replay.service.js';
import { SameEventResolver } from './same-event/same-event.resolver.js';
import { SameEventService } from './same-event/same-event.service.js';
import { ownSchema } from './schema.js';
import { SupervisionResolver } from './supervision/supervision.resolver.js';
import { SupervisionService } from './supervision/supervision.service.js';
import { DecisionsService } from './tasks/decisions.service.js';
import { DecidedBefore } from './tasks/decided-before.js';
import { Places } from './tasks/places.js';
import { TaskDecisions } from './tasks/task-decisions.js';
import { TasksResolver } from './tasks/tasks.resolver.js';
import { TasksService } from './tasks/tasks.service.js';
import { Verifiers } from './tasks/verifiers.js';
import { CaseFollower } from './timeline/case-follower.js';
import { FeedResolver } from './timeline/feed.resolver.js';
import { FeedService } from './timeline/feed.service.js';
import { Arbitrated } from './work/arbitrated.js';
import { Parts } from './work/parts.js';
import { Recipients } from './work/recipients.js';
import { WorkResolver } from './work/work.resolver.js';
import { WorkService } from './work/work.service.js';

@Module({})
export class AppModule {
  static with(config: CasesConfig, logger: Logger): DynamicModule {
    const { storage, links } = createStorage(config);
    const records = new AttachmentRecords(ownSchema.schema);
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config),
        TimeModule.forService(config),
        SubgraphModule.forService(logger, [PersonalDataExport]),
      ],
      providers: [
        { provide: ReferenceDirectory, useFactory: () => new ReferenceDirectory(config) },
        { provide: PickupCodes, useFactory: () => new PickupCodes(config.PICKUP_CODE_SECRET) },
        { provide: AttachmentRecords, useValue: records },
        { provide: AttachmentLinks, useValue: links },
        {
          provide: IntakeAccess,
          useFactory: (positions: PositionDirectory) => new IntakeAccess(positions, config),
          inject: [PositionDirectory],
        },
        { provide: ClientQuotas, useFactory: (source: DataSource) => new ClientQuotas(config, source), inject: [DataSource] },
        {
          provide: Client,
          useFactory: () =>
            connectEngine({
              address: config.TEMPORAL_ADDRESS,
              namespace: config.TEMPORAL_NAMESPACE,
              codecKeys: config.PAYLOAD_KEYS,
            }),
        },
        {
          provide: AttachmentRoutes,
          useFactory: (host: HttpAdapterHost, manager: DataSource) =>
            new AttachmentRoutes(host, { storage, links, records, manager }),
          inject: [HttpAdapterHost, DataSource],
        },
        codecRoutes(config),
        { provide: PersonalData, useFactory: (source: DataSource) => PersonalData.with(source, config), inject: [DataSource] },
        ...[ContentHashes, ExportResolver, ExportService, ReporterResolver, Reporters, ReporterSearch, RevealReporterService],
        { provide: Calendars, useFactory: (source: DataSource) => new Calendars(source), inject: [DataSource] },
        ...[CalendarAccess, CalendarLoadingService, CalendarResolver, CalendarSignals],
        ...[AttachmentsResolver, CaseAccess, CaseEngine, CaseFollower, CaseNumbers, CasePreparation, CaseWriter],
        ...[CasesResolver, CasesService, ClosedCasesService, DecisionsService, FeedResolver, FeedService],
        ...[FactsResolver, FactsService],
        ...[IntakeResolver, IntakeService, MailboxResolver, MailboxService],
        ...[FirstPromises, Policies, PoliciesResolver, PolicyAccess, PolicyDraftingService, PolicyReplayService],
        ...[CaseDecisions, CaseDetailsResolver, CaseDetailsService, CaseOpeningsResolver, CaseOpeningsService, CaseStanding],
        ...[ResidentActsResolver, ResidentActsService, SameEventResolver, SameEventService],
        ...[DecidedAttachments, DecidedBefore, Places, TaskDecisions, TasksResolver, TasksService],
        ...[ApprovalsResolver, ApprovalsService, CaseNotesService, MeetingsResolver, MeetingsService],
        {
          provide: Recipients,
          useFactory: (directory: ReferenceDirectory) => new Recipients(config, directory),
          inject: [ReferenceDirectory],
        },
        {
          provide: Verifiers,
          useFactory: (source: DataSource, time: BusinessTime) => new Verifiers(config, source, time),
          inject: [DataSource, BusinessTime],
        },
        ...[Arbitrated, Parts, SupervisionResolver, SupervisionService, WorkResolver, WorkService],
      ],
    };
  }
}
