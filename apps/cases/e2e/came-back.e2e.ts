import { randomUUID } from 'node:crypto';
import type { CaseStep, TimelineEvent } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { statementsDuring } from '@yiwang/testing/statements';
import { COUNTY, GRID, OTHER_TOWN, ROADS, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const MARKS = 'urged { times byResident lastAt } cameBack { kind at }';
const CASE = `query ($n: ID!) { case(number: $n) { ${MARKS} } }`;
const MINE = `{ myTasks(first: 200) { id ${MARKS} } }`;
const PAGE = `query ($first: Int!) { cases(first: $first) { number ${MARKS} tasks { id ${MARKS} } } }`;
const TRACK = `query ($n: ID!, $c: String!) { trackCase(number: $n, pickupCode: $c) { ${MARKS} } }`;

interface Marks {
  urged: { times: number; byResident: number; lastAt: string } | null;
  cameBack: { kind: string; at: string } | null;
}

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T01:00:00.000Z`;
const urged = (at: string, data: TimelineEvent['data'] = { act: 'urge' }): Partial<CaseStep> => ({ at, timeline: [{ type: 'urged', internal: true, data }] });
const NOTHING = { urged: null, cameBack: null };

describe('a case that was urged, or that came back', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const supervisor = () => cases.staff(randomUUID(), 'supervisor', COUNTY, 'supervisor');
  const marksOf = async (n: string, as: TokenWishes = supervisor()): Promise<Marks> => {
    const { data, errors } = await cases.ask<{ case: Marks }>(CASE, { n }, as);
    if (!data?.case || errors) throw new Error(JSON.stringify(errors));
    return data.case;
  };
  const marksOfTask = async (id: string, as: TokenWishes): Promise<Marks | undefined> => {
    const { data, errors } = await cases.ask<{ myTasks: (Marks & { id: string })[] }>(MINE, {}, as);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data.myTasks.find((task) => task.id === id);
  };
  /** Opens a leading task at an instant, with the step that tells why. */
  const opens = async (number: string, at: string, over: object = {}, step: Partial<CaseStep> = {}): Promise<string> => {
    const taskId = `${number}-t${randomUUID()}`;
    const task = { taskId, kind: 'handle' as const, workflowId: `${number}/villageDirect/1`, tier: 'grid' as const, roles: ['gridMember' as const], areaCode: GRID };
    const opened = { ...task, excludedSubjects: [], round: 1, dueAt: '2099-01-01T00:00:00.000Z', ...over };
    await steps.record(number, { at, openedTasks: [opened], ...step });
    return taskId;
  };
  const lead = { kind: 'lead' as const, tier: 'county' as const, roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode: WATER };
  const county = { kind: 'coordinate' as const, tier: 'county' as const, roles: ['countyCentre' as const], areaCode: COUNTY };

  describe('urged', () => {
    it('counts what came from above and what the resident asked, with the latest instant', async () => {
      const { number } = await steps.newCase();
      const taskId = await opens(number, day(1));
      expect(await marksOf(number)).toEqual(NOTHING);
      await steps.record(number, urged(day(2)));
      await steps.record(number, urged(day(3), { tier: 'grid', dueAt: day(3) }));
      await steps.record(number, { at: day(4), timeline: [{ type: 'residentUrged' }] });
      const expected = { urged: { times: 2, byResident: 1, lastAt: day(4) }, cameBack: null };
      expect(await marksOf(number)).toEqual(expected);
      expect(await marksOfTask(taskId, cases.staff(randomUUID(), 'gridMember', GRID))).toMatchObject(expected);
    });

    it('is not said of a case that was moved up under the same type, nor of what was retracted', async () => {
      const { number } = await steps.newCase();
      await opens(number, day(1));
      await steps.record(number, urged(day(2), { act: 'escalate' }));
      await steps.record(number, urged(day(3)));
      await cases.sql(
        `insert into timeline_entry (case_number, county_code, type, at, actor_kind, internal, data)
         select case_number, county_code, 'retracted', now(), 'system', true, jsonb_build_object('cursor', xid::text || ':' || seq, 'type', type)
         from timeline_entry where case_number = $1 and type = 'urged' and at = $2`,
        [number, day(3)],
      );
      expect(await marksOf(number)).toEqual(NOTHING);
    });

    it('is about whoever has the case now: forgotten with a hand-over and a round, and not where it came back to the same', async () => {
      const { number } = await steps.newCase();
      const first = await opens(number, day(1), lead);
      await steps.record(number, urged(day(2)));
      await opens(number, day(3), lead, {
        changedTasks: [{ taskId: first, state: 'completed' }],
        timeline: [{ type: 'verificationFailed', internal: true }],
      });
      expect(await marksOf(number)).toEqual({ urged: { times: 1, byResident: 0, lastAt: day(2) }, cameBack: { kind: 'verificationFailed', at: day(3) } });
      await opens(number, day(4), { ...lead, unitCode: ROADS }, { cancelOpenTasks: true });
      expect(await marksOf(number)).toEqual(NOTHING);
      await steps.record(number, urged(day(5)));
      await opens(number, day(6), { ...lead, unitCode: ROADS, round: 2 }, { cancelOpenTasks: true });
      expect(await marksOf(number)).toEqual(NOTHING);
    });
  });

  describe('came back', () => {
    it('is said of the county’s task after a department returned it, and of none once another has it', async () => {
      const { number } = await steps.newCase();
      const given = await opens(number, day(1), lead);
      const back = { type: 'returned' as const, taskId: given, internal: true as const };
      const again = await opens(number, day(2), county, { changedTasks: [{ taskId: given, state: 'returned' }], timeline: [back] });
      const expected = { kind: 'returned', at: day(2) };
      expect((await marksOf(number)).cameBack).toEqual(expected);
      expect((await marksOfTask(again, cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre')))?.cameBack).toEqual(expected);
      const next = await opens(number, day(3), { ...lead, unitCode: ROADS }, { changedTasks: [{ taskId: again, state: 'completed' }] });
      expect((await marksOf(number)).cameBack).toBeNull();
      expect((await marksOfTask(next, cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', ROADS)))?.cameBack).toBeNull();
    });

    it('is said of whoever leads where a part was returned, until somebody else has the part', async () => {
      const { number } = await steps.newCase();
      const leading = await opens(number, day(1), { ...lead, roles: ['townCentre'], unitCode: undefined });
      const part = { ...lead, kind: 'contribute', partOf: leading };
      const given = await opens(number, day(2), part);
      await steps.record(number, { at: day(3), changedTasks: [{ taskId: given, state: 'returned' }], timeline: [{ type: 'returned', taskId: given, internal: true }] });
      expect((await marksOf(number)).cameBack).toEqual({ kind: 'returned', at: day(3) });
      await opens(number, day(4), { ...part, unitCode: ROADS });
      expect((await marksOf(number)).cameBack).toBeNull();
    });

    it('is the county’s alone where it names another unit for a part', async () => {
      const { number } = await steps.newCase();
      const leading = await opens(number, day(1), lead);
      const part = await opens(number, day(1), { ...lead, kind: 'contribute', unitCode: ROADS, partOf: leading });
      const back = { type: 'returned' as const, taskId: part, internal: true as const };
      await opens(number, day(2), { ...county, data: { part: leading } }, { changedTasks: [{ taskId: part, state: 'returned' }], timeline: [back] });
      expect((await marksOf(number)).cameBack).toEqual({ kind: 'returned', at: day(2) });
      expect((await marksOfTask(leading, cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER)))?.cameBack).toBeNull();
    });

    it('is said of what the city gave back: the task that the county still has, or else the first that it gets', async () => {
      const [kept, begun] = [await steps.newCase(), await steps.newCase()];
      const back = { at: day(2), timeline: [{ type: 'referralReturned' as const, data: { stage: 'handling' } }] };
      const task = await opens(kept.number, day(1), county);
      await steps.record(kept.number, back);
      expect((await marksOf(kept.number)).cameBack).toEqual({ kind: 'referralReturned', at: day(2) });
      await opens(kept.number, day(3), lead, { changedTasks: [{ taskId: task, state: 'completed' }] });
      expect((await marksOf(kept.number)).cameBack).toBeNull();

      await steps.record(begun.number, back);
      const first = await opens(begun.number, day(3), county);
      expect((await marksOf(begun.number)).cameBack).toEqual({ kind: 'referralReturned', at: day(2) });
      await opens(begun.number, day(4), lead, { changedTasks: [{ taskId: first, state: 'completed' }] });
      expect((await marksOf(begun.number)).cameBack).toBeNull();
    });

    it('is nothing any more once the case is closed', async () => {
      const { number } = await steps.newCase();
      await opens(number, day(1), {}, { timeline: [{ type: 'verificationFailed', internal: true }] });
      await steps.record(number, urged(day(2)));
      await steps.record(number, { patch: { stage: 'closed', closedAt: day(3), closedAs: 'rated' } });
      expect(await marksOf(number)).toEqual(NOTHING);
    });
  });

  it('is told to those who work on it alone', async () => {
    const { number, pickupCode } = await steps.newCase();
    await opens(number, day(1), {}, { timeline: [{ type: 'verificationFailed', internal: true }] });
    await steps.record(number, urged(day(2)));
    const { data } = await cases.ask<{ trackCase: Marks }>(TRACK, { n: number, c: pickupCode }, supervisor());
    expect(data?.trackCase).toEqual(NOTHING);
    const { errors } = await cases.ask(CASE, { n: number }, cases.staff(randomUUID(), 'supervisor', OTHER_TOWN, 'supervisor'));
    expect(errors).toMatchObject([{ extensions: { code: 'CASE_NOT_FOUND' } }]);
  });

  it('is read for a page by one statement, however long it is, and by none where nobody asks', async () => {
    for (let i = 0; i < 12; i += 1) await opens((await steps.newCase()).number, day(1), {}, urged(day(2)));
    const as = supervisor();
    const reading = async (first: number, query = PAGE) =>
      (await statementsDuring(cases.app, () => cases.ask(query, { first }, as))).filter((text) => text.includes(`'residentUrged'`)).length;
    expect([await reading(2), await reading(12)]).toEqual([1, 1]);
    expect(await reading(12, 'query ($first: Int!) { cases(first: $first) { number } }')).toBe(0);
  });
});
