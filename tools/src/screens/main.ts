import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, openContext, signInAt, SIZES, type Size } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { findSystem } from '../bench/system.js';
import { CHECKOUT } from '../infrastructure/folders.js';
import { StartProblem } from '../infrastructure/problem.js';
import { administration } from './administration.js';
import { prepareCases } from './cases.js';
import { gridDay } from './day.js';
import { supervision } from './supervision.js';
import type { Take } from './take.types.js';

/** Takes the pictures in docs/screens from the running demonstration: `npm run screens`. */
const ended = (error: unknown): never => {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exit(1);
};
const system = await findSystem().catch(ended);
const GATEWAY = new URL(system.gateway).origin;
const FOLDER = join(CHECKOUT, 'docs', 'screens');
/** What is on its way when a page has drawn its content: fonts, pictures, the end of a movement. */
const SETTLE_MS = 900;

const take: Take = async (page, name, part) => {
  await page.waitForTimeout(SETTLE_MS);
  await (part ?? page).screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
};

/** A page that follows news is never without a request on its way. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('.ant-skeleton-active, .ant-spin-spinning, .ant-btn-loading') === null);
};

async function workbench(browser: Browser, size: Size): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await signInAt(page, GATEWAY, 'grid-li');
  await page.waitForSelector('.task-row, .nothing');
  await take(page, `my-work-${size}`);
  const row = page.locator('.task-row').first();
  if (await row.count() === 0) return console.log('No task is there to be opened: start a case first (see README, First calls)');
  for (const box of await page.locator('.task-list .select input').all().then((all) => all.slice(0, 3))) await box.check();
  await page.waitForSelector('.bulk-bar');
  await take(page, `many-at-once-${size}`);
  await page.locator('.bulk-bar .ant-btn-link').last().click();
  await row.click();
  await page.waitForSelector('.facts');
  await take(page, `task-${size}`);
  await page.getByRole('link', { name: '查看案件全貌' }).click();
  await page.waitForSelector('.case-page .clock');
  await take(page, `case-${size}`);
  await page.locator('.timeline').scrollIntoViewIfNeeded();
  await take(page, `case-timeline-${size}`);
  await page.context().close();
}

/** The search among cases, as a village's secretary sees it. */
async function search(browser: Browser, size: Size): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await signInAt(page, GATEWAY, 'secretary-wang');
  await page.goto(new URL('/console/cases', GATEWAY).href);
  await page.waitForSelector('.found li, .kit-nothing');
  await take(page, `cases-${size}`);
  await page.context().close();
}

/** The dispatch desk of the county. */
async function dispatchDesk(browser: Browser, size: Size): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await signInAt(page, GATEWAY, 'county-chen');
  await page.goto(new URL('/console/desk', GATEWAY).href);
  await page.waitForSelector('.desk-rows button[id], .desk-list .kit-nothing');
  const rows = page.locator('.desk-rows button[id]');
  const complaints = rows.filter({ hasText: '投诉' });
  const row = (await complaints.count() > 0 ? complaints : rows).first();
  if (await rows.count() === 0) return console.log('Nothing waits at the desk: start a case whose place is only the county');
  await row.click();
  await page.waitForSelector('.desk-keys');
  await settled(page);
  await page.mouse.move(0, 0);
  await take(page, `desk-${size}`);
  await page.context().close();
}

/** The whole county at once, as its leader sees it; on a wall too. */
async function overview(browser: Browser, size: Size): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await signInAt(page, GATEWAY, 'leader-zhou');
  await page.goto(new URL('/console/overview', GATEWAY).href);
  await page.waitForSelector('.ov-panel.warnings .ov-kinds');
  await page.waitForLoadState('networkidle');
  await take(page, `overview-${size}`);
  const choice = page.locator('.ov-acts button').first();
  if (await choice.count() > 0) {
    await choice.click();
    await page.waitForSelector('.ov-drawer .facts');
    await take(page, `overview-decision-${size}`);
    await page.locator('.ov-drawer .ant-drawer-close').click();
  }
  if (size === 'desktop') {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await take(page, 'overview-wall');
  }
  await page.context().close();
}

/** The residents' pages of the demonstration's first code. */
async function residents(browser: Browser, size: Size): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await page.goto(`${GATEWAY}/r/QR-990121-0001`);
  await page.waitForSelector('#text');
  await take(page, `report-${size}`);
  await page.locator('#text').fill('楼前的路灯不亮，晚上出行不便。');
  await page.locator('form button.main').click();
  await page.waitForSelector('.ticket');
  await take(page, `reported-${size}`);
  const [number, code] = [await page.locator('.ticket .number').textContent(), await page.locator('.ticket .code').textContent()];
  await page.goto(`${GATEWAY}/t/${number}#${code}`);
  await page.waitForSelector('.nodes');
  await take(page, `follow-${size}`);
  await page.context().close();
}

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
try {
  await prepareCases(system, browser).catch(ended);
  for (const size of Object.keys(SIZES) as Size[]) {
    await residents(browser, size);
    await workbench(browser, size);
    await gridDay(browser, GATEWAY, size, take);
    await search(browser, size);
    await administration(browser, GATEWAY, size, take);
    await dispatchDesk(browser, size);
    await supervision(browser, GATEWAY, size, take);
    await overview(browser, size);
  }
} finally {
  await browser.close();
}
