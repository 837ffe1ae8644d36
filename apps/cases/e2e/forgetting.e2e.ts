import { randomUUID } from 'node:crypto';
import type { ErasureInput } from '@yiwang/contracts/erasure';
import { createLogger } from '@yiwang/platform/logging';
import { PersonalData } from '@yiwang/platform/personal-data';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { Retention } from '../src/personal-data/retention.js';
import { Policies } from '../src/policies/policies.js';
import { COUNTY, GRID, PERSONAL_SETTINGS, casesStand, type Stand } from './stand.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const CASE = 'query ($n: ID!) { case(number: $n) { text stage reporter { name phone erased } } }';
const REVEAL = `mutation ($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }`;
const GONE = { name: null, phone: null, erased: true };
const YEAR_MS = 365.25 * 24 * 3_600_000;

describe('forgetting who reported a case', () => {
  let cases: Stand;
  let source: DataSource;
  beforeAll(async () => {
    cases = await casesStand();
    source = cases.app.get(DataSource, { strict: false });
  }, 120_000);
  afterAll(() => cases?.close());

  const phoneOf = () => `139${String(Math.random()).slice(2, 10)}`;
  const centre = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  const start = async (phone: string, subject?: string) => {
    const input = { idempotencyKey: randomUUID(), text: `污水外溢 ${randomUUID()}`, areaCode: GRID, reporter: { name: '钱某某', phone } };
    const as = subject === undefined ? undefined : { subject, roles: ['resident' as const] };
    const { data } = await cases.ask<{ startCase: { case: { number: string } } }>(START, { input }, as);
    return data!.startCase.case.number;
  };
  const closed = async (number: string, at: Date) => {
    await cases.sql(`update case_file set stage = 'closed', closed_at = $2, closed_as = 'notRated' where number = $1`, [number, at]);
  };
  const reporterOf = async (n: string) => (await cases.ask<{ case: { reporter: object } }>(CASE, { n }, centre())).data?.case.reporter;
  const indexOf = (phone: string) => PersonalData.with(source, PERSONAL_SETTINGS).index.ofPhone(phone)!.toString('hex');
  /** A worker that lives so many years from now. */
  const after = (years: number) => {
    const clock = new BusinessClock({ engineEpochMs: Date.now(), businessEpochMs: Date.now() + years * YEAR_MS, rate: 1 });
    return new Retention(source, PersonalData.with(source, PERSONAL_SETTINGS), new Policies(source, clock), clock, createLogger('retention', 'silent'));
  };
  const keyOf = async (number: string) => (await cases.sql<{ key: string }>('select reporter_key as key from case_file where number = $1', [number]))[0]!.key;
  const isDestroyed = async (key: string) => (await cases.sql<{ gone: boolean }>('select wrapped is null as gone from personal_key where id = $1', [key]))[0]!.gone;

  it('destroys the key of a resident and of their numbers, and leaves their cases, everybody else, and whoever comes after', async () => {
    const [subject, phone, other] = [randomUUID(), phoneOf(), phoneOf()];
    const [own, called, others] = [await start(other, subject), await start(phone), await start(other)];
    const keys = [await keyOf(own), await keyOf(called)];
    const input: ErasureInput = { erasureId: randomUUID(), residentId: randomUUID(), countyCode: COUNTY, subject, phoneIndexes: [indexOf(phone)] };
    const { activities } = after(0);
    expect(await activities.forgetReporter(input)).toEqual({ cases: 2 });
    expect(await activities.forgetReporter(input)).toEqual({ cases: 0 });
    expect([await reporterOf(own), await reporterOf(called)]).toEqual([GONE, GONE]);
    expect(await reporterOf(others)).toMatchObject({ name: '钱**', erased: false });
    expect(await Promise.all(keys.map(isDestroyed))).toEqual([true, true]);
    const { data } = await cases.ask<{ case: object }>(CASE, { n: called }, centre());
    expect(data?.case).toMatchObject({ text: expect.stringContaining('污水外溢') as string, stage: 'received' });
    const revealed = await cases.ask<{ revealReporter: object }>(REVEAL, { input: { number: called, reason: '回访' } }, centre());
    expect(revealed.data?.revealReporter).toEqual({ name: null, phone: null, reference: null, erased: true });
    expect(await cases.sql(`select actor_kind, target_id, county_code from audit_entry where operation = 'forgetReporter' and target_id = $1`, [input.residentId]))
      .toEqual([{ actor_kind: 'system', target_id: input.residentId, county_code: COUNTY }]);
    const found = await cases.ask<{ cases: object[] }>('query ($f: CaseFilterInput!) { cases(filter: $f) { number } }', { f: { reporterPhone: phone } }, centre());
    expect(found.data?.cases).toEqual([]);
    // The service itself remembers an opened key for a moment longer; another process begins anew at once.
    expect((await PersonalData.with(source, PERSONAL_SETTINGS).keys.ofSubject(`phone:${indexOf(phone)}`)).id).not.toBe(keys[1]);
  });

  it('passes over cases until the years of the policy are over, and over open ones for ever', async () => {
    const [old, open, again] = [await start(phoneOf()), await start(phoneOf()), phoneOf()];
    const [before, since] = [await start(again), await start(again)];
    const key = await keyOf(before);
    await closed(old, new Date());
    await closed(before, new Date());
    await after(2.9).once();
    expect(await reporterOf(old)).toMatchObject({ erased: false });
    await after(3.1).once();
    expect([await reporterOf(old), await reporterOf(before)]).toEqual([GONE, GONE]);
    expect([await reporterOf(open), await reporterOf(since)]).toMatchObject([{ erased: false }, { erased: false }]);
    expect(await isDestroyed(key)).toBe(false);
    await closed(since, new Date());
    expect(await after(3.1).once()).toBe(1);
    expect(await isDestroyed(key)).toBe(true);
    expect(await after(3.1).once()).toBe(0);
  });

  it('goes by the county’s own policy where it has one', async () => {
    const number = await start(phoneOf());
    await closed(number, new Date());
    await cases.sql(
      `insert into policy_version (county_code, version, state, rules, in_force_from, drafted_at, published_at)
       values ($1, 7, 'published', '{"retention":{"personalYears":1}}', now(), now(), now())`,
      [COUNTY],
    );
    await after(0.9).once();
    expect(await reporterOf(number)).toMatchObject({ erased: false });
    await after(1.1).once();
    expect(await reporterOf(number)).toEqual(GONE);
  });

  it('clears what another process wrote while the key was being destroyed, and keys that no case took', async () => {
    const personal = PersonalData.with(source, PERSONAL_SETTINGS);
    const phone = phoneOf();
    const number = await start(phone);
    await source.transaction((manager) => personal.keys.destroy(manager, [`phone:${indexOf(phone)}`]));
    const unused = await personal.keys.ofSubject(`case:${randomUUID()}`);
    await cases.sql(`update personal_key set created_at = now() - interval '2 days' where id = $1`, [unused.id]);
    expect(await after(0).once()).toBe(1);
    expect(await reporterOf(number)).toEqual(GONE);
    expect(await cases.sql('select id from personal_key where id = $1', [unused.id])).toEqual([]);
  });
});
