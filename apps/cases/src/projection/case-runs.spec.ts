import { withoutLeft, type KeptRun } from './case-runs.js';

const run = (runId: string, minute: number, over: Partial<KeptRun> = {}): KeptRun => ({
  ...{ workflowId: '990121-20260610-000001', runId, firstRunId: runId, startedAt: new Date(Date.UTC(2026, 5, 10, 8, minute)).toISOString(), isOpen: false, isTerminated: false },
  ...over,
});
const kept = (...runs: KeptRun[]): [string, string][] => withoutLeft(runs).map(({ runId, firstRunId }) => [runId, firstRunId]);

describe('the runs of which a case is made', () => {
  it('are not those that were left when the workflow went back to a point; the next one is whole', () => {
    expect(kept(run('a', 1, { isTerminated: true }), run('b', 2, { isOpen: true, firstRunId: 'a' }))).toEqual([['b', 'b']]);
    expect(kept(run('c', 3, { isOpen: true, firstRunId: 'a' }), run('b', 2, { isTerminated: true, firstRunId: 'a' }), run('a', 1, { isTerminated: true }))).toEqual([['c', 'c']]);
  });

  it('keep what was continued before, and what began the run that was left', () => {
    expect(kept(run('a', 1), run('b', 2, { isTerminated: true, firstRunId: 'a' }), run('c', 3, { isOpen: true, firstRunId: 'a' }))).toEqual([['a', 'a'], ['c', 'a']]);
  });

  it('are also one that was ended and followed by none, and those of other workflows', () => {
    expect(kept(run('a', 1, { isTerminated: true }), run('p', 2, { workflowId: '990121-20260610-000001/villageDirect/1' }))).toEqual([['a', 'a'], ['p', 'p']]);
  });
});
