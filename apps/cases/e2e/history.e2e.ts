import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { Policies } from '../src/policies/policies.js';
import { COUNTY, GRID, casesStand, type Stand } from './stand.js';

const RECORD = `mutation ($cases: [ClosedCaseInput!]!) { recordClosedCases(cases: $cases) { accepted replayed refused results {
  index replayed error { code field message }
  case { number areaCode stage closedAs receivedAt reportedAt resolvedAt closedAt responseDueAt resolutionDueAt
    responseOverdue resolutionOverdue timeline { type text at } } } } }`;

const REPORTED = '2025-03-01T02:00:00.000Z';
const hoursLater = (hours: number): string => new Date(Date.parse(REPORTED) + hours * 3_600_000).toISOString();

interface Recorded {
  recordClosedCases: {
    accepted: number;
    replayed: number;
    refused: number;
    results: {
      replayed: boolean;
      error: { code: string; field: string | null; message: string } | null;
      case: ({ number: string; timeline: { type: string; text: string | null; at: string }[] } & Record<string, unknown>) | null;
    }[];
  };
}

describe('recording closed cases', () => {
  let cases: Stand;
  const board: TokenWishes = {
    subject: randomUUID(),
    username: 'service-account-message-board',
    clientId: 'message-board',
    roles: ['externalSystem'],
  };
  beforeAll(async () => {
    cases = await casesStand();
    cases.positions.set(board.subject!, [{ id: 'p', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
  }, 120_000);
  afterAll(() => cases?.close());

  const closed = (over: object = {}, start: object = {}) => ({
    start: { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, reportedAt: REPORTED, ...start },
    reply: '已修复，感谢反映。',
    repliedAt: hoursLater(3),
    ...over,
  });
  const record = async (inputs: object[], as: TokenWishes | undefined = board, language = 'en') => {
    const { data, errors } = await cases.ask<Recorded>(RECORD, { cases: inputs }, as, language);
    return { report: data?.recordClosedCases, code: errors?.[0]?.extensions.code };
  };
  const countCases = async () => (await cases.sql<{ n: number }>('select count(*)::int as n from case_file'))[0]!.n;

  it('gives a closed case with its reply and its delay, and starts no workflow', async () => {
    const { report } = await record([closed()]);
    expect(report).toMatchObject({ accepted: 1, replayed: 0, refused: 0 });
    const one = report!.results[0]!.case!;
    expect(one).toMatchObject({
      ...{ areaCode: GRID, stage: 'closed', closedAs: 'imported', receivedAt: REPORTED, reportedAt: REPORTED },
      ...{ resolvedAt: hoursLater(3), closedAt: hoursLater(3), responseDueAt: hoursLater(24), resolutionDueAt: hoursLater(120) },
    });
    expect(one.number).toMatch(/^990121-20250301-\d{6,}$/);
    expect(one.timeline).toEqual([
      { type: 'received', text: null, at: REPORTED },
      { type: 'answered', text: '已修复，感谢反映。', at: hoursLater(3) },
      { type: 'imported', text: null, at: hoursLater(3) },
    ]);
    expect(await cases.sql('select from start_outbox where case_number = $1', [one.number])).toEqual([]);
    expect(await cases.sql('select operation, client_id from audit_entry where target_id = $1', [one.number])).toEqual([
      { operation: 'recordClosedCases', client_id: 'message-board' },
    ]);
  });

  it.each([
    ['at the last moment of the response limit', 24, false, false],
    ['a little after it', 24.01, true, false],
    ['on the last day', 120, true, false],
    ['after the resolution limit', 120.01, true, true],
  ])('marks lateness by the policy: replied %s', async (_, hours, responseOverdue, resolutionOverdue) => {
    const { report } = await record([closed({ repliedAt: hoursLater(hours) })]);
    expect(report?.results[0]?.case).toMatchObject({ responseOverdue, resolutionOverdue });
  });

  it("takes the county's own policy where it has one", async () => {
    await cases.sql(
      `insert into policy_version (county_code, version, state, rules, in_force_from, published_at)
       values ('990121', 7, 'published', '{"response": {"amount": 1, "unit": "hours"}}', '2000-01-01T00:00:00Z', now())`,
    );
    const policies = cases.app.get(Policies, { strict: false });
    policies.forget(COUNTY);
    try {
      const { report } = await record([closed()]);
      expect(report?.results[0]?.case).toMatchObject({ responseOverdue: true, responseDueAt: hoursLater(1) });
    } finally {
      await cases.sql(`delete from policy_version where county_code = '990121'`);
      policies.forget(COUNTY);
    }
  });

  it('is the same case when sent again, and a conflict when it says something else', async () => {
    const once = closed();
    const first = await record([once]);
    const before = await countCases();
    const again = await record([once]);
    expect(again.report).toMatchObject({ accepted: 0, replayed: 1, refused: 0 });
    expect(again.report?.results[0]?.case).toEqual(first.report?.results[0]?.case);
    for (const other of [{ ...once, reply: '另一种答复' }, { ...once, repliedAt: hoursLater(4) }, closed({}, { ...once.start, text: '别的' })]) {
      expect((await record([other])).report?.results[0]?.error?.code).toBe('IDEMPOTENCY_CONFLICT');
    }
    expect(await countCases()).toBe(before);
  });

  it.each([
    ['no time of the report', {}, { reportedAt: null }, 'TIME_INVALID', 'start.reportedAt'],
    ['a reply before the report', { repliedAt: hoursLater(-1) }, {}, 'TIME_INVALID', 'repliedAt'],
    ['a reply from the future', { repliedAt: '2999-01-01T00:00:00Z' }, {}, 'TIME_INVALID', 'repliedAt'],
    ['no reply', { reply: ' \n' }, {}, 'INPUT_INVALID', 'reply'],
    ['a reply over 20,000 characters', { reply: '长'.repeat(20_001) }, {}, 'TEXT_TOO_LONG', 'reply'],
    ['a control character in the reply', { reply: '好\u0007' }, {}, 'TEXT_CONTROL_CHARACTERS', 'reply'],
    ['no text', {}, { text: '' }, 'TEXT_REQUIRED', 'text'],
    ['an unknown area', {}, { areaCode: '990121999' }, 'AREA_UNKNOWN', 'areaCode'],
  ])('refuses one with %s and records the others', async (_, over, start, code, field) => {
    const [english, chinese] = [await record([closed(over, start), closed()]), await record([closed(over, start)], board, 'zh-CN')];
    expect(english.report).toMatchObject({ accepted: 1, refused: 1 });
    expect(english.report?.results[0]).toMatchObject({ case: null, error: { code, field } });
    expect(chinese.report?.results[0]?.error?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('refuses 201 at once, none at all, and callers who are no external system', async () => {
    expect((await record(Array.from({ length: 201 }, () => closed()))).code).toBe('BATCH_TOO_LARGE');
    expect((await record([])).code).toBe('BATCH_EMPTY');
    expect((await record([closed()], cases.staff(randomUUID(), 'gridMember', GRID))).code).toBe('FORBIDDEN');
    expect((await cases.ask(RECORD, { cases: [closed()] })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('marks exact copies within the history', async () => {
    const text = `同一件事 ${randomUUID()}`;
    const { report } = await record([closed({}, { text }), closed({}, { text })]);
    const [first, second] = report!.results.map((result) => result.case!.number);
    expect(await cases.sql('select duplicate_of from case_file where number = $1', [second])).toEqual([{ duplicate_of: first }]);
  });
});
