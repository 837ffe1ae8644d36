import { randomUUID } from 'node:crypto';
import type { OpenedTask } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const MINE = '{ myTasks(first: 200) { id } }';
const CLAIM = `mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id state } }`;
const CASE = 'query ($n: ID!) { case(number: $n) { number } }';
const CASES = '{ cases(first: 200) { number } }';
const CONTACT = 'mutation ($input: RecordContactArguments!) { recordContact(input: $input) { version } }';
const NOTE = `mutation ($input: NoteCaseArguments!) { noteCase(input: $input) { timeline { type text internal } } }`;

describe('tasks addressed to units and persons', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const handler = (unit: string, subject: string = randomUUID()) =>
    cases.staff(subject, 'departmentHandler', COUNTY, 'departmentHandler', unit);
  const mine = async (as: TokenWishes) =>
    (await cases.ask<{ myTasks: { id: string }[] }>(MINE, {}, as)).data!.myTasks.map(({ id }) => id);
  const code = async (asked: Promise<{ errors?: { extensions: { code: string } }[] }>) => (await asked).errors?.[0]?.extensions.code;
  const claim = (input: object, as: TokenWishes) => code(cases.ask(CLAIM, { input }, as));
  const forDepartments: Partial<OpenedTask> = { kind: 'contribute', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY };

  it('are seen and taken by that unit alone', async () => {
    const { number } = await steps.newCase();
    const task = await steps.open(number, { ...forDepartments, unitCode: WATER });
    const [ours, theirs] = [handler(WATER), handler(ROADS)];
    expect(await mine(ours)).toContain(task.taskId);
    expect(await mine(theirs)).not.toContain(task.taskId);
    expect(await claim(task, theirs)).toBe('TASK_NOT_FOUND');
    expect(await claim(task, ours)).toBeUndefined();
  });

  it('are seen and taken by the persons who are named', async () => {
    const { number } = await steps.newCase();
    const [named, colleague] = [handler(WATER), handler(WATER)];
    const task = await steps.open(number, { ...forDepartments, unitCode: WATER, subjects: [named.subject] });
    expect([await mine(named), await mine(colleague)].map((ids) => ids.includes(task.taskId))).toEqual([true, false]);
    expect(await claim(task, colleague)).toBe('TASK_NOT_YOURS');
    expect(await claim(task, named)).toBeUndefined();
  });

  it('are kept from units that are shut out', async () => {
    const { number } = await steps.newCase();
    const task = await steps.open(number, { ...forDepartments, excludedUnits: [WATER] });
    expect([await mine(handler(WATER)), await mine(handler(ROADS))].map((ids) => ids.includes(task.taskId))).toEqual([false, true]);
    expect(await claim(task, handler(WATER))).toBe('TASK_NOT_YOURS');
  });

  it('let the unit read the case, afterwards too, and nobody else of the county’s departments', async () => {
    const { number } = await steps.newCase();
    const { number: other } = await steps.newCase();
    const task = await steps.open(number, { ...forDepartments, unitCode: WATER });
    await steps.record(number, { changedTasks: [{ taskId: task.taskId, state: 'returned' }] });
    const [ours, theirs] = [handler(WATER), handler(ROADS)];
    expect(await code(cases.ask(CASE, { n: number }, ours))).toBeUndefined();
    expect(await code(cases.ask(CASE, { n: number }, theirs))).toBe('CASE_NOT_FOUND');
    expect(await code(cases.ask(CASE, { n: other }, ours))).toBe('CASE_NOT_FOUND');
    const listed = async (as: TokenWishes) => (await cases.ask<{ cases: { number: string }[] }>(CASES, {}, as)).data!.cases.map((one) => one.number);
    expect(await listed(ours)).toContain(number);
    expect(await listed(ours)).not.toContain(other);
    expect(await listed(theirs)).not.toContain(number);
  });

  it('put who was refused on the audit trail, with the rule and without words', async () => {
    const { number } = await steps.newCase();
    const task = await steps.open(number, { ...forDepartments, unitCode: WATER });
    const theirs = handler(ROADS);
    await claim(task, theirs);
    await claim({ ...task, version: 7 }, handler(WATER, 'late'));
    await claim(task, handler(WATER, 'first'));
    await claim(task, handler(WATER, 'second'));
    expect(
      await cases.sql(`select operation, outcome, actor_subject, positions, details from audit_entry where target_id = $1 order by id`, [task.taskId]),
    ).toEqual([
      { operation: 'claimTask', outcome: 'refused', actor_subject: theirs.subject, positions: [], details: { code: 'TASK_NOT_FOUND' } },
      { operation: 'claimTask', outcome: 'refused', actor_subject: 'late', positions: ['position-of-late'], details: { code: 'VERSION_CONFLICT', field: 'version' } },
      { operation: 'claimTask', outcome: 'done', actor_subject: 'first', positions: ['position-of-first'], details: {} },
      { operation: 'claimTask', outcome: 'refused', actor_subject: 'second', positions: ['position-of-second'], details: { code: 'TASK_ALREADY_HELD' } },
    ]);
  });

  it('can be noted on by whoever works on the case, for themselves', async () => {
    const { number, pickupCode } = await steps.newCase();
    await steps.open(number, { ...forDepartments, unitCode: WATER });
    const { data } = await cases.ask<{ noteCase: { timeline: object[] } }>(NOTE, { input: { number, text: '已约明早看现场' } }, handler(WATER));
    expect(data?.noteCase.timeline.at(-1)).toEqual({ type: 'added', text: '已约明早看现场', internal: true });
    const tracked = await cases.ask<{ trackCase: { timeline: object[] } }>(
      'query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { timeline { type } } }', { n: number, c: pickupCode },
    );
    expect(tracked.data?.trackCase.timeline).not.toContainEqual({ type: 'added' });
    expect(await code(cases.ask(NOTE, { input: { number, text: ' ' } }, handler(WATER)))).toBe('INPUT_INVALID');
    expect(await code(cases.ask(NOTE, { input: { number, text: '好' } }, handler(ROADS)))).toBe('CASE_NOT_FOUND');
    const team = cases.staff(randomUUID(), 'serviceTeam', VILLAGE, 'villageOfficial');
    expect(await code(cases.ask(NOTE, { input: { number, text: '好' } }, team))).toBeUndefined();
  });

  it('say to the resident that they were contacted, and what was said to those who work on it alone', async () => {
    const client = { subject: randomUUID(), username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] as TokenWishes['roles'] };
    cases.positions.set(client.subject, [{ id: client.subject, role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    const { number, pickupCode } = await steps.newCase({}, client);
    const task = await steps.open(number, { ...forDepartments, unitCode: WATER });
    const me = handler(WATER);
    await claim(task, me);
    expect(await code(cases.ask(CONTACT, { input: { taskId: task.taskId, version: 2, note: '老人独居，语气激动' } }, me))).toBeUndefined();
    await cases.shown();
    const ofContact = (entries: { type: string; text: string | null }[] = []) => entries.filter(({ type }) => type === 'contacted');
    const read = 'type text';
    const staff = await cases.ask<{ case: { timeline: [] } }>(`query ($n: ID!) { case(number: $n) { timeline { ${read} } } }`, { n: number }, me);
    expect(ofContact(staff.data?.case.timeline)).toEqual([{ type: 'contacted', text: '老人独居，语气激动' }]);
    const tracked = await cases.ask<{ trackCase: { firstResponseAt: string | null; timeline: [] } }>(
      `query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { firstResponseAt timeline { ${read} } } }`, { n: number, c: pickupCode },
    );
    expect(ofContact(tracked.data?.trackCase.timeline)).toEqual([{ type: 'contacted', text: null }]);
    expect(tracked.data?.trackCase.firstResponseAt).not.toBeNull();
    const changes = await cases.ask<{ caseChanges: { entries: [] } }>(`{ caseChanges { entries { ${read} } } }`, {}, client);
    expect(ofContact(changes.data?.caseChanges.entries)).toEqual([{ type: 'contacted', text: null }]);
  });

  it('reach the mailbox of the unit and the persons only', async () => {
    const { number } = await steps.newCase();
    const named = handler(WATER);
    const put = (recipient: object) =>
      cases.sql(
        `insert into mailbox (message_id, type, recipient, case_number, title, body) values ($1, 'summoned', $2, $3, '吹哨', '报到')`,
        [randomUUID(), JSON.stringify({ kind: 'position', roles: ['departmentHandler'], areaCode: GRID, ...recipient }), number],
      );
    await put({ unitCode: WATER });
    await put({ unitCode: WATER, subjects: [named.subject] });
    const count = async (as: TokenWishes) =>
      (await cases.ask<{ mailbox: { caseNumber: string }[] }>('{ mailbox { caseNumber } }', {}, as)).data!.mailbox.filter((one) => one.caseNumber === number).length;
    expect([await count(named), await count(handler(WATER)), await count(handler(ROADS))]).toEqual([2, 1, 0]);
  });

  it('are listed by tier and kind for the town as well', async () => {
    const { number } = await steps.newCase();
    const lead = await steps.open(number, { kind: 'lead', tier: 'town', roles: ['townCentre'], areaCode: TOWN });
    const centre = cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
    const { data } = await cases.ask<{ myTasks: object[] }>('{ myTasks(filter: { kind: lead }) { id tier kind } }', {}, centre);
    expect(data?.myTasks).toContainEqual({ id: lead.taskId, tier: 'town', kind: 'lead' });
  });
});
