import { randomUUID } from 'node:crypto';
import { letterOf, MEASURES } from '@yiwang/domain/figures';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import { CALLERS, type MatrixCaller, type MatrixStand, type Place } from '@yiwang/testing/matrix';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { answeredOn, told } from './facts-stand-in.js';

/** What a place of evaluations has: a village with a case, a count, somebody to call, and a village that answers for it. */
export interface FiguresThings {
  /** The category, seed, note or comment of whatever is of this place. */
  mark: string;
  county: string;
  village: string;
  month: string;
  caseNumber: string;
  countId: string;
  make: { callBack(): Promise<string>; accountability(state: string): Promise<string> };
}

const PLACES: Record<Place, { village: string; month: string; number: number }> = {
  own: { village: '990121001001', month: '2026-01', number: 1 },
  neighbour: { village: '990121002001', month: '2026-02', number: 2 },
  elsewhere: { village: '990221001001', month: '2026-01', number: 3 },
};

/** Before anything that is counted while the matrix is walked. */
export const COUNTED_AT = '2026-03-01T00:00:00.000Z';

/** Months far apart, because a village answers once for each. */
let months = 0;
const someMonth = (): string => `${1900 + Math.floor(months / 12)}-${String((months++ % 12) + 1).padStart(2, '0')}`;

async function place(evaluations: TestSubgraph, name: Place): Promise<FiguresThings> {
  const { village, month, number } = PLACES[name];
  const [mark, county, countId, area] = [`${name}-thing`, village.slice(0, 6), randomUUID(), `${village}001`];
  const caseNumber = `${county}-20260105-${String(number).padStart(6, '0')}`;
  const { newest: _newest, stage: _stage, closedAs: _as, closedAt: _at, ...facts } = told(
    '2026-01-05',
    [{ ...answeredOn('2026-01-06'), at: new Date().toISOString() }],
    { caseNumber, countyCode: county, areaCode: area, categoryCode: mark },
  );
  const run = async (text: string, values: unknown[]): Promise<string> => {
    const id = randomUUID();
    await evaluations.sql(text, [id, ...values]);
    return id;
  };
  await evaluations.sql(
    `insert into case_fact (case_number, county_code, area_code, kind, category_code, received_at, round, facts, newest_xid, newest_seq)
     values ($1, $2, $3, 'complaint', $4, $5, 1, $6, 1, 1)`,
    [caseNumber, county, area, mark, `${month}-05T04:00:00Z`, JSON.stringify(facts)],
  );
  await evaluations.sql(
    `insert into figure_count (id, county_code, month, as_of, version, rules, policy_version, cause, state, cases)
     values ($1, $2, $3, $4, 1, 1, 1, 'requested', 'done', 1)`,
    [countId, county, month, COUNTED_AT],
  );
  await evaluations.sql(
    `insert into figure (count_id, county_code, scope_kind, scope_code, measure, numerator, denominator, exclusions, cases)
     select $1, $2, 'county', $2, measure, 1, 1, '{}', 1 from unnest($3::text[]) measure`,
    [countId, county, MEASURES],
  );
  await evaluations.sql(`insert into counted_case (count_id, scope, case_number, area_code, verdicts) values ($1, $2, $3, $4, $5)`, [
    ...[countId, `village:${village}`, caseNumber, area, MEASURES.map(() => letterOf('yes')).join('')],
  ]);
  await run(
    `insert into call_back_sample (id, county_code, seed, size, closed_from, closed_until, population, drawn_at)
     values ($1, $2, $3, 1, now(), now(), 1, now())`,
    [county, mark],
  );
  await evaluations.sql(
    `insert into assessment_policy (county_code, version, weights, thresholds, limits, in_force_from, note)
     select $1, max(version) + 1, (array_agg(weights))[1], (array_agg(thresholds))[1], (array_agg(limits))[1], '2020-01-01', $2 from assessment_policy`,
    [county, mark],
  );
  await run(
    `insert into rating (id, case_number, county_code, round, rating, comment, rated_by_kind, idempotency_key, state, outcome_stage, outcome_round, next_attempt_at, decided_at)
     values ($1, $2, $3, 1, 'satisfied', $4, 'resident', 'k', 'confirmed', 'closed', 1, now(), now())`,
    [caseNumber, county, mark],
  );
  const make: FiguresThings['make'] = {
    callBack: () =>
      run(
        `insert into call_back (id, case_number, county_code, area_code, round, level, due_at)
         select $1, $2, $3, $4, coalesce(max(round), 0) + 1, 'county', now() - interval '1 hour' from call_back where case_number = $2`,
        [caseNumber, county, area],
      ),
    accountability: (state) =>
      run(
        `insert into accountability (id, county_code, month, scope_kind, scope_code, kind, count_id, shortfalls, months_running, input, state, opened_at, due_at)
         values ($1, $2, $3, 'village', $4, 'circular', $5, '[]', 1, '{}', $6, now(), now() + interval '5 days')`,
        [county, someMonth(), village, countId, state],
      ),
  };
  await make.callBack();
  await make.accountability('rectifying');
  return { mark, county, village, month, caseNumber, countId, make };
}

/** Where each role works; the others are of the whole county. */
const AREAS: Partial<Record<MatrixCaller, string>> = {
  ...{ gridMember: '990121001001001', villageOfficial: '990121001001', townCentre: '990121001', cityCentre: '9901' },
};

/** Two counties of two cities: the callers' own village, one of another town, one of the other county. */
export async function figuresMatrix(evaluations: TestSubgraph): Promise<MatrixStand<FiguresThings>> {
  const things = {
    own: await place(evaluations, 'own'),
    neighbour: await place(evaluations, 'neighbour'),
    elsewhere: await place(evaluations, 'elsewhere'),
  };
  const callers = Object.fromEntries(
    CALLERS.map((caller) => {
      if (caller === 'anonymous') return [caller, undefined];
      const subject = randomUUID();
      const role = (caller === 'villageOfficial' ? 'villageSecretary' : caller) as PositionRole;
      const unitCode = caller === 'departmentHandler' ? 'unit-roads' : null;
      const isPlaced = caller !== 'resident' && caller !== 'service';
      if (isPlaced) evaluations.positions.set(subject, [{ id: randomUUID(), role, areaCode: AREAS[caller] ?? '990121', unitCode }]);
      return [caller, { subject, roles: [caller as Role] }];
    }),
  ) as MatrixStand<FiguresThings>['callers'];
  return { subgraph: evaluations, callers, things };
}
