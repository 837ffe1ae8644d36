import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const QUIET = [
  ...['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-gpu'],
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** In CSS pixels: the widths that every page is looked at. */
export const SIZES = { desktop: { width: 1360, height: 860 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

/** The system's own Chromium, with more switches where a test needs them. @throws where none is found, in words that say how to get one. */
export function openBrowser(...more: string[]): Promise<Browser> {
  const executablePath = process.env['YIWANG_CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error('No Chromium was found: install it (apt-get install chromium fonts-noto-cjk), or set YIWANG_CHROMIUM to its path');
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

/**
 * A window that shares nothing with others, as a reader in the county has it. Without the workbench's service worker,
 * which would answer before a test that stands in for the network; `allow` it where it is what is looked at.
 */
export const openContext = (browser: Browser, size: Size, more: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: SIZES[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', ...more });

/** Signs a demonstration person in on Keycloak's own page, which the workbench leads to, and waits for their work, or for another page of theirs. */
export async function signInAt(page: Page, gateway: string, username: string, path = '/console/work', sign = '.task-list'): Promise<void> {
  await page.goto(new URL(path, gateway).href);
  await page.fill('#username', username);
  await page.fill('#password', 'demo-only');
  await page.click('#kc-login');
  await page.waitForSelector(sign);
}
