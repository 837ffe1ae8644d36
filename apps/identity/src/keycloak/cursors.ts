import type { DataSource, EntityManager } from 'typeorm';
import type { KeycloakEvent } from './keycloak.js';

export type CursorName = 'doors' | 'changes' | 'signIns' | 'sweep';

/** Events are written after what they tell of and by several servers: a little is read twice, and known by its id. */
const OVERLAP_MS = 10_000;
const PAGE = 100;

/** The cursor for this transaction, or null while another process has it. */
export async function takeCursor(
  manager: EntityManager,
  name: CursorName,
): Promise<{ at: Date; now: Date; seen: string[] } | null> {
  const [row] = await manager.query<{ at: Date; now: Date; seen: string[] }[]>(
    `select at, now() as now, seen from keycloak_cursor where name = $1 for update skip locked`,
    [name],
  );
  return row ?? null;
}

export const moveCursor = (
  manager: EntityManager,
  name: CursorName,
  at: Date,
  seen: readonly string[] = [],
): Promise<unknown> => manager.query(`update keycloak_cursor set at = $2, seen = $3 where name = $1`, [name, at, seen]);

type Read = (since: Date, first: number, max: number) => Promise<KeycloakEvent[]>;

/**
 * New events since the cursor, each once, and the cursor moved in the same transaction as what is done with them.
 * @param use records what they mean; what it writes stands exactly if the cursor moves.
 */
export async function readNewEvents(
  source: DataSource,
  name: CursorName,
  read: Read,
  use: (manager: EntityManager, events: KeycloakEvent[]) => Promise<void>,
): Promise<number> {
  return source.transaction(async (manager) => {
    const cursor = await takeCursor(manager, name);
    if (cursor === null) return 0;
    const since = new Date(cursor.at.getTime() - OVERLAP_MS);
    const recent: KeycloakEvent[] = [];
    for (let first = 0; ; first += PAGE) {
      const page = await read(since, first, PAGE);
      recent.push(...page);
      if (page.length < PAGE) break;
    }
    const seen = new Set(cursor.seen);
    const fresh = recent.filter(({ id, at }) => !seen.has(id) && at > since);
    if (fresh.length === 0) return 0;
    await use(manager, fresh);
    const latest = new Date(Math.max(cursor.at.getTime(), ...fresh.map(({ at }) => at.getTime())));
    const kept = recent.filter(({ at }) => at.getTime() > latest.getTime() - OVERLAP_MS).map(({ id }) => id);
    await moveCursor(manager, name, latest, kept);
    return fresh.length;
  });
}
