import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseStep, CountedMark, OpenedTask, Rating, TimelineEvent } from '@yiwang/contracts/case-flow';
import { countCase, MEASURES, Tally, type CaseFacts } from '@yiwang/domain/figures';
import { COUNTY, GRID, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const FACTS = `query ($after: String, $first: Int!) { caseFacts(after: $after, first: $first) { facts cursor hasMore } }`;
/** The same figures by somebody who knows nothing of the code that counts them. */
const INDEPENDENT = readFileSync(new URL('../../../tests/independent-figures.sql', import.meta.url), 'utf8');

interface Page {
  caseFacts: { facts: (CaseFacts & { newest: string })[]; cursor: string; hasMore: boolean };
}

const service = { roles: ['service' as const], clientId: 'yiwang-evaluations', subject: randomUUID() };
const HOUR_MS = 3_600_000;

describe('the facts of cases', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const page = async (after: string | null, first = 500) => {
    const { data, errors } = await cases.ask<Page>(FACTS, { after, first }, service);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.caseFacts;
  };
  /** What a consumer holds after reading everything. */
  const heard = async (first?: number): Promise<Map<string, CaseFacts>> => {
    const held = new Map<string, CaseFacts>();
    for (let after: string | null = null, more = true; more; ) {
      const { facts, cursor, hasMore } = await page(after, first);
      for (const one of facts) held.set(one.caseNumber, one);
      [after, more] = [cursor, hasMore];
    }
    return held;
  };

  let tasks = 0;
  /** Hours from now at which things happen; negative ones have passed. */
  const at = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
  const task = (number: string, over: Partial<OpenedTask> = {}): OpenedTask => ({
    ...{ taskId: `${number}-t${(tasks += 1)}`, kind: 'handle', workflowId: `${number}/villageDirect/1`, tier: 'grid', roles: ['gridMember'] },
    ...{ areaCode: GRID, excludedSubjects: [], round: 1, dueAt: at(100) },
    ...over,
  });
  const say = (number: string, hours: number, timeline: TimelineEvent[], more: Partial<CaseStep> = {}) =>
    steps.record(number, { at: at(hours), timeline, ...more });
  async function open(number: string, hours: number, over: Partial<OpenedTask> = {}): Promise<OpenedTask> {
    const opened = task(number, over);
    const data = { kind: opened.kind, ...(opened.unitCode === undefined ? {} : { unitCode: opened.unitCode }) };
    await say(number, hours, [{ type: 'taskOpened', taskId: opened.taskId, data }], { openedTasks: [opened] });
    return opened;
  }
  async function answer(number: string, hours: number, over: Partial<OpenedTask> = {}): Promise<void> {
    const { taskId, round } = await open(number, hours, over);
    await say(number, hours + 1, [{ type: 'answered', taskId, text: '已修好', data: { round } }], {
      patch: { stage: 'evaluating', resolvedAt: at(hours + 1), firstResponseAt: at(hours + 1) },
      changedTasks: [{ taskId, state: 'completed' }],
    });
  }
  const close = (number: string, hours: number, as: 'rated' | 'notRated' | 'roundsExhausted', rating?: Rating) =>
    say(
      number,
      hours,
      [
        rating ? { type: 'rated', data: { rating, round: 1, ratingId: randomUUID() } } : { type: 'notRated', data: { round: 1 } },
        { type: 'closed', data: { stage: 'closed', closedAs: as } },
      ],
      { patch: { stage: 'closed', closedAs: as, closedAt: at(hours), ...(rating && { rating }) } },
    );
  const mark = (hours: number, over: Partial<CountedMark> = {}): CountedMark => ({
    ...{ key: randomUUID(), mark: 'resolutionOverdue', clock: 'resolution', dueAt: at(hours), tier: 'grid', roles: ['gridMember'] },
    ...{ areaCode: GRID },
    ...over,
  });

  /** One of every kind that figures tell apart. */
  async function seed(): Promise<void> {
    const next = async (over: object = {}) => (await steps.newCase(over)).number;
    for (const rating of ['satisfied', 'mostlySatisfied'] as const) {
      const number = await next();
      await answer(number, 2);
      await close(number, 4, 'rated', rating);
    }
    const silent = await next({ areaCode: VILLAGE });
    await answer(silent, 2, { tier: 'village' });
    await close(silent, 200, 'notRated');

    const again = await next();
    await answer(again, 2);
    await say(again, 4, [
      { type: 'rated', data: { rating: 'dissatisfied', round: 1 } },
      { type: 'newRound', data: { round: 2, path: 'villageTownJoint' } },
    ], { patch: { round: 2, stage: 'dispatched' } });
    await answer(again, 30, { round: 2, tier: 'town', areaCode: TOWN });
    await close(again, 250, 'notRated');

    const exhausted = await next();
    await answer(exhausted, 2);
    await close(exhausted, 3, 'roundsExhausted', 'dissatisfied');

    const late = await next();
    await say(late, 25, [{ type: 'responseOverdue' }], { marks: [mark(24, { mark: 'responseOverdue', clock: 'response' })], patch: { responseOverdue: true } });
    await say(late, 121, [{ type: 'resolutionOverdue' }], { marks: [mark(120)], patch: { resolutionOverdue: true } });
    await answer(late, 130);
    await close(late, 131, 'rated', 'satisfied');

    const county = await next({ areaCode: TOWN });
    const first = await open(county, 2, { kind: 'lead', tier: 'county', areaCode: COUNTY, unitCode: WATER });
    await say(county, 3, [{ type: 'returned', taskId: first.taskId, internal: true, data: { proposedUnitCode: ROADS } }], {
      changedTasks: [{ taskId: first.taskId, state: 'returned' }],
    });
    await say(county, 121, [{ type: 'resolutionOverdue' }], {
      marks: [mark(120, { tier: 'county', areaCode: COUNTY, unitCode: ROADS })],
      patch: { resolutionOverdue: true },
    });
    await answer(county, 122, { kind: 'lead', tier: 'county', areaCode: COUNTY, unitCode: ROADS });
    await close(county, 123, 'rated', 'mostlySatisfied');

    const verified = await next();
    const lead = await open(verified, 2, { kind: 'lead', tier: 'town', areaCode: TOWN });
    await say(verified, 3, [{ type: 'contributed', internal: true }], { changedTasks: [{ taskId: lead.taskId, state: 'completed' }] });
    await say(verified, 150, [{ type: 'answered', taskId: lead.taskId, data: { round: 1 } }], { patch: { stage: 'evaluating', firstResponseAt: at(3) } });

    const withdrawn = await next();
    await say(withdrawn, 5, [{ type: 'withdrawn' }], { patch: { stage: 'withdrawn', closedAs: 'withdrawn', closedAt: at(5) } });
    const refused = await next({ areaCode: COUNTY });
    await say(refused, 5, [{ type: 'notAccepted' }], { patch: { stage: 'notAccepted', closedAs: 'notAccepted', closedAt: at(5), firstResponseAt: at(5) } });
    const suspended = await next();
    await say(suspended, 5, [{ type: 'suspended' }], { patch: { stage: 'suspended', paused: 'suspended' } });
    const resumed = await next();
    await say(resumed, 5, [{ type: 'handedUp' }, { type: 'suspended' }]);
    await say(resumed, 30, [{ type: 'resumed' }]);
    const referred = await next();
    await say(referred, 5, [{ type: 'referred' }], { patch: { stage: 'referred' } });
    const merged = await next();
    await say(merged, 5, [{ type: 'merged', data: { into: referred } }], { patch: { mergedInto: referred } });
    await say(merged, 6, [{ type: 'answered', data: { round: 1, leadingCase: referred } }], { patch: { stage: 'evaluating', firstResponseAt: at(6) } });
    await answer(referred, 8, { kind: 'cityDesk', tier: 'city', areaCode: COUNTY.slice(0, 4) });
    const back = await next();
    await answer(back, 2);
    await close(back, 4, 'rated', 'satisfied');
    await say(back, 400, [{ type: 'reopened', data: { round: 2 } }, { type: 'newRound', data: { round: 2 } }], { patch: { round: 2, closedAt: null, closedAs: null } });
    await next({ kind: 'consultation' });
    await next({ kind: 'suggestion' });
    const copied = `同样的话 ${randomUUID()}`;
    for (let copies = 0; copies < 2; copies += 1) await next({ text: copied });
    const onPatrol = await next();
    const patrolOfCopy = await next({ text: copied });
    await cases.sql(`update case_file set channel = 'patrol' where number = any($1)`, [[onPatrol, patrolOfCopy]]);
  }

  it('come to the account of the service alone', async () => {
    for (const as of [undefined, { roles: ['countyCentre' as const] }, { roles: ['administrator' as const] }, { roles: ['externalSystem' as const] }]) {
      const { errors } = await cases.ask(FACTS, { first: 1 }, as);
      expect(errors?.[0]?.extensions.code).toBe(as === undefined ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    }
    const { errors } = await cases.ask(FACTS, { first: 1, after: 'x' }, service);
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('tell of every change once, page after page, and hold nothing personal', async () => {
    const { number } = await steps.newCase({ reporter: { name: '乔小满', phone: '19900001234' }, text: '井盖坏了 七号楼' });
    await cases.shown();
    const before = (await page(null, 2_000)).cursor;
    expect(await page(before)).toEqual({ facts: [], cursor: before, hasMore: false });
    await answer(number, 2);
    await cases.shown();
    const { facts, cursor } = await page(before);
    expect(facts).toMatchObject([{ caseNumber: number, countyCode: COUNTY, areaCode: GRID }]);
    expect(facts[0]?.events).toMatchObject([{ type: 'answered', tier: 'grid', areaCode: GRID, round: 1 }]);
    expect(facts[0]?.newest).toBe(cursor);
    expect(JSON.stringify(facts)).not.toMatch(/乔小满|19900001234|井盖|已修好|subject/);
    expect(await heard(1)).toEqual(await heard());
  });

  it('make the same figures as an independent recount of the tables, for everybody and at every instant', async () => {
    await seed();
    const facts = [...(await heard()).values()];
    const [from, until] = [at(-24), at(24)];
    for (const hours of [0.5, 3.5, 7.5, 26, 125, 160, 500]) {
      const asOf = at(hours);
      const tally = new Tally();
      for (const one of facts) {
        const counted = countCase(one, asOf);
        if (counted) tally.add(counted);
      }
      const ours = tally.all().flatMap(({ scope, cases: all, figures }) =>
        MEASURES.map((measure) => {
          const { numerator, denominator } = figures[measure];
          return [scope.kind, scope.code, measure, numerator, denominator, all].join(' ');
        }),
      );
      const theirs = await cases.sql<Record<string, string | number>>(INDEPENDENT, [COUNTY, from, until, asOf]);
      expect(theirs.length).toBeGreaterThan(MEASURES.length);
      expect(ours.sort()).toEqual(theirs.map((row) => Object.values(row).join(' ')).sort());
      const { figures } = tally.of({ kind: 'county', code: COUNTY });
      if (hours === 500) for (const measure of MEASURES) expect([measure, figures[measure].numerator]).not.toEqual([measure, 0]);
    }
  }, 120_000);
});
