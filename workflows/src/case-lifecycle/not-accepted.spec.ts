import { refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';
const REASON = '属于法院受理范围';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

async function atDesk(areaCode: string) {
  const life = await trial.start({ areaCode });
  const desk = await trial.openTask(life.workflowId, { kind: 'desk' });
  const notAccept = () =>
    trial.decide(life.workflowId, 'dispatchCase', {
      taskId: desk.taskId,
      actor: theirs(desk),
      decision: { kind: 'notAccept', reason: REASON },
    });
  return { life, caseNumber: life.workflowId, desk, notAccept };
}

describe('not accepting a case', () => {
  it('needs the county’s word where the town wants it; then it ends, and the resident reads the reason', async () => {
    const { life, caseNumber, notAccept } = await atDesk(TOWN);
    await notAccept();
    const approval = await trial.openTask(caseNumber, { kind: 'approve' });
    expect(approval).toMatchObject({ roles: ['countyCentre'], areaCode: COUNTY });
    expect(trial.recorder.caseRow(caseNumber).closedAs).toBeUndefined();
    await trial.approve(caseNumber);
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'notAccepted' });
    expect(trial.recorder.eventsOf(caseNumber, 'notAccepted')).toMatchObject([{ text: REASON, data: { stage: 'notAccepted' } }]);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseNotAccepted']);
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
  });

  it('is the county centre’s own to decide at its desk', async () => {
    const { life, caseNumber, notAccept } = await atDesk(COUNTY);
    await notAccept();
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'notAccepted' });
    expect(trial.recorder.timelineOf(caseNumber)).toEqual(['taskOpened', 'notAccepted']);
  });

  it('is not asked for twice; refused, the desk still has the case and dispatches it', async () => {
    const { caseNumber, desk, notAccept } = await atDesk(TOWN);
    await notAccept();
    await expect(refusalOf(notAccept())).resolves.toBe('APPROVAL_PENDING');
    await trial.approve(caseNumber, false);
    const decision = { kind: 'dispatch', areaCode: VILLAGE } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId: desk.taskId, actor: theirs(desk), decision });
    await expect(trial.answer(caseNumber)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('is overtaken where the desk dispatches after all', async () => {
    const { caseNumber, desk, notAccept } = await atDesk(TOWN);
    await notAccept();
    const approval = await trial.openTask(caseNumber, { kind: 'approve' });
    const decision = { kind: 'dispatch', areaCode: VILLAGE } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId: desk.taskId, actor: theirs(desk), decision });
    const direct = trial.decide(caseNumber, 'decideApproval', {
      taskId: approval.taskId,
      actor: theirs(approval),
      granted: true,
      reason: '同意',
    });
    await expect(refusalOf(direct)).resolves.toBe('TASK_CLOSED');
    await expect(trial.openTask(caseNumber, { kind: 'handle' })).resolves.toMatchObject({ roles: ['gridMember'] });
  });

  it('frees those who reported the same event to go their own ways', async () => {
    const { caseNumber: leading, desk, notAccept } = await atDesk(COUNTY);
    const { workflowId: member } = await trial.start();
    const task = await trial.openTask(member);
    const actor = theirs(desk);
    await trial.decide(leading, 'groupMember', { actor, caseNumber: member, act: 'join' });
    await trial.decide(member, 'mergeCase', { actor, into: leading, reason: '同一事件' });
    await notAccept();
    await expect(trial.openTask(member, { after: task.taskId })).resolves.toMatchObject({ kind: 'handle' });
    expect(trial.recorder.timelineOf(member)).toContain('separated');
  });
});
