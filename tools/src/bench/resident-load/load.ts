import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';

export interface Network {
  name: string;
  latencyMs: number;
  downKbit: number;
  upKbit: number;
}

export interface Conditions {
  url: string;
  network: Network;
  cpuSlowdown: number;
  /** What somebody writes in; a page without one is usable once it has painted. */
  field: string | null;
}

/** One load with nothing kept from before; milliseconds since it was asked for. */
export interface Load {
  paintMs: number;
  usableMs: number;
  /** As they came over the wire, until the page was usable. */
  bytes: number;
}

const TYPED = '路灯不亮';
const PATIENCE_MS = 60_000;

/** In the page: when it first painted, and when its field was there with nothing in the way of writing. */
const WATCH = `(() => {
  const seen = (window.yiwangLoad = { paint: 0, usable: 0 });
  const field = new URLSearchParams(location.hash.slice(1)).get('field');
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  const look = () => {
    const isThere = field ? document.querySelector(field)?.disabled === false : seen.paint > 0;
    // A turn of the event loop after the next painting: the main thread is free for a key.
    if (isThere) requestAnimationFrame(() => setTimeout(() => (seen.usable = performance.now()), 0));
    else setTimeout(look, 10);
  };
  look();
})()`;

/** Opens the page as a cheap phone would, and writes in it. */
export async function measureLoad(browser: Browser, { url, network, cpuSlowdown, field }: Conditions): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: (network.downKbit * 1_000) / 8,
      uploadThroughput: (network.upKbit * 1_000) / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await page.addInitScript(WATCH);
    await page.goto(field === null ? url : `${url}#field=${encodeURIComponent(field)}`, { waitUntil: 'commit', timeout: PATIENCE_MS });
    const { paint, usable } = await untilUsable(page);
    const load: Load = { paintMs: paint, usableMs: usable, bytes };
    if (field !== null) {
      await page.locator(field).pressSequentially(TYPED);
      if ((await page.locator(field).inputValue()) !== TYPED) throw new Error(`${url}: what was typed is not in its field`);
    }
    return load;
  } finally {
    await context.close();
  }
}

/** Asked seldom: each question takes the slow page a moment. */
async function untilUsable(page: Page): Promise<{ paint: number; usable: number }> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = (await page.evaluate('window.yiwangLoad')) as { paint: number; usable: number } | undefined;
    if (seen && seen.usable > 0 && seen.paint > 0) return seen;
    if (Date.now() > until) throw new Error(`${page.url()} was not usable within ${PATIENCE_MS / 1_000} s`);
    await pause(300);
  }
}
