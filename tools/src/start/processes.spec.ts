import { IDENTITY } from '@yiwang/domain/time';
import { portsFor } from '../infrastructure/ports.js';
import { makeSecrets } from '../infrastructure/secrets.js';
import { operatorSettings, processes, setupEnvironment, type Surroundings } from './processes.js';

const surroundings: Surroundings = {
  dataDir: '/data',
  ports: portsFor(0),
  secrets: makeSecrets(),
  postgresAddress: 'postgres://postgres:admin@127.0.0.1:15432/postgres',
  temporalAddress: '127.0.0.1:7233',
  keycloakAddress: 'http://127.0.0.1:8180',
  countyCode: '990121',
  environment: 'development',
  time: IDENTITY,
  settings: {},
};
const environmentOf = (name: string): string =>
  JSON.stringify(processes(surroundings).find((spec) => spec.name === name)?.env);

describe('what each process is told', () => {
  it('connects each service as its own role', () => {
    expect(environmentOf('grids')).toContain('postgres://yiwang_grids:');
  });

  it('gives nobody the administrator or the migrator, but the set-up the migrator', () => {
    const all = JSON.stringify(processes(surroundings));
    expect(all).not.toContain(surroundings.secrets.migrator);
    expect(all).not.toContain('postgres:admin');
    expect(setupEnvironment(surroundings, 'grids').MIGRATION_DATABASE_URL).toContain('yiwang_migrator');
  });

  it('keeps the keys of the engine and every database from the gateway', () => {
    expect(environmentOf('gateway')).not.toContain(surroundings.secrets.payloadKeys);
    expect(environmentOf('gateway')).not.toContain(surroundings.secrets.personalKeys);
    expect(environmentOf('gateway')).not.toContain('postgres://');
  });

  it('tells every process of a simulated time, and none of the real one', () => {
    const time = { engineEpochMs: 0, businessEpochMs: 60_000, rate: 60 };
    const settings = processes({ ...surroundings, time }).map(({ env }) => env.YIWANG_TIME);
    expect(new Set(settings)).toEqual(
      new Set(['engineEpoch=1970-01-01T00:00:00.000Z,businessEpoch=1970-01-01T00:01:00.000Z,rate=60']),
    );
    for (const { env } of processes(surroundings)) expect(env.YIWANG_TIME).toBeUndefined();
  });

  it('passes on settings of the operator, and nothing else of the environment', () => {
    expect(operatorSettings({ LOG_LEVEL: 'debug', STORAGE_KIND: 's3', AWS_SECRET: 'x', DATABASE_URL: 'y' })).toEqual({
      LOG_LEVEL: 'debug',
      STORAGE_KIND: 's3',
    });
  });
});
