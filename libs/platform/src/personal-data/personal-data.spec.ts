import { randomBytes, randomUUID } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@yiwang/testing/postgres';
import { prepareSchema } from '@yiwang/testing/subgraph';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { readConfig } from '../config/index.js';
import { dataSourceOptions } from '../database/index.js';
import { SCOPE_FUNCTIONS } from '../row-scope/index.js';
import { PersonalData, maskName, maskPhone, nameKey, personalKeyTable, personalShape, phoneKey, readClaim, writeClaim } from './index.js';

const pair = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const OLD = pair('k1');
const NEW = pair('k2');
const PERSONAL_INDEX_KEY = randomBytes(32).toString('base64');
const PHONE = '13812341234';
const place = (row: string, field = 'resident.phone') => ({ field, row });

describe('personal data', () => {
  let database: TestDatabase;
  let source: DataSource;
  let owner: pg.Client;
  const personal = (keys = OLD, options = {}) => PersonalData.with(source, { PERSONAL_KEYS: keys, PERSONAL_INDEX_KEY }, options);

  beforeAll(async () => {
    database = await testDatabase();
    const { migratorUrl, serviceUrl } = await prepareSchema(database.url, 'personal');
    owner = new pg.Client({ connectionString: migratorUrl, options: '-c search_path=personal' });
    await owner.connect();
    for (const statement of [...SCOPE_FUNCTIONS.up, ...personalKeyTable().up]) await owner.query(statement);
    const own = { schema: 'personal', entities: [], migrations: [] };
    source = await new DataSource(dataSourceOptions(own, { url: serviceUrl, pool: 3 })).initialize();
  }, 90_000);
  afterAll(async () => {
    await source.destroy();
    await owner.end();
    await database.drop();
  });

  it('opens for another process what one has sealed, and holds nothing of it in plain', async () => {
    const sealed = (await personal().seal(PHONE, 'resident:1', place('1')))!;
    expect(sealed.includes(PHONE)).toBe(false);
    expect(await personal().open(sealed, place('1'))).toEqual({ text: PHONE, erased: false });
    expect(await personal().seal('', 'resident:1', place('1'))).toBeNull();
    expect(await personal().open(null, place('1'))).toEqual({ text: null, erased: false });
  });

  it('opens a value in no other row and no other field, and not once a bit of it was changed', async () => {
    const one = personal();
    const sealed = (await one.seal(PHONE, 'resident:2', place('2')))!;
    await expect(one.open(sealed, place('3'))).rejects.toThrow();
    await expect(one.open(sealed, place('2', 'resident.name'))).rejects.toThrow();
    for (const at of [20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      await expect(one.open(changed, place('2'))).rejects.toThrow();
    }
  });

  it('gives a subject one key, whoever asks for it at the same time', async () => {
    const processes = Array.from({ length: 6 }, () => personal());
    const keys = await Promise.all(processes.flatMap((one) => [one.keys.ofSubject('resident:4'), one.keys.ofSubject('resident:5')]));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(2);
  });

  it('says that a value is gone once its key is destroyed, to every process, and only of that subject', async () => {
    const [one, other] = [personal(), personal(OLD, { rememberMs: 50 })];
    const [gone, stays] = await Promise.all(['6', '7'].map((n) => one.seal(PHONE, `resident:${n}`, place(n))));
    await other.open(gone!, place('6'));
    const ids = await source.transaction((manager) => one.keys.destroy(manager, ['resident:6', 'resident:none']));
    expect(ids).toHaveLength(1);
    expect(await one.open(gone!, place('6'))).toEqual({ text: null, erased: true });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await other.open(gone!, place('6'))).toEqual({ text: null, erased: true });
    expect(await one.open(stays!, place('7'))).toEqual({ text: PHONE, erased: false });
    const left = await owner.query('select subject, wrapped, destroyed_at is not null as gone from personal_key where id = $1', ids);
    expect(left.rows).toEqual([{ subject: null, wrapped: null, gone: true }]);
  });

  it('gives whoever comes back after an erasure a key of their own, and the old values stay gone', async () => {
    const one = personal();
    const before = (await one.seal(PHONE, 'resident:8', place('8')))!;
    await one.keys.destroy(source, ['resident:8']);
    const after = (await one.seal(PHONE, 'resident:8', place('9')))!;
    expect([await one.open(before, place('8')), await one.open(after, place('9'))]).toEqual([
      { text: null, erased: true },
      { text: PHONE, erased: false },
    ]);
  });

  it('keeps the key of an erasure whose transaction failed', async () => {
    const one = personal();
    const sealed = (await one.seal(PHONE, 'resident:10', place('10')))!;
    const failing = source.transaction(async (manager) => {
      await one.keys.destroy(manager, ['resident:10']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await one.open(sealed, place('10'))).toEqual({ text: PHONE, erased: false });
  });

  it('wraps every living key anew in batches, after which the old key-encryption key is not needed', async () => {
    const sealed = (await personal().seal(PHONE, 'resident:11', place('11')))!;
    await expect(personal(NEW).open(sealed, place('11'))).rejects.toThrow('PERSONAL_KEYS does not hold');
    const rotating = personal(`${NEW},${OLD}`);
    const before = await owner.query(`select count(*)::int as n from personal_key where wrapped_by = 'k1'`);
    expect(await rotating.keys.rewrapAll(2)).toBe((before.rows[0] as { n: number }).n);
    expect(await rotating.keys.rewrapAll()).toBe(0);
    expect(await personal(NEW).open(sealed, place('11'))).toEqual({ text: PHONE, erased: false });
  });

  it('does not let a key stand in for another subject', async () => {
    const subject = `resident:${randomUUID()}`;
    const sealed = (await personal(NEW).seal(PHONE, subject, place('12')))!;
    await owner.query('update personal_key set subject = $1 where subject = $2', ['resident:other', subject]);
    await expect(personal(NEW).open(sealed, place('12'))).rejects.toThrow();
    await owner.query(`delete from personal_key where subject = 'resident:other'`);
  });

  it('shows keys to nobody who asks in a scope of their own', async () => {
    expect(await source.query('select id from personal_key')).toEqual([]);
    const add = source.query(`insert into personal_key (id, subject, wrapped, wrapped_by) values (gen_random_uuid(), 'x', '\\x00', 'k')`);
    await expect(add).rejects.toThrow(/row-level security/);
  });

  it('finds a number however it was written, and a name however it was spaced', () => {
    const { index } = personal();
    for (const same of ['+86 138 1234 1234', '138-1234-1234', ' 0086 13812341234', '１３８１２３４１２３４']) {
      expect(index.ofPhone(same)).toEqual(index.ofPhone(PHONE));
    }
    expect(index.ofPhone(PHONE)).toHaveLength(16);
    expect(index.ofPhone('13812341235')).not.toEqual(index.ofPhone(PHONE));
    expect(index.ofName(' 张 三 ')).toEqual(index.ofName('张三'));
    expect(index.ofName('张三')).not.toEqual(index.ofName('张山'));
    expect(index.ofName(PHONE)).not.toEqual(index.ofPhone(PHONE));
  });

  it('lets one service tell another whose data a caller may have, and nobody make that up, change it or keep it', () => {
    const { index } = personal();
    const claim = { ...{ residentId: 'r', countyCode: '990121', subject: null, phoneIndex: null, askedBy: 'me' }, validUntil: '2026-01-01T00:01:00Z' };
    const [before, after] = [new Date('2026-01-01T00:00:59Z'), new Date('2026-01-01T00:01:00Z')];
    const text = writeClaim(index, claim);
    expect(readClaim(index, text, 'me', before)).toEqual(claim);
    expect(readClaim(index, text, 'me', after)).toBeNull();
    expect(readClaim(index, text, 'other', before)).toBeNull();
    const [, proof] = text.split('.');
    const forged = `${Buffer.from(JSON.stringify({ ...claim, residentId: 'x' })).toString('base64url')}.${proof}`;
    for (const one of [forged, '', 'x', 'x.y', text.slice(0, -2)]) expect(readClaim(index, one, 'me', before)).toBeNull();
  });

  it.each([
    ['0943-8221234', '+869438221234'],
    ['12345', null],
    ['没有电话', null],
    ['', null],
  ])('reads %j as the number %j', (text, number) => {
    expect(phoneKey(text)).toBe(number);
  });

  it('has no index for a name of nothing', () => expect(nameKey('　 ')).toBeNull());

  it.each([
    ['张三', '张*'],
    ['欧阳修文', '欧***'],
    ['𠮷田', '𠮷*'],
    ['王', '王*'],
  ])('shows %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it.each([
    ['13812341234', '138****1234'],
    ['138 1234-1234', '138****1234'],
    ['+86 138 1234 1234', '138****1234'],
    ['0943-8221', '09****21'],
    ['82212', '*****'],
    ['内线', '****'],
  ])('shows %s as %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it('has no settings to fall back on', () => {
    expect(() => readConfig(personalShape, { YIWANG_ENV: 'production' })).toThrow(/PERSONAL_KEYS.*PERSONAL_INDEX_KEY/);
  });

  it.each([
    [{ PERSONAL_KEYS: 'nokey', PERSONAL_INDEX_KEY }, 'PERSONAL_KEYS: pair 1'],
    [{ PERSONAL_KEYS: OLD, PERSONAL_INDEX_KEY: 'c2hvcnQ=' }, 'PERSONAL_INDEX_KEY'],
  ])('refuses settings that are no keys (%#)', (settings, message) => {
    expect(() => PersonalData.with(source, settings)).toThrow(message);
  });
});
