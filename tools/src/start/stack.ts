import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TimeMap } from '@yiwang/domain/time';
import { allowChildren, endChildren, startChild } from '../infrastructure/child.js';
import { runLong, stopLongCommands } from '../infrastructure/commands.js';
import { cacheFolder, CHECKOUT } from '../infrastructure/folders.js';
import { startKeycloak, type RunningKeycloak } from '../infrastructure/keycloak.js';
import { stopLeftOvers } from '../infrastructure/left-overs.js';
import { claimDataFolder } from '../infrastructure/lock.js';
import { portsFor, requireFreePorts, type Ports } from '../infrastructure/ports.js';
import { startPostgres, type RunningPostgres } from '../infrastructure/postgres.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { provision, withDatabase } from '../infrastructure/provision.js';
import { silent, type Narrator } from '../infrastructure/running.js';
import { readSecrets, type Secrets } from '../infrastructure/secrets.js';
import { SERVICES, type ServiceName } from '../infrastructure/services.js';
import { Supervised, type Runnable } from '../infrastructure/supervised.js';
import { startTemporal, type RunningTemporal } from '../infrastructure/temporal.js';
import { isHttpOk, waitUntil } from '../infrastructure/wait.js';
import {
  operatorSettings,
  processes,
  setupEnvironment,
  setupScript,
  type ProcessName,
  type ProcessSpec,
  type Surroundings,
} from './processes.js';
import { wipeData } from './reset.js';
import { timeLineOf, type TimeWish } from './time-line.js';

export const DEMO_COUNTY = { file: join(CHECKOUT, 'deploy', 'demo', 'county.json'), code: '990121' };

/** Each needs those before it that it uses; `services` stands for set-up, services, worker and gateway. */
export type Part = 'postgres' | 'temporal' | 'keycloak' | 'services';
export const ALL_PARTS: readonly Part[] = ['postgres', 'temporal', 'keycloak', 'services'];

export interface StackOptions {
  dataDir: string;
  portOffset: number;
  /** With the demonstration county, its people and its clients. */
  demo: boolean;
  parts?: readonly Part[];
  /** Which processes of ours; all unless given. */
  processes?: readonly ProcessName[];
  /** Wipes the data folder first. */
  reset?: boolean;
  /** For simulations: how fast business time runs. Left out: as the data folder has it. */
  time?: TimeWish | null;
  /** Where addresses of parts that run elsewhere and the operator's settings are read: DATABASE_URL, KEYCLOAK_URL … */
  env?: NodeJS.ProcessEnv;
  /** Settings of our processes beyond their usual ones. */
  settings?: Record<string, string>;
  /** Of the embedded PostgreSQL, such as `{ fsync: 'off' }` for tests. */
  postgresSettings?: Record<string, string>;
  narrator?: Narrator & { done?: (text: string, tookMs: number) => void };
  /** When something keeps crashing; by default an error nobody catches. */
  onGivenUp?: (error: StartProblem) => void;
}

export interface Stack {
  ports: Ports;
  secrets: Secrets;
  /** Administrator's connection string. */
  postgres: string;
  temporal: string | null;
  temporalUi: string | null;
  temporalVersion: string | null;
  keycloak: string | null;
  gateway: string;
  /** From the engine's time to business time; the same outside simulations. */
  time: TimeMap;
  /** Every part and process under supervision, by name: each can be stopped and started by itself. */
  supervised: Map<Part | ProcessName, Supervised>;
  stop(): Promise<void>;
}

/** The order of ending: what people call first, what holds the data last. */
const STOP_ORDER: readonly (readonly (Part | ProcessName)[])[] = [
  ['gateway'],
  SERVICES,
  ['casesWorker'],
  ['temporal'],
  ['keycloak'],
  ['postgres'],
];

/** Starts the system or some of it, for `npm start`, the tests and the bench alike; on failure nothing stays behind. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const build = new StackBuild(options);
  try {
    return await build.run();
  } catch (error) {
    await build.stop();
    throw error;
  }
}

class StackBuild {
  private readonly ports: Ports;
  private readonly parts: readonly Part[];
  private readonly env: NodeJS.ProcessEnv;
  private readonly narrator: NonNullable<StackOptions['narrator']>;
  private readonly supervised = new Map<Part | ProcessName, Supervised>();
  private readonly release: () => void;
  private stopping: Promise<void> | null = null;

  constructor(private readonly options: StackOptions) {
    this.ports = portsFor(options.portOffset);
    this.parts = options.parts ?? ALL_PARTS;
    this.env = options.env ?? process.env;
    this.narrator = options.narrator ?? silent;
    this.release = claimDataFolder(options.dataDir);
    allowChildren(options.dataDir);
    activeBuilds.add(this);
  }

  async run(): Promise<Stack> {
    const { dataDir } = this.options;
    await stopLeftOvers(dataDir, this.narrator);
    if (this.options.reset) await wipeData(dataDir, this.env.DATABASE_URL, this.narrator);
    if (this.parts.includes('services')) await this.requireOwnPorts();
    const beginTime = await this.timeLine();
    const secrets = { ...(await readSecrets(dataDir)), ...secretsFrom(this.env) };
    const postgresAddress = await this.step('PostgreSQL', () => this.postgres(secrets));

    const [temporal, keycloak] = await Promise.all([
      this.wants('temporal') ? this.step('Temporal', () => this.temporal(secrets, postgresAddress)) : null,
      this.wants('keycloak') ? this.step('Keycloak', () => this.keycloak(secrets, postgresAddress)) : null,
    ]);
    const stack: Stack = {
      ports: this.ports,
      secrets,
      postgres: postgresAddress,
      temporal: temporal?.address ?? null,
      temporalUi: temporal?.uiAddress ?? null,
      temporalVersion: temporal?.version ?? null,
      keycloak: keycloak?.address ?? null,
      gateway: `http://127.0.0.1:${this.ports.gateway}`,
      time: await beginTime(Date.now()),
      supervised: this.supervised,
      stop: () => this.stop(),
    };
    if (this.wants('services')) await this.ownProcesses(stack);
    await this.noteAddresses(stack);
    return stack;
  }

  /** Ends everything in order; whatever is still being fetched, built or started is cut short. */
  stop(): Promise<void> {
    return (this.stopping ??= this.stopInOrder());
  }

  private async stopInOrder(): Promise<void> {
    const { dataDir } = this.options;
    stopLongCommands();
    // What is still starting first: it leans on the parts that are up.
    await endChildren(
      dataDir,
      new Set([...this.supervised.values()].flatMap(({ running }) => running?.children ?? [])),
    );
    for (const layer of STOP_ORDER)
      await Promise.all(
        layer.map((name) =>
          this.supervised
            .get(name)
            ?.stop()
            .catch((error: unknown) => this.narrator.note(messageOf(error))),
        ),
      );
    await endChildren(dataDir);
    activeBuilds.delete(this);
    this.release();
  }

  private timeLine(): Promise<(nowMs: number) => Promise<TimeMap>> {
    const { dataDir, time: wish = null } = this.options;
    return timeLineOf({ dataDir, wish, environment: this.environment() });
  }

  private environment(): string {
    return this.env.YIWANG_ENV ?? 'development';
  }

  private wants(part: Part): boolean {
    return this.parts.includes(part);
  }

  private async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    if (this.stopping) throw new StartProblem('Stopped while starting');
    const startedAt = Date.now();
    const result = await work();
    this.narrator.done?.(title, Date.now() - startedAt);
    return result;
  }

  private supervise<T extends Runnable>(name: Part | ProcessName, title: string, start: () => Promise<T>): Promise<T> {
    const onGivenUp =
      this.options.onGivenUp ??
      ((error: StartProblem) => {
        throw error;
      });
    const supervised = new Supervised<T>({ title, start, narrator: this.narrator, onGivenUp });
    this.supervised.set(name, supervised);
    return supervised.start();
  }

  private async postgres(secrets: Secrets): Promise<string> {
    const { dataDir, postgresSettings } = this.options;
    const elsewhere = this.env.DATABASE_URL;
    const address = elsewhere ?? (await this.ownPostgres(dataDir, secrets, postgresSettings)).address;
    if (elsewhere) await requireRecentPostgres(elsewhere);
    await provision(address, secrets);
    return address;
  }

  private ownPostgres(
    dataDir: string,
    secrets: Secrets,
    settings?: Record<string, string>,
  ): Promise<RunningPostgres & Runnable> {
    return this.supervise('postgres', 'PostgreSQL', async () => {
      const { narrator, ports } = this;
      const started = await startPostgres({
        dataDir,
        port: ports.postgres,
        password: secrets.postgresAdmin,
        narrator,
        settings,
      });
      return { ...started, children: [started.child] };
    });
  }

  private temporal(secrets: Secrets, postgresAddress: string): Promise<RunningTemporal> {
    const { narrator, ports } = this;
    const { dataDir } = this.options;
    const address = this.env.TEMPORAL_ADDRESS;
    return this.supervise('temporal', 'Temporal', () =>
      startTemporal({
        dataDir,
        cache: cacheFolder(this.env),
        ports,
        postgresAddress,
        password: secrets.temporal,
        narrator,
        address,
      }),
    );
  }

  private keycloak(secrets: Secrets, postgresAddress: string): Promise<RunningKeycloak> {
    const { narrator, ports } = this;
    const { dataDir, demo } = this.options;
    return this.supervise('keycloak', 'Keycloak', async () => {
      const started = await startKeycloak({
        ...{ dataDir, cache: cacheFolder(this.env), ports, postgresAddress, demo, narrator },
        databasePassword: secrets.keycloak,
        adminPassword: this.env.KEYCLOAK_ADMIN_PASSWORD ?? secrets.keycloakAdmin,
        identitySecret: secrets.keycloakIdentity,
        evaluationsSecret: secrets.keycloakEvaluations,
        pagesOrigins: ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${ports.gateway}`),
        address: this.env.KEYCLOAK_URL,
      });
      return { ...started, children: started.child ? [started.child] : [] };
    });
  }

  private async ownProcesses(stack: Stack): Promise<void> {
    const surroundings: Surroundings = {
      dataDir: this.options.dataDir,
      ports: stack.ports,
      secrets: stack.secrets,
      postgresAddress: stack.postgres,
      temporalAddress: stack.temporal ?? this.env.TEMPORAL_ADDRESS ?? `127.0.0.1:${stack.ports.temporal}`,
      keycloakAddress: stack.keycloak ?? this.env.KEYCLOAK_URL ?? `http://127.0.0.1:${stack.ports.keycloak}`,
      countyCode: this.options.demo ? DEMO_COUNTY.code : '',
      environment: this.environment(),
      time: stack.time,
      settings: { ...operatorSettings(this.env), ...this.options.settings },
    };
    const wanted = this.options.processes;
    const specs = processes(surroundings).filter(({ name }) => !wanted || wanted.includes(name));
    for (const { script } of specs)
      if (!existsSync(script)) throw new StartProblem(`${script} is missing: run "npm run build"`);
    await this.step('Schemas', () => this.setUp(surroundings, specs));
    await this.step('Services, worker and gateway', () => Promise.all(specs.map((spec) => this.ownProcess(spec))));
  }

  /** Migrations of every service, each its own schema, and its part of the demonstration county. */
  private async setUp(surroundings: Surroundings, specs: ProcessSpec[]): Promise<void> {
    const { dataDir, demo } = this.options;
    const services = specs
      .map(({ name }) => name)
      .filter((name): name is ServiceName => (SERVICES as readonly string[]).includes(name));
    await Promise.all(
      services.map((service) =>
        runLong({
          what: `Setting up the schema ${service}`,
          command: process.execPath,
          args: [setupScript(service), ...(demo ? ['--demo', DEMO_COUNTY.file] : [])],
          env: { ...setupEnvironment(surroundings, service), PATH: process.env.PATH },
          cwd: CHECKOUT,
          logFile: join(dataDir, 'logs', `setup-${service}.log`),
          narrator: { ...this.narrator, progress: () => undefined },
          limitMs: 5 * 60_000,
        }),
      ),
    );
  }

  private ownProcess(spec: ProcessSpec): Promise<Runnable> {
    return this.supervise(spec.name, spec.title, async () => {
      const { dataDir } = this.options;
      const child = await startChild({
        ...{ name: spec.name, command: process.execPath, args: [spec.script], env: spec.env, dataDir, cwd: CHECKOUT },
        graceMs: 15_000,
      });
      const ready = `http://127.0.0.1:${spec.port}/health/ready`;
      try {
        await waitUntil(() => isHttpOk(ready), { what: spec.title, child, limitMs: 90_000, narrator: this.narrator });
      } catch (error) {
        await child.stop();
        throw error;
      }
      return { children: [child], stop: () => child.stop() };
    });
  }

  private async requireOwnPorts(): Promise<void> {
    const users = [
      ...SERVICES.map((name) => [name, `the ${name} service`]),
      ['casesWorker', 'the case workflow worker'],
      ['gateway', 'the gateway'],
    ];
    await requireFreePorts(users.map(([name, user]) => ({ port: this.ports[name as ProcessName], user: user! })));
  }

  /** Where a running system answers, for the other commands; no secret is in it. */
  private async noteAddresses(stack: Stack): Promise<void> {
    const { gateway, keycloak, temporal, temporalUi } = stack;
    const note = { pid: process.pid, portOffset: this.options.portOffset, gateway, keycloak, temporal, temporalUi };
    await writeFile(join(this.options.dataDir, 'system.json'), `${JSON.stringify(note, null, 2)}\n`);
  }
}

/** A Keycloak that runs elsewhere may have its own idea of what the identity service signs in with. */
const secretsFrom = ({ KEYCLOAK_IDENTITY_SECRET: secret }: NodeJS.ProcessEnv): Partial<Secrets> =>
  secret ? { keycloakIdentity: secret } : {};

/** More than one only in tests, which may run stacks side by side. */
const activeBuilds = new Set<StackBuild>();

/** Ends every stack of this process, also one that is still starting. */
export const stopStacks = async (): Promise<void> =>
  void (await Promise.all([...activeBuilds].map((build) => build.stop())));

async function requireRecentPostgres(address: string): Promise<void> {
  if (!URL.canParse(address))
    throw new StartProblem('DATABASE_URL is not an address: give postgres://administrator:password@host:port/postgres');
  const url = new URL(address);
  try {
    const version = await withDatabase(address, async (client) => {
      const { rows } = await client.query<{ version: string }>(
        `SELECT current_setting('server_version_num') AS version`,
      );
      return Number(rows[0]?.version);
    });
    if (version < 160_000)
      throw new StartProblem(
        `The PostgreSQL at ${url.host} has version ${Math.floor(version / 10_000)}: 16 or newer is needed`,
      );
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`The PostgreSQL that DATABASE_URL names (${url.host}) cannot be used: ${messageOf(error)}`);
  }
}
