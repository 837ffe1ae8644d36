import { openContext, signInAt, SIZES, type Size } from '@yiwang/testing/browser';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Take } from './take.types.js';

const TALL_PX = 3_000;

/** Why cases are not moving, what several at once would come to, one case inside the engine, and what was done before. */
export async function supervision(browser: Browser, gateway: string, size: Size, take: Take): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await signInAt(page, gateway, 'supervisor-sun');
  const stuck = new URL('/console/stuck', gateway).href;
  await page.goto(stuck);
  await page.waitForSelector('.stuck-list li, .kit-nothing');
  await page.waitForSelector('.stuck-reasons');
  await take(page, `stuck-${size}`);
  if (await page.locator('.stuck-list li').count() > 0) {
    await previewed(page, () => take(page, `stuck-preview-${size}`));
    await page.goto(stuck);
    await insideEngine(page, (card) => take(page, `engine-${size}`, card));
    await page.setViewportSize(SIZES[size]);
  }
  await page.goto(new URL('/console/interventions', gateway).href);
  await page.waitForSelector('.interventions-list li button, .kit-nothing');
  const done = page.locator('.interventions-list li button').first();
  if (await done.count() > 0) {
    await done.click();
    await page.waitForSelector('.interventions-one .kit-table, .interventions-one table');
  }
  await take(page, `interventions-${size}`);
  await page.context().close();
}

/** Nothing is begun: it is looked at and left. */
async function previewed(page: Page, picture: () => Promise<void>): Promise<void> {
  const boxes = page.locator('.stuck-list li input[type=checkbox]');
  for (let nth = 0; nth < Math.min(5, await boxes.count()); nth += 1) await boxes.nth(nth).check();
  await page.getByRole('button', { name: '批量处置', exact: true }).click();
  const drawer = page.locator('.kit-drawer');
  await drawer.getByLabel('理由').fill('请今天之内与群众联系。');
  await drawer.getByRole('button', { name: '预览' }).click();
  await drawer.getByRole('button', { name: '改一改' }).waitFor();
  await picture();
}

async function insideEngine(page: Page, picture: (card: Locator) => Promise<void>): Promise<void> {
  await page.locator('.stuck-list li a').first().click();
  await page.getByRole('button', { name: '查看引擎里的情况' }).click();
  await page.locator('.engine-run').first().waitFor();
  // Seen without scrolling: what stays at the top of the window would cover it.
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: TALL_PX });
  await picture(page.locator('.engine.card'));
}
