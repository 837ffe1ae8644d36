import * as fc from 'fast-check';
import type { CaseStep, OpenedTask, TaskKind } from '@yiwang/contracts/case-flow';
import { compareCase, foldSteps, type ProjectedCase } from '@yiwang/contracts/projection';
import { dataSourceOptions, migrate } from '@yiwang/platform/database';
import { setProcessScope } from '@yiwang/platform/row-scope';
import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import { prepareSchema } from '@yiwang/testing/subgraph';
import { DataSource } from 'typeorm';
import { APPLY_STEP } from '../src/course/apply-step.sql.js';
import { mendCase } from '../src/projection/mend-case.js';
import { readStored } from '../src/projection/stored-case.js';
import { ownSchema } from '../src/schema.js';

const COUNTY = '990121';
const BEGIN = Date.parse('2026-03-01T00:00:00Z');
const instants = fc.integer({ min: 0, max: 90 * 24 * 60 }).map((minutes) => new Date(BEGIN + minutes * 60_000).toISOString());
const texts = fc.constantFrom('已修复', 'mended', '换了路灯"\'\\');
const data = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null)));
const left = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const emptied = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> => fc.oneof(value, fc.constantFrom(null, undefined));
const TIER = fc.constantFrom('grid', 'village', 'town', 'county', 'city');
const roles = fc.subarray(['gridMember', 'villageSecretary', 'townCentre'] as const, { minLength: 1 });
const KINDS: TaskKind[] = ['desk', 'handle', 'lead', 'contribute', 'coordinate', 'verify', 'approve', 'order', 'cityDesk'];

const patches = fc.record({
  stage: left(fc.constantFrom('accepted', 'handling', 'evaluating', 'closed', 'suspended')),
  path: emptied(fc.constantFrom('villageDirect', 'countyCoordinated')),
  round: left(fc.integer({ min: 1, max: 3 })),
  areaCode: left(fc.constantFrom('990121001', '990121001001')),
  caseClass: left(fc.constantFrom('simple', 'major')),
  tier: left(TIER),
  unitCode: emptied(fc.constantFrom('water', 'housing')),
  resolutionDueAt: left(instants),
  tierDueAt: emptied(instants),
  provisional: left(fc.boolean()),
  paused: emptied(fc.constantFrom('waitingForResident', 'suspended')),
  reviewAt: emptied(instants),
  card: left(fc.constantFrom('none', 'yellow', 'red')),
  mergedInto: emptied(fc.constant(`${COUNTY}-0-leading`)),
  firstResponseAt: left(instants),
  resolvedAt: emptied(instants),
  closedAt: emptied(instants),
  closedAs: emptied(fc.constantFrom('rated', 'notRated', 'withdrawn')),
  responseOverdue: left(fc.boolean()),
  resolutionOverdue: left(fc.boolean()),
  handlerSubject: left(fc.constantFrom('li', 'wang')),
  rating: left(fc.constantFrom('satisfied', 'dissatisfied')),
});
const opened = fc.record({
  kind: fc.constantFrom(...KINDS),
  ofLifecycle: fc.boolean(),
  tier: TIER,
  roles,
  areaCode: fc.constantFrom('990121001', '990121001001'),
  unitCode: left(fc.constantFrom('water', 'housing')),
  subjects: left(fc.subarray(['li', 'wang', 'zhao'])),
  excludedSubjects: fc.subarray(['li', 'wang']),
  excludedUnits: left(fc.subarray(['water', 'housing'])),
  round: fc.integer({ min: 1, max: 3 }),
  dueAt: instants,
  title: left(texts),
  partOf: left(fc.constant('t')),
  data: left(data.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)) as never)),
});
const entries = fc.oneof(
  fc.record({ kind: fc.constant('start'), clock: fc.constantFrom('resolution', 'tier'), limit: fc.constant({ amount: 5, unit: 'calendarDays' }) }),
  fc.record({ kind: fc.constant('pause'), reason: fc.constant('suspended') }),
);
const drafts = fc.record({
  at: instants,
  repeats: fc.boolean(),
  actor: fc.constantFrom({ kind: 'system' }, { kind: 'person', subject: 'li', role: 'gridMember', positionId: 'p' }, { kind: 'resident' }),
  isDecision: fc.boolean(),
  patch: patches,
  timeline: fc.array(
    fc.record({ type: fc.constantFrom('accepted', 'answered', 'redCard'), text: left(texts), taskId: left(fc.constant('t')), internal: left(fc.constant(true)), data: left(data) }),
    { maxLength: 2 },
  ),
  opened: fc.array(opened, { maxLength: 2 }),
  changed: fc.array(
    fc.record({ which: fc.nat({ max: 11 }), state: fc.constantFrom('accepted', 'completed', 'handedUp', 'returned', 'cancelled'), result: left(texts) }),
    { maxLength: 2 },
  ),
  cancelOpenTasks: left(fc.constantFrom(true, false, 'path')),
  leadDueAt: left(instants),
  part: left(fc.record({ which: fc.nat({ max: 11 }), dueAt: instants })),
  clock: left(fc.array(fc.record({ seq: fc.integer({ min: 1, max: 4 }), entry: entries }), { maxLength: 2 })),
  marks: left(
    fc.array(
      fc.record({ key: fc.constantFrom('a', 'b'), mark: fc.constantFrom('half', 'red'), clock: fc.constant('tier'), dueAt: instants, tier: TIER, roles, areaCode: fc.constant('990121001'), unitCode: left(fc.constant('water')) }),
      { maxLength: 2 },
    ),
  ),
  records: left(fc.array(fc.record({ kind: fc.constantFrom('meeting', 'approval'), id: fc.constantFrom('1', '2'), data }), { maxLength: 2 })),
});
type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

/** Steps as workflows make them: a task is opened once, and what is left out is not there at all. */
function stepsOf(caseNumber: string, given: readonly Draft[]): CaseStep[] {
  let running = 0;
  const taskId = (which: number): string => `${caseNumber}-t${which}`;
  const steps = given.map(({ opened: tasks, changed, part, repeats, isDecision, ...rest }, i) => ({
    ...rest,
    ...{ caseNumber, countyCode: COUNTY, notices: [], stepId: `${caseNumber}#${repeats ? 'same' : i}` },
    ...(isDecision ? { cause: { operation: 'completeTask', updateId: `key-${i}` } } : {}),
    openedTasks: tasks.map(({ ofLifecycle, ...task }) => ({
      ...task,
      taskId: taskId(running++),
      workflowId: ofLifecycle ? caseNumber : `${caseNumber}/villageDirect/1`,
    })) as OpenedTask[],
    changedTasks: changed
      .filter(({ which }, at) => changed.findIndex((other) => other.which === which) === at)
      .map(({ which, ...change }) => ({ ...change, taskId: taskId(which) })),
    ...(part ? { partDueAt: { taskId: taskId(part.which), dueAt: part.dueAt } } : {}),
  }));
  return JSON.parse(JSON.stringify(steps)) as CaseStep[];
}

describe('the projection of a case', () => {
  let database: TestDatabase;
  let service: DataSource;
  let owner: DataSource;
  let running = 0;
  beforeAll(async () => {
    setProcessScope('steps');
    database = await testDatabase();
    const { migratorUrl, serviceUrl } = await prepareSchema(database.url, ownSchema.schema);
    await (await migrate(ownSchema, migratorUrl)).destroy();
    service = await new DataSource(dataSourceOptions(ownSchema, { url: serviceUrl, pool: 2 })).initialize();
    owner = await new DataSource(dataSourceOptions(ownSchema, { url: migratorUrl, pool: 2 })).initialize();
    await writeCase(`${COUNTY}-0-leading`);
  }, 120_000);
  afterAll(async () => {
    await service?.destroy();
    await owner?.destroy();
    await database?.drop();
  });

  const writeCase = (number: string): Promise<unknown> =>
    service.query(
      `insert into case_file (number, county_code, area_code, stage, kind, channel, text, received_at, policy_version,
         response_due_at, resolution_due_at, first_due_at, starter, starter_kind, idempotency_key, content_hash, signature)
       values ($1, $2, $2 || '001', 'received', 'complaint', 'web', '路灯不亮', now(), 1, now(), now(), now(), 'test', 'client', $1, '', '')`,
      [number, COUNTY],
    );
  const newCase = async (given: readonly Draft[]): Promise<{ number: string; steps: CaseStep[]; expected: ProjectedCase }> => {
    running += 1;
    const number = `${COUNTY}-20260301-${String(running).padStart(6, '0')}`;
    await writeCase(number);
    const steps = stepsOf(number, given);
    return { number, steps, expected: foldSteps(steps) as ProjectedCase };
  };
  const apply = async (steps: readonly CaseStep[]): Promise<void> => {
    for (const step of steps) await service.query(APPLY_STEP, [JSON.stringify(step)]);
  };
  const differences = async (expected: ProjectedCase) =>
    compareCase(expected, (await readStored(service.manager, [expected.caseNumber])).get(expected.caseNumber)!);

  it('is written by the statement exactly as the fold has it, whatever the steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drafts, { minLength: 1, maxLength: 8 }), async (given) => {
        const { steps, expected } = await newCase(given);
        await apply(steps);
        expect(await differences(expected)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('moves the deadline of a part whose acceptance came after it was cancelled, and opens it no more', async () => {
    const at = '2026-03-01T00:00:00.000Z';
    const part = { kind: 'contribute', ofLifecycle: false, tier: 'county', roles: ['departmentHandler'], areaCode: '990121001', excludedSubjects: [], round: 1, dueAt: at };
    const bare = { at, repeats: false, isDecision: false, actor: { kind: 'person', subject: 'li', role: 'gridMember', positionId: 'p' }, patch: {}, timeline: [], opened: [], changed: [] };
    const given = [{ ...bare, opened: [part] }, { ...bare, cancelOpenTasks: true }, { ...bare, changed: [{ which: 0, state: 'accepted' }], part: { which: 0, dueAt: '2026-03-01T00:01:00.000Z' } }];
    const { number, steps, expected } = await newCase(given as unknown as Draft[]);
    await apply(steps);
    expect(await differences(expected)).toEqual([]);
    const stored = await service.query(`select state, due_at as due, holder_subject as holder, version from task where case_number = $1`, [number]);
    expect(stored).toEqual([{ state: 'cancelled', due: new Date('2026-03-01T00:01:00.000Z'), holder: null, version: 2 }]);
  });

  /** Whatever an accident, or somebody with the owner's password, could do to the rows. */
  const accidents: Record<string, string> = {
    'a moved case': `update case_file set stage = 'closed', closed_at = now(), closed_as = 'rated', card = 'red', tier_due_at = now() where number = $1`,
    'lost tasks': `delete from task where case_number = $1`,
    'altered tasks': `update task set state = 'completed', due_at = now(), result = 'x', roles = '{}' where case_number = $1`,
    'a task of nobody': `insert into task (id, case_number, county_code, kind, state, workflow_id, roles, area_code, round, due_at, opened_at)
      values ($1 || '-x', $1, '990121', 'handle', 'open', 'w', '{}', '990121', 1, now(), now())`,
    'a lost ledger': `delete from clock_entry where case_number = $1`,
    'an altered ledger': `update clock_entry set entry = '{}' where case_number = $1`,
    'lost marks': `delete from case_mark where case_number = $1`,
    'altered records': `update case_record set data = '{"a": "x"}' where case_number = $1`,
    'a lost timeline': `delete from timeline_entry where case_number = $1`,
    'an altered timeline': `update timeline_entry set text = 'never said' where case_number = $1`,
    'a timeline written twice': `insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, task_id, internal, data)
      select case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, task_id, internal, data from timeline_entry where case_number = $1`,
    'forgotten steps': `delete from case_step where case_number = $1`,
  };
  it.each(Object.entries(accidents))('is mended after %s', async (_, sql) => {
    await fc.assert(
      fc.asyncProperty(fc.array(drafts, { minLength: 3, maxLength: 8 }), async (given) => {
        const { number, steps, expected } = await newCase(given);
        await apply(steps);
        await owner.query(sql, [number]);
        const wrong = await differences(expected);
        const mended = await mendCase(owner, { steps, expected, isWhole: true });
        expect(mended).toEqual({ ok: true, mended: wrong });
        expect(await differences(expected)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('is made anew from the steps alone, with their audit entries once', async () => {
    const [given] = fc.sample(fc.array(drafts, { minLength: 8, maxLength: 8 }), { numRuns: 1, seed: 4 }) as [Draft[]];
    const { number, steps, expected } = await newCase(given.map((draft) => ({ ...draft, repeats: false })));
    await apply(steps.slice(0, 3));
    expect(await mendCase(owner, { steps, expected, isWhole: true })).toMatchObject({ ok: true });
    await owner.query('delete from case_step where case_number = $1', [number]);
    expect(await mendCase(owner, { steps, expected, isWhole: true })).toMatchObject({ ok: true });
    expect(await differences(expected)).toEqual([]);
    const audited = await service.query(
      `select operation, count(*)::int as n from audit_entry where target_id = $1 group by 1 order by 1`,
      [number],
    );
    expect(audited).toEqual([
      { operation: 'completeTask', n: steps.filter(({ cause }) => cause).length },
      { operation: 'rebuildProjection', n: 2 },
    ]);
  });

  it('is left alone where PostgreSQL knows a step that the engine did not name', async () => {
    const [given] = fc.sample(fc.array(drafts, { minLength: 4, maxLength: 4 }), { numRuns: 1, seed: 5 }) as [Draft[]];
    const { steps } = await newCase(given.map((draft) => ({ ...draft, repeats: false })));
    await apply(steps);
    const fewer = steps.slice(0, 2);
    const expected = foldSteps(fewer) as ProjectedCase;
    expect(await mendCase(owner, { steps: fewer, expected, isWhole: true })).toEqual({ ok: false, reason: 'ahead' });
    expect(await differences(foldSteps(steps) as ProjectedCase)).toEqual([]);
  });

  it('keeps who holds a task and what services wrote', async () => {
    const [given] = fc.sample(fc.array(drafts, { minLength: 4, maxLength: 4 }), { numRuns: 1, seed: 6 }) as [Draft[]];
    const { number, steps, expected } = await newCase(given.map((draft) => ({ ...draft, opened: [...draft.opened, ...fc.sample(opened, 1)] })));
    await apply(steps);
    await owner.query(`update task set holder_subject = 'li', due_at = now() where case_number = $1`, [number]);
    await owner.query(
      `insert into timeline_entry (case_number, county_code, type, at, actor_kind) values ($1, $2, 'claimed', now(), 'person')`,
      [number, COUNTY],
    );
    expect(await mendCase(owner, { steps, expected, isWhole: true })).toMatchObject({ ok: true });
    const [held] = await service.query(`select bool_and(holder_subject = 'li') as held from task where case_number = $1`, [number]);
    expect(held).toEqual({ held: true });
    expect(await service.query(`select type from timeline_entry where case_number = $1 and type = 'claimed'`, [number])).toHaveLength(1);
  });
});
