import { ofArea, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const SECRETARY = { areaCode: VILLAGE, role: 'villageSecretary', subject: 'the-secretary' } as const;

describe('a complaint about somebody in office', () => {
  it('of a village begins at the town, never in the village’s inbox', async () => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom: SECRETARY });
    const task = await trial.openTask(caseNumber);
    expect(task).toMatchObject({ kind: 'lead', tier: 'town', roles: ['townCentre'], areaCode: TOWN });
    expect(task.excludedSubjects).toEqual(['the-secretary']);
    const notified = trial.recorder.noticesOf(caseNumber).flatMap(({ to }) => (to.kind === 'position' ? to.roles : []));
    expect(notified).toEqual(['townCentre']);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageTownJoint', tier: 'town' });
  });

  it.each([
    ['a town', { areaCode: TOWN, role: 'townCentre' as const }],
    ['a unit of the county', { areaCode: COUNTY, unitCode: 'housing' }],
    ['a unit that sits in a village', { areaCode: VILLAGE, unitCode: 'housing' }],
  ])('or about %s begins at the county', async (_, aboutWhom) => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom });
    await expect(trial.openTask(caseNumber)).resolves.toMatchObject({ kind: 'coordinate', roles: ['countyCentre'], areaCode: COUNTY });
  });


  it('is not theirs to take: neither the person, nor their unit, nor as a part', async () => {
    const { workflowId: caseNumber } = await trial.start({
      aboutWhom: { areaCode: COUNTY, unitCode: 'housing', subject: 'the-director' },
    });
    const task = await trial.openTask(caseNumber);
    const taken = { taskId: task.taskId, areaCode: COUNTY };
    const lead = { title: '牵头', roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode: 'roads' };
    const byAccused = trial.decide(task.workflowId, 'assignUnits', {
      ...taken,
      actor: theirs(task, 'the-director'),
      lead,
      assisting: [],
    });
    await expect(refusalOf(byAccused)).resolves.toBe('TASK_NOT_YOURS');
    await trial.decide(task.workflowId, 'assignUnits', { ...taken, actor: theirs(task), lead, assisting: [] });
    const leading = await trial.openTask(caseNumber, { kind: 'lead' });
    const byUnit = trial.decide(leading.workflowId, 'completeTask', {
      taskId: leading.taskId,
      actor: { ...theirs(leading), unitCode: 'housing' },
      answer: '查无此事',
      attachmentIds: [],
    });
    await expect(refusalOf(byUnit)).resolves.toBe('TASK_NOT_YOURS');
  });

  it('is put to nobody whom it is about: not as lead, not as a part', async () => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom: { areaCode: COUNTY, unitCode: 'housing' } });
    const task = await trial.openTask(caseNumber);
    const unit = (unitCode: string) => ({ title: unitCode, roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode });
    const assign = (lead: string, assisting: string[]) =>
      trial.decide(task.workflowId, 'assignUnits', { taskId: task.taskId, actor: theirs(task), lead: unit(lead), assisting: assisting.map(unit) });
    await expect(refusalOf(assign('housing', []))).resolves.toBe('RECIPIENT_CONCERNED');
    await expect(refusalOf(assign('roads', ['housing']))).resolves.toBe('RECIPIENT_CONCERNED');
    await expect(assign('roads', ['water'])).resolves.toMatchObject({ stage: 'handling' });

    const { workflowId: other } = await trial.start({ aboutWhom: SECRETARY, caseClass: 'major' });
    const lead = await trial.openTask(other);
    const plan = (role: 'villageSecretary' | 'villagePolice') =>
      trial.decide(lead.workflowId, 'planParts', { taskId: lead.taskId, actor: theirs(lead), parts: [{ title: '走访', roles: [role], areaCode: VILLAGE }] });
    await expect(refusalOf(plan('villageSecretary'))).resolves.toBe('RECIPIENT_CONCERNED');
    await expect(plan('villagePolice')).resolves.toMatchObject({ stage: 'handling' });
  });

  it('does not come down by delegation or reclassification', async () => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom: SECRETARY });
    const task = await trial.openTask(caseNumber);
    const down = { taskId: task.taskId, actor: theirs(task), path: 'villageDirect' as const, areaCode: VILLAGE, reason: '就近' };
    await expect(refusalOf(trial.decide(task.workflowId, 'delegateTask', down))).resolves.toBe('PATH_REFUSES');
    const simpler = { caseClass: 'simple' as const, path: 'villageDirect' as const, reason: '事项简单' };
    const reclassified = trial.decide(caseNumber, 'reclassifyCase', { actor: ofArea('countyCentre', COUNTY), ...simpler });
    await expect(refusalOf(reclassified)).resolves.toBe('PATH_REFUSES');
  });

  it('is verified by the level above, and its next round goes up', async () => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom: SECRETARY, caseClass: 'major' });
    await trial.answer(caseNumber, 1);
    const verify = await trial.openTask(caseNumber, { kind: 'verify' });
    expect(verify).toMatchObject({ roles: ['countyCentre'], areaCode: COUNTY });
    const { taskId, workflowId } = verify;
    await trial.decide(workflowId, 'verifyTask', { taskId, actor: theirs(verify), passed: true, findings: '属实', attachmentIds: [] });
    await trial.rate(caseNumber, 'dissatisfied');
    await expect(trial.openTask(caseNumber, { round: 2 })).resolves.toMatchObject({ tier: 'county', kind: 'coordinate' });
  });

  it('that was merged and is separated again still begins above', async () => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom: SECRETARY });
    const first = await trial.openTask(caseNumber);
    const actor = ofArea('countyCentre', COUNTY);
    await trial.decide(caseNumber, 'mergeCase', { actor, into: `${COUNTY}-20260101-900001`, reason: '同一事件' });
    await trial.decide(caseNumber, 'separateCase', { actor, reason: '并非同一事件' });
    await expect(trial.openTask(caseNumber, { after: first.taskId })).resolves.toMatchObject({ tier: 'town', kind: 'lead' });
  });
});
