import { parseArgs } from 'node:util';
import { verifyAudit, type AuditHead, type AuditReport, type SqlExecutor } from '@yiwang/platform/audit';
import { readConfigOrExit } from '@yiwang/platform/config';
import pg from 'pg';
import { z } from 'zod';
import { findSystem } from '../bench/system.js';

const HELP = `npm run verify-audit -- [--from 2026-11-01] [--to 2026-11-30] [--schema cases]… [--head cases:120:HASH]…

Recomputes the chain of every service's audit, day by day, in the database of the running system, or in the one that
MIGRATION_DATABASE_URL names.

  --from, --to       the first and the last day, as the counties count them; all of them, where left out
  --schema           one service only; may be given several times
  --head             a head that was noted on an earlier day: finds a chain whose end was cut off since
  --unlinked-after   seconds that an entry may wait for its block; 60, where left out

Ends with 0 where nothing is wrong, and with 1 where something is, or could not be looked at.`;

const SCHEMAS = ['identity', 'departments', 'grids', 'cases', 'evaluations'];

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    schema: { type: 'string', multiple: true, default: SCHEMAS },
    head: { type: 'string', multiple: true, default: [] },
    'unlinked-after': { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});

function notedHead(schema: string): AuditHead | undefined {
  const [, sequence, hash] = values.head.map((head) => head.split(':')).find(([name]) => name === schema) ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash } : undefined;
}

function print(schema: string, { days, head }: AuditReport): boolean {
  const wrong = days.filter(({ problem }) => problem);
  const sum = (field: 'entries' | 'blocks' | 'waiting'): number => days.reduce((total, day) => total + day[field], 0);
  const figures = `${days.length} days, ${sum('entries')} entries in ${sum('blocks')} blocks, ${sum('waiting')} waiting`;
  console.log(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${schema}: ${figures}`);
  if (head) console.log(`      head ${schema}:${head.sequence}:${head.hash}`);
  for (const { day, problem } of wrong) console.log(`      ${day} ${problem!.kind}: ${problem!.text}`);
  return wrong.length === 0;
}

function explain(error: unknown): never {
  console.error(`The audit cannot be checked: ${(error as Error).message}`);
  process.exit(1);
}

if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const { MIGRATION_DATABASE_URL } = readConfigOrExit({ MIGRATION_DATABASE_URL: z.url().optional() });
const connectionString = MIGRATION_DATABASE_URL ?? (await findSystem().catch(explain)).ownerDatabase;
const client = new pg.Client({ connectionString, application_name: 'yiwang-audit-verify' });
const executor: SqlExecutor = {
  query: async <T>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as T,
};

try {
  await client.connect();
  for (const schema of values.schema) {
    // One snapshot per service, so that entries written meanwhile do not look like gaps.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      const { from, to } = values;
      const unlinkedAfterSeconds = Number(values['unlinked-after']);
      const options = { from, to, unlinkedAfterSeconds, expectedHead: notedHead(schema) };
      if (!print(schema, await verifyAudit(executor, schema, options))) process.exitCode = 1;
    } catch (error) {
      console.log(`WRONG ${schema}: cannot be checked: ${(error as Error).message}`);
      process.exitCode = 1;
    } finally {
      await client.query('ROLLBACK');
    }
  }
} catch (error) {
  console.error(`The audit cannot be checked: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await client.end();
}
