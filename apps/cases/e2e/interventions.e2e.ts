import { randomUUID } from 'node:crypto';
import { interventionWorkflowId, type BulkInput, type CaseIntervention } from '@yiwang/contracts/interventions';
import { asSystem } from '@yiwang/platform/row-scope';
import { BusinessClock } from '@yiwang/platform/time';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { DataSource } from 'typeorm';
import { CaseEngine } from '../src/course/case-engine.js';
import { Intervening } from '../src/interventions/intervening.js';
import { addIntervention } from '../src/interventions/intervention-rows.js';
import { KnownCases, markOf } from '../src/interventions/known-cases.js';
import { LeftBehind } from '../src/interventions/left-behind.js';
import { Policies } from '../src/policies/policies.js';
import { engineStand, type EngineStand } from './engine.js';
import { COUNTY, GRID, OTHER_TOWN, TOWN } from './stand.js';

const SHOWN = `id kind state reason by { id } approvedBy { id } total counts { waiting done unchanged refused failed left } undoOf undoneBy canApprove canSteer canUndo
  results { cursor items { number outcome code message } }`;
const PREVIEW = `query ($input: InterventionInput!) { previewIntervention(input: $input) { previewHash allowed refused needsSecond secondPersonAbove clocks told undoneBy
  cases { number allowed code message tierDueAt resolutionDueAt holder { tier roles area { code } } } } }`;
const START = `mutation ($input: StartInterventionInput!) { startIntervention(input: $input) { ${SHOWN} } }`;
const ONE = `query ($id: ID!) { intervention(id: $id) { ${SHOWN} report } }`;
const LIST = `query ($after: ID, $first: Int) { interventions(after: $after, first: $first) { cursor items { id state } } }`;
const steer = (name: string) => `mutation ($id: ID!) { ${name}(id: $id) { ${SHOWN} } }`;
const UNDO = `mutation ($id: ID!, $reason: String!) { undoIntervention(id: $id, reason: $reason) { ${SHOWN} } }`;

interface Result {
  number: string;
  outcome: string;
  code: string | null;
  message: string | null;
}
interface Shown {
  id: string;
  state: string;
  approvedBy: { id: string } | null;
  counts: Record<string, number>;
  results: { cursor: string | null; items: Result[] };
  [field: string]: unknown;
}
interface Preview {
  previewHash: string;
  allowed: number;
  refused: number;
  needsSecond: boolean;
  cases: { number: string; allowed: boolean; code: string | null; message: string | null; holder: object | null }[];
  [field: string]: unknown;
}

describe('stepping into many cases at once', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
    // A second person from four cases on.
    await cases.sql(
      `insert into policy_version (county_code, version, state, rules, in_force_from, drafted_at, published_at)
       values ($1, 7, 'published', '{"interventions":{"secondPersonAbove":3}}', now() - interval '1 hour', now(), now())`,
      [COUNTY],
    );
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const supervisor = (area = COUNTY) => cases.staff(randomUUID(), 'supervisor', area, 'supervisor');
  const running = async (count: number): Promise<string[]> => {
    const made: string[] = [];
    for (let i = 0; i < count; i += 1) made.push((await cases.runningCase()).number);
    return made.toSorted();
  };
  const ask = async <T>(query: string, variables: object, as: TokenWishes): Promise<{ data: T | undefined; code: string | undefined; details: Record<string, unknown> }> => {
    const { data, errors } = await cases.ask<Record<string, T>>(query, variables as Record<string, unknown>, as);
    const details = (errors?.[0]?.extensions ?? {}) as Record<string, unknown>;
    return { data: data ? Object.values(data)[0] : undefined, code: details['code'] as string | undefined, details };
  };
  const preview = async (kind: string, numbers: string[], as: TokenWishes, more: object = {}): Promise<Preview> => {
    const { data, details } = await ask<Preview>(PREVIEW, { input: { kind, numbers, ...more } }, as);
    if (!data) throw new Error(JSON.stringify(details));
    return data;
  };
  const start = (kind: string, numbers: string[], previewHash: string, as: TokenWishes, more: object = {}) =>
    ask<Shown>(START, { input: { kind, numbers, previewHash, reason: '群众反映强烈', ...more } }, as);
  const begun = async (kind: string, numbers: string[], as: TokenWishes, more: object = {}): Promise<Shown> => {
    const { previewHash } = await preview(kind, numbers, as, more);
    const { data, details } = await start(kind, numbers, previewHash, as, more);
    if (!data) throw new Error(JSON.stringify(details));
    return data;
  };
  const one = async (id: string, as: TokenWishes): Promise<Shown> => (await ask<Shown>(ONE, { id }, as)).data!;
  const ended = (id: string, as: TokenWishes): Promise<Shown> =>
    cases.until(async () => {
      const shown = await one(id, as);
      return ['done', 'cancelled', 'lapsed'].includes(shown.state) ? shown : null;
    });
  const told = async (number: string, type: string): Promise<(string | null)[]> =>
    (await cases.sql<{ text: string | null }>('select text from timeline_entry where case_number = $1 and type = $2 order by seq', [number, type])).map(({ text }) => text);
  const column = async <T>(number: string, name: string): Promise<T> => (await cases.sql<Record<string, T>>(`select ${name} as it from case_file where number = $1`, [number]))[0]!['it'] as T;

  it('shows what would happen, does it, and tells what came of each case', async () => {
    const numbers = await running(3);
    const sun = supervisor();
    const shown = await preview('urge', numbers, sun);
    expect(shown).toMatchObject({ allowed: 3, refused: 0, needsSecond: false, secondPersonAbove: 3, clocks: [], told: ['holder'], undoneBy: null });
    expect(shown.cases.map(({ number }) => number)).toEqual(numbers);
    expect(shown.cases[0]).toMatchObject({ allowed: true, code: null, holder: { tier: 'grid', roles: ['gridMember'], area: { code: GRID } } });
    expect(await told(numbers[0]!, 'urged')).toEqual([]);

    const { data } = await start('urge', numbers, shown.previewHash, sun, { idempotencyKey: 'k-1' });
    expect(data).toMatchObject({ kind: 'urge', by: { id: sun.subject }, total: 3, approvedBy: null });
    const over = await ended(data!.id, sun);
    expect(over).toMatchObject({ state: 'done', counts: { done: 3, waiting: 0, refused: 0, failed: 0 }, canUndo: false });
    for (const number of numbers) expect(await told(number, 'urged')).toEqual(['群众反映强烈']);
    expect(over.results.items).toEqual(numbers.map((number) => ({ number, outcome: 'done', code: null, message: null })));
    expect(String(over['report']).split('\r\n')[1]).toMatch(new RegExp(`^"${numbers[0]}","done"`));

    // The same key is the same intervention; with other words it is refused.
    expect((await start('urge', numbers, shown.previewHash, sun, { idempotencyKey: 'k-1' })).data?.id).toBe(data!.id);
    expect((await start('urge', numbers, shown.previewHash, sun, { idempotencyKey: 'k-1', reason: '另一个理由' })).code).toBe('IDEMPOTENCY_CONFLICT');
    for (const number of numbers) expect(await told(number, 'urged')).toHaveLength(1);

    const audited = await cases.sql<{ operation: string }>(`select operation from audit_entry where actor_subject = $1 and outcome = 'done' order by id`, [sun.subject]);
    expect(audited.map(({ operation }) => operation).toSorted()).toEqual(['startIntervention', ...Array.from({ length: 3 }, () => 'superviseCase')]);
  }, 60_000);

  it('refuses without a reason, from elsewhere, and for whoever does not look after others’ work', async () => {
    const numbers = await running(1);
    const sun = supervisor();
    const { previewHash } = await preview('urge', numbers, sun);
    expect((await start('urge', numbers, previewHash, sun, { reason: ' ' })).code).toBe('INPUT_INVALID');
    const elsewhere = supervisor(OTHER_TOWN);
    const seen = await preview('urge', numbers, elsewhere);
    expect(seen).toMatchObject({ allowed: 0, refused: 1, cases: [{ allowed: false, code: 'CASE_NOT_FOUND', holder: null }] });
    expect((await start('urge', numbers, seen.previewHash, elsewhere)).code).toBe('INTERVENTION_EMPTY');
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    expect((await ask(PREVIEW, { input: { kind: 'urge', numbers } }, member)).code).toBe('FORBIDDEN');
    expect((await ask(PREVIEW, { input: { kind: 'urge', numbers: [] } }, sun)).code).toBe('BATCH_EMPTY');
    expect((await ask(PREVIEW, { input: { kind: 'pause', numbers } }, sun)).code).toBe('INPUT_INVALID');
    expect(await told(numbers[0]!, 'urged')).toEqual([]);
  }, 60_000);

  it('refuses what has changed since the preview, names it, and takes the new preview', async () => {
    const numbers = await running(2);
    const sun = supervisor();
    const { previewHash } = await preview('order', numbers, sun);
    await cases.decide('superviseCase', numbers[0]!, { actor: { kind: 'person', subject: 'x', role: 'leader', areaCode: COUNTY }, idempotencyKey: randomUUID(), act: 'order', reason: '先办' });
    const refused = await start('order', numbers, previewHash, sun);
    expect(refused).toMatchObject({ code: 'PREVIEW_CHANGED', details: { actual: 1, changed: [numbers[0]] } });
    // Another selection was never looked at.
    expect(await start('order', [numbers[1]!], previewHash, sun)).toMatchObject({ code: 'PREVIEW_CHANGED' });
    const again = await begun('order', numbers, sun);
    expect(await ended(again.id, sun)).toMatchObject({ counts: { done: 2 } });
  }, 60_000);

  it('leaves out what is about whoever asks, and what is not theirs, and says so for each', async () => {
    const [mine] = await running(1);
    const chief = cases.staff(randomUUID(), 'leader', COUNTY, 'leader');
    const about = await cases.runningCase({ kind: 'complaint', aboutWhom: { areaCode: TOWN, subject: chief.subject } });
    const seen = await preview('urge', [mine!, about.number], chief);
    expect(seen.cases.map(({ code }) => code).toSorted()).toEqual(['CASE_NOT_FOUND', null].toSorted());
    const over = await ended((await begun('urge', [mine!, about.number], chief)).id, chief);
    expect(over.counts).toMatchObject({ done: 1, waiting: 0 });
    expect(await told(about.number, 'urged')).toEqual([]);
    expect(over.results.items.map(({ number }) => number)).toEqual([mine]);

    // Somebody else's area, in the same call.
    const town = supervisor(OTHER_TOWN);
    const theirs = (await cases.runningCase({ areaCode: `${OTHER_TOWN}` })).number;
    const both = await ended((await begun('order', [mine!, theirs], supervisor())).id, supervisor());
    expect(both.counts).toMatchObject({ done: 2 });
    expect(await preview('order', [mine!, theirs], town)).toMatchObject({ allowed: 1, refused: 1 });
    expect(both.results.items).toHaveLength(2);
    expect((await ask<Shown>(ONE, { id: both.id }, town)).code).toBe('NOT_FOUND');
  }, 60_000);

  describe('above the county’s number', () => {
    it('waits for a second person; a case that moved meanwhile is left as it is', async () => {
      const numbers = await running(4);
      const [sun, li] = [supervisor(), supervisor()];
      const waiting = await begun('urge', numbers, sun);
      expect(waiting).toMatchObject({ state: 'waiting', canApprove: false, canSteer: true, counts: { waiting: 4 } });
      expect(await one(waiting.id, li)).toMatchObject({ canApprove: true });
      expect((await ask(steer('approveIntervention'), { id: waiting.id }, sun)).code).toBe('INTERVENTION_OWN');
      expect((await ask(steer('approveIntervention'), { id: waiting.id }, supervisor(TOWN))).code).toBe('NOT_FOUND');
      expect(await told(numbers[0]!, 'urged')).toEqual([]);
      await cases.decide('superviseCase', numbers[0]!, { actor: { kind: 'person', subject: 'x', role: 'leader', areaCode: COUNTY }, idempotencyKey: randomUUID(), act: 'order', reason: '先办' });

      expect((await ask<Shown>(steer('approveIntervention'), { id: waiting.id }, li)).data).toMatchObject({ approvedBy: { id: li.subject } });
      const over = await ended(waiting.id, sun);
      expect(over.counts).toMatchObject({ done: 3, refused: 1 });
      expect(over.results.items[0]).toMatchObject({ number: numbers[0], outcome: 'refused', code: 'INTERVENTION_CASE_CHANGED' });
      expect((await ask(steer('approveIntervention'), { id: waiting.id }, li)).code).toBe('INTERVENTION_STATE_REFUSES');
    }, 60_000);

    it('is taken back before anybody agrees, and lapses after a day', async () => {
      const numbers = await running(4);
      const sun = supervisor();
      const first = await begun('urge', numbers, sun);
      expect((await ask<Shown>(steer('cancelIntervention'), { id: first.id }, sun)).data).toMatchObject({ state: 'cancelled', counts: { left: 4 } });
      const second = await begun('urge', numbers, sun);
      await cases.pass('25 hours');
      expect(await ended(second.id, sun)).toMatchObject({ state: 'lapsed', counts: { left: 4 } });
      for (const number of numbers) expect(await told(number, 'urged')).toEqual([]);
    }, 60_000);
  });

  it('is undone by its opposite: a suspension ends, an order is lifted, what went up comes down', async () => {
    const numbers = await running(3);
    const sun = supervisor();
    const reviewAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const paused = await ended((await begun('pause', numbers, sun, { reviewAt })).id, sun);
    expect(paused).toMatchObject({ counts: { done: 3 }, canUndo: true });
    expect(await column(numbers[0]!, 'paused')).toBe('suspended');
    expect((await ask(UNDO, { id: paused.id, reason: '' }, sun)).code).toBe('INPUT_INVALID');
    const { data: undoing } = await ask<Shown>(UNDO, { id: paused.id, reason: '天气好转' }, sun);
    expect(undoing).toMatchObject({ kind: 'resume', undoOf: paused.id });
    expect(await ended(undoing!.id, sun)).toMatchObject({ counts: { done: 3 } });
    expect(await column(numbers[0]!, 'paused')).toBeNull();
    expect(await told(numbers[0]!, 'resumed')).toEqual(['天气好转']);
    expect(await one(paused.id, sun)).toMatchObject({ undoneBy: undoing!.id, canUndo: false });
    expect((await ask(UNDO, { id: paused.id, reason: '再来' }, sun)).code).toBe('INTERVENTION_NOT_UNDOABLE');

    const ordered = await ended((await begun('order', numbers, sun)).id, sun);
    const lifted = await ended((await ask<Shown>(UNDO, { id: ordered.id, reason: '已口头反馈' }, sun)).data!.id, sun);
    expect(lifted).toMatchObject({ kind: 'liftOrder', counts: { done: 3 } });
    expect(await cases.sql(`select 1 from task where case_number = any($1) and kind = 'order' and state in ('open', 'accepted')`, [numbers])).toEqual([]);

    const urged = await ended((await begun('urge', numbers, sun)).id, sun);
    expect((await ask(UNDO, { id: urged.id, reason: '误发' }, sun)).code).toBe('INTERVENTION_NOT_UNDOABLE');
  }, 120_000);

  it('goes up and down between paths, and more time is given once', async () => {
    const numbers = await running(1);
    const sun = supervisor();
    const by = { amount: 2, unit: 'calendarDays' };
    const due = await column<Date>(numbers[0]!, 'resolution_due_at');
    expect(await ended((await begun('extend', numbers, sun, { by })).id, sun)).toMatchObject({ counts: { done: 1 }, canUndo: false });
    expect((await column<Date>(numbers[0]!, 'resolution_due_at')).getTime()).toBe(due.getTime() + 2 * 86_400_000);
    const spent = await ended((await begun('extend', numbers, sun, { by })).id, sun);
    expect(spent.results.items[0]).toMatchObject({ outcome: 'refused', code: 'EXTENSION_SPENT' });

    for (let i = 0; (await column(numbers[0]!, 'path')) === 'villageDirect' && i < 3; i += 1) {
      expect(await ended((await begun('escalate', numbers, sun)).id, sun)).toMatchObject({ counts: { done: 1 } });
    }
    expect(await column(numbers[0]!, 'path')).toBe('villageTownJoint');
    const down = await ended((await begun('deescalate', numbers, sun, { path: 'villageDirect' })).id, sun);
    expect(down).toMatchObject({ counts: { done: 1 }, canUndo: true });
    expect(await column(numbers[0]!, 'path')).toBe('villageDirect');
  }, 120_000);

  it('gives up notices in bulk, and sends them after all when that is undone', async () => {
    const [number] = await running(1);
    const sun = supervisor();
    await cases.sql(
      `insert into notification (dedupe_key, type, recipient, case_number, state, attempts) values ($1, 'taskOpened', '{"kind": "position", "roles": ["gridMember"], "areaCode": "${GRID}"}', $2, 'dead', 12)`,
      [randomUUID(), number],
    );
    await cases.sql(`update notification set state = 'delivered' where case_number = $1 and state = 'waiting'`, [number]);
    await cases.sql(`insert into case_reason (case_number, county_code, area_code, kind, is_machine, since, owner, next_step) values ($1, $2, $3, 'deliveryFailing', true, now(), '{"kind":"machine","part":"delivery"}', 'repair')`, [number, COUNTY, GRID]);
    const skipped = await ended((await begun('skipNotices', [number!], sun)).id, sun);
    expect(skipped).toMatchObject({ counts: { done: 1 }, canUndo: true });
    expect(await told(number!, 'repaired')).toEqual(['群众反映强烈']);
    const undoing = (await ask<Shown>(UNDO, { id: skipped.id, reason: '号码已更正' }, sun)).data!;
    await cases.until(async () => (await cases.sql(`select 1 from notification where case_number = $1 and attempts = 0 and state = 'waiting'`, [number])).length > 0);
    await cases.sql(`update notification set state = 'delivered' where case_number = $1 and state = 'waiting'`, [number]);
    expect(await ended(undoing.id, sun)).toMatchObject({ kind: 'sendSkipped', counts: { done: 1 } });
  }, 60_000);

  it('is written once for each case, however often its worker dies before it has said so', async () => {
    const [number] = await running(1);
    const sun = supervisor();
    const shown = await ended((await begun('urge', [number!], sun)).id, sun);
    const [row] = await cases.sql<{ mark: string }>('select mark from intervention_case where intervention_id = $1', [shown.id]);
    const history = await cases.client.workflow.getHandle(interventionWorkflowId(shown.id)).fetchHistory();
    expect(history.events?.length).toBeGreaterThan(0);
    const source = cases.app.get(DataSource, { strict: false });
    const clock = new BusinessClock();
    const intervening = new Intervening(source, cases.client, new CaseEngine(cases.client), new KnownCases(source, new Policies(source, clock), clock), clock);
    const by: BulkInput['by'] = { subject: sun.subject, positions: [{ id: 'p', role: 'supervisor', areaCode: COUNTY, unitCode: null }] };
    const again: CaseIntervention = { id: shown.id, number: number!, mark: row!.mark, kind: 'urge', reason: '群众反映强烈', parameters: {}, by };
    // As if it had died between the decision and its result.
    await cases.sql(`update intervention_case set outcome = 'waiting', code = null where intervention_id = $1`, [shown.id]);
    await expect(intervening.intervene(again)).resolves.toBe('done');
    await expect(intervening.intervene(again)).resolves.toBe('done');
    expect(await told(number!, 'urged')).toHaveLength(1);
  }, 60_000);

  it('is handed to the engine again where a crash came between writing it down and handing it over, and done once', async () => {
    const [number] = await running(1);
    const sun = supervisor();
    const source = cases.app.get(DataSource, { strict: false });
    const known = new KnownCases(source, new Policies(source, new BusinessClock()), new BusinessClock());
    const by: BulkInput['by'] = { subject: sun.subject, positions: [{ id: 'p', role: 'supervisor', areaCode: COUNTY, unitCode: null }] };
    const found = (await known.of([number!])).get(number!)!;
    const selected = { case_number: number!, area_code: GRID, mark: markOf(found, known.verdict('urge', by, found, {}).verdict), own: null, code: null, details: {} };
    const given = { areaCode: COUNTY, countyCode: COUNTY, kind: 'urge' as const, isWaiting: false, reason: '群众反映强烈', parameters: {}, by, secondPersonAbove: 3, approvalUntil: null, undoOf: null, contentHash: 'x' };
    const write = (at: Date) => asSystem('interventions', () => source.transaction((manager) => addIntervention(manager, { ...given, key: randomUUID(), at }, [selected])));
    const [lost, fresh] = [await write(new Date(Date.now() - 60_000)), await write(new Date())];
    const warned: object[] = [];
    const behind = () => new LeftBehind(source, cases.client, { warn: (fields: object) => warned.push(fields) } as never, new BusinessClock());
    await Promise.all([behind().round(), behind().round()]);
    expect(await ended(lost!, sun)).toMatchObject({ state: 'done', counts: { done: 1 } });
    await behind().round();
    expect(warned).toEqual([{ intervention: lost }]);
    expect(await told(number!, 'urged')).toHaveLength(1);
    // Whoever has just written one hands it over themselves.
    expect(await one(fresh!, sun)).toMatchObject({ state: 'running', counts: { waiting: 1 } });
  }, 60_000);

  it('tells those who may agree, and not whoever began it', async () => {
    const numbers = await running(4);
    const sun = supervisor();
    const waiting = await begun('urge', numbers, sun);
    const [notice] = await cases.sql<{ recipient: object }>(`select recipient from notification where dedupe_key = $1`, [`intervention/${waiting.id}/second`]);
    expect(notice!.recipient).toMatchObject({ kind: 'position', areaCode: COUNTY, exceptSubject: sun.subject });
    await ask(steer('cancelIntervention'), { id: waiting.id }, sun);
  }, 60_000);

  it('is listed for those who look after its area, page by page, and for nobody else', async () => {
    const numbers = await running(1);
    const sun = supervisor();
    const [first, second] = [await begun('urge', numbers, sun), await begun('order', numbers, sun)];
    const { data: page } = await ask<{ cursor: string | null; items: { id: string }[] }>(LIST, { first: 1 }, sun);
    expect(page!.items.map(({ id }) => id)).toEqual([second.id]);
    const { data: next } = await ask<{ items: { id: string }[] }>(LIST, { first: 1, after: page!.cursor }, sun);
    expect(next!.items.map(({ id }) => id)).toEqual([first.id]);
    expect((await ask<{ items: unknown[] }>(LIST, {}, supervisor(OTHER_TOWN))).data!.items).toEqual([]);
    expect((await ask(ONE, { id: first.id }, supervisor('990221'))).code).toBe('NOT_FOUND');
    expect((await ask(LIST, { after: 'nonsense' }, sun)).code).toBe('CURSOR_INVALID');
    await Promise.all([ended(first.id, sun), ended(second.id, sun)]);
  }, 60_000);

  it('does nothing where the engine is away, and says so', async () => {
    const numbers = await running(1);
    const sun = supervisor();
    const { previewHash } = await preview('urge', numbers, sun);
    await cases.door.shut();
    try {
      expect((await start('urge', numbers, previewHash, sun)).code).toBe('ENGINE_UNAVAILABLE');
    } finally {
      await cases.door.open();
    }
    const { data } = await ask<{ items: { state: string }[] }>(LIST, { first: 1 }, sun);
    expect(data!.items[0]).toMatchObject({ state: 'notStarted' });
  }, 60_000);
});
