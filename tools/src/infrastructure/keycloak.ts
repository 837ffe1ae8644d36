import { join } from 'node:path';
import { startChild, type Child } from './child.js';
import { findKeycloak, requireJava } from './keycloak-distribution.js';
import { importRealm, isRealmThere, REALM } from './keycloak-realm.js';
import { requireFreePorts, type Ports } from './ports.js';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator, Running } from './running.js';
import { isHttpOk, waitUntil } from './wait.js';

const START_LIMIT_MS = 240_000;
const STOP_GRACE_MS = 20_000;

export interface KeycloakOptions {
  dataDir: string;
  cache: string;
  ports: Ports;
  postgresAddress: string;
  /** Of the database role `keycloak`. */
  databasePassword: string;
  adminPassword: string;
  /** What the identity service signs in with. */
  identitySecret: string;
  /** What the evaluations service signs in with. */
  evaluationsSecret: string;
  /** Where the pages stand that people sign in from. */
  pagesOrigins: readonly string[];
  /** With the demonstration people and the known client secrets. */
  demo: boolean;
  narrator: Narrator;
  /**
   * A server that runs already; then nothing is started, and the realm is imported only where it is missing. The identity
   * service's client is seen to where the administrator's password lets us, and otherwise its operator has to.
   */
  address?: string;
  heapMegabytes?: number;
}

export interface RunningKeycloak extends Running {
  child: Child | null;
  imported: boolean;
}

/** Starts Keycloak or joins the one named; either way the realm is there afterwards. */
export async function startKeycloak(options: KeycloakOptions): Promise<RunningKeycloak> {
  const { address, narrator, ports } = options;
  if (address) {
    const joined = address.replace(/\/+$/, '');
    await waitUntil(() => isHttpOk(`${joined}/realms/master`).then(() => true), {
      what: `Keycloak at ${joined}`,
      limitMs: 15_000,
      narrator,
    });
    const imported = await importInto(joined, options);
    return { address: joined, child: null, imported, stop: async () => undefined };
  }
  await requireJava();
  const folder = await findKeycloak(options);
  await requireFreePorts([ports.keycloak, ports.keycloakManagement].map((port) => ({ port, user: 'Keycloak' })));
  const own = `http://127.0.0.1:${ports.keycloak}`;
  const child = await startServer(folder, own, options);
  try {
    const ready = `http://127.0.0.1:${ports.keycloakManagement}/health/ready`;
    await waitUntil(() => isHttpOk(ready), { what: 'Keycloak', child, limitMs: START_LIMIT_MS, narrator });
    const imported = await importRealm({ ...options, address: own });
    if (!(await isRealmThere(own))) throw new StartProblem(`Keycloak is up, but the realm ${REALM} is not there`);
    return { address: own, child, imported, stop: () => child.stop() };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

async function importInto(address: string, options: KeycloakOptions): Promise<boolean> {
  const isThere = await isRealmThere(address);
  return importRealm({ ...options, address, demo: options.demo && !isThere }).catch((error: unknown) => {
    if (!isThere) throw error;
    options.narrator.note(`The client of the identity service is left as it is: ${messageOf(error)}`);
    return false;
  });
}

function startServer(folder: string, address: string, options: KeycloakOptions): Promise<Child> {
  const { dataDir, ports, postgresAddress, databasePassword, adminPassword, heapMegabytes = 512 } = options;
  const database = new URL(postgresAddress);
  return startChild({
    name: 'keycloak',
    command: join(folder, 'bin', 'kc.sh'),
    args: ['start', '--optimized'],
    env: {
      KC_DB_URL: `jdbc:postgresql://${database.host}/keycloak${database.search}`,
      KC_DB_USERNAME: 'keycloak',
      KC_DB_PASSWORD: databasePassword,
      KC_DB_POOL_INITIAL_SIZE: '2',
      KC_DB_POOL_MAX_SIZE: '20',
      // The issuer in every token, whichever of its names a caller uses.
      KC_HOSTNAME: address,
      KC_HTTP_ENABLED: 'true',
      KC_HTTP_HOST: '127.0.0.1',
      KC_HTTP_PORT: String(ports.keycloak),
      KC_HTTP_MANAGEMENT_HOST: '127.0.0.1',
      KC_HTTP_MANAGEMENT_PORT: String(ports.keycloakManagement),
      // After PostgreSQL was away, stale connections are noticed before a request fails on them.
      QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW: 'true',
      KC_CACHE: 'local',
      KC_LOG_LEVEL: 'warn',
      KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
      KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
      JAVA_OPTS_KC_HEAP: `-Xms64m -Xmx${heapMegabytes}m`,
    },
    dataDir,
    cwd: folder,
    graceMs: STOP_GRACE_MS,
  });
}
