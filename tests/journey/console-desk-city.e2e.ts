import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { PAGES, reach, signIn, violations, type Window } from './browser.js';
import { clientToken, eventually, must } from './surroundings.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const TRACK = `query ($number: ID!, $code: String!) { trackCase(number: $number, pickupCode: $code) { stage timeline { text } } }`;
const VILLAGE = '990121101201';
/** Other work of the machine may hold the engine up. */
const PATIENCE_MS = 60_000;

interface Started {
  number: string;
  code: string;
  text: string;
}

interface Track {
  trackCase: { stage: string; timeline: { text: string | null }[] };
}

/** Waits until whoever reported it reads of that stage, and of those words where some are given. */
const reads = ({ number, code }: Started, stage: string, words = ''): Promise<boolean> =>
  eventually(
    async () => {
      const { trackCase } = await must<Track>(TRACK, undefined, { number, code });
      return trackCase.stage === stage && (words === '' || trackCase.timeline.some(({ text }) => text?.includes(words))) ? true : undefined;
    },
    `${stage} of ${number}`,
    PATIENCE_MS,
  );

/** A matter of several counties goes to the city at once. */
async function acrossCounties(): Promise<Started> {
  const text = `上游邻县排污，河水发臭 ${randomUUID().slice(0, 8)}`;
  const input = { idempotencyKey: randomUUID(), kind: 'complaint', channel: 'hotline', areaCode: VILLAGE, caseClass: 'crossCounty', text, reporter: { name: '何先生', phone: '13900001234' } };
  const { startCase: started } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, await clientToken('hotline-12345'), { input });
  const one = { number: started.case.number, code: started.pickupCode, text };
  await reads(one, 'referred');
  return one;
}

async function openRow(page: Page, words: string): Promise<void> {
  await page.goto(`${PAGES}/console/desk`);
  const row = page.locator('.desk-rows button[id]').filter({ hasText: words });
  await (await reach(row, page.locator('.desk-rows > button'))).click();
  await page.locator('.desk-matter h2', { hasText: words }).waitFor();
}

describe('the city’s desk in a browser', () => {
  let browser: Browser;
  let city: Window;
  beforeAll(async () => {
    browser = await openBrowser();
    city = await signIn(browser, 'city-wei');
  }, 60_000);
  afterAll(() => browser?.close());

  it('reads why a case came, and gives it back with an opinion that the county’s desk reads', async () => {
    const { text, number } = await acrossCounties();
    const { page } = city;
    await openRow(page, text);
    await page.locator('.desk-matter').getByText('云溪县 › 城关镇').waitFor();
    await page.locator('.desk-sides li', { hasText: '转市级的理由' }).getByText('跨区事项', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    const form = page.locator('section', { hasText: '市级办理' }).last();
    await form.getByRole('button', { name: '退回县级' }).click();
    await form.locator('.ant-form-item-explain-error').waitFor();
    await form.getByLabel('处理意见').fill('由云溪县牵头，邻县配合');
    await form.getByRole('button', { name: '退回县级' }).click();
    await page.getByRole('status').getByText(`${number} 已处理`).waitFor();
    await page.locator('.desk-rows button[id]').filter({ hasText: text }).waitFor({ state: 'detached' });

    const county = await signIn(browser, 'county-chen');
    await openRow(county.page, text);
    await county.page.locator('.desk-sides li', { hasText: '市级意见' }).getByText('由云溪县牵头，邻县配合').waitFor();
    expect([...city.errors, ...county.errors]).toEqual([]);
    await county.page.context().close();
  }, 240_000);

  it('answers a case itself, in words that the resident reads', async () => {
    const one = await acrossCounties();
    const { page } = city;
    await openRow(page, one.text);
    await page.getByRole('radio', { name: '直接答复群众' }).check();
    await page.getByLabel('答复内容').fill('已约谈上游企业，停止排放。');
    await page.getByRole('button', { name: '直接答复群众' }).click();
    await page.getByRole('status').getByText(`${one.number} 已处理`).waitFor();
    await reads(one, 'evaluating', '已约谈上游企业');
    expect(city.errors).toEqual([]);
  }, 180_000);
});
