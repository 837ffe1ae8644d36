import { randomUUID } from 'node:crypto';
import type { Role } from '@yiwang/contracts/roles';
import { CALLERS, type MatrixCaller, type MatrixStand, type Place } from '@yiwang/testing/matrix';
import { COUNTY, GRID, type TestIdentity } from './county.js';

/** What a place of identity has: somebody who works there, somebody who lives there, an outside system, a consent. */
export interface PeopleThings {
  /** The name of whoever works there, of the system and of the resident. */
  mark: string;
  county: string;
  village: string;
  grid: string;
  personId: string;
  /** Stands in for the person. */
  deputyId: string;
  clientSubject: string;
  /** Cases that the outside system started on a day; of no other one. */
  started: number;
  residentId: string;
  phone: string;
  /** Makes a row of this place, which a call may use up, and gives its id. */
  make: {
    person(state?: 'active' | 'suspended'): Promise<string>;
    position(): Promise<string>;
    absence(): Promise<string>;
    deputyship(): Promise<string>;
    resident(): Promise<string>;
    proxy(): Promise<string>;
    client(): Promise<string>;
  };
}

const town = (code: string): string => code.slice(0, 9);
const NEIGHBOUR = COUNTY.areas.map(({ code }) => code).find((code) => code.length === 15 && town(code) !== town(GRID))!;
const PLACES: Record<Place, { grid: string; number: number }> = {
  own: { grid: GRID, number: 1 },
  neighbour: { grid: NEIGHBOUR, number: 2 },
  elsewhere: { grid: '990221101201001', number: 3 },
};

async function place(identity: TestIdentity, name: Place): Promise<PeopleThings> {
  const { grid, number } = PLACES[name];
  const [mark, county, village, phone] = [`${name}-thing`, grid.slice(0, 6), grid.slice(0, 12), `+86139000000${number}0`];
  const run = async (text: string, values: unknown[]): Promise<string> => {
    const id = randomUUID();
    await identity.sql(text, [id, ...values]);
    return id;
  };
  const position = (personId: string): Promise<string> =>
    run(`insert into position (id, person_id, role, area_code, valid_from) values ($1, $2, 'gridMember', $3, '2026-01-01')`, [personId, grid]);
  const someone = (state: string): Promise<string> =>
    run(
      `insert into person (id, username, name, home_code, state, suspended_at, suspended_reason)
       values ($1::uuid, 'u' || $1::text, $2, $3, $4::text, case when $4::text = 'suspended' then now() end, case when $4::text = 'suspended' then 'x' end)`,
      [mark, county, state],
    );
  const make: PeopleThings['make'] = {
    async person(state = 'active') {
      const id = await someone(state);
      await position(id);
      return id;
    },
    position: async () => position(await someone('active')),
    absence: async () =>
      run(
        `insert into absence (id, person_id, valid_from, valid_to, reason) values ($1, $2, date_trunc('second', now()) + interval '1 day', now() + interval '2 days', $3)`,
        [await make.person(), mark],
      ),
    deputyship: async () =>
      run(`insert into deputy (id, person_id, deputy_id, valid_from, valid_to) values ($1, $2, $3, now(), now() + interval '9 days')`, [
        ...[await make.person(), await make.person()],
      ]),
    resident: () => run(`insert into resident (id, name, area_code) values ($1, $2, $3)`, [mark, grid]),
    proxy: async () =>
      run(
        `insert into proxy (id, resident_id, person_id, area_code, means, consented_at, recorded_by, valid_to, note)
         values ($1, $2, $3::uuid, $4, 'spoken', now(), $3::uuid, now() + interval '9 days', $5)`,
        [await make.resident(), await make.person(), grid, mark],
      ),
    client: () => run(`insert into client (subject, client_id, name, home_code) values ($1::uuid, 'c' || $1::text, $2, $3)`, [mark, county]),
  };
  const [personId, deputyId, clientSubject] = [await make.person(), await make.person(), await make.client()];
  const residentId = await run(`insert into resident (id, name, phone, area_code) values ($1, $2, $3, $4)`, [mark, phone, grid]);
  const started = 7_000 + number;
  await identity.sql(`insert into client_usage (subject, day, started, refused) values ($1, '2026-01-01', $2, 0)`, [clientSubject, started]);
  await identity.sql(
    `insert into deputy (id, person_id, deputy_id, valid_from, valid_to) values (gen_random_uuid(), $1, $2, '2026-01-01', now() + interval '9 days')`,
    [personId, deputyId],
  );
  await make.proxy();
  return { mark, county, village, grid, personId, deputyId, clientSubject, started, residentId, phone, make };
}

/** Where each role works; the others are of the whole county. */
const AREAS: Partial<Record<MatrixCaller, string>> = {
  ...{ gridMember: GRID, villageOfficial: GRID.slice(0, 12), townCentre: town(GRID), cityCentre: GRID.slice(0, 4) },
};

/** Somebody of the role in force, as identity itself keeps them. */
async function caller(identity: TestIdentity, role: Role): Promise<string> {
  const subject = randomUUID();
  const isClient = role === 'externalSystem';
  if (role === 'resident' || role === 'service') return subject;
  const home = AREAS[role] === undefined || AREAS[role].length > 6 ? GRID.slice(0, 6) : AREAS[role];
  if (isClient) await identity.sql(`insert into client (subject, client_id, name, home_code) values ($1::uuid, 'c' || $1::text, '来访', $2)`, [subject, home]);
  else await identity.sql(`insert into person (id, username, name, home_code) values ($1::uuid, 'u' || $1::text, '来访', $2)`, [subject, home]);
  await identity.sql(
    `insert into position (id, ${isClient ? 'client_subject' : 'person_id'}, role, area_code, unit_code, valid_from)
     values (gen_random_uuid(), $1, $2, $3, $4, '2026-01-01')`,
    [subject, role === 'villageOfficial' ? 'villageSecretary' : role, AREAS[role] ?? home, role === 'departmentHandler' ? COUNTY.units[0]!.code : null],
  );
  return subject;
}

/** Two counties of two cities: the callers' own village, one of another town, one of the other county. */
export async function identityMatrix(identity: TestIdentity): Promise<MatrixStand<PeopleThings>> {
  const things = {
    own: await place(identity, 'own'),
    neighbour: await place(identity, 'neighbour'),
    elsewhere: await place(identity, 'elsewhere'),
  };
  // Seals what was written plainly.
  await identity.loadDemo();
  const callers: Partial<MatrixStand<PeopleThings>['callers']> = {};
  for (const one of CALLERS) callers[one] = one === 'anonymous' ? undefined : { subject: await caller(identity, one), roles: [one] };
  return {
    subgraph: identity,
    callers: callers as MatrixStand<PeopleThings>['callers'],
    things,
    // The outbox to Keycloak, and the counting of calls.
    ownTables: ['keycloak_request', 'keycloak_account', 'keycloak_cursor', 'rate_limit', 'client_usage'],
  };
}
