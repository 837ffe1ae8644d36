import { Module, type DynamicModule } from '@nestjs/common';
import { AuditSearch, auditResolver } from '@yiwang/platform/audit-search';
import { AuthModule, PositionSource } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { ClientsAdminResolver } from './clients/clients-admin.resolver.js';
import { ClientsAdminService } from './clients/clients-admin.service.js';
import { ClientsResolver } from './clients/clients.resolver.js';
import { ClientsService } from './clients/clients.service.js';
import { KeycloakClients } from './clients/keycloak-clients.js';
import { QuotasService } from './clients/quotas.service.js';
import type { IdentityConfig } from './config.js';
import { connectEngine } from '@yiwang/platform/engine';
import { createNotificationAdapter } from '@yiwang/platform/notification';
import { PersonalData } from '@yiwang/platform/personal-data';
import { DataSource } from 'typeorm';
import { AbsencesService } from './deputies/absences.service.js';
import { DeputiesResolver } from './deputies/deputies.resolver.js';
import { DeputiesService } from './deputies/deputies.service.js';
import { PeopleConcerned } from './deputies/people-concerned.js';
import { StandInsResolver } from './deputies/stand-ins.resolver.js';
import { StandInsService } from './deputies/stand-ins.service.js';
import { FirstPasswords } from './keycloak/first-passwords.js';
import { KeycloakSync, SYNC_SETTINGS } from './keycloak/keycloak-sync.js';
import { AreaMembersResolver } from './people/area-members.resolver.js';
import { PeopleAdminResolver } from './people/people-admin.resolver.js';
import { PeopleAdminService } from './people/people-admin.service.js';
import { PeopleResolver } from './people/people.resolver.js';
import { PeopleService } from './people/people.service.js';
import { ErasureHandOver } from './personal/erasure-hand-over.js';
import { ErasureService } from './personal/erasure.service.js';
import { ExportService } from './personal/export.service.js';
import { PersonalRequestsResolver } from './personal/personal-requests.resolver.js';
import { ResidentsConcerned } from './personal/residents-concerned.js';
import { PLACE_ADDRESSES, PlacesDirectory } from './places/places-directory.js';
import { AppointmentsService } from './positions/appointments.service.js';
import { Authority } from './positions/authority.js';
import { PositionsResolver } from './positions/positions.resolver.js';
import { PositionsService, StoredPositions } from './positions/positions.service.js';
import { ProxiesResolver } from './proxies/proxies.resolver.js';
import { ProxiesService } from './proxies/proxies.service.js';
import { CODE_SENDER, PHONE_CODE_SECRET, PhoneCodesService } from './residents/phone-codes.service.js';
import { PhoneLimits } from './residents/phone-limits.js';
import { ResidentsResolver } from './residents/residents.resolver.js';
import { ResidentsService } from './residents/residents.service.js';
import { ownSchema } from './schema.js';

const engineOf = ({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, PAYLOAD_KEYS }: IdentityConfig) =>
  connectEngine({ address: TEMPORAL_ADDRESS, namespace: TEMPORAL_NAMESPACE, codecKeys: PAYLOAD_KEYS, identity: 'identity' });

@Module({})
export class AppModule {
  static with(config: IdentityConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config, [{ provide: PositionSource, useClass: StoredPositions }]),
        SubgraphModule.forService(logger),
      ],
      providers: [
        { provide: PLACE_ADDRESSES, useValue: config },
        { provide: SYNC_SETTINGS, useValue: config },
        {
          provide: PersonalData,
          useFactory: (source: DataSource) => PersonalData.with(source, config),
          inject: [DataSource],
        },
        {
          provide: ErasureHandOver,
          useFactory: (source: DataSource) => new ErasureHandOver(source, engineOf(config)),
          inject: [DataSource],
        },
        AuditSearch,
        auditResolver('identityAudit'),
        ErasureService,
        ExportService,
        PersonalRequestsResolver,
        ResidentsConcerned,
        { provide: PHONE_CODE_SECRET, useValue: config.PHONE_CODE_SECRET },
        {
          provide: CODE_SENDER,
          useFactory: (source: DataSource) => createNotificationAdapter(config, source.manager, ownSchema.schema),
          inject: [DataSource],
        },
        PhoneLimits,
        KeycloakClients,
        ClientsAdminService,
        QuotasService,
        ClientsAdminResolver,
        PhoneCodesService,
        ProxiesService,
        ProxiesResolver,
        PlacesDirectory,
        Authority,
        KeycloakSync,
        FirstPasswords,
        PeopleAdminService,
        PeopleConcerned,
        AbsencesService,
        DeputiesService,
        StandInsService,
        PeopleAdminResolver,
        DeputiesResolver,
        StandInsResolver,
        PositionsService,
        AppointmentsService,
        PeopleService,
        ClientsService,
        ResidentsService,
        PositionsResolver,
        PeopleResolver,
        AreaMembersResolver,
        ClientsResolver,
        ResidentsResolver,
      ],
    };
  }
}
