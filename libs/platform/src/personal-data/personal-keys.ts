import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { SqlExecutor } from '../audit/executor.js';
import { planOnce } from '../database/preparing-client.js';
import { asSystem } from '../row-scope/row-scope.js';
import type { DataKey, KeyRing, WrappedKey } from './key-ring.js';
import { PERSONAL_DATA_SYSTEM } from './tables.js';

const COLUMNS = 'id, subject, wrapped, wrapped_by as "wrappedBy"';

/** `$1` ids, `$2` subjects, `$3` wrapped keys, `$4` by which key. What stands already is found, not replaced. */
const FIND_OR_MAKE = planOnce(`
with given as (select * from unnest($1::uuid[], $2::text[], $3::bytea[]) g(id, subject, wrapped)),
made as (
  insert into personal_key (id, subject, wrapped, wrapped_by) select id, subject, wrapped, $4 from given
  on conflict (subject) where destroyed_at is null do nothing
  returning ${COLUMNS}
)
select * from made
union all
select ${COLUMNS} from personal_key where subject = any($2::text[]) and destroyed_at is null`);

const BY_ID = planOnce(`select ${COLUMNS} from personal_key where id = any($1::uuid[]) and destroyed_at is null`);

const destroyWhere = (condition: string): string => `
update personal_key set destroyed_at = now(), subject = null, wrapped = null, wrapped_by = null
where ${condition} and destroyed_at is null returning id`;

const DESTROY_OF = destroyWhere('subject = any($1::text[])');
const DESTROY = destroyWhere('id = any($1::uuid[])');

const TO_REWRAP = `
select ${COLUMNS} from personal_key where destroyed_at is null and wrapped_by <> $1
order by id limit $2 for update skip locked`;

const REWRAP = `
update personal_key k set wrapped = g.wrapped, wrapped_by = $3
from unnest($1::uuid[], $2::bytea[]) g(id, wrapped) where k.id = g.id`;

export interface PersonalKeysOptions {
  /** How long an opened key is remembered: a key that another process destroys is used up to so long. */
  rememberMs?: number;
  /** How many opened keys are remembered at once. */
  most?: number;
}

interface Source extends SqlExecutor {
  transaction<T>(work: (manager: SqlExecutor) => Promise<T>): Promise<T>;
}

/** The data keys of one service: made when first needed, remembered briefly, destroyed for good. */
export class PersonalKeys {
  private readonly bySubject: LRUCache<string, DataKey>;
  private readonly byId: LRUCache<string, DataKey>;
  // Calls of one turn become one statement; what is remembered, and for how long, is the caches' affair.
  private readonly making: DataLoader<string, DataKey>;
  private readonly finding: DataLoader<string, DataKey | null>;

  constructor(
    private readonly source: Source,
    private readonly ring: KeyRing,
    { rememberMs = 5_000, most = 10_000 }: PersonalKeysOptions = {},
  ) {
    this.bySubject = new LRUCache({ max: most, ttl: rememberMs });
    this.byId = new LRUCache({ max: most, ttl: rememberMs });
    const batch = { cache: false, maxBatchSize: 500 };
    this.making = new DataLoader((subjects) => this.findOrMake([...new Set(subjects)], subjects), batch);
    this.finding = new DataLoader((ids) => this.find(ids), batch);
  }

  /** The living key of a subject, made if there is none: in a transaction of its own, so a key may stand unused. */
  async ofSubject(subject: string): Promise<DataKey> {
    return this.bySubject.get(subject) ?? this.making.load(subject);
  }

  /** Null once it was destroyed. */
  async withId(id: string): Promise<DataKey | null> {
    return this.byId.get(id) ?? this.finding.load(id);
  }

  /**
   * Destroys the keys of these subjects in the caller's transaction; none is no error.
   * @returns the ids of those destroyed.
   */
  destroy(manager: SqlExecutor, subjects: readonly string[]): Promise<string[]> {
    return this.end(manager, DESTROY_OF, subjects);
  }

  /** The same by the ids of keys. */
  destroyKeys(manager: SqlExecutor, ids: readonly string[]): Promise<string[]> {
    return this.end(manager, DESTROY, ids);
  }

  /** Wraps what is under an older key-encryption key with the first one, a batch a transaction. @returns how many. */
  async rewrapAll(batch = 500): Promise<number> {
    let done = 0;
    for (;;) {
      const rewrapped = await asSystem(PERSONAL_DATA_SYSTEM, () => this.source.transaction((manager) => this.rewrap(manager, batch)));
      if (rewrapped === 0) return done;
      done += rewrapped;
    }
  }

  private async rewrap(manager: SqlExecutor, batch: number): Promise<number> {
    const { id: wrappedBy } = this.ring.current;
    const old = await manager.query<WrappedKey[]>(TO_REWRAP, [wrappedBy, batch]);
    const fresh = old.map((one) => this.ring.rewrap(one));
    if (fresh.length > 0) {
      await manager.query(REWRAP, [fresh.map(({ id }) => id), fresh.map(({ wrapped }) => wrapped), wrappedBy]);
    }
    return fresh.length;
  }

  private async end(manager: SqlExecutor, statement: string, named: readonly string[]): Promise<string[]> {
    if (named.length === 0) return [];
    const [rows] = await asSystem(PERSONAL_DATA_SYSTEM, () => manager.query<[{ id: string }[], number]>(statement, [named]));
    for (const { id } of rows) this.byId.delete(id);
    // Whose they were is not known any more.
    if (rows.length > 0) this.bySubject.clear();
    return rows.map(({ id }) => id);
  }

  private async findOrMake(subjects: readonly string[], asked: readonly string[]): Promise<DataKey[]> {
    const found = new Map<string, DataKey>();
    // Whom another process has just made a key for is not seen by the statement that met it: it is asked again.
    for (let missing = subjects; missing.length > 0; missing = missing.filter((subject) => !found.has(subject))) {
      const fresh = missing.map((subject) => this.ring.fresh(subject));
      const stored = await asSystem(PERSONAL_DATA_SYSTEM, () =>
        this.source.query<WrappedKey[]>(FIND_OR_MAKE, [
          ...[fresh.map(({ id }) => id), fresh.map(({ subject }) => subject), fresh.map(({ wrapped }) => wrapped)],
          this.ring.current.id,
        ]),
      );
      for (const one of stored) found.set(one.subject, this.remember(one));
    }
    return asked.map((subject) => found.get(subject) as DataKey);
  }

  private async find(ids: readonly string[]): Promise<(DataKey | null)[]> {
    const stored = await asSystem(PERSONAL_DATA_SYSTEM, () => this.source.query<WrappedKey[]>(BY_ID, [ids]));
    const found = new Map(stored.map((one) => [one.id, this.remember(one)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private remember(stored: WrappedKey): DataKey {
    const opened = this.ring.open(stored);
    this.byId.set(opened.id, opened);
    this.bySubject.set(stored.subject, opened);
    return opened;
  }
}
