import { openContext, signInAt, type Size } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import type { Take } from './take.types.js';

const PAGES = {
  people: 'people', units: 'units', catalogue: 'catalogue/categories', import: 'catalogue/imports', policies: 'policies', policy: 'policies/new',
  calendar: 'calendar', 'qr-points': 'qr-points', clients: 'clients', audit: 'audit',
} as const;

/** Each page of administration, one person, and what a policy would make of last month's cases. */
export async function administration(browser: Browser, gateway: string, size: Size, take: Take): Promise<void> {
  const page = await (await openContext(browser, size)).newPage();
  await signInAt(page, gateway, 'admin');
  const open = async (path: string) => {
    await page.goto(new URL(`/console/admin/${path}`, gateway).href);
    await page.waitForSelector('.admin-page h1');
    await page.locator('.kit-waiting').first().waitFor({ state: 'detached' });
  };
  for (const [name, path] of Object.entries(PAGES)) {
    await open(path);
    await take(page, `admin-${name}-${size}`);
  }
  await open('people');
  await page.locator('.kit-table tbody a').first().click();
  await page.waitForSelector('#posts');
  await take(page, `admin-person-${size}`);
  await ruleLab(page, open, (name) => take(page, `${name}-${size}`));
  await page.context().close();
}

async function ruleLab(page: Page, open: (path: string) => Promise<void>, take: (name: string) => Promise<void>): Promise<void> {
  await open('policies');
  const lab = page.locator('.kit-table').getByRole('link', { name: /^演练/ }).first();
  if (await lab.count() === 0) return console.log('The county has no policy of its own to be tried: draft one first');
  await lab.click();
  await page.getByRole('button', { name: '开始演练' }).click();
  await page.waitForSelector('.policy-counts, .kit-nothing');
  await take('admin-rule-lab');
}
