import { loadavg } from 'node:os';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser } from 'playwright-core';
import type { BenchOptions } from '../options.js';
import { measureLoad, type Load, type Network } from './load.js';
import { describeLoads, describeVerdict, HEAD, type LoadRow } from './table.js';
import type { System } from '../system.js';

/** The code of a building in the demonstration county. */
const CODE = 'QR-990121-0001';

/**
 * Slow 4G as Lighthouse means it: 1.6 Mbit/s down and 750 kbit/s up at a round trip of 150 ms. Chromium delays requests
 * and not connections, so Lighthouse holds each back 3.75 times as long where it has Chromium do it: the harder row.
 */
const NETWORKS: readonly Network[] = [
  { name: '150 ms a request', latencyMs: 150, downKbit: 1_600, upKbit: 750 },
  { name: '563 ms a request', latencyMs: 562.5, downKbit: 1_475, upKbit: 675 },
];
const CPU_SLOWDOWN = 4;

export interface ResidentLoadFigures {
  /** Of the machine: when measuring began, and when it ended. */
  load: [number, number];
  rows: LoadRow[];
}

/** First loads of a resident's page on a slow phone, beside the least that the same server answers. */
export async function residentLoadPart(system: System, { quick }: Pick<BenchOptions, 'quick'>, say: (line: string) => void): Promise<ResidentLoadFigures> {
  const times = quick ? 4 : 10;
  const begin = loadavg()[0] ?? 0;
  say(HEAD);
  const browser = await openBrowser();
  try {
    const rows: LoadRow[] = [];
    for (const network of NETWORKS) {
      const row = await measureRow(browser, new URL(system.gateway).origin, network, times);
      rows.push(row);
      say(describeLoads(row));
    }
    const load: [number, number] = [begin, loadavg()[0] ?? 0];
    say(`${describeVerdict(rows)} Load of the machine ${load.map((one) => one.toFixed(1)).join(' to ')}.`);
    return { load, rows };
  } finally {
    await browser.close();
  }
}

/** By turns, so that what else the machine does falls on both. */
async function measureRow(browser: Browser, origin: string, network: Network, times: number): Promise<LoadRow> {
  const conditions = { network, cpuSlowdown: CPU_SLOWDOWN };
  const page: Load[] = [];
  const floor: Load[] = [];
  // The first of all warms the server and the browser's own code, as it is for nobody's phone.
  await measureLoad(browser, { ...conditions, url: `${origin}/r/${CODE}`, field: '#text' });
  for (let turn = 0; turn < times; turn += 1) {
    floor.push(await measureLoad(browser, { ...conditions, url: `${origin}/pages.json`, field: null }));
    page.push(await measureLoad(browser, { ...conditions, url: `${origin}/r/${CODE}`, field: '#text' }));
  }
  return { network: network.name, page, floor };
}
