import { ofArea, refusalOf, type WorkflowTrial } from '@yiwang/testing/time-skipping';
import { COUNTY, CourseOfCase, TOWN, VILLAGE } from './acts.js';
import { lived, type LiveOn } from './path-courses.js';

const TOWN_CENTRE = ofArea('townCentre', TOWN, 'town-centre');

/** Lets others come, one after the other, while the first is being recorded; answers what came of them. */
async function whileRecording(trial: WorkflowTrial, first: () => Promise<unknown>, others: readonly (() => Promise<unknown>)[]): Promise<unknown[]> {
  const release = trial.recorder.hold();
  const deciding = [first()];
  for (const other of others) {
    await wait();
    deciding.push(other());
  }
  await wait();
  release();
  return (await Promise.all(deciding)).slice(1);
}

/** In real time: as long as the engine needs to be told of a decision. */
const wait = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 500));

function insistOn(expected: string, code: unknown): void {
  if (code !== expected) throw new Error(`It was refused by ${String(code)}, not by ${expected}`);
}

/** What those above and the resident do to a case unasked, the third round at the top, and paths that are left while they record. */
export const INTERVENTION_COURSES: Record<string, LiveOn> = {
  async 'urged-extended-suspended-orders-lifted'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: COUNTY });
    await trial.pass('25 hours');
    await one.urge('Nobody has called.');
    await one.dispatch({ areaCode: VILLAGE, caseClass: 'simple' });
    await one.task('handle');
    await one.intervene({ kind: 'extend', by: { amount: 2, unit: 'workingDays' } });
    const reviewAt = new Date(Date.parse(await trial.now()) + 5 * 86_400_000).toISOString();
    await one.intervene({ kind: 'suspend', reviewAt });
    await trial.pass('6 days');
    await trial.seen(() => trial.recorder.timelineOf(one.caseNumber).includes('resumed'));
    await trial.pass('7 days');
    await one.task('order');
    await one.urge();
    await one.supervise('order');
    await one.intervene({ kind: 'liftOrder' });
    await one.supervise('order');
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'extended-before-the-calendar-is-there'(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.task('handle');
    await one.intervene({ kind: 'extend', by: { amount: 1, unit: 'workingDays' } });
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'order-from-above-before-the-lifting-of-another'(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.task('handle');
    await one.supervise('order', TOWN_CENTRE);
    const lifted = () => refusalOf(one.intervene({ kind: 'liftOrder' }, TOWN_CENTRE));
    const [, code] = await whileRecording(trial, () => one.supervise('urge'), [() => one.supervise('order'), lifted]);
    insistOn('NOT_FROM_ABOVE', code);
    await one.intervene({ kind: 'liftOrder' });
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'leaders-three-rounds-the-first-returns'(trial) {
    const one = await CourseOfCase.begin(trial, { kind: 'suggestion' });
    for (const [round, by] of [[1, 'one-leader'], [2, 'other-leader'], [3, 'one-leader']] as const) {
      await one.complete('handle', { round, by });
      await one.rate('dissatisfied');
    }
    return lived(one);
  },
  async 'county-three-rounds-the-first-unit-returns'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'difficult' });
    for (const [round, unitCode] of [[1, 'housing'], [2, 'water'], [3, 'housing']] as const) {
      await one.assign(unitCode);
      await one.complete('lead', { round, by: `of-${unitCode}` });
      await one.verify();
      await one.rate('dissatisfied');
    }
    return lived(one);
  },
  async 'left-while-the-path-records'(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.task();
    await whileRecording(trial, () => one.accept(), [() => one.withdraw()]);
    return lived(one);
  },
  async 'answered-before-it-is-left'(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.task();
    const [code] = await whileRecording(trial, () => one.complete('handle'), [() => refusalOf(one.withdraw())]);
    insistOn('STAGE_REFUSES', code);
    await one.rate();
    return lived(one);
  },
};
