import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { baseEnvironment } from './child.js';
import { messageOf, StartProblem } from './problem.js';
import { databaseUrl, withDatabase } from './provision.js';

const SCHEMAS = [
  { database: 'temporal', schema: 'postgresql/v12/temporal' },
  { database: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const;

/** Brings both schemas to the version embedded in the tool: versioning tables first, then every step still missing. */
export async function updateTemporalSchemas(sqlTool: string, adminUrl: string, password: string): Promise<void> {
  await Promise.all(
    SCHEMAS.map(async ({ database, schema }) => {
      const url = databaseUrl(adminUrl, database, 'temporal', password);
      if (!(await hasVersions(url))) await run(sqlTool, url, database, ['setup-schema', '--version', '0.0']);
      await run(sqlTool, url, database, ['update-schema', '--schema-name', schema]);
    }),
  );
}

const hasVersions = (url: string): Promise<boolean> =>
  withDatabase(url, async (client) => {
    const { rows } = await client.query<{ found: string | null }>(
      `SELECT to_regclass('public.schema_version') AS found`,
    );
    return rows[0]?.found != null;
  });

async function run(sqlTool: string, address: string, database: string, args: string[]): Promise<void> {
  const url = new URL(address);
  const env = {
    ...baseEnvironment(),
    SQL_PLUGIN: 'postgres12_pgx',
    SQL_HOST: url.hostname,
    SQL_PORT: url.port || '5432',
    SQL_USER: decodeURIComponent(url.username),
    SQL_PASSWORD: decodeURIComponent(url.password),
    SQL_DATABASE: database,
    ...(needsTls(address) ? { SQL_TLS: 'true' } : {}),
  };
  try {
    await promisify(execFile)(sqlTool, args, { env, timeout: 120_000 });
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string };
    const reason = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').pop() ?? messageOf(error);
    throw new StartProblem(`The schema of the database ${database} could not be brought up to date: ${reason}`);
  }
}

export const needsTls = (address: string): boolean =>
  ['require', 'verify-ca', 'verify-full'].includes(new URL(address).searchParams.get('sslmode') ?? '');
