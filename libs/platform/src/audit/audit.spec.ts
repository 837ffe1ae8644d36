import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import { DataSource } from 'typeorm';
import { AuditLinker, auditTables, recordAudit, verifyAudit, type AuditEntry, type AuditReport } from './index.js';

const ROLE = 'yiwang_audit_spec';

describe('the audit of a service', () => {
  let database: TestDatabase;
  let admin: DataSource;
  let schemas = 0;
  const opened: DataSource[] = [];

  const open = async (url: string, schema: string): Promise<DataSource> => {
    const source = await new DataSource({ type: 'postgres', url, schema }).initialize();
    opened.push(source);
    return source;
  };

  beforeAll(async () => {
    database = await testDatabase();
    admin = await open(database.url, 'public');
  }, 90_000);
  afterAll(async () => {
    await Promise.all(opened.map((source) => source.destroy()));
    await database.drop();
  });

  /** A service with an audit of its own, run under its own role. */
  async function service() {
    const schema = `audit_${++schemas}`;
    const url = await database.as(ROLE);
    await admin.query(`CREATE SCHEMA ${schema}`);
    await admin.query(`GRANT USAGE ON SCHEMA ${schema} TO ${ROLE}`);
    await admin.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ALL ON TABLES TO ${ROLE}`);
    const ddl = auditTables(schema, ROLE);
    for (const sql of ddl.up) await admin.query(sql);
    const source = await open(url, schema);
    const linker = new AuditLinker(source, { schema, blockSize: 4 });
    const record = (id: string, change: Partial<AuditEntry> = {}): Promise<void> =>
      source.transaction((manager) => recordAudit(manager, { ...entry(id), ...change }));
    /** As one who may do anything: triggers off, then on again. */
    const forge = (...statements: string[]): Promise<void> =>
      admin.transaction(async (manager) => {
        await manager.query(`SET LOCAL session_replication_role = replica`);
        for (const sql of statements) await manager.query(sql);
      });
    const verify = (options = {}): Promise<AuditReport> => verifyAudit(admin, schema, options);
    const problem = async (options = {}): Promise<string | undefined> =>
      (await verify(options)).days.find((day) => day.problem)?.problem?.kind;
    /** Other tests' transactions on the same server may hold the horizon back for a while: waits for what must come. */
    const linkAll = async (expected = 0): Promise<number> => {
      const until = Date.now() + 20_000;
      let sum = 0;
      for (let linked = -1; linked !== 0 || (sum < expected && Date.now() < until); ) {
        linked = await linker.linkOnce();
        sum += linked;
        if (linked === 0 && sum < expected) await pause(20);
      }
      return sum;
    };
    return { schema, source, ddl, linker, record, forge, verify, problem, linkAll };
  }

  const entry = (id: string): AuditEntry => ({
    operation: 'startCase',
    caller: {
      kind: 'client',
      subject: 'b6b1',
      clientId: 'hotline-12345',
      roles: ['externalSystem'],
      correlationId: `c-${id}`,
    },
    target: { type: 'case', id, countyCode: '990121' },
    idempotencyKey: `key-${id}`,
    details: { channel: 'hotline', count: 1.5, 阶段: 'received' },
  });

  /** Eleven entries in blocks of four, four and three: those of one transaction stay together, wherever the horizon stands. */
  async function filled() {
    const made = await service();
    for (const ids of [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11]])
      await made.source.transaction(async (manager) => {
        for (const id of ids) await recordAudit(manager, entry(`case-${id}`));
      });
    expect(await made.linkAll(11)).toBe(11);
    return made;
  }

  it('chains committed entries in blocks and finds nothing wrong with them', async () => {
    const { verify } = await filled();
    const { days, head } = await verify();
    expect(days.reduce((sum, day) => sum + day.entries, 0)).toBe(11);
    expect(days.every((day) => day.problem === null && day.waiting === 0)).toBe(true);
    expect(days.reduce((sum, day) => sum + day.blocks, 0)).toBe(3);
    expect(head).toEqual({ sequence: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('goes on past its tenth block', async () => {
    const { record, linkAll, verify } = await service();
    for (let i = 1; i <= 12; i++) {
      await record(`case-${i}`);
      expect(await linkAll(1)).toBe(1);
    }
    const { days, head } = await verify();
    expect(days.map(({ problem }) => problem)).toEqual(days.map(() => null));
    expect(head?.sequence).toBe(12);
  });

  it('leaves no entry of a mutation that was rolled back', async () => {
    const { source, linkAll, verify } = await service();
    const failing = source.transaction(async (manager) => {
      await recordAudit(manager, entry('case-1'));
      throw new Error('the mutation failed');
    });
    await expect(failing).rejects.toThrow('the mutation failed');
    expect(await linkAll()).toBe(0);
    expect((await verify()).days).toEqual([]);
  });

  it('links an entry that commits after one with a higher number, once and without a gap', async () => {
    const { source, record, linkAll, verify } = await service();
    const slow = source.createQueryRunner();
    await slow.startTransaction();
    await recordAudit(slow.manager, entry('slow'));
    await record('quick');
    expect(await linkAll()).toBe(0);
    expect((await verify({ unlinkedAfterSeconds: -1 })).days[0]).toMatchObject({ entries: 1, waiting: 1, problem: null });
    await slow.commitTransaction();
    await slow.release();
    expect(await linkAll(2)).toBe(2);
    expect((await verify({ unlinkedAfterSeconds: -1 })).days[0]).toMatchObject({ entries: 2, waiting: 0, problem: null });
  });

  it('links everything once while many write and several linkers run', async () => {
    const { source, schema, record, linkAll, verify } = await service();
    const linkers = [1, 2].map(() => new AuditLinker(source, { schema }));
    for (const linker of linkers) linker.start({ intervalMs: 5 });
    await Promise.all(Array.from({ length: 200 }, (_, i) => record(`case-${i}`)));
    await Promise.all(linkers.map((linker) => linker.stop()));
    await linkAll();
    const { days } = await verify({ unlinkedAfterSeconds: -1 });
    expect(days.map(({ problem }) => problem)).toEqual(days.map(() => null));
    expect(days.reduce((sum, day) => sum + day.entries, 0)).toBe(200);
  });

  it('keeps all entries of one transaction in one block, however many', async () => {
    const { source, linkAll, problem, schema } = await service();
    await source.transaction(async (manager) => {
      for (let i = 0; i < 9; i++) await recordAudit(manager, entry(`case-${i}`));
    });
    expect(await linkAll(9)).toBe(9);
    expect(await problem()).toBeUndefined();
    expect(await admin.query(`SELECT cardinality(entry_ids) AS n FROM ${schema}.audit_block`)).toEqual([{ n: 9 }]);
  });

  it('says that an entry has waited too long', async () => {
    const { record, problem } = await service();
    await record('case-1');
    expect(await problem({ unlinkedAfterSeconds: 60 })).toBeUndefined();
    // An entry waits from when every older transaction of the server has ended, those of other databases too.
    const found = async (): Promise<unknown> => (await problem({ unlinkedAfterSeconds: -1 })) ?? (await pause(50), found());
    expect(await found()).toBe('unlinked');
  }, 30_000);

  describe('refuses to the service itself', () => {
    it.each([
      `UPDATE %s.audit_entry SET outcome = 'refused'`,
      'DELETE FROM %s.audit_entry',
      'TRUNCATE %s.audit_entry',
      'TRUNCATE %s.audit_entry_default',
      'DELETE FROM %s.audit_entry_default',
      `UPDATE %s.audit_block SET hash = '\\x00'`,
      'DELETE FROM %s.audit_block',
      `INSERT INTO %s.audit_entry (operation, outcome, actor_kind, xid) VALUES ('x', 'done', 'system', '5')`,
      `INSERT INTO %s.audit_entry (operation, outcome, actor_kind, recorded_at) VALUES ('x', 'done', 'system', now())`,
    ])('%s', async (sql) => {
      const { source, schema } = await service();
      await expect(source.query(sql.replace('%s', schema))).rejects.toThrow(/permission denied/);
    });
  });

  describe('refuses even to the owner, unless triggers are off', () => {
    it.each([
      `UPDATE %s.audit_entry SET outcome = 'refused'`,
      'DELETE FROM %s.audit_entry',
      'TRUNCATE %s.audit_entry',
      'TRUNCATE %s.audit_entry_default',
      'DELETE FROM %s.audit_block',
    ])('%s', async (sql) => {
      const { schema } = await filled();
      await expect(admin.query(sql.replace('%s', schema))).rejects.toThrow(/append-only/);
    });
  });

  describe('with a superuser at work, the verifier finds', () => {
    const ORIGINAL = `SELECT * FROM %s.audit_entry WHERE target_id = 'case-6'`;
    it.each([
      ['an altered field', 'altered', [`UPDATE %s.audit_entry SET actor_subject = 'other' WHERE target_id = 'case-6'`]],
      [
        'an altered detail',
        'altered',
        [`UPDATE %s.audit_entry SET details = details || '{"count":1.50}' WHERE target_id = 'case-6'`],
      ],
      [
        'an altered microsecond',
        'altered',
        [`UPDATE %s.audit_entry SET recorded_at = recorded_at + interval '1 microsecond' WHERE target_id = 'case-6'`],
      ],
      ['a deleted entry', 'missing', [`DELETE FROM %s.audit_entry WHERE target_id = 'case-6'`]],
      [
        'an entry moved to another day, on both days and first where it does not belong',
        'inserted',
        [`UPDATE %s.audit_entry SET recorded_at = recorded_at - interval '3 days' WHERE target_id = 'case-6'`],
      ],
      [
        'an entry put in the middle',
        'inserted',
        [
          `INSERT INTO %s.audit_entry (operation, outcome, actor_kind, xid, recorded_at)
             SELECT 'forged', 'done', 'person', xid, recorded_at FROM (${ORIGINAL}) original`,
        ],
      ],
      [
        'an entry put in the middle and into a block',
        'altered',
        [
          `INSERT INTO %s.audit_entry (operation, outcome, actor_kind, xid, recorded_at)
             SELECT 'forged', 'done', 'person', xid, recorded_at FROM (${ORIGINAL}) original`,
          `UPDATE %s.audit_block SET entry_ids = entry_ids || (SELECT max(id) FROM %s.audit_entry) WHERE sequence = 2`,
        ],
      ],
      [
        'entries reordered in a block',
        'altered',
        [`UPDATE %s.audit_block SET entry_ids = entry_ids[2:] || entry_ids[1] WHERE sequence = 2`],
      ],
      [
        'two entries that changed places',
        'altered',
        [
          `UPDATE %s.audit_entry e SET operation = o.operation, target_id = o.target_id, correlation_id = o.correlation_id
             FROM (SELECT * FROM %s.audit_entry) o
            WHERE e.target_id IN ('case-6', 'case-7') AND o.target_id IN ('case-6', 'case-7') AND e.id <> o.id`,
        ],
      ],
      [
        'blocks that changed places',
        'chainBroken',
        [
          `UPDATE %s.audit_block SET sequence = -sequence, position = -position - 1 WHERE sequence IN (1, 2)`,
          `UPDATE %s.audit_block SET sequence = 3 + sequence, position = 2 + position WHERE sequence < 0`,
        ],
      ],
      ['a deleted block', 'chainBroken', [`DELETE FROM %s.audit_block WHERE sequence = 2`]],
      [
        'a deleted block with its entries',
        'chainBroken',
        [
          `DELETE FROM %s.audit_entry WHERE id = ANY (SELECT unnest(entry_ids) FROM %s.audit_block WHERE sequence = 2)`,
          `DELETE FROM %s.audit_block WHERE sequence = 2`,
        ],
      ],
      ['an altered hash', 'altered', [`UPDATE %s.audit_block SET hash = sha256('x') WHERE sequence = 3`]],
    ])('%s', async (_, kind, statements) => {
      const { schema, forge, problem } = await filled();
      expect(await problem()).toBeUndefined();
      await forge(...statements.map((sql) => sql.replaceAll('%s', schema)));
      expect(await problem()).toBe(kind);
    });

    it('a chain whose end was cut off, by a head that was noted before', async () => {
      const { schema, forge, problem, verify } = await filled();
      const expectedHead = (await verify()).head!;
      expect(await problem({ expectedHead })).toBeUndefined();
      await forge(
        `DELETE FROM ${schema}.audit_entry WHERE id = ANY (SELECT unnest(entry_ids) FROM ${schema}.audit_block WHERE sequence = 3)`,
        `DELETE FROM ${schema}.audit_block WHERE sequence = 3`,
      );
      expect(await problem()).toBeUndefined();
      expect(await problem({ expectedHead })).toBe('chainBroken');
    });
  });

  it('tells days apart by the clock of the counties and checks a range of them', async () => {
    const { schema, forge, linkAll, verify, record } = await service();
    const at = (instant: string, id: string): string =>
      `INSERT INTO ${schema}.audit_entry (operation, outcome, actor_kind, target_id, recorded_at)
         VALUES ('startCase', 'done', 'system', '${id}', '${instant}')`;
    await forge(at('2026-03-01T15:59:59.999Z', 'before-midnight'), at('2026-03-01T16:00:00Z', 'midnight'));
    await forge(at('2026-03-02T15:59:59Z', 'evening'));
    await record('today');
    expect(await linkAll(4)).toBe(4);
    const { days } = await verify({ to: '2026-12-31' });
    expect(days.slice(0, 2).map(({ day, entries, problem }) => ({ day, entries, problem }))).toEqual([
      { day: '2026-03-01', entries: 1, problem: null },
      { day: '2026-03-02', entries: 2, problem: null },
    ]);
    expect((await verify({ from: '2026-03-02', to: '2026-03-02' })).days.map(({ day }) => day)).toEqual(['2026-03-02']);
  });

  it('puts entries into the partition of their month and makes the coming months', async () => {
    const { schema, record, linker } = await service();
    await record('case-1');
    await linker.linkOnce();
    const rows: { name: string }[] = await admin.query(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = '${schema}.audit_entry'::regclass`,
    );
    expect(rows).toHaveLength(5);
    expect(await admin.query(`SELECT count(*)::int AS n FROM ${schema}.audit_entry_default`)).toEqual([{ n: 0 }]);
  });

  it('refuses to link on a server whose transactions begin anew', async () => {
    const { schema, forge, linker } = await filled();
    await forge(`UPDATE ${schema}.audit_block SET linked_up_to = '99999999999' WHERE sequence = 3`);
    await expect(linker.linkOnce()).rejects.toThrow(/restored from a dump/);
  });

  it('can be taken back whole', async () => {
    const { ddl, schema } = await filled();
    for (const sql of ddl.down) await admin.query(sql);
    expect(await admin.query(`SELECT relname FROM pg_class WHERE relnamespace = '${schema}'::regnamespace`)).toEqual([]);
  });
});
