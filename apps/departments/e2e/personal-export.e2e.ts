import { randomUUID } from 'node:crypto';
import { PersonalData, writeClaim, type ExportClaim } from '@yiwang/platform/personal-data';
import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const COUNTY = '990121';
const ASK = `mutation ($input: AskConsultationInput!) { askConsultation(input: $input) { consultation { number } } }`;
const EXPORT = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PersonalDataExport { consultations {
  consultation { number question entries { kind text } } contactName contactPhone } } } }`;

interface Exported {
  consultation: { number: string; question: string; entries: { kind: string; text: string }[] };
  contactName: string | null;
  contactPhone: string | null;
}

describe('the consultations of a resident, given back to them', () => {
  let departments: DepartmentsTrial;
  beforeAll(async () => void (departments = await departmentsTrial()), 120_000);
  afterAll(() => departments?.close());

  const resident = (): Staff => ({ subject: randomUUID(), roles: ['resident'] });
  const ask = async (input: object, as?: Staff): Promise<string> => {
    const given = { idempotencyKey: randomUUID(), areaCode: COUNTY, question: '我的电话13800138000，学区怎么划分？', ...input };
    return (await departments.ask<{ askConsultation: { consultation: { number: string } } }>(ASK, { input: given }, as)).data!.askConsultation.consultation.number;
  };
  const index = () => departments.app.get(PersonalData, { strict: false }).index;
  /** As the gateway asks with what identity has answered. */
  const exported = async (of: Partial<ExportClaim>, as: Staff, forged?: string) => {
    const residentId = of.residentId ?? randomUUID();
    const validUntil = new Date(Date.now() + 60_000).toISOString();
    const claim = writeClaim(index(), { residentId, countyCode: COUNTY, subject: null, phoneIndex: null, askedBy: as.subject, validUntil, ...of });
    const r = [{ __typename: 'PersonalDataExport', residentId, claim: forged ?? claim }];
    const { data, errors } = await departments.ask<{ _entities: { consultations: Exported[] }[] }>(EXPORT, { r }, as);
    return { got: data?._entities[0]?.consultations, code: errors?.[0]?.extensions.code, residentId };
  };

  it('are those of their account and of their number, whole, without what is an office’s own', async () => {
    const who = resident();
    const byNumber = await ask({ contactName: '张三丰', contactPhone: '138 0013 8001' });
    const byAccount = await ask({ contactPhone: '13800138002' }, who);
    await ask({ contactPhone: '13800138003' });
    await departments.sql(
      `insert into consultation_entry (consultation_id, seq, kind, text, at)
       select id, n, k, k, now() from consultation, (values (1, 'handOver'), (2, 'answer')) e(n, k) where number = $1`,
      [byAccount],
    );
    // As of before numbers were indexed.
    await departments.sql('update consultation set contact_phone_index = null where number = $1', [byNumber]);
    const phoneIndex = index().ofPhone('13800138001')!.toString('hex');
    const { got, residentId } = await exported({ subject: who.subject, phoneIndex }, who);
    const question = '我的电话13800138000，学区怎么划分？';
    expect(got).toEqual([
      { consultation: { number: byAccount, question, entries: [{ kind: 'answer', text: 'answer' }] }, contactName: null, contactPhone: '+8613800138002' },
      { consultation: { number: byNumber, question, entries: [] }, contactName: '张三丰', contactPhone: '+8613800138001' },
    ]);
    expect(await departments.sql(`select actor_subject, details from audit_entry where operation = 'exportPersonalData' and target_id = $1`, [residentId]))
      .toEqual([{ actor_subject: who.subject, details: { consultations: `${byAccount} ${byNumber}` } }]);
    const office = departments.appoint('administrator', COUNTY);
    expect((await exported({ subject: who.subject, phoneIndex }, office)).got?.map((one) => one.consultation.number)).toEqual([byAccount, byNumber]);
    expect((await exported({ subject: who.subject, phoneIndex, countyCode: '990122' }, office)).got).toEqual([]);
  });

  it('go to nobody without the word of identity, for them and for now', async () => {
    const [who, stranger, handler] = [resident(), resident(), departments.appoint('departmentHandler', COUNTY, 'education')];
    await ask({}, who);
    expect((await exported({ subject: who.subject, askedBy: who.subject }, stranger)).code).toBe('FORBIDDEN');
    expect((await exported({ subject: who.subject }, who, 'x.y')).code).toBe('FORBIDDEN');
    expect((await exported({ subject: who.subject, validUntil: new Date().toISOString() }, who)).code).toBe('FORBIDDEN');
    expect((await exported({ subject: who.subject }, handler)).code).toBe('FORBIDDEN');
  });
});
