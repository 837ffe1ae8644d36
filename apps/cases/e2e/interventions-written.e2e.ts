import { randomUUID } from 'node:crypto';
import type { Intervention } from '@yiwang/domain/interventions';
import { enqueue, MailboxAdapter, NotificationSender } from '@yiwang/platform/notification';
import { asSystem } from '@yiwang/platform/row-scope';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { bulkInputs } from '../src/interventions/hand-over.js';
import { addIntervention, type NewCase, type NewIntervention } from '../src/interventions/intervention-rows.js';
import { secondPersonNotice } from '../src/interventions/second-person-notice.js';
import { COUNTY, GRID, TOWN, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const PREVIEW = 'query ($input: InterventionInput!) { seen: previewIntervention(input: $input) { previewHash allowed needsSecond begunBefore secondPersonAbove } }';
const START = 'mutation ($input: StartInterventionInput!) { startIntervention(input: $input) { id } }';
const LIST = `query ($after: ID) { seen: interventions(first: 50) { items { id report results(first: 2, after: $after) { cursor items { number } } } } }`;
const MAILBOX = 'query { seen: mailbox(first: 20) { type title body recipientKind } }';
const HOUR_MS = 3_600_000;

type Person = TokenWishes & { subject: string };

describe('what is written of interventions', () => {
  let cases: Stand;
  let steps: Steps;
  let source: DataSource;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    source = cases.app.get(DataSource, { strict: false });
    await cases.sql(
      `insert into policy_version (county_code, version, state, rules, in_force_from, drafted_at, published_at)
       values ($1, 7, 'published', '{"interventions":{"secondPersonAbove":3}}', now() - interval '1 hour', now(), now())`,
      [COUNTY],
    );
  }, 120_000);
  afterAll(() => cases?.close());

  const supervisor = (area = COUNTY): Person => cases.staff(randomUUID(), 'supervisor', area, 'supervisor');
  const ask = async <T>(query: string, variables: Record<string, unknown>, as: TokenWishes): Promise<T> => {
    const { data, errors } = await cases.ask<{ seen: T }>(query, variables, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.seen;
  };
  const held = async (count: number): Promise<string[]> => {
    const made: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const { number } = await steps.newCase();
      await steps.open(number);
      made.push(number);
    }
    return made.toSorted();
  };
  const aCase = (over: Partial<NewCase> = {}): NewCase => ({ case_number: `${COUNTY}-20261126-${randomUUID()}`, area_code: GRID, mark: 'mark', own: null, code: null, details: {}, ...over });
  /** As `startIntervention` writes one down. */
  const written = async (by: Person, given: NewCase[], over: Partial<NewIntervention> = {}): Promise<string> => {
    const positions = [{ id: 'p', role: 'supervisor' as const, areaCode: COUNTY, unitCode: null }];
    const one: NewIntervention = {
      ...{ areaCode: COUNTY, countyCode: COUNTY, kind: 'urge' as Intervention, isWaiting: false, reason: '群众反映强烈', parameters: {}, by: { subject: by.subject, positions } },
      ...{ secondPersonAbove: 3, approvalUntil: null, undoOf: null, key: randomUUID(), contentHash: 'x', at: new Date() },
      ...over,
    };
    const id = await asSystem('interventions', () => source.transaction((manager) => addIntervention(manager, one, given)));
    return id ?? '';
  };
  const preview = (as: Person, numbers: string[], kind = 'urge') =>
    ask<{ previewHash: string; allowed: number; needsSecond: boolean; begunBefore: number }>(PREVIEW, { input: { kind, numbers } }, as);

  describe('what the same person began before', () => {
    it('counts together with the new one, of the same kind and the last 24 hours', async () => {
      const numbers = await held(2);
      const sun = supervisor();
      expect(await preview(sun, numbers)).toMatchObject({ allowed: 2, begunBefore: 0, needsSecond: false });
      await written(sun, [aCase(), aCase(), aCase({ code: 'CASE_CLOSED' })], { at: new Date(Date.now() - HOUR_MS) });
      expect(await preview(sun, numbers)).toMatchObject({ allowed: 2, begunBefore: 2, needsSecond: true });
      expect(await preview(sun, numbers.slice(1))).toMatchObject({ allowed: 1, begunBefore: 2, needsSecond: false });
      expect(await preview(sun, numbers, 'order')).toMatchObject({ begunBefore: 0, needsSecond: false });
      expect(await preview(supervisor(), numbers)).toMatchObject({ begunBefore: 0, needsSecond: false });

      // The start says the same, written down before the engine is asked; here it is away.
      const { previewHash } = await preview(sun, numbers);
      await cases.ask(START, { input: { kind: 'urge', numbers, previewHash, reason: '群众反映强烈' } }, sun);
      const [newest] = await cases.sql<{ waits: boolean }>('select approval_until is not null as waits from intervention where by_subject = $1 order by created_at desc limit 1', [sun.subject]);
      expect(newest).toEqual({ waits: true });
    });

    it('is no longer counted after a day, nor where nothing was done in the end', async () => {
      const numbers = await held(2);
      const sun = supervisor();
      await written(sun, [aCase(), aCase()], { at: new Date(Date.now() - 25 * HOUR_MS) });
      const ended = await written(sun, [aCase(), aCase()]);
      await cases.sql(`update intervention_case set outcome = case place when 1 then 'left' else 'done' end where intervention_id = $1`, [ended]);
      expect(await preview(sun, numbers)).toMatchObject({ begunBefore: 1, needsSecond: false });
    });
  });

  describe('a second person', () => {
    it('is told by post, whoever began it is not, nor anybody who may not agree', async () => {
      const [sun, li, town] = [supervisor(), supervisor(), supervisor(TOWN)];
      const approvalUntil = new Date('2026-11-27T08:00:00Z');
      const notice = secondPersonNotice({ id: randomUUID(), kind: 'urge', areaCode: COUNTY, bySubject: sun.subject, cases: 26, approvalUntil });
      await asSystem('steps', () => enqueue(source, 'cases', notice));
      expect(await asSystem('steps', () => enqueue(source, 'cases', notice))).toBe(false);
      await new NotificationSender(source, { schema: 'cases', adapter: new MailboxAdapter(source, 'cases') }).sendOnce();
      const read = (as: Person) => ask<{ type: string; body: string }[]>(MAILBOX, {}, as);
      expect(await read(li)).toEqual([expect.objectContaining({ type: 'secondPersonWanted', recipientKind: 'position', body: expect.stringContaining('26 件') })]);
      expect(await read(sun)).toEqual([]);
      expect(await read(town)).toEqual([]);
    });

    it('is not told of what the engine did not take', async () => {
      const numbers = await held(4);
      const sun = supervisor();
      const { previewHash, needsSecond } = await preview(sun, numbers);
      expect(needsSecond).toBe(true);
      const before = await cases.sql(`select 1 from notification where type = 'secondPersonWanted'`);
      const { errors } = await cases.ask(START, { input: { kind: 'urge', numbers, previewHash, reason: '群众反映强烈' } }, sun);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
      expect(await cases.sql(`select 1 from notification where type = 'secondPersonWanted'`)).toHaveLength(before.length);
      expect(await preview(sun, numbers)).toMatchObject({ begunBefore: 0 });
    }, 60_000);
  });

  describe('the input of its workflow', () => {
    const inputOf = async (id: string) => (await asSystem('interventions', () => bulkInputs(source, [id], undefined)))[0];

    it('is read from what was written: what was refused at once is not among it, and each case has its own', async () => {
      const sun = supervisor();
      const [a, b] = [aCase({ own: { path: 'villageDirect' } }), aCase()];
      const approvalUntil = new Date('2026-11-27T08:00:00Z');
      const id = await written(sun, [a, aCase({ code: 'CASE_CLOSED' }), b], { kind: 'deescalate', parameters: { path: 'villageTownJoint' }, isWaiting: true, approvalUntil });
      expect(await inputOf(id)).toEqual({
        ...{ id, kind: 'deescalate', reason: '群众反映强烈', parameters: { path: 'villageTownJoint' }, approvalUntil: approvalUntil.toISOString() },
        by: { subject: sun.subject, positions: [{ id: 'p', role: 'supervisor', areaCode: COUNTY, unitCode: null }] },
        selection: [{ number: a.case_number, mark: 'mark', own: { path: 'villageDirect' } }, { number: b.case_number, mark: 'mark' }],
      });
    });

    it('leaves out what has its result, and asks no second person who has agreed', async () => {
      const id = await written(supervisor(), [aCase(), aCase()], { isWaiting: true, approvalUntil: new Date() });
      await cases.sql(`update intervention set approved_by = 'li', state = 'running' where id = $1`, [id]);
      await cases.sql(`update intervention_case set outcome = 'done' where intervention_id = $1 and place = 1`, [id]);
      const input = await inputOf(id);
      expect(input?.selection).toHaveLength(1);
      expect(input?.approvalUntil).toBeNull();
    });
  });

  it('is read for a whole list at once: of each its own page of results and its own table', async () => {
    const sun = supervisor('990221');
    const places = { area_code: '990221001' };
    const [three, one] = [Array.from({ length: 3 }, () => aCase(places)), [aCase(places)]];
    const ids = [await written(sun, three, { areaCode: '990221' }), await written(sun, one, { areaCode: '990221' })];
    const listed = (after: string | null) => ask<{ items: { id: string; report: string; results: { cursor: string | null; items: { number: string }[] } }[] }>(LIST, { after }, sun);
    const { items } = await listed(null);
    const shown = Object.fromEntries(items.map(({ id, results, report }) => [id, { ...results, lines: report.trim().split('\r\n').length - 1 }]));
    expect(shown).toEqual({
      [ids[0]!]: { cursor: '2', items: three.slice(0, 2).map((each) => ({ number: each.case_number })), lines: 3 },
      [ids[1]!]: { cursor: null, items: one.map((each) => ({ number: each.case_number })), lines: 1 },
    });
    const rest = (await listed('2')).items.find(({ id }) => id === ids[0]);
    expect(rest?.results).toEqual({ cursor: null, items: [{ number: three[2]!.case_number }] });
  });
});
