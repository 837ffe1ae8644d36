import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { ERASURE_WORKFLOW, erasureWorkflowId, type ErasureInput } from '@yiwang/contracts/erasure';
import { AesPayloadCodec, decodePayloadJson, parsePayloadKeys, type PayloadJson } from '@yiwang/platform/engine';
import { createLogger } from '@yiwang/platform/logging';
import { NotificationSender, createNotificationAdapter } from '@yiwang/platform/notification';
import { createService } from '@yiwang/platform/service';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { historyToPlain } from '@yiwang/testing/time-skipping';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import type { CasesConfig } from '../src/config.js';
import { engineStand, type EngineStand, type OpenTask } from './engine.js';
import { COUNTY, GRID, PAYLOAD_KEYS, TOWN } from './stand.js';

const PHONE = '13912348642';
const NAME = '诸葛青云';
const REFERENCE = 'OPENID-of-the-reporter-7f3a';
const SECRETS = [PHONE, NAME, REFERENCE];
/** As a `bytea` shows, and as Base64 at any of its three offsets. */
const formsOf = (text: string): string[] => [
  text,
  Buffer.from(text).toString('hex'),
  ...[0, 1, 2].map((offset) => Buffer.from(`${' '.repeat(offset)}${text}`).toString('base64').slice(offset === 0 ? 0 : 4, -4)),
];
const FORMS = SECRETS.flatMap(formsOf);
const foundIn = (text: string): string[] => FORMS.filter((form) => text.includes(form));

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const onTask = (name: string, type: string) => `mutation ($input: ${type}!) { task: ${name}(input: $input) { id version } }`;

describe('the name and number of whoever reported a case', () => {
  let cases: EngineStand;
  let app: Awaited<ReturnType<typeof createService>>;
  let number: string;
  const logged: string[] = [];
  const answers: string[] = [];
  const member = () => cases.staff(randomUUID(), 'gridMember', GRID);
  const centre = () => cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');

  /** Asks a copy of the service that logs everything there is to log. */
  async function ask<T>(query: string, variables: object, as?: TokenWishes): Promise<{ data: T | null; errors?: object[] }> {
    const token = as && (await cases.issuer.token(as));
    const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/graphql`;
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    answers.push(text);
    return JSON.parse(text) as { data: T | null; errors?: object[] };
  }

  /** A whole life: reported, sent again, refused in several ways, looked for, shown, answered, rated, closed. */
  beforeAll(async () => {
    cases = await engineStand();
    const logger = createLogger('cases', 'trace', { write: (line: string) => void logged.push(line) });
    app = await createService(AppModule.with({ ...(cases.config as CasesConfig), LOG_LEVEL: 'trace' }, logger), logger);
    await app.listen(0, '127.0.0.1');
    const input = { idempotencyKey: randomUUID(), text: '路口积水', areaCode: GRID, reporter: { name: NAME, phone: PHONE, reference: REFERENCE } };
    const started = await ask<{ startCase: { case: { number: string } } }>(START, { input }, cases.hotline);
    number = started.data!.startCase.case.number;
    await ask(START, { input }, cases.hotline);
    await ask(START, { input: { ...input, text: '另一件事' } }, cases.hotline);
    await ask(START, { input: { ...input, idempotencyKey: ' ' } }, cases.hotline);
    await ask(START, { input: { ...input, idempotencyKey: randomUUID(), reporter: { name: NAME.repeat(30), phone: PHONE } } }, cases.hotline);
    while ((await cases.relay.relayOnce()) > 0);
    const handler = member();
    const task: OpenTask = await cases.openTask(number);
    const seen = { taskId: task.id, version: task.version };
    const claimed = await ask<{ task: { id: string; version: number } }>(onTask('claimTask', 'TaskReferenceInput'), { input: seen }, handler);
    const held = { taskId: task.id, version: claimed.data!.task.version };
    await ask('query ($n: ID!) { case(number: $n) { number reporter { name phone } timeline { type text } } }', { n: number }, handler);
    await ask('query ($f: CaseFilterInput!) { cases(filter: $f) { number } }', { f: { reporterPhone: PHONE, reporterName: NAME } }, centre());
    await ask('query ($f: CaseFilterInput!) { cases(filter: $f) { number } }', { f: { reporterPhone: `${PHONE}${PHONE}` } }, centre());
    answers.push(...(await withoutAnswers(() => ask(`mutation ($input: RevealReporterArguments!) { revealReporter(input: $input) { phone } }`, { input: { number, reason: '回拨' } }, handler))));
    await ask(onTask('completeTask', 'CompleteTaskArguments'), { input: { ...held, answer: '已清理' } }, handler);
    await cases.until(async () => (await stage()) === 'evaluating');
    await cases.decide('rateCase', number, {
      ...{ actor: { kind: 'resident' }, idempotencyKey: 'rating', ratingId: randomUUID(), round: 1 },
      ...{ rating: 'satisfied', comment: '' },
    });
    await cases.until(async () => (await stage()) === 'closed');
    const source = cases.app.get(DataSource, { strict: false });
    const adapter = createNotificationAdapter(cases.config as CasesConfig, source.manager, 'cases');
    await new NotificationSender(source, { schema: 'cases', adapter, log: logger }).sendOnce();
  }, 300_000);
  afterAll(async () => {
    await app?.close();
    await cases?.close();
  }, 60_000);

  const stage = async () => (await cases.sql<{ stage: string }>('select stage from case_file where number = $1', [number]))[0]?.stage;
  /** What is to be shown, with a reason, is no leak. */
  async function withoutAnswers(work: () => Promise<unknown>): Promise<string[]> {
    const before = answers.splice(0);
    await work();
    expect(foundIn(answers.splice(0).join())).toContain(PHONE);
    return before;
  }

  it('stand in no table of the service, in plain text or only written otherwise', async () => {
    const tables = await cases.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const leaks: string[] = [];
    let rows = 0;
    for (const { name } of tables) {
      const content = await cases.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      rows += content.length;
      for (const { row } of content) for (const form of foundIn(row)) leaks.push(`${name}: ${form}`);
    }
    expect(leaks).toEqual([]);
    expect(rows).toBeGreaterThan(30);
    expect(await cases.sql('select 1 from case_file where number = $1 and reporter_phone_sealed is not null', [number])).toHaveLength(1);
  });

  it('are in no history of the engine, opened, and in no search attribute', async () => {
    const codec = new AesPayloadCodec(parsePayloadKeys(PAYLOAD_KEYS));
    for (const workflowId of [number, `${number}/villageDirect/1`]) {
      const plain = historyToPlain(await cases.client.workflow.getHandle(workflowId).fetchHistory());
      const payloads: PayloadJson[] = [];
      JSON.stringify(plain, (_, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'metadata' in value && 'data' in value) payloads.push(value as PayloadJson);
        return value;
      });
      expect(payloads.length).toBeGreaterThan(5);
      const { payloads: opened } = await decodePayloadJson(codec, payloads);
      const text = opened.map(({ data }) => Buffer.from(data ?? '', 'base64').toString()).join('\n');
      expect(text).toContain(number);
      expect(foundIn(text)).toEqual([]);
      expect(foundIn(JSON.stringify(plain))).toEqual([]);
    }
  });

  it('are in no line of the log, at its finest, and in no answer but the one that was asked for with a reason', () => {
    expect(logged.length).toBeGreaterThan(10);
    expect(foundIn(logged.join(''))).toEqual([]);
    expect(answers.length).toBeGreaterThan(8);
    expect(foundIn(answers.join())).toEqual([]);
  });

  it('are forgotten in the end though the service was away when it was asked for', async () => {
    const [{ index }] = (await cases.sql<{ index: Buffer }>('select reporter_phone_index as index from case_file where number = $1', [number])) as [{ index: Buffer }];
    const input: ErasureInput = { erasureId: randomUUID(), residentId: randomUUID(), countyCode: COUNTY, subject: null, phoneIndexes: [index.toString('hex')] };
    await cases.sql('alter table personal_key rename to personal_key_away');
    const handle = await cases.client.workflow.start(ERASURE_WORKFLOW, {
      ...{ args: [input], taskQueue: TASK_QUEUES.cases, workflowId: erasureWorkflowId(input.erasureId) },
    });
    await cases.until(async () => {
      const { raw } = await handle.describe();
      return (raw.pendingActivities?.[0]?.attempt ?? 0) > 1;
    });
    await cases.sql('alter table personal_key_away rename to personal_key');
    await cases.until(async () => (await cases.sql('select 1 from case_file where number = $1 and reporter_erased_at is not null', [number])).length > 0);
    const { data } = await ask<{ case: { reporter: object } }>('query ($n: ID!) { case(number: $n) { reporter { name phone erased } } }', { n: number }, centre());
    expect(data?.case.reporter).toEqual({ name: null, phone: null, erased: true });
  }, 60_000);
});
