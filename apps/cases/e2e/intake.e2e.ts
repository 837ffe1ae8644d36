import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, VILLAGE, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) {
  case { number areaCode stage duplicateOf channel receivedAt responseDueAt resolutionDueAt } pickupCode replayed } }`;
const START_MANY = `mutation ($cases: [StartCaseInput!]!) { startCases(cases: $cases) { accepted replayed refused
  results { index idempotencyKey case { number areaCode duplicateOf } replayed error { code message field } } } }`;

interface Started {
  startCase: {
    case: { number: string; areaCode: string; stage: string; duplicateOf: string | null; channel: string } & Record<
      'receivedAt' | 'responseDueAt' | 'resolutionDueAt',
      string
    >;
    pickupCode: string;
    replayed: boolean;
  };
}
interface StartedMany {
  startCases: {
    accepted: number;
    replayed: number;
    refused: number;
    results: {
      index: number;
      case: { number: string; areaCode: string; duplicateOf: string | null } | null;
      replayed: boolean;
      error: { code: string; message: string; field: string | null } | null;
    }[];
  };
}

describe('starting a case', () => {
  let cases: Stand;
  const hotline: TokenWishes = {
    subject: randomUUID(),
    username: 'service-account-hotline-12345',
    clientId: 'hotline-12345',
    roles: ['externalSystem'],
  };
  const input = (over: object = {}) => ({ idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over });
  const start = (over: object = {}, as: TokenWishes | undefined = hotline, language = 'en') =>
    cases.ask<Started>(START, { input: input(over) }, as, language);
  const startMany = (inputs: object[]) => cases.ask<StartedMany>(START_MANY, { cases: inputs }, hotline);
  const countCases = async () => (await cases.sql<{ n: number }>('select count(*)::int as n from case_file'))[0]!.n;

  beforeAll(async () => {
    cases = await casesStand();
    cases.positions.set(hotline.subject!, [{ id: 'p', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
  }, 120_000);
  afterAll(() => cases.close());

  it('is durable with its number before the answer, while the engine is away', async () => {
    const { data, errors } = await start();
    expect(errors).toBeUndefined();
    const { case: started, pickupCode, replayed } = data!.startCase;
    expect(started).toMatchObject({ areaCode: GRID, stage: 'received', channel: 'hotline', duplicateOf: null });
    expect(started.number).toMatch(/^990121-\d{8}-\d{6}$/);
    expect(pickupCode).toHaveLength(8);
    expect(replayed).toBe(false);
    expect(Date.parse(started.responseDueAt) - Date.parse(started.receivedAt)).toBe(24 * 3_600_000);
    expect(Date.parse(started.resolutionDueAt) - Date.parse(started.receivedAt)).toBe(5 * 24 * 3_600_000);
    const waiting = await cases.sql('select input from start_outbox where case_number = $1', [started.number]);
    expect(waiting).toEqual([{ input: expect.objectContaining({ caseNumber: started.number, areaCode: GRID }) }]);
    const audit = await cases.sql('select operation, client_id from audit_entry where target_id = $1', [started.number]);
    expect(audit).toEqual([{ operation: 'startCase', client_id: 'hotline-12345' }]);
  });

  it('gives the same case and pickup code for the same key and content', async () => {
    const once = input();
    const first = await cases.ask<Started>(START, { input: once }, hotline);
    const second = await cases.ask<Started>(START, { input: once }, hotline);
    expect(second.data!.startCase).toEqual({ ...first.data!.startCase, replayed: true });
  });

  it('makes one case of the same key sent by many at once', async () => {
    const once = input();
    const answers = await Promise.all(Array.from({ length: 12 }, () => cases.ask<Started>(START, { input: once }, hotline)));
    expect(new Set(answers.map(({ data }) => data!.startCase.case.number)).size).toBe(1);
    expect(answers.filter(({ data }) => !data!.startCase.replayed)).toHaveLength(1);
  });

  it('refuses the same key with other content', async () => {
    const once = input();
    await cases.ask(START, { input: once }, hotline);
    const before = await countCases();
    const { errors } = await cases.ask(START, { input: { ...once, text: '别的内容' } }, hotline);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', field: 'idempotencyKey' });
    expect(await countCases()).toBe(before);
  });

  it('keeps keys of different senders apart', async () => {
    const once = input();
    const other: TokenWishes = { ...hotline, subject: randomUUID(), clientId: 'message-board' };
    cases.positions.set(other.subject!, [{ id: 'q', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    const [first, second] = [await cases.ask<Started>(START, { input: once }, hotline), await cases.ask<Started>(START, { input: once }, other)];
    expect(second.data!.startCase.case.number).not.toBe(first.data!.startCase.case.number);
  });

  it('marks an exact copy of an earlier text, whatever its spacing and punctuation', async () => {
    const text = `石桥边的垃圾没有人清理，已经一周了。${randomUUID()}`;
    const first = (await start({ text })).data!.startCase.case;
    const second = (await start({ text: `  ${text.replace('，', ' , ')}\n` })).data!.startCase.case;
    expect(first.duplicateOf).toBeNull();
    expect(second.duplicateOf).toBe(first.number);
  });

  it.each([
    ['a place named in the words', { areaCode: null, text: '青石镇石桥村的路灯坏了' }, VILLAGE],
    ['the grid of a QR point', { areaCode: null, qrPointCode: 'QR-1' }, GRID],
    ["the county's desk where no place is known", { areaCode: null, text: '路灯坏了，没有说在哪里' }, COUNTY],
  ])('finds %s', async (_, over, areaCode) => {
    expect((await start(over)).data?.startCase.case.areaCode).toBe(areaCode);
  });

  it('takes a report from the public, and a grid member may file for a resident with consent', async () => {
    const anonymous = await cases.ask<Started>(START, { input: input({ areaCode: null, qrPointCode: 'QR-1' }) });
    expect(anonymous.data!.startCase.case.channel).toBe('qr');
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    expect((await start({ onBehalf: { consent: true } }, member)).data!.startCase.case.channel).toBe('offline');
    const refused = await start({ onBehalf: { consent: false } }, member);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'CONSENT_REQUIRED', field: 'onBehalf.consent' });
  });

  const bad: [string, object, string, string][] = [
    ['an empty text', { text: '  ' }, 'TEXT_REQUIRED', 'text'],
    ['a text over 4,000 characters', { text: '长'.repeat(4_001) }, 'TEXT_TOO_LONG', 'text'],
    ['control characters', { text: '路灯\u0007不亮' }, 'TEXT_CONTROL_CHARACTERS', 'text'],
    ['an unknown area', { areaCode: '990121999' }, 'AREA_UNKNOWN', 'areaCode'],
    ['an area that is no code', { areaCode: '青石镇' }, 'AREA_UNKNOWN', 'areaCode'],
    ['an area outside the jurisdiction', { areaCode: '330226001' }, 'AREA_OUTSIDE_JURISDICTION', 'areaCode'],
    ['an unknown category', { categoryCode: 'nowhere' }, 'CATEGORY_UNKNOWN', 'categoryCode'],
    ['an unknown QR point', { areaCode: null, qrPointCode: 'QR-9' }, 'NOT_FOUND', 'qrPointCode'],
    ['an unusable key', { idempotencyKey: '空 格' }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    ['a report from the future', { reportedAt: '2999-01-01T00:00:00Z' }, 'TIME_INVALID', 'reportedAt'],
    ['a key over 128 characters', { idempotencyKey: 'x'.repeat(129) }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    ['a category code that is a text', { categoryCode: 'x'.repeat(65) }, 'TEXT_TOO_LONG', 'categoryCode'],
    ['a QR code that is a text', { areaCode: null, qrPointCode: 'x'.repeat(65) }, 'TEXT_TOO_LONG', 'qrPointCode'],
    ['51 further parts', { furtherText: Array.from({ length: 51 }, () => '续') }, 'INPUT_INVALID', 'furtherText'],
    ["a reporter's name over 60 characters", { reporter: { name: '长'.repeat(61) } }, 'TEXT_TOO_LONG', 'reporter.name'],
    ['an unknown attachment', { attachmentIds: [randomUUID()] }, 'ATTACHMENT_UNKNOWN', 'attachmentIds'],
  ];
  it.each(bad)('refuses %s with the field and leaves nothing behind', async (_, over, code, field) => {
    const before = await countCases();
    const [english, chinese] = [await start(over), await start(over, hotline, 'zh-CN')];
    expect(english.errors?.[0]?.extensions).toMatchObject({ code, field });
    expect(english.errors?.[0]?.message).toMatch(/^[\x20-\x7e…（）\u4e00-\u9fff、]+$/);
    expect(chinese.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(await countCases()).toBe(before);
  });

  it('refuses a client that may not start cases, and a foreign token', async () => {
    const reader = await start({}, { subject: randomUUID(), username: 'service-account-statistics-reader', roles: ['leader'] });
    expect(reader.errors?.[0]?.extensions.code).toBe('START_NOT_PERMITTED');
    const foreign = await start({}, { ...hotline, foreignKey: true });
    expect(foreign.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('starts 199 of a batch with one bad case among 200 good ones', async () => {
    const inputs = Array.from({ length: 200 }, (_, i) => input(i === 77 ? { text: '' } : {}));
    const { data } = await startMany(inputs);
    expect(data!.startCases).toMatchObject({ accepted: 199, replayed: 0, refused: 1 });
    expect(data!.startCases.results[77]).toMatchObject({ index: 77, case: null, error: { code: 'TEXT_REQUIRED', field: 'text' } });
    const again = await startMany(inputs);
    expect(again.data!.startCases).toMatchObject({ accepted: 0, replayed: 199, refused: 1 });
  });

  it('refuses 201 cases at once, whole', async () => {
    const before = await countCases();
    const { errors } = await startMany(Array.from({ length: 201 }, () => input()));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BATCH_TOO_LARGE', limit: 200, actual: 201 });
    expect(await countCases()).toBe(before);
  });

  it('tells copies and repeated keys within one batch apart', async () => {
    const twin = input();
    const copy = input({ text: twin.text });
    const { data } = await startMany([twin, twin, copy, { ...twin, text: '不同内容' }]);
    const [first, repeated, copied, conflicting] = data!.startCases.results;
    expect(repeated).toMatchObject({ replayed: true, case: { number: first!.case!.number } });
    expect(copied!.case!.duplicateOf).toBe(first!.case!.number);
    expect(conflicting!.error?.code).toBe('IDEMPOTENCY_CONFLICT');
  });
});
