import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import { DataSource } from 'typeorm';
import {
  HttpGatewayAdapter,
  MailboxAdapter,
  NotificationSender,
  enqueue,
  notificationTables,
  type NewNotification,
  type NotificationAdapter,
  type NotificationSenderOptions,
} from './index.js';

const KEY = randomBytes(32);
const SECRET = `whsec_${KEY.toString('base64')}`;
const CASE = '990121-20260301-000001';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

describe('the outbox of notices', () => {
  let database: TestDatabase;
  let source: DataSource;
  let gateway: Server;
  let gatewayUrl: string;
  let schemas = 0;
  const received: Received[] = [];
  let answer: (response: ServerResponse, call: Received) => void;

  beforeAll(async () => {
    database = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    gateway = createServer(async (request, response) => {
      const call = { headers: request.headers, body: await text(request) };
      received.push(call);
      answer(response, call);
    });
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`;
  }, 90_000);
  afterAll(async () => {
    gateway.closeAllConnections();
    gateway.close();
    await source.destroy();
    await database.drop();
  });
  beforeEach(() => {
    received.length = 0;
    answer = (response) => response.writeHead(202).end();
  });

  async function outbox() {
    const schema = `notices_${++schemas}`;
    await source.query(`CREATE SCHEMA ${schema}`);
    for (const sql of notificationTables(schema).up) await source.query(sql);
    const put = (dedupeKey: string, change: Partial<NewNotification> = {}): Promise<boolean> =>
      enqueue(source.manager, schema, {
        dedupeKey,
        type: 'caseAnswered',
        to: { kind: 'reporter' },
        caseNumber: CASE,
        ...change,
      });
    const sender = (adapter: NotificationAdapter, options: Partial<NotificationSenderOptions> = {}): NotificationSender =>
      new NotificationSender(source, { schema, adapter, ...options });
    const overHttp = (options: Partial<NotificationSenderOptions> = {}, timeoutMs = 2_000): NotificationSender =>
      sender(new HttpGatewayAdapter({ url: gatewayUrl, secret: SECRET, timeoutMs }), options);
    const states = async (): Promise<string[]> =>
      (await source.query<{ state: string }[]>(`SELECT state FROM ${schema}.notification ORDER BY id`)).map((r) => r.state);
    const attempts = (): Promise<Record<string, unknown>[]> =>
      source.query(`SELECT attempt, channel, outcome, status, error FROM ${schema}.notification_delivery ORDER BY 1`);
    const makeDue = (): Promise<unknown> =>
      source.query(`UPDATE ${schema}.notification SET next_attempt_at = now() - interval '1 second' WHERE state = 'waiting'`);
    return { schema, put, sender, overHttp, states, attempts, makeDue };
  }

  it('takes a notice once for a key, and only if the caller commits', async () => {
    const { schema, put, states } = await outbox();
    expect(await put('step-1')).toBe(true);
    expect(await put('step-1', { type: 'caseClosed' })).toBe(false);
    const failing = source.transaction(async (manager) => {
      await enqueue(manager, schema, { dedupeKey: 'step-2', type: 'caseClosed', to: { kind: 'reporter' } });
      throw new Error('the step failed');
    });
    await expect(failing).rejects.toThrow('the step failed');
    expect(await states()).toEqual(['waiting']);
  });

  it('puts words into the mailbox, once, with what only the sender knows', async () => {
    const { schema, put, sender, states, attempts } = await outbox();
    await put('step-1');
    await put('step-2', { type: 'overdue', to: { kind: 'person', subject: 'p1' }, language: 'en', data: { dueAt: 'today' } });
    const addTo: NotificationSenderOptions['addTo'] = (_, { caseNumber }) => ({ ratingLink: `https://county.example/t/rate#${caseNumber}` });
    const toMailbox = sender(new MailboxAdapter(source.manager, schema), { addTo });
    expect(await toMailbox.sendOnce()).toBe(2);
    expect(await toMailbox.sendOnce()).toBe(0);
    expect(await source.query(`SELECT message_id, recipient, title, body, case_number FROM ${schema}.mailbox ORDER BY 1`)).toEqual([
      {
        message_id: 'step-1',
        recipient: { kind: 'reporter' },
        title: '您的诉求已答复',
        body: `您的诉求（${CASE}）已有答复，请查看并评价：https://county.example/t/rate#${CASE}`,
        case_number: CASE,
      },
      {
        message_id: 'step-2',
        recipient: { kind: 'person', subject: 'p1' },
        title: 'Overdue',
        body: `Case ${CASE} is past its limit (today). Please see to it.`,
        case_number: CASE,
      },
    ]);
    expect(await states()).toEqual(['delivered', 'delivered']);
    expect(await attempts()).toHaveLength(2);
  });

  it('posts to the gateway, signed, with a key that makes repetition harmless', async () => {
    const { put, overHttp, states } = await outbox();
    await put('step-1');
    await overHttp().sendOnce();
    const [{ headers, body }] = received as [Received];
    expect(JSON.parse(body)).toMatchObject({ id: 'step-1', type: 'caseAnswered', caseNumber: CASE, language: 'zh' });
    expect(headers).toMatchObject({ 'idempotency-key': 'step-1', 'webhook-id': 'step-1' });
    const signed = `step-1.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', KEY).update(signed).digest('base64')}`);
    expect(await states()).toEqual(['delivered']);
  });

  it.each([
    [200, 'delivered', 'delivered'],
    [204, 'delivered', 'delivered'],
    [302, 'waiting', 'failed'],
    [400, 'refused', 'refused'],
    [401, 'refused', 'refused'],
    [404, 'refused', 'refused'],
    [408, 'waiting', 'failed'],
    [429, 'waiting', 'failed'],
    [500, 'waiting', 'failed'],
    [503, 'waiting', 'failed'],
  ])('takes the answer %i as: notice %s, attempt %s', async (status, state, outcome) => {
    answer = (response) => response.writeHead(status, { location: '/elsewhere' }).end('long text'.repeat(10_000));
    const { put, overHttp, states, attempts } = await outbox();
    await put('step-1');
    await overHttp().sendOnce();
    expect(await states()).toEqual([state]);
    expect(await attempts()).toEqual([
      { attempt: 1, channel: 'httpGateway', outcome, status, error: state === 'delivered' ? null : expect.any(String) },
    ]);
    expect(received).toHaveLength(1);
  });

  it('tries again after a growing pause, with the same id, until it is delivered', async () => {
    answer = (response) => response.writeHead(received.length < 3 ? 500 : 200).end();
    const { schema, put, overHttp, states, makeDue } = await outbox();
    await put('step-1');
    const pauses: number[] = [];
    for (let i = 0; i < 3; i++) {
      expect(await overHttp().sendOnce()).toBe(1);
      expect(await overHttp().sendOnce()).toBe(0);
      const sql = `SELECT extract(epoch FROM next_attempt_at - now())::float8 AS s FROM ${schema}.notification`;
      pauses.push((await source.query<{ s: number }[]>(sql))[0]!.s);
      await makeDue();
    }
    expect(await states()).toEqual(['delivered']);
    expect(pauses[0]).toBeCloseTo(5, -1);
    expect(pauses[1]!).toBeGreaterThan(pauses[0]! * 1.4);
    expect(new Set(received.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(['step-1']));
  });

  it('waits as long as the gateway asks', async () => {
    answer = (response) => response.writeHead(429, { 'retry-after': '600' }).end();
    const { schema, put, overHttp } = await outbox();
    await put('step-1');
    await overHttp().sendOnce();
    const sql = `SELECT next_attempt_at > now() + interval '9 minutes' AS later FROM ${schema}.notification`;
    expect(await source.query(sql)).toEqual([{ later: true }]);
  });

  it('gives up in the end and leaves a record of every attempt', async () => {
    answer = (response) => response.destroy();
    const { put, overHttp, states, attempts, makeDue } = await outbox();
    await put('step-1');
    for (let i = 0; i < 4; i++) {
      await overHttp({ maxAttempts: 3 }).sendOnce();
      await makeDue();
    }
    expect(await states()).toEqual(['dead']);
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });

  it('does not wait for a gateway that does not answer', async () => {
    answer = () => undefined;
    const { put, overHttp, attempts } = await outbox();
    await put('step-1');
    await overHttp({}, 200).sendOnce();
    expect(await attempts()).toMatchObject([{ outcome: 'failed', status: null, error: 'the gateway did not answer in time' }]);
  });

  it('sends each notice once when several senders share the work', async () => {
    const { put, overHttp, states } = await outbox();
    for (let i = 0; i < 60; i++) await put(`step-${i}`);
    const senders = [1, 2, 3].map(() => overHttp({ batchSize: 7 }));
    for (const sender of senders) sender.start({ intervalMs: 5 });
    for (let i = 0; i < 200 && (await states()).includes('waiting'); i++) await pause(20);
    await Promise.all(senders.map((sender) => sender.stop()));
    expect(new Set(await states())).toEqual(new Set(['delivered']));
    expect(received).toHaveLength(60);
  });

  it('takes over from a sender that died, and buries what kills every sender', async () => {
    const { schema, put, overHttp, states, makeDue } = await outbox();
    await put('step-1');
    await source.query(`UPDATE ${schema}.notification SET attempts = 1, next_attempt_at = now() + interval '60 seconds'`);
    expect(await overHttp().sendOnce()).toBe(0);
    await makeDue();
    expect(await overHttp().sendOnce()).toBe(1);
    await put('step-2');
    await source.query(`UPDATE ${schema}.notification SET attempts = 12 WHERE dedupe_key = 'step-2'`);
    expect(await overHttp().sendOnce()).toBe(0);
    expect(await states()).toEqual(['delivered', 'dead']);
  });

  it('lets one notice fail without holding up the others', async () => {
    answer = (response, { body }) => response.writeHead(body.includes('step-2') ? 500 : 200).end();
    const { put, overHttp, states } = await outbox();
    for (let i = 1; i <= 3; i++) await put(`step-${i}`);
    await overHttp().sendOnce();
    expect(await states()).toEqual(['delivered', 'waiting', 'delivered']);
  });
});
