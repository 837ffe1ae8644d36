import { randomUUID } from 'node:crypto';
import { isConcerned, mayHold, type Concerned } from '@yiwang/domain/paths';
import type { Position } from '@yiwang/platform/auth';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import * as fc from 'fast-check';
import { positionsJson } from '../src/case/case-access.js';
import { COUNTY, GRID, OTHER_VILLAGE, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number masked caseClass mode kind } } }`;
const CASE = 'query ($n: ID!) { case(number: $n) { number text masked timeline { type text internal } } }';
const REVEAL = `mutation ($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference } }`;
const REPORTER = { name: '王五', phone: '13800000000', reference: 'R-1' };

describe('what a case says of itself when it comes in', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const hotline = (): TokenWishes => {
    const subject = randomUUID();
    cases.positions.set(subject, [{ id: subject, role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);
    return { subject, username: 'service-account-hotline-12345', clientId: 'hotline-12345', roles: ['externalSystem'] };
  };
  const secretary = (areaCode = VILLAGE) => cases.staff(randomUUID(), 'villageSecretary', areaCode, 'villageOfficial');
  const centre = () => cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
  const input = (over: object) => ({ idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over });
  const refused = async (asked: Promise<{ errors?: { extensions: Record<string, unknown> }[] }>) => (await asked).errors?.[0]?.extensions;
  const start = async (over: object, as?: TokenWishes) => {
    const { data, errors } = await cases.ask<{ startCase: { case: { number: string } } }>(START, { input: input(over) }, as);
    if (!data?.startCase) throw new Error(JSON.stringify(errors));
    return data.startCase.case;
  };
  const lifecycleOf = async (number: string) =>
    (await cases.sql<{ input: Record<string, unknown> }>('select input from start_outbox where case_number = $1', [number]))[0]!.input;

  it('begins with the class, mode and kind that staff and other systems give it', async () => {
    const started = await start({ kind: 'dispute', caseClass: 'general', mode: 'deliberation', categoryCode: 'roads' }, hotline());
    expect(started).toMatchObject({ kind: 'dispute', caseClass: 'general', mode: 'deliberation', masked: false });
    expect(await lifecycleOf(started.number)).toMatchObject({
      ...{ kind: 'dispute', caseClass: 'general', mode: 'deliberation', categoryCode: 'roads', policy: { version: 1 } },
    });
    expect(await start({ kind: 'dispute' })).toMatchObject({ caseClass: 'major', mode: null });
    expect(await refused(cases.ask(START, { input: input({ caseClass: 'difficult' }) }))).toMatchObject({ code: 'FORBIDDEN', field: 'caseClass' });
  });

  it('keeps where staff filed it for a resident', async () => {
    const team = cases.staff(randomUUID(), 'serviceTeam', VILLAGE, 'villageOfficial');
    const { number } = await start({ onBehalf: { consent: true, setting: 'speakingRoom' } }, team);
    expect(await cases.sql('select on_behalf, on_behalf_setting, channel from case_file where number = $1', [number])).toEqual([
      { on_behalf: true, on_behalf_setting: 'speakingRoom', channel: 'offline' },
    ]);
    const without = { onBehalf: { consent: false, setting: 'houseVisit' } };
    expect(await refused(cases.ask(START, { input: input(without) }, team))).toMatchObject({ code: 'CONSENT_REQUIRED' });
  });

  it.each([
    [{ areaCode: '990122001001' }, 'AREA_UNKNOWN', 'aboutWhom.areaCode'],
    [{ areaCode: '9901' }, 'AREA_UNKNOWN', 'aboutWhom.areaCode'],
    [{ areaCode: COUNTY, unitCode: 'no-such-unit' }, 'NOT_FOUND', 'aboutWhom.unitCode'],
    [{ areaCode: COUNTY, subject: 'x'.repeat(65) }, 'TEXT_TOO_LONG', 'aboutWhom.subject'],
  ])('is refused when it is about nobody here: %j', async (aboutWhom, code, field) => {
    expect(await refused(cases.ask(START, { input: input({ aboutWhom }) }))).toMatchObject({ code, field });
  });

  describe('about somebody', () => {
    const about = { areaCode: VILLAGE, role: 'villageSecretary' };

    it('tells its workflow about whom, and hides itself from them and nobody else', async () => {
      const { number } = await start({ aboutWhom: about, reporter: REPORTER });
      expect(await lifecycleOf(number)).toMatchObject({ aboutWhom: about });
      const task = await steps.open(number, { roles: ['villageSecretary', 'townCentre'], areaCode: VILLAGE });
      const lists = async (as: TokenWishes) => {
        const { data } = await cases.ask<{ cases: { number: string }[]; myTasks: { id: string }[] }>(
          '{ cases(first: 200) { number } myTasks(first: 200) { id } }', {}, as,
        );
        return [data!.cases.some((one) => one.number === number), data!.myTasks.some(({ id }) => id === task.taskId)];
      };
      const accused = secretary();
      expect(await lists(accused)).toEqual([false, false]);
      expect(await refused(cases.ask(CASE, { n: number }, accused))).toMatchObject({ code: 'CASE_NOT_FOUND' });
      const claim = `mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id } }`;
      expect(await refused(cases.ask(claim, { input: task }, accused))).toMatchObject({ code: 'TASK_NOT_FOUND' });
      const feed = await cases.ask<{ caseChanges: { entries: { caseNumber: string }[] } }>('{ caseChanges(first: 500) { entries { caseNumber } } }', {}, accused);
      expect(feed.data?.caseChanges.entries.filter((one) => one.caseNumber === number)).toEqual([]);
      expect(await lists(centre())).toEqual([true, true]);
      expect(await refused(cases.ask(CASE, { n: number }, secretary(OTHER_VILLAGE)))).toMatchObject({ code: 'CASE_NOT_FOUND' });
    });

    it('says who reported it only to those above, with a reason that stays', async () => {
      const { number } = await start({ aboutWhom: about, reporter: REPORTER });
      const asked = centre();
      const { data } = await cases.ask<{ revealReporter: object }>(REVEAL, { input: { number, reason: '需当面核实' } }, asked);
      expect(data?.revealReporter).toEqual(REPORTER);
      const seen = await cases.ask<{ case: { timeline: object[] } }>(CASE, { n: number }, asked);
      expect(seen.data?.case.timeline.at(-1)).toEqual({ type: 'reporterRevealed', text: '需当面核实', internal: true });
      expect(await cases.sql(`select outcome, actor_subject, positions from audit_entry where operation = 'revealReporter' and target_id = $1`, [number])).toEqual([
        { outcome: 'done', actor_subject: asked.subject, positions: [`position-of-${asked.subject}`] },
      ]);
    });

    it('does not say at which QR point it was reported, as any other case does', async () => {
      const pointOf = async ({ number }: { number: string }) => {
        const { data } = await cases.ask<{ case: { qrPointCode: string | null } }>('query ($n: ID!) { case(number: $n) { qrPointCode } }', { n: number }, centre());
        return data?.case.qrPointCode;
      };
      expect(await pointOf(await start({ areaCode: null, qrPointCode: 'QR-1' }))).toBe('QR-1');
      expect(await pointOf(await start({ areaCode: null, qrPointCode: 'QR-1', aboutWhom: about, reporter: REPORTER }))).toBeNull();
    });

    it('says it to nobody else: not without a reason, not to the accused or their like', async () => {
      const { number } = await start({ aboutWhom: { areaCode: TOWN, role: 'townCentre' }, reporter: REPORTER });
      const reveal = (n: string, reason: string, as: TokenWishes) => refused(cases.ask(REVEAL, { input: { number: n, reason } }, as));
      expect(await reveal(number, '想知道', centre())).toMatchObject({ code: 'CASE_NOT_FOUND' });
      const county = cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
      expect(await reveal(number, ' ', county)).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
      expect(await reveal(number, '核实', secretary())).toMatchObject({ code: 'FORBIDDEN' });
      const townSupervisor = cases.staff(randomUUID(), 'supervisor', TOWN, 'supervisor');
      const { number: aboutCounty } = await start({ aboutWhom: { areaCode: COUNTY, role: 'countyCentre' }, reporter: REPORTER });
      expect(await reveal(aboutCounty, '核实', townSupervisor)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await cases.sql(`select count(*)::int as n from audit_entry where operation = 'revealReporter' and outcome = 'refused' and target_id = $1`, [number])).toEqual([{ n: 3 }]);
    });

    it('does not name the colleague who reported it, and sends the accused no message of it', async () => {
      const colleague = cases.staff(randomUUID(), 'gridMember', GRID);
      const { number } = await start({ aboutWhom: about }, colleague);
      const add = `mutation ($input: AddToCaseInput!) { addToCase(input: $input) { number } }`;
      await cases.ask(add, { input: { number, text: '还有一事' } }, colleague);
      const { data } = await cases.ask<{ case: { timeline: object[] } }>(
        'query ($n: ID!) { case(number: $n) { timeline { type actorKind actor { id } } } }', { n: number }, centre(),
      );
      expect(data?.case.timeline).toEqual([
        { type: 'received', actorKind: 'resident', actor: null },
        { type: 'added', actorKind: 'resident', actor: null },
      ]);
      await cases.sql(
        `insert into mailbox (message_id, type, recipient, case_number, title, body) values ($1, 'taskOpened', $2, $3, '任务', '内容')`,
        [randomUUID(), JSON.stringify({ kind: 'position', roles: ['villageSecretary', 'townCentre'], areaCode: VILLAGE }), number],
      );
      const told = async (as: TokenWishes) =>
        (await cases.ask<{ mailbox: { caseNumber: string }[] }>('{ mailbox { caseNumber } }', {}, as)).data!.mailbox.some((one) => one.caseNumber === number);
      expect([await told(secretary()), await told(centre())]).toEqual([false, true]);
    });

    it('hides from a whole unit as well', async () => {
      const { number } = await start({ aboutWhom: { areaCode: COUNTY, unitCode: WATER } });
      await steps.open(number, { roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER });
      const ofUnit = cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER);
      expect(await refused(cases.ask(CASE, { n: number }, ofUnit))).toMatchObject({ code: 'CASE_NOT_FOUND' });
      const leaderOfUnit = cases.staff(randomUUID(), 'leader', COUNTY, 'leader', WATER);
      expect(await refused(cases.ask(CASE, { n: number }, leaderOfUnit))).toMatchObject({ code: 'CASE_NOT_FOUND' });
    });
  });

  // Lists ask PostgreSQL, single cases and tasks the domain: whoever sees it in one sees it in the other.
  const someArea = fc.constantFrom(COUNTY, TOWN, VILLAGE, GRID, OTHER_VILLAGE);
  const someUnit = fc.constantFrom('water', 'roads');
  const somePerson = fc.constantFrom('a', 'b');
  const someRole = fc.constantFrom('gridMember' as const, 'villageSecretary' as const, 'departmentHandler' as const, 'townCentre' as const);
  const somePositions: fc.Arbitrary<Position[]> = fc.array(
    fc.record({ id: fc.constant('p'), role: someRole, areaCode: someArea, unitCode: fc.option(someUnit) }),
    { maxLength: 3 },
  );

  it('knows in SQL and in code alike whom it concerns', async () => {
    const someAbout: fc.Arbitrary<Concerned> = fc.record(
      { areaCode: someArea, role: someRole, unitCode: someUnit, subject: somePerson },
      { requiredKeys: ['areaCode'] },
    );
    const asked = fc.sample(fc.tuple(someAbout, somePerson, somePositions), 400);
    const rows = await cases.sql<{ concerned: boolean }>(
      `select is_concerned(q->'about', q->>'subject', q->'positions') as concerned
       from jsonb_array_elements($1::jsonb) with ordinality x(q, n) order by n`,
      [JSON.stringify(asked.map(([about, subject, positions]) => ({ about, subject, positions: JSON.parse(positionsJson(positions)) as unknown })))],
    );
    expect(rows.map(({ concerned }) => concerned)).toEqual(asked.map(([about, subject, positions]) => isConcerned(about, subject, positions)));
  });

  it('lists to each the tasks that they may hold, and no other', async () => {
    const { number } = await start({});
    const someTask = fc.record(
      { roles: fc.subarray(['gridMember', 'departmentHandler', 'townCentre'] as const, { minLength: 1 }), areaCode: someArea, unitCode: someUnit,
        subjects: fc.subarray(['a', 'b'], { minLength: 1 }), excludedSubjects: fc.subarray(['a', 'b']), excludedUnits: fc.subarray(['water', 'roads']) },
      { requiredKeys: ['roles', 'areaCode', 'excludedSubjects'] },
    );
    const tasks = await Promise.all(
      fc.sample(someTask, 60).map(async (task) => ({ ...task, ...(await steps.open(number, { ...task, roles: [...task.roles] })) })),
    );
    for (const positions of fc.sample(somePositions, 12)) {
      const subject = `${randomUUID()}`;
      const named = tasks.map((task) => ({ ...task, subjects: task.subjects?.map((one) => (one === 'a' ? subject : one)), excludedSubjects: task.excludedSubjects.map((one) => (one === 'a' ? subject : one)) }));
      await cases.sql(
        `update task t set subjects = n.subjects, excluded_subjects = n.excluded from jsonb_to_recordset($1::jsonb) n(id text, subjects text[], excluded text[]) where t.id = n.id`,
        [JSON.stringify(named.map(({ taskId, subjects, excludedSubjects }) => ({ id: taskId, subjects: subjects ?? null, excluded: excludedSubjects })))],
      );
      cases.positions.set(subject, positions);
      const { data } = await cases.ask<{ myTasks: { id: string; caseNumber: string }[] }>('{ myTasks(first: 200) { id caseNumber } }', {}, { subject, roles: ['gridMember'] });
      const listed = data!.myTasks.filter((one) => one.caseNumber === number).map(({ id }) => id).sort();
      const holdable = named.filter((task) => positions.some((one) => mayHold(one, task, subject).ok)).map(({ taskId }) => taskId).sort();
      expect(listed).toEqual(holdable);
    }
  });
});
