import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import { encodeToPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { SIGNALS, type CaseStep, type LedgerEntry, type Notice } from '@yiwang/contracts/case-flow';
import { lifecycleWorkflowId } from '@yiwang/contracts/engine';
import { interventionKey, type CaseIntervention } from '@yiwang/contracts/interventions';
import { entriesThatEnd } from '@yiwang/domain/interventions';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { BusinessTime } from '../business-time.js';
import { Calendars } from '../calendar/calendars.js';
import { StepRecorder } from '../course/step-recorder.js';
import { runsOf, type KeptRun } from '../projection/case-runs.js';
import { endedWith } from '../projection/recorded-steps.js';
import { actorOf } from './acting.js';
import { markOf, type KnownCase, type KnownCases } from './known-cases.js';

const LEDGER = 'select entry from clock_entry where case_number = $1 order by seq';
const MEMBERS = 'select number from case_file where merged_into = $1 and closed_at is null';
const ENDED = `
select c.closed_as = 'terminated' and c.stage = 'closed' and not exists (
  select from task t where t.case_number = c.number and t.state in ('open', 'accepted')) as stands
from case_file c where c.number = $1`;

/**
 * Ends a case from outside (终止), the last resort. Its workflow cannot record a step any more: the step goes to the engine
 * with the end itself, encrypted as everything that is said to a workflow, so that the engine still knows all that PostgreSQL
 * has, and a projection is rebuilt with it.
 */
export class Terminating {
  private readonly recorder: StepRecorder;
  private readonly calendars: Calendars;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly known: KnownCases,
    private readonly time: BusinessTime,
  ) {
    this.recorder = new StepRecorder(dataSource);
    this.calendars = new Calendars(dataSource, Calendars.WORKER_REMEMBERS_MS);
  }

  /**
   * Returns once none of its workflows runs and the case stands closed.
   * @throws AppError INTERVENTION_CASE_CHANGED, CASE_CAN_ESCALATE where its workflows answer after all, or the refusal of the
   *   rules; anything else another try may mend.
   */
  async terminate(one: CaseIntervention): Promise<void> {
    const step = (await this.endedBefore(one)) ?? (await this.end(one));
    // The lifecycle first: one that still answered would take the end of its path for its own affair.
    for (const run of await this.openPaths(one.number)) await this.terminateRun(run, one);
    await this.recorder.recordStep(step);
    await this.freeMembers(one.number);
    if (!(await this.isOver(one.number))) throw new Error(`${one.number} does not stand terminated yet`);
  }

  /** What an earlier try of this intervention ended it with. @throws AppError INTERVENTION_CASE_CHANGED where it ended otherwise */
  private async endedBefore({ id, number }: CaseIntervention): Promise<CaseStep | null> {
    const { status, runId } = await this.lifecycle(number);
    if (status.name === 'RUNNING') return null;
    const steps = status.name === 'TERMINATED' ? await endedWith(this.client, { workflowId: lifecycleWorkflowId(number), runId }) : [];
    const mine = steps.find(({ stepId }) => stepId === stepIdOf(id, number));
    if (mine === undefined) throw new AppError('INTERVENTION_CASE_CHANGED');
    return mine;
  }

  private async end(one: CaseIntervention): Promise<CaseStep> {
    const found = (await this.known.of([one.number])).get(one.number);
    if (!found) throw new AppError('CASE_NOT_FOUND', { value: one.number });
    const { position, verdict } = this.known.verdict(one.kind, one.by, found, one.parameters);
    if (!verdict.ok) throw new AppError(verdict.code, verdict.details);
    if (markOf(found, verdict) !== one.mark) throw new AppError('INTERVENTION_CASE_CHANGED');
    if (!found.facts.isReferred && !(await this.isStuck(one.number))) throw new AppError('CASE_CAN_ESCALATE', { expected: '其流程已恢复，按正常程序办理 / its workflow answers again: go on as usual' });
    const at = this.time.now().toISOString();
    const ledger = await this.ledgerOf(one.number);
    const ending = entriesThatEnd(ledger, await this.calendars.inForce(found.countyCode), at);
    const clock = ending.map((entry, index) => ({ seq: ledger.length + index + 1, entry }));
    const step = terminatingStep(one, found, { at, clock, actor: actorOf(one, position) });
    const { runId } = await this.lifecycle(one.number);
    await this.terminateRun({ workflowId: lifecycleWorkflowId(one.number), runId }, one, step);
    return step;
  }

  private async terminateRun({ workflowId, runId }: Pick<KeptRun, 'workflowId' | 'runId'>, { id, number }: CaseIntervention, step?: CaseStep): Promise<void> {
    const { loadedDataConverter, namespace } = this.client.options;
    await this.client.workflowService.terminateWorkflowExecution({
      ...{ namespace, workflowExecution: { workflowId, runId }, identity: 'yiwang-interventions' },
      // Reasons stand unencrypted in the engine: the words of whoever ended it do not belong there.
      reason: interventionKey(id, number),
      ...(step && { details: { payloads: await encodeToPayloads(loadedDataConverter, step) } }),
    });
  }

  private lifecycle(number: string): Promise<WorkflowExecutionDescription> {
    return this.client.workflow.getHandle(lifecycleWorkflowId(number)).describe();
  }

  private async openPaths(number: string): Promise<KeptRun[]> {
    return (await runsOf(this.client, number)).filter(({ workflowId, isOpen }) => isOpen && workflowId !== lifecycleWorkflowId(number));
  }

  /** Asked of the engine itself: whether a workflow task of the case is being tried again. */
  private async isStuck(number: string): Promise<boolean> {
    const paths = (await this.openPaths(number)).map(({ workflowId, runId }) => this.client.workflow.getHandle(workflowId, runId).describe());
    const all = await Promise.all([this.lifecycle(number), ...paths]);
    return all.some(({ raw }) => (raw.pendingWorkflowTask?.attempt ?? 0) > 1);
  }

  private async ledgerOf(number: string): Promise<LedgerEntry[]> {
    const rows = await asSystem('watch', () => this.dataSource.query<{ entry: LedgerEntry }[]>(LEDGER, [number]));
    return rows.map(({ entry }) => entry);
  }

  /** Those that waited for its answer go their own ways; one that has ended needs no telling. */
  private async freeMembers(number: string): Promise<void> {
    const members = await asSystem('watch', () => this.dataSource.query<{ number: string }[]>(MEMBERS, [number]));
    for (const member of members) {
      const handle = this.client.workflow.getHandle(lifecycleWorkflowId(member.number));
      await handle.signal(SIGNALS.groupAnswered, { leadingCase: number }).catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
    }
  }

  /** Read back from both. */
  private async isOver(number: string): Promise<boolean> {
    const [{ status }, paths, rows] = await Promise.all([
      this.lifecycle(number),
      this.openPaths(number),
      asSystem('watch', () => this.dataSource.query<{ stands: boolean }[]>(ENDED, [number])),
    ]);
    return status.name === 'TERMINATED' && paths.length === 0 && rows[0]?.stands === true;
  }
}

const stepIdOf = (id: string, number: string): string => `${lifecycleWorkflowId(number)}#terminated:${id}`;

/** Closed, its tasks cancelled and its clocks stopped; whoever reported it and those whose tasks end are told. */
export function terminatingStep(
  { id, number, reason }: Pick<CaseIntervention, 'id' | 'number' | 'reason'>,
  { countyCode, tasks }: Pick<KnownCase, 'countyCode' | 'tasks'>,
  { at, clock, actor }: Pick<CaseStep, 'at' | 'clock' | 'actor'>,
): CaseStep {
  const data = { caseNumber: number };
  const holders = tasks.map(({ roles, areaCode, unitCode, subjects }): Notice['to'] => ({
    ...{ kind: 'position', roles, areaCode },
    ...(unitCode === null ? {} : { unitCode }),
    ...(subjects?.length ? { subjects } : {}),
  }));
  const to: Notice['to'][] = [{ kind: 'reporter' }, ...new Map(holders.map((one) => [JSON.stringify(one), one])).values()];
  return {
    ...{ caseNumber: number, countyCode, stepId: stepIdOf(id, number), at, actor },
    cause: { operation: 'startIntervention', updateId: interventionKey(id, number) },
    patch: { stage: 'closed', closedAt: at, closedAs: 'terminated', paused: null, reviewAt: null },
    timeline: [{ type: 'closed', text: reason, data: { stage: 'closed', closedAs: 'terminated' } }],
    ...{ openedTasks: [], changedTasks: [], cancelOpenTasks: true, clock },
    notices: to.map((recipient) => ({ type: 'caseTerminated', to: recipient, data })),
  };
}
