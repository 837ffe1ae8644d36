import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const CASE = 'query ($n: ID!) { case(number: $n) { text actions timeline { type } tasks { id actions } } }';
const SUPERVISE = 'mutation ($n: ID!) { superviseCase(input: { number: $n, act: urge, reason: "请尽快" }) { number } }';
const CLAIM = 'mutation ($t: ID!) { claimTask(input: { taskId: $t, version: 1 }) { id } }';
const ON_CASE = 'mutation ($n: ID!) { beOnCase(number: $n) { id } }';
const KEEP = 'mutation ($name: String!) { saveView(input: { page: "stuck", name: $name, query: "kind=overdue" }) { id } }';

interface Shown {
  case: { text: string; actions: string[]; timeline: { type: string }[]; tasks: { id: string; actions: string[] }[] };
}

describe('a supervisor who only looks', () => {
  let cases: Stand;
  let steps: Steps;
  let number: string;
  let taskId: string;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    ({ number } = await steps.newCase({ areaCode: GRID }, cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre')));
    ({ taskId } = await steps.open(number));
  }, 120_000);
  afterAll(() => cases?.close());

  /** In a position as supervisor that changes nothing, and perhaps in another besides. */
  const looking = (more: 'gridMember' | null = null): TokenWishes & { subject: string } => {
    const subject = randomUUID();
    cases.positions.set(subject, [
      { id: randomUUID(), role: 'supervisor', areaCode: COUNTY, unitCode: null, readOnly: true },
      ...(more ? [{ id: randomUUID(), role: more, areaCode: GRID, unitCode: null }] : []),
    ]);
    return { subject, roles: more ? ['supervisor', more] : ['supervisor'] };
  };
  const shown = async (as: TokenWishes): Promise<Shown['case']> => (await cases.ask<Shown>(CASE, { n: number }, as)).data!.case;
  const code = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

  it('sees what another supervisor sees, and is offered nothing to do', async () => {
    const other = cases.staff(randomUUID(), 'supervisor', COUNTY, 'supervisor');
    expect(await shown(other)).toMatchObject({ actions: expect.arrayContaining(['urge', 'order', 'merge']) });
    const seen = await shown(looking());
    expect(seen.text).toBe((await shown(other)).text);
    expect([...seen.actions, ...seen.tasks.flatMap(({ actions }) => actions)]).toEqual([]);
  });

  it('is refused what would change something, in both languages and on the audit trail', async () => {
    const they = looking();
    const { errors } = await cases.ask(SUPERVISE, { n: number }, they);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/只读|read-only/), extensions: { code: 'POSITION_READ_ONLY' } }]);
    expect((await shown(they)).timeline.map(({ type }) => type)).not.toContain('urged');
    const entries = await cases.sql(`select operation, outcome, details from audit_entry where actor_subject = $1`, [they.subject]);
    expect(entries).toEqual([{ operation: 'superviseCase', outcome: 'refused', details: { code: 'POSITION_READ_ONLY' } }]);
  });

  it('keeps searches and shows that they look, for that changes nothing but what they see', async () => {
    const they = looking();
    expect(code(await cases.ask(ON_CASE, { n: number }, they))).toBeUndefined();
    expect(code(await cases.ask(KEEP, { name: randomUUID() }, they))).toBeUndefined();
  });

  it('who is a grid member besides does a grid member’s work, and supervises nothing by it', async () => {
    const they = looking('gridMember');
    expect(code(await cases.ask(SUPERVISE, { n: number }, they))).toBe('NOT_FROM_ABOVE');
    expect(code(await cases.ask(CLAIM, { t: taskId }, they))).toBeUndefined();
    expect((await shown(they)).timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['claimed']));
  });
});
