import { randomUUID } from 'node:crypto';
import type { UpdateInputs, UpdateName } from '@yiwang/contracts/case-flow';
import { TASK_QUEUES, updateIdOf } from '@yiwang/contracts/engine';
import { connectEngine } from '@yiwang/platform/engine';
import { installRuntime, runWorker } from '@yiwang/platform/engine/worker';
import { createLogger } from '@yiwang/platform/logging';
import { PersonalData } from '@yiwang/platform/personal-data';
import { BusinessClock } from '@yiwang/platform/time';
import { doorTo, type Door } from '@yiwang/testing/door';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { bundleFromSources, startTimeSkipping } from '@yiwang/testing/time-skipping';
import { DataSource } from 'typeorm';
import { CaseEngine } from '../src/course/case-engine.js';
import { Relay } from '../src/course/relay.js';
import { StepRecorder } from '../src/course/step-recorder.js';
import { Intervening } from '../src/interventions/intervening.js';
import { KnownCases } from '../src/interventions/known-cases.js';
import { Retention } from '../src/personal-data/retention.js';
import { Policies } from '../src/policies/policies.js';
import { COUNTY, GRID, PAYLOAD_KEYS, PERSONAL_SETTINGS, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;

export interface OpenTask {
  id: string;
  version: number;
  kind: string;
  roles: string[];
  areaCode: string;
  round: number;
}

export interface EngineStand extends Stand {
  hotline: TokenWishes;
  /** The way to the engine: shut it and the engine is away. */
  door: Door;
  client: ReturnType<typeof connectEngine>;
  relay: Relay;
  /** A case of the hotline, written down and not yet started. */
  writtenCase(over?: object, as?: TokenWishes): Promise<{ number: string; pickupCode: string }>;
  /** A case whose workflow runs and has opened its first task. */
  runningCase(over?: object, as?: TokenWishes): Promise<{ number: string; pickupCode: string; task: OpenTask }>;
  /** The one open task of a case, as soon as it is recorded. */
  openTask(number: string): Promise<OpenTask>;
  /** What other services send to the lifecycle, as they do it. */
  decide<N extends UpdateName>(name: N, number: string, input: UpdateInputs[N]): Promise<unknown>;
  /** Lets time of the engine pass; whatever rings meanwhile rings. */
  pass(duration: `${number} ${'hours' | 'days'}`): Promise<void>;
  until<T>(look: () => Promise<T | undefined | null | false>): Promise<T>;
}

type Closers = (() => Promise<unknown>)[];
const closeAll = async (closers: Closers): Promise<void> => {
  for (const close of closers.reverse()) await close();
};

/** The cases service on a real engine whose time can jump, with the real workflows, recorder and relay. */
export async function engineStand(): Promise<EngineStand> {
  const closers: Closers = [];
  try {
    return await build(closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function build(closers: Closers): Promise<EngineStand> {
  installRuntime(createLogger('engine', 'silent'));
  const workflowBundle = await bundleFromSources();
  const environment = await startTimeSkipping();
  closers.push(() => environment.teardown());
  const door = await doorTo(environment.address);
  closers.push(() => door.close());
  const cases = await casesStand(door.address);
  closers.push(() => cases.close());
  const dataSource = cases.app.get(DataSource, { strict: false });
  const recorder = new StepRecorder(dataSource);
  const clock = new BusinessClock();
  const personal = PersonalData.with(dataSource, PERSONAL_SETTINGS);
  const policies = new Policies(dataSource, clock);
  const retention = new Retention(dataSource, personal, policies, clock, createLogger('retention', 'silent'));
  const client = connectEngine({ address: door.address, namespace: 'default', codecKeys: PAYLOAD_KEYS });
  const intervening = new Intervening(dataSource, client, new CaseEngine(client), new KnownCases(dataSource, policies, clock), clock);
  const worker = await runWorker({
    connection: environment.nativeConnection,
    namespace: 'default',
    taskQueue: TASK_QUEUES.cases,
    codecKeys: PAYLOAD_KEYS,
    workflowBundle,
    activities: { ...recorder.activities, ...retention.activities, ...intervening.activities },
  });
  closers.push(
    () => client.connection.close(),
    () => worker.stop(),
  );
  const relay = new Relay(dataSource, client, createLogger('relay', 'silent'));
  const hotline: TokenWishes = {
    subject: randomUUID(),
    username: 'service-account-hotline-12345',
    clientId: 'hotline-12345',
    roles: ['externalSystem'],
  };
  cases.positions.set(hotline.subject!, [{ id: 'hotline', role: 'externalSystem', areaCode: COUNTY, unitCode: null }]);

  async function until<T>(look: () => Promise<T | undefined | null | false>): Promise<T> {
    for (const begun = Date.now(); Date.now() - begun < 40_000; ) {
      const seen = await look();
      if (seen) return seen;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('What was waited for did not come');
  }
  const openTask = (number: string): Promise<OpenTask> =>
    until(async () => {
      const [task] = await cases.sql<OpenTask>(
        `select id, version, kind, roles, area_code as "areaCode", round from task
         where case_number = $1 and state in ('open', 'accepted')`,
        [number],
      );
      return task;
    });
  async function writtenCase(over: object = {}, as: TokenWishes = hotline) {
    const input = { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID, ...over };
    const { data, errors } = await cases.ask<{
      startCase: { case: { number: string }; pickupCode: string };
    }>(START, { input }, as);
    if (!data?.startCase) throw new Error(`The case was refused: ${JSON.stringify(errors)}`);
    return { number: data.startCase.case.number, pickupCode: data.startCase.pickupCode };
  }

  return {
    ...cases,
    hotline,
    door,
    client,
    relay,
    until,
    openTask,
    writtenCase,
    async runningCase(over, as) {
      const written = await writtenCase(over, as);
      while ((await relay.relayOnce()) > 0);
      return { ...written, task: await openTask(written.number) };
    },
    decide(name, number, input) {
      const updateId = updateIdOf(name, input.actor, input.idempotencyKey);
      return client.workflow.getHandle(number).executeUpdate(name, { args: [input], updateId });
    },
    pass: (duration) => environment.sleep(duration),
    close: () => closeAll(closers),
  };
}
