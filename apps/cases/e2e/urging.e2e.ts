import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { engineStand, type EngineStand } from './engine.js';
import { GRID } from './stand.js';

const URGE = `mutation ($input: UrgeCaseArguments!) { urgeCase(input: $input) { number timeline { type text actorKind actorRole } } }`;

interface Urged {
  urgeCase: { number: string; timeline: { type: string; text: string | null; actorKind: string }[] };
}

describe('urging a late case by whoever reported it', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const urge = (input: object, as?: TokenWishes) => cases.ask<Urged>(URGE, { input }, as);
  const refusal = async (asked: Promise<{ errors?: { extensions: Record<string, unknown> }[] }>) => (await asked).errors?.[0]?.extensions;
  const resident = (): TokenWishes & { subject: string } => ({ subject: randomUUID(), roles: ['resident'] });

  it('says from when before a deadline, reaches the holder after it, and counts once a day and once for a key', async () => {
    const { number, pickupCode } = await cases.runningCase();
    const early = await refusal(urge({ number, pickupCode }));
    const [row] = await cases.sql<{ due: Date }>('select response_due_at as due from case_file where number = $1', [number]);
    expect(early).toMatchObject({ code: 'URGE_TOO_EARLY', opensAt: row?.due.toISOString() });

    await cases.pass('25 hours');
    const input = { number, pickupCode, text: '一天了没人联系', idempotencyKey: 'u-1' };
    const { data } = await urge(input);
    expect(data?.urgeCase.timeline.filter(({ type }) => type === 'residentUrged')).toEqual([
      { type: 'residentUrged', text: '一天了没人联系', actorKind: 'resident', actorRole: null },
    ]);
    expect((await urge(input)).errors).toBeUndefined();
    expect(await refusal(urge({ ...input, text: '别的' }))).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await refusal(urge({ number, pickupCode }))).toMatchObject({ code: 'URGED_ALREADY' });

    const told = await cases.sql(`select recipient->'roles' as roles from notification where case_number = $1 and type = 'residentUrged'`, [number]);
    expect(told).toEqual([{ roles: ['gridMember'] }]);
    const audit = await cases.sql<{ outcome: string }>(`select outcome from audit_entry where target_id = $1 and operation = 'urgeCase' order by id`, [number]);
    expect(audit.map(({ outcome }) => outcome)).toEqual(['refused', 'done', 'refused', 'refused']);
  });

  it('is for the reporter alone: by the code or signed in, and neither for staff who see it nor for anybody else', async () => {
    const liu = resident();
    const { number, pickupCode } = await cases.runningCase({}, liu);
    await cases.pass('25 hours');
    expect(await refusal(urge({ number, pickupCode: 'AAAAAAAA' }))).toMatchObject({ code: 'PICKUP_CODE_WRONG' });
    expect(await refusal(urge({ number }))).toMatchObject({ code: 'PICKUP_CODE_WRONG' });
    expect(await refusal(urge({ number }, resident()))).toMatchObject({ code: 'CASE_NOT_FOUND' });
    expect(await refusal(urge({ number }, cases.staff(randomUUID(), 'gridMember', GRID)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(urge({ number, pickupCode, text: '长'.repeat(4_001) }))).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'text' });
    expect((await urge({ number }, liu)).data?.urgeCase.number).toBe(number);
  });

  it('rates an answer instead, also while the workflow of the case has not heard of it', async () => {
    const { number, pickupCode } = await cases.runningCase();
    await cases.pass('130 hours');
    await cases.sql(`update case_file set stage = 'evaluating' where number = $1`, [number]);
    expect(await refusal(urge({ number, pickupCode }))).toMatchObject({ code: 'STAGE_REFUSES', actual: 'evaluating' });
  });
});
