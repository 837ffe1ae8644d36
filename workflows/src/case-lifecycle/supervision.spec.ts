import type { CaseLifecycleInput, OpenedTask } from '@yiwang/contracts/case-flow';
import { ofArea, refusalOf, somebody, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

const TOWN = '990121001';
const COUNTY = '990121';

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

/** A case whose resident was reached, so that only the cards are left to see. */
const begin = async (given: Partial<CaseLifecycleInput> = {}) => {
  const { workflowId: caseNumber } = await trial.start(given);
  const task = await trial.openTask(caseNumber);
  trial.recorder.contact(caseNumber, await trial.now());
  return { caseNumber, task };
};
const happened = (caseNumber: string, type: Parameters<typeof trial.recorder.eventsOf>[1]) =>
  trial.seen(() => trial.recorder.eventsOf(caseNumber, type).length > 0);
const supervise = (caseNumber: string, act: 'urge' | 'order' | 'escalate', actor = ofArea('townCentre', TOWN), reason = '请抓紧') =>
  trial.decide(caseNumber, 'superviseCase', { actor, act, reason });
const feedback = (order: OpenedTask, answer = '明日完工', actor = theirs(order)) =>
  trial.decide(order.workflowId, 'answerOrder', { taskId: order.taskId, actor, answer, attachmentIds: [] });

describe('a supervision order that is lifted', () => {
  const lift = (caseNumber: string, actor: ReturnType<typeof ofArea>) => trial.decide(caseNumber, 'interveneCase', { actor, act: { kind: 'liftOrder' }, reason: '已口头反馈' });

  it('is so by whoever issued it or somebody above them, not by whoever is only above the holder', async () => {
    const { caseNumber } = await begin();
    const supervisor = ofArea('supervisor', COUNTY);
    await supervise(caseNumber, 'order', supervisor);
    const order = await trial.openTask(caseNumber, { kind: 'order' });
    expect(order.data).toEqual({ issuedBy: supervisor.subject, issuedAs: 'supervisor', issuedIn: COUNTY });
    await expect(refusalOf(lift(caseNumber, ofArea('townCentre', TOWN)))).resolves.toBe('NOT_FROM_ABOVE');
    await lift(caseNumber, ofArea('leader', COUNTY));
    expect(trial.recorder.openTasks(caseNumber).map(({ kind }) => kind)).toEqual(['handle']);

    await supervise(caseNumber, 'order', ofArea('townCentre', TOWN));
    await lift(caseNumber, ofArea('townCentre', TOWN));
    expect(trial.recorder.eventsOf(caseNumber, 'orderLifted')).toHaveLength(2);
  });
});

describe('the cards beside a path', () => {
  it('remind at 50 %, are yellow at 80 % and red at 100 %, each told, on the timeline, and counted to whoever holds it', async () => {
    const { caseNumber } = await begin();
    await trial.pass('61 hours');
    await happened(caseNumber, 'half');
    expect(trial.recorder.caseRow(caseNumber).card).toBeUndefined();
    await trial.pass('36 hours');
    await happened(caseNumber, 'yellowCard');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ card: 'yellow' });
    await trial.pass('24 hours');
    await happened(caseNumber, 'redCard');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ card: 'red' });

    const holder = { clock: 'tier', tier: 'grid', roles: ['gridMember'] };
    const cards = trial.recorder.marksOf(caseNumber).filter(({ clock }) => clock === 'tier');
    expect(cards).toMatchObject([
      { mark: 'half', ...holder },
      { mark: 'yellow', ...holder },
      { mark: 'red', ...holder },
    ]);
    expect(new Set(cards.map(({ key }) => key)).size).toBe(3);
    const told = trial.recorder.noticesOf(caseNumber).map(({ type, to }) => [type, to.kind === 'position' ? to.roles : to.kind]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['halfTime', ['gridMember']],
        ['yellowCard', ['gridMember']],
        ['redCard', ['townCentre']],
        ['overdue', ['townCentre']],
      ]),
    );
  });

  it('end with a red one that issues a supervision order to the unit, with a deadline of its own', async () => {
    const { caseNumber } = await begin();
    await trial.pass('121 hours');
    const order = await trial.openTask(caseNumber, { kind: 'order' });
    expect(order).toMatchObject({ roles: ['gridMember'], workflowId: caseNumber });
    expect(Date.parse(order.dueAt)).toBeGreaterThan(Date.parse(await trial.now()));
    await expect(refusalOf(feedback(order, ' '))).resolves.toBe('TEXT_REQUIRED');
    await expect(refusalOf(feedback(order, '明日完工', somebody('townCentre')))).resolves.toBe('TASK_NOT_YOURS');
    await feedback(order);
    expect(trial.recorder.eventsOf(caseNumber, 'orderAnswered')).toMatchObject([{ text: '明日完工' }]);
    await expect(refusalOf(feedback(order))).resolves.toBe('TASK_CLOSED');
    expect(trial.recorder.openTasks(caseNumber).map(({ kind }) => kind)).toEqual(['handle']);
  });
});

describe('a case left after its red card', () => {
  it('moves up by itself after the grace; whoever takes over has time of their own', async () => {
    const { caseNumber, task } = await begin();
    await trial.pass('145 hours');
    await happened(caseNumber, 'movedUp');
    const next = await trial.openTask(caseNumber, { kind: 'handle', after: task.taskId });
    expect(next).toMatchObject({ tier: 'village', roles: ['villageSecretary', 'villagePolice', 'stationedCadre'] });
    expect(trial.recorder.marksOf(caseNumber)).toContainEqual(expect.objectContaining({ mark: 'movedUpLate', tier: 'grid' }));
    await trial.pass('2 hours');
    expect(trial.recorder.eventsOf(caseNumber, 'movedUp')).toHaveLength(1);
    expect(trial.recorder.marksOf(caseNumber).filter(({ tier }) => tier === 'village')).toEqual([]);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ resolutionOverdue: true, tier: 'village' });
  });

  it('leaves the path where its ladder ends, for the next one and its limit', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'general' });
    await trial.pass('8 days');
    const lead = await trial.openTask(caseNumber, { kind: 'lead', after: task.taskId });
    expect(lead).toMatchObject({ roles: ['townCentre'], areaCode: TOWN });
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ path: 'villageTownJoint', tier: 'town' });
    expect(trial.recorder.toldReporter(caseNumber)).toContain('deadlineMoved');
  });

  it('of the county goes from a department back to its centre, and from the centre to the county’s leaders', async () => {
    const { caseNumber, task } = await begin({ caseClass: 'difficult' });
    const unit = (unitCode: string) => ({ title: unitCode, roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode });
    const assigned = { taskId: task.taskId, actor: theirs(task), lead: unit('housing'), assisting: [unit('water')] };
    await trial.decide(task.workflowId, 'assignUnits', assigned);
    const lead = await trial.openTask(caseNumber, { kind: 'lead' });
    const part = await trial.openTask(caseNumber, { kind: 'contribute' });
    const leftHours = Math.ceil((Date.parse(lead.dueAt) - Date.parse(await trial.now())) / 3_600_000);
    await trial.pass(`${leftHours + 1} hours`);
    const order = await trial.openTask(caseNumber, { kind: 'order' });
    await feedback(order);
    await trial.pass('3 days');
    const centre = await trial.openTask(caseNumber, { kind: 'coordinate' });
    expect(centre).toMatchObject({ roles: ['countyCentre'], areaCode: COUNTY, data: { movedUpFrom: 'housing' } });
    expect(trial.recorder.eventsOf(caseNumber, 'movedUp')).toMatchObject([{ taskId: lead.taskId, data: { late: true } }]);
    expect(trial.recorder.marksOf(caseNumber)).toContainEqual(expect.objectContaining({ mark: 'movedUpLate', unitCode: 'housing' }));
    expect(await trial.openTask(caseNumber, { kind: 'order' })).toMatchObject({ unitCode: 'housing' });
    await trial.seen(() => trial.recorder.clocksOf(caseNumber).tier?.holder.roles.includes('countyCentre') === true);
    expect(trial.recorder.clocksOf(caseNumber).tier?.state).toBe('running');
    expect(trial.recorder.openTasks(caseNumber).map(({ taskId }) => taskId)).toContain(part.taskId);
    await trial.pass('14 days');
    const leaders = await trial.openTask(caseNumber, { kind: 'coordinate', after: centre.taskId });
    expect(leaders).toMatchObject({ roles: ['leader'], areaCode: COUNTY });
    expect(trial.recorder.marksOf(caseNumber).filter(({ mark }) => mark === 'movedUpLate')).toMatchObject([{ unitCode: 'housing' }, { roles: ['countyCentre'] }]);
    const again = { taskId: leaders.taskId, actor: theirs(leaders), lead: unit('roads'), assisting: [] };
    await expect(trial.decide(leaders.workflowId, 'assignUnits', again)).resolves.toMatchObject({ stage: 'handling' });
  });

  it('with the county’s leaders stays with them, and the city hears of it', async () => {
    const { caseNumber, task } = await begin({ kind: 'suggestion' });
    await trial.pass('19 days');
    await trial.seen(() =>
      trial.recorder.noticesOf(caseNumber).some(({ to }) => to.kind === 'position' && to.roles.includes('cityCentre')),
    );
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('movedUp');
    expect(trial.recorder.openTasks(caseNumber).map(({ taskId }) => taskId)).toContain(task.taskId);
    expect(trial.recorder.marksOf(caseNumber).map(({ mark }) => mark)).not.toContain('movedUpLate');
  });
});

describe('supervision by people', () => {
  it('urges whoever holds it, on the timeline and by a notice', async () => {
    const { caseNumber } = await begin();
    await supervise(caseNumber, 'urge');
    expect(trial.recorder.eventsOf(caseNumber, 'urged')).toMatchObject([{ text: '请抓紧', internal: true }]);
    expect(trial.recorder.noticesOf(caseNumber).at(-1)).toMatchObject({
      type: 'urged',
      to: { kind: 'position', roles: ['gridMember'] },
    });
  });

  it('orders with a deadline, whose passing without feedback is counted and told above', async () => {
    const { caseNumber } = await begin();
    await supervise(caseNumber, 'order', ofArea('countyCentre', COUNTY));
    const order = await trial.openTask(caseNumber, { kind: 'order' });
    expect(order).toMatchObject({ title: '请抓紧', roles: ['gridMember'] });
    expect(trial.recorder.caseRow(caseNumber).card).toBeUndefined();
    await trial.pass('49 hours');
    await happened(caseNumber, 'orderOverdue');
    expect(trial.recorder.marksOf(caseNumber)).toContainEqual(expect.objectContaining({ mark: 'orderOverdue', tier: 'grid' }));
    expect(trial.recorder.noticesOf(caseNumber)).toContainEqual(
      expect.objectContaining({ type: 'overdue', data: expect.objectContaining({ clock: 'order' }) }),
    );
    await feedback(order);
    expect(trial.recorder.timelineOf(caseNumber)).toContain('orderAnswered');
  });

  it('moves it up at once, which is not lateness', async () => {
    const { caseNumber, task } = await begin();
    await supervise(caseNumber, 'escalate');
    await trial.openTask(caseNumber, { kind: 'handle', after: task.taskId });
    expect(trial.recorder.eventsOf(caseNumber, 'movedUp')).toMatchObject([{ text: '请抓紧', data: { late: false } }]);
    expect(trial.recorder.marksOf(caseNumber)).toEqual([]);
  });

  it.each([
    ['an equal', () => somebody('villageSecretary')],
    ['another town', () => ofArea('townCentre', '990121009')],
    ['another county', () => ofArea('countyCentre', '990122')],
    ['a department', () => ofArea('departmentHandler', COUNTY)],
  ])('is refused to %s: only who stands above may', async (_, actor) => {
    const { caseNumber } = await begin();
    for (const act of ['urge', 'order', 'escalate'] as const) {
      await expect(refusalOf(supervise(caseNumber, act, actor()))).resolves.toBe('NOT_FROM_ABOVE');
    }
  });

  it('moves nothing while the answer is being verified, and says so', async () => {
    const { caseNumber } = await begin({ caseClass: 'major' });
    await trial.answer(caseNumber);
    await trial.openTask(caseNumber, { kind: 'verify' });
    await expect(refusalOf(supervise(caseNumber, 'escalate', ofArea('countyCentre', COUNTY)))).resolves.toBe('STAGE_REFUSES');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('urged');
  });

  it('reclassifies to another class or path, or is refused for changing nothing', async () => {
    const { caseNumber } = await begin({ caseClass: 'major' });
    const same = { actor: ofArea('countyCentre', COUNTY), caseClass: 'major' as const, path: 'villageTownJoint' as const, reason: '同前' };
    await expect(refusalOf(trial.decide(caseNumber, 'reclassifyCase', same))).resolves.toBe('PATH_REFUSES');
  });

  it('needs a reason, is over with the answer, and never moves a case beyond the county', async () => {
    const { caseNumber } = await begin();
    await expect(refusalOf(supervise(caseNumber, 'urge', ofArea('townCentre', TOWN), ' '))).resolves.toBe('TEXT_REQUIRED');
    const county = await begin({ caseClass: 'difficult' });
    const leader = ofArea('leader', COUNTY);
    await supervise(county.caseNumber, 'escalate', leader);
    await expect(trial.openTask(county.caseNumber, { after: county.task.taskId })).resolves.toMatchObject({ roles: ['leader'] });
    await trial.seen(() => trial.recorder.clocksOf(county.caseNumber).tier?.holder.roles.includes('leader') === true);
    const city = ofArea('cityCentre', '9901');
    await expect(refusalOf(supervise(county.caseNumber, 'escalate', city))).resolves.toBe('PATH_REFUSES');
    await supervise(county.caseNumber, 'urge', city);
    await trial.answer(caseNumber);
    await trial.seen(() => trial.recorder.stagesOf(caseNumber).includes('evaluating'));
    await expect(refusalOf(supervise(caseNumber, 'urge'))).resolves.toMatch('STAGE_REFUSES');
  });
});
