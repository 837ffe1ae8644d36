import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } replayed } }`;
const START_MANY = `mutation ($cases: [StartCaseInput!]!) { startCases(cases: $cases) { accepted replayed refused
  results { case { number } error { code message field } } } }`;

interface Many {
  startCases: { accepted: number; replayed: number; refused: number; results: { error: { code: string; field: string | null } | null }[] };
}

describe('the quota of an outside system', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  const newClient = (left: number, categories?: string[]): TokenWishes & { subject: string } => {
    const subject = randomUUID();
    cases.positions.set(subject, [{ id: `of-${subject}`, role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    cases.identity.quotas.set(subject, { left, ...(categories && { categories }) });
    return { subject, username: `service-account-${subject}`, clientId: `client-${subject}`, roles: ['externalSystem'] };
  };
  const input = (over: object = {}) => ({ idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over });
  const start = (one: object, as: TokenWishes) => cases.ask<{ startCase: { replayed: boolean } }>(START, { input: one }, as);
  const startMany = (many: object[], as: TokenWishes) => cases.ask<Many>(START_MANY, { cases: many }, as);
  const askedBy = ({ subject }: { subject: string }) => cases.identity.quotasAsked.filter((one) => one.subject === subject);
  const leftOf = ({ subject }: { subject: string }) => cases.identity.quotas.get(subject)!.left;
  const written = async ({ subject }: { subject: string }) =>
    (await cases.sql<{ n: number }>('select count(*)::int as n from case_file where starter = $1', [subject]))[0]!.n;

  it('is taken before a case is written, with its category, and what is over it is refused by name', async () => {
    const client = newClient(1);
    expect((await start(input({ categoryCode: 'roads' }), client)).errors).toBeUndefined();
    expect(askedBy(client)).toEqual([{ subject: client.subject, count: 1, categoryCodes: ['roads'] }]);
    const { errors } = await start(input(), client);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CLIENT_QUOTA_SPENT', period: 'day' });
    expect(await written(client)).toBe(1);
  });

  it('takes nothing for a case that stands under its key, and nothing for one that is no case', async () => {
    const client = newClient(2);
    const once = input();
    await start(once, client);
    expect((await start(once, client)).data!.startCase.replayed).toBe(true);
    expect((await start(input({ text: '' }), client)).errors?.[0]?.extensions.code).toBe('TEXT_REQUIRED');
    expect((await start({ ...once, text: '别的内容' }, client)).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_CONFLICT');
    expect((await startMany([once, once, input()], client)).data!.startCases).toMatchObject({ accepted: 1, replayed: 2 });
    expect(leftOf(client)).toBe(0);
  });

  it('answers a repeated call after the quota is spent and while identity takes no quotas', async () => {
    const client = newClient(1);
    const once = input();
    await start(once, client);
    cases.identity.away.add('takeClientQuota');
    expect((await start(once, client)).data!.startCase.replayed).toBe(true);
    const { errors } = await start(input(), client);
    cases.identity.away.clear();
    expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(await written(client)).toBe(1);
  });

  it('takes a batch whole or not at all', async () => {
    const client = newClient(3);
    const known = input();
    await start(known, client);
    const { data } = await startMany([known, input(), input(), input()], client);
    expect(data!.startCases).toMatchObject({ accepted: 0, replayed: 1, refused: 3 });
    expect(data!.startCases.results.map(({ error }) => error?.code ?? null)).toEqual([null, ...Array(3).fill('CLIENT_QUOTA_SPENT')]);
    expect([leftOf(client), await written(client)]).toEqual([2, 1]);
  });

  it('says which category a client may not use, and in which field', async () => {
    const client = newClient(5, ['water']);
    const { errors } = await start(input({ categoryCode: 'roads' }), client);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CLIENT_CATEGORY_REFUSED', field: 'categoryCode', value: 'roads' });
    const { data } = await startMany([input({ categoryCode: 'roads' })], client);
    expect(data!.startCases.results[0]!.error).toMatchObject({ code: 'CLIENT_CATEGORY_REFUSED', field: 'categoryCode' });
    expect(await written(client)).toBe(0);
  });

  it('is asked of identity for many single calls at once, and none fails for the sake of the others', async () => {
    const client = newClient(40);
    const answers = await Promise.all(Array.from({ length: 60 }, () => start(input(), client)));
    const refused = answers.flatMap(({ errors }) => errors?.[0]?.extensions.code ?? []);
    expect(refused).toEqual(Array(20).fill('CLIENT_QUOTA_SPENT'));
    expect(await written(client)).toBe(40);
    const ample = newClient(1_000);
    await Promise.all(Array.from({ length: 60 }, () => start(input(), ample)));
    expect(askedBy(ample).reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(askedBy(ample).length).toBeLessThan(40);
  });

  it('is nothing that is asked of residents', async () => {
    const before = cases.identity.quotasAsked.length;
    await cases.ask(START, { input: input() });
    await start(input(), { subject: randomUUID(), roles: ['resident'] });
    expect(cases.identity.quotasAsked).toHaveLength(before);
  });
});
