import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, admin, gridMember, signedInAs, testIdentity, type TestIdentity } from './county.js';

const PHONE = '19900000555';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('residents', () => {
  let identity: TestIdentity;
  beforeAll(async () => {
    identity = await testIdentity();
  }, 120_000);
  afterAll(() => identity?.close());
  beforeEach(() => identity.sql('truncate rate_limit'));

  const request = (phone = PHONE, language = 'en') =>
    identity.ask<{ requestPhoneCode: { id: string } }>(
      'mutation ($phone: String!) { requestPhoneCode(phone: $phone) { id expiresAt } }',
      { phone },
      undefined,
      language,
    );
  const requested = async (phone = PHONE) => {
    await identity.sql('truncate rate_limit');
    const id = (await request(phone)).data!.requestPhoneCode.id;
    const [mail] = await identity.sql<{ body: string }>('select body from mailbox where message_id = $1', [
      `phone-code:${id}`,
    ]);
    return { id, code: /\d{6}/.exec(mail!.body)![0] };
  };
  const confirm = (id: string, code: string) =>
    identity.ask<{ confirmPhone: { proof: string } }>(
      'mutation ($id: ID!, $code: String!) { confirmPhone(id: $id, code: $code) { proof expiresAt } }',
      { id, code },
    );
  const proven = async (phone = PHONE) => {
    const { id, code } = await requested(phone);
    return (await confirm(id, code)).data!.confirmPhone.proof;
  };
  const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
  const other = (code: string): string => (code === '000000' ? '000001' : '000000');

  describe('a phone', () => {
    it('is proven by the code that was sent to it, for that phone alone', async () => {
      const proof = await proven();
      const at = async (phone: string) =>
        (
          await identity.ask<{ phoneProvenAt: string | null }>(
            'query ($proof: String!, $phone: String!) { phoneProvenAt(proof: $proof, phone: $phone) }',
            { proof, phone },
          )
        ).data!.phoneProvenAt;
      expect(await at(PHONE)).toEqual(expect.any(String));
      expect(await at(`+86 ${PHONE}`)).toEqual(expect.any(String));
      expect(await at('19900000556')).toBeNull();
    });

    it('stands nowhere in plain, nor does its code but in the message', async () => {
      const { id, code } = await requested();
      await confirm(id, code);
      const tables = ['phone_code', 'mailbox', 'rate_limit', 'audit_entry'];
      for (const table of tables) {
        const text = JSON.stringify(await identity.sql(`select * from ${table}`));
        expect(text).not.toContain(PHONE);
        if (table !== 'mailbox') expect(text).not.toContain(`"${code}"`);
      }
    });

    it('takes a code once', async () => {
      const { id, code } = await requested();
      const both = await Promise.all([confirm(id, code), confirm(id, code)]);
      expect(both.map(codeOf).toSorted()).toEqual(['PHONE_CODE_USED', undefined]);
      expect(codeOf(await confirm(id, code))).toBe('PHONE_CODE_USED');
    });

    it('takes five tries and no sixth, not even the right one', async () => {
      const { id, code } = await requested();
      const tries = [];
      for (let n = 0; n < 5; n++) tries.push(await confirm(id, other(code)));
      expect(tries.map((answer) => answer.errors?.[0]?.extensions)).toEqual(
        [4, 3, 2, 1, 0].map((remaining) => expect.objectContaining({ code: 'PHONE_CODE_WRONG', remaining })),
      );
      expect(codeOf(await confirm(id, code))).toBe('PHONE_CODE_EXPIRED');
    });

    it('takes no code that is old, replaced or was never sent', async () => {
      const first = await requested();
      const second = await requested();
      expect(codeOf(await confirm(first.id, first.code))).toBe('PHONE_CODE_EXPIRED');
      await identity.sql(`update phone_code set expires_at = now() - interval '1 second' where id = $1`, [second.id]);
      expect(codeOf(await confirm(second.id, second.code))).toBe('PHONE_CODE_EXPIRED');
      expect(codeOf(await confirm(randomUUID(), '123456'))).toBe('PHONE_CODE_EXPIRED');
      expect(codeOf(await confirm('x', '123456'))).toBe('PHONE_CODE_EXPIRED');
    });

    it('gets one message a minute and five an hour', async () => {
      expect(codeOf(await request())).toBeUndefined();
      expect((await request()).errors?.[0]?.extensions).toMatchObject({
        code: 'TOO_MANY_REQUESTS',
        retryAfterSeconds: expect.any(Number),
      });
      expect(codeOf(await request('19900000557'))).toBeUndefined();
      await identity.sql('truncate rate_limit');
      for (let n = 0; n < 5; n++) {
        await identity.sql(`delete from rate_limit where key like '%minute%'`);
        expect(codeOf(await request())).toBeUndefined();
      }
      await identity.sql(`delete from rate_limit where key like '%minute%'`);
      expect(codeOf(await request())).toBe('TOO_MANY_REQUESTS');
    });

    it.each(['12345', '1380013800', '0571-88888888', '张三'])('that is none, such as %s, is refused and not sent to', async (phone) => {
      const before = await identity.sql('select 1 from mailbox');
      const zh = await request(phone, 'zh-CN');
      expect(zh.errors?.[0]).toMatchObject({
        message: expect.stringMatching(/\p{Script=Han}/u),
        extensions: { code: 'PHONE_INVALID', field: 'phone' },
      });
      expect(await identity.sql('select 1 from mailbox')).toHaveLength(before.length);
    });
  });

  describe('an entry', () => {
    const account = (): TokenWishes & { subject: string } => ({ subject: randomUUID(), roles: ['resident'] });
    const save = (input: object, as: TokenWishes) =>
      identity.ask<{ saveMyResident: { id: string; phone: string; phoneVerifiedAt: string | null } }>(
        'mutation ($input: RegisterResidentInput!) { saveMyResident(input: $input) { id name phone phoneVerifiedAt } }',
        { input: { name: '何某', areaCode: GRID, ...input } },
        as,
      );

    it('has a phone only with the proof that it is theirs', async () => {
      const as = account();
      expect(codeOf(await save({ phone: PHONE }, as))).toBe('PHONE_NOT_VERIFIED');
      expect(codeOf(await save({ phone: PHONE, phoneProof: 'made up' }, as))).toBe('PHONE_NOT_VERIFIED');
      expect(await identity.sql('select 1 from resident where subject = $1', [as.subject])).toEqual([]);
      const saved = await save({ phone: PHONE, phoneProof: await proven() }, as);
      expect(saved.data!.saveMyResident).toMatchObject({ phone: PHONE, phoneVerifiedAt: expect.any(String) });
      const again = await save({ name: '何某某', phone: PHONE }, as);
      expect(again.data!.saveMyResident).toMatchObject({
        id: saved.data!.saveMyResident.id,
        phoneVerifiedAt: saved.data!.saveMyResident.phoneVerifiedAt,
      });
    });

    it('stands sealed, and staff find it by the whole phone and read it masked', async () => {
      const phone = '19900000558';
      await save({ phone, phoneProof: await proven(phone) }, account());
      const rows = JSON.stringify(await identity.sql('select * from resident'));
      expect(rows).not.toMatch(/何某|19900000558/);
      const find = (as: TokenWishes) =>
        identity.ask<{ residentsByPhone: object[] }>(
          'query ($phone: String!) { residentsByPhone(phone: $phone) { name phone } }',
          { phone },
          as,
        );
      expect((await find(gridMember())).data!.residentsByPhone).toEqual([{ name: '何*', phone: '199****0558' }]);
      expect(codeOf(await find({ roles: ['resident'] }))).toBe('FORBIDDEN');
      expect((await find({ roles: ['gridMember'] })).data!.residentsByPhone).toEqual([]);
    });

    it('is made by staff where they work and nowhere else', async () => {
      const register = (areaCode: string) =>
        identity.ask<{ registerResident: { id: string; phoneVerifiedAt: string | null } }>(
          'mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { id phoneVerifiedAt } }',
          { input: { name: '老人', phone: '0571-88888888', areaCode } },
          gridMember(),
        );
      expect((await register(GRID)).data!.registerResident.phoneVerifiedAt).toBeNull();
      expect(codeOf(await register('990121102201001'))).toBe('AREA_OUTSIDE_JURISDICTION');
      expect(codeOf(await register('9x'))).toBe('AREA_UNKNOWN');
    });
  });

  describe('a proxy', () => {
    const li = gridMember();
    let residentId: string;
    beforeEach(async () => {
      const made = await identity.ask<{ registerResident: { id: string } }>(
        'mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { id } }',
        { input: { name: '老人', areaCode: GRID } },
        li,
      );
      residentId = made.data!.registerResident.id;
    });
    const grant = (input: object = {}, as: TokenWishes = li) =>
      identity.ask<{ grantProxy: { id: string } }>(
        'mutation ($input: GrantProxyInput!) { grantProxy(input: $input) { id means recordedBy until person { name } } }',
        { input: { residentId, means: 'spoken', until: inDays(30), ...input } },
        as,
      );
    const mayFile = async (as: TokenWishes = li, at?: string) =>
      (
        await identity.ask<{ proxyFor: { id: string } | null }>(
          'query ($id: ID!, $at: DateTime) { proxyFor(residentId: $id, at: $at) { id consentedAt } }',
          { id: residentId, at },
          as,
        )
      ).data!.proxyFor !== null;
    const withdraw = (id: string, as: TokenWishes = li) =>
      identity.ask('mutation ($id: ID!) { withdrawProxy(id: $id) { withdrawnAt } }', { id }, as);

    it('may file while the consent stands: not before, not after, not once it is withdrawn', async () => {
      expect(await mayFile()).toBe(false);
      const { id } = (await grant()).data!.grantProxy;
      expect(await mayFile()).toBe(true);
      expect(await mayFile(li, inDays(31))).toBe(false);
      expect(await mayFile(signedInAs('grid-he', 'gridMember'))).toBe(false);
      expect((await withdraw(id)).errors).toBeUndefined();
      expect(await mayFile()).toBe(false);
      expect(codeOf(await withdraw(id))).toBe('PROXY_ENDED');
      expect((await grant()).errors).toBeUndefined();
      const [entry] = await identity.sql<{ details: object }>(
        `select details from audit_entry where operation = 'grantProxy' order by id desc limit 1`,
      );
      expect(entry!.details).toMatchObject({ residentId, personId: li.subject, means: 'spoken' });
    });

    it('is named by the resident online, and withdrawn by them', async () => {
      const resident = COUNTY.residents.find(({ username }) => username)!;
      const as: TokenWishes = { subject: resident.id, roles: ['resident'] };
      const [serving] = await identity.sql<{ id: string }>(
        `select o.person_id as id from position o join resident r on r.id = $1
          where r.area_code like o.area_code || '%' and o.role = 'villageSecretary' limit 1`,
        [resident.id],
      );
      expect(codeOf(await grant({ residentId: null, personId: serving!.id }, as))).toBe('INPUT_INVALID');
      const { data } = await grant({ residentId: null, personId: serving!.id, means: 'online' }, as);
      expect(data!.grantProxy).toMatchObject({ recordedBy: resident.id });
      expect((await withdraw(data!.grantProxy.id, as)).errors).toBeUndefined();
    });

    it.each<[string, () => Promise<{ errors?: { extensions: { code: string } }[] }>, string]>([
      ['a second consent at once', () => grant(), 'PROXY_EXISTS'],
      ['a consent for ever', () => grant({ until: inDays(400) }), 'TIME_INVALID'],
      ['a consent that has ended', () => grant({ until: inDays(-1) }), 'TIME_INVALID'],
      ['an unknown resident', () => grant({ residentId: randomUUID() }), 'NOT_FOUND'],
      ['a resident elsewhere', () => grant({}, signedInAs('grid-ma', 'gridMember')), 'NOT_FOUND'],
      ['somebody who does not work there', () => grant({ personId: signedInAs('grid-ma').subject }), 'NOT_FOUND'],
      ['consent online given to staff', () => grant({ means: 'online' }), 'INPUT_INVALID'],
      ['to withdraw what is not there', () => withdraw('x'), 'NOT_FOUND'],
    ])('refuses %s and writes nothing', async (_, refused, code) => {
      await grant();
      const before = await identity.sql('select * from proxy order by id');
      expect(codeOf(await refused())).toBe(code);
      expect(await identity.sql('select * from proxy order by id')).toEqual(before);
    });

    it('is withdrawn by no stranger', async () => {
      const { id } = (await grant()).data!.grantProxy;
      expect(codeOf(await withdraw(id, signedInAs('grid-he', 'gridMember')))).toBe('NOT_FOUND');
      expect((await withdraw(id, admin())).errors).toBeUndefined();
    });
  });
});
