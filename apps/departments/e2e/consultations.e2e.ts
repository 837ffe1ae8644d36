import { randomUUID } from 'node:crypto';
import { PersonalData } from '@yiwang/platform/personal-data';
import { AskerErasure } from '../src/consultations/asker-erasure.js';
import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const ASK = `mutation ($input: AskConsultationInput!) { askConsultation(input: $input) {
  code onDuty message consultation { number state answerFrom unit { code } } } }`;
const READ = `query ($number: ID!, $code: String) { consultation(number: $number, code: $code) {
  number question state asker version contact { name phone } case { number } entries { kind text unit { code } } } }`;
const ANSWER = `mutation ($input: AnswerConsultationInput!) { answerConsultation(input: $input) { state version } }`;
const FOLLOW = `mutation ($input: FollowConsultationInput!) { followConsultation(input: $input) { state version } }`;
const HAND_OVER = `mutation ($input: HandOverConsultationInput!) { handOverConsultation(input: $input) { unit { code } version } }`;
const TURN = `mutation ($input: TurnConsultationInput!) { turnConsultationIntoCase(input: $input) { caseNumber pickupCode consultation { state case { number } } } }`;
const OPEN = `query ($filter: OpenConsultationFilter!, $first: Int!, $after: ID) { openConsultations(filter: $filter, first: $first, after: $after) {
  number question asker contact { name } entries { kind text } } }`;
const DESK = `query ($filter: ConsultationDeskFilter!) { consultationDesk(filter: $filter) { number contact { name phone } } }`;

interface Asked {
  code: string;
  onDuty: boolean;
  consultation: { number: string; answerFrom: string | null; unit: { code: string } };
}
interface Read {
  consultation: { version: number; state: string; question: string; contact: object | null; case: object | null; entries: { kind: string; text: string }[] };
}

describe('live consultation', () => {
  let departments: DepartmentsTrial;
  let handler: Staff;
  let stranger: Staff;

  beforeAll(async () => {
    departments = await departmentsTrial();
    handler = departments.appoint('departmentHandler', '990121', 'education');
    stranger = departments.appoint('departmentHandler', '990121', 'transport');
  }, 120_000);
  afterAll(() => departments?.close());
  beforeEach(() => departments.sql('delete from duty_shift'));

  const shift = (from: string, until: string, unit = 'education') =>
    departments.sql(
      `insert into duty_shift (county_code, date, starts_at, ends_at, unit_code, origin, provisional)
       values ('990121', (now() + $1::interval)::date, now() + $1::interval, now() + $2::interval, $3, 'turn', false)`,
      [from, until, unit],
    );
  const ask = async (input: object = {}, as?: Staff): Promise<Asked> => {
    const given = { idempotencyKey: randomUUID(), areaCode: '990121101201', question: '学区怎么划分？请回电13800138000', ...input };
    const { data, errors } = await departments.ask<{ askConsultation: Asked }>(ASK, { input: given }, as);
    expect(errors).toBeUndefined();
    return data!.askConsultation;
  };
  const onDuty = async (input: object = {}, as?: Staff): Promise<Asked> => {
    await departments.sql('delete from duty_shift');
    await shift('-1 hour', '1 hour');
    return ask(input, as);
  };
  const read = (number: string, code: string | null = null, as?: Staff) => departments.ask<Read>(READ, { number, code }, as);
  const answer = (number: string, version: number, more: object = {}, as = handler) =>
    departments.ask<{ answerConsultation: { state: string; version: number } }>(ANSWER, { input: { number, version, text: '按街道划分，电话0571-88887777', ...more } }, as);

  it('reaches the unit on duty, from somebody without an account', async () => {
    const asked = await onDuty({ contactName: '张三丰', contactPhone: '138 0013 8000' });
    expect(asked).toMatchObject({ onDuty: true, consultation: { unit: { code: 'education' } } });
    const desk = await departments.ask<{ consultationDesk: object[] }>(DESK, { filter: { countyCode: '990121', unitCode: 'education' } }, handler);
    expect(desk.data!.consultationDesk).toContainEqual({ number: asked.consultation.number, contact: { name: '张**', phone: expect.stringContaining('****') } });
    const rows = await departments.sql<{ row: string }>(`select row_to_json(c)::text as row from consultation c`);
    expect(rows.some(({ row }) => row.includes('张三丰') || row.includes('+8613800138000'))).toBe(false);
  });

  it('reaches the next unit out of hours and says when, and the county’s centre where nothing is planned', async () => {
    await shift('10 hours', '18 hours', 'health');
    const asked = await ask();
    expect(asked).toMatchObject({ onDuty: false, consultation: { unit: { code: 'health' } } });
    expect(Date.parse(asked.consultation.answerFrom!)).toBeGreaterThan(Date.now() + 9 * 3_600_000);
    await departments.sql('delete from duty_shift');
    expect(await ask()).toMatchObject({ onDuty: false, consultation: { unit: { code: 'county-centre' }, answerFrom: null } });
    const nobody = await departments.ask(ASK, { input: { idempotencyKey: 'k', areaCode: '990131', question: '有人吗' } });
    expect(nobody.errors?.[0]?.extensions.code).toBe('DUTY_NOBODY');
  });

  it('is asked once however often it is sent, with the same code', async () => {
    const idempotencyKey = randomUUID();
    const [first, again] = [await onDuty({ idempotencyKey }), await ask({ idempotencyKey })];
    expect(again.consultation.number).toBe(first.consultation.number);
    expect(again.code).toBe(first.code);
    const other = await departments.ask(ASK, { input: { idempotencyKey, areaCode: '990121', question: '另一件事' } });
    expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it.each([
    ['no words', { question: '  ' }, 'INPUT_INVALID'],
    ['too many', { question: '长'.repeat(2_001) }, 'TEXT_TOO_LONG'],
    ['a phone that is none', { contactPhone: '123' }, 'PHONE_INVALID'],
    ['no county', { areaCode: '9901' }, 'AREA_UNKNOWN'],
    ['a category that is none', { categoryCode: 'nope' }, 'CATEGORY_UNKNOWN'],
    ['no key', { idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID'],
  ])('refuses %s', async (_, input, code) => {
    const given = { idempotencyKey: randomUUID(), areaCode: '990121', question: '问', ...input };
    const [zh, en] = [await departments.ask(ASK, { input: given }, undefined, 'zh-CN'), await departments.ask(ASK, { input: given })];
    expect(zh.errors?.[0]).toMatchObject({ extensions: { code }, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(en.errors?.[0]?.extensions.code).toBe(code);
  });

  it('is answered in the open, without who asked and how to reach anybody', async () => {
    const { consultation, code } = await onDuty({ contactName: '李四' });
    expect((await read(consultation.number)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await answer(consultation.number, 1)).data!.answerConsultation).toEqual({ state: 'answered', version: 2 });
    const open = await departments.ask<{ openConsultations: object[] }>(OPEN, { filter: { countyCode: '990121', search: '学区' }, first: 1 }, undefined, 'zh-CN');
    expect(open.data!.openConsultations).toEqual([
      {
        ...{ number: consultation.number, question: '学区怎么划分？请回电***', asker: '群众', contact: null },
        entries: [{ kind: 'answer', text: '按街道划分，电话***' }],
      },
    ]);
    const own = await read(consultation.number, code);
    expect(own.data!.consultation).toMatchObject({ question: '学区怎么划分？请回电13800138000', contact: null });
    expect((await read(consultation.number, 'ACEFGHJK')).errors?.[0]?.extensions.code).toBe('PICKUP_CODE_WRONG');
  });

  it('stays closed where it is answered so', async () => {
    const { consultation } = await onDuty();
    await answer(consultation.number, 1, { isOpen: false });
    expect((await read(consultation.number)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await read(consultation.number, null, stranger)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await read(consultation.number, null, handler)).data!.consultation.state).toBe('answered');
  });

  it('is answered by the unit that has it or the county’s office, and by nobody else', async () => {
    const { consultation } = await onDuty();
    expect((await answer(consultation.number, 1, {}, stranger)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const neighbour = departments.appoint('countyCentre', '990122', null);
    expect((await answer(consultation.number, 1, {}, neighbour)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const desk = await departments.ask(DESK, { filter: { countyCode: '990121', unitCode: 'education' } }, stranger);
    expect(desk.errors?.[0]?.extensions.code).toBe('UNIT_NOT_YOURS');
    expect((await answer(consultation.number, 7)).errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_CONFLICT', actual: 1 });
    const office = departments.appoint('countyCentre', '990121', 'county-centre');
    expect((await answer(consultation.number, 1, {}, office)).data!.answerConsultation.state).toBe('answered');
  });

  it('goes on with a question of whoever asked, and to another unit', async () => {
    const { consultation, code } = await onDuty();
    await answer(consultation.number, 1);
    const followed = await departments.ask<{ followConsultation: { state: string; version: number } }>(FOLLOW, { input: { number: consultation.number, code, text: '那外来务工呢？' } });
    expect(followed.data!.followConsultation).toEqual({ state: 'waiting', version: 3 });
    const refused = await departments.ask(FOLLOW, { input: { number: consultation.number, text: '我也问' } });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const handed = await departments.ask(HAND_OVER, { input: { number: consultation.number, version: 3, unitCode: 'transport', reason: '不属本局' } }, handler);
    expect(handed.data).toEqual({ handOverConsultation: { unit: { code: 'transport' }, version: 4 } });
    await answer(consultation.number, 4, {}, stranger);
    const { data } = await read(consultation.number, null, stranger);
    expect(data!.consultation.entries.map(({ kind }) => kind)).toEqual(['answer', 'followUp', 'handOver', 'answer']);
    const asker = await read(consultation.number, code);
    expect(asker.data!.consultation.entries.map(({ kind }) => kind)).toEqual(['answer', 'followUp', 'answer']);
  });

  it('becomes a case by whoever asked, with a link both ways, and is closed then', async () => {
    const { consultation, code } = await onDuty({ contactPhone: '13800138000' });
    await departments.ask(FOLLOW, { input: { number: consultation.number, code, text: '一直没解决' } });
    const turned = await departments.ask<{ turnConsultationIntoCase: { caseNumber: string; pickupCode: string } }>(TURN, { input: { number: consultation.number, code } });
    const { caseNumber } = turned.data!.turnConsultationIntoCase;
    expect(turned.data!.turnConsultationIntoCase).toMatchObject({ pickupCode: 'ACEFGH', consultation: { state: 'case', case: { number: caseNumber } } });
    const { input, token } = departments.started.at(-1)!;
    expect(token).toBeUndefined();
    expect(input).toMatchObject({
      sourceReference: consultation.number,
      furtherText: ['一直没解决'],
      areaCode: '990121101201',
      reporter: { phone: '+8613800138000' },
    });
    const CASE = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { consultation { number } } } }`;
    const r = [{ __typename: 'Case', number: caseNumber }];
    expect((await departments.ask(CASE, { r }, handler)).data).toEqual({ _entities: [{ consultation: { number: consultation.number } }] });
    expect((await departments.ask(CASE, { r }, stranger)).data).toEqual({ _entities: [{ consultation: null }] });
    expect((await answer(consultation.number, 3)).errors?.[0]?.extensions).toMatchObject({ code: 'CONSULTATION_CLOSED', actual: caseNumber });
  });

  it('becomes a case by staff, as themselves and with consent; what the cases service refuses stays undone', async () => {
    const { consultation } = await onDuty();
    const input = { number: consultation.number };
    expect((await departments.ask(TURN, { input }, handler)).errors?.[0]?.extensions.code).toBe('CONSENT_REQUIRED');
    departments.refuseStarts('START_NOT_PERMITTED');
    expect((await departments.ask(TURN, { input: { ...input, consent: true } }, handler)).errors?.[0]?.extensions.code).toBe('START_NOT_PERMITTED');
    departments.refuseStarts(null);
    expect((await read(consultation.number, null, handler)).data!.consultation).toMatchObject({ state: 'waiting', case: null });
    const office = departments.appoint('countyCentre', '990121', 'county-centre');
    const turned = await departments.ask(TURN, { input: { ...input, consent: true } }, office);
    expect(turned.errors).toBeUndefined();
    expect(departments.started.at(-1)).toMatchObject({ token: expect.stringMatching(/^Bearer /), input: { onBehalf: { consent: true } } });
  });

  it('of one’s own are listed to whoever has an account', async () => {
    const resident: Staff = { subject: randomUUID(), roles: ['resident'] };
    const { consultation } = await onDuty({}, resident);
    const MINE = '{ myConsultations { number question } }';
    expect((await departments.ask(MINE, {}, resident)).data).toEqual({ myConsultations: [{ number: consultation.number, question: expect.stringContaining('13800138000') }] });
    expect((await departments.ask(MINE, {}, { subject: randomUUID(), roles: ['resident'] })).data).toEqual({ myConsultations: [] });
  });

  it('page in the open without a repeat', async () => {
    const seen: string[] = [];
    for (;;) {
      const { data } = await departments.ask<{ openConsultations: { number: string }[] }>(OPEN, { filter: { countyCode: '990121' }, first: 2, after: seen.at(-1) ?? null });
      seen.push(...data!.openConsultations.map(({ number }) => number));
      if (data!.openConsultations.length < 2) break;
    }
    const [{ n }] = (await departments.sql<{ n: number }>(`select count(*)::int n from consultation where is_open and answered_at is not null`)) as [{ n: number }];
    expect(n).toBeGreaterThan(2);
    expect(seen).toHaveLength(n);
    expect(new Set(seen).size).toBe(n);
  });

  it('forgets whom to call back when a resident is erased, and keeps question and answer', async () => {
    const resident: Staff = { subject: randomUUID(), roles: ['resident'] };
    const contact = { contactName: '张三丰', contactPhone: '138 0013 8000' };
    const [own, other] = [await onDuty(contact, resident), await onDuty(contact)];
    const erasure = departments.app.get(AskerErasure, { strict: false });
    const input = { erasureId: randomUUID(), residentId: randomUUID(), countyCode: '990121', subject: resident.subject, phoneIndexes: [] };
    expect(await erasure.forgetAsker(input)).toEqual({ consultations: 1 });
    expect(await erasure.forgetAsker(input)).toEqual({ consultations: 0 });
    const contactOf = async (asked: Asked) => (await read(asked.consultation.number, null, handler)).data?.consultation.contact;
    expect(await contactOf(own)).toBeNull();
    expect(await departments.sql('select contact_name, contact_phone, contact_phone_index from consultation where number = $1', [own.consultation.number]))
      .toEqual([{ contact_name: null, contact_phone: null, contact_phone_index: null }]);
    expect(await contactOf(other)).toEqual({ name: '张**', phone: '138****8000' });
    expect((await read(own.consultation.number, null, handler)).data?.consultation.question).toContain('学区');
    expect(await departments.sql(`select actor_kind from audit_entry where operation = 'forgetAsker' and target_id = $1`, [input.residentId])).toEqual([{ actor_kind: 'system' }]);
  });

  it('forgets by a proven number too, where they asked without an account, before numbers were indexed as well', async () => {
    const [called, old, other] = [
      await onDuty({ contactName: '李四', contactPhone: '139 0013 9000' }),
      await onDuty({ contactPhone: '+86 13900139000' }),
      await onDuty({ contactPhone: '13700137000' }),
    ];
    await departments.sql('update consultation set contact_phone_index = null where number = $1', [old.consultation.number]);
    const phoneIndexes = [departments.app.get(PersonalData, { strict: false }).index.ofPhone('13900139000')!.toString('hex')];
    const erasure = departments.app.get(AskerErasure, { strict: false });
    const input = { erasureId: randomUUID(), residentId: randomUUID(), countyCode: '990121', subject: null, phoneIndexes };
    expect(await erasure.forgetAsker(input)).toEqual({ consultations: 2 });
    expect(await erasure.forgetAsker(input)).toEqual({ consultations: 0 });
    const contactOf = async (asked: Asked) => (await read(asked.consultation.number, null, handler)).data?.consultation.contact;
    expect([await contactOf(called), await contactOf(old), await contactOf(other)]).toEqual([null, null, { name: null, phone: '137****7000' }]);
  });
});
