import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { historyFromPlain, quietRuntime } from '@yiwang/testing/time-skipping';

interface Breakage {
  /** The end of the file's name. */
  file: RegExp;
  from: string;
  to: string;
  /** Whose histories pass through it: those of cases, unless said otherwise. */
  of?: 'accountability';
}

/** What a careless change could do. The pieces stand in code that every history passes through. */
const BREAKAGES: Record<string, Breakage> = {
  'a wait before each step': {
    file: /recording\/record\.ts$/,
    from: 'const standsAt = (await',
    to: `await (await import('@temporalio/workflow')).sleep(1);\n  const standsAt = (await`,
  },
  'steps that are no longer recorded': {
    file: /recording\/record\.ts$/,
    from: 'recordStep(step)',
    to: 'Promise.resolve(undefined)',
  },
  'steps recorded by another activity': {
    file: /recording\/record\.ts$/,
    from: 'recordStep(step)',
    to: 'firstResponseAt(step.caseNumber)',
  },
  'a wait before each state of a rectification': {
    file: /accountability\.workflow\.ts$/,
    from: 'const at = now(course);',
    to: 'await condition(() => false, 1);\n  const at = now(course);',
    of: 'accountability',
  },
};

/** Where a broken command comes after a timer the native core gives up on the history before it names the cause. */
const REFUSED = /^(DeterminismViolationError|ReplayError)$/;

interface Recorded {
  workflowId: string;
  history: { events: Record<string, unknown>[] };
}

const folder = new URL('../histories/', import.meta.url);
/** Those in which a step was recorded; a path that was left at once has none. */
const recorded = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded)
  .filter(({ history }) => history.events.some((event) => 'markerRecordedEventAttributes' in event));
const registry = fileURLToPath(new URL('./registry.ts', import.meta.url));
const loader = fileURLToPath(new URL('./replay-broken.loader.cjs', import.meta.url));

/** The workflows as they are but for one piece. */
const bundleBroken = ({ file, from, to }: Breakage) =>
  bundleWorkflowCode({
    workflowsPath: registry,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['source', '...'] },
      module: {
        ...config.module,
        rules: [...(config.module?.rules ?? []), { test: file, enforce: 'pre', use: [{ loader, options: { from, to } }] }],
      },
    }),
  });

/** Patrols and accountability record in ways of their own. */
const ownerOf = (workflowId: string): string => /^(accountability|patrol)/.exec(workflowId)?.[1] ?? 'case';

describe('a workflow broken on purpose', () => {
  beforeAll(() => quietRuntime());

  it.each(Object.entries(BREAKAGES))('is refused by every history: %s', async (_, breakage) => {
    const workflowBundle = await bundleBroken(breakage);
    const concerned = recorded.filter(({ workflowId }) => ownerOf(workflowId) === (breakage.of ?? 'case'));
    expect(concerned.length).toBeGreaterThan(0);
    for (const { workflowId, history } of concerned) {
      const replay = Worker.runReplayHistory({ workflowBundle }, historyFromPlain({ ...history }), workflowId);
      await expect(replay).rejects.toMatchObject({ name: expect.stringMatching(REFUSED) });
    }
  }, 180_000);
});
