import type { CarriedCourse } from '@yiwang/contracts/case-flow';
import type { WorkflowTrial } from '@yiwang/testing/time-skipping';
import { COUNTY, CourseOfCase, departmentPart, GRID, LEADER, TOWN, VILLAGE, villagePart } from './acts.js';

/** A case that was lived to its end, in one run of the lifecycle or in several. */
export interface Lived {
  caseNumber: string;
  runIds: string[];
}
export type LiveOn = (trial: WorkflowTrial) => Promise<Lived>;

export const lived = ({ caseNumber, runId }: CourseOfCase): Lived => ({ caseNumber, runIds: [runId] });

/** Ways of the paths themselves: answered, moved up by a person, moved up late, delegated. */
export const PATH_COURSES: Record<string, LiveOn> = {
  async 'village-answered-rated'(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.accept();
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'village-and-joint-handed-up-not-rated'(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.handUp('handle', 'handle');
    await one.handUp('handle', 'lead');
    await one.accept('lead');
    await one.handUp('lead', 'coordinate');
    await one.assign('housing');
    await one.complete('lead');
    await trial.pass('8 days');
    return lived(one);
  },
  async 'village-and-joint-moved-up-late'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: VILLAGE });
    const member = await one.task('handle');
    await trial.pass('145 hours');
    await one.task('handle', { after: member.taskId });
    await trial.pass('98 hours');
    const lead = await one.task('lead');
    await trial.pass('13 days');
    await one.task('coordinate', { after: lead.taskId });
    await trial.pass('18 days');
    await one.assign('housing');
    await one.complete('lead');
    await one.rate();
    return lived(one);
  },
  async 'cadre-parts-then-three-rounds'(trial) {
    const one = await CourseOfCase.begin(trial, { areaCode: COUNTY });
    await trial.pass('30 hours');
    await one.dispatch({ areaCode: VILLAGE, caseClass: 'general' });
    await one.accept('lead');
    await one.plan([villagePart('villagePolice'), villagePart('serviceTeam', 5)]);
    await trial.pass('7 hours');
    await one.complete('contribute');
    await one.giveBack('contribute');
    await one.complete('lead');
    await one.rate('dissatisfied');
    await one.complete('lead', { round: 2 });
    await one.rate('dissatisfied');
    await one.task('coordinate', { round: 3 });
    await one.assign('housing');
    await one.complete('lead', { round: 3 });
    await one.verify();
    await one.rate('dissatisfied');
    return lived(one);
  },
  async 'cadre-moved-up-late-joint-delegated-cadre-handed-up'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'general' });
    const cadre = await one.task('lead');
    await trial.pass('8 days');
    await one.task('lead', { after: cadre.taskId });
    await one.delegate('lead', 'cadreLed', VILLAGE, 'lead');
    await one.handUp('lead', 'lead');
    await one.complete('lead');
    await one.rate();
    return lived(one);
  },
  async 'cadre-ordered-up-joint-delegated-to-the-grid'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'general' });
    const cadre = await one.task('lead');
    await one.supervise('escalate');
    await one.task('lead', { after: cadre.taskId });
    await one.delegate('lead', 'villageDirect', GRID, 'handle');
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'joint-whistle-mediation-verified'(trial) {
    const one = await CourseOfCase.begin(trial, { kind: 'dispute', mode: 'deliberation' });
    await trial.pass('5 hours');
    await one.accept('lead');
    const { taskId, workflowId } = await one.task('lead');
    const by = { taskId, actor: { kind: 'person', subject: 'lead-town-1', role: 'townCentre', areaCode: TOWN } } as const;
    const at = { meetingId: 'meeting-1', place: 'The pump house', meetAt: '2026-12-01T02:00:00.000Z' };
    const participants = [{ name: 'Water', kind: 'unit' as const, unitCode: 'water', areaCode: COUNTY }];
    await trial.decide(workflowId, 'summon', { ...by, ...at, participants });
    const lines = [departmentPart('water')];
    await trial.decide(workflowId, 'recordMinutes', { ...by, meetingId: at.meetingId, summary: 'Within three days.', lines });
    const session = { parties: ['One side', 'The other'], session: 'Both came.', agreement: 'The ditch is dug again.' };
    await trial.decide(workflowId, 'recordMediation', { ...by, ...session });
    await one.complete('contribute');
    await one.complete('lead');
    await one.verify(false);
    await one.complete('lead');
    await one.verify();
    await one.rate();
    return lived(one);
  },
  async 'county-returns-arbitration-instruction'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'difficult', mode: 'collaboration' });
    await one.assign('housing', ['water', 'power']);
    await one.giveBack('contribute', 'water');
    await one.assign('rivers');
    await one.giveBack('lead', 'housing');
    await one.assign('roads', [], 'arbitrate');
    const { workflowId } = await one.task('lead');
    await trial.decide(workflowId, 'instruct', { actor: LEADER, text: 'Report within three days.' });
    await one.complete('contribute', { unitCode: 'rivers' });
    await one.complete('contribute', { unitCode: 'power' });
    await one.complete('contribute', { unitCode: 'roads' });
    await one.complete('lead');
    await one.verify(false);
    await one.complete('lead');
    await one.verify();
    await one.rate();
    return lived(one);
  },
  async 'county-delegated-to-a-town'(trial) {
    const one = await CourseOfCase.begin(trial, { caseClass: 'difficult' });
    await one.delegate('coordinate', 'villageTownJoint', TOWN, 'lead');
    await one.handUp('lead', 'coordinate');
    await one.delegate('coordinate', 'cadreLed', VILLAGE, 'lead');
    await one.complete('lead');
    await one.verify();
    await one.rate();
    return lived(one);
  },
  async 'consultation-of-the-unit-on-duty'(trial) {
    const one = await CourseOfCase.begin(trial, { kind: 'consultation', dutyUnitCode: 'civil-affairs' });
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async 'suggestion-to-the-decision-level'(trial) {
    const one = await CourseOfCase.begin(trial, { kind: 'suggestion' });
    await one.complete('handle');
    await one.rate();
    return lived(one);
  },
  async reopened(trial) {
    const one = await CourseOfCase.begin(trial);
    await one.complete('handle');
    await one.rate();
    const { course } = (await trial.client.getHandle(one.caseNumber).result()) as { course: CarriedCourse['course'] };
    const reopen = { reason: 'Found by a call.', subject: 'caller', role: 'countyCentre' as const };
    const again = await CourseOfCase.begin(trial, { caseNumber: one.caseNumber, carried: { course, reopen } });
    await again.complete('handle', { round: 2 });
    await again.rate();
    return { caseNumber: one.caseNumber, runIds: [one.runId, again.runId] };
  },
};
