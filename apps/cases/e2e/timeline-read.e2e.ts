import { randomUUID } from 'node:crypto';
import type { OpenedTask, TimelineEvent } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';
import { subscribe } from './subscribe.js';

const FIELDS = 'type text internal data actor { id }';
const TRACK = `query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { timeline { ${FIELDS} } } }`;
const CASE = `query ($n: ID!) { case(number: $n) { timeline { ${FIELDS} } } }`;
const CHANGES = `query ($after: String, $first: Int) { caseChanges(after: $after, first: $first) { cursor hasMore entries { caseNumber ${FIELDS} } } }`;
const EVENTS = `subscription ($number: ID!, $code: String, $after: String) { caseEvents(number: $number, pickupCode: $code, after: $after) { ${FIELDS} } }`;
const CLAIM = 'mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id } }';

interface Read {
  type: string;
  text: string | null;
  internal: boolean;
  data: string;
  actor: { id: string } | null;
}
interface Page {
  caseChanges: { cursor: string; hasMore: boolean; entries: (Read & { caseNumber: string })[] };
}

describe('the timeline of a case that a lead and others work on', () => {
  let cases: Stand;
  let steps: Steps;
  let hotline: TokenWishes & { subject: string };
  let number: string;
  let pickupCode: string;
  const handler = () => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER);

  /** Opens a task as a path does, and has somebody of the unit claim it. */
  async function handedTo(kind: OpenedTask['kind'], isInternal: boolean): Promise<string> {
    const taskId = `${number}-t${randomUUID()}`;
    const whose = { tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER } as const;
    const task: OpenedTask = {
      ...{ taskId, kind, workflowId: `${number}/countyCoordinated/1`, excludedSubjects: [], round: 1, dueAt: '2099-01-01T00:00:00.000Z' },
      ...{ ...whose, roles: [...whose.roles] },
    };
    const opened: TimelineEvent = { type: 'taskOpened', taskId, data: { kind, areaCode: COUNTY, roles: [...whose.roles] } };
    await steps.record(number, { openedTasks: [task], timeline: [isInternal ? { ...opened, internal: true } : opened] });
    const { errors } = await cases.ask(CLAIM, { input: { taskId, version: 1 } }, handler());
    expect(errors).toBeUndefined();
    return taskId;
  }

  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    hotline = { subject: randomUUID(), username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
    cases.positions.set(hotline.subject, [{ id: 'h', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    ({ number, pickupCode } = await steps.newCase({}, hotline));
    const lead = await handedTo('lead', false);
    const part = await handedTo('contribute', true);
    const by = { kind: 'person', subject: randomUUID(), role: 'departmentHandler' } as const;
    const ground = { proposedUnitCode: 'unit-roads', legalGround: '《河道管理条例》第二十四条' };
    await steps.record(number, {
      actor: by,
      timeline: [
        { type: 'returned', text: '不属于本单位职责', taskId: part, internal: true, data: { ...ground, kind: 'contribute' } },
        { type: 'contributed', text: '已查处', taskId: part, internal: true },
        { type: 'returned', text: '不属于本单位职责', taskId: lead, internal: true, data: { ...ground, kind: 'lead' } },
      ],
    });
    const verify = await handedTo('verify', false);
    await steps.record(number, {
      actor: by,
      timeline: [{ type: 'verificationFailed', text: '沟边仍有垃圾', taskId: verify, internal: true, data: { stage: 'handling', attachmentIds: ['a'] } }],
    });
  }, 120_000);
  afterAll(() => cases?.close());

  const OF_THE_CASE = ['received', 'taskOpened', 'claimed', 'returned', 'verificationFailed'];
  const tracked = async (as?: TokenWishes): Promise<Read[]> => {
    const { data, errors } = await cases.ask<{ trackCase: { timeline: Read[] } }>(TRACK, { n: number, c: pickupCode }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.trackCase.timeline;
  };

  it('tells the resident the course of the case as a whole, whoever looks with their code', async () => {
    for (const as of [undefined, handler()]) expect((await tracked(as)).map(({ type }) => type)).toEqual(OF_THE_CASE);
  });

  it('says that it came back without the words, the ground and the person', async () => {
    const told = { text: null, internal: false, actor: null };
    expect((await tracked()).slice(-2)).toEqual([
      { type: 'returned', ...told, data: '{"kind":"lead"}' },
      { type: 'verificationFailed', ...told, data: '{"stage":"handling"}' },
    ]);
  });

  it('is whole for those who work on it', async () => {
    const { data } = await cases.ask<{ case: { timeline: Read[] } }>(CASE, { n: number }, handler());
    expect(data?.case.timeline.map(({ type }) => type)).toEqual([
      ...['received', 'taskOpened', 'claimed', 'taskOpened', 'claimed', 'returned', 'contributed', 'returned', 'taskOpened', 'claimed', 'verificationFailed'],
    ]);
    expect(data?.case.timeline.at(-1)).toMatchObject({ text: '沟边仍有垃圾', internal: true });
  });

  it('is read alike by whoever follows it live', async () => {
    await cases.shown();
    const events = await subscribe(cases, EVENTS, { number, code: pickupCode, after: '0:0' });
    const heard: string[] = [];
    while (heard.length < OF_THE_CASE.length) heard.push(((await events.next()) as { data: { caseEvents: Read } }).data.caseEvents.type);
    await events.leave();
    expect(heard).toEqual(OF_THE_CASE);
  });

  it('is read alike in the feed of an outside system, which goes on after what it may not read', async () => {
    await cases.shown();
    const heard: string[] = [];
    let after: string | null = null;
    for (let isMore = true; isMore; ) {
      const { data }: { data?: Page | null } = await cases.ask<Page>(CHANGES, { after, first: 1 }, hotline);
      heard.push(...data!.caseChanges.entries.map(({ type }) => type));
      after = data!.caseChanges.cursor;
      isMore = data!.caseChanges.hasMore;
    }
    expect(heard).toEqual(OF_THE_CASE);
  });

  it('takes back before the resident that it came back, where that never was', async () => {
    const [row] = await cases.sql<{ cursor: string }>(
      `select xid::text || ':' || seq as cursor from timeline_entry where case_number = $1 and type = 'returned' and data->>'kind' = 'lead'`, [number],
    );
    await cases.sql(
      `insert into timeline_entry (case_number, county_code, type, at, actor_kind, internal, data)
       values ($1, $2, 'retracted', now(), 'system', true, jsonb_build_object('cursor', $3::text, 'type', 'returned'))`,
      [number, COUNTY, row!.cursor],
    );
    expect((await tracked()).at(-1)).toMatchObject({ type: 'retracted', internal: false });
  });
});
