import type { CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { COUNTY, CourseOfCase, departmentPart, LEADER } from './acts.js';
import type { LiveOn } from './path-courses.js';

const about = (aboutWhom: NonNullable<CaseLifecycleInput['aboutWhom']>): Partial<CaseLifecycleInput> => ({ aboutWhom });

/** Ways in which a case gets another owner that it did not have before `2026-11-owners`. */
export const OWNER_COURSES: Record<string, LiveOn> = {
  async 'county-late-to-its-centre-and-leaders-parts-reassigned'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'difficult' });
    const lead = await one.assign('housing', ['water', 'power']);
    const [water, power] = [await one.task('contribute', { unitCode: 'water' }), await one.task('contribute', { unitCode: 'power' })];
    const reason = 'Nobody is there.';
    await trial.decide(lead.workflowId, 'reassignTask', { actor: LEADER, taskId: water.taskId, to: departmentPart('roads'), reason });
    await trial.decide(lead.workflowId, 'cancelPart', { actor: LEADER, partId: power.taskId, reason });
    await one.complete('contribute', { unitCode: 'roads' });
    await trial.pass('20 days');
    const centre = await one.task('coordinate');
    await trial.pass('14 days');
    await one.task('coordinate', { after: centre.taskId });
    await one.assign('transport');
    await one.complete('lead');
    await one.verify();
    await one.rate();
    return { caseNumber: one.caseNumber, runIds: [one.runId] };
  },
  async 'about-the-county-centre-returned-by-the-city'(trial) {
    const one = await CourseOfCase.begin(trial, about({ areaCode: COUNTY, role: 'countyCentre' }));
    await one.cityAnswers('returned');
    await one.assign('housing');
    await one.complete('lead');
    await one.rate('dissatisfied');
    await one.cityAnswers('answered');
    await one.rate();
    return { caseNumber: one.caseNumber, runIds: [one.runId] };
  },
  async 'request-lapsed-with-a-hand-up-colour-back'(trial) {
    const one = await CourseOfCase.begin(trial, { kind: 'dispute', caseClass: 'simple' });
    const first = await one.task('handle');
    await trial.request(first, { kind: 'extension', by: { amount: 3, unit: 'calendarDays' } });
    await one.handUp('handle', 'handle');
    const second = await one.task('handle');
    await trial.pass('119 hours');
    await trial.request(second, { kind: 'extension', by: { amount: 3, unit: 'calendarDays' } });
    await trial.pass('2 hours');
    await one.approve();
    const mediated = { parties: ['one', 'other'], session: 'Both were there.' };
    await trial.decide(second.workflowId, 'recordMediation', { taskId: second.taskId, actor: { ...LEADER, role: second.roles[0] }, ...mediated });
    await one.complete('handle');
    await one.rate();
    return { caseNumber: one.caseNumber, runIds: [one.runId] };
  },
};
