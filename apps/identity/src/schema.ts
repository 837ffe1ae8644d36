import type { ServiceSchema } from '@yiwang/platform/database';
import { ClientEntity } from './clients/client.entity.js';
import { AbsenceEntity } from './deputies/absence.entity.js';
import { DeputyEntity } from './deputies/deputy.entity.js';
import { CreatePeopleAndPositions1763900000000 } from './migrations/1763900000000-create-people-and-positions.js';
import { CreateAudit1763900200000 } from './migrations/1763900200000-create-audit.js';
import { PeopleAbsencesDeputies1764100100000 } from './migrations/1764100100000-people-absences-deputies.js';
import { KeycloakSync1764100200000 } from './migrations/1764100200000-keycloak-sync.js';
import { ResidentsAndProxies1764100300000 } from './migrations/1764100300000-residents-and-proxies.js';
import { GrowClients1764100400000 } from './migrations/1764100400000-grow-clients.js';
import { ListsOfPeople1764100700000 } from './migrations/1764100700000-lists-of-people.js';
import { RowsByScope1764100500000 } from './migrations/1764100500000-rows-by-scope.js';
import { PersonalRequests1764100600000 } from './migrations/1764100600000-personal-requests.js';
import { WhatKeycloakWasTold1764100800000 } from './migrations/1764100800000-what-keycloak-was-told.js';
import { SearchAudit1764700000000 } from './migrations/1764700000000-search-audit.js';
import { ReadOnlyPositions1764920000000 } from './migrations/1764920000000-read-only-positions.js';
import { FindPeople1765200000000 } from './migrations/1765200000000-find-people.js';
import { PersonEntity } from './people/person.entity.js';
import { PositionEntity } from './positions/position.entity.js';
import { ProxyEntity } from './proxies/proxy.entity.js';
import { ResidentEntity } from './residents/resident.entity.js';

export const ownSchema: ServiceSchema = {
  schema: 'identity',
  entities: [PersonEntity, ClientEntity, ResidentEntity, PositionEntity, AbsenceEntity, DeputyEntity, ProxyEntity],
  migrations: [
    CreatePeopleAndPositions1763900000000,
    CreateAudit1763900200000,
    PeopleAbsencesDeputies1764100100000,
    KeycloakSync1764100200000,
    ResidentsAndProxies1764100300000,
    GrowClients1764100400000,
    RowsByScope1764100500000,
    PersonalRequests1764100600000,
    ListsOfPeople1764100700000,
    WhatKeycloakWasTold1764100800000,
    SearchAudit1764700000000,
    ReadOnlyPositions1764920000000,
    FindPeople1765200000000,
  ],
};
