import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Locator, Page } from 'playwright-core';
import { overflow, PAGES, reach, signIn, violations, type Window } from './browser.js';
import { previewBulk } from './supervision.js';
import { clientToken, eventually, must, personToken } from './surroundings.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const REASON = `query ($n: ID!) { case(number: $n) { reason { kind } timeline { type text } } }`;
const GRID = '990121101201001';

interface Seen {
  case: { reason: { kind: string } | null; timeline: { type: string; text: string | null }[] };
}

describe('why cases are not moving, in a browser', () => {
  let browser: Browser;
  let supervisor: Window;
  let number: string;
  const text = `小区门口积水 ${randomUUID().slice(0, 8)}`;
  const page = (): Page => supervisor.page;
  const seen = async (n = number): Promise<Seen['case']> => (await must<Seen>(REASON, await personToken('supervisor-sun'), { n })).case;
  /** A case that stands because nobody has claimed it. */
  async function newCase(said = `小区门口积水 ${randomUUID().slice(0, 8)}`): Promise<string> {
    const input = { idempotencyKey: randomUUID(), kind: 'complaint', channel: 'hotline', areaCode: GRID, text: said };
    const { startCase } = await must<{ startCase: { case: { number: string } } }>(START, await clientToken('hotline-12345'), { input });
    await eventually(async () => ((await seen(startCase.case.number)).reason?.kind === 'unclaimed' ? true : undefined), `the reason of ${startCase.case.number}`, 60_000);
    return startCase.case.number;
  }
  const row = () => page().locator('.stuck-list li', { hasText: text });
  /** The longest standing come first, and a page at a time. */
  const reached = (wanted: Locator) => reach(wanted, page().locator('.kit-more'));

  beforeAll(async () => {
    browser = await openBrowser();
    number = await newCase(text);
    supervisor = await signIn(browser, 'supervisor-sun');
  }, 120_000);
  afterAll(() => browser?.close());

  it('a supervisor finds a case by its reason and place, sees whose it is, and urges them', async () => {
    await page().goto(`${PAGES}/console/stuck?kind=unclaimed&area=${GRID}&days=0`);
    await reached(row());
    await row().getByText('无人认领').waitFor();
    await row().getByText('北门社区第一网格').first().waitFor();
    await row().getByRole('button', { name: `处置 ${number}` }).click();
    await page().getByRole('menuitem', { name: '催办' }).click();
    const form = page().locator('.kit-drawer');
    await form.getByRole('button', { name: '催办', exact: true }).click();
    await form.getByText('请说明理由').waitFor();
    await form.getByLabel('理由').fill('群众反映强烈，请今天联系');
    await form.getByRole('button', { name: '催办', exact: true }).click();
    await page().getByText('已催办，已通知承办人').waitFor();
    const { timeline } = await seen();
    expect(timeline).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'urged', text: '群众反映强烈，请今天联系' })]));
    await row().getByRole('link').first().click();
    await page().locator('.case-page').waitFor();
  }, 120_000);

  describe('several at once', () => {
    const told = (n: string, type: string) => personToken('supervisor-sun').then((as) => must<Seen>(REASON, as, { n })).then((found) => found.case.timeline.filter((entry) => entry.type === type));
    const preview = (kind: string, reason: string) => previewBulk(page(), kind, reason);

    it('a supervisor selects, sees what it would do, and follows it case by case', async () => {
      const mine = [await newCase(), await newCase()];
      await page().goto(`${PAGES}/console/stuck?kind=unclaimed&area=${GRID}`);
      for (const n of mine) await (await reached(page().getByLabel(`选择 ${n}`))).check();
      await page().getByText('已选 2 件').waitFor();
      await preview('催办', '同一片积水，请一并处理');
      const drawer = page().locator('.kit-drawer');
      await drawer.getByText('2 件可以处置').waitFor();
      await drawer.getByText('时限不变').waitFor();
      await drawer.getByText('会通知：承办方').waitFor();
      expect(await violations(page())).toEqual([]);
      await drawer.getByRole('button', { name: '开始处置' }).click();
      await page().waitForURL(/\/interventions\?id=/);
      const one = page().locator('.interventions-one');
      await one.getByText('已完成').waitFor({ timeout: 40_000 });
      for (const n of mine) {
        await one.getByRole('row', { name: new RegExp(n) }).getByText('已办妥').waitFor();
        expect(await told(n, 'urged')).toEqual([expect.objectContaining({ text: '同一片积水，请一并处理' })]);
      }
      expect(await violations(page())).toEqual([]);
    }, 120_000);

    it('what is above the county’s number begins when somebody else agrees, and is taken back the same way', async () => {
      const mine: string[] = [];
      for (let i = 0; i < 22; i += 1) mine.push(await newCase());
      await page().goto(`${PAGES}/console/stuck?kind=unclaimed&area=${GRID}`);
      for (const n of mine) await (await reached(page().getByLabel(`选择 ${n}`))).check();
      await preview('下发督办单', '集中积水，限时反馈');
      const drawer = page().locator('.kit-drawer');
      await drawer.getByText('22 件可以处置').waitFor();
      await drawer.getByText('须由另一人同意后才开始').waitFor();
      await drawer.getByRole('button', { name: '送第二人同意' }).click();
      await page().waitForURL(/\/interventions\?id=/);
      const one = page().locator('.interventions-one');
      await one.getByText('等第二人同意').waitFor();
      expect(await one.getByRole('button', { name: '同意' }).count()).toBe(0);
      expect(await told(mine[0] as string, 'orderIssued')).toEqual([]);

      const leader = await signIn(browser, 'leader-zhou');
      const agree = async (id: string): Promise<void> => {
        await leader.page.goto(`${PAGES}/console/interventions?id=${id}`);
        await leader.page.locator('.interventions-one').getByRole('button', { name: '同意' }).click();
        await leader.page.locator('.interventions-one').getByText('已完成').waitFor({ timeout: 90_000 });
      };
      await agree(new URL(page().url()).searchParams.get('id') ?? '');
      await one.getByText('周民安 同意').waitFor({ timeout: 20_000 });
      expect(await told(mine[21] as string, 'orderIssued')).toHaveLength(1);

      await one.getByRole('button', { name: '撤销' }).click();
      await drawer.getByLabel('理由').fill('已电话反馈');
      await drawer.getByRole('button', { name: '撤销' }).click();
      await one.getByText('等第二人同意').waitFor({ timeout: 20_000 });
      await agree(new URL(page().url()).searchParams.get('id') ?? '');
      expect(await told(mine[21] as string, 'orderLifted')).toEqual([expect.objectContaining({ text: '已电话反馈' })]);
      expect(leader.errors).toEqual([]);
    }, 300_000);
  });

  it('counts are filters, and the address holds them', async () => {
    await page().goto(`${PAGES}/console/stuck`);
    await page().locator('.stuck-reasons button', { hasText: '无人认领' }).click();
    await page().waitForURL(/kind=unclaimed/);
    await page().locator('.stuck-reasons button[aria-pressed=true]', { hasText: '无人认领' }).waitFor();
    await page().getByRole('button', { name: '清除条件' }).click();
    await page().waitForURL((url) => url.search === '');
  }, 60_000);

  it('is within reach of everybody: axe at AA, no page wider than a phone, no errors', async () => {
    await page().goto(`${PAGES}/console/stuck`);
    await page().locator('.stuck-list li').first().waitFor();
    await page().locator('.stuck-reasons button').first().waitFor();
    expect(await violations(page())).toEqual([]);
    await page().setViewportSize({ width: 390, height: 844 });
    expect(await overflow(page())).toBeLessThanOrEqual(0);
    expect(await violations(page())).toEqual([]);
    expect(supervisor.errors).toEqual([]);
  }, 90_000);
});
