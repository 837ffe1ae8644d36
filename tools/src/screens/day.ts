import { openContext, signInAt, type Size } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import type { Take } from './take.types.js';

/** A grid member's day: what is due, one task with its call and its answer, the rounds; on a phone, where it is at home, each. */
export async function gridDay(browser: Browser, gateway: string, size: Size, take: Take): Promise<void> {
  const more = size === 'phone' ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {};
  const page = await (await openContext(browser, size, more)).newPage();
  await signInAt(page, gateway, 'grid-li', '/console/day', '.day .head');
  await page.waitForSelector('.day-card, .kit-nothing');
  await take(page, `day-${size}`);
  if (size === 'phone') await onePhone(page, take);
  await page.locator('.tabs button').nth(1).click();
  await page.waitForSelector('.round, .kit-nothing');
  await take(page, `day-rounds-${size}`);
  await page.context().close();
}

async function onePhone(page: Page, take: Take): Promise<void> {
  const claim = page.locator('.day-card').getByRole('button', { name: '认领', exact: true }).first();
  const call = page.locator('.day-card').getByRole('button', { name: '回电话', exact: true }).first();
  if (await call.count() === 0 && await claim.count() > 0) await claim.click();
  if (await page.locator('.day-card').count() === 0) return console.log('Nothing is due: start a case first (see README, First calls)');
  await call.waitFor();
  await page.locator('.day-card', { has: page.getByRole('button', { name: '回电话', exact: true }) }).locator('.about').first().click();
  await page.waitForSelector('.day.task .thumb');
  await take(page, 'day-task-phone');
  await page.locator('.thumb').getByRole('button', { name: '回电话' }).click();
  await page.waitForSelector('.day-sheet .outcomes');
  await take(page, 'day-call-phone');
  await page.locator('.day-sheet').getByRole('button', { name: '取消' }).click();
  await page.locator('.thumb').getByRole('button', { name: '答复' }).click();
  await page.waitForSelector('.action-form .attachment-field');
  await page.locator('.action-form').scrollIntoViewIfNeeded();
  await take(page, 'day-answer-phone');
  await page.locator('.action-form').getByRole('button', { name: '取消' }).click();
  await page.locator('.day.task .back').click();
}
