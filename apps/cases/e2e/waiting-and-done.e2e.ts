import { randomUUID } from 'node:crypto';
import type { Actor, OpenedTask } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const MINE = `query ($scope: TaskScope!, $after: ID, $first: Int) { myTasks(filter: { scope: $scope }, after: $after, first: $first) { id cursor } }`;
type Scope = 'MINE' | 'UNIT' | 'ALL' | 'WAITING' | 'DONE';

describe('what somebody waits for, and what they have done', () => {
  let cases: Stand;
  let steps: Steps;
  let minute = 0;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const listed = async (scope: Scope, as: TokenWishes, page: object = {}) => {
    const { data, errors } = await cases.ask<{ myTasks: { id: string; cursor: string }[] }>(MINE, { scope, ...page }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.myTasks;
  };
  const ids = async (scope: Scope, as: TokenWishes, page: object = {}) => (await listed(scope, as, page)).map(({ id }) => id);
  const member = (subject: string = randomUUID()) => cases.staff(subject, 'gridMember', GRID);
  const town = (subject: string = randomUUID()) => cases.staff(subject, 'townCentre', TOWN, 'townCentre');
  const handler = (unit: string) => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', unit);
  const person = ({ subject }: { subject: string }): Actor => ({ kind: 'person', subject });
  /** Business instants that rise, as those of a case do. */
  const next = () => new Date(Date.parse('2026-11-20T01:00:00Z') + (minute += 1) * 60_000).toISOString();
  let count = 0;
  const task = (number: string, over: Partial<OpenedTask> = {}): OpenedTask => ({
    ...{ taskId: `${number}-w${(count += 1)}`, kind: 'handle', workflowId: `${number}/villageDirect/1`, tier: 'grid' },
    ...{ roles: ['gridMember'], areaCode: GRID, excludedSubjects: [], round: 1, dueAt: '2099-01-01T00:00:00.000Z' },
    ...over,
  });
  const opened = async (number: string, one: OpenedTask) => steps.record(number, { at: next(), openedTasks: [one] });
  const forTown: Partial<OpenedTask> = { kind: 'lead', tier: 'town', roles: ['townCentre'], areaCode: TOWN };
  /** A task of a grid member's who hands it up to the town. */
  async function handedUp(as: { subject: string }) {
    const { number } = await steps.newCase();
    const [own, theirs] = [task(number), task(number, forTown)];
    await opened(number, own);
    const at = next();
    await steps.record(number, { at, actor: person(as), changedTasks: [{ taskId: own.taskId, state: 'handedUp' }] });
    // The next path opens its task in a step of its own.
    await opened(number, theirs);
    return { number, own: own.taskId, theirs: theirs.taskId };
  }

  it('shows whoever handed a case up where it is now, until somebody hands it on', async () => {
    const me = member();
    const { number, own, theirs } = await handedUp(me);
    expect([await ids('WAITING', me), await ids('DONE', me), await ids('ALL', me)]).toEqual([[theirs], [own], []]);
    const centre = town();
    expect(await ids('WAITING', centre)).toEqual([]);
    const further = task(number, { kind: 'coordinate', tier: 'county', roles: ['countyCentre'], areaCode: COUNTY });
    await steps.record(number, { at: next(), actor: person(centre), changedTasks: [{ taskId: theirs, state: 'handedUp' }], openedTasks: [further] });
    expect([await ids('WAITING', me), await ids('WAITING', centre)]).toEqual([[], [further.taskId]]);
    expect(await ids('DONE', centre)).toEqual([theirs]);
  });

  it('shows parts to whoever leads, and requests to whoever asked, not what they could do themselves', async () => {
    const { number } = await steps.newCase();
    const lead = task(number, forTown);
    const centre = town();
    await opened(number, lead);
    await steps.record(number, { at: next(), actor: person(centre), changedTasks: [{ taskId: lead.taskId, state: 'accepted' }] });
    const part = task(number, { kind: 'contribute', partOf: lead.taskId, dueAt: '2098-01-02T00:00:00.000Z' });
    const own = task(number, { kind: 'contribute', partOf: lead.taskId, tier: 'town', roles: ['townCentre'], areaCode: TOWN });
    const approval = task(number, {
      ...{ kind: 'approve', tier: 'county', roles: ['countyCentre'], areaCode: COUNTY, partOf: lead.taskId },
      ...{ excludedSubjects: [centre.subject], dueAt: '2098-01-01T00:00:00.000Z' },
    });
    await steps.record(number, { at: next(), actor: person(centre), openedTasks: [part, own, approval] });
    const waiting = await ids('WAITING', centre);
    expect(waiting.filter((id) => id.startsWith(number))).toEqual([approval.taskId, part.taskId]);
    expect(await ids('ALL', centre)).toEqual(expect.arrayContaining([lead.taskId, own.taskId]));
  });

  it('shows a colleague of the unit the same, and no other unit', async () => {
    const { number } = await steps.newCase();
    const forWater = task(number, { kind: 'lead', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER });
    await opened(number, forWater);
    const back = task(number, { kind: 'coordinate', tier: 'county', roles: ['countyCentre'], areaCode: COUNTY });
    await steps.record(number, {
      ...{ at: next(), actor: person(handler(WATER)), openedTasks: [back] },
      changedTasks: [{ taskId: forWater.taskId, state: 'returned' }],
    });
    const [colleague, stranger] = [handler(WATER), handler(ROADS)];
    expect([await ids('DONE', colleague), await ids('WAITING', colleague)]).toEqual([[forWater.taskId], [back.taskId]]);
    expect([await ids('DONE', stranger), await ids('WAITING', stranger)]).toEqual([[], []]);
  });

  it('counts nothing that was cancelled as done', async () => {
    const me = member();
    const { number } = await steps.newCase();
    const one = task(number);
    await opened(number, one);
    await cases.sql('update task set holder_subject = $2 where id = $1', [one.taskId, me.subject]);
    await steps.record(number, { at: next(), changedTasks: [{ taskId: one.taskId, state: 'cancelled' }] });
    expect(await ids('DONE', me)).not.toContain(one.taskId);
  });

  it('gives what is done newest first, by pages', async () => {
    const me = cases.staff(randomUUID(), 'villageSecretary', VILLAGE, 'villageOfficial');
    const all: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { number } = await steps.newCase();
      const one = task(number, { tier: 'village', roles: ['villageSecretary'], areaCode: VILLAGE });
      await opened(number, one);
      await steps.record(number, { at: next(), actor: person(me), changedTasks: [{ taskId: one.taskId, state: 'completed' }] });
      all.unshift(one.taskId);
    }
    const first = await listed('DONE', me, { first: 2 });
    const second = await listed('DONE', me, { first: 2, after: first.at(-1)!.cursor });
    const third = await listed('DONE', me, { first: 2, after: second.at(-1)!.id });
    expect([...first, ...second, ...third].map(({ id }) => id)).toEqual(all);
  });

  it('goes on behind the last task of a page though it was moved or done meanwhile', async () => {
    const me = cases.staff(randomUUID(), 'gridMember', `${VILLAGE}009`);
    const all: OpenedTask[] = [];
    for (let n = 1; n <= 4; n += 1) {
      const { number } = await steps.newCase();
      all.push(task(number, { areaCode: `${VILLAGE}009`, dueAt: `2097-01-0${n}T00:00:00.000Z` }));
      await opened(number, all.at(-1)!);
    }
    const [second, third, fourth] = all.slice(1).map(({ taskId }) => taskId);
    const page = await listed('ALL', me, { first: 2 });
    expect(page.at(-1)!.id).toBe(second);
    await cases.sql(`update task set due_at = '2099-01-01' where id = $1`, [second]);
    expect(await ids('ALL', me, { after: page.at(-1)!.cursor })).toEqual([third, fourth, second]);
    await cases.sql(`update task set state = 'completed', closed_at = now(), holder_subject = $2 where id = $1`, [second, me.subject]);
    expect(await ids('ALL', me, { after: page.at(-1)!.cursor })).toEqual([third, fourth]);
    const refused = await cases.ask(MINE, { scope: 'ALL', after: 'nothing@like-it' }, me);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID', field: 'after' });
  });
});
