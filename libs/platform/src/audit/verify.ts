import { DAY_OF, ENTRY_COLUMNS, GENESIS, hashBlock, readBlocks, type Block, type StoredEntry } from './chain.js';
import { identifier, type SqlExecutor } from './executor.js';

export interface AuditProblem {
  kind: 'altered' | 'missing' | 'inserted' | 'unlinked' | 'chainBroken';
  text: string;
}

export interface AuditDay {
  day: string;
  entries: number;
  blocks: number;
  /** Entries that the linker has not reached yet, within the time allowed. */
  waiting: number;
  /** The first thing found wrong on that day, or null. */
  problem: AuditProblem | null;
}

export interface AuditHead {
  sequence: number;
  hash: string;
}

export interface AuditReport {
  days: AuditDay[];
  /** The last block of the range: note it somewhere else, and pass it as `expectedHead` another day. */
  head: AuditHead | null;
}

export interface VerifyOptions {
  /** First and last day (YYYY-MM-DD, Asia/Shanghai), both included; everything when left out. */
  from?: string;
  to?: string;
  /** How long an entry may wait to be linked. */
  unlinkedAfterSeconds?: number;
  /** A head noted earlier: finds a chain whose end was cut off or wholly recomputed. */
  expectedHead?: AuditHead;
}

/**
 * Recomputes the chain of one service, one day at a time, and says for each day the first thing that is wrong. Run it in
 * a REPEATABLE READ transaction, or entries written meanwhile may be seen on one side only.
 */
export async function verifyAudit(manager: SqlExecutor, schema: string, options: VerifyOptions = {}): Promise<AuditReport> {
  const report: AuditReport = { days: [], head: null };
  const last = (await readBlocks(manager, schema, 'ORDER BY b.sequence DESC LIMIT 1'))[0];
  for (const day of await daysOf(manager, schema, options)) {
    const blocks = await readBlocks(manager, schema, 'WHERE b.day = $1 ORDER BY b.sequence', [day]);
    const linked = new Set<string>();
    let problem: AuditProblem | null = null;
    for (const [position, block] of blocks.entries()) {
      problem ??= await checkBlock(manager, schema, block, position, linked);
      for (const id of block.entryIds) linked.add(id);
    }
    const entries = await entriesOf(manager, schema, day);
    const outside = entries.filter(({ id }) => !linked.has(id));
    problem ??= checkOutside(outside, last, options.unlinkedAfterSeconds ?? 60);
    report.days.push({ day, entries: entries.length, blocks: blocks.length, waiting: outside.length, problem });
    const head = blocks.at(-1);
    if (head && head.sequence > (report.head?.sequence ?? 0)) {
      report.head = { sequence: head.sequence, hash: head.hash.toString('hex') };
    }
  }
  if (options.expectedHead) await checkHead(manager, schema, options.expectedHead, report);
  return report;
}

async function daysOf(manager: SqlExecutor, schema: string, { from, to }: VerifyOptions): Promise<string[]> {
  const s = identifier(schema);
  const rows = await manager.query<{ day: string }[]>(
    `SELECT day::text AS day FROM (
       SELECT DISTINCT ${DAY_OF('recorded_at')} AS day FROM ${s}.audit_entry
        WHERE recorded_at >= coalesce($1::date, '-infinity')::timestamp AT TIME ZONE 'Asia/Shanghai'
          AND recorded_at < (coalesce($2::date, 'infinity') + interval '1 day')::timestamp AT TIME ZONE 'Asia/Shanghai'
       UNION SELECT DISTINCT day FROM ${s}.audit_block
        WHERE day BETWEEN coalesce($1::date, '-infinity') AND coalesce($2::date, 'infinity')) days ORDER BY day`,
    [from ?? null, to ?? null],
  );
  return rows.map(({ day }) => day);
}

const IN_DAY = `recorded_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
  AND recorded_at < ($1::date + interval '1 day')::timestamp AT TIME ZONE 'Asia/Shanghai'`;

async function checkBlock(
  manager: SqlExecutor,
  schema: string,
  block: Block,
  position: number,
  linked: ReadonlySet<string>,
): Promise<AuditProblem | null> {
  const name = `block ${block.position} of the day (${block.sequence} of the chain)`;
  if (block.position !== position) {
    return { kind: 'chainBroken', text: `block ${position} of the day is missing: ${name} stands in its place` };
  }
  const [previous] = await readBlocks(manager, schema, 'WHERE sequence = $1', [block.sequence - 1]);
  if (!previous && block.sequence !== 1) {
    return { kind: 'chainBroken', text: `block ${block.sequence - 1} of the chain is missing before ${name}` };
  }
  if (!block.prevHash.equals(previous?.hash ?? GENESIS)) {
    return { kind: 'chainBroken', text: `${name} does not follow the block before it` };
  }
  const twice = block.entryIds.find((id, i) => linked.has(id) || block.entryIds.indexOf(id) !== i);
  if (twice) return { kind: 'chainBroken', text: `entry ${twice} is linked twice, again in ${name}` };

  const entries = await manager.query<StoredEntry[]>(
    `SELECT ${ENTRY_COLUMNS} FROM ${identifier(schema)}.audit_entry WHERE id = ANY($2::bigint[]) AND ${IN_DAY}`,
    [block.day, block.entryIds],
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const missing = block.entryIds.find((id) => !byId.has(id));
  if (missing) return { kind: 'missing', text: `entry ${missing} of ${name} is not there any more` };
  const inOrder = block.entryIds.map((id) => byId.get(id)!);
  if (entries.length === inOrder.length && hashBlock(block, inOrder).equals(block.hash)) return null;
  const [first, final] = [block.entryIds[0], block.entryIds.at(-1)];
  return { kind: 'altered', text: `${name} or an entry in it (${first} to ${final}) was altered or reordered` };
}

interface Outside {
  id: string;
  xid: string;
  ageSeconds: number;
  horizonPassed: boolean;
}

async function entriesOf(manager: SqlExecutor, schema: string, day: string): Promise<Outside[]> {
  return manager.query<Outside[]>(
    `SELECT id::text AS "id", xid::text AS "xid", extract(epoch FROM clock_timestamp() - recorded_at)::float8 AS "ageSeconds",
            xid < pg_snapshot_xmin(pg_current_snapshot()) AS "horizonPassed"
       FROM ${identifier(schema)}.audit_entry e WHERE ${IN_DAY} ORDER BY e.id`,
    [day],
  );
}

function checkOutside(outside: Outside[], last: Block | undefined, limitSeconds: number): AuditProblem | null {
  const passed = outside.find(({ xid }) => last && BigInt(xid) < BigInt(last.linkedUpTo));
  if (passed) {
    const text = `entry ${passed.id} is in no block although the chain is complete beyond its transaction: put in afterwards`;
    return { kind: 'inserted', text };
  }
  // An open transaction elsewhere holds the linker back legitimately: such an entry is only waiting.
  const late = outside.find(({ ageSeconds, horizonPassed }) => horizonPassed && ageSeconds > limitSeconds);
  if (!late) return null;
  return { kind: 'unlinked', text: `entry ${late.id} has not been linked for ${Math.round(late.ageSeconds)} s` };
}

async function checkHead(manager: SqlExecutor, schema: string, expected: AuditHead, report: AuditReport): Promise<void> {
  const [block] = await readBlocks(manager, schema, 'WHERE sequence = $1', [expected.sequence]);
  if (block?.hash.toString('hex') === expected.hash.toLowerCase()) return;
  const day = block?.day ?? report.days.at(-1)?.day ?? 'unknown';
  const text = `block ${expected.sequence} of the chain is not the one that was noted`;
  const found = report.days.find((entry) => entry.day === day);
  if (found) found.problem ??= { kind: 'chainBroken', text };
  else report.days.push({ day, entries: 0, blocks: 0, waiting: 0, problem: { kind: 'chainBroken', text } });
}
