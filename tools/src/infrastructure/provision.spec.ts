import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from './postgres.js';
import { databaseUrl, MIGRATOR_ROLE, provision, serviceRole, withDatabase } from './provision.js';
import { silent } from './running.js';
import { makeSecrets } from './secrets.js';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe('provisioning a PostgreSQL server', () => {
  const secrets = makeSecrets();
  let folder: string;
  let postgres: RunningPostgres;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yiwang-provision-'));
    await chmod(folder, 0o755);
    const settings = { fsync: 'off', shared_buffers: '32MB' };
    postgres = await startPostgres({
      dataDir: folder,
      port: await freePort(),
      password: secrets.postgresAdmin,
      narrator: silent,
      settings,
    });
    await provision(postgres.address, secrets);
  }, 60_000);

  afterAll(async () => {
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const asMigrator = (): string => databaseUrl(postgres.address, 'yiwang', MIGRATOR_ROLE, secrets.migrator);
  const asGrids = (): string => databaseUrl(postgres.address, 'yiwang', serviceRole('grids'), secrets.services.grids);

  it('may be repeated, also with other passwords', async () => {
    const other = makeSecrets();
    await provision(postgres.address, other);
    await withDatabase(databaseUrl(postgres.address, 'yiwang', MIGRATOR_ROLE, other.migrator), (c) =>
      c.query('SELECT 1'),
    );
    await provision(postgres.address, secrets);
  });

  it('lets a service read and write the tables that the migrator makes in its schema, and no more', async () => {
    await withDatabase(asMigrator(), async (client) => {
      await client.query('CREATE TABLE grids.sample (id bigint GENERATED ALWAYS AS IDENTITY, name text)');
      await client.query('CREATE TABLE cases.sample (id int)');
    });
    await withDatabase(asGrids(), async (client) => {
      await client.query(`INSERT INTO sample (name) VALUES ('云溪县')`);
      const { rows } = await client.query('SELECT name FROM grids.sample');
      expect(rows).toEqual([{ name: '云溪县' }]);
      await expect(client.query('DROP TABLE grids.sample')).rejects.toThrow('must be owner');
      await expect(client.query('CREATE TABLE grids.more (id int)')).rejects.toThrow('permission denied');
      await expect(client.query('SELECT * FROM cases.sample')).rejects.toThrow('permission denied');
    });
  });

  it('keeps services out of the databases of the engine and of Keycloak', async () => {
    const url = databaseUrl(postgres.address, 'keycloak', serviceRole('grids'), secrets.services.grids);
    await expect(withDatabase(url, (client) => client.query('SELECT 1'))).rejects.toThrow('permission denied');
  });

  it('makes trigrams of Chinese text', async () => {
    await withDatabase(asGrids(), async (client) => {
      const { rows } = await client.query<{ trigrams: string[] }>(`SELECT show_trgm('路灯不亮') AS trigrams`);
      expect(rows[0]?.trigrams.length).toBeGreaterThan(2);
    });
  });
});
