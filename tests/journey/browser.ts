import { AxeBuilder } from '@axe-core/playwright';
import { openContext, signInAt, type Size } from '@yiwang/testing/browser';
import type { Browser, Locator, Page } from 'playwright-core';
import { eventually, GATEWAY } from './surroundings.js';

/** Where the pages stand, without a slash at the end. */
export const PAGES = new URL(GATEWAY).origin;

export interface Window {
  page: Page;
  /** What the page's console called an error. */
  errors: string[];
}

/** A window of its own; what goes wrong in it is kept. */
export async function openWindow(browser: Browser, size: Size = 'desktop'): Promise<Window> {
  return watched(await (await openContext(browser, size)).newPage());
}

/** A page with what goes wrong in it from now on. */
export function watched(page: Page): Window {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, errors };
}

export async function signIn(browser: Browser, username: string, size: Size = 'desktop'): Promise<Window> {
  const window = await openWindow(browser, size);
  await signInAt(window.page, PAGES, username);
  return window;
}

/** The row of a task in somebody's own work, found by its words: a list draws only the rows that are in view. */
export async function findTask(page: Page, text: string): Promise<Locator> {
  await page.locator('.task-list .search-box input').fill(text);
  const row = page.locator('.task-list li', { hasText: text }).first();
  await row.waitFor({ timeout: 40_000 });
  return row;
}

/** What is wanted of a list that shows a page at a time: goes on by its button until it is there. */
export async function reach(wanted: Locator, more: Locator): Promise<Locator> {
  await eventually(async () => {
    if ((await wanted.count()) > 0) return true;
    // It may go as it is clicked, when the list is read anew.
    if (await more.isVisible()) await more.click({ timeout: 2_000 }).catch(() => undefined);
    return undefined;
  }, 'a row of the list', 60_000);
  return wanted;
}

/** What axe finds against WCAG 2 AA, each in a line, once colours that are on their way have arrived. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)));
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
}

/** Pixels by which a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
