import { DAY_OF, ENTRY_COLUMNS, GENESIS, hashBlock, latestBlock, type Block, type StoredEntry } from './chain.js';
import { identifier, literal, type SqlExecutor, type TransactionRunner } from './executor.js';
import { BackgroundLoop } from '../loop/index.js';
import { asSystem } from '../row-scope/row-scope.js';

export interface AuditLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface AuditLinkerOptions {
  schema: string;
  log?: AuditLog;
  /** Entries taken into a block at most, but for those of one transaction, which stay together. */
  blockSize?: number;
}

type Found = StoredEntry & { day: string };

const HOUR_MS = 3_600_000;

/**
 * Chains committed entries behind the writers' backs, so that no mutation waits for another one's entry.
 *
 * 1. Every entry carries the id of its transaction. Transactions below the snapshot's xmin have ended, each of them, so
 *    what is visible below that horizon is complete and nothing can appear there later: a block says up to which
 *    transaction it is complete, and the next run begins there. An entry is looked at once.
 * 2. One linker at a time, by an advisory lock; another one finds the lock taken and does nothing.
 * 3. A long transaction anywhere on the server holds the horizon back; entries wait meanwhile, none is lost.
 * 4. Transaction ids must go on growing. A logical restore begins them anew: then the linker refuses, see
 *    `assertSameCluster`.
 */
export class AuditLinker {
  private loop: BackgroundLoop | undefined;
  private monthsEnsuredAt = 0;

  constructor(
    private readonly runner: TransactionRunner,
    private readonly options: AuditLinkerOptions,
  ) {}

  start({ intervalMs = 1_000 }: { intervalMs?: number } = {}): void {
    this.loop ??= new BackgroundLoop(() => this.linkOnce(), {
      restMs: intervalMs,
      onFailure: (error) =>
        this.options.log?.error({ err: error, schema: this.options.schema }, 'audit entries could not be linked'),
    });
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop?.stop();
  }

  /** Links what is complete and not linked yet, up to one block a day; answers how many entries. */
  async linkOnce(): Promise<number> {
    await this.ensureMonths();
    return asSystem('audit', () => this.link());
  }

  private link(): Promise<number> {
    return this.runner.transaction(async (manager) => {
      if (!(await this.tryLock(manager))) return 0;
      const latest = await latestBlock(manager, this.options.schema);
      const { entries, linkedUpTo } = await this.findUnlinked(manager, latest?.linkedUpTo ?? '0');
      let previous = latest;
      for (const day of [...new Set(entries.map((entry) => entry.day))].sort()) {
        const ofDay = entries.filter((entry) => entry.day === day);
        previous = await this.append(manager, previous, day, linkedUpTo, ofDay);
      }
      return entries.length;
    });
  }

  private async ensureMonths(): Promise<void> {
    if (Date.now() - this.monthsEnsuredAt < HOUR_MS) return;
    await this.runner.transaction((manager) =>
      manager.query(`SELECT ${identifier(this.options.schema)}.ensure_audit_months(3)`),
    );
    this.monthsEnsuredAt = Date.now();
  }

  private async tryLock(manager: SqlExecutor): Promise<boolean> {
    const key = literal(`${this.options.schema}.audit_linker`);
    const [row] = await manager.query<{ got: boolean }[]>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) AS got`,
    );
    return row?.got === true;
  }

  private async findUnlinked(manager: SqlExecutor, from: string): Promise<{ entries: Found[]; linkedUpTo: string }> {
    const size = this.options.blockSize ?? 2_000;
    const rows = await manager.query<(Found & { horizon: string })[]>(
      // One statement, one snapshot: the horizon and what is visible below it belong together.
      `WITH horizon AS (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin), found AS (
         SELECT e.* FROM ${identifier(this.options.schema)}.audit_entry e, horizon
          WHERE e.xid >= $1::xid8 AND e.xid < horizon.xmin
          ORDER BY e.xid FETCH FIRST ${size} ROWS WITH TIES)
       SELECT horizon.xmin::text AS "horizon", ${DAY_OF('recorded_at')}::text AS "day", ${ENTRY_COLUMNS}
         FROM horizon LEFT JOIN found ON true
        ORDER BY found.xid, found.id`,
      [from],
    );
    const horizon = rows[0]!.horizon;
    assertSameCluster(from, horizon);
    const entries = rows.filter((row) => row.id !== null);
    const last = entries.at(-1);
    const linkedUpTo = last && entries.length >= size ? String(BigInt(last.xid) + 1n) : horizon;
    return { entries, linkedUpTo };
  }

  private async append(
    manager: SqlExecutor,
    previous: Block | undefined,
    day: string,
    linkedUpTo: string,
    entries: Found[],
  ): Promise<Block> {
    const { schema, log } = this.options;
    const [last] = await manager.query<{ position: number | null }[]>(
      `SELECT max(position) AS position FROM ${identifier(schema)}.audit_block WHERE day = $1`,
      [day],
    );
    const place = {
      sequence: (previous?.sequence ?? 0) + 1,
      day,
      position: (last?.position ?? -1) + 1,
      linkedUpTo,
      prevHash: previous?.hash ?? GENESIS,
    };
    const block: Block = { ...place, entryIds: entries.map(({ id }) => id), hash: hashBlock(place, entries) };
    await manager.query(
      `INSERT INTO ${identifier(schema)}.audit_block
         (sequence, day, position, linked_up_to, prev_hash, entry_ids, hash)
       VALUES ($1, $2, $3, $4::xid8, $5, $6::bigint[], $7)`,
      [block.sequence, day, block.position, linkedUpTo, block.prevHash, block.entryIds, block.hash],
    );
    if (previous && previous.day !== day) {
      // The head of a finished day leaves the database with the log: cutting off the end of the chain shows.
      const head = { schema, day: previous.day, sequence: previous.sequence, hash: previous.hash.toString('hex') };
      log?.info(head, 'audit chain at the end of a day');
    }
    return block;
  }
}

/**
 * After a restore from a logical dump the new server counts transactions from the start, and entries would wait for the
 * horizon to reach a number of the old server's. Better a clear stop than a silent gap.
 */
function assertSameCluster(linkedUpTo: string, horizon: string): void {
  if (BigInt(horizon) >= BigInt(linkedUpTo)) return;
  throw new Error(
    `the audit was linked up to transaction ${linkedUpTo}, but this server is only at ${horizon}: it was restored from a ` +
      'dump. Stop it, raise its counter with pg_resetwal --epoch / --next-transaction-id above that number, start again',
  );
}
