import { createHash, randomUUID } from 'node:crypto';
import { canonicalForm } from '@yiwang/domain/intake';
import { PersonalData, writeClaim, type ExportClaim } from '@yiwang/platform/personal-data';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { prepareSchema } from '@yiwang/testing/subgraph';
import { dataSourceOptions } from '@yiwang/platform/database';
import { DataSource } from 'typeorm';
import { sealExistingReporters } from '../src/personal-data/seal-existing.js';
import { ownSchema } from '../src/schema.js';
import { COUNTY, GRID, OTHER_TOWN, OTHER_VILLAGE, PERSONAL_SETTINGS, TOWN, VILLAGE, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { replayed case { number reporter { name phone erased } } } }`;
const CASE = 'query ($n: ID!) { case(number: $n) { number reporter { name phone erased } timeline { type text internal } } }';
const FIND = 'query ($filter: CaseFilterInput!) { cases(filter: $filter) { number reporter { name phone erased } } }';
const REVEAL = `mutation ($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }`;
const MASKED = { name: '欧***', phone: '139****1357', erased: false };

interface CaseSeen {
  number: string;
  reporter: object | null;
  timeline: { type: string; text: string | null; internal: boolean }[];
}

describe('who reported a case', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const reporter = () => ({ name: '欧阳修文', phone: `139${String(Math.random()).slice(2, 6)}1357`, reference: `WX-${randomUUID()}` });
  const input = (over: object) => ({ idempotencyKey: randomUUID(), text: `井盖松动 ${randomUUID()}`, areaCode: GRID, ...over });
  const start = async (over: object, as?: TokenWishes) => {
    const { data, errors } = await cases.ask<{ startCase: { replayed: boolean; case: CaseSeen } }>(START, { input: input(over) }, as);
    if (!data?.startCase) throw new Error(JSON.stringify(errors));
    return { ...data.startCase.case, replayed: data.startCase.replayed };
  };
  const refused = async (asked: Promise<{ errors?: { extensions: Record<string, unknown> }[] }>) => (await asked).errors?.[0]?.extensions;
  const seen = async (n: string, as: TokenWishes) => (await cases.ask<{ case: CaseSeen }>(CASE, { n }, as)).data?.case;
  const reveal = (number: string, as: TokenWishes, reason = '需在 30 分钟内回拨') =>
    cases.ask<{ revealReporter: object }>(REVEAL, { input: { number, reason } }, as);
  const find = async (filter: object, as: TokenWishes) =>
    (await cases.ask<{ cases: CaseSeen[] }>(FIND, { filter }, as)).data?.cases.map(({ number }) => number);
  const member = () => cases.staff(randomUUID(), 'gridMember', GRID);
  const centre = (areaCode = TOWN) => cases.staff(randomUUID(), 'townCentre', areaCode, 'townCentre');
  const auditOf = (operation: string, as: TokenWishes) =>
    cases.sql(`select outcome, target_id, positions, details from audit_entry where operation = $1 and actor_subject = $2 order by id`, [operation, as.subject]);

  it('is masked in every answer, to whoever may see the case', async () => {
    const given = reporter();
    const { number, reporter: answered } = await start({ reporter: given });
    const masked = { ...MASKED, phone: `139****1357` };
    expect(answered).toEqual(masked);
    expect((await seen(number, member()))?.reporter).toEqual(masked);
    expect((await seen(number, centre()))?.reporter).toEqual(masked);
    const { number: nobody } = await start({});
    expect((await seen(nobody, centre()))?.reporter).toBeNull();
  });

  it('is kept from everybody where the case is about somebody, but not from whoever reported it', async () => {
    const resident: TokenWishes = { subject: randomUUID(), roles: ['resident'] };
    const { number, reporter: answered } = await start({ reporter: reporter(), aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } }, resident);
    expect(answered).toEqual(MASKED);
    expect(await seen(number, centre())).toMatchObject({ number, reporter: null });
  });

  it('is revealed to whoever holds a task of the case, to call back, and stands on the record with its reason', async () => {
    const given = reporter();
    const { number } = await start({ reporter: given });
    const { taskId, version } = await steps.open(number, { roles: ['gridMember'], areaCode: GRID });
    const handler = member();
    expect(await refused(reveal(number, handler))).toMatchObject({ code: 'FORBIDDEN' });
    await cases.ask(`mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id } }`, { input: { taskId, version } }, handler);
    expect((await reveal(number, handler)).data?.revealReporter).toEqual({ ...given, erased: false });
    expect(await refused(reveal(number, handler, ' '))).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
    expect((await seen(number, handler))?.timeline.at(-1)).toEqual({ type: 'reporterRevealed', text: '需在 30 分钟内回拨', internal: true });
    const entries = await auditOf('revealReporter', handler);
    expect(entries).toEqual([
      { outcome: 'refused', target_id: number, positions: [], details: { code: 'FORBIDDEN' } },
      { outcome: 'done', target_id: number, positions: [`position-of-${handler.subject}`], details: {} },
      { outcome: 'refused', target_id: number, positions: [], details: { code: 'INPUT_INVALID', field: 'reason' } },
    ]);
  });

  it('is revealed to the centres over the case, and to nobody of elsewhere', async () => {
    const given = reporter();
    const { number } = await start({ reporter: given });
    expect((await reveal(number, centre())).data?.revealReporter).toMatchObject({ phone: given.phone });
    expect(await refused(reveal(number, centre(OTHER_TOWN)))).toMatchObject({ code: 'CASE_NOT_FOUND' });
    const secretary = cases.staff(randomUUID(), 'villageSecretary', VILLAGE, 'villageOfficial');
    expect(await refused(reveal(number, secretary))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(reveal(number, { subject: randomUUID(), roles: ['resident'] }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is found by the whole number or name, however written, within what the caller may see; that is audited without it', async () => {
    const given = reporter();
    const [one, other] = [await start({ reporter: given }), await start({ reporter: { phone: `+86 ${given.phone}` }, areaCode: OTHER_VILLAGE })];
    const masked = await start({ reporter: given, aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } });
    const as = centre();
    expect(await find({ reporterPhone: `0086-${given.phone}` }, as)).toEqual([other.number, one.number]);
    expect(await find({ reporterPhone: given.phone, reporterName: ' 欧阳 修文' }, as)).toEqual([one.number]);
    expect(await find({ reporterPhone: given.phone.slice(0, 10) + '0' }, as)).toEqual([]);
    expect(await find({ reporterPhone: given.phone }, centre(OTHER_TOWN))).toEqual([]);
    expect(await find({ reporterPhone: given.phone }, cases.staff(randomUUID(), 'supervisor', COUNTY, 'supervisor'))).not.toContain(masked.number);
    expect(await refused(cases.ask(FIND, { filter: { reporterPhone: '没有' } }, as))).toMatchObject({ code: 'PHONE_INVALID', field: 'filter.reporterPhone' });
    expect(await refused(cases.ask(FIND, { filter: { reporterName: given.name } }, member()))).toMatchObject({ code: 'FORBIDDEN' });
    const entries = await auditOf('findByReporter', as);
    expect(entries.map(({ details }: { details?: unknown }) => details)).toEqual([
      { by: 'phone' }, { by: 'phone name' }, { by: 'phone' }, { by: 'phone', code: 'PHONE_INVALID', field: 'filter.reporterPhone' },
    ]);
  });

  it('is sealed where it stood in plain text before, in batches that may be broken off, and found and shown after', async () => {
    const [from, subject] = [reporter(), randomUUID()];
    const numbers: string[] = [];
    for (let i = 0; i < 5; i += 1) numbers.push((await start({})).number);
    await cases.sql(
      `update case_file set reporter_name = $1, reporter_phone = $2, reporter_subject = case when number = $4 then $5 end where number = any($3)`,
      [from.name, from.phone, numbers, numbers[0], subject],
    );
    const { migratorUrl } = await prepareSchema(cases.adminUrl, 'cases');
    const owner = await new DataSource(dataSourceOptions(ownSchema, { url: migratorUrl, pool: 2 })).initialize();
    const personal = PersonalData.with(owner, PERSONAL_SETTINGS);
    try {
      const broken = { transaction: () => Promise.reject(new Error('stopped')) };
      await expect(sealExistingReporters(broken as never, personal, 2)).rejects.toThrow('stopped');
      expect(await sealExistingReporters(owner, personal, 2)).toBe(5);
      expect(await sealExistingReporters(owner, personal, 2)).toBe(0);
    } finally {
      await owner.destroy();
    }
    expect(await find({ reporterPhone: from.phone }, centre())).toEqual(numbers.toReversed());
    expect((await reveal(numbers[0]!, centre())).data?.revealReporter).toMatchObject({ name: from.name, phone: from.phone });
    const keys = await cases.sql<{ n: number }>(`select count(distinct reporter_key)::int as n from case_file where number = any($1)`, [numbers]);
    expect(keys).toEqual([{ n: 2 }]);
  });

  it('is part of what was sent under a key, now and for cases from before hashes were keyed', async () => {
    const given = reporter();
    const sent = input({ reporter: given });
    const ask = (over: object = {}) => cases.ask<{ startCase: { replayed: boolean } }>(START, { input: { ...sent, ...over } }, undefined);
    await ask();
    expect((await ask()).data?.startCase.replayed).toBe(true);
    expect(await refused(ask({ reporter: { ...given, phone: '13800000000' } }))).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    const plain = createHash('sha256').update(canonicalForm(sent)).digest();
    const [row] = await cases.sql<{ hash: Buffer }>('select content_hash as hash from case_file where idempotency_key = $1', [sent.idempotencyKey]);
    expect(row!.hash.equals(plain)).toBe(false);
    await cases.sql('update case_file set content_hash = $1 where idempotency_key = $2', [plain, sent.idempotencyKey]);
    expect((await ask()).data?.startCase.replayed).toBe(true);
  });

  describe('given back to them', () => {
    const EXPORT = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PersonalDataExport { cases {
      case { number text timeline { type internal } } reporter { name phone reference erased } } } } }`;
    const personal = () => PersonalData.with(cases.app.get(DataSource, { strict: false }), PERSONAL_SETTINGS);
    const phoneIndexOf = (phone: string) => personal().index.ofPhone(phone)!.toString('hex');
    /** As the gateway asks with what identity has answered. */
    const asked = async (of: Partial<ExportClaim> & { askedBy: string }, as: TokenWishes, forged?: string) => {
      const residentId = of.residentId ?? randomUUID();
      const validUntil = new Date(Date.now() + 60_000).toISOString();
      const claim = writeClaim(personal().index, { ...{ residentId, countyCode: COUNTY, subject: null, phoneIndex: null, validUntil }, ...of });
      const r = [{ __typename: 'PersonalDataExport', residentId, claim: forged ?? claim }];
      const { data, errors } = await cases.ask<{ _entities: { cases: { case: CaseSeen; reporter: object }[] }[] }>(EXPORT, { r }, as);
      return { cases: data?._entities[0]?.cases, code: errors?.[0]?.extensions['code'], residentId };
    };
    const administrator = () => cases.staff(randomUUID(), 'administrator', COUNTY, 'administrator');

    it('is everything of theirs in full, by their account and their number, and nothing that is meant for staff', async () => {
      const resident = { subject: randomUUID(), roles: ['resident' as const] };
      const given = reporter();
      const [own, called, about] = [
        await start({ reporter: reporter() }, resident),
        await start({ reporter: given }),
        await start({ reporter: reporter(), aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } }, resident),
      ];
      await reveal(called.number, centre());
      const { cases: got, residentId } = await asked({ subject: resident.subject, phoneIndex: phoneIndexOf(given.phone), askedBy: resident.subject }, resident);
      expect(got?.map((one) => one.case.number)).toEqual([about.number, called.number, own.number]);
      expect(got?.[1]).toMatchObject({ reporter: { ...given, erased: false }, case: { timeline: [{ type: 'received', internal: false }] } });
      expect(await cases.sql(`select actor_subject, details from audit_entry where operation = 'exportPersonalData' and target_id = $1`, [residentId]))
        .toEqual([{ actor_subject: resident.subject, details: { cases: got?.map((one) => one.case.number).join(' ') } }]);
      const office = administrator();
      const theirs = { subject: resident.subject, phoneIndex: phoneIndexOf(given.phone), askedBy: office.subject };
      const byOffice = await asked(theirs, office);
      expect(byOffice.cases?.map((one) => one.case.number)).toEqual([called.number, own.number]);
      expect((await asked({ ...theirs, countyCode: '990122' }, office)).cases).toEqual([]);
    });

    it('goes to nobody else, and to nobody without the word of identity, for them and for now', async () => {
      const resident = { subject: randomUUID(), roles: ['resident' as const] };
      await start({ reporter: reporter() }, resident);
      const [stranger, office] = [{ subject: randomUUID(), roles: ['resident' as const] }, administrator()];
      const of = { subject: resident.subject, askedBy: resident.subject };
      expect((await asked(of, stranger)).code).toBe('FORBIDDEN');
      expect((await asked(of, office)).code).toBe('FORBIDDEN');
      expect((await asked({ ...of, askedBy: office.subject }, office, 'x.y')).code).toBe('FORBIDDEN');
      expect((await asked({ ...of, validUntil: new Date().toISOString() }, resident)).code).toBe('FORBIDDEN');
      expect((await asked({ ...of, askedBy: 'centre' }, centre())).code).toBe('FORBIDDEN');
    });
  });
});
