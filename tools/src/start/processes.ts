import { join } from 'node:path';
import { isIdentity, writeTimeSetting, type TimeMap } from '@yiwang/domain/time';
import { CHECKOUT } from '../infrastructure/folders.js';
import { databaseUrl, MAIN_DATABASE, MIGRATOR_ROLE, serviceRole } from '../infrastructure/provision.js';
import type { Ports } from '../infrastructure/ports.js';
import type { Secrets } from '../infrastructure/secrets.js';
import { SERVICES, type ServiceName } from '../infrastructure/services.js';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';
import { REALM } from '../infrastructure/keycloak-realm.js';

/** What the processes of ours are told about the parts that run. */
export interface Surroundings {
  dataDir: string;
  ports: Ports;
  secrets: Secrets;
  postgresAddress: string;
  temporalAddress: string;
  keycloakAddress: string;
  /** The demonstration county, or none. */
  countyCode: string;
  environment: string;
  time: TimeMap;
  /** The operator's own settings, by name: see OPERATOR_SETTINGS. */
  settings: Record<string, string>;
}

export type ProcessName = 'gateway' | ServiceName | 'casesWorker';

export interface ProcessSpec {
  name: ProcessName;
  /** As people know it. */
  title: string;
  script: string;
  port: number;
  env: Record<string, string>;
}

/** Settings that reach our processes when they are set where `npm start` is called. */
const OPERATOR_SETTINGS =
  /^(LOG_LEVEL|DATABASE_POOL|TRUST_PROXY|SHEET_\w+|CORS_ORIGINS|CODEC_ORIGINS|(STORAGE|NOTIFICATION|QUERY|RELAY|OTEL|WORKER)_\w+)$/;

export const operatorSettings = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value && OPERATOR_SETTINGS.test(name) ? [[name, value]] : [])),
  );

const local = (port: number): string => `http://127.0.0.1:${port}`;

const subgraphs = (ports: Ports): Record<string, string> =>
  Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_URL`, `${local(ports[name])}/graphql`]));

const common = ({ environment, time }: Surroundings, port: number): Record<string, string> => ({
  YIWANG_ENV: environment,
  NODE_ENV: environment === 'development' ? 'development' : 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  ...(isIdentity(time) ? {} : { YIWANG_TIME: writeTimeSetting(time) }),
});

const keycloak = ({ keycloakAddress }: Surroundings): Record<string, string> => ({
  KEYCLOAK_URL: keycloakAddress,
  KEYCLOAK_REALM: REALM,
  KEYCLOAK_AUDIENCE: 'yiwang-api',
});

const engine = ({ temporalAddress, secrets }: Surroundings): Record<string, string> => ({
  TEMPORAL_ADDRESS: temporalAddress,
  TEMPORAL_NAMESPACE,
  PAYLOAD_KEYS: secrets.payloadKeys,
});

const database = ({ postgresAddress, secrets }: Surroundings, service: ServiceName): Record<string, string> => ({
  DATABASE_URL: databaseUrl(postgresAddress, MAIN_DATABASE, serviceRole(service), secrets.services[service]),
});

const files = ({ dataDir, ports, secrets }: Surroundings): Record<string, string> => ({
  STORAGE_FOLDER: join(dataDir, 'attachments'),
  STORAGE_PUBLIC_URL: local(ports.gateway),
  STORAGE_LINK_SECRETS: secrets.storageLinkSecret,
});

/** To every service that keeps names and telephone numbers. */
const personal = ({ secrets }: Surroundings): Record<string, string> => ({
  PERSONAL_KEYS: secrets.personalKeys,
  PERSONAL_INDEX_KEY: secrets.personalIndexKey,
});

/** What only one service is told. */
const own: Record<ServiceName, (s: Surroundings) => Record<string, string>> = {
  identity: (s) => ({
    ...engine(s),
    ...personal(s),
    KEYCLOAK_IDENTITY_SECRET: s.secrets.keycloakIdentity,
    PHONE_CODE_SECRET: s.secrets.phoneCodeSecret,
  }),
  departments: (s) => ({ ...engine(s), ...personal(s) }),
  grids: (s) => ({ ...engine(s), ...files(s) }),
  cases: (s) => ({
    ...engine(s),
    ...files(s),
    ...personal(s),
    PICKUP_CODE_SECRET: s.secrets.pickupCodeSecret,
    PUBLIC_COUNTY_CODE: s.countyCode,
    CODEC_ORIGINS: `${local(s.ports.temporalUi)},http://localhost:${s.ports.temporalUi}`,
  }),
  evaluations: (s) => ({ ...engine(s), EVALUATIONS_CLIENT_SECRET: s.secrets.keycloakEvaluations }),
};

/** The environment of a service, its worker or its set-up. */
export const serviceEnvironment = (s: Surroundings, service: ServiceName, port: number): Record<string, string> => ({
  ...common(s, port),
  ...subgraphs(s.ports),
  ...keycloak(s),
  ...database(s, service),
  ...own[service](s),
  ...s.settings,
});

/** The set-up of a service owns its schema; nothing else is ever given the migrator's password. */
export const setupEnvironment = (s: Surroundings, service: ServiceName): Record<string, string> => ({
  ...serviceEnvironment(s, service, s.ports[service]),
  MIGRATION_DATABASE_URL: databaseUrl(s.postgresAddress, MAIN_DATABASE, MIGRATOR_ROLE, s.secrets.migrator),
});

/** Made by tools/src/build-workflow-bundle.ts as part of every build. */
const WORKFLOW_BUNDLE = join(CHECKOUT, 'workflows', 'dist', 'bundle.js');

const script = (app: string, file: string): string => join(CHECKOUT, 'apps', app, 'dist', file);
export const setupScript = (service: ServiceName): string => script(service, 'setup.js');

/** Every process of ours. */
export function processes(s: Surroundings): ProcessSpec[] {
  const services = SERVICES.map((name): ProcessSpec => ({
    name,
    title: `the ${name} service`,
    script: script(name, 'main.js'),
    port: s.ports[name],
    env: serviceEnvironment(s, name, s.ports[name]),
  }));
  return [
    ...services,
    {
      name: 'casesWorker',
      title: 'the case workflow worker',
      script: script('cases', 'worker.js'),
      port: s.ports.casesWorker,
      env: { ...serviceEnvironment(s, 'cases', s.ports.casesWorker), WORKFLOW_BUNDLE },
    },
    {
      name: 'gateway',
      title: 'the gateway',
      script: script('gateway', 'main.js'),
      port: s.ports.gateway,
      env: { ...common(s, s.ports.gateway), ...subgraphs(s.ports), ...keycloak(s), ...s.settings },
    },
  ];
}
