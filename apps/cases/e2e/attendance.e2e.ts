import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { ATTACHMENT_HOST, COUNTY, GRID, ROADS, TOWN, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const ATTEND = `mutation ($input: RecordAttendanceArguments!) { recordAttendance(input: $input) {
  records { kind id data actor { id } } attachments { id } timeline { type text data } } }`;
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.alloc(200, 1),
]);

describe('coming to a meeting that was whistled for', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const handler = (unit: string) => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', unit);
  async function picture(as: TokenWishes): Promise<string> {
    const { data } = await cases.ask<{ prepareAttachment: { id: string; url: string } }>('mutation { prepareAttachment { id url } }', {}, as);
    const { id, url } = data!.prepareAttachment;
    const answer = await fetch(url.replace(ATTACHMENT_HOST, cases.url.replace('/graphql', '')), { method: 'PUT', body: new Uint8Array(PNG) });
    expect(answer.status).toBe(201);
    return id;
  }
  async function whistled(over: object = {}): Promise<{ number: string; pickupCode: string }> {
    const { number, pickupCode } = await steps.newCase(over);
    const participants = [{ name: '水务局', kind: 'unit', unitCode: WATER, areaCode: COUNTY }, { name: '村民代表', kind: 'resident', areaCode: GRID }];
    await steps.record(number, { records: [{ kind: 'meeting', id: 'm-1', data: { place: '村口', meetAt: '2026-11-25T02:00:00.000Z', participants } }] });
    await steps.open(number, { kind: 'lead', tier: 'town', roles: ['townCentre'], areaCode: TOWN });
    return { number, pickupCode };
  }
  const attend = (input: object, as: TokenWishes) => cases.ask<{ recordAttendance: Record<string, { type?: string }[]> }>(ATTEND, { input }, as);
  const refused = async (input: object, as: TokenWishes) => (await attend(input, as)).errors?.[0]?.extensions;

  it('is recorded by the unit itself with proof, which the resident is not shown', async () => {
    const { number, pickupCode } = await whistled();
    const ours = handler(WATER);
    const id = await picture(ours);
    const { data, errors } = await attend({ number, meetingId: 'm-1', participant: '水务局', attachmentIds: [id], note: '已到场' }, ours);
    expect(errors).toBeUndefined();
    const { records, attachments, timeline } = data!.recordAttendance;
    expect(records).toContainEqual({
      ...{ kind: 'attendance', id: 'm-1/水务局', actor: { id: ours.subject } },
      data: expect.stringContaining('已到场'),
    });
    expect(attachments).toEqual([{ id }]);
    expect(timeline!.at(-1)).toEqual({ type: 'attended', text: '已到场', data: expect.stringContaining(id) });
    const tracked = await cases.ask<{ trackCase: { attachments: object[]; timeline: object[] } }>(
      'query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { attachments { id } timeline { type } } }',
      { n: number, c: pickupCode },
    );
    expect(tracked.data?.trackCase).toEqual({ attachments: [], timeline: [{ type: 'received' }] });
  });

  it('opens the case to the people of a summoned unit, and to nobody whom it is about', async () => {
    const { number } = await whistled();
    const listed = async (as: TokenWishes) => {
      const { data } = await cases.ask<{ cases: { number: string }[]; case: object | null }>(
        'query ($n: ID!) { cases(first: 200) { number } case(number: $n) { number timeline { type } } }', { n: number }, as,
      );
      return { isListed: data?.cases?.some((one) => one.number === number) ?? false, isShown: (data?.case ?? null) !== null };
    };
    expect(await listed(handler(WATER))).toEqual({ isListed: true, isShown: true });
    expect((await listed(handler(ROADS))).isShown).toBe(false);
    const theirs = await whistled({ aboutWhom: { areaCode: COUNTY, unitCode: WATER } });
    const input = { number: theirs.number, meetingId: 'm-1', participant: '水务局', attachmentIds: [randomUUID()] };
    expect(await refused(input, handler(WATER))).toMatchObject({ code: 'CASE_NOT_FOUND' });
  });

  it('is recorded by whoever leads for those who have no account, and corrected by a later one', async () => {
    const { number } = await whistled();
    const centre = cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
    for (const note of ['到场', '到场，10 人']) {
      const attachmentIds = [await picture(centre)];
      expect((await attend({ number, meetingId: 'm-1', participant: '村民代表', attachmentIds, note }, centre)).errors).toBeUndefined();
    }
    const rows = await cases.sql(`select data->>'note' as note from case_record where case_number = $1 and kind = 'attendance'`, [number]);
    expect(rows).toEqual([{ note: '到场，10 人' }]);
  });

  it('is refused without proof, for others than the summoned, at another meeting, and to strangers', async () => {
    const { number } = await whistled();
    const ours = handler(WATER);
    const id = await picture(ours);
    const input = { number, meetingId: 'm-1', participant: '水务局', attachmentIds: [id] };
    expect(await refused({ ...input, attachmentIds: [] }, ours)).toMatchObject({ code: 'INPUT_INVALID', field: 'attachmentIds' });
    expect(await refused({ ...input, attachmentIds: [randomUUID()] }, ours)).toMatchObject({ code: 'ATTACHMENT_UNKNOWN' });
    expect(await refused({ ...input, participant: '交通局' }, ours)).toMatchObject({ code: 'INPUT_INVALID', field: 'participant' });
    expect(await refused({ ...input, meetingId: 'm-2' }, ours)).toMatchObject({ code: 'MEETING_UNKNOWN', value: 'm-2' });
    expect(await refused(input, handler(ROADS))).toMatchObject({ code: 'CASE_NOT_FOUND' });
    expect(await refused(input, cases.staff(randomUUID(), 'gridMember', GRID))).toMatchObject({ code: 'NOT_FROM_ABOVE' });
    expect(await cases.sql(`select from case_record where case_number = $1 and kind = 'attendance'`, [number])).toEqual([]);
    expect(
      await cases.sql(`select count(*)::int as n from audit_entry where target_id = $1 and operation = 'recordAttendance' and outcome = 'refused'`, [number]),
    ).toEqual([{ n: 6 }]);
  });
});
