import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import type { EntityManager } from 'typeorm';
import { ACTS_FOR } from '../deputies/availability.sql.js';
import { coarseRolesOf } from '../positions/coarse-roles.js';
import type { KeycloakPerson } from './keycloak.js';

/** A person as Keycloak should have them, and what it was told last. */
export interface Wanted extends KeycloakPerson {
  homeCode: string | null;
  /** null: never in step yet. Name and roles are null too where they were told before they were kept. */
  lastEnabled: boolean | null;
  lastName: string | null;
  lastRoles: Role[] | null;
}

interface Row extends Omit<Wanted, 'roles'> {
  positions: PositionRole[];
}

const COLUMNS = `p.id, p.username, p.name, p.state = 'active' as enabled, p.home_code as "homeCode",
  k.enabled as "lastEnabled", k.name as "lastName", k.roles as "lastRoles"`;
const FROM = 'person p left join keycloak_account k on k.person_id = p.id';
const IN_FORCE = `o.valid_from <= now() and (o.valid_to is null or o.valid_to > now())`;

const wanted = ({ positions, ...row }: Row): Wanted => ({ ...row, roles: coarseRolesOf(positions) });

/** Roles at the door are those of the positions that somebody holds, or acts in for whoever is away. */
export async function wantedOf(manager: Pick<EntityManager, 'query'>, id: string): Promise<Wanted | null> {
  const [row] = await manager.query<Row[]>(
    `select ${COLUMNS}, array(select distinct o.role from position o
        where (o.person_id = p.id or o.person_id in (${ACTS_FOR})) and ${IN_FORCE}) as positions
       from ${FROM} where p.id = $1`,
    [id],
  );
  return row ? wanted(row) : null;
}

/** A part of everybody in the order of ids, without what they act in: whoever is a deputy now is asked about singly. */
export async function wantedAfter(
  manager: Pick<EntityManager, 'query'>,
  after: string | null,
  limit: number,
): Promise<(Wanted & { isDeputy: boolean; isPending: boolean })[]> {
  const rows = await manager.query<(Row & { isDeputy: boolean; isPending: boolean })[]>(
    `select ${COLUMNS},
            array(select distinct o.role from position o where o.person_id = p.id and ${IN_FORCE}) as positions,
            exists (select from deputy d where d.deputy_id = p.id and d.valid_from <= now() and d.valid_to > now())
              as "isDeputy",
            exists (select from keycloak_request r where r.person_id = p.id) as "isPending"
       from ${FROM} where ($1::uuid is null or p.id > $1) order by p.id limit $2`,
    [after, limit],
  );
  return rows.map(({ isDeputy, isPending, ...row }) => ({ ...wanted(row as Row), isDeputy, isPending }));
}
