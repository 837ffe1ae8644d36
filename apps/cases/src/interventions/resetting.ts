import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { interventionKey, type CaseIntervention, type ChosenReset } from '@yiwang/contracts/interventions';
import { businessAt } from '@yiwang/domain/time';
import { recordAudit } from '@yiwang/platform/audit';
import { AppError } from '@yiwang/platform/errors';
import { enqueue, type NotificationRecipient } from '@yiwang/platform/notification';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { BusinessTime } from '../business-time.js';
import { STEP_LOST } from '../course/note-doubt.sql.js';
import { typeOf, type HistoryEvent } from '../engine-view/read-events.js';
import { chosenPoint } from '../engine-view/reset-points.js';
import { ownSchema } from '../schema.js';
import { TELL } from '../stuck/repairs.service.js';
import { markOf, type KnownCase, type KnownCases } from './known-cases.js';

/** The workflow goes on, and takes up again what people did, within this time, or the try counts as failed. */
const LOOK_MS = 20_000;
const LOOK_EVERY_MS = 500;

/** Of `temporal.api.enums.v1.ResetReapplyType`: decisions and signals that came after the point are carried out again. */
const ALL_ELIGIBLE = 3;

const TOLD = `select 1 from timeline_entry where case_number = $1 and type = 'repaired' and data->>'intervention' = $2`;

/**
 * Lets one workflow of a case go back to a point and on from there, by the engine's own reset. The engine's answer to a
 * request that is repeated cannot be relied on, so the new run is known by the reason that stands in it: an intervention's
 * own key, for what somebody gave as theirs does not belong into the engine unencrypted.
 */
export class Resetting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly known: KnownCases,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Returns once the new run goes on and has taken every act again; then what is recorded is compared.
   * @throws AppError INTERVENTION_CASE_CHANGED where it stands otherwise than it was chosen, or the refusal of the rules;
   *   anything else another try may mend.
   */
  async reset(one: CaseIntervention): Promise<void> {
    const { reset: chosen } = one.parameters;
    if (chosen === undefined) throw new AppError('RESET_POINT_GONE', { field: 'reset' });
    const found = (await this.known.of([one.number])).get(one.number);
    if (!found) throw new AppError('CASE_NOT_FOUND', { value: one.number });
    if ((await this.madeBy(one, chosen)) === null) await this.goBack(one, chosen, found);
    await this.tell(one, chosen, found);
    for (const until = Date.now() + LOOK_MS; ; await pause(LOOK_EVERY_MS)) {
      const events = await this.madeBy(one, chosen);
      if (events !== null && goesOn(events, chosen)) break;
      if (Date.now() > until) throw new Error(`${chosen.workflowId} does not go on yet`);
    }
    // Asked only now: a workflow that does not go on cannot say what it has recorded.
    await asSystem('steps', () => this.dataSource.query(STEP_LOST, [one.number, found.countyCode]));
  }

  private async goBack(one: CaseIntervention, chosen: ChosenReset, found: KnownCase): Promise<void> {
    const { verdict } = this.known.verdict(one.kind, one.by, found, one.parameters);
    if (!verdict.ok) throw new AppError(verdict.code, verdict.details);
    if (markOf(found, verdict) !== one.mark) throw new AppError('INTERVENTION_CASE_CHANGED');
    const point = await chosenPoint(this.client, chosen);
    // Whoever acted since the preview would not have been counted among those that are told.
    if (point?.acts.map(({ id }) => id).join() !== chosen.acts.map(({ id }) => id).join()) throw new AppError('INTERVENTION_CASE_CHANGED');
    const key = interventionKey(one.id, one.number);
    await this.client.workflowService.resetWorkflowExecution({
      namespace: this.client.options.namespace,
      workflowExecution: { workflowId: chosen.workflowId, runId: chosen.runId },
      // Protocol buffers count events in 64 bits and take a number for one.
      workflowTaskFinishEventId: chosen.eventId as never,
      ...{ requestId: key, reason: key, identity: 'yiwang-interventions', resetReapplyType: ALL_ELIGIBLE },
    });
  }

  /** What has happened in the newest run since this intervention let it go back; null where it did not. */
  private async madeBy({ id, number }: CaseIntervention, { workflowId }: ChosenReset): Promise<HistoryEvent[] | null> {
    const { runId } = await this.client.workflow.getHandle(workflowId).describe();
    const events = (await this.client.workflow.getHandle(workflowId, runId).fetchHistory()).events ?? [];
    return sinceReset(events, interventionKey(id, number));
  }

  /** On the timeline, in the audit, and to everybody whose act is carried out again. Once. */
  private async tell({ id, number, reason, by, kind, parameters }: CaseIntervention, chosen: ChosenReset, found: KnownCase): Promise<void> {
    const { position } = this.known.verdict(kind, by, found, parameters);
    const backAt = new Date(businessAt(this.time.map, Date.parse(chosen.at))).toISOString();
    await asSystem('steps', () =>
      this.dataSource.transaction(async (manager) => {
        if ((await manager.query<unknown[]>(TOLD, [number, id])).length > 0) return;
        const data = { act: kind, count: chosen.acts.length, intervention: id };
        await manager.query(TELL, [number, found.countyCode, this.time.now(), by.subject, position?.role ?? null, reason, JSON.stringify(data)]);
        const target = { type: 'case', id: number, countyCode: found.countyCode };
        const details = { ...data, workflowId: chosen.workflowId, runId: chosen.runId, eventId: chosen.eventId };
        await recordAudit(manager, { operation: 'startIntervention', caller: { kind: 'person', subject: by.subject }, target, positions: position ? [position.id] : [], details });
        for (const [who, { to, count }] of actorsOf(chosen)) {
          const notice = { type: 'actsRepeated' as const, to, caseNumber: number, data: { caseNumber: number, backAt, count } };
          await enqueue(manager, ownSchema.schema, { ...notice, dedupeKey: `${interventionKey(id, number)}:${who}` });
        }
      }),
    );
  }
}

/** What stands in a history behind the reset that was made with this key; null where none was. */
export function sinceReset(events: readonly HistoryEvent[], key: string): HistoryEvent[] | null {
  const at = events.findLastIndex(({ workflowTaskFailedEventAttributes: failed }) => failed?.failure?.resetWorkflowFailureInfo != null && (failed.failure.message ?? '').includes(key));
  return at === -1 ? null : events.slice(at + 1);
}

/** A workflow task went through again, and every decision that had come after the point was taken again, none refused. */
export function goesOn(events: readonly HistoryEvent[], { acts }: Pick<ChosenReset, 'acts'>): boolean {
  const taken = new Set(
    events.flatMap(({ workflowExecutionUpdateCompletedEventAttributes: done }) => (done?.outcome?.success && done.meta?.updateId ? [done.meta.updateId] : [])),
  );
  const wentOn = events.some((event) => typeOf(event) === 'WorkflowTaskCompleted');
  return wentOn && acts.every(({ id }) => id.startsWith('signal:') || taken.has(id));
}

/** Whoever acted after the point, once, with how often. A resident is told as the case's reporter. */
export function actorsOf({ acts }: Pick<ChosenReset, 'acts'>): Map<string, { to: NotificationRecipient; count: number }> {
  const actors = new Map<string, { to: NotificationRecipient; count: number }>();
  for (const { by } of acts) {
    const isReporter = by.kind === 'resident';
    if (by.kind === 'system' || (!isReporter && by.subject === null)) continue;
    const who = isReporter ? 'reporter' : (by.subject ?? '');
    const to: NotificationRecipient = isReporter ? { kind: 'reporter' } : { kind: 'person', subject: who };
    actors.set(who, { to, count: (actors.get(who)?.count ?? 0) + 1 });
  }
  return actors;
}
