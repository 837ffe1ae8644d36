/**
 * Checks the audit chain of every service and exits with 1 if anything is wrong.
 *
 * Usage: MIGRATION_DATABASE_URL=… node tools/dist/audit/verify.js [--from YYYY-MM-DD] [--to YYYY-MM-DD]
 *        [--schema cases]… [--head cases:120:<hash>]… [--unlinked-after 60]
 * `--head` takes a line's head that was noted on an earlier day, and finds a chain whose end was cut off since.
 */
import { parseArgs } from 'node:util';
import { readConfigOrExit } from '@yiwang/platform/config';
import { verifyAudit, type AuditHead, type AuditReport, type SqlExecutor } from '@yiwang/platform/audit';
import pg from 'pg';
import { z } from 'zod';

const SCHEMAS = ['identity', 'departments', 'grids', 'cases', 'evaluations'];

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    schema: { type: 'string', multiple: true, default: SCHEMAS },
    head: { type: 'string', multiple: true, default: [] },
    'unlinked-after': { type: 'string', default: '60' },
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

const { MIGRATION_DATABASE_URL } = readConfigOrExit({ MIGRATION_DATABASE_URL: z.url() });
const client = new pg.Client({ connectionString: MIGRATION_DATABASE_URL, application_name: 'yiwang-audit-verify' });
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
