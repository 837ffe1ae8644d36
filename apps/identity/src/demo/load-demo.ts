import { POSITION_ROLES } from '@yiwang/contracts/case-flow';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const Position = z.object({ role: z.enum(POSITION_ROLES), areaCode: z.string(), unitCode: z.string().optional() });
const County = z.object({
  people: z.array(
    z.object({
      id: z.uuid(),
      username: z.string(),
      name: z.string(),
      phone: z.string().optional(),
      positions: z.array(Position),
    }),
  ),
  clients: z.array(
    z.object({ subject: z.uuid(), clientId: z.string(), name: z.string(), positions: z.array(Position) }),
  ),
  residents: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      phone: z.string().optional(),
      areaCode: z.string(),
      /** Only residents with an account have one; their id is then Keycloak's subject too. */
      username: z.string().optional(),
    }),
  ),
});

const DEMO_VALID_FROM = '2026-01-01T00:00:00Z';

/** The demonstration county's people and clients with their positions, and its residents. */
export async function loadDemo(manager: EntityManager, county: unknown): Promise<void> {
  const { people, clients, residents } = County.parse(county);
  await manager.query(
    `insert into person (id, username, name, phone)
     select * from json_to_recordset($1) as p (id uuid, username text, name text, phone text)
     on conflict (id) do nothing`,
    [JSON.stringify(people)],
  );
  await manager.query(
    `insert into client (subject, client_id, name)
     select * from json_to_recordset($1) as c (subject uuid, "clientId" text, name text)
     on conflict (subject) do nothing`,
    [JSON.stringify(clients)],
  );
  await manager.query(
    `insert into resident (id, subject, name, phone, area_code)
     select * from json_to_recordset($1) as r (id uuid, subject uuid, name text, phone text, "areaCode" text)
     on conflict (id) do nothing`,
    [JSON.stringify(residents.map((resident) => ({ ...resident, subject: resident.username ? resident.id : null })))],
  );
  const held = [
    ...people.flatMap(({ id, positions }) => positions.map((position) => ({ person: id, ...position }))),
    ...clients.flatMap(({ subject, positions }) => positions.map((position) => ({ client: subject, ...position }))),
  ];
  // The county of their first position employs them; a client without one belongs to the demonstration's county.
  await manager.query(
    `update client c set home_code = coalesce(
       (select left(n."areaCode", 6) from json_to_recordset($1) as n (subject uuid, "areaCode" text)
         where n.subject = c.subject limit 1), $3)
      where c.home_code is null and c.subject = any($2)`,
    [
      JSON.stringify(clients.flatMap(({ subject, positions }) => positions.map((each) => ({ subject, ...each })))),
      clients.map(({ subject }) => subject),
      clients.flatMap(({ positions }) => positions)[0]?.areaCode.slice(0, 6) ?? null,
    ],
  );
  await manager.query(
    `update person p set home_code = h."homeCode"
       from json_to_recordset($1) as h (id uuid, "homeCode" text) where p.id = h.id and p.home_code is null`,
    [JSON.stringify(people.map(({ id, positions }) => ({ id, homeCode: positions[0]?.areaCode.slice(0, 6) })))],
  );
  // Whoever was ever appointed to the same is left alone: what somebody ended in the demonstration stays ended.
  await manager.query(
    `insert into position (id, person_id, client_subject, role, area_code, unit_code, valid_from)
     select gen_random_uuid(), n.person, n.client, n.role, n."areaCode", n."unitCode", $2
       from json_to_recordset($1) as n (person uuid, client uuid, role text, "areaCode" text, "unitCode" text)
      where not exists (
        select from position o
         where coalesce(o.person_id, o.client_subject) = coalesce(n.person, n.client) and o.role = n.role
           and o.area_code = n."areaCode" and o.unit_code is not distinct from n."unitCode")`,
    [JSON.stringify(held), DEMO_VALID_FROM],
  );
}
