import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { GRID, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const ADD = 'mutation ($input: AddToCaseInput!) { done: addToCase(input: $input) { number } }';
const NOTE = 'mutation ($input: NoteCaseArguments!) { done: noteCase(input: $input) { number } }';
const CONTACT = 'mutation ($input: RecordContactArguments!) { done: recordContact(input: $input) { id version } }';
const CLAIM = 'mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { version } }';

describe('keys of what is written on a case without its workflow', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const member = () => cases.staff(randomUUID(), 'gridMember', GRID);
  const act = async (query: string, input: object, as?: TokenWishes) => {
    const { data, errors } = await cases.ask<{ done: { version?: number } }>(query, { input }, as);
    return data?.done ?? (errors![0]!.extensions['code'] as string);
  };
  const texts = async (number: string) =>
    (await cases.sql<{ text: string }>(`select text from timeline_entry where case_number = $1 and type in ('added', 'contacted') order by seq`, [number])).map(({ text }) => text);

  it('let an addition be repeated after another one, also after the close', async () => {
    const { number, pickupCode } = await steps.newCase();
    const first = { number, pickupCode, text: '又漏了', idempotencyKey: 'a-1' };
    await act(ADD, first);
    await act(ADD, { number, pickupCode, text: '更大了', idempotencyKey: 'a-2' });
    await act(ADD, first);
    expect(await texts(number)).toEqual(['又漏了', '更大了']);
    expect(await act(ADD, { ...first, text: '别的' })).toBe('IDEMPOTENCY_CONFLICT');
    await steps.record(number, { patch: { stage: 'closed', closedAt: new Date().toISOString(), closedAs: 'rated' } });
    expect(await act(ADD, first)).toEqual({ number });
    expect(await act(ADD, { ...first, idempotencyKey: 'a-3' })).toBe('CASE_CLOSED');
    expect(await act(ADD, { ...first, idempotencyKey: 'a 4' })).toBe('IDEMPOTENCY_KEY_INVALID');
  });

  it('are each person’s own, and two at once are one', async () => {
    const { number } = await steps.newCase();
    const [one, other] = [member(), member()];
    const note = { number, text: '已约明早', idempotencyKey: 'n-1' };
    await Promise.all([act(NOTE, note, one), act(NOTE, note, one), act(NOTE, note, one)]);
    await act(NOTE, note, other);
    expect(await texts(number)).toEqual(['已约明早', '已约明早']);
    const audited = await cases.sql<{ repeated: boolean | null }>(
      `select (details->>'repeated')::boolean as repeated from audit_entry where operation = 'noteCase' and target_id = $1 order by id`, [number]);
    expect(audited.filter(({ repeated }) => repeated)).toHaveLength(2);
  });

  it('let a contact be repeated on the version that was seen first', async () => {
    const { number } = await steps.newCase();
    const task = await steps.open(number);
    const me = member();
    await cases.ask(CLAIM, { input: task }, me);
    const contact = { taskId: task.taskId, version: 2, note: '电话已通', idempotencyKey: 'c-1' };
    expect(await act(CONTACT, contact, me)).toMatchObject({ version: 3 });
    expect(await act(CONTACT, contact, me)).toMatchObject({ version: 3 });
    expect(await act(CONTACT, { ...contact, idempotencyKey: 'c-2' }, me)).toBe('VERSION_CONFLICT');
    expect(await texts(number)).toEqual(['电话已通']);
  });

  it('and a contact waits for the case before it takes the task, as a step does', async () => {
    const { number } = await steps.newCase();
    const task = await steps.open(number);
    const me = member();
    await cases.ask(CLAIM, { input: task }, me);
    const { url } = cases.app.get(DataSource, { strict: false }).options as { url: string };
    const beside = new pg.Client({ connectionString: url, options: '-c search_path=cases' });
    await beside.connect();
    try {
      await beside.query('begin');
      await beside.query(`select set_config('yiwang.scope', '{"system":"steps"}', true)`);
      await beside.query('select from case_file where number = $1 for no key update', [number]);
      const contact = act(CONTACT, { taskId: task.taskId, version: 2, note: '已联系' }, me);
      const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%for no key update%'`;
      while ((await cases.sql(waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect((await beside.query('select from task where id = $1 for update nowait', [task.taskId])).rowCount).toBe(1);
      await beside.query('commit');
      expect(await contact).toMatchObject({ version: 3 });
    } finally {
      await beside.end();
    }
  });
});
