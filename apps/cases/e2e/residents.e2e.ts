import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, OTHER_TOWN, TOWN, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const TRACK = `query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { number stage text timeline { type text actorKind } } }`;
const CASE = 'query ($n: ID!) { case(number: $n) { number } }';
const CASES = 'query ($filter: CaseFilterInput, $after: ID, $first: Int) { cases(filter: $filter, after: $after, first: $first) { number } }';
const ADD = `mutation ($input: AddToCaseInput!) { addToCase(input: $input) { number timeline { type text actorKind actor { id } } } }`;
const WITHDRAW = `mutation ($input: WithdrawCaseArguments!) { withdrawCase(input: $input) { number } }`;
const ACCESS = `query ($n: ID!, $c: String) { ratingAccess(caseNumber: $n, pickupCode: $c) { caseNumber countyCode stage round mayRate reason } }`;
const MAILBOX = `query ($after: ID, $first: Int) { mailbox(after: $after, first: $first) {
  id type title body recipientKind roles areaCode caseNumber case { number } } }`;

interface Message {
  id: string;
  type: string;
  title: string;
  recipientKind: string;
  roles: string[];
  caseNumber: string;
  case: { number: string } | null;
}

describe('what residents and others see of cases', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  const client = (): TokenWishes & { subject: string } => {
    const subject = randomUUID();
    cases.positions.set(subject, [{ id: subject, role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    return { subject, username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
  };
  const resident = (): TokenWishes & { subject: string } => ({ subject: randomUUID(), roles: ['resident'] });
  const start = async (as?: TokenWishes, over: object = {}) => {
    const input = { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over };
    const { data, errors } = await cases.ask<{ startCase: { case: { number: string }; pickupCode: string } }>(START, { input }, as);
    if (!data?.startCase) throw new Error(JSON.stringify(errors));
    return { number: data.startCase.case.number, pickupCode: data.startCase.pickupCode };
  };
  const codeOf = async (asked: Promise<{ errors?: { extensions: { code: string } }[] }>) => (await asked).errors?.[0]?.extensions.code;
  const numbers = async (as: TokenWishes, variables: object = {}) =>
    (await cases.ask<{ cases: { number: string }[] }>(CASES, { ...variables }, as)).data!.cases.map(({ number }) => number);

  describe('with the pickup code', () => {
    it('reads the case without an account, however the code is written', async () => {
      const { number, pickupCode } = await start();
      for (const c of [pickupCode, pickupCode.toLowerCase(), ` ${pickupCode.slice(0, 4)} ${pickupCode.slice(4)} `]) {
        const { data } = await cases.ask<{ trackCase: object }>(TRACK, { n: number, c });
        expect(data?.trackCase).toMatchObject({ number, stage: 'received', timeline: [{ type: 'received', actorKind: 'resident' }] });
      }
    });

    it('is refused with another code, alike for cases that are there and that are not', async () => {
      const [one, other] = [await start(), await start()];
      for (const c of ['AAAAAAAA', '', 'x', other.pickupCode, '1'.repeat(10_000)]) {
        expect(await codeOf(cases.ask(TRACK, { n: one.number, c }))).toBe('PICKUP_CODE_WRONG');
      }
      expect(await codeOf(cases.ask(TRACK, { n: '990121-20260101-999999', c: one.pickupCode }))).toBe('PICKUP_CODE_WRONG');
    });

    it('adds words to an open case, once for the same words in a row', async () => {
      const { number, pickupCode } = await start();
      const add = (text: string, code: string | null = pickupCode) =>
        cases.ask<{ addToCase: { timeline: { type: string; text: string | null }[] } }>(ADD, { input: { number, pickupCode: code, text } });
      await add('就在村口');
      await add('就在村口');
      const { data } = await add('旁边有棵树');
      expect(data?.addToCase.timeline).toEqual([
        { type: 'received', text: null, actorKind: 'resident', actor: null },
        { type: 'added', text: '就在村口', actorKind: 'resident', actor: null },
        { type: 'added', text: '旁边有棵树', actorKind: 'resident', actor: null },
      ]);
      expect(await codeOf(add('好', 'AAAAAAAA'))).toBe('PICKUP_CODE_WRONG');
      expect(await codeOf(add('好', null))).toBe('PICKUP_CODE_WRONG');
      expect(await codeOf(add(' '))).toBe('INPUT_INVALID');
      expect(await codeOf(add('长'.repeat(4_001)))).toBe('TEXT_TOO_LONG');
      const audit = await cases.sql('select operation, actor_kind from audit_entry where target_id = $1 order by id', [number]);
      expect(audit.slice(1)).toEqual(Array.from({ length: 3 }, () => ({ operation: 'addToCase', actor_kind: 'anonymous' })));
    });

    it('adds nothing to a closed case', async () => {
      const { number, pickupCode } = await start();
      await cases.sql(`update case_file set stage = 'closed', closed_at = now(), closed_as = 'rated' where number = $1`, [number]);
      expect(await codeOf(cases.ask(ADD, { input: { number, pickupCode, text: '再说一句' } }))).toBe('CASE_CLOSED');
    });

    it('cannot take a case back while the engine is away, and hears so', async () => {
      const { number, pickupCode } = await start();
      const withdraw = (input: object) => codeOf(cases.ask(WITHDRAW, { input: { number, pickupCode, reason: '已解决', ...input } }));
      expect(await withdraw({})).toBe('ENGINE_UNAVAILABLE');
      expect(await withdraw({ reason: '' })).toBe('INPUT_INVALID');
      expect(await withdraw({ idempotencyKey: 'x'.repeat(129) })).toBe('IDEMPOTENCY_KEY_INVALID');
      expect(await withdraw({ pickupCode: 'AAAAAAAA' })).toBe('PICKUP_CODE_WRONG');
    });
  });

  describe('asking whether it may be rated', () => {
    const access = async (n: string, c: string | null, as?: TokenWishes) =>
      (await cases.ask<{ ratingAccess: object }>(ACCESS, { n, c }, as)).data?.ratingAccess;

    it('says yes to the reporter once it is answered, and why not otherwise', async () => {
      const { number, pickupCode } = await start();
      expect(await access(number, pickupCode)).toEqual({
        ...{ caseNumber: number, countyCode: COUNTY, stage: 'received', round: 1, mayRate: false, reason: 'STAGE_REFUSES' },
      });
      await cases.sql(`update case_file set stage = 'evaluating' where number = $1`, [number]);
      expect(await access(number, pickupCode)).toMatchObject({ stage: 'evaluating', mayRate: true, reason: null });
      await cases.sql(`update case_file set stage = 'closed', closed_at = now() where number = $1`, [number]);
      expect(await access(number, pickupCode)).toMatchObject({ mayRate: false, reason: 'CASE_CLOSED' });
    });

    it('says no to whoever handled it and to staff who merely see it', async () => {
      const member = cases.staff(randomUUID(), 'gridMember', GRID);
      const { number } = await start(member, { onBehalf: { consent: true } });
      await cases.sql(`update case_file set stage = 'evaluating', handler_subject = $2 where number = $1`, [number, member.subject]);
      expect(await codeOf(cases.ask(ACCESS, { n: number, c: null }, member))).toBe('FORBIDDEN');
      expect(await codeOf(cases.ask(ACCESS, { n: number, c: null }, cases.staff(randomUUID(), 'gridMember', GRID)))).toBe('FORBIDDEN');
      expect(await codeOf(cases.ask(ACCESS, { n: number, c: null }))).toBe('PICKUP_CODE_WRONG');
    });
  });

  describe('by who they are', () => {
    it('shows residents and clients their own, staff those of their area, and nobody more', async () => {
      const [hotline, board, liu] = [client(), client(), resident()];
      const [byHotline, byBoard, byLiu] = [await start(hotline), await start(board, { areaCode: OTHER_TOWN }), await start(liu)];
      const all = [byHotline, byBoard, byLiu].map(({ number }) => number);
      const seers: [TokenWishes, string[]][] = [
        [hotline, [byHotline.number]],
        [board, [byBoard.number]],
        [liu, [byLiu.number]],
        [resident(), []],
        [cases.staff(randomUUID(), 'gridMember', GRID), [byHotline.number, byLiu.number]],
        [cases.staff(randomUUID(), 'gridMember', `${TOWN}001002`), []],
        [cases.staff(randomUUID(), 'townCentre', TOWN), [byHotline.number, byLiu.number]],
        [cases.staff(randomUUID(), 'townCentre', OTHER_TOWN), [byBoard.number]],
        [cases.staff(randomUUID(), 'countyCentre', COUNTY), all],
        [cases.staff(randomUUID(), 'cityCentre', '9901'), all],
        [cases.staff(randomUUID(), 'countyCentre', '990122'), []],
        [{ subject: randomUUID(), roles: ['gridMember'] }, []],
      ];
      for (const [as, seen] of seers) {
        expect((await numbers(as)).filter((number) => all.includes(number)).sort()).toEqual([...seen].sort());
        for (const n of all) {
          const code = await codeOf(cases.ask(CASE, { n }, as));
          expect(code).toBe(seen.includes(n) ? undefined : 'CASE_NOT_FOUND');
        }
        const references = all.map((number) => ({ __typename: 'Case', number }));
        const { data } = await cases.ask<{ _entities: ({ number: string } | null)[] }>(
          'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { number } } }',
          { r: references },
          as,
        );
        expect(data?._entities.map((one) => one?.number ?? null)).toEqual(all.map((number) => (seen.includes(number) ? number : null)));
      }
      expect(await codeOf(cases.ask(CASE, { n: byLiu.number }))).toBe('UNAUTHENTICATED');
    });

    it('lets whoever started a case add to it as what they are, and no one else', async () => {
      const [hotline, liu, member] = [client(), resident(), cases.staff(randomUUID(), 'gridMember', GRID)];
      const started: [TokenWishes & { subject: string }, string, object?][] = [[hotline, 'client'], [liu, 'resident'], [member, 'person', { onBehalf: { consent: true } }]];
      for (const [as, kind, over] of started) {
        const { number } = await start(as, over);
        const { data } = await cases.ask<{ addToCase: { timeline: { actorKind: string }[] } }>(ADD, { input: { number, text: '补充' } }, as);
        expect(data?.addToCase.timeline.at(-1)).toMatchObject({ type: 'added', actorKind: kind });
        expect(await codeOf(cases.ask(ADD, { input: { number, text: '插话' } }, cases.staff(randomUUID(), 'townCentre', TOWN)))).toBe('FORBIDDEN');
        expect(await codeOf(cases.ask(ADD, { input: { number, text: '插话' } }, resident()))).toBe('CASE_NOT_FOUND');
      }
    });

    it('gives filtered pages, newest first, and refuses a page after something unseen', async () => {
      const hotline = client();
      const made: string[] = [];
      for (let i = 0; i < 5; i += 1) made.unshift((await start(hotline, i === 2 ? { sourceReference: 'REF-2', areaCode: OTHER_TOWN } : {})).number);
      const paged: string[] = [];
      for (let page = await numbers(hotline, { first: 2 }); page.length > 0; page = await numbers(hotline, { first: 2, after: paged.at(-1) })) paged.push(...page);
      expect(paged).toEqual(made);
      const only = (filter: object) => numbers(hotline, { filter });
      expect(await only({ sourceReference: 'REF-2' })).toEqual([made[2]]);
      expect(await only({ areaCode: OTHER_TOWN })).toEqual([made[2]]);
      expect(await only({ stages: ['closed'] })).toEqual([]);
      expect(await only({ stages: ['received', 'closed'], overdue: false })).toEqual(made);
      expect(await only({ overdue: true })).toEqual([]);
      expect(await only({ duplicates: true })).toEqual([]);
      expect(await only({ path: 'villageDirect' })).toEqual([]);
      expect(await codeOf(cases.ask(CASES, { filter: { areaCode: '青石镇' } }, hotline))).toBe('AREA_UNKNOWN');
      const foreign = (await start(client())).number;
      for (const after of ['x', foreign]) {
        expect((await cases.ask(CASES, { after }, hotline)).errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
      }
    });
  });

  describe('by the mailbox', () => {
    it('shows each what was sent to them, newest first, and an administrator all of their county', async () => {
      const liu = resident();
      const { number } = await start(liu);
      const put = (type: string, recipient: object) =>
        cases.sql(
          `insert into mailbox (message_id, type, recipient, case_number, title, body) values (gen_random_uuid()::text, $1, $2, $3, $1, '内容')`,
          [type, JSON.stringify(recipient), number],
        );
      const member = cases.staff(randomUUID(), 'gridMember', GRID);
      await put('taskOpened', { kind: 'position', roles: ['gridMember'], areaCode: GRID });
      await put('taskOpened', { kind: 'position', roles: ['gridMember', 'villageSecretary'], areaCode: GRID.slice(0, 12) });
      await put('overdue', { kind: 'position', roles: ['townCentre'], areaCode: TOWN });
      await put('newRound', { kind: 'person', subject: member.subject });
      await put('caseAnswered', { kind: 'reporter' });
      const mailbox = async (as: TokenWishes, variables: object = {}) => {
        const { data, errors } = await cases.ask<{ mailbox: Message[] }>(MAILBOX, { ...variables }, as);
        if (!data?.mailbox) throw new Error(JSON.stringify(errors));
        return data.mailbox;
      };
      const types = async (as: TokenWishes, variables: object = {}) => (await mailbox(as, variables)).map(({ type }) => type);
      expect(await types(member)).toEqual(['newRound', 'taskOpened', 'taskOpened']);
      expect(await types(liu)).toEqual(['caseAnswered']);
      expect((await mailbox(liu))[0]).toMatchObject({ recipientKind: 'reporter', roles: [], areaCode: null, caseNumber: number, case: { number } });
      expect((await mailbox(member))[2]).toMatchObject({ recipientKind: 'position', roles: ['gridMember'], areaCode: GRID });
      expect(await types(cases.staff(randomUUID(), 'townCentre', TOWN))).toEqual(['overdue']);
      expect(await types(cases.staff(randomUUID(), 'villageSecretary', GRID.slice(0, 12)))).toEqual(['taskOpened']);
      expect(await types(cases.staff(randomUUID(), 'townCentre', OTHER_TOWN))).toEqual([]);
      expect(await types(resident())).toEqual([]);
      const admin = cases.staff(randomUUID(), 'administrator', COUNTY, 'administrator');
      expect(await types(admin)).toEqual(['caseAnswered', 'newRound', 'overdue', 'taskOpened', 'taskOpened']);
      expect(await types(cases.staff(randomUUID(), 'administrator', '330226', 'administrator'))).toEqual([]);
      const [first, second] = await mailbox(admin, { first: 2 });
      expect((await mailbox(admin, { first: 1, after: first!.id }))[0]).toEqual(second);
      for (const after of ['x', '1'.repeat(40)]) expect(await codeOf(cases.ask(MAILBOX, { after }, admin))).toBe('CURSOR_INVALID');
      expect(await codeOf(cases.ask(MAILBOX))).toBe('UNAUTHENTICATED');
    });
  });
});
