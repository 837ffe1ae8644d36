import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import pg from 'pg';
import { CaseFollower } from '../src/timeline/case-follower.js';
import { ChangedCases } from '../src/timeline/changed-cases.js';
import { COUNTY, GRID, OTHER_TOWN, TOWN, casesStand, type Stand } from './stand.js';
import { subscribe } from './subscribe.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const ADD = `mutation ($input: AddToCaseInput!) { addToCase(input: $input) { number } }`;
const CHANGES = `query ($after: String, $first: Int) { caseChanges(after: $after, first: $first) {
  entries { cursor caseNumber type text actorKind } cursor hasMore } }`;
const EVENTS = `subscription ($number: ID!, $code: String, $after: String) {
  caseEvents(number: $number, pickupCode: $code, after: $after) { cursor type text actorKind } }`;

interface Entry {
  cursor: string;
  caseNumber: string;
  type: string;
  text: string | null;
}
interface Changes {
  caseChanges: { entries: Entry[]; cursor: string; hasMore: boolean };
}

describe('following what happens to cases', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  const newClient = (): TokenWishes & { subject: string } => {
    const subject = randomUUID();
    cases.positions.set(subject, [{ id: subject, role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    return { subject, username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
  };
  const start = async (as: TokenWishes, areaCode = GRID) => {
    const input = { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode };
    const { data } = await cases.ask<{ startCase: { case: { number: string }; pickupCode: string } }>(START, { input }, as);
    return { number: data!.startCase.case.number, pickupCode: data!.startCase.pickupCode };
  };
  const add = (number: string, text: string, as: TokenWishes) => cases.ask(ADD, { input: { number, text } }, as);
  const changes = async (as: TokenWishes, variables: object = {}) => {
    const { data, errors } = await cases.ask<Changes>(CHANGES, { ...variables }, as);
    if (!data?.caseChanges) throw new Error(JSON.stringify(errors));
    return data.caseChanges;
  };
  const texts = (entries: Entry[]) => entries.map(({ type, text }) => text ?? type);

  describe('by the change feed', () => {
    it('gives everything once, oldest first, in pages of the wanted size', async () => {
      const client = newClient();
      const { number } = await start(client);
      for (const text of ['一', '二', '三', '四']) await add(number, text, client);
      await cases.shown();
      const all = await changes(client);
      expect(texts(all.entries)).toEqual(['received', '一', '二', '三', '四']);
      expect(all.hasMore).toBe(false);
      const paged: Entry[] = [];
      let page = await changes(client, { first: 2 });
      for (; page.hasMore; page = await changes(client, { first: 2, after: page.cursor })) paged.push(...page.entries);
      paged.push(...page.entries);
      expect(paged).toEqual(all.entries);
      expect(await changes(client, { after: page.cursor })).toEqual({ entries: [], cursor: page.cursor, hasMore: false });
      expect((await changes(client, { first: 0 })).entries).toHaveLength(1);
      expect((await changes(client, { first: 1_000_000 })).entries).toHaveLength(5);
    });

    it('never skips what began earlier and commits later', async () => {
      const client = newClient();
      const { number } = await start(client);
      await cases.shown();
      const { cursor } = await changes(client);
      const slow = new pg.Client({ connectionString: cases.adminUrl });
      await slow.connect();
      try {
        await slow.query('begin');
        await slow.query(
          `insert into cases.timeline_entry (case_number, county_code, type, at, actor_kind, text)
           values ($1, $2, 'added', now(), 'system', '先写后提交')`,
          [number, COUNTY],
        );
        await add(number, '后写先提交', client);
        // The later one is there and waits: a cursor behind it would leave the earlier one out for good.
        expect(await cases.sql(`select from timeline_entry where text = '后写先提交'`)).toHaveLength(1);
        expect(await changes(client, { after: cursor })).toEqual({ entries: [], cursor, hasMore: false });
        await slow.query('commit');
      } finally {
        await slow.end();
      }
      await cases.shown();
      expect(texts((await changes(client, { after: cursor })).entries)).toEqual(['先写后提交', '后写先提交']);
    });

    it('loses and repeats nothing while many write', async () => {
      const client = newClient();
      const { number } = await start(client);
      await cases.shown();
      let { cursor } = await changes(client);
      const wanted = Array.from({ length: 60 }, (_, i) => `第 ${i} 条`);
      let writing = true;
      const writers = Promise.all(
        [0, 1, 2, 3].map(async (worker) => {
          for (const text of wanted.filter((_, i) => i % 4 === worker)) await add(number, text, client);
        }),
      ).then(() => cases.shown()).finally(() => (writing = false));
      const got: Entry[] = [];
      for (let last = false; !last; ) {
        last = !writing;
        for (let page; (page = await changes(client, { after: cursor, first: 7 })), got.push(...page.entries), (cursor = page.cursor), page.hasMore; );
      }
      await writers;
      expect(texts(got).sort()).toEqual([...wanted].sort());
      expect(new Set(got.map((entry) => entry.cursor)).size).toBe(wanted.length);
    }, 60_000);

    it.each([['x'], ['1'], ['1:-2'], ['99999999999999999999:1'], ['1:99999999999999999999'], ['1:2:3'], [`1:${'1'.repeat(5_000)}`]])(
      'refuses %.20s as a cursor',
      async (after) => {
        const { errors } = await cases.ask(CHANGES, { after }, newClient());
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
      },
    );

    it('shows a client its own cases, staff those of their area, and the public none', async () => {
      const [client, other] = [newClient(), newClient()];
      const [here, there] = [await start(client), await start(other, OTHER_TOWN)];
      await cases.shown();
      const numbers = async (as: TokenWishes) => {
        const seen = (await changes(as, { first: 500 })).entries.map(({ caseNumber }) => caseNumber);
        return [here.number, there.number].filter((number) => seen.includes(number));
      };
      expect(await numbers(client)).toEqual([here.number]);
      expect(await numbers(other)).toEqual([there.number]);
      expect(await numbers(cases.staff(randomUUID(), 'townCentre', TOWN))).toEqual([here.number]);
      expect(await numbers(cases.staff(randomUUID(), 'countyCentre', COUNTY))).toEqual([here.number, there.number]);
      expect(await numbers(cases.staff(randomUUID(), 'countyCentre', '330226'))).toEqual([]);
      expect((await cases.ask(CHANGES)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });
  });

  describe('live', () => {
    const follower = () => cases.app.get(CaseFollower, { strict: false });
    const noFollower = async () => {
      for (let tries = 0; tries < 100 && follower().followers > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      return follower().followers;
    };

    it('hears of news only, with the pickup code and no account', async () => {
      const client = newClient();
      const { number, pickupCode } = await start(client);
      await cases.shown();
      const events = await subscribe(cases, EVENTS, { number, code: pickupCode });
      await add(number, '补充一句', client);
      expect(await events.next()).toMatchObject({ data: { caseEvents: { type: 'added', text: '补充一句', actorKind: 'client' } } });
      await add(number, '再补充一句', client);
      expect(await events.next()).toMatchObject({ data: { caseEvents: { text: '再补充一句' } } });
      await events.leave();
    });

    it('goes on from a cursor', async () => {
      const client = newClient();
      const { number } = await start(client);
      await add(number, '甲', client);
      await cases.shown();
      const { entries } = await changes(client);
      const events = await subscribe(cases, EVENTS, { number, after: entries[0]?.cursor }, client);
      expect(await events.next()).toMatchObject({ data: { caseEvents: { text: '甲', cursor: entries[1]?.cursor } } });
      await events.leave();
    });

    it('costs nothing once the subscriber has left, though nothing happened', async () => {
      const client = newClient();
      const { number } = await start(client);
      const events = await subscribe(cases, EVENTS, { number }, client);
      for (let tries = 0; tries < 100 && follower().followers === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(follower().followers).toBe(1);
      await events.leave();
      expect(await noFollower()).toBe(0);
    });

    it.each([
      ['a wrong pickup code', async () => ({ code: 'AAAAAAAA' }), undefined, 'PICKUP_CODE_WRONG'],
      ['no pickup code', async () => ({}), undefined, 'PICKUP_CODE_WRONG'],
      ['a cursor that is none', async () => ({ after: 'x' }), 'starter', 'CURSOR_INVALID'],
      ["somebody else's case", async () => ({}), 'stranger', 'CASE_NOT_FOUND'],
    ])('is refused with %s', async (_, variables, who, code) => {
      const client = newClient();
      const { number } = await start(client);
      const as = who === 'starter' ? client : who === 'stranger' ? newClient() : undefined;
      const events = await subscribe(cases, EVENTS, { number, ...(await variables()) }, as);
      expect(await events.next()).toMatchObject({ errors: [{ extensions: { code } }] });
      await events.leave();
      expect(await noFollower()).toBe(0);
    });
  });

  describe('which cases changed, live', () => {
    const CHANGED = 'subscription { changedCases }';
    const changed = () => cases.app.get(ChangedCases);
    const listening = async (count: number): Promise<void> => {
      for (let tries = 0; tries < 200 && changed().followers !== count; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(changed().followers).toBe(count);
    };

    it('is told to those who see them: their own area, no other town, and none of what went before', async () => {
      const client = newClient();
      const [own, other] = [cases.staff(`own-${randomUUID()}`, 'townCentre', TOWN, 'townCentre'), cases.staff(`other-${randomUUID()}`, 'townCentre', OTHER_TOWN, 'townCentre')];
      await start(client);
      await cases.shown();
      const [here, there] = [await subscribe(cases, CHANGED, {}, own), await subscribe(cases, CHANGED, {}, other)];
      await listening(2);
      const { number } = await start(client);
      const { number: elsewhere } = await start(client, OTHER_TOWN);
      expect(await here.next()).toEqual({ data: { changedCases: [number] } });
      expect(await there.next()).toEqual({ data: { changedCases: [elsewhere] } });
      await Promise.all([here.leave(), there.leave()]);
      await listening(0);
    });

    it('is not told to who has not signed in', async () => {
      const events = await subscribe(cases, CHANGED, {});
      expect(await events.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      await events.leave();
      await listening(0);
    });
  });
});
