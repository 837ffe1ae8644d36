import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import { formatError } from './index.js';

const connect = (url: string): Promise<DataSource> => new DataSource({ type: 'postgres', url }).initialize();
const failureOf = async (work: Promise<unknown>): Promise<Error> => {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not fail');
};
const codeOf = (originalError: Error) => {
  const { extensions } = formatError(new GraphQLError('x', { originalError }), 'zh', () => undefined);
  return { code: extensions?.['code'], retryable: extensions?.['retryable'] };
};

describe('a call while the database is away', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 90_000);
  afterAll(() => database?.drop());

  it('may be repeated: the server ended the connection in the middle of a statement', async () => {
    const [source, killer] = [await connect(database.url), await connect(database.adminUrl)];
    const [{ pid }] = await source.query('select pg_backend_pid() as pid');
    const sleeping = failureOf(source.query('select pg_sleep(30)'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await killer.query('select pg_terminate_backend($1)', [pid]);
    expect(codeOf(await sleeping)).toEqual({ code: 'SERVICE_UNAVAILABLE', retryable: true });
    await Promise.all([source.destroy(), killer.destroy()]);
  });

  it('may be repeated: nobody listens', async () => {
    expect(codeOf(await failureOf(connect('postgres://nobody:x@127.0.0.1:1/x')))).toEqual({ code: 'SERVICE_UNAVAILABLE', retryable: true });
  });

  it.each(['57P03', '57P01', '08006', '53300'])('may be repeated: the server says %s', (code) => {
    const refused = Object.assign(new Error('refused'), { driverError: Object.assign(new Error('refused'), { code }) });
    expect(codeOf(refused)).toEqual({ code: 'SERVICE_UNAVAILABLE', retryable: true });
  });

  it('is a fault of ours where the statement itself is wrong', async () => {
    const source = await connect(database.url);
    expect(codeOf(await failureOf(source.query('select no_such_column')))).toEqual({ code: 'INTERNAL', retryable: false });
    await source.destroy();
  });
});
