import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { overflow, PAGES, signIn, violations, type Window } from './browser.js';
import { clientToken, eventually, KEYCLOAK, must, personToken } from './surroundings.js';

const COUNTY = '990121';
const GRID = '990121101201001';
const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const TASKS = `query ($n: ID!) { case(number: $n) { stage paused tasks { id kind version state actions } } }`;
const CLAIM = `mutation ($input: TaskReferenceInput!) { claimTask(input: $input) { id version } }`;
const REQUEST = `mutation ($input: RequestApprovalArguments!) { requestApproval(input: $input) { id } }`;
const WARNINGS = `query ($area: ID!) { earlyWarnings(areaCode: $area) { items { kind zh cases { count } case { number } } } }`;

interface Seen {
  case: { stage: string; paused: string | null; tasks: { id: string; kind: string; version: number; state: string; actions: string[] }[] };
}

describe('一屏尽览, in a browser', () => {
  let browser: Browser;
  let leader: Window;
  let number: string;
  const page = (): Page => leader.page;
  const open = async (): Promise<void> => {
    await page().goto(`${PAGES}/console/overview`);
    await page().locator('.ov-tiles .open').waitFor({ timeout: 40_000 });
    await page().locator('.ov-panel.warnings .ov-kinds').waitFor();
  };
  const seen = async (as: string): Promise<Seen['case']> => (await must<Seen>(TASKS, await personToken(as), { n: number })).case;
  const taskOf = (kind: string, as: string) => eventually(async () => (await seen(as)).tasks.find((task) => task.kind === kind), `${kind} of ${number}`, 60_000);

  beforeAll(async () => {
    browser = await openBrowser();
    // The county's centre asks for a suspension: its leader has to decide.
    const input = { idempotencyKey: randomUUID(), kind: 'complaint', caseClass: 'difficult', areaCode: GRID, text: `桥面沉降需等专项资金 ${randomUUID().slice(0, 8)}` };
    number = (await must<{ startCase: { case: { number: string } } }>(START, await clientToken('hotline-12345'), { input })).startCase.case.number;
    const chen = await personToken('county-chen');
    const coordinating = await taskOf('coordinate', 'county-chen');
    const { claimTask } = await must<{ claimTask: { id: string; version: number } }>(CLAIM, chen, { input: { taskId: coordinating.id, version: coordinating.version } });
    const reviewAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
    await must(REQUEST, chen, { input: { taskId: claimTask.id, version: claimTask.version, kind: 'suspension', reviewAt, reason: '专项资金下月到位' } });
    await taskOf('approve', 'leader-zhou');
    leader = await signIn(browser, 'leader-zhou');
  }, 180_000);
  afterAll(() => browser?.close());

  it('a request is decided in two taps, with its evidence beside it', async () => {
    await open();
    const row = page().locator('.ov-decisions li', { hasText: '桥面沉降' }).filter({ has: page().getByRole('button', { name: `同意 ${number}`, exact: true }) });
    await row.getByText('申请挂账').waitFor();
    await row.getByRole('button', { name: `同意 ${number}`, exact: true }).click();
    const panel = page().locator('.ov-drawer');
    await panel.locator('.facts', { hasText: '桥面沉降' }).waitFor();
    await panel.locator('.timeline', { hasText: '专项资金下月到位' }).waitFor();
    await panel.locator('.action-form').getByRole('button', { name: '审批', exact: true }).click();
    await panel.waitFor({ state: 'detached' });
    await eventually(async () => ((await seen('leader-zhou')).paused === 'suspended' ? true : undefined), 'the suspension', 30_000);
    await row.waitFor({ state: 'detached' });
  }, 120_000);

  it('a number opens exactly as many cases', async () => {
    await open();
    for (const tile of ['.ov-tiles .suspended a', '.ov-tiles .today a', '.ov-map tbody tr:first-child td:nth-child(2) a']) {
      const link = page().locator(tile).first();
      const said = Number((await link.locator('b').or(link).first().innerText()).replace(/\D/g, ''));
      await link.click();
      await page().locator('.cases-page .found li, .cases-page .kit-nothing').first().waitFor();
      while (await page().locator('.kit-more').isVisible()) {
        const before = await page().locator('.found li').count();
        await page().locator('.kit-more').click();
        await page().waitForFunction((n) => document.querySelectorAll('.found li').length > n || !document.querySelector('.kit-more'), before);
      }
      expect({ tile, listed: await page().locator('.found ul > li').count() }).toEqual({ tile, listed: said });
      await page().locator('.behind-note').waitFor();
      await open();
    }
  }, 120_000);

  it('a bar leads to the cases of the link at its foot, an area on the map to its own screen, by click and by key', async () => {
    await open();
    const today = page().locator('.ov-days li.today a');
    for (const [chart, link] of [['.ov-days-bars', today], ['.ov-channels-bars', page().locator('.ov-channels li').first().getByRole('link')]] as const) {
      const address = await link.getAttribute('href');
      await page().locator(`${chart} svg`).waitFor();
      const { width = 0, height = 0 } = (await page().locator(chart).boundingBox()) ?? {};
      await page().locator(chart).click({ position: chart === '.ov-days-bars' ? { x: width - 5, y: height / 2 } : { x: width / 2, y: 5 } });
      await page().waitForURL((url) => `${url.pathname}${url.search}` === `/console${address?.replace('/console', '')}`);
      await open();
    }
    const areas = page().locator('.ov-drawing').getByRole('link');
    await areas.first().waitFor();
    const said = await areas.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    expect(said.filter((one) => !/^\S+：(正常|关注|告急)，计时中 [\d,]+ 件，黄牌 [\d,]+ 件，红牌 [\d,]+ 件$/.test(one))).toEqual([]);
    for (const enter of [() => areas.first().click(), () => areas.first().press('Enter')]) {
      await enter();
      await page().waitForURL(/area=\d{9}$/);
      await open();
    }
  }, 120_000);

  it('asks nobody else for its map', async () => {
    const hosts = new Set<string>();
    page().on('request', (request) => hosts.add(new URL(request.url()).origin));
    await open();
    await page().locator('.ov-drawing path').first().waitFor();
    await page().locator('.ov-drawing .leaflet-control-zoom-in').click();
    await page().locator('.ov-drawing').hover();
    expect([...hosts].filter((one) => ![new URL(PAGES).origin, new URL(KEYCLOAK).origin].includes(one))).toEqual([]);
  }, 60_000);

  it('an early warning shows its arithmetic', async () => {
    const { earlyWarnings } = await must<{ earlyWarnings: { items: { kind: string; zh: string }[] } }>(WARNINGS, await personToken('leader-zhou'), { area: COUNTY });
    await open();
    if (earlyWarnings.items.length === 0) return page().locator('.ov-panel.warnings').getByText('没有预警').waitFor();
    for (const { zh } of earlyWarnings.items.slice(0, 3)) await page().locator('.ov-arithmetic', { hasText: zh.slice(0, 12) }).first().waitFor();
    expect(await page().locator('.ov-arithmetic').first().innerText()).toMatch(/÷.+=|概率|退回 \d+ 次|未办结一件/);
  }, 60_000);

  it('goes down to a town and back, and a town centre sees its own alone', async () => {
    await open();
    await page().locator('.ov-map tbody a[href*="/overview?area="]').first().click();
    await page().waitForURL(/area=\d{9}$/);
    await page().locator('.ov-tiles .open').waitFor();
    await page().getByRole('link', { name: /^返回/ }).click();
    await page().waitForURL((url) => url.search === '');
    const town = await signIn(browser, 'town-zhao');
    await town.page.goto(`${PAGES}/console/overview`);
    await town.page.locator('.ov-head h1', { hasText: '镇' }).or(town.page.locator('.ov-head h1', { hasText: '街道' })).waitFor({ timeout: 30_000 });
    await town.page.goto(`${PAGES}/console/overview?area=${COUNTY}`);
    await town.page.locator('.kit-failed').waitFor();
    await town.page.context().close();
  }, 120_000);

  it('fits a wall without scrolling and a phone without overflow, axe at AA on each, no errors', async () => {
    for (const [width, height] of [[1920, 1080], [1440, 900], [390, 844]] as const) {
      await page().setViewportSize({ width, height });
      await open();
      expect({ width, over: Math.max(0, await overflow(page())) }).toEqual({ width, over: 0 });
      if (width === 1920) expect(await page().evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)).toBeLessThanOrEqual(0);
      expect({ width, found: await violations(page()) }).toEqual({ width, found: [] });
    }
    expect(leader.errors).toEqual([]);
  }, 120_000);
});
