import type { INestApplication } from '@nestjs/common';
import { DataSource, type Logger } from 'typeorm';

/** Every statement that a service sends to PostgreSQL while `work` runs, in order: proof that reads are batched. */
export async function statementsDuring(app: INestApplication, work: () => Promise<unknown>): Promise<string[]> {
  const source = app.get(DataSource, { strict: false });
  const usual = source.logger;
  const statements: string[] = [];
  const quiet = (): void => undefined;
  const listening: Logger = {
    logQuery: (query) => void statements.push(query),
    logQueryError: quiet,
    logQuerySlow: quiet,
    logSchemaBuild: quiet,
    logMigration: quiet,
    log: quiet,
  };
  source.logger = listening;
  try {
    await work();
  } finally {
    source.logger = usual;
  }
  return statements;
}
