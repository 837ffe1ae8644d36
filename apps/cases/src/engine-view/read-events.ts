import type { WorkflowHandle } from '@temporalio/client';

export type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];
type Failure = NonNullable<NonNullable<HistoryEvent['activityTaskFailedEventAttributes']>['failure']>;

/** One event of a workflow's history, without what was said in it: payloads are encrypted, and stay so. */
export interface ReadEvent {
  id: string;
  at: Date;
  /** The engine's own name, as `ActivityTaskScheduled`. */
  type: string;
  /** Which step, decision, signal, path or timer it is about. */
  subject: string | null;
  attempt: number | null;
  /** Kind of a failure, never its message: that may quote what was to be written. */
  failure: string | null;
  /** The event as the engine has it, but for its contents and whoever decided. */
  raw: string;
}

/** Attributes of an event by which it tells what it is about; the first that it has counts. */
const NAMES = ['activityType', 'workflowType', 'signalName', 'timerId'] as const;
/** What of an event's attributes is shown. Ids of decisions name whoever decided, and contents stay encrypted: neither is among it. */
const SHOWN = new Set([
  ...['activityId', 'activityType', 'attempt', 'scheduledEventId', 'startedEventId', 'initiatedEventId', 'acceptedEventId', 'workflowTaskCompletedEventId'],
  ...['timerId', 'startToFireTimeout', 'scheduleToCloseTimeout', 'scheduleToStartTimeout', 'startToCloseTimeout', 'heartbeatTimeout', 'workflowTaskTimeout', 'workflowRunTimeout', 'workflowExecutionTimeout'],
  ...['workflowExecution', 'parentWorkflowExecution', 'workflowId', 'runId', 'workflowType', 'signalName', 'markerName', 'taskQueue', 'name', 'cause', 'retryState', 'timeoutType'],
  ...['newExecutionRunId', 'continuedExecutionRunId', 'firstExecutionRunId', 'originalExecutionRunId', 'historySizeBytes'],
]);

/** Puts events into words' reach; `before` is all of the history up to them, for whom an event refers to. */
export function readEvents(events: readonly HistoryEvent[], before: readonly HistoryEvent[] = events): ReadEvent[] {
  const known = new Map(before.map((event) => [String(event.eventId), event]));
  return events.map((event) => readEvent(event, known));
}

function readEvent(event: HistoryEvent, known: ReadonlyMap<string, HistoryEvent>): ReadEvent {
  const attributes = attributesOf(event);
  const failure = (attributes.failure ?? null) as Failure | null;
  const begunBy = ['scheduledEventId', 'initiatedEventId', 'acceptedEventId'].map((name) => attributes[name]).find((id) => id != null && String(id) !== '0');
  return {
    id: String(event.eventId),
    at: instantOf(event.eventTime),
    type: typeOf(event),
    subject: subjectOf(event) ?? (begunBy == null ? null : subjectOf(known.get(String(begunBy)))),
    attempt: typeof attributes.attempt === 'number' ? attributes.attempt : null,
    failure: failure === null ? null : kindOfFailure(failure),
    raw: JSON.stringify({ eventId: String(event.eventId), eventType: typeOf(event), ...(shownOf(attributes) as object) }, null, 2),
  };
}

/** The event's own attributes: the one field of it that is an object of the kind. */
export function attributesOf(event: HistoryEvent): Record<string, unknown> {
  const [, attributes] = Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value != null) ?? [];
  return (attributes ?? {}) as Record<string, unknown>;
}

export function typeOf(event: HistoryEvent): string {
  const [name] = Object.entries(event).find(([key, value]) => key.endsWith('EventAttributes') && value != null) ?? ['unknown'];
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/EventAttributes$/, '');
}

export function subjectOf(event: HistoryEvent | undefined): string | null {
  if (event === undefined) return null;
  const attributes = attributesOf(event);
  const update = (attributes.acceptedRequest ?? attributes.request) as { input?: { name?: string | null } | null } | null | undefined;
  if (update?.input?.name) return update.input.name;
  for (const name of NAMES) {
    const value = attributes[name] as string | { name?: string } | null | undefined;
    const said = typeof value === 'object' ? value?.name : value;
    if (said) return said;
  }
  return null;
}

/** The type of an application's failure, or which kind of failure the engine calls it. */
export function kindOfFailure(failure: Failure): string {
  const { applicationFailureInfo, timeoutFailureInfo, canceledFailureInfo, terminatedFailureInfo, cause } = failure;
  if (applicationFailureInfo) return applicationFailureInfo.type || 'Error';
  if (timeoutFailureInfo) return 'Timeout';
  if (canceledFailureInfo) return 'Cancelled';
  if (terminatedFailureInfo) return 'Terminated';
  return cause ? kindOfFailure(cause) : 'Error';
}

interface ProtoTime {
  seconds?: unknown;
  nanos?: number | null;
}
const msOf = ({ seconds, nanos }: ProtoTime): number => Number(seconds ?? 0) * 1_000 + Math.floor((nanos ?? 0) / 1e6);
/** Protocol buffers count seconds as a 64-bit number. */
export const instantOf = (at: ProtoTime | null | undefined): Date => new Date(msOf(at ?? {}));

/** Names, numbers, instants and spans. */
function shownOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('low' in value && 'high' in value) return String(value);
  if ('seconds' in value) return `${msOf(value as ProtoTime) / 1_000} s`;
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (SHOWN.has(name) && one != null ? [[name, shownOf(one)]] : [])));
}

/** Timers that were set and neither rang nor were cancelled, with when they ring. */
export function timersOf(events: readonly HistoryEvent[]): { id: string; at: Date }[] {
  const over = new Set<string>();
  for (const { timerFiredEventAttributes: fired, timerCanceledEventAttributes: cancelled } of events) {
    const id = fired?.startedEventId ?? cancelled?.startedEventId;
    if (id != null) over.add(String(id));
  }
  return events.flatMap(({ eventId, eventTime, timerStartedEventAttributes: set }) => {
    if (!set || over.has(String(eventId))) return [];
    return [{ id: set.timerId ?? '', at: new Date(msOf(eventTime ?? {}) + msOf(set.startToFireTimeout ?? {})) }];
  });
}
