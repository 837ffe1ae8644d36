import pg from 'pg';

const names = new Map<string, string>();

/**
 * Marks a statement to be parsed and planned once per connection instead of with each call; for long ones that costs
 * several times what running them does, and TypeORM has no way to name a statement.
 *
 * Only where the good plan is the same however much is in the tables: inserts, and reads by unique keys. A plan made
 * while a table was nearly empty stays until PostgreSQL analyses the table again, up to a minute; for a queue that
 * swings between nothing and a hundred thousand rows that is a disaster. A pooler in between must know prepared
 * statements, as PgBouncer does from 1.21 on.
 */
export function planOnce(text: string): string {
  if (!names.has(text)) names.set(text, `planned_${names.size + 1}`);
  return text;
}

/** A connection that prepares the statements marked with `planOnce`. */
export class PreparingClient extends pg.Client {
  // The driver has many overloads; only the form (text, values) of a marked statement is changed.
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
    const passed = name === undefined ? given : [{ name, text, values }, ...rest];
    return (super.query as (...passed: unknown[]) => unknown).apply(this, passed) as never;
  }
}
