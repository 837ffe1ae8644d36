import { prepareSchema } from '@yiwang/testing/subgraph';
import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/index.js';
import { NOBODY, SCOPE_FUNCTIONS, asSystem, granting, protectRows, scopeOf, scopedStream, withScope } from './index.js';

const NAMES = 'select name from village order by name';
const villageClerk = scopeOf({ subject: 'u-1', roles: ['villageOfficial'] }, [
  { id: 'p-1', role: 'villageSecretary', areaCode: '330226001001', unitCode: null },
]);
const town = scopeOf({ subject: 'u-2', roles: ['townCentre'] }, [
  { id: 'p-2', role: 'townCentre', areaCode: '330226001', unitCode: null },
]);

describe('rows that are seen and written only within the scope of whoever asks', () => {
  let database: TestDatabase;
  let source: DataSource;
  const names = async (): Promise<string[]> => (await source.query<{ name: string }[]>(NAMES)).map(({ name }) => name);

  beforeAll(async () => {
    database = await testDatabase();
    const { migratorUrl, serviceUrl } = await prepareSchema(database.url, 'trial');
    const owner = new pg.Client({ connectionString: migratorUrl, options: '-c search_path=trial' });
    await owner.connect();
    const rules = protectRows('village', {
      sees: 'code like any((select scope_below_areas())::text[]) or code = any((select scope_granted())::text[])',
      writes: 'code like any((select scope_below_areas())::text[])',
      systems: ['planner'],
    });
    await owner.query('create table village (code text primary key, name text not null)');
    for (const statement of [...SCOPE_FUNCTIONS.up, ...rules.up]) await owner.query(statement);
    await owner.query(`insert into village values ('330226001001', 'A'), ('330226001002', 'B'), ('330226002001', 'C')`);
    await owner.end();
    // One connection: every change of scope meets what was told before.
    const own = { schema: 'trial', entities: [], migrations: [] };
    source = await new DataSource(dataSourceOptions(own, { url: serviceUrl, pool: 1 })).initialize();
  }, 90_000);
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('shows nothing to nobody, and to each what is theirs, on one and the same connection', async () => {
    expect(await names()).toEqual([]);
    expect(await withScope(villageClerk, names)).toEqual(['A']);
    expect(await withScope(town, names)).toEqual(['A', 'B']);
    expect(await names()).toEqual([]);
  });

  it('opens all to a system that the table knows, and nothing to another one', async () => {
    expect(await asSystem('planner', names)).toEqual(['A', 'B', 'C']);
    expect(await asSystem('passer-by', names)).toEqual([]);
  });

  it('opens single rows that were granted, to look at but not to change', async () => {
    await withScope(villageClerk, () =>
      granting(['330226002001'], async () => {
        expect(await names()).toEqual(['A', 'C']);
        await source.query(`update village set name = 'stolen' where code = '330226002001'`);
      }),
    );
    expect(await asSystem('planner', names)).toEqual(['A', 'B', 'C']);
  });

  it('refuses a row that would lie outside', async () => {
    const add = () => source.query(`insert into village values ('330227001001', 'elsewhere')`);
    await expect(withScope(town, add)).rejects.toThrow(/row-level security/);
  });

  it('does not confuse scopes after a transaction was rolled back', async () => {
    const failing = withScope(villageClerk, () =>
      source.transaction(async (manager) => {
        await asSystem('planner', () => manager.query(`insert into village values ('330226003001', 'D')`));
        throw new Error('no');
      }),
    );
    await expect(failing).rejects.toThrow('no');
    expect(await asSystem('planner', names)).toEqual(['A', 'B', 'C']);
    expect(await withScope(villageClerk, names)).toEqual(['A']);
  });

  it('keeps the scopes of requests apart that run at the same time', async () => {
    const rounds = Array.from({ length: 40 }, (_, round) =>
      withScope([villageClerk, town, NOBODY][round % 3]!, names),
    );
    const expected = [['A'], ['A', 'B'], []];
    expect(await Promise.all(rounds)).toEqual(rounds.map((_, round) => expected[round % 3]));
  });

  it('keeps a stream in the scope it began with, whoever asks for the next', async () => {
    async function* twice() {
      yield await names();
      yield await names();
    }
    const stream = scopedStream(town, twice());
    expect((await asSystem('planner', () => stream.next())).value).toEqual(['A', 'B']);
    expect((await stream.next()).value).toEqual(['A', 'B']);
  });
});
