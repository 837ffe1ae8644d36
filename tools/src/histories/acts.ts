import type { Actor, CaseLifecycleInput, InterveneCaseInput, OpenedTask, PartOf, Path, TaskKind } from '@yiwang/contracts/case-flow';
import { ofArea, theirs, type WorkflowTrial } from '@yiwang/testing/time-skipping';

export const COUNTY = '990121';
export const TOWN = '990121001';
export const VILLAGE = '990121001002';
export const GRID = '990121001002003';
export const LEADER = ofArea('leader', COUNTY, 'leader');

/** One case under way, and what people do with it. The same names each time; texts that say nothing of anybody. */
export class CourseOfCase {
  private constructor(
    readonly trial: WorkflowTrial,
    readonly caseNumber: string,
    readonly runId: string,
  ) {}

  static async begin(trial: WorkflowTrial, given: Partial<CaseLifecycleInput> = {}): Promise<CourseOfCase> {
    const { workflowId, firstExecutionRunId } = (await trial.start(given)) as Awaited<ReturnType<WorkflowTrial['start']>> & {
      firstExecutionRunId: string;
    };
    return new CourseOfCase(trial, workflowId, firstExecutionRunId);
  }

  task = (kind?: TaskKind, more: { round?: number; unitCode?: string; after?: string } = {}): Promise<OpenedTask> =>
    this.trial.openTask(this.caseNumber, { ...more, ...(kind === undefined ? {} : { kind }) });

  /** Somebody who has the task, by a name that belongs to its kind and round. */
  private who = (task: OpenedTask): Actor => theirs(task, task.subjects?.[0] ?? `${task.kind}-${task.unitCode ?? task.tier}-${task.round}`);

  async accept(kind: TaskKind = 'handle'): Promise<void> {
    const task = await this.task(kind);
    await this.trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: this.who(task) });
  }

  async complete(kind: TaskKind, { by, ...more }: { round?: number; unitCode?: string; by?: string } = {}): Promise<void> {
    const task = await this.task(kind, more);
    await this.trial.decide(task.workflowId, 'completeTask', {
      taskId: task.taskId,
      actor: by === undefined ? this.who(task) : theirs(task, by),
      answer: 'Mended this morning.',
      explanation: 'Two rounds of repair, the parts and the bill are enclosed.',
      attachmentIds: [],
    });
  }

  async verify(passed = true): Promise<void> {
    const task = await this.task('verify');
    const found = { passed, findings: passed ? 'It holds.' : 'It still leaks.', attachmentIds: [] };
    await this.trial.decide(task.workflowId, 'verifyTask', { taskId: task.taskId, actor: this.who(task), ...found });
  }

  /** The task that follows, so that a course does not go on before it is there. */
  async handUp(kind: TaskKind, next: TaskKind): Promise<OpenedTask> {
    const task = await this.task(kind);
    const reason = 'It needs powers from above.';
    await this.trial.decide(task.workflowId, 'handUpTask', { taskId: task.taskId, actor: this.who(task), reason });
    return this.task(next, { after: task.taskId });
  }

  async delegate(kind: 'lead' | 'coordinate', path: Path, areaCode: string, next: TaskKind): Promise<OpenedTask> {
    const task = await this.task(kind);
    const down = { path, areaCode, reason: 'It is done faster there.' };
    await this.trial.decide(task.workflowId, 'delegateTask', { taskId: task.taskId, actor: this.who(task), ...down });
    return this.task(next, { after: task.taskId });
  }

  async plan(parts: PartOf[]): Promise<void> {
    const task = await this.task('lead');
    await this.trial.decide(task.workflowId, 'planParts', { taskId: task.taskId, actor: this.who(task), parts });
  }

  async giveBack(kind: 'lead' | 'contribute', unitCode?: string): Promise<void> {
    const task = await this.task(kind, unitCode === undefined ? {} : { unitCode });
    const ground = { proposedUnitCode: 'roads', legalGround: 'powers-17', reason: 'It belongs to the roads.' };
    await this.trial.decide(task.workflowId, 'returnTask', { taskId: task.taskId, actor: this.who(task), ...ground });
  }

  async assign(unitCode: string, assisting: string[] = [], kind: 'coordinate' | 'arbitrate' = 'coordinate'): Promise<OpenedTask> {
    const task = await this.task(kind);
    await this.trial.decide(task.workflowId, 'assignUnits', {
      taskId: task.taskId,
      actor: this.who(task),
      lead: departmentPart(unitCode),
      assisting: assisting.map(departmentPart),
      reason: 'By the list of powers.',
    });
    return this.task(undefined, { unitCode, after: task.taskId });
  }

  async withdraw(): Promise<void> {
    await this.trial.decide(this.caseNumber, 'withdrawCase', { actor: { kind: 'resident' }, reason: 'It stopped by itself.' });
  }

  async rate(rating: 'satisfied' | 'dissatisfied' = 'satisfied'): Promise<void> {
    await this.trial.rate(this.caseNumber, rating);
  }

  async dispatch(decision: { areaCode: string; path?: Path; caseClass?: 'simple' | 'general' | 'crossCounty' }): Promise<void> {
    const desk = await this.task('desk');
    const given = { taskId: desk.taskId, actor: this.who(desk), decision: { kind: 'dispatch' as const, ...decision } };
    await this.trial.decide(this.caseNumber, 'dispatchCase', given);
  }

  async notAccept(): Promise<void> {
    const desk = await this.task('desk');
    const decision = { kind: 'notAccept' as const, reason: 'A matter for the courts.' };
    await this.trial.decide(this.caseNumber, 'dispatchCase', { taskId: desk.taskId, actor: this.who(desk), decision });
  }

  /** Of the level above, on the request that is open. */
  async approve(granted = true): Promise<void> {
    await this.trial.approve(this.caseNumber, granted);
  }

  async supervise(act: 'urge' | 'order' | 'escalate', actor: Actor = LEADER): Promise<void> {
    await this.trial.decide(this.caseNumber, 'superviseCase', { actor, act, reason: 'Do it now.' });
  }

  async intervene(act: InterveneCaseInput['act'], actor: Actor = LEADER): Promise<void> {
    await this.trial.decide(this.caseNumber, 'interveneCase', { actor, act, reason: 'It cannot go on like this.' });
  }

  /** By whoever reported it. */
  async urge(text?: string): Promise<void> {
    await this.trial.decide(this.caseNumber, 'urgeCase', { actor: { kind: 'resident' }, ...(text === undefined ? {} : { text }) });
  }

  async cityAnswers(outcome: 'returned' | 'answered'): Promise<void> {
    const task = await this.task('cityDesk');
    const said = { taskId: task.taskId, actor: this.who(task), outcome, text: 'For the county.' };
    await this.trial.decide(this.caseNumber, 'answerReferral', said);
  }
}

export const departmentPart = (unitCode: string): PartOf => ({
  title: 'See to it.',
  roles: ['departmentHandler'],
  areaCode: COUNTY,
  unitCode,
});
export const villagePart = (role: 'villagePolice' | 'serviceTeam', hours?: number): PartOf => ({
  title: 'Have a look.',
  roles: [role],
  areaCode: VILLAGE,
  ...(hours === undefined ? {} : { limit: { amount: hours, unit: 'hours' } }),
});
