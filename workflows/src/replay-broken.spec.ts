import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { historyFromPlain, quietRuntime } from '@yiwang/testing/time-skipping';

interface Recorded {
  workflowId: string;
  history: { events: Record<string, unknown>[] };
}
type Concerns = (recorded: Recorded) => boolean;

interface Breakage {
  /** The end of the file's name. */
  file: RegExp;
  from: string;
  to: string;
  /** Which histories pass through it: those of cases in which a step was recorded, unless said otherwise. */
  of?: Concerns;
}

/** Patrols, accountability and interventions record in ways of their own. */
const ownerOf = ({ workflowId }: Recorded): string => /^(accountability|patrol|intervention)/.exec(workflowId)?.[1] ?? 'case';
const areOf = (owner: string): Concerns => (recorded) => ownerOf(recorded) === owner;
const says = (word: string): Concerns => ({ history }) => JSON.stringify(history).includes(word);
/** The engine keeps a patch as Base64. */
const wasPatched = (id: string): Concerns => says(Buffer.from(JSON.stringify({ id, deprecated: false })).toString('base64'));
/** A path that was left at once has no step. */
const hasSteps: Concerns = (recorded) => areOf('case')(recorded) && says('markerRecordedEventAttributes')(recorded);

/** What a careless change could do. The pieces stand in code that every history concerned passes through. */
const BREAKAGES: Record<string, Breakage> = {
  'a wait before each step': {
    file: /recording\/record\.ts$/,
    from: 'const standsAt = ((await',
    to: `await (await import('@temporalio/workflow')).sleep(1);\n  const standsAt = ((await`,
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
    of: areOf('accountability'),
  },
  'a wait before each state of an intervention': {
    file: /bulk-intervention\.workflow\.ts$/,
    from: 'bulk.state = state;',
    to: 'await condition(() => false, 1);\n  bulk.state = state;',
    of: areOf('intervention'),
  },
  'a path that is left by another way, without its patch': {
    file: /run-path\.ts$/,
    from: `if (patched('2026-11-leave-any-run')) `,
    to: '',
    of: wasPatched('2026-11-leave-any-run'),
  },
  'orders that say no longer who issued them': {
    file: /supervision\.ts$/,
    from: ` && goesBy(course.input, '2026-11-issuers')`,
    to: ' && false',
    of: (recorded) => says('"interveneCase"')(recorded) && says('NOT_FROM_ABOVE')(recorded),
  },
  'urging that does not ask whether somebody has spoken': {
    file: /case-lifecycle\/urging\.ts$/,
    from: '(await firstResponseAt(course.caseNumber)) !== null',
    to: 'false',
    of: says('"urgeCase"'),
  },
  'a wait before each word from above': {
    file: /intervention\/intervene\.ts$/,
    from: 'ready: ({ act }) => (lacksCalendar(course, act) ? haveCalendar(course) : Promise.resolve()),',
    to: `ready: async () => (await import('@temporalio/workflow')).sleep(1),`,
    of: says('"interveneCase"'),
  },
};

/** Where a broken command comes after a timer the native core gives up on the history before it names the cause. */
const REFUSED = /^(DeterminismViolationError|ReplayError)$/;

const folder = new URL('../histories/', import.meta.url);
const recorded = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded);
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

describe('a workflow broken on purpose', () => {
  beforeAll(() => quietRuntime());

  it.each(Object.entries(BREAKAGES))('is refused by every history: %s', async (_, breakage) => {
    const workflowBundle = await bundleBroken(breakage);
    const concerned = recorded.filter(breakage.of ?? hasSteps);
    expect(concerned.length).toBeGreaterThan(0);
    for (const { workflowId, history } of concerned) {
      const replay = Worker.runReplayHistory({ workflowBundle }, historyFromPlain({ ...history }), workflowId);
      await expect(replay).rejects.toMatchObject({ name: expect.stringMatching(REFUSED) });
    }
  }, 180_000);
});
