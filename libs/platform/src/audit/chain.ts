import { createHash } from 'node:crypto';
import { identifier, type SqlExecutor } from './executor.js';

/**
 * How entries become a chain. Whatever is written here is what a verifier recomputes for ten years: a new column of
 * `audit_entry` needs a new format number in `hashBlock`, never a change to this one.
 */
export interface StoredEntry {
  id: string;
  recordedAt: string;
  xid: string;
  operation: string;
  outcome: string;
  actorKind: string;
  actorSubject: string | null;
  clientId: string | null;
  roles: string[];
  positions: string[];
  targetType: string | null;
  targetId: string | null;
  countyCode: string | null;
  idempotencyKey: string | null;
  correlationId: string | null;
  details: string;
}

export interface Block {
  sequence: number;
  day: string;
  position: number;
  linkedUpTo: string;
  prevHash: Buffer;
  entryIds: string[];
  hash: Buffer;
}

export const GENESIS = Buffer.alloc(32);

/** The day of an entry or block, in the time of the counties. */
export const DAY_OF = (column: string): string => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`;

/** Every column as text that PostgreSQL writes in one way only: microseconds, 64-bit numbers and jsonb survive. */
export const ENTRY_COLUMNS = `
  id::text AS "id",
  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
  xid::text AS "xid", operation AS "operation", outcome AS "outcome", actor_kind AS "actorKind",
  actor_subject AS "actorSubject", client_id AS "clientId", roles AS "roles", positions AS "positions",
  target_type AS "targetType", target_id AS "targetId", county_code AS "countyCode",
  idempotency_key AS "idempotencyKey", correlation_id AS "correlationId", details::text AS "details"`;

const canonical = (e: StoredEntry): Record<keyof StoredEntry, unknown> => ({
  id: e.id,
  recordedAt: e.recordedAt,
  xid: e.xid,
  operation: e.operation,
  outcome: e.outcome,
  actorKind: e.actorKind,
  actorSubject: e.actorSubject,
  clientId: e.clientId,
  roles: e.roles,
  positions: e.positions,
  targetType: e.targetType,
  targetId: e.targetId,
  countyCode: e.countyCode,
  idempotencyKey: e.idempotencyKey,
  correlationId: e.correlationId,
  details: e.details,
});

/** sha256(previous hash || canonical JSON of the block's place and its entries in order). */
export function hashBlock(place: Omit<Block, 'hash' | 'entryIds'>, entries: readonly StoredEntry[]): Buffer {
  const { sequence, day, position, linkedUpTo, prevHash } = place;
  const body = JSON.stringify({ format: 1, sequence, day, position, linkedUpTo, entries: entries.map(canonical) });
  return createHash('sha256').update(prevHash).update(body, 'utf8').digest();
}

interface BlockRow extends Omit<Block, 'sequence'> {
  sequence: string;
}

/** Blocks by a clause on the table `b`. Order by `b.sequence`: the bare name would be the text of the answer. */
export async function readBlocks(
  manager: SqlExecutor,
  schema: string,
  clause: string,
  parameters: unknown[] = [],
): Promise<Block[]> {
  const rows = await manager.query<BlockRow[]>(
    `SELECT sequence::text AS "sequence", day::text AS "day", position AS "position",
            linked_up_to::text AS "linkedUpTo", prev_hash AS "prevHash", entry_ids::text[] AS "entryIds", hash AS "hash"
       FROM ${identifier(schema)}.audit_block b ${clause}`,
    parameters,
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

export async function latestBlock(manager: SqlExecutor, schema: string): Promise<Block | undefined> {
  return (await readBlocks(manager, schema, 'ORDER BY b.sequence DESC LIMIT 1'))[0];
}
