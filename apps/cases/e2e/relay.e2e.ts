import { connectEngine } from '@yiwang/platform/engine';
import { createLogger } from '@yiwang/platform/logging';
import { DataSource } from 'typeorm';
import { RELAY_DEFAULTS, Relay } from '../src/course/relay.js';
import { engineStand, type EngineStand } from './engine.js';
import { PAYLOAD_KEYS } from './stand.js';

interface Waiting {
  case_number: string;
  attempts: number;
  last_error: string | null;
}

describe('relaying written cases to the engine', () => {
  let cases: EngineStand;
  let dataSource: DataSource;
  const silent = createLogger('relay', 'silent');
  beforeAll(async () => {
    cases = await engineStand();
    dataSource = cases.app.get(DataSource, { strict: false });
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);
  afterEach(async () => {
    cases.door.open();
    await comeDue();
    await cases.until(async () => (await cases.relay.relayOnce()) === 0 && (await waiting()).length === 0);
  }, 60_000);

  const waiting = (): Promise<Waiting[]> =>
    cases.sql<Waiting>('select case_number, attempts, last_error from start_outbox order by case_number');
  const comeDue = () => cases.sql('update start_outbox set next_attempt_at = now()');
  const write = (count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, async () => (await cases.writtenCase()).number));
  /** How often a workflow of these cases began its work. */
  const begun = async (numbers: string[]): Promise<Record<string, number>> => {
    const rows = await cases.sql<{ number: string; n: number }>(
      `select case_number as number, count(*)::int as n from timeline_entry
       where case_number = any($1) and type = 'taskOpened' group by 1`,
      [numbers],
    );
    return Object.fromEntries(rows.map(({ number, n }) => [number, n]));
  };
  const onceEach = (numbers: string[]) => Object.fromEntries(numbers.map((number) => [number, 1]));

  it('lets cases wait while the engine is away and starts each once when it is back', async () => {
    cases.door.shut();
    const numbers = await write(20);
    expect(await cases.relay.relayOnce()).toBe(0);
    const held = await waiting();
    expect(held.map(({ case_number }) => case_number).sort()).toEqual([...numbers].sort());
    expect(held.every(({ attempts, last_error }) => attempts === 1 && last_error !== null && last_error !== '')).toBe(true);
    // None is due at once again: an engine that is away is not stormed.
    expect(await cases.relay.relayOnce()).toBe(0);
    expect((await waiting()).every(({ attempts }) => attempts === 1)).toBe(true);

    cases.door.open();
    await cases.until(async () => {
      await comeDue();
      await cases.relay.relayOnce();
      return (await waiting()).length === 0;
    });
    await cases.until(async () => Object.keys(await begun(numbers)).length === numbers.length);
    expect(await begun(numbers)).toEqual(onceEach(numbers));
  }, 60_000);

  it('starts each case once where two relays stand side by side', async () => {
    const client = connectEngine({ address: cases.door.address, namespace: 'default', codecKeys: PAYLOAD_KEYS });
    const [one, other] = [cases.client, client].map((engine) => new Relay(dataSource, engine, silent, { ...RELAY_DEFAULTS, batch: 7 })) as [Relay, Relay];
    try {
      const numbers = await write(60);
      const drain = async (relay: Relay): Promise<void> => {
        while ((await relay.relayOnce()) > 0);
      };
      await Promise.all([drain(one), drain(other)]);
      await drain(other);
      expect(await waiting()).toEqual([]);
      await cases.until(async () => Object.keys(await begun(numbers)).length === numbers.length);
      expect(await begun(numbers)).toEqual(onceEach(numbers));
    } finally {
      await client.connection.close();
    }
  }, 60_000);

  it('does no harm by a crash between the start and the removal of the row', async () => {
    const [number] = (await write(1)) as [string];
    const crashing = Object.create(dataSource) as DataSource;
    crashing.query = ((sql: string, parameters: unknown[]) =>
      /delete/.test(sql) ? Promise.reject(new Error('crash')) : dataSource.query(sql, parameters)) as DataSource['query'];
    await expect(new Relay(crashing, cases.client, silent).relayOnce()).rejects.toThrow('crash');
    await cases.openTask(number);
    expect(await waiting()).toEqual([{ case_number: number, attempts: 1, last_error: null }]);
    // The lease keeps others away until it runs out.
    expect(await cases.relay.relayOnce()).toBe(0);
    const { runId } = await cases.client.workflow.getHandle(number).describe();
    await comeDue();
    expect(await cases.relay.relayOnce()).toBe(1);
    expect(await waiting()).toEqual([]);
    expect((await cases.client.workflow.getHandle(number).describe()).runId).toBe(runId);
    expect(await begun([number])).toEqual({ [number]: 1 });
  });

  it('starts the others where the engine refuses one', async () => {
    const [bad] = (await write(12)).sort() as [string];
    // No case of ours has no number; whatever else the engine may refuse of one case is like it.
    const nameIt = (name: string) =>
      cases.sql(`update start_outbox set input = jsonb_set(input, '{caseNumber}', to_jsonb($2::text)) where case_number = $1`, [bad, name]);
    await nameIt('');
    await comeDue();
    expect(await new Relay(dataSource, cases.client, silent, { ...RELAY_DEFAULTS, concurrency: 1 }).relayOnce()).toBe(11);
    expect(await waiting()).toEqual([{ case_number: bad, attempts: 1, last_error: expect.any(String) }]);
    await nameIt(bad);
  }, 60_000);

  it('gives up waiting for an engine that takes calls and never answers', async () => {
    const numbers = await write(1);
    cases.door.jam();
    expect(await cases.relay.relayOnce()).toBe(0);
    expect(await waiting()).toEqual([{ case_number: numbers[0], attempts: 1, last_error: expect.any(String) }]);
  }, 60_000);

  it('stops in order: what is on its way ends, and nothing new begins', async () => {
    const relay = new Relay(dataSource, cases.client, silent, { ...RELAY_DEFAULTS, idleMs: 10 });
    relay.start();
    const numbers = await write(3);
    await cases.until(async () => (await waiting()).length === 0);
    await relay.stop();
    const [later] = (await write(1)) as [string];
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await waiting()).map(({ case_number }) => case_number)).toEqual([later]);
    await cases.until(async () => Object.keys(await begun(numbers)).length === numbers.length);
    expect(await begun(numbers)).toEqual(onceEach(numbers));
  });
});
