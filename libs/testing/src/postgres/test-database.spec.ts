import pg from 'pg';
import { testDatabase, type TestDatabase } from './index.js';

describe('a database for a test', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 90_000);
  afterAll(() => database.drop());

  const ask = async (url: string, sql: string): Promise<Record<string, unknown> | undefined> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows[0];
    } finally {
      await client.end();
    }
  };

  it('is empty, real and its own', async () => {
    expect(await ask(database.url, 'SELECT current_database() AS name')).toEqual({ name: database.name });
    expect(await ask(database.url, `SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'`)).toEqual({ n: 0 });
  });

  it('opens under a role without its password', async () => {
    const url = await database.as('yiwang_test_clerk');
    expect(await ask(url, 'SELECT current_user AS name')).toEqual({ name: 'yiwang_test_clerk' });
    await expect(ask(url, 'CREATE TABLE public.anything (id int)')).rejects.toThrow(/permission denied/);
  });

  it('gives each caller another one', async () => {
    const other = await testDatabase();
    expect(other.name).not.toBe(database.name);
    await other.drop();
    await expect(ask(other.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
