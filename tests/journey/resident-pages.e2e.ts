import { openBrowser, SIZES, type Size } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { findTask, openWindow, overflow, PAGES, signIn, violations } from './browser.js';

const CODE = 'QR-990121-0001';

interface Kept {
  number: string;
  code: string;
}

/** Writes at a code and sends; what the resident is told to keep. */
async function report(page: Page, text: string): Promise<Kept> {
  await page.goto(`${PAGES}/r/${CODE}`);
  await page.locator('#text').fill(text);
  await page.locator('form button.main').click();
  return keptOf(page);
}

async function keptOf(page: Page): Promise<Kept> {
  await page.locator('.ticket').waitFor();
  const read = async (name: string) => (await page.locator(`.ticket .${name}`).textContent()) ?? '';
  return { number: await read('number'), code: await read('code') };
}

describe("the residents' pages in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('keeps what is written through a reload, and refuses an empty report at its field', async () => {
    const { page } = await openWindow(browser, 'phone');
    await page.goto(`${PAGES}/r/${CODE}`);
    await page.locator('form button.main').click();
    await page.locator('#text-wrong').waitFor();
    await page.locator('#text').fill('路灯不亮，晚上看不见路。');
    await page.reload();
    expect(await page.locator('#text').inputValue()).toBe('路灯不亮，晚上看不见路。');
  });

  it('sends again by itself what may have arrived', async () => {
    const { page } = await openWindow(browser, 'phone');
    await page.goto(`${PAGES}/r/${CODE}`);
    await page.locator('#text').fill(`下水道堵了。${Date.now()}`);
    await page.route('**/graphql', (route) => route.abort());
    await page.locator('form button.main').click();
    await page.locator('form .note').waitFor();
    expect(await page.locator('#text').isDisabled()).toBe(true);
    await page.unroute('**/graphql');
    await page.reload();
    expect((await keptOf(page)).number).toMatch(/^990121-/);
  });

  it('lets a resident follow without an account, add and withdraw', async () => {
    const { page, errors } = await openWindow(browser, 'phone');
    const { number, code } = await report(page, `楼道堆物。${Date.now()}`);
    await page.goto(`${PAGES}/t/${number}#${code}`);
    await page.locator('.nodes [aria-current=step]').waitFor();
    await page.locator('.choices button').first().click();
    await page.locator('#said').fill('今晚仍未恢复。');
    await page.locator('.choices button.main').click();
    await page.locator('.timeline .said', { hasText: '今晚仍未恢复。' }).waitFor();
    await page.locator('.choices button').nth(1).click();
    await page.locator('#said').fill('已经修好了。');
    await page.locator('.choices button.main').click();
    await page.locator('.now.is-withdrawn').waitFor();
    expect(errors).toEqual([]);
  });

  it('carries a report to its rating with nobody but the resident and the grid member, each in their window', async () => {
    const { page: resident, errors } = await openWindow(browser, 'phone');
    const text = `井盖松动。${Date.now()}`;
    const { number, code } = await report(resident, text);
    const { page: member } = await signIn(browser, 'grid-li');
    await (await findTask(member, text)).locator('.task-row').click();
    const press = (name: string) => member.locator('.actions .buttons').getByRole('button', { name, exact: true }).click();
    await press('认领');
    await press('答复群众');
    await member.getByLabel('答复内容').fill('井盖已固定。');
    await member.locator('.action-form').getByRole('button', { name: '答复群众' }).click();
    await member.locator('.timeline', { hasText: '井盖已固定。' }).waitFor();
    await resident.goto(`${PAGES}/t/${number}#${code}`);
    await resident.getByText('井盖已固定。').first().waitFor();
    await resident.getByText('满意', { exact: true }).first().click();
    await resident.locator('form.rate button.main').click();
    await resident.locator('.now.is-closed').waitFor();
    expect(errors).toEqual([]);
  }, 180_000);

  it('says where else to report at a code that is not ours, and nothing Chinese in English', async () => {
    const { page } = await openWindow(browser, 'phone');
    await page.goto(`${PAGES}/r/NOT-OURS`);
    await page.locator('a[href="tel:12345"]').waitFor();
    await page.locator('header button').nth(1).click();
    expect(await page.locator('main').innerText()).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(Object.keys(SIZES) as Size[])('has no accessibility violations and nothing cut off on a %s', async (size) => {
    const { page, errors } = await openWindow(browser, size);
    await page.goto(`${PAGES}/r/${CODE}`);
    await page.locator('#text').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${PAGES}/t/`);
    await page.locator('main form').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
