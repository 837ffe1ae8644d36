import type { CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { ofArea, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const GRID = '990121001002003';
const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const firstTask = async (given: Partial<CaseLifecycleInput>) => {
  const { workflowId: caseNumber } = await trial.start(given);
  return trial.openTask(caseNumber);
};

describe('where a case enters', () => {
  it.each([
    ['simple', 'handle', ['gridMember'], GRID],
    ['general', 'lead', ['stationedCadre', 'villageSecretary'], VILLAGE],
    ['major', 'lead', ['townCentre'], TOWN],
    ['difficult', 'coordinate', ['countyCentre'], COUNTY],
    ['crossCounty', 'cityDesk', ['cityCentre'], '9901'],
  ] as const)('a %s matter: a %s task for %s', async (caseClass, kind, roles, areaCode) => {
    await expect(firstTask({ caseClass })).resolves.toMatchObject({ kind, roles, areaCode });
  });

  it('the class of its category, by the longest prefix that the county’s policy names', async () => {
    const changes = { routing: { byCategory: { '03': 'general' as const, '0301': 'major' as const } } };
    const policy = { version: 4, changes };
    await expect(firstTask({ policy, categoryCode: '030107' })).resolves.toMatchObject({ roles: ['townCentre'] });
    await expect(firstTask({ policy, categoryCode: '0302' })).resolves.toMatchObject({ roles: ['stationedCadre', 'villageSecretary'] });
    await expect(firstTask({ policy, categoryCode: '04' })).resolves.toMatchObject({ roles: ['gridMember'] });
  });

  it('a running case stays on the version of the policy that it began with', async () => {
    const changes = { paths: { villageDirect: { resolution: { amount: 3, unit: 'calendarDays' as const } } } };
    const { workflowId: caseNumber } = await trial.start({ policy: { version: 9, changes } });
    await trial.openTask(caseNumber);
    expect(trial.recorder.ledgerOf(caseNumber)).toContainEqual(
      expect.objectContaining({ kind: 'start', clock: 'resolution', rule: 9, limit: { amount: 3, unit: 'calendarDays' } }),
    );
  });

  it('a suggestion with the decision level, a dispute with the town, a consultation with the unit on duty', async () => {
    const suggestion = { roles: ['leader'], areaCode: COUNTY, kind: 'handle' };
    await expect(firstTask({ kind: 'suggestion' })).resolves.toMatchObject(suggestion);
    await expect(firstTask({ kind: 'dispute' })).resolves.toMatchObject({ roles: ['townCentre'], kind: 'lead' });
    const onDuty = { roles: ['departmentHandler'], unitCode: 'civil-affairs' };
    await expect(firstTask({ kind: 'consultation', dutyUnitCode: 'civil-affairs' })).resolves.toMatchObject(onDuty);
    await expect(firstTask({ kind: 'consultation' })).resolves.toMatchObject({ roles: ['gridMember'] });
  });

  it('a consultation is answered and rated without anybody verifying it', async () => {
    const { workflowId: caseNumber } = await trial.start({ kind: 'consultation', caseClass: 'major' });
    await expect(trial.answer(caseNumber)).resolves.toMatchObject({ stage: 'evaluating' });
    await expect(trial.rate(caseNumber, 'satisfied')).resolves.toMatchObject({ stage: 'closed' });
  });

  it('without a class or a place that says enough: a desk with a short limit of its own', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: TOWN });
    const desk = await trial.openTask(caseNumber);
    expect(desk).toMatchObject({ kind: 'desk', roles: ['townCentre'] });
    const row = trial.recorder.caseRow(caseNumber);
    expect(desk.dueAt).toBe(row.tierDueAt);
    expect(desk.dueAt < (row.resolutionDueAt ?? '')).toBe(true);
  });
});

describe('a dispatcher’s choice', () => {
  const dispatched = async (areaCode: string, decision: { areaCode: string; path?: 'villageTownJoint'; caseClass?: 'general' }) => {
    const { workflowId: caseNumber } = await trial.start({ areaCode });
    const desk = await trial.openTask(caseNumber);
    await trial.decide(caseNumber, 'dispatchCase', {
      taskId: desk.taskId,
      actor: theirs(desk),
      decision: { kind: 'dispatch', ...decision },
    });
    return { caseNumber, task: await trial.openTask(caseNumber, { after: desk.taskId }) };
  };

  it('of a path takes it there, with that path’s limit told to the resident', async () => {
    const { caseNumber, task } = await dispatched(TOWN, { areaCode: TOWN, path: 'villageTownJoint' });
    expect(task).toMatchObject({ kind: 'lead', roles: ['townCentre'], areaCode: TOWN });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageTownJoint', areaCode: TOWN });
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['deadlineMoved']);
  });

  it('of a class takes the path of that class', async () => {
    const { caseNumber, task } = await dispatched(COUNTY, { areaCode: VILLAGE, caseClass: 'general' });
    expect(task).toMatchObject({ kind: 'lead', roles: ['stationedCadre', 'villageSecretary'], areaCode: VILLAGE });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ caseClass: 'general', path: 'cadreLed' });
  });

  it('of a village alone keeps the resident’s clock from receipt', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const desk = await trial.openTask(caseNumber);
    const before = trial.recorder.caseRow(caseNumber).resolutionDueAt;
    await trial.pass('5 hours');
    const decision = { kind: 'dispatch', areaCode: VILLAGE } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId: desk.taskId, actor: ofArea('countyCentre', COUNTY), decision });
    await expect(trial.openTask(caseNumber, { kind: 'handle' })).resolves.toMatchObject({ dueAt: before });
    expect(trial.recorder.caseRow(caseNumber).resolutionDueAt).toBe(before);
  });
});
