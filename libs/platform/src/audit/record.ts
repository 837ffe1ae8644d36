import { countyOf } from '@yiwang/domain/areas';
import { planOnce } from '../database/preparing-client.js';
import { currentScope } from '../row-scope/row-scope.js';
import { identifier, type SqlExecutor } from './executor.js';
import { WRITABLE_COLUMNS } from './tables.js';

export interface AuditedTarget {
  /** Such as `case` or `task`. */
  type: string;
  id: string;
  countyCode?: string;
}

/** Who acted: the platform's `Caller` is one, and so is an actor that a workflow recorded. */
export interface AuditedActor {
  kind: 'person' | 'client' | 'resident' | 'anonymous' | 'system';
  subject?: string | null;
  clientId?: string | null;
  roles?: readonly string[];
  correlationId?: string | null;
}

export interface AuditEntry {
  /** The mutation's name, such as `startCase`. */
  operation: string;
  caller: AuditedActor;
  /** `done` unless said otherwise. */
  outcome?: 'done' | 'refused' | 'failed';
  target?: AuditedTarget | null;
  /** Ids of the positions that the caller acted from, where the operation depends on them. */
  positions?: readonly string[];
  idempotencyKey?: string | null;
  /** Small facts such as a stage or a count. No names, phones or texts: the audit can never be erased. */
  details?: Record<string, unknown>;
}

/** `$1` is a JSON array of rows. */
const INSERT = (table: string): string =>
  planOnce(
    `INSERT INTO ${table} (${WRITABLE_COLUMNS.join(', ')})
     SELECT ${WRITABLE_COLUMNS.join(', ')} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
  );

/** The schema that a TypeORM manager's data source is set to, so that callers need not repeat it. */
function schemaOf(manager: SqlExecutor): string {
  const schema = (manager as { dataSource?: { options?: { schema?: string } } }).dataSource?.options?.schema;
  if (!schema) throw new Error('recordAudit needs a schema: give it, or set it on the data source');
  return schema;
}

/** Adds an entry in the caller's transaction: it stands exactly if the mutation stands. The linker chains it later. */
export const recordAudit = (manager: SqlExecutor, entry: AuditEntry, schema?: string): Promise<void> =>
  recordAudits(manager, [entry], schema);

/** The same for several at once. */
export async function recordAudits(
  manager: SqlExecutor,
  entries: readonly AuditEntry[],
  schema = schemaOf(manager),
): Promise<void> {
  const rows = JSON.stringify(entries.map(rowOf));
  await manager.query(INSERT(`${identifier(schema)}.audit_entry`), [rows]);
}

function rowOf(entry: AuditEntry): Record<(typeof WRITABLE_COLUMNS)[number], unknown> {
  const { caller, target } = entry;
  return {
    operation: entry.operation,
    outcome: entry.outcome ?? 'done',
    actor_kind: caller.kind,
    actor_subject: caller.subject ?? null,
    client_id: caller.clientId ?? null,
    roles: caller.roles ?? [],
    positions: entry.positions ?? [],
    target_type: target?.type ?? null,
    target_id: target?.id ?? null,
    county_code: target?.countyCode ?? homeOfCaller(),
    idempotency_key: entry.idempotencyKey ?? null,
    correlation_id: caller.correlationId ?? null,
    details: entry.details ?? {},
  };
}

/**
 * The county of whoever a statement is for, where all their posts lie in one. What was refused before it was known what it
 * is about, and what has no place, is their county's to look at.
 */
function homeOfCaller(): string | null {
  const homes = new Set(currentScope().areas.map(countyOf));
  const [home = null] = homes;
  return homes.size === 1 ? home : null;
}
