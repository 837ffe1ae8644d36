import { refusalOf, somebody, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

describe('a desk', () => {
  it.each([
    [COUNTY, 'countyCentre', COUNTY],
    [TOWN, 'townCentre', TOWN],
    ['9901', 'countyCentre', COUNTY],
  ] as const)('opens for the area %s to the %s', async (areaCode, role, deskArea) => {
    const { workflowId: caseNumber } = await trial.start({ areaCode });
    await expect(trial.openTask(caseNumber)).resolves.toMatchObject({
      kind: 'desk',
      roles: [role],
      areaCode: deskArea,
      workflowId: caseNumber,
    });
  });

  it('dispatches to a village; the grid member’s acceptance begins the handling', async () => {
    const life = await trial.start({ areaCode: COUNTY });
    const caseNumber = life.workflowId;
    const { taskId } = await trial.openTask(caseNumber);
    const decision = { kind: 'dispatch', areaCode: VILLAGE } as const;
    await expect(
      trial.decide(caseNumber, 'dispatchCase', { taskId, actor: somebody('countyCentre'), decision }),
    ).resolves.toEqual({ stage: 'dispatched', round: 1 });
    await trial.answer(caseNumber);
    await trial.rate(caseNumber, 'satisfied');
    await life.result();
    expect(trial.recorder.stagesOf(caseNumber)).toEqual(['accepted', 'dispatched', 'handling', 'evaluating', 'closed']);
  });

  it('passes the case to a town, whose desk decides', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const atCounty = await trial.openTask(caseNumber);
    const toTown = { kind: 'dispatch', areaCode: TOWN } as const;
    const countyCentre = somebody('countyCentre');
    await trial.decide(caseNumber, 'dispatchCase', { taskId: atCounty.taskId, actor: countyCentre, decision: toTown });
    const atTown = await trial.openTask(caseNumber);
    expect(atTown).toMatchObject({ roles: ['townCentre'], areaCode: TOWN });
    const asCounty = trial.decide(caseNumber, 'dispatchCase', {
      taskId: atTown.taskId,
      actor: countyCentre,
      decision: { kind: 'dispatch', areaCode: VILLAGE },
    });
    await expect(refusalOf(asCounty)).resolves.toBe('TASK_NOT_YOURS');
  });

  it.each([
    ['880101001002', 'AREA_OUTSIDE_JURISDICTION'],
    ['99012', 'AREA_UNKNOWN'],
    ['nowhere', 'AREA_UNKNOWN'],
    [COUNTY, 'AREA_OUTSIDE_JURISDICTION'],
  ])('refuses to dispatch to %s', async (areaCode, code) => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const { taskId } = await trial.openTask(caseNumber);
    const decision = { kind: 'dispatch', areaCode } as const;
    const refused = trial.decide(caseNumber, 'dispatchCase', { taskId, actor: somebody('countyCentre'), decision });
    await expect(refusalOf(refused)).resolves.toBe(code);
  });
});
