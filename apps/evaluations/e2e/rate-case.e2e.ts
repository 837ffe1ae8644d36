import { randomUUID } from 'node:crypto';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { PendingRatings } from '../src/ratings/pending-ratings.js';
import { casesStandIn } from './cases-stand-in.js';
import { startEngine } from './engine.js';
import { evaluationsStand } from './stand.js';

const RATE = `mutation ($input: RateCaseInput!) { rateCase(input: $input) {
  state stage round message rating { id round rating comment state outcomeStage } } }`;

interface Rated {
  rateCase: { state: string; stage: string | null; round: number | null; message: string; rating: { id: string } };
}

describe('rating a case', () => {
  let evaluations: TestSubgraph;
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let cases: Awaited<ReturnType<typeof casesStandIn>>;
  const HANDLER = randomUUID();

  beforeAll(async () => {
    [engine, cases] = await Promise.all([startEngine(), casesStandIn()]);
    evaluations = await evaluationsStand({ CASES_URL: cases.url, TEMPORAL_ADDRESS: engine.address });
  }, 180_000);
  afterAll(async () => {
    await evaluations?.close();
    await engine?.close();
    await cases?.close();
  });

  async function answeredCase(): Promise<string> {
    const number = await engine.answeredCase(HANDLER);
    cases.cases.set(number, { stage: 'evaluating', round: 1, pickupCode: 'ACEFGH', seenBy: [HANDLER], reason: null });
    return number;
  }
  const inputFor = (caseNumber: string, more: object = {}) => ({
    caseNumber,
    pickupCode: 'ACEFGH',
    rating: 'satisfied',
    comment: '路修好了',
    idempotencyKey: 'k-1',
    ...more,
  });
  const rate = (input: object, as?: Parameters<TestSubgraph['ask']>[2], language = 'en') =>
    evaluations.ask<Rated>(RATE, { input }, as, language);
  const rows = (number: string) =>
    evaluations.sql<{ id: string; state: string; outcome_stage: string | null; attempts: number }>(
      'select id, state, outcome_stage, attempts from rating where case_number = $1 order by created_at',
      [number],
    );
  const comeDue = (number: string) =>
    evaluations.sql(`update rating set next_attempt_at = now() - interval '1 second' where case_number = $1`, [number]);

  it('closes the case when a resident with the pickup code is satisfied', async () => {
    const number = await answeredCase();
    const { data, errors } = await rate(inputFor(number));
    expect(errors).toBeUndefined();
    expect(data?.rateCase).toEqual({
      state: 'confirmed',
      stage: 'closed',
      round: 1,
      message: expect.stringContaining('counts'),
      rating: {
        id: expect.any(String),
        round: 1,
        rating: 'satisfied',
        comment: '路修好了',
        state: 'confirmed',
        outcomeStage: 'closed',
      },
    });
    const audit = await evaluations.sql(
      `select operation, outcome, actor_kind, county_code, idempotency_key from audit_entry where target_id = $1 order by id`,
      [number],
    );
    expect(audit).toEqual([
      {
        operation: 'rateCase',
        outcome: 'done',
        actor_kind: 'anonymous',
        county_code: '990121',
        idempotency_key: 'k-1',
      },
      {
        operation: 'rateCase.decided',
        outcome: 'done',
        actor_kind: 'system',
        county_code: '990121',
        idempotency_key: 'k-1',
      },
    ]);
  });

  it('opens round two when the resident is dissatisfied', async () => {
    const { data } = await rate(inputFor(await answeredCase(), { rating: 'dissatisfied' }), undefined, 'zh-CN');
    expect(data?.rateCase).toMatchObject({
      state: 'confirmed',
      stage: 'dispatched',
      round: 2,
      message: expect.stringContaining('已生效'),
    });
  });

  it('is the same rating when sent again, also after the case has closed', async () => {
    const number = await answeredCase();
    const first = await rate(inputFor(number));
    cases.cases.get(number)!.reason = 'CASE_CLOSED';
    const again = await rate(inputFor(number));
    expect(again.data).toEqual(first.data);
    expect(engine.timesRated(number)).toBe(1);
    const conflict = await rate(inputFor(number, { comment: '另一句' }));
    expect(conflict.errors?.[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', field: 'idempotencyKey' });
    const late = await rate(inputFor(number, { idempotencyKey: 'k-2' }));
    expect(late.errors?.[0]?.extensions.code).toBe('CASE_CLOSED');
  });

  it('is one rating when the same is sent ten times at once', async () => {
    const number = await answeredCase();
    const answers = await Promise.all(Array.from({ length: 10 }, () => rate(inputFor(number))));
    expect(new Set(answers.map(({ data }) => data?.rateCase.rating.id)).size).toBe(1);
    expect(answers.map(({ data }) => data?.rateCase.state)).toEqual(Array.from({ length: 10 }, () => 'confirmed'));
    expect(await rows(number)).toHaveLength(1);
    expect(engine.timesRated(number)).toBe(1);
  });

  it('is refused to whoever handled the case, and refused again for the same key', async () => {
    const number = await answeredCase();
    const handler = { subject: HANDLER, roles: ['gridMember' as const] };
    for (const language of ['en', 'zh-CN']) {
      const { errors } = await rate(inputFor(number, { pickupCode: null }), handler, language);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'HANDLER_MAY_NOT_RATE', category: 'FORBIDDEN' });
    }
    expect(await rows(number)).toMatchObject([{ state: 'refused', outcome_stage: null }]);
    const resident = await rate(inputFor(number, { idempotencyKey: 'k-resident' }));
    expect(resident.data?.rateCase.state).toBe('confirmed');
  });

  it('is refused by the workflow where cases did not know yet that it had moved on', async () => {
    const number = await answeredCase();
    await rate(inputFor(number, { rating: 'dissatisfied' }));
    // The workflow waits ten seconds to hear whether the new round is answered already.
    const deciding = rate(inputFor(number, { idempotencyKey: 'k-2' }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await engine.pass('11 seconds');
    const stale = await deciding;
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'STAGE_REFUSES', category: 'CONFLICT' });
    const closed = await answeredCase();
    await rate(inputFor(closed));
    const afterwards = await rate(inputFor(closed, { idempotencyKey: 'k-2' }));
    expect(afterwards.errors?.[0]?.extensions.code).toBe('CASE_CLOSED');
  });

  it.each([
    ['a wrong pickup code', { pickupCode: 'WRONG7' }, 'PICKUP_CODE_WRONG'],
    ['no pickup code', { pickupCode: null }, 'PICKUP_CODE_WRONG'],
    ['a number that is none', { caseNumber: 'A-1' }, 'CASE_NOT_FOUND'],
    ['a case that is not there', { caseNumber: '990121-20260101-999999' }, 'CASE_NOT_FOUND'],
    ['no key', { idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID'],
    ['a comment of 1,001 characters', { comment: '长'.repeat(1_001) }, 'TEXT_TOO_LONG'],
    ['a control character', { comment: '好\u0007' }, 'TEXT_CONTROL_CHARACTERS'],
  ])('is refused with %s, in both languages, and nothing is recorded', async (_what, more, code) => {
    const number = await answeredCase();
    const english = await rate(inputFor(number, more));
    const chinese = await rate(inputFor(number, more), undefined, 'zh-CN');
    expect([english, chinese].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([code, code]);
    expect(english.errors?.[0]?.message).not.toBe(chinese.errors?.[0]?.message);
    expect(await rows(number)).toEqual([]);
  });

  it('is refused to a signed-in stranger and with a bad token', async () => {
    const number = await answeredCase();
    const stranger = await rate(inputFor(number), { roles: ['resident'] });
    expect(stranger.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await evaluations.sql('select operation, outcome, details from audit_entry where target_id = $1', [number])).toEqual([
      { operation: 'rateCase', outcome: 'refused', details: { code: 'FORBIDDEN' } },
    ]);
    const forged = await rate(inputFor(number), { foreignKey: true });
    expect(forged.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is recorded while the engine is away, and applied once it is back', async () => {
    const number = await answeredCase();
    engine.door.shut();
    const { data } = await rate(inputFor(number));
    expect(data?.rateCase).toMatchObject({
      state: 'pending',
      stage: null,
      round: null,
      message: expect.stringContaining('recorded'),
    });
    await comeDue(number);
    await evaluations.app.get(PendingRatings).applyDue();
    expect(await rows(number)).toMatchObject([{ state: 'pending' }]);
    engine.door.open();
    for (let tries = 0; tries < 20 && (await rows(number))[0]?.state === 'pending'; tries += 1) {
      await comeDue(number);
      await evaluations.app.get(PendingRatings).applyDue();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(await rows(number)).toMatchObject([{ state: 'confirmed', outcome_stage: 'closed' }]);
    const again = await rate(inputFor(number));
    expect(again.data?.rateCase).toMatchObject({
      state: 'confirmed',
      stage: 'closed',
      rating: { id: data?.rateCase.rating.id },
    });
    expect(engine.timesRated(number)).toBe(1);
  });

  it('is taken up once, however many copies of the loop look for it', async () => {
    const number = await answeredCase();
    await rate(inputFor(number));
    await evaluations.sql(
      `update rating set state = 'pending', outcome_stage = null, outcome_round = null, decided_at = null,
              next_attempt_at = now() - interval '1 second' where case_number = $1`,
      [number],
    );
    const loop = evaluations.app.get(PendingRatings);
    await Promise.all([loop.applyDue(), loop.applyDue(), loop.applyDue()]);
    for (let tries = 0; tries < 40 && (await rows(number))[0]?.state === 'pending'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(await rows(number)).toMatchObject([{ state: 'confirmed', attempts: 1 }]);
    expect(engine.timesRated(number)).toBe(1);
  });

  it.each([
    ['the case goes on', 'dissatisfied', 'dispatched'],
    ['the case is closed by it', 'satisfied', 'closed'],
  ])(
    'is mended by the loop after a crash before its answer was written down, where %s',
    async (_what, rating, stage) => {
      const number = await answeredCase();
      await rate(inputFor(number, { rating }));
      await evaluations.sql(
        `update rating set state = 'pending', outcome_stage = null, outcome_round = null, decided_at = null,
              next_attempt_at = now() - interval '1 second' where case_number = $1`,
        [number],
      );
      for (let tries = 0; tries < 40 && (await rows(number))[0]?.state === 'pending'; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      expect(await rows(number)).toMatchObject([{ state: 'confirmed', outcome_stage: stage, attempts: 1 }]);
      expect(engine.timesRated(number)).toBe(1);
    },
  );
});
