import { randomUUID } from 'node:crypto';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { casesStandIn } from './cases-stand-in.js';
import { startEngine } from './engine.js';
import { told } from './facts-stand-in.js';
import { evaluationsStand } from './stand.js';

const ISSUE = `mutation ($n: ID!) { issueRatingLink(caseNumber: $n) { caseNumber token expiresAt } }`;
const RATE = `mutation ($input: RateByLinkInput!) { rateByLink(input: $input) { state stage round message rating { id rating comment } } }`;
const COUNTY = '990121';
const DAY_MS = 86_400_000;

interface Rated {
  rateByLink: { state: string; stage: string | null; rating: { id: string } };
}

describe('rating by a link', () => {
  let evaluations: TestSubgraph;
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let cases: Awaited<ReturnType<typeof casesStandIn>>;
  const service = { roles: ['service' as const], clientId: 'yiwang-cases' };

  beforeAll(async () => {
    engine = await startEngine();
    cases = await casesStandIn();
    evaluations = await evaluationsStand({ TEMPORAL_ADDRESS: engine.address, CASES_URL: cases.url });
  }, 180_000);
  afterAll(async () => {
    await evaluations?.close();
    await engine?.close();
    await cases?.close();
  });

  /** A case that somebody has answered some days ago, of which the facts were heard. */
  async function answered(days = 0): Promise<string> {
    const number = await engine.answeredCase();
    const at = new Date(Date.now() - days * DAY_MS - 1_000).toISOString();
    const { newest: _newest, stage: _stage, closedAs: _as, closedAt: _at, ...facts } = told('2026-01-05', [{ type: 'answered', at, round: 1, tier: 'grid' }], { caseNumber: number });
    await evaluations.sql(
      `insert into case_fact (case_number, county_code, area_code, kind, received_at, round, facts, newest_xid, newest_seq)
       values ($1, $2, $3, 'complaint', $4, 1, $5, 1, 1)`,
      [number, COUNTY, facts.areaCode, facts.receivedAt, JSON.stringify(facts)],
    );
    return number;
  }
  const issue = async (number: string, as: Parameters<TestSubgraph['ask']>[2] = service) =>
    evaluations.ask<{ issueRatingLink: { token: string; expiresAt: string } }>(ISSUE, { n: number }, as);
  const linkFor = async (number: string): Promise<string> => (await issue(number)).data!.issueRatingLink.token;
  const rate = (token: string, more: object = {}, language = 'zh-CN') =>
    evaluations.ask<Rated>(RATE, { input: { token, rating: 'satisfied', comment: '谢谢', ...more } }, undefined, language);

  it('closes the case, once, and keeps only the hash of the token', async () => {
    const number = await answered();
    const token = await linkFor(number);
    const first = await rate(token);
    expect(first.data?.rateByLink).toMatchObject({ state: 'confirmed', stage: 'closed', rating: { rating: 'satisfied', comment: '谢谢' } });
    expect((await rate(token)).data).toEqual(first.data);
    for (const language of ['zh-CN', 'en']) {
      expect((await rate(token, { rating: 'dissatisfied' }, language)).errors?.[0]?.extensions).toMatchObject({ code: 'RATING_LINK_USED', field: 'token' });
    }
    expect(engine.timesRated(number)).toBe(1);
    const kept = await evaluations.sql<{ row: string }>('select l::text as row from rating_link l where case_number = $1', [number]);
    expect(kept).toHaveLength(1);
    expect(kept[0]!.row).not.toContain(token);
  });

  it('is one rating when it is sent ten times at once', async () => {
    const number = await answered();
    const token = await linkFor(number);
    const answers = await Promise.all(Array.from({ length: 10 }, () => rate(token)));
    expect(new Set(answers.map(({ data }) => data?.rateByLink.rating.id)).size).toBe(1);
    expect(engine.timesRated(number)).toBe(1);
  });

  it('opens another round where the resident is dissatisfied', async () => {
    const { data } = await rate(await linkFor(await answered()), { rating: 'dissatisfied' });
    expect(data?.rateByLink).toMatchObject({ state: 'confirmed', stage: 'dispatched', round: 2 });
  });

  it('ends with the rating window', async () => {
    const number = await answered();
    const token = await linkFor(number);
    await evaluations.sql(`update rating_link set expires_at = now() - interval '1 second' where case_number = $1`, [number]);
    expect((await rate(token)).errors?.[0]?.extensions.code).toBe('LINK_EXPIRED');
    expect((await issue(await answered(8))).errors?.[0]?.extensions.code).toBe('LINK_EXPIRED');
    const { data } = await issue(await answered(1));
    expect(Math.round((Date.parse(data!.issueRatingLink.expiresAt) - Date.now()) / DAY_MS)).toBe(6);
  });

  it.each(['x', 'a'.repeat(43), '', `${'a'.repeat(42)} `])('is refused with the token %j, and nothing is recorded', async (token) => {
    const before = await evaluations.sql('select id from rating');
    const [chinese, english] = [await rate(token), await rate(token, {}, 'en')];
    expect([chinese, english].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['RATING_LINK_WRONG', 'RATING_LINK_WRONG']);
    expect(chinese.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message);
    expect(await evaluations.sql('select id from rating')).toEqual(before);
  });

  it('is made for a service of ours and the county’s centre, of a case that is answered', async () => {
    const number = await answered();
    const centre = randomUUID();
    evaluations.positions.set(centre, [{ id: centre, role: 'countyCentre', areaCode: COUNTY, unitCode: null }]);
    expect((await issue(number, { subject: centre, roles: ['countyCentre'] })).data?.issueRatingLink.token).toMatch(/^[\w-]{43}$/);
    expect((await issue(number, { roles: ['gridMember'] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await issue(number, { roles: ['countyCentre'] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await issue('990121-20260101-999999')).errors?.[0]?.extensions.code).toBe('CASE_NOT_FOUND');
    await evaluations.sql(`update case_fact set facts = jsonb_set(facts, '{events}', '[]') where case_number = $1`, [number]);
    expect((await issue(number)).errors?.[0]?.extensions.code).toBe('STAGE_REFUSES');
  });

  describe('that came with the notice of an answer', () => {
    /** An answered case, with its link as cases vouches for it. */
    async function told(change: { reason?: string; round?: number } = {}): Promise<{ number: string; token: string }> {
      const number = await engine.answeredCase();
      const token = `${number}.1.${randomUUID().replaceAll('-', '').slice(0, 22)}`;
      cases.cases.set(number, { stage: 'evaluating', round: 1, pickupCode: '', seenBy: [], reason: null, link: token, ...change });
      return { number, token };
    }
    const codeOf = async (answer: ReturnType<typeof rate>) => (await answer).errors?.[0]?.extensions.code;
    const kept = (number: string) => evaluations.sql<{ used: boolean }>('select used_at is not null as used from rating_link where case_number = $1', [number]);

    it('rates once: the same again hears of the first, another rating is refused', async () => {
      const { number, token } = await told();
      const first = await rate(token);
      expect(first.data?.rateByLink).toMatchObject({ state: 'confirmed', stage: 'closed', rating: { rating: 'satisfied', comment: '谢谢' } });
      // As cases would say from now on.
      cases.cases.get(number)!.reason = 'CASE_CLOSED';
      expect((await rate(token)).data).toEqual(first.data);
      expect(await codeOf(rate(token, { rating: 'dissatisfied' }))).toBe('RATING_LINK_USED');
      expect(engine.timesRated(number)).toBe(1);
      expect(await kept(number)).toEqual([{ used: true }]);
    });

    it('is one rating when it is sent ten times at once', async () => {
      const { number, token } = await told();
      const answers = await Promise.all(Array.from({ length: 10 }, () => rate(token)));
      expect(new Set(answers.map(({ data }) => data?.rateByLink.rating.id)).size).toBe(1);
      expect(engine.timesRated(number)).toBe(1);
    });

    it.each(['LINK_EXPIRED', 'STAGE_REFUSES', 'CASE_CLOSED', 'HANDLER_MAY_NOT_RATE'])('is refused with %s where cases says so, and nothing is kept', async (reason) => {
      const { number, token } = await told({ reason });
      expect(await codeOf(rate(token))).toBe(reason);
      expect(await kept(number)).toEqual([]);
      expect(await evaluations.sql('select id from rating where case_number = $1', [number])).toEqual([]);
      expect(await evaluations.sql(`select outcome from audit_entry where operation = 'rateByLink' and target_id = $1`, [number])).toHaveLength(1);
    });

    it('is refused for another case, and made up', async () => {
      const [one, other] = [await told(), await told()];
      const proof = one.token.split('.')[2];
      expect(await codeOf(rate(`${other.number}.1.${proof}`))).toBe('RATING_LINK_WRONG');
      expect(await codeOf(rate(`${one.number}.2.${proof}`))).toBe('RATING_LINK_WRONG');
      expect(await codeOf(rate(`990121-20260101-999999.1.${proof}`))).toBe('RATING_LINK_WRONG');
      expect([...(await kept(one.number)), ...(await kept(other.number))]).toEqual([]);
    });
  });
});
