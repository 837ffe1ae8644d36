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

const INSERT = (table: string): string =>
  `INSERT INTO ${table} (${WRITABLE_COLUMNS.join(', ')})
   VALUES (${WRITABLE_COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`;

/** The schema that a TypeORM manager's data source is set to, so that callers need not repeat it. */
function schemaOf(manager: SqlExecutor): string {
  const schema = (manager as { dataSource?: { options?: { schema?: string } } }).dataSource?.options?.schema;
  if (!schema) throw new Error('recordAudit needs a schema: give it, or set it on the data source');
  return schema;
}

/** Adds an entry in the caller's transaction: it stands exactly if the mutation stands. The linker chains it later. */
export async function recordAudit(manager: SqlExecutor, entry: AuditEntry, schema = schemaOf(manager)): Promise<void> {
  const { caller, target } = entry;
  await manager.query(INSERT(`${identifier(schema)}.audit_entry`), [
    entry.operation,
    entry.outcome ?? 'done',
    caller.kind,
    caller.subject ?? null,
    caller.clientId ?? null,
    caller.roles ?? [],
    entry.positions ?? [],
    target?.type ?? null,
    target?.id ?? null,
    target?.countyCode ?? null,
    entry.idempotencyKey ?? null,
    caller.correlationId ?? null,
    JSON.stringify(entry.details ?? {}),
  ]);
}
