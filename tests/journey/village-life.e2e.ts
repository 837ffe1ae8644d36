import { randomUUID } from 'node:crypto';
import { ask, clientToken, eventually, must, personToken, subscribe } from './surroundings.js';

const GRID = '990121101201001';

interface Task {
  id: string;
  version: number;
  state: string;
  round: number;
  caseNumber: string;
}

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const TASKS = `{ myTasks(first: 200) { id version state round caseNumber } }`;
const CLAIM = `mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id version state round caseNumber } }`;
const ACCEPT = `mutation ($input: AcceptTaskArguments!) { acceptTask(input: $input) { id version state round caseNumber } }`;
const COMPLETE = `mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { id version state round caseNumber } }`;
const HAND_UP = `mutation ($input: HandUpArguments!) { handUp(input: $input) { id state } }`;
const RATE = `mutation ($input: RateCaseInput!) { rateCase(input: $input) { rating { state outcomeStage outcomeRound } } }`;

async function startCase(as: string): Promise<{ number: string; pickupCode: string }> {
  const input = { idempotencyKey: randomUUID(), areaCode: GRID, text: `单元门前的路灯不亮 ${randomUUID()}` };
  const { startCase: started } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, as, { input });
  return { number: started.case.number, pickupCode: started.pickupCode };
}

const taskOf = (number: string, as: string): Promise<Task> =>
  eventually(async () => {
    const { myTasks } = await must<{ myTasks: Task[] }>(TASKS, as);
    return myTasks.find((task) => task.caseNumber === number);
  }, `a task of ${number}`);

async function answer(task: Task, as: string): Promise<Task> {
  const claimed = (await must<{ claimTask: Task }>(CLAIM, as, { input: { taskId: task.id, version: task.version } })).claimTask;
  const input = { taskId: task.id, version: claimed.version, answer: '已更换灯泡，请查看。' };
  return (await must<{ completeTask: Task }>(COMPLETE, as, { input })).completeTask;
}

describe('a case on the village path', () => {
  let hotline: string;
  let member: string;
  let secretary: string;

  beforeAll(async () => {
    [hotline, member, secretary] = await Promise.all([
      clientToken('hotline-12345'),
      personToken('grid-li'),
      personToken('secretary-wang'),
    ]);
  });

  it('goes from an external system over the grid member to a rated close', async () => {
    const { number, pickupCode } = await startCase(hotline);
    const task = await taskOf(number, member);
    const claimed = (await must<{ claimTask: Task }>(CLAIM, member, { input: { taskId: task.id, version: 1 } })).claimTask;
    const accepted = (await must<{ acceptTask: Task }>(ACCEPT, member, { input: { taskId: task.id, version: claimed.version } }))
      .acceptTask;
    expect(accepted.state).toBe('accepted');
    const stale = await ask(COMPLETE, { as: member, variables: { input: { taskId: task.id, version: 1, answer: '旧' } } });
    expect(stale.errors?.[0]?.extensions.code).toBe('VERSION_CONFLICT');
    const complete = { taskId: task.id, version: accepted.version, answer: '已更换灯泡。' };
    await must(COMPLETE, member, { input: complete });
    const rating = { caseNumber: number, pickupCode, rating: 'satisfied', idempotencyKey: randomUUID() };
    const rated = await must<{ rateCase: { rating: object } }>(RATE, undefined, { input: rating });
    expect(rated.rateCase.rating).toMatchObject({ state: 'confirmed', outcomeStage: 'closed' });

    const { trackCase } = await must<{ trackCase: { stage: string; closedAs: string; timeline: { type: string }[] } }>(
      `query ($number: ID!, $code: String!) { trackCase(number: $number, pickupCode: $code) { stage closedAs timeline { type } } }`,
      undefined,
      { number, code: pickupCode },
    );
    expect(trackCase).toMatchObject({ stage: 'closed', closedAs: 'rated' });
    expect(trackCase.timeline.map(({ type }) => type)).toEqual([
      ...['received', 'taskOpened', 'claimed', 'accepted', 'dispatched', 'accepted', 'answered', 'rated', 'closed'],
    ]);
  });

  it('starts a second round with another handler when the resident is dissatisfied', async () => {
    const { number, pickupCode } = await startCase(hotline);
    await answer(await taskOf(number, member), member);
    const rating = { caseNumber: number, pickupCode, rating: 'dissatisfied', idempotencyKey: randomUUID() };
    const rated = await must<{ rateCase: { rating: object } }>(RATE, undefined, { input: rating });
    expect(rated.rateCase.rating).toMatchObject({ state: 'confirmed', outcomeRound: 2 });
    const second = await taskOf(number, secretary);
    expect(second.round).toBe(2);
    const { myTasks } = await must<{ myTasks: Task[] }>(TASKS, member);
    expect(myTasks.filter((task) => task.caseNumber === number)).toEqual([]);
    await answer(second, secretary);
  });

  it("goes to the village's officials when it is handed up, and from them to the town, which leads", async () => {
    const { number } = await startCase(hotline);
    const task = await taskOf(number, member);
    await must(HAND_UP, member, { input: { taskId: task.id, version: task.version, reason: '需要村里出面协调' } });
    const official = await taskOf(number, secretary);
    await must(HAND_UP, secretary, { input: { taskId: official.id, version: official.version, reason: '需要镇里协调供电部门' } });
    const town = await personToken('town-zhao');
    const answered = await answer(await taskOf(number, town), town);
    expect(answered.state).toBe('completed');
  });

  it('crosses the services in one query', async () => {
    const { number } = await startCase(hotline);
    const { case: found } = await must<{
      case: { area: { name: string; members: { name: string; positions: { unit: { name: string } }[] }[] } };
    }>(
      `query ($number: ID!) { case(number: $number) { area { name members { name positions { unit { name } } } } } }`,
      hotline,
      { number },
    );
    expect(found.area.members[0]?.positions[0]?.unit.name).toMatch(/\S/);
  });

  it('is followed live through the gateway', async () => {
    const { number, pickupCode } = await startCase(hotline);
    const events = subscribe<{ caseEvents: { type: string } }>(
      `subscription ($number: ID!, $code: String) { caseEvents(number: $number, pickupCode: $code, after: "0:0") { type } }`,
      { number, code: pickupCode },
    );
    const seen: string[] = [];
    for await (const { caseEvents } of events) {
      seen.push(caseEvents.type);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(['received', 'taskOpened']);
  });
});
