import type { CaseLifecycleInput, OpenedTask, PartOf } from '@yiwang/contracts/case-flow';
import { ofArea, refusalOf, somebody, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const VILLAGE = '990121001002';
const TOWN = '990121001';
const COUNTY = '990121';
const DAY_MS = 86_400_000;

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start({ caseClass: 'general', ...given });
  return { caseNumber, lead: await trial.openTask(caseNumber, { kind: 'lead' }) };
};
const part = (title: string, role: PartOf['roles'][number], more: Partial<PartOf> = {}): PartOf => ({
  title,
  roles: [role],
  areaCode: VILLAGE,
  ...more,
});
const plan = (lead: OpenedTask, parts: PartOf[], actor = theirs(lead, 'cadre')) =>
  trial.decide(lead.workflowId, 'planParts', { taskId: lead.taskId, actor, parts });
const complete = (task: OpenedTask, actor = theirs(task), answer = '已办') =>
  trial.decide(task.workflowId, 'completeTask', { taskId: task.taskId, actor, answer, attachmentIds: [] });
const partsOf = (caseNumber: string) => trial.recorder.openTasks(caseNumber).filter(({ kind }) => kind === 'contribute');

/** A lead that has given parts to the police and to the service team. */
async function planned(parts = [part('查看现场', 'villagePolice'), part('走访住户', 'serviceTeam')]) {
  const { caseNumber, lead } = await begin();
  await plan(lead, parts);
  const [first, second] = partsOf(caseNumber) as [OpenedTask, OpenedTask];
  return { caseNumber, lead, first, second };
}

describe('干部领办', () => {
  it('has one cadre who leads, by name once they have accepted', async () => {
    const { caseNumber, lead } = await begin();
    expect(lead).toMatchObject({ tier: 'village', roles: ['stationedCadre', 'villageSecretary'], areaCode: VILLAGE });
    const accept = (subject: string) =>
      trial.decide(lead.workflowId, 'acceptTask', { taskId: lead.taskId, actor: theirs(lead, subject) });
    await expect(accept('cadre')).resolves.toEqual({ stage: 'handling', round: 1 });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ handlerSubject: 'cadre', stage: 'handling' });
    await expect(refusalOf(accept('another'))).resolves.toBe('STAGE_REFUSES');
  });

  it('has five days by the calendar from the hand-over, the first promise still shown', async () => {
    const { workflowId: caseNumber } = await trial.start({ areaCode: COUNTY });
    const desk = await trial.openTask(caseNumber, { kind: 'desk' });
    await trial.pass('10 hours');
    const decision = { kind: 'dispatch', areaCode: VILLAGE, caseClass: 'general' } as const;
    await trial.decide(caseNumber, 'dispatchCase', { taskId: desk.taskId, actor: theirs(desk), decision });
    const lead = await trial.openTask(caseNumber, { kind: 'lead' });
    const handedOver = trial.recorder.ledgerOf(caseNumber).find(({ kind }) => kind === 'handOver');
    expect(Date.parse(lead.dueAt) - Date.parse(handedOver?.at ?? '')).toBe(5 * DAY_MS);
    const { resolution } = trial.recorder.clocksOf(caseNumber);
    expect(Date.parse(resolution?.firstDueAt ?? '') - Date.parse(resolution?.startedAt ?? '')).toBe(5 * DAY_MS);
    expect(Date.parse(resolution?.dueAt ?? '')).toBeGreaterThan(Date.parse(resolution?.firstDueAt ?? ''));
  });

  it('plans parts that run beside each other with their own clocks, and gives the resident one answer', async () => {
    const parts = [part('查看现场', 'villagePolice', { limit: { amount: 2, unit: 'calendarDays' } }), part('走访住户', 'serviceTeam')];
    const { caseNumber, lead, first, second } = await planned(parts);
    const openedAt = Date.parse(trial.recorder.stepsOf(caseNumber).at(-1)?.at ?? '');
    const clocks = trial.recorder.clocksOf(caseNumber);
    for (const [task, days] of [[first, 2], [second, 3]] as const) {
      expect(task).toMatchObject({ kind: 'contribute', partOf: lead.taskId, tier: 'village' });
      expect(Math.abs(Date.parse(task.dueAt) - openedAt - days * DAY_MS)).toBeLessThan(60_000);
    }
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${second.taskId}`] !== undefined);
    expect(clocks.tier?.holder.roles).toEqual(['stationedCadre', 'villageSecretary']);
    expect(trial.recorder.clocksOf(caseNumber)[`unit:${first.taskId}`]).toMatchObject({ holder: { roles: ['villagePolice'] } });

    await expect(refusalOf(complete(lead, theirs(lead, 'cadre')))).resolves.toBe('PARTS_STILL_OPEN');
    await complete(first);
    await expect(refusalOf(complete(lead, theirs(lead, 'cadre')))).resolves.toBe('PARTS_STILL_OPEN');
    await complete(second);
    await expect(complete(lead, theirs(lead, 'cadre'), '已统一答复')).resolves.toMatchObject({ stage: 'evaluating' });
    expect(trial.recorder.eventsOf(caseNumber, 'answered')).toMatchObject([{ text: '已统一答复' }]);
    expect(trial.recorder.eventsOf(caseNumber, 'contributed').map(({ internal }) => internal)).toEqual([true, true]);
    expect(trial.recorder.toldReporter(caseNumber)).toEqual(['caseAnswered']);
  });

  it('takes both of two parts that are completed at the same moment, and one completion of each', async () => {
    const { caseNumber, first, second } = await planned();
    const release = trial.recorder.hold();
    const done = Promise.all([complete(first), complete(second)]);
    const again = complete(first).then(
      () => 'ok',
      () => 'refused',
    );
    setTimeout(release, 300);
    await expect(Promise.all([done.then(() => 'ok', () => 'refused'), again])).resolves.toContain('refused');
    await trial.seen(() => partsOf(caseNumber).length === 0);
    expect(trial.recorder.eventsOf(caseNumber, 'contributed').map(({ taskId }) => taskId).sort()).toEqual([first.taskId, second.taskId]);
    await expect(refusalOf(complete(second))).resolves.toBe('TASK_CLOSED');
  });

  it('counts a part that is late to whoever has it, and not to the lead', async () => {
    const { caseNumber, second } = await planned([
      part('查看现场', 'villagePolice'),
      part('走访住户', 'serviceTeam', { limit: { amount: 24, unit: 'hours' } }),
    ]);
    await trial.pass('26 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('partOverdue'));
    expect(trial.recorder.marksOf(caseNumber).filter(({ mark }) => mark === 'partOverdue')).toMatchObject([
      { clock: `unit:${second.taskId}`, roles: ['serviceTeam'], tier: 'village', areaCode: VILLAGE },
    ]);
    expect(trial.recorder.noticesOf(caseNumber)).toContainEqual(
      expect.objectContaining({ type: 'overdue', to: { kind: 'position', roles: ['townCentre'], areaCode: TOWN } }),
    );
    await complete(second);
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${second.taskId}`]?.state === 'stopped');
  });

  it('lets nobody who does a part close it', async () => {
    const { lead, second } = await planned();
    const team = theirs(second);
    await expect(refusalOf(complete(lead, team))).resolves.toBe('ONLY_LEAD_CLOSES');
    await expect(refusalOf(complete(lead, somebody('townCentre')))).resolves.toBe('TASK_NOT_YOURS');
  });

  it.each<[string, PartOf[]]>([
    ['no parts', []],
    ['a part that says nothing', [part(' ', 'serviceTeam')]],
    ['a part for nobody', [{ title: '走访', roles: [], areaCode: VILLAGE }]],
  ])('refuses a plan with %s', async (_, parts) => {
    const { lead } = await begin();
    await expect(refusalOf(plan(lead, parts))).resolves.toBe('PATH_REFUSES');
  });

  it('takes the case in hand with its plan: the stage is handling', async () => {
    const { caseNumber, lead } = await begin();
    await expect(plan(lead, [part('走访', 'serviceTeam')])).resolves.toMatchObject({ stage: 'handling' });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ stage: 'handling', handlerSubject: 'cadre' });
    expect(trial.recorder.stagesOf(caseNumber)).toContain('handling');
  });

  it.each<[string, PartOf]>([
    ['another village', part('走访', 'serviceTeam', { areaCode: '990121001009' })],
    ['a town, by a role that no position of which covers it', part('走访', 'serviceTeam', { areaCode: TOWN })],
  ])('puts no part where nobody may take it: %s', async (_, given) => {
    const { caseNumber, lead } = await begin();
    await expect(refusalOf(plan(lead, [given]))).resolves.toBe('AREA_OUTSIDE_JURISDICTION');
    expect(trial.recorder.openTasks(caseNumber)).toEqual([lead]);
  });

  it('gives a part that is returned with its legal ground back to the lead', async () => {
    const { caseNumber, lead, first, second } = await planned();
    const giveBack = (task: OpenedTask, legalGround = '权责清单第 17 项') =>
      trial.decide(task.workflowId, 'returnTask', {
        taskId: task.taskId,
        actor: theirs(task),
        proposedUnitCode: 'roads',
        legalGround,
        reason: '不属本岗位职责',
      });
    await expect(refusalOf(giveBack(second, ' '))).resolves.toBe('LEGAL_GROUND_REQUIRED');
    await expect(refusalOf(giveBack(lead))).resolves.toBe('STAGE_REFUSES');
    await giveBack(second);
    expect(trial.recorder.eventsOf(caseNumber, 'returned')).toMatchObject([{ data: { proposedUnitCode: 'roads' }, internal: true }]);
    expect(trial.recorder.openTasks(caseNumber).map(({ taskId }) => taskId)).toEqual([lead.taskId, first.taskId]);
    expect(trial.recorder.clocksOf(caseNumber).tier?.state).toBe('running');
  });

  it('goes up to the joint path for want of powers; its parts end there and nobody is late with them', async () => {
    const { caseNumber, lead, first } = await planned();
    const { taskId, workflowId } = lead;
    await trial.decide(workflowId, 'handUpTask', { taskId, actor: theirs(lead, 'cadre'), reason: '涉及镇级权限' });
    const joint = await trial.openTask(caseNumber, { kind: 'lead', after: taskId });
    expect(joint).toMatchObject({ tier: 'town', roles: ['townCentre'], areaCode: TOWN });
    expect(trial.recorder.openTasks(caseNumber)).toEqual([joint]);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageTownJoint' });
    expect(trial.recorder.clocksOf(caseNumber)[`unit:${first.taskId}`]?.state).toBe('stopped');
    const accepted = { taskId: joint.taskId, actor: theirs(joint) };
    await trial.decide(joint.workflowId, 'acceptTask', accepted);
    await trial.pass('4 days');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('partOverdue');
  });

  it('that is taken away, as by a merge, leaves nobody late with its parts', async () => {
    const { caseNumber, first } = await planned([part('查看现场', 'villagePolice', { limit: { amount: 5, unit: 'hours' } }), part('走访', 'serviceTeam')]);
    const { caseNumber: into } = await begin();
    const actor = ofArea('townCentre', TOWN);
    await trial.decide(into, 'groupMember', { actor, caseNumber, act: 'join' });
    await trial.decide(caseNumber, 'mergeCase', { actor, into, reason: '同一事件' });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber)[`unit:${first.taskId}`]?.state === 'stopped');
    expect(trial.recorder.clocksOf(caseNumber).resolution?.state).toBe('running');
    await trial.pass('7 hours');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('partOverdue');
  });
});
