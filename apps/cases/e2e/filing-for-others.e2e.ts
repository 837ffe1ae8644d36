import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, ROADS, WATER, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode replayed } }`;

interface Started {
  startCase: { case: { number: string }; pickupCode: string | null; replayed: boolean };
}

describe('filing for a resident', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  const member = () => cases.staff(randomUUID(), 'gridMember', GRID);
  const handler = (unit = WATER) => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', unit);
  const input = (over: object = {}) => ({ idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over });
  const file = async (given: object, as: TokenWishes) => {
    const { data, errors } = await cases.ask<Started>(START, { input: given }, as);
    return { started: data?.startCase, refused: errors?.[0]?.extensions };
  };
  const countCases = async () => (await cases.sql<{ n: number }>('select count(*)::int as n from case_file'))[0]!.n;

  describe('who is named', () => {
    it('needs their consent in force, and says under which it was filed', async () => {
      const [they, residentId] = [member(), randomUUID()];
      const given = input({ onBehalf: { consent: true, residentId } });
      const before = await countCases();
      const { refused } = await file(given, they);
      expect(refused).toMatchObject({ code: 'PROXY_REQUIRED', field: 'onBehalf.residentId', value: residentId });
      expect(await countCases()).toBe(before);
      cases.identity.proxies.add(`${residentId}/${they.subject}`);
      const { started } = await file(given, they);
      expect(await cases.sql('select on_behalf from case_file where number = $1', [started!.case.number])).toEqual([{ on_behalf: true }]);
      expect(await cases.sql('select details from audit_entry where target_id = $1', [started!.case.number])).toEqual([
        { details: { proxy: `proxy-of-${residentId}` } },
      ]);
      cases.identity.proxies.clear();
      expect((await file(given, they)).started).toMatchObject({ case: { number: started!.case.number }, replayed: true });
      expect((await file(input({ onBehalf: { consent: true, residentId } }), they)).refused?.['code']).toBe('PROXY_REQUIRED');
    });

    it('is not asked about for who is not named, whose word stands with the case', async () => {
      expect((await file(input({ onBehalf: { consent: true } }), member())).refused).toBeUndefined();
      expect((await file(input({ onBehalf: { consent: false } }), member())).refused).toMatchObject({ code: 'CONSENT_REQUIRED' });
    });

    it('names nobody while identity is away', async () => {
      const [they, residentId] = [member(), randomUUID()];
      cases.identity.proxies.add(`${residentId}/${they.subject}`);
      cases.identity.away.add('proxyFor');
      const { refused } = await file(input({ onBehalf: { consent: true, residentId } }), they);
      cases.identity.away.clear();
      expect(refused?.['code']).toBe('SERVICE_UNAVAILABLE');
    });
  });

  describe('who asked a department', () => {
    const turned = (over: object = {}) => input({ sourceReference: 'C-WAITING', onBehalf: { consent: true }, ...over });

    it('is for the people of the unit that answers, and keeps where it came from and that they agreed', async () => {
      const { started, refused } = await file(turned(), handler());
      expect(refused).toBeUndefined();
      expect(started!.pickupCode).toBeNull();
      expect(await cases.sql('select on_behalf, source_reference from case_file where number = $1', [started!.case.number])).toEqual([
        { on_behalf: true, source_reference: 'C-WAITING' },
      ]);
    });

    it.each<[string, object, string | undefined, string, string]>([
      ['a consultation of another unit', {}, ROADS, 'UNIT_NOT_YOURS', 'sourceReference'],
      ['what is no consultation', { sourceReference: 'C-NONE' }, WATER, 'START_NOT_PERMITTED', 'sourceReference'],
      ['a case of their own', { sourceReference: null }, WATER, 'START_NOT_PERMITTED', 'sourceReference'],
      ['one that is a case already', { sourceReference: 'C-TURNED' }, WATER, 'CONSULTATION_CLOSED', 'sourceReference'],
      ['one without consent', { onBehalf: { consent: false } }, WATER, 'CONSENT_REQUIRED', 'onBehalf.consent'],
      ['one as if it were theirs', { onBehalf: null }, WATER, 'CONSENT_REQUIRED', 'onBehalf.consent'],
    ])('refuses %s by name', async (_, over, unit, code, field) => {
      const before = await countCases();
      expect((await file(turned(over), handler(unit))).refused).toMatchObject({ code, field });
      expect(await countCases()).toBe(before);
    });
  });
});
