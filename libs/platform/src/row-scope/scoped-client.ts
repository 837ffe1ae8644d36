import { PreparingClient } from '../database/preparing-client.js';
import { currentScope, settingOf } from './row-scope.js';

const SET_SCOPE = { name: 'row_scope', text: `select set_config('yiwang.scope', $1, false)` };
const OPENS = /^\s*(begin|start\s+transaction)/i;
const CLOSES = /^\s*(commit|rollback|end\b)/i;

/**
 * A connection that tells PostgreSQL for whom the next statement is, whenever that is another than before. The driver
 * sends statements of one connection in their order, so nothing slips in between.
 *
 * The setting belongs to the connection. A pooler in between must give a connection to one client at a time (session
 * mode).
 */
export class ScopedClient extends PreparingClient {
  private told: string | undefined = '';
  private inTransaction = false;
  private toldInTransaction = false;

  override query(...given: unknown[]): never {
    const setting = settingOf(currentScope());
    if (setting === this.told) return this.send(given);
    const telling = this.tell(setting);
    // A promise waits for it; what calls back is put into the driver's own queue behind it.
    if (takesCallback(given)) {
      telling.catch(() => undefined);
      return this.send(given);
    }
    return telling.then(() => this.send(given) as unknown) as never;
  }

  private send(given: readonly unknown[]): never {
    const text = textOf(given[0]);
    if (text !== undefined) this.follow(text);
    return (super.query as (...passed: unknown[]) => unknown).apply(this, [...given]) as never;
  }

  private async tell(setting: string): Promise<void> {
    this.told = setting;
    this.toldInTransaction ||= this.inTransaction;
    try {
      await (super.query as (...passed: unknown[]) => Promise<unknown>).call(this, { ...SET_SCOPE, values: [setting] });
    } catch (error) {
      this.told = undefined;
      throw error;
    }
  }

  /** What was told inside a transaction is forgotten by the server when that is rolled back, in part or whole. */
  private follow(text: string): void {
    if (OPENS.test(text)) {
      this.inTransaction = true;
    } else if (CLOSES.test(text)) {
      if (this.toldInTransaction) this.told = undefined;
      if (!/\bto\b/i.test(text)) this.inTransaction = this.toldInTransaction = false;
    }
  }
}

const textOf = (first: unknown): string | undefined =>
  typeof first === 'string' ? first : (first as { text?: string } | null | undefined)?.text;

const takesCallback = (given: readonly unknown[]): boolean =>
  given.some((part) => typeof part === 'function') || typeof (given[0] as { submit?: unknown }).submit === 'function';
