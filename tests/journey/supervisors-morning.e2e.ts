import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { PAGES, reach, signIn, violations, type Window } from './browser.js';
import { writeRecords } from './records.js';
import { previewBulk } from './supervision.js';
import { clientToken, eventually, must, personToken } from './surroundings.js';

const COUNTY = '990121';
const GRID = '990121101201002';
const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const REASON = `query ($n: ID!) { case(number: $n) { reason { kind } timeline { type text } tasks { id version kind state unitCode } } }`;
const ASSIGN = `mutation ($input: AssignUnitsArguments!) { assignUnits(input: $input) { id } }`;
const PREVIEW = `query ($input: InterventionInput!) { previewIntervention(input: $input) { previewHash needsSecond } }`;
const BEGIN = `mutation ($input: StartInterventionInput!) { startIntervention(input: $input) { id state } }`;
/** More than the county lets one person begin alone. */
const MANY = 21;

interface Seen {
  reason: { kind: string } | null;
  timeline: { type: string; text: string | null }[];
  tasks: { id: string; version: number; kind: string; state: string; unitCode: string | null }[];
}

const seen = async (n: string, as = 'supervisor-sun'): Promise<Seen> => (await must<{ case: Seen }>(REASON, await personToken(as), { n })).case;
const shows = (n: string, kind: string): Promise<true> =>
  eventually(async () => ((await seen(n)).reason?.kind === kind ? true : undefined), `${kind} of ${n}`, 60_000);

/** A case of the county's; `text` is what the desk shows of it. */
async function newCase(text: string, more: object = {}): Promise<string> {
  const input = { idempotencyKey: randomUUID(), kind: 'complaint', channel: 'hotline', areaCode: GRID, text, ...more };
  return (await must<{ startCase: { case: { number: string } } }>(START, await clientToken('hotline-12345'), { input })).startCase.case.number;
}

describe("a supervisor's morning, in a browser", () => {
  const mark = randomUUID().slice(0, 8);
  let browser: Browser;
  let supervisor: Window;
  const page = (): Page => supervisor.page;
  const row = (text: string) => page().locator('.stuck-list li', { hasText: text });
  const found = (text: string) => reach(row(text), page().locator('.kit-more'));

  beforeAll(async () => {
    browser = await openBrowser();
    supervisor = await signIn(browser, 'supervisor-sun');
  }, 60_000);
  afterAll(() => browser?.close());

  it('finds a notice that was not taken, understands that no person holds the case up, and has it sent', async () => {
    const text = `路灯整排不亮 ${mark}`;
    const number = await newCase(text);
    await shows(number, 'unclaimed');
    await writeRecords(
      `insert into cases.notification (dedupe_key, type, recipient, case_number, state, attempts)
       values ($1, 'taskOpened', $2, $3, 'refused', 3)`,
      [`morning/${number}`, JSON.stringify({ kind: 'position', roles: ['gridMember'], areaCode: GRID }), number],
    );
    await shows(number, 'deliveryFailing');

    await page().goto(`${PAGES}/console/stuck`);
    await page().locator('.stuck-reasons button', { hasText: '通知未送达' }).click();
    await found(text);
    await row(text).getByText('通知发送').waitFor();
    await row(text).getByRole('link').first().click();
    await page().locator('.why-it-stands.of-machine').getByText('为什么没有动').waitFor();
    await page().getByRole('button', { name: '查看引擎里的情况' }).click();
    await page().locator('.engine-run', { hasText: '现场直办' }).getByText('运行中').waitFor();
    await page().locator('.coming').getByText('记红牌，下发督办单').first().waitFor();
    expect(await violations(page())).toEqual([]);

    await page().goto(`${PAGES}/console/stuck?kind=deliveryFailing`);
    await (await found(text)).getByRole('button', { name: `处置 ${number}` }).click();
    await page().getByRole('menuitem', { name: '重新发送通知' }).click();
    const form = page().locator('.kit-drawer');
    await form.getByLabel('理由').fill('短信网关已恢复');
    await form.getByRole('button', { name: '重新发送通知', exact: true }).click();
    await page().getByText('已重新发送通知').waitFor();
    await row(text).waitFor({ state: 'detached' });
    await shows(number, 'unclaimed');
  }, 180_000);

  it('urges whoever has not taken it', async () => {
    const text = `窨井盖松动 ${mark}`;
    const number = await newCase(text);
    await shows(number, 'unclaimed');
    await page().goto(`${PAGES}/console/stuck?kind=unclaimed&area=${GRID}`);
    await (await found(text)).getByRole('button', { name: `处置 ${number}` }).click();
    await page().getByRole('menuitem', { name: '催办' }).click();
    await page().locator('.kit-drawer').getByLabel('理由').fill('夜里有人走，先围起来');
    await page().locator('.kit-drawer').getByRole('button', { name: '催办', exact: true }).click();
    await page().getByText('已催办，已通知承办人').waitFor();
    expect((await seen(number)).timeline).toContainEqual({ type: 'urged', text: '夜里有人走，先围起来' });
  }, 120_000);

  it('gives to another department what its lead has not taken, and reads what came of it', async () => {
    const text = `河边堆放建筑垃圾 ${mark}`;
    const number = await newCase(text, { areaCode: COUNTY, caseClass: 'difficult' });
    const county = await personToken('county-chen');
    const coordinate = await eventually(async () => (await seen(number)).tasks.find(({ kind }) => kind === 'coordinate'), `the desk's task of ${number}`, 60_000);
    const lead = { title: '清运', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'transport' };
    await must(ASSIGN, county, { input: { taskId: coordinate.id, version: coordinate.version, lead, assisting: [] } });
    await eventually(async () => (await seen(number)).tasks.find(({ kind }) => kind === 'lead'), `the lead's task of ${number}`, 60_000);

    await page().goto(`${PAGES}/console/stuck?kind=unclaimed&unit=transport`);
    await found(text);
    await page().getByLabel(`选择 ${number}`).check();
    await previewBulk(page(), '改派', '属城市管理局职责', async () => {
      const drawer = page().locator('.kit-drawer');
      await drawer.getByLabel('改派给').click();
      await drawer.getByLabel('改派给').pressSequentially('城市管理');
      await page().locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '城市管理局' }).first().click();
    });
    const drawer = page().locator('.kit-drawer');
    await drawer.getByText('1 件可以处置').waitFor();
    await drawer.getByText('会通知：新承办方').waitFor();
    await drawer.getByRole('button', { name: '开始处置' }).click();
    await page().waitForURL(/\/interventions\?id=/);
    const one = page().locator('.interventions-one');
    await one.getByRole('row', { name: new RegExp(number) }).getByText('已办妥').waitFor({ timeout: 40_000 });
    expect((await seen(number)).tasks.filter(({ state }) => state === 'open')).toEqual([expect.objectContaining({ kind: 'lead', unitCode: 'city-management' })]);
  }, 180_000);

  it('agrees to what a colleague began, having read what it would do', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < MANY; n += 1) numbers.push(await newCase(`同一路段积水 ${mark} ${n}`));
    for (const number of numbers) await shows(number, 'unclaimed');
    const leader = await personToken('leader-zhou');
    const what = { kind: 'order', numbers };
    const { previewIntervention: previewed } = await must<{ previewIntervention: { previewHash: string; needsSecond: boolean } }>(PREVIEW, leader, { input: what });
    expect(previewed.needsSecond).toBe(true);
    const input = { ...what, reason: `集中积水 ${mark}`, previewHash: previewed.previewHash, idempotencyKey: randomUUID() };
    await must(BEGIN, leader, { input });
    expect((await seen(numbers[0] as string)).timeline.some(({ type }) => type === 'orderIssued')).toBe(false);

    await page().goto(`${PAGES}/console/stuck`);
    await page().getByRole('link', { name: '批量处置记录' }).click();
    await page().locator('.interventions-list li', { hasText: `集中积水 ${mark}` }).getByRole('button').click();
    const one = page().locator('.interventions-one');
    await one.getByText('周民安 发起').waitFor();
    await one.getByRole('row', { name: new RegExp(numbers[0] as string) }).getByText('等待').waitFor();
    await one.getByRole('button', { name: '同意' }).click();
    await one.getByText('已完成').waitFor({ timeout: 90_000 });
    await one.getByText(`已办妥 ${MANY}`).waitFor();
    for (const number of [numbers[0], numbers[MANY - 1]] as string[]) expect((await seen(number)).timeline.filter(({ type }) => type === 'orderIssued')).toHaveLength(1);
    expect(supervisor.errors).toEqual([]);
  }, 300_000);
});
