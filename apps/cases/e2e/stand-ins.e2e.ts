import { randomUUID } from 'node:crypto';
import type { OpenedTask } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { engineStand, type EngineStand, type OpenTask } from './engine.js';
import { COUNTY, GRID, TOWN, VILLAGE, WATER } from './stand.js';
import { stepsOn } from './steps.js';

const PLAN = 'mutation ($input: PlanPartsArguments!) { planParts(input: $input) { id } }';
const CLAIM = 'mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id holder { id } } }';
const COMPLETE = 'mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { id state } }';
const VERIFY = 'mutation ($input: VerifyTaskArguments!) { verifyTask(input: $input) { id state } }';
const MINE = '{ myTasks(first: 200) { id } }';
const MAILBOX = '{ mailbox { type caseNumber } }';

type Somebody = TokenWishes & { subject: string };

describe('somebody who is away', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const handler = () => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER);
  const centre = () => cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
  /** Is away; who stands in has their positions then, as identity answers. */
  const standIn = (away: Somebody, deputy: Somebody): void => {
    cases.identity.acting.set(away.subject, deputy.subject);
    const own = cases.positions.get(deputy.subject) ?? [];
    const acted = (cases.positions.get(away.subject) ?? []).map((one) => ({ ...one, actingForId: away.subject }));
    cases.positions.set(deputy.subject, [...own, ...acted]);
  };
  const colleague = (): Somebody => cases.staff(randomUUID(), 'serviceTeam', VILLAGE, 'departmentHandler');
  const failure = async (query: string, input: object, as: TokenWishes) =>
    (await cases.ask(query, { input }, as)).errors?.[0]?.extensions;
  const part = (over: object) => ({ title: '查渗漏', areaCode: COUNTY, unitCode: WATER, ...over });
  const seen = ({ id, version }: Pick<OpenTask, 'id' | 'version'>) => ({ taskId: id, version });
  const planned = async (subjects: string[]) => {
    const { number, task } = await cases.runningCase({ kind: 'dispute', areaCode: GRID });
    const refused = await failure(PLAN, { ...seen(task), parts: [part({ subjects })] }, centre());
    return { number, refused };
  };
  const partOf = (number: string) =>
    cases.until(async () => {
      const [one] = await cases.sql<{ id: string; version: number; subjects: string[] }>(
        `select id, version, subjects from task where case_number = $1 and kind = 'contribute' and closed_at is null`,
        [number],
      );
      return one;
    });
  const mine = async (as: TokenWishes) =>
    (await cases.ask<{ myTasks: { id: string }[] }>(MINE, {}, as)).data!.myTasks.map(({ id }) => id);

  it('is given nothing: it goes to whoever acts for them, who is told, and so says the timeline to those who work on it', async () => {
    const [away, deputy] = [handler(), colleague()];
    standIn(away, deputy);
    const { number, refused } = await planned([away.subject]);
    expect(refused).toBeUndefined();
    const task = await partOf(number);
    expect(task.subjects).toEqual([deputy.subject]);
    expect(
      await cases.sql(`select internal, data from timeline_entry where case_number = $1 and type = 'reassigned'`, [number]),
    ).toEqual([{ internal: true, data: { actingFor: [away.subject], subjects: [deputy.subject] } }]);
    expect(await mine(deputy)).toContain(task.id);
    expect(await mine(away)).not.toContain(task.id);
    expect(await failure(CLAIM, seen(task), deputy)).toBeUndefined();
    const notices = await cases.sql<{ recipient: object }>(
      `select recipient from notification where case_number = $1 and type = 'taskOpened' and data->>'taskId' = $2`,
      [number, task.id],
    );
    expect(notices).toEqual([{ recipient: expect.objectContaining({ subjects: [deputy.subject] }) }]);
    const done = await failure(COMPLETE, { ...seen({ ...task, version: task.version + 1 }), answer: '已修复' }, deputy);
    expect(done).toBeUndefined();
  });

  it('for whom nobody acts is named with the field, and nothing is given out', async () => {
    const away = handler();
    cases.identity.acting.set(away.subject, null);
    const { number, refused } = await planned([away.subject]);
    expect(refused).toMatchObject({ code: 'RECIPIENT_VACANT', field: 'parts[0].subjects', value: away.subject });
    expect(await cases.sql(`select from task where case_number = $1 and kind = 'contribute'`, [number])).toEqual([]);
  });

  it('makes a post vacant where nobody else holds it', async () => {
    const away = cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', 'unit-empty');
    const { task } = await cases.runningCase({ kind: 'dispute', areaCode: GRID });
    const give = () => failure(PLAN, { ...seen(task), parts: [part({ unitCode: 'unit-empty' })] }, centre());
    cases.identity.acting.set(away.subject, null);
    expect(await give()).toMatchObject({ code: 'RECIPIENT_VACANT', field: 'parts[0].unitCode', value: 'unit-empty' });
    cases.identity.acting.delete(away.subject);
    expect(await give()).toBeUndefined();
  });

  describe('after a task was given to them', () => {
    const opened = async (task: Partial<OpenedTask>) => {
      const steps = stepsOn(cases);
      const { number } = await steps.newCase();
      return steps.open(number, { kind: 'contribute', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER, ...task });
    };

    it('leaves it, named or held, to whoever stands in for them', async () => {
      const [away, deputy, other] = [handler(), colleague(), handler()];
      const [named, held] = [await opened({ subjects: [away.subject] }), await opened({})];
      await failure(CLAIM, held, away);
      standIn(away, deputy);
      expect(await mine(deputy)).toEqual(expect.arrayContaining([named.taskId, held.taskId]));
      expect(await failure(CLAIM, named, other)).toMatchObject({ code: 'TASK_NOT_YOURS' });
      expect(await failure(CLAIM, { ...held, version: 2 }, other)).toMatchObject({ code: 'TASK_ALREADY_HELD' });
      expect(await failure(CLAIM, named, deputy)).toBeUndefined();
      expect(await failure(CLAIM, { ...held, version: 2 }, deputy)).toBeUndefined();
    });

    it('has their mail read by whoever stands in for them', async () => {
      const steps = stepsOn(cases);
      const [away, deputy] = [handler(), colleague()];
      standIn(away, deputy);
      const { number } = await steps.newCase();
      await cases.sql(
        `insert into mailbox (message_id, type, recipient, case_number, title, body) values ($1, 'summoned', $2, $3, '吹哨', '报到')`,
        [randomUUID(), JSON.stringify({ kind: 'position', roles: ['departmentHandler'], areaCode: GRID, unitCode: WATER }), number],
      );
      const { data } = await cases.ask<{ mailbox: { caseNumber: string }[] }>(MAILBOX, {}, deputy);
      expect(data!.mailbox.map(({ caseNumber }) => caseNumber)).toContain(number);
    });

    it('is verified by nobody who stood in for them, and by a stranger', async () => {
      const [worker, deputy, stranger] = [randomUUID(), cases.staff(randomUUID(), 'gridMember', GRID), cases.staff(randomUUID(), 'gridMember', GRID)];
      cases.identity.stoodIn.add(`${deputy.subject}/${worker}`);
      const verify = { kind: 'verify' as const, tier: 'grid' as const, roles: ['gridMember' as const], areaCode: GRID, unitCode: undefined, excludedSubjects: [worker] };
      const task = await opened(verify);
      expect(await failure(CLAIM, task, deputy)).toMatchObject({ code: 'VERIFIER_HANDLED' });
      expect(await failure(VERIFY, { ...task, passed: true, findings: '现场属实' }, deputy)).toMatchObject({ code: 'VERIFIER_HANDLED' });
      expect(await cases.sql('select state, holder_subject from task where id = $1', [task.taskId])).toEqual([{ state: 'open', holder_subject: null }]);
      expect(await failure(CLAIM, task, stranger)).toBeUndefined();
    });
  });
});
