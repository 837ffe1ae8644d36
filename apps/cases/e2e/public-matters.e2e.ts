import { randomUUID } from 'node:crypto';
import { asSystem } from '@yiwang/platform/row-scope';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { COUNTY, GRID, OTHER_VILLAGE, TOWN, VILLAGE, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const PUBLISH = 'mutation ($input: PublishCaseArguments!) { publishCase(input: $input) { number publicTitle sameHere timeline { type text } } }';
const UNPUBLISH = 'mutation ($input: UnpublishCaseArguments!) { unpublishCase(input: $input) { number publicTitle sameHere } }';
const NEAR = 'query ($code: ID, $area: ID) { publicMatters(code: $code, areaCode: $area) { id title stage since sameHere category { code } area { code } } }';
const SAME = 'mutation ($input: SayTheSameArguments!) { sayTheSame(input: $input) { id title sameHere } }';
const TRACK = 'query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { publicTitle sameHere mayPublish } }';
const ONE = 'query ($n: ID!) { case(number: $n) { publicTitle sameHere mayPublish } }';

const TITLE = '3 号楼东侧路灯不亮';
const PHONE = '13912345678';

interface Matter {
  id: string;
  title: string;
  stage: string;
  sameHere: number;
  area: { code: string };
}

describe('matters that neighbours see', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const member = (grid = GRID) => cases.staff(randomUUID(), 'gridMember', grid);
  const centre = () => cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
  const codeOf = async (asked: Promise<{ errors?: { extensions: { code: string } }[] }>) => (await asked).errors?.[0]?.extensions.code;
  const publish = (number: string, as: TokenWishes = member(), publicTitle = TITLE) => cases.ask<{ publishCase: Record<string, unknown> }>(PUBLISH, { input: { number, publicTitle } }, as);
  const unpublish = (number: string, as: TokenWishes = member()) => cases.ask<{ unpublishCase: Record<string, unknown> }>(UNPUBLISH, { input: { number } }, as);
  const near = async (given: Record<string, unknown>): Promise<Matter[]> => (await cases.ask<{ publicMatters: Matter[] }>(NEAR, given)).data!.publicMatters;
  const same = (id: string, over: object = {}, as?: TokenWishes) => cases.ask<{ sayTheSame: Matter }>(SAME, { input: { id, idempotencyKey: randomUUID(), ...over } }, as);
  /** A public case of its own title, and how neighbours know it. */
  const published = async (over: object = {}, as?: TokenWishes) => {
    const one = await steps.newCase(over, as);
    const title = `路灯 ${randomUUID().slice(0, 6)}`;
    const { errors } = await publish(one.number, centre(), title);
    if (errors) throw new Error(JSON.stringify(errors));
    const [matter] = (await near({ area: VILLAGE })).filter((found) => found.title === title);
    return { ...one, title, matter: matter! };
  };

  it('are shown near the code with the title that staff wrote, and nothing of the reporter or their words', async () => {
    const secret = `我家在 3 号楼 502，${randomUUID()}`;
    const { number } = await steps.newCase({ text: secret, title: '我家门口', placeText: '502 门口', categoryCode: 'roads', reporter: { name: '刘女士', phone: PHONE } });
    const { data, errors } = await publish(number);
    expect(errors).toBeUndefined();
    expect(data?.publishCase).toMatchObject({ publicTitle: TITLE, sameHere: 0, timeline: [{ type: 'received' }, { type: 'published', text: TITLE }] });
    for (const given of [{ code: 'QR-1' }, { area: VILLAGE }, { area: GRID }, { area: TOWN }, { area: COUNTY }]) {
      const [found] = (await near(given)).filter(({ title }) => title === TITLE);
      expect(found).toMatchObject({ title: TITLE, stage: 'received', sameHere: 0, area: { code: GRID }, category: { code: 'roads' } });
      const told = JSON.stringify(found);
      for (const kept of [number, '我家', '502', '刘女士', PHONE, secret]) expect(told).not.toContain(kept);
    }
    expect((await near({ area: OTHER_VILLAGE })).map(({ title }) => title)).not.toContain(TITLE);
    const audit = await cases.sql(`select operation, outcome, details from audit_entry where target_id = $1 and operation = 'publishCase'`, [number]);
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toContain(TITLE);
  });

  it('are asked for by a code or an area that is there', async () => {
    expect(await codeOf(cases.ask(NEAR, { code: 'QR-NONE' }))).toBe('NOT_FOUND');
    expect(await codeOf(cases.ask(NEAR, { area: '青石镇' }))).toBe('AREA_UNKNOWN');
    expect(await codeOf(cases.ask(NEAR, { area: '9901' }))).toBe('AREA_UNKNOWN');
    expect(await codeOf(cases.ask(NEAR, {}))).toBe('INPUT_INVALID');
  });

  it('are taken back, and come back with what was said before', async () => {
    const { number, matter, title } = await published();
    await same(matter.id);
    expect((await unpublish(number, centre())).data?.unpublishCase).toEqual({ number, publicTitle: null, sameHere: 1 });
    expect((await near({ area: VILLAGE })).map(({ id }) => id)).not.toContain(matter.id);
    expect(await codeOf(same(matter.id))).toBe('NOT_FOUND');
    await publish(number, centre(), `${title}了`);
    expect(await near({ area: VILLAGE })).toContainEqual(expect.objectContaining({ id: matter.id, title: `${title}了`, sameHere: 1 }));
    await publish(number, centre(), `${title}了`);
    const told = await cases.sql<{ type: string }>(`select type from timeline_entry where case_number = $1 order by seq`, [number]);
    expect(told.map(({ type }) => type)).toEqual(['received', 'published', 'unpublished', 'published']);
  });

  it('are no more there once the case is over', async () => {
    const { number, matter } = await published();
    await steps.record(number, { patch: { stage: 'closed', closedAt: new Date().toISOString(), closedAs: 'rated' } });
    expect((await near({ area: VILLAGE })).map(({ id }) => id)).not.toContain(matter.id);
    expect(await codeOf(same(matter.id))).toBe('NOT_FOUND');
    expect(await codeOf(publish(number))).toBe('CASE_CLOSED');
  });

  describe('say the same', () => {
    it('counts one for each phone and person, however often and at once', async () => {
      const { matter } = await published();
      const liu: TokenWishes = { subject: randomUUID(), roles: ['resident'] };
      const count = async (over: object, as?: TokenWishes) => (await same(matter.id, over, as)).data?.sayTheSame.sameHere;
      expect(await count({ idempotencyKey: 'phone-1' })).toBe(1);
      expect(await count({ idempotencyKey: 'phone-1' })).toBe(1);
      expect(await count({ idempotencyKey: 'phone-2' })).toBe(2);
      expect(await count({ idempotencyKey: 'phone-2' })).toBe(2);
      expect(await count({ idempotencyKey: 'phone-4' }, liu)).toBe(3);
      expect(await count({ idempotencyKey: 'phone-5' }, liu)).toBe(3);
      await Promise.all(Array.from({ length: 6 }, () => count({ idempotencyKey: 'phone-6' })));
      await Promise.all(Array.from({ length: 5 }, () => count({})));
      expect(await count({ idempotencyKey: 'phone-1' })).toBe(9);
    });

    it('does not count the reporter, and is read by them and by staff', async () => {
      const reporter: TokenWishes = { subject: randomUUID(), roles: ['resident'] };
      const { number, pickupCode, matter } = await published({}, reporter);
      await same(matter.id, {}, reporter);
      await same(matter.id);
      expect((await cases.ask<Record<string, unknown>>(TRACK, { n: number, c: pickupCode })).data?.['trackCase']).toEqual({ publicTitle: matter.title, sameHere: 1, mayPublish: false });
      expect((await cases.ask<Record<string, unknown>>(ONE, { n: number }, centre())).data?.['case']).toEqual({ publicTitle: matter.title, sameHere: 1, mayPublish: true });
    });

    it('keeps neither device nor person, on the audit trail neither', async () => {
      const { number, matter } = await published();
      const liu: TokenWishes & { subject: string } = { subject: randomUUID(), roles: ['resident'] };
      await same(matter.id, { idempotencyKey: 'phone-7' }, liu);
      await same(matter.id, { idempotencyKey: 'phone-7' }, liu);
      const kept = await cases.sql<{ mark: Buffer }>('select mark from same_here where case_number = $1', [number]);
      expect(kept).toHaveLength(2);
      const audit = await cases.sql<{ details: { repeated?: boolean } | null }>(`select details from audit_entry where target_id = $1 and operation = 'sayTheSame' order by id`, [number]);
      expect(audit.map(({ details }) => details?.repeated ?? false)).toEqual([false, true]);
      expect(JSON.stringify(audit)).not.toContain('phone-7');
      const other = await published();
      await same(other.matter.id, { idempotencyKey: 'phone-7' }, liu);
      const marks = await cases.sql<{ mark: Buffer }>('select mark from same_here where case_number = $1', [other.number]);
      const alike = marks.filter(({ mark }) => kept.some((one) => one.mark.equals(mark)));
      expect(alike).toEqual([]);
    });

    it('refuses what is no matter and no key', async () => {
      const { matter } = await published();
      expect(await codeOf(same('x'))).toBe('NOT_FOUND');
      expect(await codeOf(same(randomUUID()))).toBe('NOT_FOUND');
      expect(await codeOf(same(matter.id, { idempotencyKey: 'a b' }))).toBe('IDEMPOTENCY_KEY_INVALID');
    });
  });

  it.each<[string, object]>([
    ['about somebody', { aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' } }],
    ['an offence', { kind: 'report' }],
    ['a dispute', { kind: 'dispute' }],
    ['a question', { kind: 'consultation' }],
    ['one person’s own', { mode: 'coordination' }],
  ])('are never %s', async (_, over) => {
    const { number } = await steps.newCase(over);
    const leader = cases.staff(randomUUID(), 'leader', COUNTY, 'leader');
    expect(await codeOf(publish(number, leader))).toBe('NOT_FOR_THE_PUBLIC');
    expect((await cases.ask<Record<string, { mayPublish: boolean }>>(ONE, { n: number }, leader)).data?.['case']?.mayPublish).toBe(false);
  });

  it('are made public by whoever handles them, is above, or is at home in the grid, under a usable title', async () => {
    const { number } = await steps.newCase();
    expect(await codeOf(publish(number, member(`${VILLAGE}009`)))).toBe('CASE_NOT_FOUND');
    expect(await codeOf(publish(number, cases.staff(randomUUID(), 'administrator', COUNTY, 'administrator')))).toBe('FORBIDDEN');
    const secretary = cases.staff(randomUUID(), 'villageSecretary', VILLAGE, 'villageOfficial');
    expect(await codeOf(publish(number, secretary))).toBe('FORBIDDEN');
    await steps.open(number, { roles: ['villageSecretary'], areaCode: VILLAGE });
    expect(await codeOf(publish(number, secretary, ' '))).toBe('INPUT_INVALID');
    expect(await codeOf(publish(number, secretary, '请电 138 0000 1234'))).toBe('INPUT_INVALID');
    expect(await codeOf(publish(number, secretary, '长'.repeat(41)))).toBe('TEXT_TOO_LONG');
    expect(await codeOf(publish(number, secretary))).toBeUndefined();
    expect(await codeOf(publish(number))).toBeUndefined();
  });

  it('are closed to every statement of the service but those for whoever sees the case', async () => {
    const { number, matter } = await published();
    const source = cases.app.get(DataSource, { strict: false });
    const rows = (sql: string) => source.query<unknown[]>(sql, [number]);
    expect(await rows('select 1 from public_matter where case_number = $1')).toEqual([]);
    expect(await asSystem('relay', () => rows('select 1 from same_here where case_number = $1'))).toEqual([]);
    await expect(source.query('insert into same_here (case_number, mark, at) values ($1, $2, now())', [number, Buffer.from('x')])).rejects.toThrow(/row-level security/);
    await expect(source.query(`update public_matter_shown set title = 'x' where id = $1`, [matter.id])).rejects.toThrow(/permission denied|cannot update view/);
    await source.query('update public_matter set same_here = 100 where case_number = $1', [number]);
    expect((await cases.sql<{ n: number }>('select same_here as n from public_matter where case_number = $1', [number]))[0]?.n).toBe(0);
  });
});
