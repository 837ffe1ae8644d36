import { setTimeout as pause } from 'node:timers/promises';
import type { CaseStep, CountedMark } from '@yiwang/contracts/case-flow';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { StepRecorder } from '../src/course/step-recorder.js';
import { COUNTY, TOWN, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const AT = '2026-11-25T01:00:00.000Z';
const HOLDER = { tier: 'town', roles: ['townCentre'], areaCode: TOWN } as const;

describe('a step of a workflow', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const row = async (number: string) =>
    (await cases.sql<Record<string, unknown>>('select * from case_file where number = $1', [number]))[0]!;
  const task = async (id: string) =>
    (await cases.sql<Record<string, unknown>>('select * from task where id = $1', [id]))[0]!;

  it('moves every field of the case, and empties those that may be empty', async () => {
    const { number } = await steps.newCase();
    const { number: leading } = await steps.newCase();
    await steps.record(number, {
      patch: {
        ...{ stage: 'suspended', path: 'countyCoordinated', round: 2, areaCode: TOWN, caseClass: 'difficult', tier: 'county' },
        ...{ unitCode: WATER, resolutionDueAt: AT, tierDueAt: AT, provisional: true, paused: 'suspended', reviewAt: AT },
        ...{ card: 'red', mergedInto: leading, firstResponseAt: AT, resolvedAt: AT, closedAt: AT, closedAs: 'rated' },
        ...{ responseOverdue: true, resolutionOverdue: true, handlerSubject: 'h', rating: 'satisfied' },
      },
    });
    const at = new Date(AT);
    expect(await row(number)).toMatchObject({
      ...{ stage: 'suspended', path: 'countyCoordinated', round: 2, area_code: TOWN, case_class: 'difficult', tier: 'county' },
      ...{ unit_code: WATER, resolution_due_at: at, tier_due_at: at, provisional: true, paused: 'suspended', review_at: at },
      ...{ card: 'red', merged_into: leading, first_response_at: at, resolved_at: at, closed_at: at, closed_as: 'rated' },
      ...{ response_overdue: true, resolution_overdue: true, handler_subject: 'h', rating: 'satisfied' },
    });
    const empty = { path: null, unitCode: null, tierDueAt: null, paused: null, reviewAt: null, mergedInto: null, resolvedAt: null };
    await steps.record(number, { patch: { ...empty, closedAt: null, closedAs: null, stage: 'handling' } });
    expect(await row(number)).toMatchObject({
      ...{ path: null, unit_code: null, tier_due_at: null, paused: null, review_at: null, merged_into: null },
      ...{ resolved_at: null, closed_at: null, closed_as: null, stage: 'handling', card: 'red', tier: 'county', first_response_at: at },
    });
  });

  it('accepts nothing that was cancelled meanwhile, in whatever order both were written', async () => {
    const { number } = await steps.newCase();
    const { taskId } = await steps.open(number);
    await steps.record(number, { at: '2026-11-25T02:00:00.000Z', cancelOpenTasks: true });
    await steps.record(number, { at: '2026-11-25T03:00:00.000Z', changedTasks: [{ taskId, state: 'accepted' }] });
    expect(await task(taskId)).toMatchObject({ state: 'cancelled', closed_at: new Date('2026-11-25T02:00:00.000Z') });
  });

  it('answers the instant with which it stands, also where another try is just writing it', async () => {
    const { number } = await steps.newCase();
    const source = cases.app.get(DataSource, { strict: false });
    const step: CaseStep = {
      ...{ caseNumber: number, countyCode: COUNTY, stepId: `${number}#twice`, at: '2026-11-25T05:00:00.000Z', actor: { kind: 'system' } },
      ...{ patch: {}, timeline: [], openedTasks: [], changedTasks: [], notices: [] },
    };
    let answered: Promise<string | undefined> | undefined;
    await asSystem('steps', () =>
      source.transaction(async (manager) => {
        await manager.query('insert into case_step (case_number, step_id, at) values ($1, $2, $3)', [number, step.stepId, AT]);
        answered = new StepRecorder(source).recordStep(step);
        await pause(300);
      }),
    );
    expect(await answered).toBe(AT);
    expect(await new StepRecorder(source).recordStep(step)).toBe(AT);
  });

  it('keeps the first promise: made where the clock starts, whatever moves the deadline later', async () => {
    const { number } = await steps.newCase();
    const start = { at: AT, rule: 1, kind: 'start', clock: 'resolution', limit: { amount: 5, unit: 'calendarDays' }, holder: HOLDER } as const;
    await steps.record(number, { patch: { resolutionDueAt: '2026-11-30T01:00:00.000Z' }, clock: [{ seq: 1, entry: start }] });
    const extend = { at: AT, rule: 1, kind: 'extend', by: { amount: 1, unit: 'calendarDays' } } as const;
    await steps.record(number, { patch: { resolutionDueAt: '2026-12-01T01:00:00.000Z' }, clock: [{ seq: 2, entry: extend }] });
    expect(await row(number)).toMatchObject({
      first_due_at: new Date('2026-11-30T01:00:00.000Z'),
      resolution_due_at: new Date('2026-12-01T01:00:00.000Z'),
    });
    expect(await cases.sql('select seq, entry from clock_entry where case_number = $1 order by seq', [number])).toEqual([
      { seq: 1, entry: start },
      { seq: 2, entry: extend },
    ]);
  });

  it('opens tasks with all that they are addressed by', async () => {
    const { number } = await steps.newCase();
    const { taskId } = await steps.open(number, {
      ...{ kind: 'contribute', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER, subjects: ['a', 'b'] },
      ...{ excludedSubjects: ['c'], excludedUnits: ['d'], title: '排查管网', partOf: 'lead', data: { binding: true } },
    });
    expect(await task(taskId)).toMatchObject({
      ...{ kind: 'contribute', state: 'open', tier: 'county', unit_code: WATER, subjects: ['a', 'b'], excluded_subjects: ['c'] },
      ...{ excluded_units: ['d'], title: '排查管网', part_of: 'lead', data: { binding: true }, result: null, version: 1 },
    });
    const plain = await steps.open(number);
    expect(await task(plain.taskId)).toMatchObject({ unit_code: null, subjects: null, excluded_units: [], title: null, data: {} });
  });

  it('ends tasks with their result, and moves the deadlines of the lead or of one part without a new version', async () => {
    const { number } = await steps.newCase();
    const [lead, part, done] = [
      await steps.open(number, { kind: 'lead' }),
      await steps.open(number, { kind: 'contribute' }),
      await steps.open(number, { kind: 'contribute' }),
    ];
    await steps.record(number, {
      actor: { kind: 'person', subject: 's' },
      leadDueAt: AT,
      partDueAt: { taskId: part.taskId, dueAt: '2026-11-26T01:00:00.000Z' },
      changedTasks: [{ taskId: done.taskId, state: 'returned', result: '不属本单位' }],
    });
    expect(await task(lead.taskId)).toMatchObject({ due_at: new Date(AT), version: 1, state: 'open', closed_at: null, holder_subject: null });
    expect(await task(part.taskId)).toMatchObject({ due_at: new Date('2026-11-26T01:00:00.000Z'), version: 1, state: 'open' });
    expect(await task(done.taskId)).toMatchObject({ state: 'returned', result: '不属本单位', version: 2, holder_subject: 's', closed_at: expect.any(Date) });
  });

  it('leaves the lifecycle its own tasks where only the path is left', async () => {
    const { number } = await steps.newCase();
    const ofPath = await steps.open(number, { kind: 'lead' });
    const approval = await steps.open(number, { kind: 'approve', workflowId: number });
    await steps.record(number, { cancelOpenTasks: 'path' });
    expect([(await task(ofPath.taskId))['state'], (await task(approval.taskId))['state']]).toEqual(['cancelled', 'open']);
    const answered = await steps.open(number, { kind: 'lead' });
    await steps.record(number, { cancelOpenTasks: true, leadDueAt: AT, changedTasks: [{ taskId: answered.taskId, state: 'completed' }] });
    expect([(await task(answered.taskId))['state'], (await task(approval.taskId))['state']]).toEqual(['completed', 'cancelled']);
  });

  it('counts marks once, adds to records, and tells what is internal from what is not', async () => {
    const { number } = await steps.newCase();
    const mark: CountedMark = { key: 'tier/1/red', mark: 'red', clock: 'tier', dueAt: AT, ...HOLDER, roles: ['townCentre'], unitCode: WATER };
    await steps.record(number, {
      marks: [mark],
      records: [{ kind: 'meeting', id: 'm', data: { place: '村口', meetAt: AT } }],
      timeline: [{ type: 'redCard' }, { type: 'instructed', text: '从速', internal: true }],
    });
    await steps.record(number, {
      actor: { kind: 'person', subject: 's' },
      marks: [mark],
      records: [{ kind: 'meeting', id: 'm', data: { place: '村部' } }],
    });
    expect(await cases.sql('select key, mark, tier, unit_code, roles from case_mark where case_number = $1', [number])).toEqual([
      { key: 'tier/1/red', mark: 'red', tier: 'town', unit_code: WATER, roles: ['townCentre'] },
    ]);
    expect(await cases.sql('select kind, id, data, actor_subject from case_record where case_number = $1', [number])).toEqual([
      { kind: 'meeting', id: 'm', data: { place: '村部', meetAt: AT }, actor_subject: 's' },
    ]);
    expect(await cases.sql(`select type, internal from timeline_entry where case_number = $1 and type <> 'received' order by seq`, [number])).toEqual([
      { type: 'redCard', internal: false },
      { type: 'instructed', internal: true },
    ]);
  });

  it('counts once, however often it is tried', async () => {
    const { number } = await steps.newCase();
    const once = await steps.record(number, { timeline: [{ type: 'urged' }], patch: { round: 2 } });
    await Promise.all([1, 2, 3].map(() => steps.record(number, { ...once, patch: { round: 9 } })));
    expect(await cases.sql(`select type from timeline_entry where case_number = $1 and type = 'urged'`, [number])).toHaveLength(1);
    expect((await row(number))['round']).toBe(2);
  });

  it('answers the instant with which it stands where it was written before, and its own the first time', async () => {
    const { number } = await steps.newCase();
    const recorder = new StepRecorder(cases.app.get(DataSource, { strict: false }));
    const once = { ...(await steps.record(number)), stepId: `${number}#again`, at: AT };
    expect(await recorder.recordStep(once)).toBe(AT);
    expect(await recorder.recordStep({ ...once, at: '2026-11-25T01:00:07.000Z' })).toBe(AT);
  });
});

describe('what lies behind a case', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const DETAILS = `number caseClass tier unitCode firstDueAt tierDueAt provisional paused reviewAt card mergedInto masked
    zh: deadlineExplained(language: zh) en: deadlineExplained(language: en) ledger { seq kind at rule entry }
    marks { key mark tier roles areaCode unitCode } records { kind id data } tasks { id kind title data unitCode } timeline { type internal }`;
  type Shown = Record<string, unknown> & { zh: string; en: string; timeline: { type: string }[] };

  it('is shown to those who work on it, and to the resident without what is internal', async () => {
    const { number, pickupCode } = await steps.newCase();
    const limit = { amount: 5, unit: 'calendarDays' } as const;
    const entry = { at: AT, rule: 1, kind: 'start', clock: 'resolution', limit, holder: HOLDER, path: 'villageDirect' } as const;
    await steps.record(number, {
      patch: { tier: 'town', card: 'yellow', tierDueAt: AT },
      clock: [{ seq: 1, entry }],
      marks: [{ key: 'k', mark: 'yellow', clock: 'tier', dueAt: AT, tier: 'town', roles: ['townCentre'], areaCode: TOWN }],
      records: [{ kind: 'instruction', id: 'i', data: { text: '从速' } }],
      timeline: [{ type: 'instructed', internal: true }, { type: 'yellowCard' }],
    });
    const { taskId } = await steps.open(number, { kind: 'lead', title: '牵头办理', data: { a: 1 } });
    const centre = cases.staff('centre', 'townCentre', TOWN, 'townCentre');
    const { data, errors } = await cases.ask<{ case: Shown }>(`query ($n: ID!) { case(number: $n) { ${DETAILS} } }`, { n: number }, centre);
    expect(errors).toBeUndefined();
    expect(data?.case).toMatchObject({
      ...{ caseClass: 'simple', tier: 'town', card: 'yellow', tierDueAt: AT, provisional: false, paused: null, masked: false },
      ledger: [{ seq: 1, kind: 'start', at: AT, rule: 1, entry: expect.stringContaining('resolution') }],
      marks: [{ key: 'k', mark: 'yellow', tier: 'town', roles: ['townCentre'], areaCode: TOWN, unitCode: null }],
      records: [{ kind: 'instruction', id: 'i', data: '{"text":"从速"}' }],
      tasks: [{ id: taskId, kind: 'lead', title: '牵头办理', data: '{"a":1}', unitCode: null }],
    });
    expect(data?.case.zh).toContain('应于');
    expect(data?.case.en).toContain('Due by');
    expect(data?.case.timeline.map(({ type }) => type)).toEqual(['received', 'instructed', 'yellowCard']);
    for (const as of [undefined, centre]) {
      const tracked = await cases.ask<{ trackCase: Shown }>(
        `query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { ${DETAILS} } }`,
        { n: number, c: pickupCode },
        as,
      );
      expect(tracked.data?.trackCase).toMatchObject({ card: 'yellow', ledger: null, marks: null, records: null, tasks: null });
      expect(tracked.data?.trackCase.zh).toBe(data?.case.zh);
      expect(tracked.data?.trackCase.timeline.map(({ type }) => type)).toEqual(['received', 'yellowCard']);
    }
  });

  it('names the unit that a task is addressed to, which departments then calls by its name', async () => {
    const { number } = await steps.newCase();
    const [ofTown, ofWater] = [
      await steps.open(number, { kind: 'lead', tier: 'town', roles: ['townCentre'], areaCode: TOWN }),
      await steps.open(number, { kind: 'contribute', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER }),
    ];
    const centre = cases.staff('centre', 'townCentre', TOWN, 'townCentre');
    const { data } = await cases.ask<{ case: { tasks: { id: string; unit: object | null }[] } }>('query ($n: ID!) { case(number: $n) { tasks { id unit { code } } } }', { n: number }, centre);
    expect(new Map(data?.case.tasks.map(({ id, unit }) => [id, unit]))).toEqual(new Map<string, object | null>([[ofTown.taskId, null], [ofWater.taskId, { code: WATER }]]));
  });

  it('keeps internal entries out of the feed of external systems', async () => {
    const hotline = { subject: 'hotline', username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem' as const] };
    cases.positions.set('hotline', [{ id: 'h', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    const { number } = await steps.newCase({}, hotline);
    await steps.record(number, { timeline: [{ type: 'urged', internal: true }, { type: 'accepted' }] });
    const changes = async (as: Parameters<Stand['ask']>[2]) => {
      const { data } = await cases.ask<{ caseChanges: { entries: { caseNumber: string; type: string }[] } }>(
        '{ caseChanges(first: 500) { entries { caseNumber type } } }', {}, as,
      );
      return data!.caseChanges.entries.filter(({ caseNumber }) => caseNumber === number).map(({ type }) => type);
    };
    await cases.shown();
    expect(await changes(hotline)).toEqual(['received', 'accepted']);
    expect(await changes(cases.staff('county', 'countyCentre', COUNTY, 'countyCentre'))).toEqual(['received', 'urged', 'accepted']);
  });

  it('is read for lists as well', async () => {
    await Promise.all([1, 2, 3].map(() => steps.newCase()));
    const county = cases.staff('county2', 'countyCentre', COUNTY, 'countyCentre');
    const { data } = await cases.ask<{ cases: Shown[] }>(`{ cases(first: 10, filter: { card: none }) { ${DETAILS} } }`, {}, county);
    expect(data?.cases.length).toBeGreaterThan(2);
    expect(data?.cases.at(-1)).toMatchObject({ ledger: [], zh: null });
    expect(data?.cases.every(({ card }) => card === 'none')).toBe(true);
  });
});
