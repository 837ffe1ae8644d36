import { randomUUID } from 'node:crypto';
import type { CaseLifecycleInput, OpenedTask, PartOf, SummonInput } from '@yiwang/contracts/case-flow';
import { refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start({ caseClass: 'major', ...given });
  return { caseNumber, lead: await trial.openTask(caseNumber, { kind: 'lead' }), meetingId: randomUUID() };
};
const PARTICIPANTS: SummonInput['participants'] = [
  { name: '水务局', kind: 'unit', unitCode: 'water', areaCode: COUNTY },
  { name: '李先生', kind: 'resident', areaCode: VILLAGE },
  { name: '供水公司', kind: 'company', areaCode: COUNTY },
  { name: '志愿者', kind: 'volunteer', areaCode: VILLAGE },
];
const summon = (lead: OpenedTask, meetingId: string, given: { place?: string; participants?: SummonInput['participants']; actor?: ReturnType<typeof theirs> } = {}) =>
  trial.decide(lead.workflowId, 'summon', {
    taskId: lead.taskId,
    actor: theirs(lead),
    meetingId,
    place: '村口泵房',
    meetAt: '2026-12-01T02:00:00.000Z',
    participants: PARTICIPANTS,
    ...given,
  });
const minutes = (lead: OpenedTask, meetingId: string, lines: PartOf[] = [], summary = '三日内修复') =>
  trial.decide(lead.workflowId, 'recordMinutes', { taskId: lead.taskId, actor: theirs(lead), meetingId, summary, lines });
const mediate = (lead: OpenedTask, given: { parties?: string[]; session?: string; agreement?: string } = {}) =>
  trial.decide(lead.workflowId, 'recordMediation', {
    taskId: lead.taskId,
    actor: theirs(lead),
    parties: ['甲户', '乙户'],
    session: '双方到场，第一次调解',
    ...given,
  });
const complete = (task: OpenedTask, actor = theirs(task)) =>
  trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor, answer: '已办', attachmentIds: [] });
const recordsOf = (caseNumber: string) => trial.recorder.stepsOf(caseNumber).flatMap(({ records = [] }) => records);

describe('吹哨', () => {
  it('summons departments, residents, companies and volunteers to a place and time, and tells the departments', async () => {
    const { caseNumber, lead, meetingId } = await begin();
    await summon(lead, meetingId);
    expect(recordsOf(caseNumber)).toMatchObject([{ kind: 'meeting', id: meetingId, data: { place: '村口泵房', participants: PARTICIPANTS } }]);
    expect(trial.recorder.noticesOf(caseNumber).filter(({ type }) => type === 'summoned')).toMatchObject([
      { to: { kind: 'position', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'water' } },
    ]);
    expect(trial.recorder.eventsOf(caseNumber, 'summoned')).toMatchObject([{ internal: true, data: { meetingId } }]);
    await expect(refusalOf(summon(lead, meetingId))).resolves.toBe('PATH_REFUSES');
  });

  it('tells those of a unit whom the summons is addressed to', async () => {
    const { caseNumber, lead, meetingId } = await begin();
    const to = { roles: ['villageSecretary' as const, 'serviceTeam' as const], areaCode: VILLAGE };
    await summon(lead, meetingId, { participants: [{ name: '村委会', kind: 'unit', unitCode: 'village-002', areaCode: COUNTY, to }] });
    expect(trial.recorder.noticesOf(caseNumber).filter(({ type }) => type === 'summoned').map((notice) => notice.to)).toEqual([{ kind: 'position', ...to }]);
  });

  it('turns lines of the minutes that name somebody into tasks, each with its own clock', async () => {
    const { caseNumber, lead, meetingId } = await begin();
    await summon(lead, meetingId);
    const line: PartOf = { title: '更换阀门', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'water' };
    await minutes(lead, meetingId, [line]);
    const part = await trial.openTask(caseNumber, { kind: 'contribute' });
    expect(part).toMatchObject({ title: '更换阀门', unitCode: 'water', partOf: lead.taskId, tier: 'county' });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${part.taskId}`]?.state === 'running');
    expect(recordsOf(caseNumber).at(-1)).toMatchObject({ kind: 'minutes', id: meetingId, data: { summary: '三日内修复', lines: ['更换阀门'] } });
    await expect(refusalOf(complete(lead))).resolves.toBe('PARTS_STILL_OPEN');
    await complete(part);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${part.taskId}`]?.state === 'stopped');
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('keeps minutes of a known meeting only, with a summary; without lines they open no task', async () => {
    const { caseNumber, lead, meetingId } = await begin();
    await expect(refusalOf(minutes(lead, meetingId))).resolves.toBe('MEETING_UNKNOWN');
    await summon(lead, meetingId);
    await expect(refusalOf(minutes(lead, meetingId, [], ' '))).resolves.toBe('TEXT_REQUIRED');
    await expect(refusalOf(minutes(lead, meetingId, [{ title: '', roles: ['serviceTeam'], areaCode: VILLAGE }]))).resolves.toBe('PATH_REFUSES');
    await minutes(lead, meetingId);
    expect(trial.recorder.openTasks(caseNumber)).toHaveLength(1);
  });

  it('is refused without a place, without anybody, and to whoever does not lead', async () => {
    const { caseNumber, lead, meetingId } = await begin();
    await expect(refusalOf(summon(lead, meetingId, { place: ' ' }))).resolves.toBe('TEXT_REQUIRED');
    await expect(refusalOf(summon(lead, meetingId, { participants: [] }))).resolves.toBe('PATH_REFUSES');
    const actor = { ...theirs(lead), role: 'villageSecretary' as const };
    await expect(refusalOf(summon(lead, meetingId, { actor }))).resolves.toBe('TASK_NOT_YOURS');
    expect(recordsOf(caseNumber)).toEqual([]);
  });
});

describe('a dispute', () => {
  it('begins on the joint path, and is answered once the mediation is on record: parties, sessions, agreement', async () => {
    const { caseNumber, lead } = await begin({ kind: 'dispute', caseClass: undefined });
    expect(lead.workflowId).toBe(`${caseNumber}/villageTownJoint/1`);
    await expect(refusalOf(complete(lead))).resolves.toBe('PATH_REFUSES');
    await expect(refusalOf(mediate(lead, { parties: ['甲户', ' '] }))).resolves.toBe('PATH_REFUSES');
    await expect(refusalOf(mediate(lead, { session: ' ' }))).resolves.toBe('TEXT_REQUIRED');
    await mediate(lead);
    await mediate(lead, { session: '第二次调解，达成协议', agreement: '乙户一周内恢复排水沟' });
    expect(recordsOf(caseNumber)).toMatchObject([
      { kind: 'mediation', data: { parties: ['甲户', '乙户'], agreement: null } },
      { kind: 'mediation', data: { agreement: '乙户一周内恢复排水沟' } },
    ]);
    expect(trial.recorder.eventsOf(caseNumber, 'mediated').map(({ data }) => data?.agreed)).toEqual([false, true]);
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });
});

describe('the three modes', () => {
  it('协调 asks for no form beyond the answer', async () => {
    const { lead } = await begin({ mode: 'coordination' });
    expect(lead.data).toEqual({ mode: 'coordination' });
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('协商 wants the minutes of those concerned before the answer', async () => {
    const { lead, meetingId } = await begin({ mode: 'deliberation' });
    await expect(refusalOf(complete(lead))).resolves.toBe('PATH_REFUSES');
    await summon(lead, meetingId);
    await expect(refusalOf(complete(lead))).resolves.toBe('PATH_REFUSES');
    await minutes(lead, meetingId);
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('协同 wants at least one part by another unit', async () => {
    const { caseNumber, lead } = await begin({ mode: 'collaboration' });
    await expect(refusalOf(complete(lead))).resolves.toBe('PATH_REFUSES');
    const parts: PartOf[] = [{ title: '核查', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'housing' }];
    await trial.decide(lead.workflowId, 'planParts', { taskId: lead.taskId, actor: theirs(lead), parts });
    await complete(await trial.openTask(caseNumber, { unitCode: 'housing' }));
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });
});
