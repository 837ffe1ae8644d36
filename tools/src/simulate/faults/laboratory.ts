import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { ReasonKind, Repair } from '@yiwang/domain/stuck';
import { connectEngine } from '@yiwang/platform/engine';
import pg from 'pg';
import { graphClient, type GraphClient } from '../../bench/graph-client.js';
import { findSystem } from '../../bench/system.js';
import { CHECKOUT } from '../../infrastructure/folders.js';
import { StartProblem } from '../../infrastructure/problem.js';
import { databaseUrl, MAIN_DATABASE } from '../../infrastructure/provision.js';
import type { ProcessName } from '../../start/processes.js';
import type { Screen } from '../../start/screen.js';
import { startStack, type Part, type Stack } from '../../start/stack.js';
import { freeOffset, withoutOutsideServers } from '../../test/journey-stack.js';
import { Sessions } from '../sessions.js';
import { noticeGateway, type NoticeGateway } from './gateway.js';

const GRID = '990121101201001';
const STARTER = 'hotline-12345';
const SUPERVISOR = 'supervisor-sun';
const HANDLER = 'grid-li';
const AT_ONCE = 10;
const LOOK_AGAIN_MS = 500;

const START = 'mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }';
const TASK = 'query ($number: ID!) { case(number: $number) { tasks { id version } } }';
const CLAIM = 'mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id } }';
const REPAIR = 'mutation ($input: RepairArguments!) { repairCase(input: $input) { count } }';
const reasonsOf = (numbers: readonly string[]): string =>
  `{ ${numbers.map((number, n) => `c${n}: case(number: "${number}") { reason { kind } }`).join(' ')} }`;

/** Why a case is shown to stand; null: no reason is told. */
export type Shown = ReadonlyMap<string, ReasonKind | null>;

/** A system of its own in real time, whose parts can be broken, and people who look at it as a supervisor does. */
export class Laboratory {
  private constructor(
    readonly stack: Stack,
    readonly gateway: NoticeGateway,
    readonly engine: Client,
    readonly sql: pg.Pool,
    private readonly graph: GraphClient,
    private readonly sessions: Sessions,
    private readonly dataDir: string,
  ) {}

  static async begin(screen: Screen): Promise<Laboratory> {
    const dataDir = await mkdtemp(join(tmpdir(), 'yiwang-faults-'));
    // PostgreSQL may run as another user, who has to be able to walk down to its data.
    await chmod(dataDir, 0o755);
    screen.line(`Starting a system of its own (data in ${dataDir}), to break it`);
    const gateway = await noticeGateway();
    const stack = await startStack({
      ...{ dataDir, portOffset: await freeOffset(), demo: true, env: withoutOutsideServers(process.env), narrator: screen },
      settings: gateway.settings,
    });
    const system = await findSystem({ YIWANG_DATA: dataDir });
    const realm = await readFile(join(CHECKOUT, 'deploy', 'keycloak', 'yiwang-realm.json'), 'utf8');
    const { clients } = JSON.parse(realm) as { clients: { clientId: string; secret?: string }[] };
    const secrets = new Map(clients.flatMap(({ clientId, secret }) => (secret ? [[clientId, secret] as const] : [])));
    const engine = connectEngine({ address: system.temporal, namespace: 'default', codecKeys: stack.secrets.payloadKeys });
    const sql = new pg.Pool({ connectionString: databaseUrl(stack.postgres, MAIN_DATABASE), max: 2, options: '-c search_path=cases' });
    // PostgreSQL is stopped on purpose: whoever asks hears of it.
    sql.on('error', () => undefined);
    return new Laboratory(stack, gateway, engine, sql, graphClient(system.gateway, AT_ONCE), new Sessions(system.tokenUrl, secrets), dataDir);
  }

  async end(keepsData: boolean): Promise<void> {
    this.graph.close();
    await this.sql.end();
    await this.engine.connection.close();
    await this.stack.stop();
    await this.gateway.close();
    if (!keepsData) await rm(this.dataDir, { recursive: true, force: true });
  }

  /** A part of the system, to be stopped and started. */
  part(name: Part | ProcessName) {
    const part = this.stack.supervised.get(name);
    if (!part) throw new StartProblem(`${name} does not run here`);
    return part;
  }

  /** Kills the processes of a part, as a machine would; whoever supervises it starts it again. */
  kill(name: Part | ProcessName): void {
    for (const { pid } of this.part(name).running?.children ?? []) process.kill(pid, 'SIGKILL');
  }

  async startCases(count: number): Promise<string[]> {
    const token = await this.sessions.tokenOf(STARTER);
    return inBatches(Array.from({ length: count }, () => randomUUID()), async (key) => {
      const input = { idempotencyKey: key, kind: 'complaint', channel: 'hotline', areaCode: GRID, text: `故障演练 ${key}` };
      const { startCase } = await this.graph.ask<{ startCase: { case: { number: string } } }>(START, { input }, token);
      return startCase.case.number;
    });
  }

  /** Somebody takes the case, and then does nothing. */
  async claim(number: string): Promise<void> {
    const token = await this.sessions.tokenOf(HANDLER);
    const { case: found } = await this.graph.ask<{ case: { tasks: { id: string; version: number }[] } }>(TASK, { number }, token);
    const [task] = found.tasks;
    if (!task) throw new StartProblem(`${number} has no task to claim`);
    await this.graph.ask(CLAIM, { input: { taskId: task.id, version: task.version } }, token);
  }

  /** What a supervisor does about one case. @throws Refused */
  async repair(number: string, act: Repair): Promise<void> {
    await this.graph.ask(REPAIR, { input: { number, act, reason: '故障演练' } }, await this.sessions.tokenOf(SUPERVISOR));
  }

  /** Why the cases stand, as the supervisor's page says. @throws Refused, or what the network says */
  async reasons(numbers: readonly string[]): Promise<Shown> {
    const token = await this.sessions.tokenOf(SUPERVISOR);
    const shown = new Map<string, ReasonKind | null>();
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
      const some = numbers.slice(from, from + AT_ONCE);
      const answer = await this.graph.ask<Record<string, { reason: { kind: ReasonKind } | null }>>(reasonsOf(some), {}, token);
      some.forEach((number, n) => shown.set(number, answer[`c${n}`]?.reason?.kind ?? null));
    }
    return shown;
  }

  /**
   * Looks until every case shows the reason, or time is up. While the page cannot be asked nothing is shown.
   * @returns for each case what was shown last, and after how many milliseconds the wanted reason was.
   */
  async watch(numbers: readonly string[], wanted: ReasonKind, limitMs: number): Promise<Map<string, { last: ReasonKind | null; afterMs: number | null }>> {
    const begun = Date.now();
    const seen = new Map<string, { last: ReasonKind | null; afterMs: number | null }>(numbers.map((number) => [number, { last: null, afterMs: null }]));
    for (;;) {
      const waited = numbers.filter((number) => seen.get(number)?.afterMs === null);
      const shown = await this.reasons(waited).catch((): Shown => new Map());
      for (const [number, last] of shown) seen.set(number, { last, afterMs: last === wanted ? Date.now() - begun : null });
      if (waited.length === 0 || Date.now() - begun > limitMs) return seen;
      await pause(LOOK_AGAIN_MS);
    }
  }
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) done.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return done;
}
