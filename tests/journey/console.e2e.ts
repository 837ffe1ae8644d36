import { randomUUID } from 'node:crypto';
import { openBrowser, SIZES, type Size } from '@yiwang/testing/browser';
import type { Browser } from 'playwright-core';
import { findTask, overflow, signIn, violations } from './browser.js';
import { clientToken, eventually, must } from './surroundings.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const TRACK = `query ($number: ID!, $code: String!) { trackCase(number: $number, pickupCode: $code) { stage timeline { type text } } }`;
const RATE = `mutation ($input: RateCaseInput!) { rateCase(input: $input) { rating { outcomeStage } } }`;

interface Started {
  number: string;
  code: string;
  text: string;
}

const MANY = 10_000;

/** So many of a list of ten thousand, after one of them. */
function madeUpTasks(after: string | null, first: number): object[] {
  const from = after === null ? 0 : Number(after.slice(2));
  return Array.from({ length: Math.min(first, MANY - from) }, (_one, index) => {
    const at = from + index + 1;
    const about = { number: `n-${at}`, title: `第 ${at} 件`, text: '路灯不亮', stage: 'handling', kind: 'request', channel: 'qr', card: 'none' };
    const times = { dueAt: new Date(Date.now() + at * 60_000).toISOString(), openedAt: new Date().toISOString(), workingMinutesLeft: null };
    return { ...times, id: `t-${at}`, kind: 'handle', state: 'open', version: 1, title: null, holderSubject: null, holder: null, actions: ['claim'], area: { code: '1', name: '一网格' }, case: about };
  });
}

/** Milliseconds of the longest frame while a box is scrolled from its end to its beginning. */
async function longestFrame(box: Element): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let [last, longest] = [await frame(), 0];
  const step = box.scrollHeight / 60;
  for (let top = box.scrollHeight; top > 0; top -= step) {
    box.scrollTop = top;
    const now = await frame();
    [longest, last] = [Math.max(longest, now - last), now];
  }
  return longest;
}

async function startCase(text = `楼道灯不亮 ${randomUUID().slice(0, 8)}`): Promise<Started> {
  const input = { idempotencyKey: randomUUID(), areaCode: '990121101201001', kind: 'request', text };
  const { startCase: started } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, await clientToken('hotline-12345'), { input });
  return { number: started.case.number, code: started.pickupCode, text };
}

describe('the workbench in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('carries a case of the village path from its report to a rating', async () => {
    const { number, code, text } = await startCase();
    const { page, errors } = await signIn(browser, 'grid-li');
    await (await findTask(page, text)).locator('.task-row').click();
    const button = (name: string) => page.locator('.actions .buttons').getByRole('button', { name, exact: true });
    await button('认领').click();
    await button('已联系群众').click();
    await page.getByLabel('联系情况').fill('电话联系，约好下午上门。');
    await page.locator('.action-form').getByRole('button', { name: '已联系群众' }).click();
    await button('受理').click();
    await button('答复群众').click();
    await page.getByLabel('答复内容').fill('灯泡已更换，请您查看。');
    await page.locator('.action-form').getByRole('button', { name: '答复群众' }).click();
    await page.locator('.timeline', { hasText: '灯泡已更换，请您查看。' }).waitFor();

    const answered = await eventually(async () => {
      const { trackCase } = await must<{ trackCase: { stage: string } }>(TRACK, undefined, { number, code });
      return trackCase.stage === 'evaluating' ? trackCase : undefined;
    }, `an answer to ${number}`);
    expect(answered.stage).toBe('evaluating');
    const input = { caseNumber: number, pickupCode: code, rating: 'satisfied', idempotencyKey: randomUUID() };
    expect(await must(RATE, undefined, { input })).toMatchObject({ rateCase: { rating: { outcomeStage: 'closed' } } });
    expect(errors).toEqual([]);
  }, 180_000);

  it('keeps what was being written when the page is closed', async () => {
    const { text } = await startCase();
    const { page } = await signIn(browser, 'grid-li');
    await (await findTask(page, text)).locator('.task-row').click();
    const button = (name: string) => page.locator('.actions .buttons').getByRole('button', { name, exact: true });
    await button('认领').click();
    await button('答复群众').click();
    await page.getByLabel('答复内容').fill('写到一半的话');
    await page.reload();
    await button('答复群众').click();
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写到一半的话');
  }, 120_000);

  it('can be worked by keyboard alone', async () => {
    await startCase();
    const { page } = await signIn(browser, 'grid-li');
    await page.locator('.task-row').first().waitFor({ timeout: 40_000 });
    await page.locator('.task-row').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.task-panel .facts').waitFor();
    const opened = new URL(page.url()).searchParams.get('task');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL((url) => url.searchParams.get('task') !== opened);
    expect(new URL(page.url()).searchParams.get('task')).toMatch(/-[ts]\d+$/);
    await page.keyboard.press('x');
    await page.locator('.bulk-bar').waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  }, 120_000);

  it('claims many at once and says of each what became of it', async () => {
    const mark = `占道${randomUUID().slice(0, 8)}`;
    await startCase(`${mark} 东头`);
    await startCase(`${mark} 西头`);
    const { page } = await signIn(browser, 'grid-li');
    await findTask(page, `${mark} 东头`);
    await page.locator('.task-list .search-box input').fill(mark);
    await page.waitForFunction(() => document.querySelectorAll('.task-row').length === 2, undefined, { timeout: 40_000 });
    for (const box of await page.locator('.task-list .select input').all()) await box.check();
    await page.getByRole('button', { name: '认领 2 件' }).click();
    await page.locator('.bulk-results li.ok').nth(1).waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await page.locator('.ant-segmented-item', { hasText: '我手上的' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.task-row').length === 2);
  }, 120_000);

  it('scrolls through ten thousand tasks with only those in view on the page', async () => {
    const { page, errors } = await signIn(browser, 'grid-li');
    await page.route('**/graphql', async (route) => {
      const { query, variables } = route.request().postDataJSON() as { query: string; variables: { after?: string | null; first: number } };
      if (!query.includes('MyTasks')) return route.continue();
      await route.fulfill({ json: { data: { myTasks: madeUpTasks(variables.after ?? null, variables.first) } } });
    });
    await page.reload();
    await page.locator('.task-row').first().waitFor({ timeout: 40_000 });
    const count = () => page.locator('.refreshed').innerText();
    const rows = page.locator('.task-list .rows');
    await eventually(async () => {
      const isAll = (await count()).startsWith(`${MANY} `);
      await rows.evaluate((box) => (box.scrollTop = box.scrollHeight));
      return isAll || undefined;
    }, 'the end of the list', 100_000);
    await page.locator('.task-row', { hasText: `第 ${MANY} 件` }).waitFor();
    expect(await page.locator('.task-row').count()).toBeLessThan(60);
    const longest = await rows.evaluate(longestFrame);
    expect(longest).toBeLessThan(400);
    expect(errors).toEqual([]);
  }, 180_000);

  it.each(Object.keys(SIZES) as Size[])('has no accessibility violations and nothing cut off on a %s', async (size) => {
    const { text } = await startCase();
    const { page, errors } = await signIn(browser, 'grid-li', size);
    const row = await findTask(page, text);
    expect(await violations(page)).toEqual([]);
    await row.locator('.task-row').click();
    await page.locator('.facts').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  }, 120_000);

  it('is in English after a switch, and stays so', async () => {
    const { page } = await signIn(browser, 'grid-li');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Only due soon or late').waitFor();
    await page.reload();
    await page.getByText('Only due soon or late').waitFor();
  }, 120_000);
});
