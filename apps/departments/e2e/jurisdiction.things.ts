import { randomUUID } from 'node:crypto';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import { CALLERS, type MatrixCaller, type MatrixStand, type Place } from '@yiwang/testing/matrix';
import type { DepartmentsTrial } from './county.js';

/** What a place of departments has: a unit with its power, rules, template, days of duty and questions. */
export interface UnitThings {
  /** Stands in the unit's name and in every text of it. */
  mark: string;
  county: string;
  unit: string;
  category: string;
  /** Makes a row of this place and gives its key; texts of it hold the mark. */
  make: {
    rule(): Promise<string>;
    template(): Promise<string>;
    /** A day of the unit's, far ahead. */
    shift(unit?: string): Promise<string>;
    /** The unit asks another one, or is asked. */
    swap(isAsked?: boolean): Promise<string>;
    /** Waiting, unless it is answered in the open. */
    question(isAnswered?: boolean): Promise<string>;
    /** A unit more of the same area. */
    unit(): Promise<string>;
  };
}

const COUNTIES: Record<Place, string> = { own: '990121', neighbour: '990121', elsewhere: '990221' };

/** Another one with every call, so that rules do not meet. */
let villages = 0;
export const someVillage = (county: string): string => `${county}${String(100_001 + villages++)}`;

async function place(departments: DepartmentsTrial, name: Place): Promise<UnitThings> {
  const [county, unit, mark, category] = [COUNTIES[name], `${name}-unit`, `${name}-thing`, `${name}-category`];
  const other = `${name}-other`;
  const one = async (text: string, values: unknown[]): Promise<string> => (await departments.sql<{ key: string }>(text, values))[0]!.key;
  await departments.sql(
    `insert into unit (code, name, kind, area_code) values ($1, $2, 'department', $3), ($4, '别的单位', 'department', $3)`,
    [unit, mark, county, other],
  );
  await departments.sql(`insert into unit_domain (unit_code, domain_code) values ($1, 'education')`, [unit]);
  await departments.sql(`insert into category (code, level, zh, en, domain_code) values ($1, 1, $1, $1, 'education')`, [category]);
  await departments.sql(
    `insert into power (code, county_code, domain_code, name, legal_ground, level, lead_unit_code) values ($1, $2, 'education', $1, '法', 'county', $3)`,
    [mark, county, unit],
  );
  await departments.sql(
    `insert into catalogue_import (county_code, kind, version, file_name, file_hash, rows, added, changed, closed, refused, imported_by, imported_at)
     select $1, 'powers', coalesce(max(version), 0) + 1, $2, 'x', 1, 1, 0, 0, 0, 'x', now() from catalogue_import where county_code = $1 and kind = 'powers'`,
    [county, mark],
  );
  await departments.sql(
    `insert into routing_decision (idempotency_key, county_code, area_code, kind, unit_code, note, decided_by, decided_at)
     values ($1, $2, $2, 'dispatch', $3, $1, 'x', now())`,
    [mark, county, unit],
  );
  const make: UnitThings['make'] = {
    rule: () =>
      one(
        `insert into routing_rule (county_code, area_code, unit_code, valid_from, reason, made_by, made_at)
         values ($1, $4, $2, '2026-01-01', $3, 'x', now()) returning id::text as key`,
        [county, unit, mark, someVillage(county)],
      ),
    template: () =>
      one(
        `insert into response_template (county_code, unit_code, name, text, changed_by, changed_at)
         values ($1, $2, $3 || gen_random_uuid(), $3, 'x', now()) returning id::text as key`,
        [county, unit, mark],
      ),
    shift: (of = unit) =>
      one(
        `insert into duty_shift (county_code, date, starts_at, ends_at, unit_code, origin, provisional)
         select $1, d, d + interval '1 hour', d + interval '2 hours', $2, 'turn', false
           from (select coalesce(max(date), '2030-01-01') + 1 as d from duty_shift where county_code = $1) next returning id::text as key`,
        [county, of],
      ),
    swap: async (isAsked = false) =>
      one(
        `insert into duty_swap (county_code, shift_id, with_shift_id, asking_unit, asked_unit, state, reason, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, 'asked', $6, 'x', now()) returning id::text as key`,
        [county, await make.shift(isAsked ? other : unit), await make.shift(isAsked ? unit : other), isAsked ? other : unit, isAsked ? unit : other, mark],
      ),
    question: (isAnswered = false) =>
      one(
        `insert into consultation (id, number, starter, idempotency_key, content_hash, county_code, area_code, question, unit_code, state, is_open, asked_at, waiting_since, answered_at)
         values (gen_random_uuid(), gen_random_uuid()::text, 'public', gen_random_uuid()::text, '\\x00', $1, $1, $2, $3,
           case when $4 then 'answered' else 'waiting' end, true, now(), now(), case when $4 then now() end) returning number as key`,
        [county, mark, unit, isAnswered],
      ),
    unit: () =>
      one(`insert into unit (code, name, kind, area_code) values (left('u' || md5(random()::text), 20), $1, 'department', $2) returning code as key`, [mark, county]),
  };
  const things: UnitThings = { mark, county, unit, category, make };
  await Promise.all([make.rule(), make.template(), make.question(), make.question(true)]);
  await make.swap();
  return things;
}

/** Where each role works; of the unit itself are those who handle for it. */
const AREAS: Partial<Record<MatrixCaller, string>> = {
  gridMember: '990121001001001',
  villageOfficial: '990121001001',
  townCentre: '990121001',
  cityCentre: '9901',
};

/** Two counties of two cities: the callers' own unit, another one of their county, one of the other county. */
export async function departmentsMatrix(departments: DepartmentsTrial): Promise<MatrixStand<UnitThings>> {
  const things = {
    own: await place(departments, 'own'),
    neighbour: await place(departments, 'neighbour'),
    elsewhere: await place(departments, 'elsewhere'),
  };
  const callers = Object.fromEntries(
    CALLERS.map((caller) => {
      if (caller === 'anonymous') return [caller, undefined];
      const subject = randomUUID();
      const role = (caller === 'villageOfficial' ? 'villageSecretary' : caller) as PositionRole;
      const unitCode = caller === 'departmentHandler' ? things.own.unit : null;
      const isPlaced = caller !== 'resident' && caller !== 'service';
      if (isPlaced) departments.positions.set(subject, [{ id: randomUUID(), role, areaCode: AREAS[caller] ?? '990121', unitCode }]);
      return [caller, { subject, roles: [caller as Role] }];
    }),
  ) as MatrixStand<UnitThings>['callers'];
  return { subgraph: departments, callers, things };
}
