import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { SIGNALS, type Actor } from '@yiwang/contracts/case-flow';
import { resetPointsOf, type ActBehind, type PassedEvent, type ResetPoint } from '@yiwang/domain/interventions';
import { isEngineAway } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';
import { instantOf, subjectOf, typeOf, type HistoryEvent } from './read-events.js';

/** The run of a workflow that is its newest, with the points to which it can go back. */
export interface RunPoints {
  runId: string;
  isRunning: boolean;
  /** The newest first; none of a run that has ended. */
  points: ResetPoint[];
}

type Converter = Client['options']['loadedDataConverter'];

/** Somebody waits before a page. */
const PATIENCE_MS = 6_000;

/** Another workflow or an activity is asked, or answers. */
const REACHED = /^(StartChildWorkflow|ChildWorkflow|SignalExternalWorkflow|ExternalWorkflow|RequestCancelExternalWorkflow|ActivityTask)/;
/** What a person understands as having happened last. */
const TOLD = /^(WorkflowExecution(Started|Signaled|UpdateAccepted|UpdateCompleted|CancelRequested)|TimerFired|StartChildWorkflow|ChildWorkflow|SignalExternalWorkflow|ExternalWorkflow|RequestCancelExternal|ActivityTask)/;

/** @throws AppError CASE_NOT_FOUND for a workflow that the engine does not know, ENGINE_UNAVAILABLE */
export async function readResetPoints(client: Client, workflowId: string): Promise<RunPoints> {
  try {
    return await client.withDeadline(Date.now() + PATIENCE_MS, async () => {
      const { runId, status } = await client.workflow.getHandle(workflowId).describe();
      if (status.name !== 'RUNNING') return { runId, isRunning: false, points: [] };
      const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      return { runId, isRunning: true, points: resetPointsOf(await passedEvents(events ?? [], client.options.loadedDataConverter)) };
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new AppError('CASE_NOT_FOUND', { field: 'workflowId', value: workflowId });
    throw isEngineAway(error) ? new AppError('ENGINE_UNAVAILABLE') : error;
  }
}

/** The point that somebody chose, as it is now; none where the run is another by now, or it is no point any more. @throws AppError as above */
export async function chosenPoint(client: Client, { workflowId, runId, eventId }: { workflowId: string; runId: string; eventId: number }): Promise<ResetPoint | undefined> {
  const now = await readResetPoints(client, workflowId);
  return now.runId === runId ? now.points.find((point) => point.eventId === eventId) : undefined;
}

/** What a reset asks of a history. A decision that was carried out again before stands in it as admitted first, then as accepted. */
export async function passedEvents(events: readonly HistoryEvent[], converter: Converter): Promise<PassedEvent[]> {
  const requests = new Map<string, Request>();
  for (const { workflowExecutionUpdateAdmittedEventAttributes: admitted } of events) {
    const id = admitted?.request?.meta?.updateId;
    if (id && admitted?.request) requests.set(id, admitted.request);
  }
  return Promise.all(events.map((event) => passed(event, requests, converter)));
}

type Request = NonNullable<NonNullable<HistoryEvent['workflowExecutionUpdateAdmittedEventAttributes']>['request']>;

async function passed(event: HistoryEvent, requests: ReadonlyMap<string, Request>, converter: Converter): Promise<PassedEvent> {
  const type = typeOf(event);
  const at = instantOf(event.eventTime).toISOString();
  const act = await actOf(event, at, requests, converter);
  const subject = act?.name ?? subjectOf(event);
  const what = type === 'WorkflowTaskCompleted' ? 'wentOn' : REACHED.test(type) ? 'reached' : act ? 'act' : 'other';
  return { id: Number(event.eventId), at, what, told: TOLD.test(type) ? { type, subject } : null, ...(act && { act }) };
}

/** A decision that was accepted, or what a resident added; other signals come from workflows. */
async function actOf(event: HistoryEvent, at: string, requests: ReadonlyMap<string, Request>, converter: Converter): Promise<ActBehind | undefined> {
  const { workflowExecutionUpdateAcceptedEventAttributes: accepted, workflowExecutionSignaledEventAttributes: signal } = event;
  if (signal?.signalName === SIGNALS.residentAdded) return { id: `signal:${String(event.eventId)}`, name: signal.signalName, at, by: { kind: 'resident', subject: null } };
  if (!accepted) return undefined;
  const id = accepted.acceptedRequest?.meta?.updateId || accepted.protocolInstanceId || '';
  const request = accepted.acceptedRequest ?? requests.get(id);
  const by = (await actorOf(request, converter)) ?? actorIn(id);
  return by.kind === 'system' ? undefined : { id, name: request?.input?.name ?? id.split(':', 1)[0] ?? '', at, by };
}

/** Null where what was said cannot be opened any more. */
async function actorOf(request: Request | undefined, converter: Converter): Promise<ActBehind['by'] | null> {
  try {
    const [said] = (await decodeArrayFromPayloads(converter, request?.input?.args?.payloads)) as [{ actor?: Actor }?];
    return said?.actor ? { kind: said.actor.kind, subject: said.actor.subject ?? null } : null;
  } catch {
    return null;
  }
}

/** The id of a decision names whoever decided (`updateIdOf`). */
function actorIn(updateId: string): ActBehind['by'] {
  const who = updateId.split(':')[1] ?? '';
  if (who === 'resident' || who === 'system' || who === 'client') return { kind: who, subject: null };
  return { kind: 'person', subject: who === '' || who === 'person' ? null : who };
}
