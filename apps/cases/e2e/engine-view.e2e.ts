import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { engineStand, type EngineStand } from './engine.js';
import { COUNTY, OTHER_TOWN, TOWN } from './stand.js';

const ENGINE = `query ($n: ID!) { caseEngine(number: $n) { answers coming { kind at taskId }
  runs { workflowId runId type state startedAt closedAt historyLength pending { name attempt failure } taskAttempt timers { id at } attributes { name value } url } } }`;
const EVENTS = `query ($n: ID!, $w: ID!, $r: ID!, $before: ID, $first: Int) {
  engineEvents(number: $n, workflowId: $w, runId: $r, before: $before, first: $first) { cursor items { id at type subject attempt failure raw } } }`;

interface Run {
  workflowId: string;
  runId: string;
  type: string;
  timers: { at: string }[];
  [field: string]: unknown;
}
interface View {
  answers: boolean;
  coming: { kind: string; at: string }[] | null;
  runs: Run[];
}
interface Page {
  cursor: string | null;
  items: { id: string; type: string; subject: string | null; raw: string }[];
}

describe('one case inside the engine', () => {
  let cases: EngineStand;
  let supervisor: TokenWishes;
  beforeAll(async () => {
    cases = await engineStand();
    supervisor = cases.staff(randomUUID(), 'supervisor', COUNTY, 'supervisor');
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const view = async (n: string, as = supervisor): Promise<View> => {
    const { data, errors } = await cases.ask<{ caseEngine: View }>(ENGINE, { n }, as);
    if (!data?.caseEngine) throw new Error(JSON.stringify(errors));
    return data.caseEngine;
  };
  const events = async (n: string, { workflowId: w, runId: r }: Run, more: { before?: string | null; first?: number } = {}): Promise<Page> => {
    const { data, errors } = await cases.ask<{ engineEvents: Page }>(EVENTS, { n, w, r, ...more }, supervisor);
    if (!data?.engineEvents) throw new Error(JSON.stringify(errors));
    return data.engineEvents;
  };

  it('shows its lifecycle and the path that runs, with the timer that is armed and what happens by itself', async () => {
    const { number } = await cases.runningCase();
    const { answers, runs, coming } = await view(number);
    expect(answers).toBe(true);
    expect(runs).toMatchObject([
      { workflowId: number, type: 'caseLifecycle', state: 'running', closedAt: null, pending: [], taskAttempt: null, attributes: expect.arrayContaining([{ name: 'yiwangCounty', value: COUNTY }]) },
      { workflowId: `${number}/villageDirect/1`, type: 'villageDirect', state: 'running' },
    ]);
    expect(coming?.map(({ kind }) => kind)).toEqual(['responseOverdue', 'half', 'yellowCard', 'resolutionOverdue', 'redCard', 'movesUp']);
    const [timer] = runs[0]!.timers;
    expect(runs[0]!.timers).toHaveLength(1);
    expect(Math.abs(Date.parse(timer!.at) - Date.parse(coming![0]!.at))).toBeLessThan(10_000);
  });

  it('tells its events in pages, by name and without a word of what was said', async () => {
    const { number } = await cases.runningCase({ text: '门口的垃圾三天没人收' });
    const [lifecycle] = (await view(number)).runs;
    const all = await events(number, lifecycle!, { first: 200 });
    expect(all.cursor).toBeNull();
    expect(all.items.at(-1)).toMatchObject({ id: '1', type: 'WorkflowExecutionStarted', subject: 'caseLifecycle' });
    expect(all.items).toContainEqual(expect.objectContaining({ type: 'StartChildWorkflowExecutionInitiated', subject: 'villageDirect' }));
    expect(all.items).toContainEqual(expect.objectContaining({ type: 'TimerStarted' }));
    const said = all.items.map(({ raw }) => raw).join('\n');
    expect(said).toContain('WorkflowExecutionStarted');
    expect(said).not.toMatch(/垃圾|payloads|encrypted|"input"/);

    const first = await events(number, lifecycle!, { first: 4 });
    const second = await events(number, lifecycle!, { first: 200, before: first.cursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
  });

  it('names nobody who decided: a complaint’s reporter stays masked in it too', async () => {
    const { number } = await cases.runningCase();
    const reporter = randomUUID();
    await cases.decide('withdrawCase', number, { reason: '已自行解决', actor: { kind: 'person', subject: reporter, role: 'gridMember' }, idempotencyKey: randomUUID() });
    const [lifecycle] = (await view(number)).runs;
    const { items } = await events(number, lifecycle!, { first: 200 });
    expect(items).toContainEqual(expect.objectContaining({ type: 'WorkflowExecutionUpdateAccepted', subject: 'withdrawCase' }));
    expect(JSON.stringify(items)).not.toContain(reporter);
  });

  it('says that the engine is away instead of failing', async () => {
    const { number } = await cases.runningCase();
    cases.door.shut();
    try {
      expect(await view(number)).toEqual({ answers: false, runs: [], coming: null });
    } finally {
      cases.door.open();
    }
    await cases.until(async () => (await view(number)).answers);
  }, 60_000);

  it('is shown to nobody outside their area, and no other case’s workflow with it', async () => {
    const { number } = await cases.runningCase();
    const other = await cases.runningCase();
    const [foreign] = (await view(other.number)).runs;
    const elsewhere = cases.staff(randomUUID(), 'supervisor', OTHER_TOWN, 'supervisor');
    expect((await cases.ask(ENGINE, { n: number }, elsewhere)).errors).toMatchObject([{ extensions: { code: 'CASE_NOT_FOUND' } }]);
    const asked = await cases.ask(EVENTS, { n: number, w: foreign!.workflowId, r: foreign!.runId }, supervisor);
    expect(asked.errors).toMatchObject([{ extensions: { code: 'CASE_NOT_FOUND' } }]);
    const wrong = await cases.ask(EVENTS, { n: number, w: number, r: randomUUID() }, supervisor);
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'CASE_NOT_FOUND' } }]);
    const cursor = await cases.ask(EVENTS, { n: number, w: number, r: randomUUID(), before: 'x' }, supervisor);
    expect(cursor.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  });

  it('is open to those who look after why cases stand, and not to the centres of towns and of the county', async () => {
    const { number } = await cases.runningCase();
    const asked = async (role: 'townCentre' | 'countyCentre' | 'leader', areaCode: string) => {
      const as = cases.staff(randomUUID(), role, areaCode, role);
      const answers = await Promise.all([cases.ask(ENGINE, { n: number }, as), cases.ask(EVENTS, { n: number, w: number, r: randomUUID() }, as)]);
      return answers.map(({ errors }) => errors?.[0]?.extensions.code);
    };
    expect(await asked('townCentre', TOWN)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await asked('countyCentre', COUNTY)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    // No run of that id: what it is asked for, and not who asks, is refused.
    expect(await asked('leader', COUNTY)).toEqual([undefined, 'CASE_NOT_FOUND']);
  });
});
