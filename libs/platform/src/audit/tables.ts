import { identifier, literal } from './executor.js';

export interface Ddl {
  up: string[];
  down: string[];
}

/** What the service itself may fill in; number, transaction and time are PostgreSQL's. */
export const WRITABLE_COLUMNS = [
  'operation',
  'outcome',
  'actor_kind',
  'actor_subject',
  'client_id',
  'roles',
  'positions',
  'target_type',
  'target_id',
  'county_code',
  'idempotency_key',
  'correlation_id',
  'details',
] as const;

/**
 * The audit of one service, for its migration (run by the owner of the schema). Both tables only ever grow: the role
 * that the service runs under gets INSERT and SELECT, and triggers refuse every other change, whoever tries.
 *
 * Entries are partitioned by month of `recorded_at`; `ensure_audit_months(ahead)` makes the coming months and may be
 * called by the service. An entry that finds no month falls into the default partition.
 */
export function auditTables(schema: string, runtimeRole: string): Ddl {
  const s = identifier(schema);
  const role = identifier(runtimeRole);
  return {
    up: [
      `CREATE TABLE ${s}.audit_entry (
         id bigint GENERATED ALWAYS AS IDENTITY,
         recorded_at timestamptz NOT NULL DEFAULT now(),
         xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
         operation text NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
         actor_kind text NOT NULL,
         actor_subject text,
         client_id text,
         roles text[] NOT NULL DEFAULT '{}',
         positions text[] NOT NULL DEFAULT '{}',
         target_type text,
         target_id text,
         county_code text,
         idempotency_key text,
         correlation_id text,
         details jsonb NOT NULL DEFAULT '{}',
         PRIMARY KEY (id, recorded_at)
       ) PARTITION BY RANGE (recorded_at)`,
      `CREATE INDEX audit_entry_xid ON ${s}.audit_entry (xid)`,
      `CREATE INDEX audit_entry_target ON ${s}.audit_entry (target_type, target_id)`,
      `CREATE TABLE ${s}.audit_block (
         sequence bigint PRIMARY KEY,
         day date NOT NULL,
         position int NOT NULL,
         linked_up_to xid8 NOT NULL,
         prev_hash bytea NOT NULL,
         entry_ids bigint[] NOT NULL,
         hash bytea NOT NULL,
         linked_at timestamptz NOT NULL DEFAULT now(),
         UNIQUE (day, position)
       )`,
      `CREATE FUNCTION ${s}.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         RAISE EXCEPTION 'the audit is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
           USING ERRCODE = 'insufficient_privilege';
       END $$`,
      ...['audit_entry', 'audit_block'].flatMap((table) => [
        `CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON ${s}.${table}
           FOR EACH ROW EXECUTE FUNCTION ${s}.refuse_audit_change()`,
        `CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ${s}.${table}
           FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse_audit_change()`,
      ]),
      // A truncate trigger is not inherited, and default privileges would open a new partition to the service.
      `CREATE FUNCTION ${s}.close_audit_partition(partition_name text) RETURNS void LANGUAGE plpgsql AS $$
       BEGIN
         EXECUTE format('REVOKE ALL ON %I.%I FROM %I', ${literal(schema)}, partition_name, ${literal(runtimeRole)});
         EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %1$I.%2$I
           FOR EACH STATEMENT EXECUTE FUNCTION %1$I.refuse_audit_change()', ${literal(schema)}, partition_name);
       END $$`,
      `CREATE FUNCTION ${s}.ensure_audit_months(ahead int) RETURNS void
         LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
       DECLARE
         month timestamp;
         partition_name text;
       BEGIN
         PERFORM pg_advisory_xact_lock(hashtextextended(${literal(`${schema}.audit_months`)}, 0));
         FOR i IN 0..least(greatest(ahead, 0), 24) LOOP
           month := date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + make_interval(months => i);
           partition_name := 'audit_entry_' || to_char(month, 'YYYY_MM');
           CONTINUE WHEN to_regclass(format('%I.%I', ${literal(schema)}, partition_name)) IS NOT NULL;
           BEGIN
             EXECUTE format('CREATE TABLE %1$I.%2$I PARTITION OF %1$I.audit_entry FOR VALUES FROM (%3$L) TO (%4$L)',
               ${literal(schema)}, partition_name,
               month AT TIME ZONE 'Asia/Shanghai', (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai');
             PERFORM ${s}.close_audit_partition(partition_name);
           EXCEPTION WHEN check_violation THEN
             NULL; -- entries of that month are already in the default partition and may stay there
           END;
         END LOOP;
       END $$`,
      `CREATE TABLE ${s}.audit_entry_default PARTITION OF ${s}.audit_entry DEFAULT`,
      `SELECT ${s}.close_audit_partition('audit_entry_default')`,
      `SELECT ${s}.ensure_audit_months(3)`,
      `REVOKE ALL ON ${s}.audit_entry, ${s}.audit_block FROM ${role}`,
      `REVOKE ALL ON FUNCTION ${s}.close_audit_partition(text), ${s}.ensure_audit_months(int) FROM PUBLIC`,
      `GRANT SELECT, INSERT (${WRITABLE_COLUMNS.join(', ')}) ON ${s}.audit_entry TO ${role}`,
      `GRANT SELECT, INSERT (sequence, day, position, linked_up_to, prev_hash, entry_ids, hash)
         ON ${s}.audit_block TO ${role}`,
      `GRANT EXECUTE ON FUNCTION ${s}.ensure_audit_months(int) TO ${role}`,
    ],
    down: [
      `DROP TABLE ${s}.audit_block`,
      `DROP TABLE ${s}.audit_entry`,
      `DROP FUNCTION ${s}.ensure_audit_months(int)`,
      `DROP FUNCTION ${s}.close_audit_partition(text)`,
      `DROP FUNCTION ${s}.refuse_audit_change()`,
    ],
  };
}
