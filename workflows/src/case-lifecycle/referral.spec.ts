import type { OpenedTask } from '@yiwang/contracts/case-flow';
import { ofArea, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const COUNTY = '990121';
const CITY = '9901';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const answerReferral = (city: OpenedTask, outcome: 'returned' | 'answered') =>
  trial.decide(city.workflowId, 'answerReferral', { taskId: city.taskId, actor: theirs(city), outcome, text: '请县里牵头处理' });

/** A difficult case at the county, referred with its leader's word. */
async function referred() {
  const life = await trial.start({ caseClass: 'difficult' });
  const caseNumber = life.workflowId;
  const task = await trial.openTask(caseNumber, { kind: 'coordinate' });
  await trial.request(task, { kind: 'referral' }, theirs(task), '涉及市直单位');
  await expect(trial.openTask(caseNumber, { kind: 'approve' })).resolves.toMatchObject({ roles: ['leader'], areaCode: COUNTY });
  await trial.approve(caseNumber);
  return { life, caseNumber, task, city: await trial.openTask(caseNumber, { kind: 'cityDesk' }) };
}
const assign = (task: OpenedTask) =>
  trial.decide(task.workflowId, 'assignUnits', {
    taskId: task.taskId,
    actor: theirs(task),
    lead: { title: '牵头', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'housing' },
    assisting: [],
  });

describe('a referral to the city', () => {
  it('keeps the case open and traceable with the city, and the county’s work waits', async () => {
    const { caseNumber, task, city } = await referred();
    expect(city).toMatchObject({ roles: ['cityCentre'], areaCode: CITY, tier: 'city' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ stage: 'referred', tier: 'city' });
    expect(trial.recorder.eventsOf(caseNumber, 'referred')).toMatchObject([{ text: '涉及市直单位', data: { stage: 'referred' } }]);
    expect(trial.recorder.toldReporter(caseNumber)).toContain('caseReferred');
    await expect(refusalOf(assign(task))).resolves.toBe('CASE_HELD');
    await expect(refusalOf(trial.request(task, { kind: 'referral' }))).resolves.toBe('CASE_HELD');
  });

  it('that the city returns goes on at the county with the city’s opinion and the same deadline', async () => {
    const { caseNumber, task, city } = await referred();
    const { resolutionDueAt } = trial.recorder.caseRow(caseNumber);
    await expect(answerReferral(city, 'returned')).resolves.toMatchObject({ stage: 'handling' });
    expect(trial.recorder.eventsOf(caseNumber, 'referralReturned')).toMatchObject([{ text: '请县里牵头处理' }]);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ tier: 'county', resolutionDueAt });
    await assign(task);
    await expect(trial.openTask(caseNumber, { kind: 'lead' })).resolves.toMatchObject({ unitCode: 'housing' });
  });

  it('that the city answers is rated by the resident like any answer', async () => {
    const { life, caseNumber, city } = await referred();
    await expect(answerReferral(city, 'answered')).resolves.toMatchObject({ stage: 'evaluating' });
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
    expect(trial.recorder.toldReporter(caseNumber)).toContain('caseAnswered');
    await trial.rate(caseNumber, 'satisfied');
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'rated' });
  });

  it('is the county’s to ask for; below it the case goes up first', async () => {
    const { workflowId: caseNumber } = await trial.start();
    const task = await trial.openTask(caseNumber);
    await expect(refusalOf(trial.request(task, { kind: 'referral' }))).resolves.toBe('PATH_REFUSES');
  });

  it('asks the county centre where a department leads', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'difficult' });
    await assign(await trial.openTask(caseNumber, { kind: 'coordinate' }));
    const lead = await trial.openTask(caseNumber, { kind: 'lead' });
    await trial.request(lead, { kind: 'referral' });
    await expect(trial.openTask(caseNumber, { kind: 'approve' })).resolves.toMatchObject({ roles: ['countyCentre'] });
  });
});

describe('a cross-county case', () => {
  it('enters at the referral, and begins at the county with its own limit when the city returns it', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'crossCounty' });
    const city = await trial.openTask(caseNumber);
    expect(city).toMatchObject({ kind: 'cityDesk', areaCode: CITY });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ stage: 'referred' });
    await answerReferral(city, 'returned');
    await expect(trial.openTask(caseNumber, { kind: 'coordinate' })).resolves.toMatchObject({ roles: ['countyCentre'] });
    expect(trial.recorder.ledgerOf(caseNumber).map(({ kind }) => kind)).toContain('handOver');
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseReferred', 'deadlineMoved']);
  });

  it('answered by the city and rated dissatisfied goes on at the county', async () => {
    const { workflowId: caseNumber } = await trial.start({ caseClass: 'crossCounty' });
    await answerReferral(await trial.openTask(caseNumber), 'answered');
    await trial.rate(caseNumber, 'dissatisfied');
    await expect(trial.openTask(caseNumber, { round: 2 })).resolves.toMatchObject({ kind: 'coordinate', tier: 'county' });
  });

  it('that a desk recognises goes to the city from there', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const desk = await trial.openTask(caseNumber);
    const decision = { kind: 'dispatch', areaCode: VILLAGE, caseClass: 'crossCounty' } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId: desk.taskId, actor: ofArea('countyCentre', COUNTY), decision });
    const city = await trial.openTask(caseNumber, { kind: 'cityDesk' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ stage: 'referred', caseClass: 'crossCounty' });
    await answerReferral(city, 'returned');
    await expect(trial.openTask(caseNumber, { kind: 'coordinate' })).resolves.toMatchObject({ roles: ['countyCentre'] });
  });
});
