import { randomUUID } from 'node:crypto';
import { schemaDrift } from '@yiwang/testing/drift';
import { statementsDuring } from '@yiwang/testing/statements';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { ownSchema, TABLES_WITHOUT_ENTITY } from '../src/schema.js';
import { casesStandIn } from './cases-stand-in.js';
import { evaluationsStand } from './stand.js';

const [FIRST, SECOND, UNRATED] = [
  '990121-20260101-000001',
  '990121-20260101-000002',
  '990121-20260101-000003',
] as const;
const RATED = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Case {
  number ratings { round rating } currentRating { rating round } } } }`;

interface RatedAnswer {
  number: string;
  ratings: { round: number; rating: string }[];
  currentRating: { rating: string; round: number } | null;
}

describe('reading ratings', () => {
  let evaluations: TestSubgraph;
  let cases: Awaited<ReturnType<typeof casesStandIn>>;
  const LEADER = randomUUID();
  const VILLAGE = randomUUID();
  const leader = { subject: LEADER, roles: ['leader' as const] };
  const village = { subject: VILLAGE, roles: ['villageOfficial' as const] };

  beforeAll(async () => {
    cases = await casesStandIn();
    evaluations = await evaluationsStand({ CASES_URL: cases.url });
    evaluations.positions.set(LEADER, [{ id: '1', role: 'leader', areaCode: '990121', unitCode: null }]);
    evaluations.positions.set(VILLAGE, [
      { id: '2', role: 'villageSecretary', areaCode: '990121001002', unitCode: null },
    ]);
    for (const number of [FIRST, SECOND, UNRATED]) {
      const seenBy = number === SECOND ? [LEADER] : [LEADER, VILLAGE];
      cases.cases.set(number, { stage: 'evaluating', round: 2, pickupCode: 'ACEFGH', seenBy, reason: null });
    }
    await evaluations.sql(
      `insert into rating (id, case_number, county_code, rated_by_kind, next_attempt_at, created_at, round, rating,
                           idempotency_key, state, outcome_stage, outcome_round, refusal_code, decided_at)
       select gen_random_uuid(), n, '990121', 'resident', now() + interval '1 hour', now() - make_interval(days => days),
              round, rating, key, state, stage, outcome, refusal, case when state <> 'pending' then now() end
         from (values ($1::text, 3, 1, 'dissatisfied', 'a', 'confirmed', 'dispatched', 2, null),
                      ($1, 2, 1, 'satisfied', 'b', 'refused', null, null, 'STAGE_REFUSES'),
                      ($1, 1, 2, 'mostlySatisfied', 'c', 'confirmed', 'closed', 2, null),
                      ($2, 0, 1, 'satisfied', 'd', 'pending', null, null, null))
                as r (n, days, round, rating, key, state, stage, outcome, refusal)`,
      [FIRST, SECOND],
    );
  }, 120_000);
  afterAll(async () => {
    await evaluations?.close();
    await cases?.close();
  });

  const ratedCases = (as?: typeof leader | typeof village) =>
    evaluations.ask<{ _entities: RatedAnswer[] }>(
      RATED,
      { representations: [FIRST, SECOND, UNRATED].map((number) => ({ __typename: 'Case', number })) },
      as,
    );

  it('gives a case its ratings, oldest first, and the one that counts, with one read', async () => {
    await ratedCases(leader);
    cases.asked.length = 0;
    const statements = await statementsDuring(evaluations.app, async () => {
      const { data, errors } = await ratedCases(leader);
      expect(errors).toBeUndefined();
      expect(data?._entities).toEqual([
        {
          number: FIRST,
          ratings: [
            { round: 1, rating: 'dissatisfied' },
            { round: 2, rating: 'mostlySatisfied' },
          ],
          currentRating: { rating: 'mostlySatisfied', round: 2 },
        },
        { number: SECOND, ratings: [{ round: 1, rating: 'satisfied' }], currentRating: null },
        { number: UNRATED, ratings: [], currentRating: null },
      ]);
    });
    // The service's own loops may look after theirs meanwhile.
    expect(statements.filter((statement) => statement.includes('RatingEntity'))).toHaveLength(1);
    expect(cases.asked).toEqual([]);
  });

  it('shows somebody with a narrower post only what cases says they may see, asking once', async () => {
    cases.asked.length = 0;
    const { data } = await ratedCases(village);
    expect(data?._entities.map(({ ratings }) => ratings.length)).toEqual([2, 0, 0]);
    expect(cases.asked).toEqual(['_entities']);
  });

  it('shows the public nothing', async () => {
    const { data, errors } = await ratedCases();
    expect(errors).toBeUndefined();
    expect(data?._entities.map(({ ratings }) => ratings.length)).toEqual([0, 0, 0]);
  });

  it('lists the ratings of one case for who may see it and knows no case for others', async () => {
    const list = (number: string, as?: typeof village) =>
      evaluations.ask<{ ratings: object[] }>(
        `query ($n: ID!) { ratings(caseNumber: $n) { rating state } }`,
        { n: number },
        as,
      );
    expect((await list(FIRST, village)).data?.ratings).toEqual([
      { rating: 'dissatisfied', state: 'confirmed' },
      { rating: 'mostlySatisfied', state: 'confirmed' },
    ]);
    expect((await list(SECOND, village)).errors?.[0]?.extensions).toMatchObject({
      code: 'CASE_NOT_FOUND',
      field: 'caseNumber',
    });
    expect((await list('x', village)).errors?.[0]?.extensions.code).toBe('CASE_NOT_FOUND');
    expect((await list(FIRST)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('stands on tables that are those the entities describe', async () => {
    expect(await schemaDrift(ownSchema, TABLES_WITHOUT_ENTITY)).toEqual([]);
  }, 120_000);
});
