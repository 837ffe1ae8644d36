import type { CaseClass } from '@yiwang/contracts/case-flow';
import { ofArea, theirs, type WorkflowTrial } from '@yiwang/testing/time-skipping';
import { COUNTY, CourseOfCase, LEADER, TOWN, VILLAGE } from './acts.js';
import { lived, type Lived, type LiveOn } from './path-courses.js';

/** The class by which a case begins on each path. */
const CLASSES = { village: 'simple', cadre: 'general', joint: 'major', county: 'difficult' } as const satisfies Record<string, CaseClass>;

const CLERK = ofArea('townCentre', TOWN, 'clerk');

/** Each path is left in the midst of its work. */
const leftFrom = (name: string, liveOn: (trial: WorkflowTrial, caseClass: CaseClass) => Promise<Lived>): Record<string, LiveOn> =>
  Object.fromEntries(
    Object.entries(CLASSES).map(([path, caseClass]) => [`${path}-left-by-${name}`, (trial: WorkflowTrial) => liveOn(trial, caseClass)]),
  );

/** Ways in which the lifecycle takes a case from its path, and ways of its own: desk, approvals, pauses, supervision. */
export const LIFECYCLE_COURSES: Record<string, LiveOn> = {
  ...leftFrom('withdrawal', async (trial, caseClass) => {
    const one = await CourseOfCase.begin(trial, { caseClass });
    await one.task();
    await one.withdraw();
    return lived(one);
  }),
  ...leftFrom('merge', async (trial, caseClass) => {
    const leading = await CourseOfCase.begin(trial);
    const one = await CourseOfCase.begin(trial, { caseClass });
    await Promise.all([leading.task(), one.task()]);
    const { caseNumber } = one;
    await trial.decide(leading.caseNumber, 'groupMember', { actor: CLERK, caseNumber, act: 'join' });
    await trial.decide(caseNumber, 'mergeCase', { actor: CLERK, into: leading.caseNumber, reason: 'The same leak.' });
    await leading.complete('handle');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('answered'));
    await one.rate();
    await leading.rate();
    return lived(one);
  }),
  async 'all-left-by-reclassification'(trial) {
    const one = await CourseOfCase.begin(trial);
    const again = { actor: LEADER, reason: 'It is more than it seemed.' };
    let { taskId } = await one.task();
    await trial.decide(one.caseNumber, 'reclassifyCase', { ...again, caseClass: 'general', path: 'villageDirect' });
    for (const [caseClass, path] of [
      ['general', 'cadreLed'],
      ['major', 'villageTownJoint'],
      ['difficult', 'countyCoordinated'],
      ['simple', 'villageDirect'],
    ] as const) {
      await trial.decide(one.caseNumber, 'reclassifyCase', { ...again, caseClass, path });
      ({ taskId } = await one.task(undefined, { after: taskId }));
    }
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'merged-then-separated'(trial) {
    const [leading, one] = [await CourseOfCase.begin(trial), await CourseOfCase.begin(trial)];
    const { taskId } = await one.task();
    const { caseNumber } = one;
    await trial.decide(leading.caseNumber, 'groupMember', { actor: CLERK, caseNumber, act: 'join' });
    await trial.decide(caseNumber, 'mergeCase', { actor: CLERK, into: leading.caseNumber, reason: 'The same leak.' });
    await leading.withdraw();
    await one.task('handle', { after: taskId });
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'leading-a-group'(trial) {
    const [one, member] = [await CourseOfCase.begin(trial), await CourseOfCase.begin(trial)];
    await Promise.all([one.task(), member.task()]);
    const { caseNumber } = member;
    await trial.decide(one.caseNumber, 'groupMember', { actor: CLERK, caseNumber, act: 'join' });
    await trial.decide(caseNumber, 'mergeCase', { actor: CLERK, into: one.caseNumber, reason: 'The same leak.' });
    await one.complete('handle');
    await one.rate();
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('answered'));
    await member.rate();
    return lived(one);
  },
  async 'county-left-by-referral-answered-by-the-city'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'difficult' });
    const task = await one.task('coordinate');
    await trial.request(task, { kind: 'referral' }, theirs(task, 'centre'), 'It needs the city.');
    await one.approve();
    await one.cityAnswers('returned');
    await trial.request(task, { kind: 'referral' }, theirs(task, 'centre'), 'It needs the city after all.');
    await one.approve();
    await one.cityAnswers('answered');
    await one.rate();
    return lived(one);
  },
  async 'cross-county-from-the-desk'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: COUNTY });
    await one.dispatch({ areaCode: VILLAGE, caseClass: 'crossCounty' });
    await one.cityAnswers('returned');
    await one.assign('housing');
    await one.complete('lead');
    await one.verify();
    await one.rate();
    return lived(one);
  },
  async 'not-accepted-by-the-county'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: COUNTY });
    await one.notAccept();
    return lived(one);
  },
  async 'not-accepted-by-a-town-after-one-refusal'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: TOWN });
    await one.notAccept();
    await one.approve(false);
    await one.notAccept();
    await trial.pass('3 days');
    await one.approve();
    return lived(one);
  },
  async 'desk-asleep-moves-up'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: TOWN });
    const { taskId } = await one.task('desk');
    await trial.pass('3 days');
    await one.task('desk', { after: taskId });
    await one.dispatch({ areaCode: VILLAGE });
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'withdrawn-at-the-desk'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: TOWN });
    await one.task('desk');
    await one.withdraw();
    return lived(one);
  },
  async 'extended-paused-suspended-supervised'(trial) {
    const one = await CourseOfCase.begin(trial, {
      channel: 'qr',
      policy: { version: 2, changes: { callBack: { channels: ['qr'] } } },
    });
    await one.accept();
    await trial.pass('1 hours');
    const task = await one.task('handle');
    const days = (amount: number) => ({ amount, unit: 'calendarDays' as const });
    await trial.request(task, { kind: 'pause', by: days(1) });
    await trial.client.getHandle(one.caseNumber).signal('residentAdded');
    await trial.seen(() => trial.recorder.timelineOf(one.caseNumber).includes('resumed'));
    await trial.request(task, { kind: 'extension', by: days(2) });
    await one.approve();
    const reviewAt = new Date(Date.parse(await trial.now()) + 10 * 86_400_000).toISOString();
    await trial.request(task, { kind: 'suspension', reviewAt });
    await one.approve();
    await trial.pass('11 days');
    await one.supervise('urge');
    await one.supervise('order');
    const order = await one.task('order');
    const feedback = { taskId: order.taskId, actor: theirs(order, 'grid-member'), answer: 'Tomorrow.', attachmentIds: [] };
    await trial.decide(one.caseNumber, 'answerOrder', feedback);
    await trial.request(task, { kind: 'pause', by: days(3) });
    await one.approve();
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
};
