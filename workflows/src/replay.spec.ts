import { readdirSync, readFileSync } from 'node:fs';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleFromSources, historyFromPlain, quietRuntime } from '@yiwang/testing/time-skipping';

const folder = new URL('../histories/', import.meta.url);
const recorded = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('replaying recorded histories', () => {
  let workflowBundle: WorkflowBundleWithSourceMap;
  beforeAll(async () => {
    quietRuntime();
    workflowBundle = await bundleFromSources();
  }, 120_000);

  it('has histories to replay', () => expect(recorded.length).toBeGreaterThan(0));

  it.each(recorded)('%s takes the same course', async (file) => {
    const { workflowId, history } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
      workflowId: string;
      history: Record<string, unknown>;
    };
    const replay = Worker.runReplayHistory({ workflowBundle }, historyFromPlain(history), workflowId);
    await expect(replay).resolves.toBeUndefined();
  });
});
