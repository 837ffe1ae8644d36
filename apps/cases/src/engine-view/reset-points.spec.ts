import { defaultFailureConverter, defaultPayloadConverter, toPayloads, type LoadedDataConverter } from '@temporalio/common';
import { resetPointsOf } from '@yiwang/domain/interventions';
import type { HistoryEvent } from './read-events.js';
import { passedEvents } from './reset-points.js';

const CONVERTER: LoadedDataConverter = { payloadConverter: defaultPayloadConverter, failureConverter: defaultFailureConverter, payloadCodecs: [] };
/** What nobody can open any more. */
const SHUT: LoadedDataConverter = {
  ...CONVERTER,
  payloadCodecs: [{ encode: (payloads) => Promise.resolve(payloads), decode: () => Promise.reject(new Error('no key')) }],
};

const history = (...attributes: Record<string, unknown>[]): HistoryEvent[] =>
  attributes.map((one, i) => ({ eventId: i + 1, eventTime: { seconds: 1_781_000_000 + i, nanos: 0 }, ...one }) as unknown as HistoryEvent);

const begun = { workflowExecutionStartedEventAttributes: { workflowType: { name: 'villageDirect' } } };
const wentOn = { workflowTaskCompletedEventAttributes: {} };
const said = (name: string, updateId: string, actor: object) => ({ meta: { updateId }, input: { name, args: { payloads: toPayloads(defaultPayloadConverter, { actor }) } } });
const accepted = (name: string, updateId: string, actor: object) => ({ workflowExecutionUpdateAcceptedEventAttributes: { protocolInstanceId: updateId, acceptedRequest: said(name, updateId, actor) } });
const signalled = (signalName: string) => ({ workflowExecutionSignaledEventAttributes: { signalName } });
const LI = { kind: 'person', subject: 'li' };

describe('reading the points to which a workflow can go back', () => {
  const read = async (events: HistoryEvent[], converter = CONVERTER) => resetPointsOf(await passedEvents(events, converter));
  const behindFirst = async (events: HistoryEvent[], converter = CONVERTER) => (await read(events, converter)).at(-1)?.acts.map(({ name, by }) => [name, by.kind, by.subject]);

  it('names who decided what after each point, as it was said to the workflow', async () => {
    const events = history(begun, wentOn, accepted('acceptTask', 'acceptTask:li:k1', LI), wentOn, accepted('rateCase', 'rateCase:resident:k2', { kind: 'resident' }));
    const [latest, first] = await read(events);
    expect(latest).toMatchObject({ eventId: 4, after: { type: 'WorkflowExecutionUpdateAccepted', subject: 'acceptTask' }, acts: [{ id: 'rateCase:resident:k2', name: 'rateCase', by: { kind: 'resident', subject: null } }] });
    expect(first).toMatchObject({ eventId: 2, after: { type: 'WorkflowExecutionStarted', subject: 'villageDirect' } });
    expect(first?.acts.map(({ by }) => by.subject)).toEqual(['li', null]);
  });

  it('counts what a resident added, and neither what other workflows say nor what the system decided by itself', async () => {
    const events = history(begun, wentOn, signalled('residentAdded'), signalled('pathMoved'), accepted('groupMember', 'groupMember:system:k', { kind: 'system' }));
    expect(await behindFirst(events)).toEqual([['residentAdded', 'resident', null]]);
  });

  it('knows an act that was carried out again before, from where it was let in', async () => {
    const again = { workflowExecutionUpdateAdmittedEventAttributes: { request: said('handUpTask', 'handUpTask:li:k3', LI) } };
    const events = history(begun, wentOn, again, { workflowExecutionUpdateAcceptedEventAttributes: { protocolInstanceId: 'handUpTask:li:k3', acceptedRequest: null } });
    expect(await behindFirst(events)).toEqual([['handUpTask', 'person', 'li']]);
  });

  it('takes whoever decided from the decision’s id where what was said cannot be opened', async () => {
    const events = history(begun, wentOn, accepted('acceptTask', 'acceptTask:li:k1', LI), accepted('rateCase', 'rateCase:resident:k2', {}));
    expect(await behindFirst(events, SHUT)).toEqual([['acceptTask', 'person', 'li'], ['rateCase', 'resident', null]]);
  });

  it.each([
    ['a path was asked for', { startChildWorkflowExecutionInitiatedEventAttributes: {} }],
    ['a path has ended', { childWorkflowExecutionCompletedEventAttributes: {} }],
    ['another workflow was told', { signalExternalWorkflowExecutionInitiatedEventAttributes: {} }],
    ['another workflow has heard', { externalWorkflowExecutionSignaledEventAttributes: {} }],
    ['another workflow was to stop', { requestCancelExternalWorkflowExecutionInitiatedEventAttributes: {} }],
  ])('has none from before %s', async (_what, event) => {
    expect((await read(history(begun, wentOn, event, wentOn))).map(({ eventId }) => eventId)).toEqual([4]);
  });
});
