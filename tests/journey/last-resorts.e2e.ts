import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { reported, taken, timelineOf, type Reported } from './resident-case.js';
import { TEMPORAL, ask, eventually, must, personToken } from './surroundings.js';

const POINTS = `query ($number: ID!, $workflowId: ID!) { resetPoints(number: $number, workflowId: $workflowId) { runId isRunning points { eventId isSafe acts { name byKind by { id } } } } }`;
const PREVIEW = `query ($input: InterventionInput!) { previewIntervention(input: $input) { previewHash allowed needsSecond told cases { code } } }`;
const START = `mutation ($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }`;
const APPROVE = `mutation ($id: ID!) { approveIntervention(id: $id) { id state } }`;
const ONE = `query ($id: ID!) { intervention(id: $id) { state approvedBy { id } counts { done failed refused } results { items { outcome code } } } }`;
const URGE = `mutation ($input: SuperviseArguments!) { superviseCase(input: $input) { number } }`;
const WITHDRAW = `mutation ($input: WithdrawCaseArguments!) { withdrawCase(input: $input) { number } }`;
const MAIL = `{ mailbox(first: 200) { type caseNumber } }`;
const REASON = `query ($n: ID!) { case(number: $n) { stage closedAs reason { kind } tasks { state } } }`;
const PATH = `query ($number: ID!) { caseEngine(number: $number) { runs { workflowId type state } } }`;

interface Points {
  runId: string;
  isRunning: boolean;
  points: { eventId: string; isSafe: boolean; acts: { name: string; byKind: string; by: { id: string } | null }[] }[];
}
interface Result {
  state: string;
  approvedBy: { id: string } | null;
  counts: Record<string, number>;
  results: { items: { outcome: string; code: string | null }[] };
}

/** On the server that runs, whose resets the one for tests does not know. */
describe('the last resorts of a supervisor', () => {
  const supervisor = () => personToken('supervisor-sun');
  const centre = () => personToken('county-chen');
  const pointsOf = async (number: string, workflowId: string): Promise<Points> =>
    (await must<{ resetPoints: Points }>(POINTS, await supervisor(), { number, workflowId })).resetPoints;
  /** The newest is safe once what was decided last has been written down. */
  const withSafePoint = (number: string, workflowId: string): Promise<Points> =>
    eventually(async () => {
      const found = await pointsOf(number, workflowId);
      return found.points[0]?.isSafe ? found : undefined;
    }, `a safe point of ${workflowId}`);
  const urged = async ({ number }: Reported): Promise<void> => {
    await must(URGE, await centre(), { input: { number, act: 'urge', reason: '请尽快联系群众' } });
  };
  const preview = async (input: object) =>
    (await must<{ previewIntervention: { previewHash: string; allowed: number; needsSecond: boolean; told: string[]; cases: { code: string | null }[] } }>(PREVIEW, await supervisor(), { input })).previewIntervention;
  const begin = async (input: object, previewHash: string) =>
    ask<{ startIntervention: { id: string; state: string } }>(START, { as: await supervisor(), variables: { input: { ...input, previewHash, reason: '流程推进不下去', idempotencyKey: randomUUID() } } });
  const over = (id: string): Promise<Result> =>
    eventually(async () => {
      const { intervention } = await must<{ intervention: Result }>(ONE, await supervisor(), { id });
      return intervention.state === 'done' ? intervention : undefined;
    }, `the intervention ${id}`, 120_000);
  /** Previewed, begun, agreed to by somebody else, and over. */
  async function done(input: object): Promise<Result> {
    const { previewHash, allowed, needsSecond } = await preview(input);
    expect({ allowed, needsSecond }).toEqual({ allowed: 1, needsSecond: true });
    const { data, errors } = await begin(input, previewHash);
    expect([errors, data?.startIntervention.state]).toEqual([undefined, 'waiting']);
    const { id } = data!.startIntervention;
    const own = await ask(APPROVE, { as: await supervisor(), variables: { id } });
    expect(own.errors?.[0]?.extensions.code).toBe('INTERVENTION_OWN');
    await must(APPROVE, await centre(), { id });
    return over(id);
  }
  const withdrawn = async ({ number, pickupCode }: Reported): Promise<void> => {
    await must(WITHDRAW, undefined, { input: { number, pickupCode, reason: '已自行解决', idempotencyKey: randomUUID() } });
    await eventually(async () => ((await timelineOf({ number, pickupCode })).some(({ type }) => type === 'withdrawn') ? true : undefined), `the withdrawal of ${number}`);
  };
  const pathOf = (number: string): Promise<string> =>
    eventually(async () => {
      const { caseEngine } = await must<{ caseEngine: { runs: { workflowId: string; type: string; state: string }[] } }>(PATH, await supervisor(), { number });
      return caseEngine.runs.find(({ workflowId, state }) => workflowId !== number && state === 'running')?.workflowId;
    }, `the path of ${number}`);

  describe('going back to a point', () => {
    it('repeats nobody’s act without their hearing of it, and what was done stands once', async () => {
      const one = await reported();
      const { number } = one;
      await taken(one);
      await urged(one);
      // It is decided and written down in one workflow task, so the newest point has it behind itself.
      const { runId, points: [acted] } = await pointsOf(number, number);
      expect(acted?.isSafe).toBe(false);
      expect(acted?.acts).toMatchObject([{ name: 'superviseCase', byKind: 'person', by: { id: expect.any(String) as string } }]);

      const input = { kind: 'reset', numbers: [number], reset: { workflowId: number, runId, eventId: acted!.eventId } };
      const refused = await preview(input);
      expect([refused.allowed, refused.cases[0]?.code]).toEqual([0, 'RESET_REPEATS_ACTS']);
      const { errors } = await begin(input, refused.previewHash);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'RESET_REPEATS_ACTS', actual: 1, acts: [expect.stringContaining('superviseCase')] });
      expect((await pointsOf(number, number)).runId).toBe(runId);

      const result = await done({ ...input, reset: { ...input.reset, tellThem: true } });
      expect(result.counts).toMatchObject({ done: 1, failed: 0, refused: 0 });
      const after = await pointsOf(number, number);
      expect(after.isRunning).toBe(true);
      expect(after.runId).not.toBe(runId);
      const { case: seen } = await must<{ case: { timeline: { type: string }[] } }>('query ($n: ID!) { case(number: $n) { timeline { type } } }', await supervisor(), { n: number });
      expect(seen.timeline.filter(({ type }) => type === 'urged')).toHaveLength(1);
      expect(seen.timeline.filter(({ type }) => type === 'repaired')).toHaveLength(1);
      const told = await eventually(async () => {
        const { mailbox } = await must<{ mailbox: { type: string; caseNumber: string | null }[] }>(MAIL, await centre());
        const theirs = mailbox.filter(({ type, caseNumber }) => type === 'actsRepeated' && caseNumber === number);
        return theirs.length > 0 ? theirs : undefined;
      }, 'the notice to whoever urged');
      expect(told).toHaveLength(1);
      // Whose path belongs to the run that was left: it is left all the same.
      await withdrawn(one);
      await eventually(async () => ((await pointsOf(number, number)).isRunning ? undefined : true), 'the end of the lifecycle', 60_000);
    }, 240_000);

    it('lets a path go back on which nobody acted since, and the case goes on from there', async () => {
      const one = await reported();
      await taken(one);
      const path = await pathOf(one.number);
      const { runId, points } = await withSafePoint(one.number, path);
      const result = await done({ kind: 'reset', numbers: [one.number], reset: { workflowId: path, runId, eventId: points[0]!.eventId } });
      expect(result.results.items).toEqual([{ outcome: 'done', code: null }]);
      await withdrawn(one);
      await eventually(async () => ((await pointsOf(one.number, one.number)).isRunning ? undefined : true), 'the end of the lifecycle', 60_000);
    }, 240_000);

    it('is refused to a point that is none, of another run, of another case, and to whoever only handles', async () => {
      const [one, other] = [await reported(), await reported()];
      await Promise.all([taken(one), taken(other)]);
      const { number } = one;
      const { runId, points } = await pointsOf(number, number);
      const reset = { workflowId: number, runId, eventId: points[0]!.eventId };
      const codeOf = async (over: object, numbers = [number]) => {
        const { data, errors } = await ask<{ previewIntervention: { cases: { code: string | null }[] } }>(PREVIEW, { as: await supervisor(), variables: { input: { kind: 'reset', numbers, reset: { ...reset, ...over } } } });
        return errors?.[0]?.extensions.code ?? data?.previewIntervention.cases[0]?.code;
      };
      expect(await codeOf({ eventId: '1' })).toBe('RESET_POINT_GONE');
      expect(await codeOf({ runId: randomUUID() })).toBe('RESET_POINT_GONE');
      expect(await codeOf({ workflowId: other.number })).toBe('INPUT_INVALID');
      expect(await codeOf({}, [number, other.number])).toBe('INPUT_INVALID');
      const { errors } = await ask(POINTS, { as: await personToken('grid-li'), variables: { number, workflowId: number } });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }, 120_000);
  });

  describe('terminating a case', () => {
    const codeOf = async (number: string): Promise<string | null | undefined> => (await preview({ kind: 'terminate', numbers: [number] })).cases[0]?.code;
    const seen = async (n: string) =>
      (await must<{ case: { stage: string; closedAs: string | null; reason: { kind: string } | null; tasks: { state: string }[] } }>(REASON, await supervisor(), { n })).case;
    /** A signal without what it should carry: every try of the workflow task fails in the same way. */
    async function broken(number: string): Promise<void> {
      const connection = await Connection.connect({ address: TEMPORAL });
      try {
        await new Client({ connection }).workflow.getHandle(number).signal('pathMoved');
      } finally {
        await connection.close();
      }
      // The engine lists a failing workflow task up to a minute late.
      await eventually(async () => ((await seen(number)).reason?.kind === 'workflowTaskFailing' ? true : undefined), `the reason of ${number}`, 150_000);
    }

    it('is refused while the case can be escalated, and says what would be right', async () => {
      const one = await reported();
      await taken(one);
      const { previewHash } = await preview({ kind: 'terminate', numbers: [one.number] });
      const { errors } = await begin({ kind: 'terminate', numbers: [one.number] }, previewHash);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CASE_CAN_ESCALATE', expected: expect.stringContaining('提级办理') });
      expect(await seen(one.number)).toMatchObject({ closedAs: null });
    }, 60_000);

    it('ends a case whose workflow does not answer: nothing of it runs, and the resident reads why', async () => {
      const one = await reported();
      await taken(one);
      const path = await pathOf(one.number);
      await broken(one.number);
      const result = await done({ kind: 'terminate', numbers: [one.number] });
      expect(result.results.items).toEqual([{ outcome: 'done', code: null }]);

      const { stage, closedAs, tasks } = await seen(one.number);
      expect([stage, closedAs, tasks.filter(({ state }) => state === 'open' || state === 'accepted')]).toEqual(['closed', 'terminated', []]);
      expect((await timelineOf(one)).filter(({ type }) => type === 'closed')).toEqual([expect.objectContaining({ text: '流程推进不下去' })]);
      const connection = await Connection.connect({ address: TEMPORAL });
      try {
        const { workflow } = new Client({ connection });
        for (const id of [one.number, path]) expect([id, (await workflow.getHandle(id).describe()).status.name]).toEqual([id, 'TERMINATED']);
      } finally {
        await connection.close();
      }
      expect(await codeOf(one.number)).toBe('CASE_CLOSED');
    }, 300_000);
  });
});
