import type { AboutWhom, OpenedTask } from '@yiwang/contracts/case-flow';
import { isConcerned } from '@yiwang/domain/paths';
import { ofArea, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const GRID = '990121001002003';
const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';
const CITY = '9901';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const TOWN_LEADS = { kind: 'lead', roles: ['townCentre'], areaCode: TOWN };
const COUNTY_COORDINATES = { kind: 'coordinate', roles: ['countyCentre'], areaCode: COUNTY };
const CITY_HAS_IT = { kind: 'cityDesk', roles: ['cityCentre'], areaCode: CITY };

describe('a complaint begins one level above whom it is about, with somebody who may take it', () => {
  it.each<[string, AboutWhom, object]>([
    ['a person of a village', { areaCode: VILLAGE, subject: 'x' }, TOWN_LEADS],
    ['a grid member', { areaCode: GRID, role: 'gridMember' }, TOWN_LEADS],
    ['a role of a village', { areaCode: VILLAGE, role: 'villagePolice' }, TOWN_LEADS],
    ['a role in a unit of a village', { areaCode: VILLAGE, role: 'serviceTeam', unitCode: 'service-team' }, TOWN_LEADS],
    ['a whole village', { areaCode: VILLAGE }, TOWN_LEADS],
    ['a person of a town', { areaCode: TOWN, subject: 'x' }, COUNTY_COORDINATES],
    ['a role of a town', { areaCode: TOWN, role: 'townCentre' }, COUNTY_COORDINATES],
    ['a leader of a town', { areaCode: TOWN, role: 'leader' }, COUNTY_COORDINATES],
    ['a unit of a town', { areaCode: TOWN, unitCode: 'justice-office' }, COUNTY_COORDINATES],
    ['a whole town', { areaCode: TOWN }, COUNTY_COORDINATES],
    ['a person of a department', { areaCode: COUNTY, unitCode: 'housing', subject: 'x' }, COUNTY_COORDINATES],
    ['a role in a department', { areaCode: COUNTY, unitCode: 'housing', role: 'departmentHandler' }, COUNTY_COORDINATES],
    ['a department', { areaCode: COUNTY, unitCode: 'housing' }, COUNTY_COORDINATES],
    ['the county centre by role', { areaCode: COUNTY, role: 'countyCentre' }, CITY_HAS_IT],
    ['the county centre by role and unit', { areaCode: COUNTY, role: 'countyCentre', unitCode: 'county-centre' }, CITY_HAS_IT],
    ['a person of the county centre', { areaCode: COUNTY, role: 'countyCentre', unitCode: 'county-centre', subject: 'x' }, CITY_HAS_IT],
    ['the county centre as a unit', { areaCode: COUNTY, unitCode: 'county-centre', level: 'county' }, CITY_HAS_IT],
    ['a leader of the county', { areaCode: COUNTY, role: 'leader', unitCode: 'county-centre' }, CITY_HAS_IT],
    ['a person of the county, of whom no more is known', { areaCode: COUNTY, subject: 'x' }, CITY_HAS_IT],
    ['a whole county', { areaCode: COUNTY }, CITY_HAS_IT],
  ])('%s', async (_, aboutWhom, wanted) => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom });
    const task = await trial.openTask(caseNumber);
    expect(task).toMatchObject(wanted);
    const isCity = task.kind === 'cityDesk';
    const unitCode = isCity ? 'city-centre' : 'county-centre';
    expect(isConcerned(aboutWhom, 'somebody-else', [{ role: task.roles[0] ?? 'gridMember', areaCode: task.areaCode, unitCode }])).toBe(false);
    expect(trial.recorder.clocksOf(caseNumber).tier?.holder).toMatchObject({ roles: task.roles });
    const { taskId, workflowId } = task;
    const actor = { ...theirs(task), unitCode };
    const decided = isCity
      ? trial.decide(workflowId, 'answerReferral', { taskId, actor, outcome: 'answered', text: '已查实处理' })
      : task.kind === 'lead'
        ? trial.decide(workflowId, 'acceptTask', { taskId, actor })
        : trial.decide(workflowId, 'assignUnits', { taskId, actor, lead: { title: '查', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'discipline' }, assisting: [] });
    await expect(decided).resolves.toMatchObject({ round: 1 });
  });
});

describe('a complaint about the county’s own level', () => {
  const begin = async (aboutWhom: AboutWhom) => {
    const { workflowId: caseNumber } = await trial.start({ aboutWhom });
    return { caseNumber, desk: await trial.openTask(caseNumber, { kind: 'cityDesk' }) };
  };
  const returned = (desk: OpenedTask) =>
    trial.decide(desk.workflowId, 'answerReferral', { taskId: desk.taskId, actor: theirs(desk), outcome: 'returned', text: '请县领导处理' });

  it('that the city returns is coordinated by the county’s leaders, who carry the same unit and are not concerned', async () => {
    const { caseNumber, desk } = await begin({ areaCode: COUNTY, role: 'countyCentre', unitCode: 'county-centre' });
    await returned(desk);
    const task = await trial.openTask(caseNumber, { kind: 'coordinate' });
    expect(task).toMatchObject({ roles: ['leader'], areaCode: COUNTY });
    expect(task.excludedUnits ?? []).toEqual([]);
    const lead = { title: '牵头', roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode: 'discipline' };
    const assign = (actor = { ...theirs(task), unitCode: 'county-centre' }) =>
      trial.decide(task.workflowId, 'assignUnits', { taskId: task.taskId, actor, lead, assisting: [] });
    await expect(refusalOf(assign({ ...ofArea('countyCentre', COUNTY), unitCode: 'county-centre' }))).resolves.toBe('TASK_NOT_YOURS');
    await expect(assign()).resolves.toMatchObject({ stage: 'handling' });
  });

  it.each<[string, AboutWhom]>([
    ['a leader', { areaCode: COUNTY, role: 'leader' }],
    ['the whole county', { areaCode: COUNTY }],
  ])('is answered by the city where nobody in the county stands above: %s', async (_, aboutWhom) => {
    const { caseNumber, desk } = await begin(aboutWhom);
    await expect(refusalOf(returned(desk))).resolves.toBe('PATH_REFUSES');
    expect(trial.recorder.openTasks(caseNumber)).toHaveLength(1);
  });

  it('has its next round at the city too', async () => {
    const { caseNumber, desk } = await begin({ areaCode: COUNTY, role: 'leader' });
    await trial.decide(desk.workflowId, 'answerReferral', { taskId: desk.taskId, actor: theirs(desk, 'the-city'), outcome: 'answered', text: '已答复' });
    await trial.rate(caseNumber, 'dissatisfied');
    await expect(trial.openTask(caseNumber, { round: 2 })).resolves.toMatchObject(CITY_HAS_IT);
    expect(trial.recorder.clocksOf(caseNumber).resolution?.state).toBe('running');
  });
});
