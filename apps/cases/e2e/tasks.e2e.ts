import { randomUUID } from 'node:crypto';
import { PositionDirectory } from '@yiwang/platform/auth';
import { NotificationSender, createNotificationAdapter } from '@yiwang/platform/notification';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { engineStand, type EngineStand, type OpenTask } from './engine.js';
import { COUNTY, GRID, OTHER_VILLAGE, TOWN, VILLAGE } from './stand.js';

const TASK = 'id state version holder { id } case { number stage text }';
const MY_TASKS = `query ($filter: TaskFilterInput, $after: ID, $first: Int) {
  myTasks(filter: $filter, after: $after, first: $first) { ${TASK} kind round dueAt } }`;
const mutation = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { task: ${name}(input: $input) { ${TASK} } }`;
const CLAIM = mutation('claimTask', 'TaskReferenceInput');
const RELEASE = mutation('releaseTask', 'TaskReferenceInput');
const CONTACT = mutation('recordContact', 'RecordContactArguments');
const ACCEPT = mutation('acceptTask', 'AcceptTaskArguments');
const COMPLETE = mutation('completeTask', 'CompleteTaskArguments');
const HAND_UP = mutation('handUp', 'HandUpArguments');
const DISPATCH = mutation('dispatchCase', 'DispatchArguments');
const WITHDRAW = `mutation ($input: WithdrawCaseArguments!) { withdrawCase(input: $input) { number stage closedAs } }`;

interface Task {
  id: string;
  state: string;
  version: number;
  holder: { id: string } | null;
  case: { number: string; stage: string; text: string } | null;
}

describe('working on cases', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const gridMember = () => cases.staff(randomUUID(), 'gridMember', GRID);
  const secretary = (areaCode = VILLAGE) => cases.staff(randomUUID(), 'villageSecretary', areaCode, 'villageOfficial');
  const townCentre = () => cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
  const countyCentre = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  const seen = ({ id, version }: OpenTask | Task) => ({ taskId: id, version });
  const act = async (query: string, input: object, as: TokenWishes) => {
    const { data, errors } = await cases.ask<{ task: Task }>(query, { input }, as);
    return { task: data?.task, code: errors?.[0]?.extensions.code, details: errors?.[0]?.extensions };
  };
  const done = async (query: string, input: object, as: TokenWishes): Promise<Task> => {
    const { task, details } = await act(query, input, as);
    if (!task) throw new Error(JSON.stringify(details));
    return task;
  };
  const mine = async (as: TokenWishes, variables: object = {}): Promise<string[]> => {
    const { data, errors } = await cases.ask<{ myTasks: Task[] }>(MY_TASKS, { ...variables }, as);
    if (!data?.myTasks) throw new Error(JSON.stringify(errors));
    return data.myTasks.map(({ id }) => id);
  };
  const row = async (number: string) =>
    (await cases.sql<Record<string, unknown>>('select * from case_file where number = $1', [number]))[0]!;
  const timeline = async (number: string): Promise<string[]> =>
    (
      await cases.sql<{ type: string }>('select type from timeline_entry where case_number = $1 order by seq', [number])
    ).map(({ type }) => type);
  const audit = (number: string) =>
    cases.sql<{ operation: string; actor_subject: string; idempotency_key: string; positions: string[] }>(
      `select operation, actor_subject, idempotency_key, positions from audit_entry
       where (target_id = $1 or target_id like $1 || '-t%') and outcome = 'done' order by id`,
      [number],
    );
  const rate = (number: string, rating: 'satisfied' | 'dissatisfied', round: number) =>
    cases.decide('rateCase', number, {
      actor: { kind: 'resident' },
      idempotencyKey: `rating-${round}`,
      ratingId: randomUUID(),
      round,
      rating,
      comment: '',
    });
  /** The lifecycle hears of the path's answer a moment after PostgreSQL. */
  const closedWithin = (number: string) => cases.until(async () => (await row(number))['stage'] === 'closed');

  describe('finding it', () => {
    it('shows a grid its tasks, and those of its village to the members of its grids', async () => {
      const { task } = await cases.runningCase();
      const wide = await cases.runningCase({ areaCode: VILLAGE });
      const elsewhere = await cases.runningCase({ areaCode: OTHER_VILLAGE });
      const found = await mine(gridMember());
      expect(found).toEqual(expect.arrayContaining([task.id, wide.task.id]));
      expect(found).not.toContain(elsewhere.task.id);
      expect(await mine(secretary())).toEqual([]);
    });

    it('lets a grid member read the case of a task that is addressed to the whole village', async () => {
      const { number, task } = await cases.runningCase({ areaCode: VILLAGE });
      const member = gridMember();
      const { data } = await cases.ask<{ task: Task }>(`query ($id: ID!) { task(id: $id) { ${TASK} } }`, { id: task.id }, member);
      expect(data?.task.case).toMatchObject({ number });
      const listed = await cases.ask<{ cases: object[] }>('{ cases { number } }', {}, member);
      expect(listed.data?.cases).toContainEqual({ number });
      const stranger = cases.staff(randomUUID(), 'gridMember', `${OTHER_VILLAGE}001`);
      const refused = await cases.ask('query ($n: ID!) { case(number: $n) { number } }', { n: number }, stranger);
      expect(refused.errors?.[0]?.extensions.code).toBe('CASE_NOT_FOUND');
    });

    it('tells what somebody holds from what waits for anybody', async () => {
      const { task } = await cases.runningCase();
      const [holder, colleague] = [gridMember(), gridMember()];
      await done(CLAIM, seen(task), holder);
      expect(await mine(holder, { filter: { scope: 'MINE' } })).toEqual([task.id]);
      expect(await mine(holder, { filter: { scope: 'UNIT' } })).not.toContain(task.id);
      expect(await mine(colleague)).not.toContain(task.id);
    });

    it('filters by stage, path, kind and deadline, and gives pages by the last id', async () => {
      const first = await cases.runningCase();
      await cases.runningCase();
      const member = gridMember();
      const accepted = await done(ACCEPT, seen(first.task), member);
      expect(accepted.case?.stage).toBe('handling');
      expect(await mine(member, { filter: { stage: 'handling' } })).toEqual([first.task.id]);
      expect(await mine(member, { filter: { path: 'cadreLed' } })).toEqual([]);
      expect(await mine(member, { filter: { kind: 'desk' } })).toEqual([]);
      expect(await mine(member, { filter: { dueBefore: new Date().toISOString() } })).toEqual([]);
      const all = await mine(member, { filter: { path: 'villageDirect', dueBefore: '2999-01-01T00:00:00Z' } });
      const paged: string[] = [];
      for (let page = await mine(member, { first: 2 }); page.length > 0; page = await mine(member, { first: 2, after: paged.at(-1) })) {
        expect(page.length).toBeLessThanOrEqual(2);
        paged.push(...page);
      }
      expect(paged).toEqual(all);
      expect(new Set(all).size).toBe(all.length);
    });

    it('refuses a page after something that is no task', async () => {
      const { errors } = await cases.ask(MY_TASKS, { after: 'nothing' }, gridMember());
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
    });
  });

  describe('holding it', () => {
    it('is one person at a time, who may give it back', async () => {
      const { number, task } = await cases.runningCase();
      const [first, second] = [gridMember(), gridMember()];
      const claimed = await done(CLAIM, seen(task), first);
      expect(claimed).toMatchObject({ state: 'open', version: task.version + 1, holder: { id: first.subject } });
      expect((await act(CLAIM, seen(claimed), second)).code).toBe('TASK_ALREADY_HELD');
      expect((await act(RELEASE, seen(claimed), second)).code).toBe('TASK_NOT_HELD');
      expect(await done(CLAIM, seen(task), first)).toMatchObject({ version: claimed.version });
      const stale = await act(RELEASE, seen(task), first);
      expect(stale.details).toMatchObject({ code: 'VERSION_CONFLICT', field: 'version', actual: claimed.version });
      const released = await done(RELEASE, seen(claimed), first);
      expect(released.holder).toBeNull();
      expect((await act(CLAIM, seen(claimed), second)).code).toBe('VERSION_CONFLICT');
      await done(CLAIM, seen(released), second);
      expect(await timeline(number)).toEqual(['received', 'taskOpened', 'claimed', 'released', 'claimed']);
      const entries = await audit(number);
      expect(entries.map(({ operation, actor_subject }) => [operation, actor_subject])).toEqual([
        ['startCase', cases.hotline.subject],
        ['claimTask', first.subject],
        // A claim of what one holds already changes nothing and is audited as asked.
        ['claimTask', first.subject],
        ['releaseTask', first.subject],
        ['claimTask', second.subject],
      ]);
      expect(entries[1]?.positions).toEqual([`position-of-${first.subject}`]);
    });

    it('goes to one of ten who ask at the same moment', async () => {
      const { task } = await cases.runningCase();
      const answers = await Promise.all(Array.from({ length: 10 }, () => act(CLAIM, seen(task), gridMember())));
      expect(answers.filter(({ task: claimed }) => claimed)).toHaveLength(1);
      expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'TASK_ALREADY_HELD']));
    });

    it('is refused to other positions, for unknown tasks and without signing in', async () => {
      const { task } = await cases.runningCase();
      expect((await act(CLAIM, seen(task), secretary())).code).toBe('TASK_NOT_YOURS');
      expect((await act(CLAIM, seen(task), cases.staff(randomUUID(), 'gridMember', `${OTHER_VILLAGE}001`))).code).toBe('TASK_NOT_FOUND');
      expect((await act(CLAIM, { taskId: 'none', version: 1 }, gridMember())).code).toBe('TASK_NOT_FOUND');
      expect((await cases.ask(CLAIM, { input: seen(task) })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await act(CLAIM, seen(task), cases.hotline)).code).toBe('FORBIDDEN');
    });
  });

  describe('answering it', () => {
    it('passes the public nodes in order, once, and tells the reporter', async () => {
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      const accepted = await done(ACCEPT, { ...seen(task), idempotencyKey: 'accept-1' }, member);
      expect(accepted).toMatchObject({ state: 'accepted', holder: { id: member.subject }, case: { stage: 'handling' } });
      const answer = { ...seen(accepted), answer: '灯已修好', idempotencyKey: 'answer-1' };
      const completed = await done(COMPLETE, answer, member);
      expect(completed).toMatchObject({ state: 'completed', case: { stage: 'evaluating' } });
      expect(await done(COMPLETE, answer, member)).toEqual(completed);
      expect((await act(COMPLETE, { ...answer, idempotencyKey: 'answer-2' }, member)).code).toBe('TASK_CLOSED');
      expect((await act(RELEASE, seen(completed), member)).code).toBe('TASK_CLOSED');
      expect(await timeline(number)).toEqual(['received', 'taskOpened', 'accepted', 'dispatched', 'accepted', 'answered']);
      expect(await row(number)).toMatchObject({
        stage: 'evaluating',
        handler_subject: member.subject,
        resolved_at: expect.any(Date),
        first_response_at: expect.any(Date),
      });
      expect((await audit(number)).slice(1)).toEqual([
        {
          operation: 'acceptTask',
          actor_subject: member.subject,
          idempotency_key: expect.stringContaining(`acceptTask:${member.subject}:accept-1`),
          positions: [`position-of-${member.subject}`],
        },
        expect.objectContaining({ operation: 'completeTask', idempotency_key: expect.stringContaining(`completeTask:${member.subject}:answer-1`) }),
      ]);
      const notices = await cases.sql('select type, recipient from notification where case_number = $1 order by id', [number]);
      expect(notices).toEqual([
        { type: 'taskOpened', recipient: { kind: 'position', roles: ['gridMember'], areaCode: GRID } },
        { type: 'caseAnswered', recipient: { kind: 'reporter' } },
      ]);
    });

    it('takes the same version or key with another answer for a conflict, never for the first one', async () => {
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      await done(COMPLETE, { ...seen(task), answer: '答复甲', idempotencyKey: 'once' }, member);
      expect((await act(COMPLETE, { ...seen(task), answer: '答复乙' }, member)).code).toBe('TASK_CLOSED');
      expect((await act(COMPLETE, { ...seen(task), answer: '答复乙', idempotencyKey: 'once' }, member)).code).toBe('IDEMPOTENCY_CONFLICT');
      expect((await timeline(number)).filter((type) => type === 'answered')).toHaveLength(1);
    });

    it('has exactly one effect when two do it at the same time', async () => {
      const { number, task } = await cases.runningCase();
      const answers = await Promise.all(
        [gridMember(), gridMember()].map((member, i) => act(COMPLETE, { ...seen(task), answer: `答复 ${i}` }, member)),
      );
      expect(answers.filter((one) => one.task)).toHaveLength(1);
      // By how far the other one is: has it in hand, is deciding, or has decided. The words that stand are the winner's.
      expect(answers.find((one) => one.code)?.code).toMatch(/^(TASK_ALREADY_HELD|VERSION_CONFLICT|STAGE_REFUSES|TASK_CLOSED)$/);
      const winner = answers.findIndex((one) => one.task);
      expect(await cases.sql(`select text from timeline_entry where case_number = $1 and type = 'answered'`, [number])).toEqual([{ text: `答复 ${winner}` }]);
      expect((await timeline(number)).filter((type) => type === 'answered')).toHaveLength(1);
      expect((await audit(number)).filter(({ operation }) => operation === 'completeTask')).toHaveLength(1);
    });

    it('has one effect for one person who sends it five times at once', async () => {
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => act(COMPLETE, { ...seen(task), answer: '灯已修好', idempotencyKey: 'once' }, member)),
      );
      expect(answers.map((one) => one.task?.state)).toEqual(Array.from({ length: 5 }, () => 'completed'));
      expect((await timeline(number)).filter((type) => type === 'answered')).toHaveLength(1);
    });

    it('is refused while somebody else holds it, on an old version, and with no or too much text', async () => {
      const { number, task } = await cases.runningCase();
      const [holder, other] = [gridMember(), gridMember()];
      const claimed = await done(CLAIM, seen(task), holder);
      expect((await act(COMPLETE, { ...seen(claimed), answer: '好' }, other)).code).toBe('TASK_ALREADY_HELD');
      expect((await act(COMPLETE, { ...seen(task), answer: '好' }, holder)).code).toBe('VERSION_CONFLICT');
      expect((await act(COMPLETE, { ...seen(claimed), answer: ' ' }, holder)).details).toMatchObject({ code: 'INPUT_INVALID', field: 'answer' });
      expect((await act(COMPLETE, { ...seen(claimed), answer: '长'.repeat(4_001) }, holder)).code).toBe('TEXT_TOO_LONG');
      expect((await act(ACCEPT, { ...seen(claimed), idempotencyKey: '空 格' }, holder)).code).toBe('IDEMPOTENCY_KEY_INVALID');
      expect((await act(CONTACT, { ...seen(claimed), note: '长'.repeat(4_001) }, holder)).code).toBe('TEXT_TOO_LONG');
      expect((await row(number))['stage']).toBe('received');
    });

    it('waits for an engine that is away, refusing, and leaves nothing behind', async () => {
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      cases.door.shut();
      try {
        const refused = await act(COMPLETE, { ...seen(task), answer: '好', idempotencyKey: 'later' }, member);
        expect(refused.code).toBe('ENGINE_UNAVAILABLE');
        expect(await row(number)).toMatchObject({ stage: 'received' });
      } finally {
        cases.door.open();
      }
      const completed = await cases.until(async () => (await act(COMPLETE, { ...seen(task), answer: '好', idempotencyKey: 'later' }, member)).task);
      expect(completed.state).toBe('completed');
    });

    it('says of a case that is not relayed yet that it will soon be', async () => {
      const { number } = await cases.writtenCase();
      const { errors } = await cases.ask(WITHDRAW, { input: { number, reason: '已解决' } }, cases.hotline);
      expect(errors?.[0]?.extensions.code).toBe('CASE_NOT_STARTED');
      await cases.relay.relayOnce();
    });
  });

  describe('handing it up', () => {
    it('goes to the village, then to the town that leads it, owned all the time and with its first promise kept', async () => {
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      const handed = await done(HAND_UP, { ...seen(task), reason: '需要村里协调' }, member);
      expect(handed).toMatchObject({ state: 'handedUp', case: { stage: 'dispatched' } });
      const atVillage = await cases.openTask(number);
      expect(atVillage).toMatchObject({ kind: 'handle', roles: ['villageSecretary', 'villagePolice', 'stationedCadre'], areaCode: VILLAGE });
      expect((await act(COMPLETE, { ...seen(atVillage), answer: '好' }, member)).code).toBe('TASK_NOT_YOURS');
      await done(HAND_UP, { ...seen(atVillage), reason: '需要镇里协调' }, secretary());
      const atTown = await cases.openTask(number);
      expect(atTown).toMatchObject({ kind: 'lead', roles: ['townCentre'], areaCode: TOWN });
      const moved = await cases.until(async () => {
        const found = await row(number);
        return found['path'] === 'villageTownJoint' && found;
      });
      expect(moved).toMatchObject({ tier: 'town' });
      expect((moved['first_due_at'] as Date).getTime()).toBe((moved['received_at'] as Date).getTime() + 5 * 86_400_000);
      expect((moved['resolution_due_at'] as Date).getTime()).toBeGreaterThan((moved['first_due_at'] as Date).getTime());
      await done(COMPLETE, { ...seen(atTown), answer: '镇里已协调解决' }, townCentre());
      expect((await timeline(number)).filter((type) => type !== 'taskOpened')).toEqual([
        ...['received', 'accepted', 'dispatched', 'handedUp', 'handedUp', 'accepted', 'answered'],
      ]);
    });
  });

  describe('a desk', () => {
    it('says where a case belongs, step by step', async () => {
      const { number, task } = await cases.runningCase({ areaCode: COUNTY });
      expect(task).toMatchObject({ kind: 'desk', roles: ['countyCentre'] });
      const county = countyCentre();
      expect((await act(COMPLETE, { ...seen(task), answer: '好' }, county)).code).toBe('INPUT_INVALID');
      await done(DISPATCH, { ...seen(task), areaCode: TOWN }, county);
      const atTown = await cases.openTask(number);
      expect(atTown).toMatchObject({ kind: 'desk', roles: ['townCentre'], areaCode: TOWN });
      await done(DISPATCH, { ...seen(atTown), areaCode: GRID }, townCentre());
      const atGrid = await cases.openTask(number);
      expect(atGrid).toMatchObject({ kind: 'handle', roles: ['gridMember'], areaCode: GRID });
      expect(await row(number)).toMatchObject({ stage: 'dispatched', area_code: GRID, path: 'villageDirect' });
      await done(COMPLETE, { ...seen(atGrid), answer: '已修好' }, gridMember());
      expect((await audit(number)).map(({ operation }) => operation)).toEqual(['startCase', 'dispatchCase', 'dispatchCase', 'completeTask']);
    });

    it('does not accept a case, with a reason that the resident reads', async () => {
      const { number, pickupCode, task } = await cases.runningCase({ areaCode: COUNTY });
      const refused = await done(DISPATCH, { ...seen(task), notAcceptedReason: '属法院受理事项' }, countyCentre());
      expect(refused).toMatchObject({ state: 'completed', case: { stage: 'notAccepted' } });
      const { data } = await cases.ask<{ trackCase: { closedAs: string; timeline: { type: string; text: string | null }[] } }>(
        'query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { closedAs timeline { type text } } }',
        { n: number, c: pickupCode },
      );
      expect(data?.trackCase.closedAs).toBe('notAccepted');
      expect(data?.trackCase.timeline.at(-1)).toEqual({ type: 'notAccepted', text: '属法院受理事项' });
    });

    it.each([
      ['nothing', {}, 'INPUT_INVALID', 'areaCode'],
      ['both a place and a reason', { areaCode: TOWN, notAcceptedReason: '理由' }, 'INPUT_INVALID', 'notAcceptedReason'],
      ['an unknown area', { areaCode: '990121999' }, 'AREA_UNKNOWN', 'areaCode'],
      ['a whole city', { areaCode: '9901' }, 'AREA_UNKNOWN', 'areaCode'],
      ['another county', { areaCode: '330226001' }, 'AREA_UNKNOWN', 'areaCode'],
      ['its own area', { areaCode: COUNTY }, 'AREA_OUTSIDE_JURISDICTION', 'areaCode'],
    ])('is refused that says %s', async (_, given, code, field) => {
      const { number, task } = await cases.runningCase({ areaCode: COUNTY });
      expect((await act(DISPATCH, { ...seen(task), ...given }, countyCentre())).details).toMatchObject({ code, field });
      expect((await row(number))['stage']).toBe('received');
    });
  });

  describe('the end of it', () => {
    it('comes early when the reporter takes the case back', async () => {
      const { number, task } = await cases.runningCase();
      const withdraw = (as?: TokenWishes) =>
        cases.ask<{ withdrawCase: { stage: string } }>(WITHDRAW, { input: { number, reason: '已自行解决' } }, as);
      expect((await withdraw(gridMember())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const { data } = await withdraw(cases.hotline);
      expect(data?.withdrawCase).toEqual({ number, stage: 'withdrawn', closedAs: 'withdrawn' });
      expect((await withdraw(cases.hotline)).data).toEqual(data);
      expect((await act(COMPLETE, { ...seen(task), answer: '好' }, gridMember())).code).toBe('TASK_CLOSED');
      expect(await mine(gridMember())).not.toContain(task.id);
      expect(await timeline(number)).toEqual(['received', 'taskOpened', 'withdrawn']);
    });

    it('comes with a rating; dissatisfied goes to another handler first', async () => {
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      await done(COMPLETE, { ...seen(task), answer: '已修好' }, member);
      await rate(number, 'dissatisfied', 1);
      const second = await cases.openTask(number);
      expect(second).toMatchObject({ round: 2, areaCode: VILLAGE, roles: ['villageSecretary', 'villagePolice', 'stationedCadre'] });
      cases.positions.set(member.subject, [
        { id: 'p1', role: 'gridMember', areaCode: GRID, unitCode: null },
        { id: 'p2', role: 'villageSecretary', areaCode: VILLAGE, unitCode: null },
      ]);
      cases.app.get(PositionDirectory, { strict: false }).forget(member.subject);
      expect(await mine(member)).not.toContain(second.id);
      expect((await act(CLAIM, seen(second), member)).code).toBe('TASK_NOT_YOURS');
      const official = secretary();
      expect(await mine(official)).toContain(second.id);
      await done(COMPLETE, { ...seen(second), answer: '重新修好' }, official);
      await rate(number, 'satisfied', 2);
      await closedWithin(number);
      expect(await row(number)).toMatchObject({ round: 2, rating: 'satisfied', closed_as: 'rated', closed_at: expect.any(Date) });
      expect(await timeline(number)).toEqual([
        ...['received', 'taskOpened', 'accepted', 'dispatched', 'accepted', 'answered'],
        ...['rated', 'newRound', 'taskOpened', 'accepted', 'answered', 'rated', 'closed'],
      ]);
      expect((await audit(number)).map(({ operation }) => operation)).toEqual([
        'startCase', 'completeTask', 'rateCase', 'completeTask', 'rateCase',
      ]);
      const { errors } = await cases.ask(WITHDRAW, { input: { number, reason: '算了' } }, cases.hotline);
      expect(errors?.[0]?.extensions.code).toBe('CASE_CLOSED');
    });

    it('reaches the mailbox of everybody who was to be told', async () => {
      const source = cases.app.get(DataSource, { strict: false });
      const adapter = createNotificationAdapter({ NOTIFICATION_ADAPTER: 'mailbox', NOTIFICATION_GATEWAY_TIMEOUT_MS: 1_000 }, source.manager, 'cases');
      const sender = new NotificationSender(source, { schema: 'cases', adapter });
      const { number, task } = await cases.runningCase();
      const member = gridMember();
      await done(COMPLETE, { ...seen(task), answer: '已修好' }, member);
      while ((await sender.sendOnce()) > 0);
      expect(await cases.sql('select state from notification where case_number = $1', [number])).toEqual([{ state: 'delivered' }, { state: 'delivered' }]);
      expect(await cases.sql('select type, case_number from mailbox where case_number = $1 order by type desc', [number])).toEqual([
        { type: 'taskOpened', case_number: number },
        { type: 'caseAnswered', case_number: number },
      ]);
    });
  });

  // Last, because time that has jumped stays jumped for every case that begins afterwards.
  describe('its clocks', () => {
    it('mark a case nobody answered within 24 hours, and not one whose resident was reached', async () => {
      const [reached, forgotten] = [await cases.runningCase(), await cases.runningCase()];
      const member = gridMember();
      const claimed = await done(CLAIM, seen(reached.task), member);
      expect((await act(CONTACT, { ...seen(claimed), note: ' ' }, member)).code).toBe('INPUT_INVALID');
      expect((await act(CONTACT, { ...seen(claimed), note: '已电话联系' }, gridMember())).code).toBe('TASK_NOT_HELD');
      const contacted = await done(CONTACT, { ...seen(claimed), note: '已电话联系，明早上门' }, member);
      expect(contacted).toMatchObject({ state: 'open', version: claimed.version + 1 });
      await cases.pass('25 hours');
      await cases.until(async () => (await row(forgotten.number))['response_overdue'] === true);
      expect(await row(reached.number)).toMatchObject({ response_overdue: false, resolution_overdue: false });
      expect(await timeline(reached.number)).toEqual(['received', 'taskOpened', 'claimed', 'contacted']);
      expect(await timeline(forgotten.number)).toEqual(['received', 'taskOpened', 'responseOverdue']);
      const [told] = await cases.sql(`select recipient from notification where case_number = $1 and type = 'overdue'`, [forgotten.number]);
      expect(told).toEqual({ recipient: { kind: 'position', roles: ['townCentre'], areaCode: TOWN } });

      await cases.pass('96 hours');
      await cases.until(async () => (await row(reached.number))['resolution_overdue'] === true);
      expect(await row(reached.number)).toMatchObject({ card: 'red' });
      await done(COMPLETE, { ...seen(contacted), answer: '已修好' }, member);
      await cases.pass('8 days');
      await closedWithin(reached.number);
      expect(await row(reached.number)).toMatchObject({ closed_as: 'notRated', rating: null });
    });
  });
});
