import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Client } from '@temporalio/client';
import { AuditSearch, AuditVeil, auditResolver } from '@yiwang/platform/audit-search';
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
import { CaseTurnsResolver, StuckTurnsResolver, TaskTurnsResolver } from './came-back/came-back.resolver.js';
import { CameBackService } from './came-back/came-back.service.js';
import { CaseAuditResolver } from './case-audit/case-audit.resolver.js';
import { CaseAuditService } from './case-audit/case-audit.service.js';
import { ComplaintsVeil } from './case-audit/complaints-veil.js';
import { CalendarAccess } from './calendar/calendar-access.js';
import { CalendarLoadingService } from './calendar/calendar-loading.service.js';
import { CalendarSignals } from './calendar/calendar-signals.js';
import { CalendarResolver } from './calendar/calendar.resolver.js';
import { Calendars } from './calendar/calendars.js';
import { CaseAccess } from './case/case-access.js';
import { CaseActionsResolver, TaskActionsResolver } from './case/case-actions.resolver.js';
import { CaseActionsService } from './case/case-actions.service.js';
import { CaseDecisions } from './case/case-decisions.js';
import { CaseDetailsResolver } from './case/case-details.resolver.js';
import { CaseDetailsService } from './case/case-details.service.js';
import { CaseOpeningsResolver } from './case/case-openings.resolver.js';
import { CaseOpeningsService } from './case/case-openings.service.js';
import { CaseStanding } from './case/case-standing.js';
import { CasesResolver } from './case/cases.resolver.js';
import { CasesService } from './case/cases.service.js';
import { WordsSearch } from './case/words-search.js';
import { ResidentActsResolver } from './case/resident-acts.resolver.js';
import { ResidentActsService } from './case/resident-acts.service.js';
import { BusinessTime } from './business-time.js';
import type { CasesConfig } from './config.js';
import { CaseEngine } from './course/case-engine.js';
import { codecRoutes } from './course/codec.provider.js';
import { CaseReturnsService } from './desk/case-returns.service.js';
import { DeskResolver } from './desk/desk.resolver.js';
import { SimilarCasesService } from './desk/similar-cases.service.js';
import { SuggestedPathsService } from './desk/suggested-paths.service.js';
import { UnitLoadsService } from './desk/unit-loads.service.js';
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
import { SummonedUnits } from './meetings/summoned-units.js';
import { ChosenResets } from './interventions/chosen-reset.js';
import { InterventionResultResolver, InterventionsResolver } from './interventions/interventions.resolver.js';
import { InterventionsService } from './interventions/interventions.service.js';
import { Selecting } from './interventions/selecting.js';
import { SteeringService } from './interventions/steering.service.js';
import { MailboxResolver } from './notices/mailbox.resolver.js';
import { MailboxService } from './notices/mailbox.service.js';
import { RatingLinks } from './notices/rating-links.js';
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
import { CasePublicationResolver, PublicMattersResolver } from './public-matters/public-matters.resolver.js';
import { PublicMattersService } from './public-matters/public-matters.service.js';
import { PublicationService } from './public-matters/publication.service.js';
import { SameEventResolver } from './same-event/same-event.resolver.js';
import { SameEventService } from './same-event/same-event.service.js';
import { ownSchema } from './schema.js';
import { EngineViewResolver } from './engine-view/engine-view.resolver.js';
import { EngineViewService } from './engine-view/engine-view.service.js';
import { ResetPointsResolver } from './engine-view/reset-points.resolver.js';
import { PresenceResolver } from './presence/presence.resolver.js';
import { PresenceService } from './presence/presence.service.js';
import { SupervisionResolver } from './supervision/supervision.resolver.js';
import { SupervisionService } from './supervision/supervision.service.js';
import { RepairsService } from './stuck/repairs.service.js';
import { CaseReasonResolver, RepairsResolver, StuckResolver } from './stuck/stuck.resolver.js';
import { StuckService } from './stuck/stuck.service.js';
import { Watching } from './stuck/watching.js';
import { DecisionsWantedService } from './overview/decisions-wanted.service.js';
import { EarlyWarningsService } from './overview/early-warnings.service.js';
import { LookedAtAreas } from './overview/looked-at.js';
import { DecisionWantedResolver, EarlyWarningResolver, OverviewResolver } from './overview/overview.resolver.js';
import { OverviewService } from './overview/overview.service.js';
import { PatrolsMade } from './overview/patrols-made.js';
import { UsualCourses } from './overview/usual-courses.js';
import { DecisionsService } from './tasks/decisions.service.js';
import { DecidedBefore } from './tasks/decided-before.js';
import { MyTasksResolver } from './tasks/my-tasks.resolver.js';
import { MyTasksService } from './tasks/my-tasks.service.js';
import { Places } from './tasks/places.js';
import { TaskDecisions } from './tasks/task-decisions.js';
import { TaskTimeResolver } from './tasks/task-time.resolver.js';
import { TasksResolver } from './tasks/tasks.resolver.js';
import { TasksService } from './tasks/tasks.service.js';
import { Verifiers } from './tasks/verifiers.js';
import { CaseFollower } from './timeline/case-follower.js';
import { ChangedCases } from './timeline/changed-cases.js';
import { FeedResolver } from './timeline/feed.resolver.js';
import { FeedService } from './timeline/feed.service.js';
import { ViewsResolver } from './views/views.resolver.js';
import { ViewsService } from './views/views.service.js';
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
        { provide: RatingLinks, useFactory: () => new RatingLinks(config.PICKUP_CODE_SECRET, config.STORAGE_PUBLIC_URL) },
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
        ...[AttachmentsResolver, CaseAccess, CaseEngine, CaseFollower, CaseNumbers, CasePreparation, CaseWriter, ChangedCases],
        ...[CasesResolver, CasesService, WordsSearch, ClosedCasesService, DecisionsService, FeedResolver, FeedService],
        ...[CaseReturnsService, DeskResolver, SimilarCasesService, SuggestedPathsService, UnitLoadsService],
        ...[FactsResolver, FactsService],
        { provide: AuditVeil, useClass: ComplaintsVeil },
        ...[AuditSearch, auditResolver('casesAudit'), CaseAuditResolver, CaseAuditService],
        ...[IntakeResolver, IntakeService, MailboxResolver, MailboxService],
        ...[FirstPromises, Policies, PoliciesResolver, PolicyAccess, PolicyDraftingService, PolicyReplayService],
        ...[CaseActionsResolver, CaseActionsService, TaskActionsResolver],
        ...[CaseDecisions, CaseDetailsResolver, CaseDetailsService, CaseOpeningsResolver, CaseOpeningsService, CaseStanding],
        ...[CasePublicationResolver, PublicMattersResolver, PublicMattersService, PublicationService],
        ...[ResidentActsResolver, ResidentActsService, SameEventResolver, SameEventService],
        ...[DecidedAttachments, DecidedBefore, MyTasksResolver, MyTasksService, Places, TaskDecisions, TaskTimeResolver, TasksResolver, TasksService],
        ...[ApprovalsResolver, ApprovalsService, CaseNotesService, MeetingsResolver, MeetingsService, SummonedUnits],
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
        {
          provide: Watching,
          useFactory: (source: DataSource, client: Client, time: BusinessTime) => new Watching(config.CASE_WATCH === 'on' && source.isInitialized, { source, client, time, logger }),
          inject: [DataSource, Client, BusinessTime],
        },
        ...[CaseReasonResolver, RepairsResolver, RepairsService, StuckResolver, StuckService],
        ...[CameBackService, CaseTurnsResolver, StuckTurnsResolver, TaskTurnsResolver],
        {
          provide: EngineViewService,
          useFactory: (client: Client, source: DataSource, cases: CasesService, time: BusinessTime) => new EngineViewService(client, source, cases, time, config.CODEC_ORIGINS[0] ?? null),
          inject: [Client, DataSource, CasesService, BusinessTime],
        },
        ...[EngineViewResolver, ResetPointsResolver],
        { provide: PatrolsMade, useFactory: () => new PatrolsMade(config) },
        ...[DecisionsWantedService, DecisionWantedResolver, EarlyWarningResolver, EarlyWarningsService, LookedAtAreas, OverviewResolver, OverviewService, UsualCourses],
        ...[ChosenResets, InterventionResultResolver, InterventionsResolver, InterventionsService, Selecting, SteeringService],
        ...[PresenceResolver, PresenceService, ViewsResolver, ViewsService],
        ...[Arbitrated, Parts, SupervisionResolver, SupervisionService, WorkResolver, WorkService],
      ],
    };
  }
}
