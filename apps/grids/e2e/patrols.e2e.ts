import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PatrolActivities } from '@yiwang/contracts/patrols';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { DataSource } from 'typeorm';
import { activitiesOf } from '../src/patrols/patrol-engine.js';
import { PatrolPlanning } from '../src/patrols/planning.js';
import { administratorOf, putCounty } from './county.js';
import { testGrids } from './grids.js';

const MEMBER = '99012100-0000-4000-8000-0000000000b1';
const HELPER = '99012100-0000-4000-8000-0000000000b2';
const SECRETARY = '99012100-0000-4000-8000-0000000000c1';
const GRID = '990121001001001';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const local = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString();
const today = (): string => local().slice(0, 10);
const daysAgo = (days: number): string => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** Stands in for cases: remembers what it was asked to start, and takes pictures. */
async function casesStandIn() {
  const starts: { input: Record<string, unknown>; authorization: string | undefined }[] = [];
  const uploads: Buffer[] = [];
  let failures = 0;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts);
      if (request.method === 'PUT') {
        uploads.push(body);
        return void response.writeHead(201).end('{}');
      }
      const { query, variables } = JSON.parse(body.toString()) as { query: string; variables: { input: Record<string, unknown> } };
      response.setHeader('content-type', 'application/json');
      const { port } = server.address() as AddressInfo;
      if (query.includes('prepareAttachment')) {
        const id = `aaaaaaaa-0000-4000-8000-${String(uploads.length).padStart(12, '0')}`;
        return void response.end(JSON.stringify({ data: { prepareAttachment: { id, url: `http://127.0.0.1:${port}/attachments/${id}?expires=1` } } }));
      }
      starts.push({ input: variables.input, authorization: request.headers.authorization });
      if (failures > 0) {
        failures -= 1;
        return void response.end(JSON.stringify({ data: null, errors: [{ message: 'away', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }));
      }
      response.end(JSON.stringify({ data: { startCase: { case: { number: '990121-20261125-000007' } } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    starts,
    uploads,
    failOnce: () => (failures = 1),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('patrols of grids', () => {
  let grids: TestSubgraph;
  let cases: Awaited<ReturnType<typeof casesStandIn>>;
  let activities: PatrolActivities;
  let admin: ReturnType<typeof administratorOf>;
  const member = { subject: MEMBER, roles: ['gridMember' as const] };
  const helper = { subject: HELPER, roles: ['gridMember' as const] };
  const secretary = { subject: SECRETARY, roles: ['villageOfficial' as const] };

  const plan = (date: string, wishes: Partial<Parameters<PatrolActivities['planPatrolDay']>[0]> = {}) =>
    activities.planPatrolDay({
      ...{ countyCode: '990121', date, isWorkingDay: true, isProvisional: false, now: `${date}T00:00:00.000Z` },
      ...wishes,
    });
  const setting = (input: object = {}) =>
    grids.ask<{ putPatrolSetting: object }>(
      'mutation ($input: PutPatrolSettingInput!) { putPatrolSetting(input: $input) { enabled onDaysOff slots { slot from until } } }',
      { input: { countyCode: '990121', ...input } },
      admin,
    );
  const checkIn = (input: object, as: object = member, language = 'en') =>
    grids.ask<{ checkInPatrol: { slot: string; place: string; distanceM: number } }>(
      'mutation ($input: CheckInPatrolInput!) { checkInPatrol(input: $input) { slot place distanceM state subject } }',
      { input },
      as,
      language,
    );
  const complete = (input: object, as: object = member) =>
    grids.ask<{ completePatrol: { state: string; findings: { id: string; text: string }[]; pictures: { id: string; url: string }[] } }>(
      'mutation ($input: CompletePatrolInput!) { completePatrol(input: $input) { state note findings { id text attachmentIds caseNumber } pictures { id mediaType url } } }',
      { input },
      as,
    );
  const upload = async (as: object = member): Promise<string> => {
    const { data } = await grids.ask<{ preparePatrolPicture: { id: string; url: string } }>('mutation { preparePatrolPicture { id url } }', {}, as);
    const link = new URL(data!.preparePatrolPicture.url);
    const put = await fetch(new URL(link.pathname.replace('/grids', '') + link.search, grids.url), { method: 'PUT', body: PNG });
    expect(put.status).toBe(201);
    return data!.preparePatrolPicture.id;
  };
  const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
  /** Rounds of today whose window is the whole day, so that a test does not depend on the hour. */
  const openAllDay = () => grids.sql(`update patrol_round set opens_at = now() - interval '1 hour', closes_at = now() + interval '1 hour' where day = $1`, [today()]);

  beforeAll(async () => {
    cases = await casesStandIn();
    grids = await testGrids({ CASES_URL: cases.url });
    await putCounty(grids);
    admin = administratorOf(grids, '990121');
    grids.positions.set(MEMBER, [{ id: 'm', role: 'gridMember', areaCode: GRID, unitCode: null }]);
    grids.positions.set(HELPER, [{ id: 'h', role: 'gridMember', areaCode: '990121002001001', unitCode: null }]);
    grids.positions.set(SECRETARY, [{ id: 's', role: 'villageSecretary', areaCode: '990121001001', unitCode: null }]);
    activities = activitiesOf(new PatrolPlanning(grids.app.get(DataSource)));
    await grids.sql(`insert into boundary (area_code, valid_from, geometry, bbox, area_m2) values
      ($1, '2020-01-01', '{"type":"Polygon","coordinates":[[[104,30],[104.1,30],[104.1,30.1],[104,30.1],[104,30]]]}', box(point(104,30), point(104.1,30.1)), 1e8)`, [GRID]);
    expect((await setting()).errors).toBeUndefined();
  }, 120_000);
  beforeEach(() => grids.sql('truncate patrol_finding, patrol_round, patrol_day, notification cascade'));
  afterAll(async () => {
    await grids.close();
    await cases.close();
  });

  describe('the plan of a day', () => {
    it('has every grid twice, is made once, and answers the same again', async () => {
      const first = await plan('2026-11-25');
      expect(first.slots).toEqual([
        { slot: 'morning', closesAt: '2026-11-25T04:00:00.000Z', rounds: 3 },
        { slot: 'afternoon', closesAt: '2026-11-25T10:00:00.000Z', rounds: 3 },
      ]);
      expect(await plan('2026-11-25', { now: '2026-11-25T09:00:00.000Z' })).toEqual(first);
      const [{ n }] = (await grids.sql<{ n: number }>('select count(*)::int as n from patrol_round')) as [{ n: number }];
      expect(n).toBe(6);
    });

    it('is empty on a day off, unless the county patrols then too', async () => {
      expect((await plan('2026-11-28', { isWorkingDay: false })).slots).toEqual([]);
      expect((await setting({ onDaysOff: true })).data?.putPatrolSetting).toMatchObject({ onDaysOff: true });
      expect((await plan('2026-11-29', { isWorkingDay: false })).slots).toHaveLength(2);
      await setting({ onDaysOff: false });
    });

    it('leaves out slots that had closed before it was made, closed grids and kinds that are not patrolled', async () => {
      await grids.sql(`update area set valid_to = '2026-11-20' where code = '990121002001001'`);
      await setting({ gridKinds: ['urbanRural'] });
      expect((await plan('2026-11-25', { now: '2026-11-25T05:00:00.000Z' })).slots).toEqual([
        { slot: 'afternoon', closesAt: '2026-11-25T10:00:00.000Z', rounds: 1 },
      ]);
      await setting({ gridKinds: ['urbanRural', 'school', 'enterprise'] });
      await grids.sql(`update area set valid_to = null where code = '990121002001001'`);
    });

    it('is nothing where the county does not patrol', async () => {
      expect((await plan('2026-11-25', { countyCode: '990122' })).slots).toEqual([]);
      await setting({ enabled: false });
      expect((await plan('2026-11-25')).slots).toEqual([]);
      await setting({ enabled: true });
    });
  });

  describe('a slot that has closed', () => {
    it('counts what was missed and tells each village once, with the names of its grids', async () => {
      await plan('2026-11-25');
      await grids.sql(`update patrol_round set state = 'done', checked_in_at = now(), completed_at = now(), subject = $1 where grid_code = $2 and slot = 'morning'`, [MEMBER, GRID]);
      const slot = { countyCode: '990121', date: '2026-11-25', slot: 'morning' };
      expect(await activities.closePatrolSlot(slot)).toEqual({ missed: 2 });
      expect(await activities.closePatrolSlot(slot)).toEqual({ missed: 2 });
      const notices = await grids.sql<{ recipient: object; data: object }>('select type, recipient, data from notification order by dedupe_key');
      expect(notices).toEqual([
        {
          type: 'patrolMissed',
          recipient: { kind: 'position', roles: ['villageSecretary'], areaCode: '990121001001' },
          data: { area: '桥头村', date: '2026-11-25', slot: '08:00–12:00', missed: 1, grids: '桥头村学校网格' },
        },
        expect.objectContaining({ recipient: { kind: 'position', roles: ['villageSecretary'], areaCode: '990121002001' } }),
      ]);
    });

    it('leaves coverage that adds up, by day and by grid, open rounds apart', async () => {
      await plan('2026-11-24');
      await plan('2026-11-25');
      for (const slot of ['morning', 'afternoon']) await activities.closePatrolSlot({ countyCode: '990121', date: '2026-11-24', slot });
      await grids.sql(`update patrol_round set state = 'done', checked_in_at = now(), completed_at = now(), subject = $1 where day = '2026-11-24' and slot = 'morning'`, [MEMBER]);
      await grids.sql(`update patrol_round set state = 'late', checked_in_at = now(), completed_at = now(), subject = $1 where day = '2026-11-24' and slot = 'afternoon' and grid_code = $2`, [MEMBER, GRID]);
      const { data, errors } = await grids.ask<{ patrolCoverage: object }>(
        `{ patrolCoverage(area: "990121", from: "2026-11-24", to: "2026-11-25") { planned done late missed open numerator denominator
           days { day planned numerator denominator } grids(first: 2) { items { gridCode planned done late missed open } endCursor } } }`,
        {},
        admin,
      );
      expect(errors).toBeUndefined();
      expect(data?.patrolCoverage).toEqual({
        ...{ planned: 12, done: 3, late: 1, missed: 2, open: 6, numerator: 3, denominator: 6 },
        days: [
          { day: '2026-11-24', planned: 6, numerator: 3, denominator: 6 },
          { day: '2026-11-25', planned: 6, numerator: 0, denominator: 0 },
        ],
        grids: {
          items: [
            { gridCode: GRID, planned: 4, done: 1, late: 1, missed: 0, open: 2 },
            { gridCode: '990121001001002', planned: 4, done: 1, late: 0, missed: 1, open: 2 },
          ],
          endCursor: expect.any(String),
        },
      });
    });
  });

  describe('a round', () => {
    beforeEach(async () => {
      await plan(today(), { now: `${daysAgo(1)}T00:00:00.000Z` });
      await openAllDay();
    });

    it('is checked in where the grid is; near and outside are noted, never refused', async () => {
      expect((await checkIn({ gridCode: GRID, slot: 'morning', latitude: 30.05, longitude: 104.05 })).data?.checkInPatrol).toMatchObject({ place: 'inside', distanceM: 0 });
      // A thousandth of a degree is 111 metres, and the edge between two corners bows a metre north; the county allows 50 and the phone says 100.
      expect((await checkIn({ gridCode: GRID, slot: 'morning', latitude: 30.101, longitude: 104.05, accuracyM: 100 })).data?.checkInPatrol).toMatchObject({ place: 'near', distanceM: 110 });
      expect((await checkIn({ gridCode: GRID, slot: 'morning', latitude: 30.101, longitude: 104.05, accuracyM: 10 })).data?.checkInPatrol).toMatchObject({ place: 'outside' });
      expect((await checkIn({ gridCode: GRID, slot: 'morning' })).data?.checkInPatrol).toMatchObject({ place: 'unknown' });
    });

    it('is done with a picture, and its finding becomes a case in one step, once', async () => {
      const picture = await upload();
      const shown = await upload();
      await checkIn({ gridCode: GRID, slot: 'morning', latitude: 30.05, longitude: 104.05 });
      const done = await complete({ gridCode: GRID, slot: 'morning', note: '已走访', attachmentIds: [picture], findings: [{ text: '井盖缺失', attachmentIds: [shown] }] });
      expect(done.errors).toBeUndefined();
      expect(done.data?.completePatrol).toMatchObject({ state: 'done', note: '已走访', findings: [{ text: '井盖缺失', attachmentIds: [shown], caseNumber: null }] });
      expect(done.data?.completePatrol.pictures.map(({ id }) => id).toSorted()).toEqual([picture, shown].toSorted());
      const again = await complete({ gridCode: GRID, slot: 'morning', attachmentIds: [picture] });
      expect(again.data?.completePatrol).toMatchObject({ note: '已走访', findings: [{ text: '井盖缺失' }] });

      const { id } = done.data!.completePatrol.findings[0]!;
      const start = () => grids.ask<{ startCaseFromFinding: object }>(`mutation { startCaseFromFinding(id: "${id}") { caseNumber } }`, {}, member);
      cases.failOnce();
      expect(code(await start())).toBe('SERVICE_UNAVAILABLE');
      expect((await start()).data?.startCaseFromFinding).toEqual({ caseNumber: '990121-20261125-000007' });
      expect((await start()).data?.startCaseFromFinding).toEqual({ caseNumber: '990121-20261125-000007' });
      expect(cases.starts).toHaveLength(2);
      expect(cases.starts[0]).toEqual(cases.starts[1]);
      expect(cases.starts[1]).toMatchObject({
        authorization: expect.stringMatching(/^Bearer /),
        input: {
          ...{ idempotencyKey: `patrol-finding-${id}`, sourceReference: `patrol-finding-${id}`, channel: 'patrol' },
          ...{ text: '井盖缺失', areaCode: GRID, kind: 'request', attachmentIds: ['aaaaaaaa-0000-4000-8000-000000000000'] },
        },
      });
      expect(cases.uploads).toHaveLength(1);
      const { data } = await grids.ask<{ patrolFindings: { items: object[] } }>(
        `{ patrolFindings(under: "990121001001", from: "${today()}", to: "${today()}") { items { text caseNumber } } }`, {}, secretary);
      expect(data?.patrolFindings.items).toEqual([{ text: '井盖缺失', caseNumber: '990121-20261125-000007' }]);
    });

    it('is late after its window, and over with its day', async () => {
      await grids.sql(`update patrol_round set closes_at = now() - interval '1 minute', state = 'missed' where grid_code = $1`, [GRID]);
      await checkIn({ gridCode: GRID, slot: 'morning' });
      const { data } = await complete({ gridCode: GRID, slot: 'morning', attachmentIds: [await upload()] });
      expect(data?.completePatrol.state).toBe('late');
      expect(code(await checkIn({ gridCode: GRID, day: daysAgo(1) }))).toBe('PATROL_DAY_OVER');
    });

    it.each([
      ["somebody else's grid", () => checkIn({ gridCode: '990121002001001' }), 'PATROL_NOT_YOURS'],
      ['a slot that there is not', () => checkIn({ gridCode: GRID, slot: 'night' }), 'PATROL_NOT_PLANNED'],
      ['half a position', () => checkIn({ gridCode: GRID, latitude: 30 }), 'INPUT_INVALID'],
      ['no check-in before', () => complete({ gridCode: GRID, slot: 'afternoon', attachmentIds: [] }), 'PATROL_NOT_CHECKED_IN'],
    ])('is refused with %s', async (_what, act, expected) => {
      expect(code(await act())).toBe(expected);
    });

    it('is refused before its time, without a picture, with a stranger’s picture, and a second time by another', async () => {
      await grids.sql(`update patrol_round set opens_at = now() + interval '1 hour' where slot = 'afternoon'`);
      expect(code(await checkIn({ gridCode: GRID, slot: 'afternoon' }))).toBe('PATROL_TOO_EARLY');
      await checkIn({ gridCode: GRID, slot: 'morning' });
      expect(code(await complete({ gridCode: GRID, slot: 'morning' }))).toBe('PATROL_PICTURE_REQUIRED');
      expect(code(await complete({ gridCode: GRID, slot: 'morning', attachmentIds: [await upload(helper)] }))).toBe('ATTACHMENT_UNKNOWN');
      expect(code(await complete({ gridCode: GRID, slot: 'morning', attachmentIds: [await upload()], findings: [{ text: ' ' }] }))).toBe('INPUT_INVALID');
      await complete({ gridCode: GRID, slot: 'morning', attachmentIds: [await upload()] });
      expect(code(await checkIn({ gridCode: GRID, slot: 'morning' }, secretary))).toBe('PATROL_DONE');
      expect(code(await complete({ gridCode: GRID, slot: 'morning' }, secretary))).toBe('PATROL_DONE');
    });

    it('is somebody’s whose post is elsewhere and who has a duty in the grid', async () => {
      expect(code(await checkIn({ gridCode: GRID, slot: 'morning' }, helper))).toBe('PATROL_NOT_YOURS');
      await grids.sql(`insert into duty (grid_code, subject, duty, valid_from) values ($1, $2, 'patrol', '2026-01-01')`, [GRID, HELPER]);
      expect((await checkIn({ gridCode: GRID, slot: 'morning' }, helper)).errors).toBeUndefined();
      const { data } = await grids.ask<{ myPatrols: { gridCode: string }[] }>('{ myPatrols { gridCode slot grid { name } } }', {}, helper);
      expect(new Set(data?.myPatrols.map(({ gridCode }) => gridCode))).toEqual(new Set([GRID, '990121002001001']));
    });

    it('is seen by the village and above, and by nobody beside', async () => {
      const rounds = (under: string, as: object) => grids.ask<{ patrolRounds: { items: object[] } }>(`{ patrolRounds(under: "${under}") { items { gridCode } } }`, {}, as);
      expect((await rounds('990121001001', secretary)).data?.patrolRounds.items).toHaveLength(4);
      expect(code(await rounds('990121', secretary))).toBe('AREA_OUTSIDE_JURISDICTION');
      const other = administratorOf(grids, '990122', '99012200-0000-4000-8000-0000000000aa');
      expect(code(await rounds('990121', other))).toBe('AREA_OUTSIDE_JURISDICTION');
    });
  });

  it.each([
    ['slots that overlap', { slots: [{ slot: 'a', from: '08:00', until: '12:00' }, { slot: 'b', from: '11:00', until: '14:00' }] }, 'slots[1]'],
    ['a slot twice', { slots: [{ slot: 'a', from: '08:00', until: '09:00' }, { slot: 'a', from: '11:00', until: '14:00' }] }, 'slots[1].slot'],
    ['a time that is none', { slots: [{ slot: 'a', from: '8', until: '9' }] }, 'slots[0]'],
    ['no slot', { slots: [] }, 'slots'],
    ['metres below zero', { nearM: -1 }, 'nearM'],
  ])('a setting is refused with %s', async (_what, input, field) => {
    expect((await setting(input)).errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field });
  });
});
