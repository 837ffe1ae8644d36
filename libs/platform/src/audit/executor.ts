/** What the platform's SQL needs: TypeORM's EntityManager is one, so that a statement joins its transaction. */
export interface SqlExecutor {
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** Opens a transaction of its own: TypeORM's DataSource is one. */
export interface TransactionRunner {
  transaction<T>(work: (manager: SqlExecutor) => Promise<T>): Promise<T>;
}

/** Quotes a schema, role or table name. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Quotes a text constant for DDL, where parameters are not possible. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
