import { randomUUID } from 'node:crypto';
import { RELAY_PAUSE_LOCK } from '@yiwang/contracts/engine';
import { connectEngine } from '@yiwang/platform/engine';
import { createLogger } from '@yiwang/platform/logging';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Relay } from '../src/course/relay.js';
import { GRID, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;

describe('pausing the relay', () => {
  let cases: Stand;
  let relay: Relay;
  const engine = connectEngine({
    address: '127.0.0.1:1',
    namespace: 'default',
    codecKeys: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  });

  beforeAll(async () => {
    cases = await casesStand();
    const options = { concurrency: 2, batch: 10, idleMs: 10 };
    relay = new Relay(cases.app.get(DataSource), engine, createLogger('relay', 'silent'), options);
  }, 120_000);
  afterAll(async () => {
    await engine.connection.close();
    await cases.close();
  });

  const startCase = async (): Promise<string> => {
    const input = { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID };
    const { data } = await cases.ask<{ startCase: { case: { number: string } } }>(START, { input });
    return data!.startCase.case.number;
  };
  /** An attempt is counted before the engine, which is away here, is asked. */
  const attempts = async (caseNumber: string): Promise<number> =>
    (await cases.sql<{ attempts: number }>('select attempts from start_outbox where case_number = $1', [caseNumber]))[0]!
      .attempts;

  it('takes nothing while somebody holds the lock, and goes on once their connection ends', async () => {
    const operator = new pg.Client({ connectionString: cases.adminUrl });
    await operator.connect();
    await operator.query('select pg_advisory_lock(hashtext($1))', [RELAY_PAUSE_LOCK]);
    const number = await startCase();
    await relay.relayOnce();
    expect(await attempts(number)).toBe(0);

    await operator.end();
    await relay.relayOnce();
    expect(await attempts(number)).toBe(1);
  });

  it('lets several relays take at once while nobody holds it', async () => {
    const other = new pg.Client({ connectionString: cases.adminUrl });
    await other.connect();
    await other.query('select pg_advisory_lock_shared(hashtext($1))', [RELAY_PAUSE_LOCK]);
    const number = await startCase();
    await relay.relayOnce();
    expect(await attempts(number)).toBe(1);
    await other.end();
  });
});
