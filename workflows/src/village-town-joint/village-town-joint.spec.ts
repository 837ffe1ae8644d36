import type { CaseLifecycleInput, OpenedTask, PartOf } from '@yiwang/contracts/case-flow';
import { addLimit } from '@yiwang/domain/clocks';
import { EVERY_DAY, ofArea, refusalOf, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const GRID = '990121001002003';
const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start({ caseClass: 'major', ...given });
  const lead = await trial.openTask(caseNumber, { kind: 'lead' });
  trial.recorder.contact(caseNumber, await trial.now());
  return { caseNumber, lead };
};
const accept = (task: OpenedTask) => trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: theirs(task, 'town') });
const complete = (task: OpenedTask, actor = theirs(task)) =>
  trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor, answer: '已协调解决', attachmentIds: [] });
const verify = (task: OpenedTask, passed: boolean, actor = theirs(task), findings = passed ? '现场已修复' : '现场仍漏水') =>
  trial.decide(task.workflowId, 'verifyTask', { taskId: task.taskId, actor, passed, findings, attachmentIds: ['picture-1'] });
const delegate = (task: OpenedTask, path: 'villageDirect' | 'cadreLed' | 'countyCoordinated', areaCode: string, reason = '由村里办理更快') =>
  trial.decide(task.workflowId, 'delegateTask', { taskId: task.taskId, actor: theirs(task), path, areaCode, reason });
const plan = (task: OpenedTask, parts: PartOf[]) =>
  trial.decide(task.workflowId, 'planParts', { taskId: task.taskId, actor: theirs(task), parts });

describe('村镇联办', () => {
  it('is led by the town centre, which has four working hours to accept and ten working days to resolve', async () => {
    const { caseNumber, lead } = await begin();
    expect(lead).toMatchObject({ tier: 'town', roles: ['townCentre'], areaCode: TOWN });
    const { resolution, 'unit:acceptance': acceptance } = trial.recorder.clocksOf(caseNumber);
    expect(resolution?.dueAt).toBe(addLimit({ amount: 10, unit: 'workingDays' }, resolution?.startedAt ?? '', EVERY_DAY).at);
    expect(Date.parse(acceptance?.dueAt ?? '') - Date.parse(acceptance?.startedAt ?? '')).toBe(4 * 3_600_000);
    expect(acceptance?.holder).toMatchObject({ roles: ['townCentre'], areaCode: TOWN });
    await accept(lead);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)['unit:acceptance']?.state === 'stopped');
    await trial.pass('6 hours');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('partOverdue');
  });

  it('counts an acceptance that comes too late to the town, and the county hears of it', async () => {
    const { caseNumber, lead } = await begin();
    await trial.pass('5 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('partOverdue'));
    expect(trial.recorder.marksOf(caseNumber)).toMatchObject([
      { mark: 'partOverdue', clock: 'unit:acceptance', roles: ['townCentre'], tier: 'town', areaCode: TOWN },
    ]);
    expect(trial.recorder.noticesOf(caseNumber).at(-1)).toMatchObject({ type: 'overdue', to: { roles: ['countyCentre'], areaCode: COUNTY } });
    await expect(accept(lead)).resolves.toMatchObject({ stage: 'handling' });
  });

  it('lets village and town roles take part beside each other, and the town give the one answer', async () => {
    const { caseNumber, lead } = await begin({ kind: 'report' });
    await plan(lead, [
      { title: '现场维护', roles: ['villagePolice'], areaCode: VILLAGE },
      { title: '核对台账', roles: ['townCentre'], areaCode: TOWN },
      { title: '走访', roles: ['gridMember'], areaCode: GRID },
    ]);
    const parts = trial.recorder.openTasks(caseNumber).filter(({ kind }) => kind === 'contribute');
    expect(parts.map(({ tier }) => tier)).toEqual(['village', 'town', 'grid']);
    await expect(refusalOf(complete(lead))).resolves.toBe('PARTS_STILL_OPEN');
    await Promise.all(parts.map((part) => complete(part)));
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('delegates down to the village with one history, under the path’s own limit from there', async () => {
    const { caseNumber, lead } = await begin();
    await expect(refusalOf(delegate(lead, 'countyCoordinated', GRID))).resolves.toBe('PATH_REFUSES');
    await expect(refusalOf(delegate(lead, 'cadreLed', TOWN))).resolves.toBe('AREA_UNKNOWN');
    await expect(refusalOf(delegate(lead, 'cadreLed', '990121009001'))).resolves.toBe('AREA_OUTSIDE_JURISDICTION');
    await expect(refusalOf(delegate(lead, 'cadreLed', VILLAGE, ' '))).resolves.toBe('TEXT_REQUIRED');
    await delegate(lead, 'villageDirect', GRID);
    const task = await trial.openTask(caseNumber, { kind: 'handle' });
    expect(task).toMatchObject({ tier: 'grid', roles: ['gridMember'], areaCode: GRID });
    expect(trial.recorder.eventsOf(caseNumber, 'delegated')).toMatchObject([{ text: '由村里办理更快', data: { to: 'villageDirect' } }]);
    const handedOver = trial.recorder.ledgerOf(caseNumber).find(({ kind }) => kind === 'handOver');
    expect(Date.parse(task.dueAt) - Date.parse(handedOver?.at ?? '')).toBe(5 * 86_400_000);
    expect(trial.recorder.clocksOf(caseNumber)['unit:acceptance']?.state).toBe('stopped');
    await trial.pass('5 hours');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('partOverdue');
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['deadlineMoved']);
  });

  it('may come back within the round to whoever had it, who still does not verify it', async () => {
    const { caseNumber, lead } = await begin();
    const town = theirs(lead, 'town');
    const down = { path: 'cadreLed' as const, areaCode: VILLAGE, reason: '由村里办理更快' };
    await trial.decide(lead.workflowId, 'delegateTask', { taskId: lead.taskId, actor: town, ...down });
    const cadre = await trial.openTask(caseNumber, { kind: 'lead', after: lead.taskId });
    await complete(cadre);
    const look = await trial.openTask(caseNumber, { kind: 'verify' });
    expect(look).toMatchObject({ roles: ['townCentre'] });
    await expect(refusalOf(verify(look, true, theirs(look, 'town')))).resolves.toBe('VERIFIER_HANDLED');
    await verify(look, false, theirs(look, 'colleague'));
    const again = await trial.openTask(caseNumber, { kind: 'lead', after: cadre.taskId });
    const up = { taskId: again.taskId, actor: theirs(again), reason: '涉及镇级权限' };
    await trial.decide(again.workflowId, 'handUpTask', up);
    const back = await trial.openTask(caseNumber, { kind: 'lead', after: again.taskId });
    await expect(complete(back, theirs(back, 'town'))).resolves.toMatchObject({ stage: 'verifying' });
  });

  it('never goes below for a conflict of interest, and is verified by the level above', async () => {
    const { caseNumber, lead } = await begin({ caseClass: 'simple', aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } });
    expect(lead).toMatchObject({ roles: ['townCentre'] });
    await expect(refusalOf(delegate(lead, 'cadreLed', VILLAGE))).resolves.toBe('PATH_REFUSES');
    await expect(complete(lead)).resolves.toMatchObject({ stage: 'evaluating' });
    const major = await begin({ aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } });
    await complete(major.lead);
    await expect(trial.openTask(major.caseNumber, { kind: 'verify' })).resolves.toMatchObject({ roles: ['countyCentre'] });
    expect(trial.recorder.openTasks(caseNumber)).toEqual([]);
  });

  it('goes up to the county for want of powers', async () => {
    const { caseNumber, lead } = await begin();
    const { taskId, workflowId } = lead;
    await trial.decide(workflowId, 'handUpTask', { taskId, actor: theirs(lead), reason: '涉及县直部门' });
    await expect(trial.openTask(caseNumber, { kind: 'coordinate' })).resolves.toMatchObject({ roles: ['countyCentre'], areaCode: COUNTY });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'countyCoordinated', tier: 'county' });
  });
});

describe('verification of the town’s answer', () => {
  it('is by a grid member who had no hand in it', async () => {
    const { caseNumber, lead } = await begin();
    await plan(lead, [{ title: '走访', roles: ['gridMember'], areaCode: GRID }]);
    const part = await trial.openTask(caseNumber, { kind: 'contribute' });
    await complete(part, theirs(part, 'helper'));
    await complete(lead, theirs(lead, 'town'));
    const look = await trial.openTask(caseNumber, { kind: 'verify' });
    expect(look).toMatchObject({ roles: ['gridMember'], areaCode: VILLAGE, tier: 'grid' });
    expect(look.excludedSubjects).toEqual(expect.arrayContaining(['helper', 'town']));
    await expect(refusalOf(verify(look, true, theirs(look, 'helper')))).resolves.toBe('VERIFIER_HANDLED');
    await expect(refusalOf(verify(look, true, theirs(look), ' '))).resolves.toBe('INPUT_INVALID');
    await expect(verify(look, true, theirs(look, 'witness'))).resolves.toMatchObject({ stage: 'evaluating' });
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toHaveLength(1);
  });

  it('lets the clocks stand from the answer, acceptance and all, so that the resident’s deadline counts it', async () => {
    const { caseNumber, lead } = await begin();
    await complete(lead);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).resolution?.state === 'stopped');
    const { tier, resolution, 'unit:acceptance': acceptance } = trial.recorder.clocksOf(caseNumber);
    expect([tier?.state, acceptance?.state]).toEqual(['stopped', 'stopped']);
    await trial.pass('2 days');
    await verify(await trial.openTask(caseNumber, { kind: 'verify' }), true);
    expect(trial.recorder.caseRow(caseNumber).resolvedAt).toBe(resolution?.stoppedAt);
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('partOverdue');
  });

  it('that fails gives it back to the lead, and the clocks go on as if they had never stopped', async () => {
    const { caseNumber, lead } = await begin();
    await complete(lead);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).resolution?.state === 'stopped');
    const { dueAt } = trial.recorder.clocksOf(caseNumber).resolution ?? {};
    await trial.pass('30 hours');
    await expect(verify(await trial.openTask(caseNumber, { kind: 'verify' }), false)).resolves.toMatchObject({ stage: 'handling' });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).resolution?.state === 'running');
    expect(trial.recorder.clocksOf(caseNumber)).toMatchObject({ resolution: { dueAt }, tier: { state: 'running' } });
    expect(trial.recorder.eventsOf(caseNumber, 'verificationFailed')).toMatchObject([{ text: '现场仍漏水', internal: true }]);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual([]);
    const again = await trial.openTask(caseNumber, { kind: 'lead' });
    expect(again).toMatchObject({ roles: ['townCentre'], dueAt, data: { verificationFailed: true } });
    await complete(again);
    await expect(verify(await trial.openTask(caseNumber, { kind: 'verify' }), true)).resolves.toMatchObject({ stage: 'evaluating' });
  });

  it('that is left lying is counted to whoever was to look, and the level above hears of it', async () => {
    const { caseNumber, lead } = await begin();
    await complete(lead);
    const look = await trial.openTask(caseNumber, { kind: 'verify' });
    expect(Date.parse(look.dueAt)).toBeLessThan(Date.parse(lead.dueAt));
    await trial.pass('7 days');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('partOverdue'));
    expect(trial.recorder.marksOf(caseNumber)).toMatchObject([{ mark: 'partOverdue', clock: `unit:${look.taskId}`, roles: ['gridMember'] }]);
    await expect(verify(look, true)).resolves.toMatchObject({ stage: 'evaluating' });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${look.taskId}`]?.state === 'stopped');
    expect(trial.recorder.caseRow(caseNumber)).not.toHaveProperty('resolutionOverdue');
  });

  it('is asked of nobody before there is an answer', async () => {
    const { lead } = await begin();
    const early = trial.decide(lead.workflowId, 'verifyTask', {
      taskId: lead.taskId,
      actor: ofArea('townCentre', TOWN),
      passed: true,
      findings: '已修复',
      attachmentIds: [],
    });
    await expect(refusalOf(early)).resolves.toBe('STAGE_REFUSES');
  });
});
