import { WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { AppError } from '../errors/index.js';
import { connectEngine, engineError, isEngineAway, refusalOf } from './index.js';

const failed = (cause: Error): WorkflowUpdateFailedError => new WorkflowUpdateFailedError('update failed', cause);
const refused = (type: string, ...details: unknown[]): ApplicationFailure =>
  ApplicationFailure.create({ type, details, nonRetryable: true });

describe('what a failed call to the engine means', () => {
  it('is the refusal that the workflow gave, with its details', () => {
    const refusal = refusalOf(failed(refused('STAGE_REFUSES', { actual: 'closed' })));
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'STAGE_REFUSES', details: { actual: 'closed' } });
  });

  it.each([
    ['no details', refused('TASK_CLOSED')],
    ['details that are no object', refused('TASK_CLOSED', 'because')],
    ['a list of details', refused('TASK_CLOSED', ['because'])],
  ])('has no details when the workflow sent %s', (_, cause) => {
    expect(refusalOf(failed(cause))).toMatchObject({ code: 'TASK_CLOSED', details: {} });
  });

  it('is no refusal when the type is not one of our codes', () => {
    expect(refusalOf(failed(refused('TypeError')))).toBeNull();
    expect(refusalOf(failed(refused('toString')))).toBeNull();
    expect(refusalOf(new Error('x'))).toBeNull();
    expect(refusalOf(undefined)).toBeNull();
  });

  it.each([
    [4, true],
    [8, true],
    [14, true],
    [5, false],
    [3, false],
  ])('with gRPC code %i: engine away is %s', (code, away) => {
    const grpc = Object.assign(new Error('grpc'), { code, details: '', metadata: {} });
    expect(isEngineAway(new Error('wrapped', { cause: grpc }))).toBe(away);
  });

  it('is an engine that is away when an Update timed out', () => {
    const error = new WorkflowUpdateRPCTimeoutOrCancelledError('timeout');
    expect(isEngineAway(error)).toBe(true);
    expect(engineError(error)).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  it('stays what it was when it is neither', () => {
    const error = new Error('a bug');
    expect(engineError(error)).toBe(error);
  });
});

describe('a client while Temporal is away', () => {
  it('is there at once, fails soon and says that the engine is away', async () => {
    const codecKeys = `test:${Buffer.alloc(32, 1).toString('base64')}`;
    const client = connectEngine({ address: '127.0.0.1:9', namespace: 'default', codecKeys });
    const begun = Date.now();
    const error = await client.workflow.start('caseLifecycle', { taskQueue: 'cases', workflowId: 'x' }).catch((e) => e);
    expect(isEngineAway(error)).toBe(true);
    expect(Date.now() - begun).toBeLessThan(5_000);
    await client.connection.close();
  });
});
