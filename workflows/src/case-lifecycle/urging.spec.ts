import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { refusalOf, theirs, theResident, WorkflowTrial } from '@yiwang/testing/time-skipping';

const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start(given);
  return { caseNumber, task: await trial.openTask(caseNumber) };
};
const urge = (caseNumber: string, text?: string, key?: string) => trial.decide(caseNumber, 'urgeCase', { actor: theResident, ...(text ? { text } : {}) }, key);
const opensAt = async (decision: Promise<unknown>): Promise<string> => {
  const refusal = (await decision.catch((error: unknown) => error)) as WorkflowUpdateFailedError;
  return String(((refusal.cause as ApplicationFailure).details?.[0] as { opensAt?: string }).opensAt);
};
const urged = (caseNumber: string) => trial.recorder.eventsOf(caseNumber, 'residentUrged');

describe('a resident who urges', () => {
  it('is told from when, before any deadline has passed', async () => {
    const receivedAt = await trial.now();
    const { caseNumber } = await begin({ receivedAt });
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('URGE_TOO_EARLY');
    expect(Date.parse(await opensAt(urge(caseNumber)))).toBe(Date.parse(receivedAt) + 24 * 3_600_000);
    expect(urged(caseNumber)).toEqual([]);
  });

  it('is heard once nobody has spoken with them in time: it is theirs on the timeline, and the holder is told', async () => {
    const { caseNumber } = await begin();
    await trial.pass('25 hours');
    await expect(urge(caseNumber, '一天了没人联系我')).resolves.toMatchObject({ round: 1 });
    expect(urged(caseNumber)).toMatchObject([{ text: '一天了没人联系我' }]);
    expect(urged(caseNumber)[0]).not.toHaveProperty('internal');
    expect(trial.recorder.noticesOf(caseNumber).at(-1)).toMatchObject({ type: 'residentUrged', to: { kind: 'position', roles: ['gridMember'] } });
  });

  it('waits for the resolution where somebody has spoken with them since, although that was late', async () => {
    const { caseNumber } = await begin();
    await trial.pass('25 hours');
    await trial.seen(() => trial.recorder.eventsOf(caseNumber, 'responseOverdue').length > 0);
    trial.recorder.contact(caseNumber, await trial.now());
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('URGE_TOO_EARLY');
    await trial.pass('97 hours');
    await urge(caseNumber);
    expect(urged(caseNumber)).toHaveLength(1);
  });

  it('urges once a day, and a repeated call is the same urging', async () => {
    const { caseNumber } = await begin();
    await trial.pass('25 hours');
    const key = randomUUID();
    await urge(caseNumber, undefined, key);
    await urge(caseNumber, undefined, key);
    expect(urged(caseNumber)).toHaveLength(1);
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('URGED_ALREADY');
    await trial.pass('23 hours');
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('URGED_ALREADY');
    await trial.pass('2 hours');
    await urge(caseNumber);
    expect(urged(caseNumber)).toHaveLength(2);
  });

  it('reaches the desk where the case still lies', async () => {
    const { caseNumber, task } = await begin({ areaCode: COUNTY });
    await trial.pass('25 hours');
    await urge(caseNumber);
    const told = trial.recorder.noticesOf(caseNumber).filter(({ type }) => type === 'residentUrged');
    expect(told).toMatchObject([{ to: { roles: trial.recorder.openTasks(caseNumber)[0]?.roles ?? task.roles } }]);
  });

  it('rates instead once it is answered, and has nothing to urge when it is over', async () => {
    const { caseNumber } = await begin();
    await trial.pass('130 hours');
    await trial.answer(caseNumber);
    // Until it has heard of the answer only the row knows it, which whoever asks the graph is refused by.
    await trial.heard(caseNumber, 'evaluating');
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('STAGE_REFUSES');
    await trial.rate(caseNumber, 'satisfied');
    await trial.client.getHandle(caseNumber).result();
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('workflow completed');
  });

  it('is answered that the clock stands while it waits for them', async () => {
    const { caseNumber, task } = await begin();
    await trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: theirs(task) });
    await trial.request(task, { kind: 'pause', by: { amount: 4, unit: 'calendarDays' } });
    await trial.approve(caseNumber);
    await trial.pass('30 hours');
    await expect(refusalOf(urge(caseNumber))).resolves.toBe('CASE_HELD');
  });
});
