import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule, PositionSource } from '@yiwang/platform/auth';
import { DatabaseModule } from '@yiwang/platform/database';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { ClientsResolver } from './clients/clients.resolver.js';
import { ClientsService } from './clients/clients.service.js';
import type { IdentityConfig } from './config.js';
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
import { PLACE_ADDRESSES, PlacesDirectory } from './places/places-directory.js';
import { AppointmentsService } from './positions/appointments.service.js';
import { Authority } from './positions/authority.js';
import { PositionsResolver } from './positions/positions.resolver.js';
import { PositionsService, StoredPositions } from './positions/positions.service.js';
import { ResidentsResolver } from './residents/residents.resolver.js';
import { ResidentsService } from './residents/residents.service.js';
import { ownSchema } from './schema.js';

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
