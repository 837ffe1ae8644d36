import { SEARCH_ATTRIBUTES } from '@yiwang/contracts/engine';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild, type Child } from './child.js';
import { CHECKOUT } from './folders.js';
import { requireFreePorts, type Ports } from './ports.js';
import type { Narrator, Running } from './running.js';
import { findTemporal, type TemporalProgram } from './temporal-binaries.js';
import { needsTls, updateTemporalSchemas } from './temporal-schema.js';
import { prepareTemporal, TEMPORAL_NAMESPACE } from './temporal-setup.js';
import { isHttpOk, waitUntil } from './wait.js';

const STOP_GRACE_MS = 20_000;
const TEMPLATES = join(CHECKOUT, 'deploy', 'temporal');

export interface TemporalOptions {
  dataDir: string;
  cache: string;
  ports: Ports;
  /** An administrator's or any address of the server whose databases `temporal` and `temporal_visibility` it uses. */
  postgresAddress: string;
  password: string;
  narrator: Narrator;
  /** A server that runs already; then nothing is started. */
  address?: string;
  /** Where the Web UI's own settings are read. */
  env?: NodeJS.ProcessEnv;
  /** Leave the Web UI out, as tests do. */
  withoutUi?: boolean;
}

export interface RunningTemporal extends Running {
  uiAddress: string | null;
  version: string | null;
  children: Child[];
}

/** Starts Temporal or joins the one named, and makes it ready for use: namespace and search attributes. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { narrator, address } = options;
  if (address) {
    await prepareTemporal(address, narrator);
    return { address, uiAddress: null, version: null, children: [], stop: async () => undefined };
  }
  const program = await findTemporal(options);
  const { ports } = options;
  await requireFreePorts([
    { port: ports.temporal, user: 'Temporal' },
    { port: ports.temporalUi, user: "Temporal's Web UI" },
  ]);
  return program.kind === 'server' ? startServer(program, options) : startCommand(program, options);
}

async function startServer(
  program: Extract<TemporalProgram, { kind: 'server' }>,
  options: TemporalOptions,
): Promise<RunningTemporal> {
  const { dataDir, ports, postgresAddress, password, narrator } = options;
  await requireFreePorts(
    Object.entries(ports).flatMap(([name, port]) => (name.startsWith('temporal') ? [{ port, user: 'Temporal' }] : [])),
  );
  await updateTemporalSchemas(program.sqlTool, postgresAddress, password);
  const database = new URL(postgresAddress);
  const child = await startChild({
    name: 'temporal',
    command: program.server,
    args: ['--config-file', join(TEMPLATES, 'server.yaml'), '--allow-no-auth', 'start'],
    env: {
      TEMPORAL_DB_ADDRESS: `${database.hostname}:${database.port || '5432'}`,
      TEMPORAL_DB_PASSWORD: password,
      TEMPORAL_DB_TLS: String(needsTls(postgresAddress)),
      TEMPORAL_DYNAMIC_CONFIG: join(TEMPLATES, 'dynamic-config.yaml'),
      TEMPORAL_METRICS_ADDRESS: `127.0.0.1:${ports.temporalMetrics}`,
      TEMPORAL_FRONTEND_PORT: String(ports.temporal),
      TEMPORAL_HTTP_PORT: String(ports.temporalHttp),
      TEMPORAL_HISTORY_PORT: String(ports.temporalHistory),
      TEMPORAL_MATCHING_PORT: String(ports.temporalMatching),
      TEMPORAL_WORKER_PORT: String(ports.temporalWorker),
      TEMPORAL_FRONTEND_MEMBERSHIP_PORT: String(ports.temporalFrontendMembership),
      TEMPORAL_HISTORY_MEMBERSHIP_PORT: String(ports.temporalHistoryMembership),
      TEMPORAL_MATCHING_MEMBERSHIP_PORT: String(ports.temporalMatchingMembership),
      TEMPORAL_WORKER_MEMBERSHIP_PORT: String(ports.temporalWorkerMembership),
    },
    dataDir,
    graceMs: STOP_GRACE_MS,
  });
  const address = `127.0.0.1:${ports.temporal}`;
  const children = [child];
  const stop = async (): Promise<void> => void (await Promise.all(children.map((each) => each.stop())));
  try {
    const ui = program.ui && !options.withoutUi ? await startUi(program.ui, address, options) : null;
    if (ui) children.push(ui);
    await prepareTemporal(address, narrator, child);
    const uiAddress = ui ? `http://127.0.0.1:${ports.temporalUi}` : null;
    if (ui)
      await waitUntil(() => isHttpOk(`${uiAddress}/healthz`), {
        what: "Temporal's Web UI",
        child: ui,
        limitMs: 30_000,
        narrator,
      });
    return { address, uiAddress, version: program.version, children, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the cases service opens payloads; not through the gateway, which residents reach too. */
const codecEndpoint = (ports: Ports): string => `http://127.0.0.1:${ports.cases}/codec`;

/** The operator's own settings of the Web UI, such as how it signs people in, by name: `TEMPORAL_UI_…`. */
const uiSettings = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value && name.startsWith('TEMPORAL_UI_') ? [[name, value]] : [])),
  );

const startUi = (command: string, address: string, { dataDir, ports, env = process.env }: TemporalOptions): Promise<Child> =>
  startChild({
    name: 'temporal-ui',
    command,
    args: ['--root', TEMPLATES, '--config', '.', '--env', 'ui', 'start'],
    env: {
      TEMPORAL_UI_CODEC_ENDPOINT: codecEndpoint(ports),
      ...uiSettings(env),
      TEMPORAL_ADDRESS: address,
      TEMPORAL_UI_PORT: String(ports.temporalUi),
    },
    dataDir,
    graceMs: 3_000,
  });

async function startCommand(
  program: Extract<TemporalProgram, { kind: 'command' }>,
  options: TemporalOptions,
): Promise<RunningTemporal> {
  const { dataDir, ports, narrator, withoutUi } = options;
  const folder = join(dataDir, 'temporal');
  await mkdir(folder, { recursive: true });
  const attributes = Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  const child = await startChild({
    name: 'temporal',
    command: program.command,
    args: [
      ...[
        'server',
        'start-dev',
        '--ip',
        '127.0.0.1',
        '--port',
        String(ports.temporal),
        '--namespace',
        TEMPORAL_NAMESPACE,
      ],
      ...['--http-port', String(ports.temporalHttp), '--metrics-port', String(ports.temporalMetrics)],
      ...['--db-filename', join(folder, 'temporal.db'), '--log-level', 'warn', ...attributes],
      ...(withoutUi
        ? ['--headless']
        : ['--ui-port', String(ports.temporalUi), '--ui-codec-endpoint', codecEndpoint(ports)]),
    ],
    dataDir,
    graceMs: STOP_GRACE_MS,
  });
  const address = `127.0.0.1:${ports.temporal}`;
  try {
    await prepareTemporal(address, narrator, child);
  } catch (error) {
    await child.stop();
    throw error;
  }
  const uiAddress = withoutUi ? null : `http://127.0.0.1:${ports.temporalUi}`;
  return { address, uiAddress, version: program.version, children: [child], stop: () => child.stop() };
}
