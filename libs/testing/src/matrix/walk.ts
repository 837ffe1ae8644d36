import { isErrorCode } from '@yiwang/contracts/errors';
import type { GraphAnswer, TestSubgraph } from '../subgraph/index.js';
import type { TokenWishes } from '../keycloak/index.js';
import { documentsOf, type Documents } from './documents.js';
import { CALLERS, PLACES, mayCall, reachOf, type MatrixCaller, type OperationRow, type OperationTable, type Place } from './rows.js';

export interface MatrixStand<Things extends { mark: string }> {
  subgraph: TestSubgraph;
  /** Signs in whoever is of a role at the own place; nobody for `anonymous`. */
  callers: Record<MatrixCaller, TokenWishes | undefined>;
  /** Things of each place; `mark` is a text that only what belongs to them holds. */
  things: Record<Place, Things>;
  /** Tables that a service fills by itself or that count calls, whoever makes them. */
  ownTables?: readonly string[];
  /** What a subscription tells first, or why it is refused; needed where the service has any. */
  follow?(query: string, variables: Record<string, unknown>, as?: TokenWishes): Promise<GraphAnswer<Record<string, unknown>>>;
  /** Called before each operation, to make things anew that the last one used up. */
  renew?(entry: string): Promise<void>;
}

/** One operation asked for in every combination: what was not as the row says, each in a sentence. */
export async function walkOperation<Things extends { mark: string }>(
  stand: MatrixStand<Things>,
  documents: Documents,
  entry: string,
  row: OperationRow<Things>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const caller of CALLERS) {
    // Whoever lacks the role is refused before anybody looks at places.
    for (const place of mayCall(row, caller) ? PLACES : (['own'] as const)) {
      const things = stand.things[place];
      const { query, variables } = documents.document(entry, (await row.args?.(things, { subject: stand.callers[caller]?.subject ?? '', name: caller })) ?? {});
      const isWrite = entry.startsWith('Mutation.');
      const before = isWrite ? await footprint(stand) : undefined;
      const answer = await ask(stand, entry, query, variables, caller);
      const seen = verdict(stand, row, place, answer);
      const expected = reachOf(row, caller).includes(place) ? 'reached' : 'closed';
      const say = (text: string): void => void wrong.push(`${caller} → ${place}: ${text} (${told(answer)})`);
      if (!mayCall(row, caller) && !isRefusedByRole(answer)) say('is not refused for the role');
      if (seen !== expected) say(`is ${seen}, should be ${expected}`);
      if ((place !== 'elsewhere' || expected === 'closed') && row.bound !== 'public' && JSON.stringify(answer.data ?? '').includes(stand.things.elsewhere.mark)) say('shows the other county');
      if (before === undefined) continue;
      const after = await footprint(stand);
      if (expected === 'closed' && before.rows !== after.rows) say('wrote although it should be closed');
      if (isDone(answer) && seen === 'reached' && !row.unaudited && after.audited === before.audited) say('succeeded and is not on the audit trail');
    }
  }
  return wrong;
}

/** Every role that may not call an operation, and nobody, with made-up arguments: who is not refused, each in a sentence. */
export async function walkRoles<Things extends { mark: string }>(
  stand: MatrixStand<Things>,
  documents: Documents,
  entry: string,
  row: OperationRow<Things>,
): Promise<string[]> {
  const wrong: string[] = [];
  const { query, variables } = documents.document(entry, documents.madeUp(entry));
  for (const caller of CALLERS) {
    if (entry.startsWith('Subscription.')) continue;
    const answer = await stand.subgraph.ask<Record<string, unknown>>(query, variables, stand.callers[caller]);
    if (!mayCall(row, caller) && !isRefusedByRole(answer)) wrong.push(`${caller}: is not refused for the role (${told(answer)})`);
    if (isDone(answer) && !mayCall(row, caller) && Object.values(answer.data ?? {}).some((value) => value !== null)) wrong.push(`${caller}: is answered`);
  }
  return wrong;
}

/** What the table and the service disagree about: operations without a row, rows without one, other roles than declared. */
export function disagreements<T>(table: OperationTable<T>, declared: readonly { type: string; name: string; access?: { public: boolean; roles?: readonly string[] } }[]): string[] {
  const wrong: string[] = [];
  const known = new Map(declared.map((entry) => [`${entry.type}.${entry.name}`, entry.access]));
  for (const [entry, access] of known) {
    const row = table[entry];
    if (!row) wrong.push(`${entry} has no row`);
    else if (rolesOf(access?.public ? 'public' : (access?.roles ?? [])) !== rolesOf(row.may)) wrong.push(`${entry} is declared for other roles than its row: ${rolesOf(access?.public ? 'public' : (access?.roles ?? []))}`);
  }
  for (const entry of Object.keys(table)) if (!known.has(entry)) wrong.push(`${entry} has a row and is no operation`);
  return wrong;
}

export async function documentsFor(subgraph: TestSubgraph): Promise<Documents> {
  const { data } = await subgraph.ask<{ _service: { sdl: string } }>('{ _service { sdl } }');
  return documentsOf(data!._service.sdl);
}

const rolesOf = (may: 'public' | readonly string[]): string => (may === 'public' ? may : [...may].toSorted().join(' '));

/** Refusals that say: not you, not here, or there is no such thing (for you). */
const CLOSED = /^(FORBIDDEN|UNAUTHENTICATED|NOT_FROM_ABOVE|START_NOT_PERMITTED|AREA_OUTSIDE_JURISDICTION|UNIT_NOT_YOURS|TASK_NOT_YOURS|PATROL_NOT_YOURS|RECTIFICATION_NOT_YOURS|PICKUP_CODE_WRONG|RATING_LINK_WRONG|[A-Z_]*NOT_FOUND|[A-Z_]*UNKNOWN)$/;

function ask<T extends { mark: string }>(
  stand: MatrixStand<T>,
  entry: string,
  query: string,
  variables: Record<string, unknown>,
  caller: MatrixCaller,
): Promise<GraphAnswer<Record<string, unknown>>> {
  if (!entry.startsWith('Subscription.')) return stand.subgraph.ask(query, variables, stand.callers[caller]);
  if (!stand.follow) throw new Error(`${entry} is a subscription, and the stand follows none`);
  return stand.follow(query, variables, stand.callers[caller]);
}

/** Told to whoever was let through, where what would act on it does not run in the test. */
const AWAY = ['ENGINE_UNAVAILABLE', 'SERVICE_UNAVAILABLE'];

const isDone = ({ data, errors }: GraphAnswer<Record<string, unknown>>): boolean => !errors?.length && data !== null;

const isRefusedByRole = ({ errors }: GraphAnswer<unknown>): boolean =>
  ['FORBIDDEN', 'UNAUTHENTICATED'].includes(errors?.[0]?.extensions.code ?? '');

function verdict<Things extends { mark: string }>(
  stand: MatrixStand<Things>,
  row: OperationRow<Things>,
  place: Place,
  answer: GraphAnswer<Record<string, unknown>>,
): 'reached' | 'closed' | 'broken' {
  const refusal = answer.errors?.find(({ path }) => (path?.length ?? 0) <= 1)?.extensions.code;
  // A refusal that the row does not foresee tells nothing of places.
  if (refusal !== undefined && [...AWAY, ...(row.refusals ?? [])].includes(refusal)) return 'reached';
  if (refusal !== undefined) return isErrorCode(refusal) && CLOSED.test(refusal) ? 'closed' : 'broken';
  if (row.shows === null) return 'reached';
  const things = stand.things[place];
  return JSON.stringify(answer.data).includes(row.shows?.(things) ?? things.mark) ? 'reached' : 'closed';
}

const told = ({ data, errors }: GraphAnswer<unknown>): string =>
  errors?.length ? errors.map(({ extensions, message, path }) => `${extensions.code} ${message} ${path?.join('.') ?? ''}`).join('; ') : JSON.stringify(data).slice(0, 300);

/** Rows and their last writers in every table of the service, and how many entries its audit has. */
async function footprint<T extends { mark: string }>({ subgraph, ownTables = [] }: MatrixStand<T>) {
  const tables = await subgraph.sql<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and c.relname !~ '^(audit_|migrations)' and c.relname <> all($1) order by 1`,
    [[...ownTables, 'migrations']],
  );
  const counts = tables.map(({ name }) => `select '${name}' t, count(*) n, max(xmin::text::bigint) x from ${name}`);
  const [row] = await subgraph.sql<{ rows: string; audited: string }>(
    `select (select json_agg(r)::text from (${counts.join(' union all ')}) r) as rows, (select count(*)::text from audit_entry) as audited`,
  );
  return row!;
}
