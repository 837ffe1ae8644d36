import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { engineStand, type EngineStand, type OpenTask } from './engine.js';
import { COUNTY, GRID, TOWN, WATER } from './stand.js';

const SEEN = `query ($number: ID!) { case(number: $number) {
  actions requestLimits { extension { amount unit } pause { amount unit } suspensionDays } tasks { id kind actions } } }`;
const CLAIM = 'mutation ($input: TaskReferenceInput!) { done: claimTask(input: $input) { id version } }';
const PLAN = 'mutation ($input: PlanPartsArguments!) { done: planParts(input: $input) { id version } }';
const SUMMON = 'mutation ($input: SummonArguments!) { done: summon(input: $input) { id version } }';
const SUPERVISE = 'mutation ($input: SuperviseArguments!) { done: superviseCase(input: $input) { number } }';
const CANCEL = 'mutation ($input: CancelPartArguments!) { done: cancelPart(input: $input) { number } }';

interface Seen {
  actions: string[] | null;
  requestLimits: object | null;
  tasks: { id: string; kind: string; actions: string[] }[];
}

describe('what can be done', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const seenBy = async (number: string, as: TokenWishes): Promise<Seen> => {
    const { data, errors } = await cases.ask<{ case: Seen }>(SEEN, { number }, as);
    if (!data?.case) throw new Error(JSON.stringify(errors));
    return data.case;
  };
  const onKind = ({ tasks }: Seen, kind: string) => tasks.find((task) => task.kind === kind)?.actions;
  const tried = async (query: string, input: object, as: TokenWishes) => (await cases.ask<{ done: object }>(query, { input }, as)).errors?.[0]?.extensions.code ?? 'done';
  const at = ({ id, version }: OpenTask) => ({ taskId: id, version });
  const versionOf = async (id: string) => (await cases.sql<OpenTask>('select id, version from task where id = $1', [id]))[0]!;

  it('is said to each as it would be decided: to whoever leads, to those above, and to others', async () => {
    const { number, task } = await cases.runningCase({ kind: 'dispute', areaCode: GRID });
    const town = cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre');
    const supervisor = cases.staff(randomUUID(), 'supervisor', COUNTY, 'supervisor');
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    expect(onKind(await seenBy(number, town), 'lead')).toEqual(['claim']);
    await tried(CLAIM, at(task), town);
    const lead = await seenBy(number, town);
    expect(onKind(lead, 'lead')).toEqual(expect.arrayContaining(['planParts', 'summon', 'recordMediation', 'delegate', 'handUp', 'requestExtension']));
    expect(onKind(lead, 'lead')).not.toContain('recordMinutes');
    expect(lead.requestLimits).toEqual({ extension: { amount: 10, unit: 'workingDays' }, pause: { amount: 5, unit: 'calendarDays' }, suspensionDays: 90 });
    expect(onKind(await seenBy(number, member), 'lead')).toEqual([]);

    const parts = [{ title: '排查', unitCode: WATER, areaCode: COUNTY }];
    expect(await tried(PLAN, { ...at(await versionOf(task.id)), parts }, town)).toBe('done');
    const handler = cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER);
    expect(onKind(await seenBy(number, town), 'contribute')).toEqual(['reassign', 'cancelPart']);
    expect(onKind(await seenBy(number, supervisor), 'contribute')).toEqual(['reassign', 'cancelPart']);
    expect(onKind(await seenBy(number, handler), 'contribute')).toEqual(['claim']);

    expect((await seenBy(number, supervisor)).actions).toEqual(['noteCase', 'urge', 'order', 'escalate', 'reclassify', 'merge']);
    expect(await tried(SUPERVISE, { number, act: 'urge', reason: '请抓紧' }, supervisor)).toBe('done');
    expect((await seenBy(number, member)).actions).toEqual(['noteCase']);
    expect(await tried(SUPERVISE, { number, act: 'urge', reason: '请抓紧' }, member)).toBe('NOT_FROM_ABOVE');

    const part = (await seenBy(number, town)).tasks.find(({ kind }) => kind === 'contribute');
    expect(await tried(CANCEL, { number, partId: part?.id, reason: '不需要了' }, town)).toBe('done');
    const participants = [{ name: '水务局', kind: 'unit', unitCode: WATER, areaCode: COUNTY }];
    const meeting = { place: '村委会', meetAt: new Date(Date.now() + 3_600_000).toISOString(), participants };
    expect(await tried(SUMMON, { ...at(await versionOf(task.id)), ...meeting }, town)).toBe('done');
    expect(onKind(await seenBy(number, town), 'lead')).toContain('recordMinutes');
    expect((await seenBy(number, handler)).actions).toContain('recordAttendance');
    expect((await seenBy(number, member)).actions).not.toContain('recordAttendance');
  }, 120_000);
});
