import { randomUUID } from 'node:crypto';
import { openBrowser, SIZES, type Size } from '@yiwang/testing/browser';
import type { Browser, Locator, Page } from 'playwright-core';
import { overflow, PAGES, reach, signIn, violations } from './browser.js';
import { Desk } from './desk.js';
import { clientToken, eventually, must } from './surroundings.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const TRACK = `query ($number: ID!, $code: String!) { trackCase(number: $number, pickupCode: $code) { stage timeline { text } } }`;
const [COUNTY, TOWN, POTHOLES] = ['990121', '990121101', '070101'];

interface Started {
  number: string;
  code: string;
  text: string;
}

/** A case of the hotline whose words bear a mark of their own, so that it is found among others. */
async function fromHotline(what: string, over: Record<string, unknown> = {}): Promise<Started> {
  const text = `${what} ${randomUUID().slice(0, 8)}`;
  const input = { idempotencyKey: randomUUID(), kind: 'complaint', channel: 'hotline', areaCode: COUNTY, text, reporter: { name: '何先生', phone: '13900001234' }, ...over };
  const { startCase: started } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, await clientToken('hotline-12345'), { input });
  return { number: started.case.number, code: started.pickupCode, text };
}

const rows = (page: Page): Locator => page.locator('.desk-rows button[id]');
const said = (page: Page): Locator => page.getByRole('status');

/** A row by a part of its words; those due first come first, and a page at a time. */
const reached = (page: Page, words: string): Promise<Locator> => reach(rows(page).filter({ hasText: words }), page.locator('.desk-rows > button'));

/** Opens the desk and one of its rows, whose name is a part of its words. */
async function openRow(page: Page, words: string, show = ''): Promise<void> {
  await page.goto(`${PAGES}/console/desk${show}`);
  await (await reached(page, words)).click();
  await page.locator('.desk-matter h2', { hasText: words }).waitFor();
}

/** To a row by the arrows alone. */
async function arrowTo(page: Page, words: string): Promise<void> {
  await reached(page, words);
  await rows(page).first().focus();
  for (let press = 0; press < await rows(page).count(); press += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.textContent.includes(wanted) ?? false, words)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows do not reach ${words}`);
}

describe('the dispatch desk in a browser', () => {
  let browser: Browser;
  let county: Desk;
  beforeAll(async () => {
    browser = await openBrowser();
    county = await Desk.of(browser, 'county-chen');
  }, 60_000);
  afterAll(() => browser?.close());

  it('finds an incoming case by the arrows, says why a unit is suggested, and transfers it by one key', async () => {
    const { text, number } = await fromHotline('多处路面坑洼', { categoryCode: POTHOLES });
    const { page } = county;
    await page.getByRole('link', { name: '分流台' }).click();
    await arrowTo(page, text);
    await page.keyboard.press('Enter');
    const first = page.locator('.desk-units li.chosen', { hasText: '交通运输局' });
    await first.getByText('权责清单').waitFor();
    await first.locator('.desk-load').waitFor();
    await page.locator('.desk-transfer .why', { hasText: '县级统筹' }).getByText('地点只到县').waitFor();
    await page.keyboard.press('t');
    await said(page).getByText(`${number} 已交云溪县交通运输局主办`).waitFor({ timeout: 30_000 });
    await rows(page).filter({ hasText: text }).waitFor({ state: 'detached' });
    const transport = await Desk.of(browser, 'department-jiang');
    await transport.open(text);
    await transport.press('认领', '受理');
    expect([...county.errors, ...transport.errors]).toEqual([]);
    await transport.page.context().close();
  }, 120_000);

  it('sees what both sides say of a case that they give back, and rules', async () => {
    const { text, number } = await fromHotline('沟渠边路面塌陷', { categoryCode: POTHOLES });
    const { page } = county;
    const [transport, environment] = [await Desk.of(browser, 'department-jiang'), await Desk.of(browser, 'department-xia')];
    const giveBack = async (unit: Desk, proposed: string, ground: string, reason: string): Promise<void> => {
      await unit.open(text);
      await unit.press('认领', '退回');
      await unit.act('退回', async (form) => {
        await form.pick('应由哪个单位办理', proposed);
        await form.write('法定依据', ground);
        await form.write('理由', reason);
      });
    };
    await openRow(page, text);
    await page.locator('.desk-units li.chosen', { hasText: '交通运输局' }).waitFor();
    await page.keyboard.press('t');
    await said(page).getByText(`${number} 已交`).waitFor({ timeout: 30_000 });

    await giveBack(transport, '自然资源', '《土地管理法》第四十二条', '塌陷由排水沟引起');
    await openRow(page, text, '?show=coordinate');
    await page.locator('.desk-sides li', { hasText: '云溪县交通运输局' }).getByText('认为应由云溪县自然资源和生态环境局办理').waitFor();
    await page.locator('.desk-units li', { hasText: '交通运输局' }).getByText('退回过').waitFor();
    await page.locator('.desk-units li', { hasText: '自然资源' }).getByRole('radio').check();
    await page.getByLabel('给主办单位的话').fill('请到现场看一看再定');
    await page.getByRole('button', { name: '交给云溪县自然资源和生态环境局' }).click();
    await said(page).getByText(`${number} 已交云溪县自然资源和生态环境局主办`).waitFor();

    await giveBack(environment, '交通运输', '《公路法》第三十五条', '路基由养护单位负责');
    await openRow(page, text, '?show=arbitrate');
    const sides = page.locator('.desk-sides li');
    await sides.nth(2).waitFor();
    expect((await sides.allInnerTexts()).map((side) => side.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/交通运输局.*塌陷由排水沟引起.*《土地管理法》第四十二条/),
      expect.stringMatching(/县级意见.*请到现场看一看再定/),
      expect.stringMatching(/自然资源和生态环境局.*路基由养护单位负责.*《公路法》第三十五条/),
    ]);
    expect(await violations(page)).toEqual([]);
    await page.locator('.desk-units li', { hasText: '交通运输局' }).getByRole('radio').check();
    await page.getByLabel('裁定意见').fill('路基属公路养护范围');
    await page.getByRole('button', { name: '裁定由云溪县交通运输局办理' }).click();
    await said(page).getByText(`${number} 已裁定由云溪县交通运输局办理`).waitFor();

    await transport.open(text);
    await transport.press('认领', '受理');
    await transport.page.locator('.timeline', { hasText: '路基属公路养护范围' }).waitFor();
    expect(await transport.button('退回').count()).toBe(0);
    expect([...county.errors, ...transport.errors, ...environment.errors]).toEqual([]);
    for (const { page: window } of [transport, environment]) await window.context().close();
  }, 300_000);

  it('tells a town’s desk which village the words name, and sends it there', async () => {
    const { text, number } = await fromHotline('南塔社区后面的路灯坏了', { kind: 'request', areaCode: TOWN });
    const { page, errors } = await signIn(browser, 'town-zhao');
    await openRow(page, text);
    await page.locator('.desk-units li.chosen', { hasText: '城关镇 › 南塔社区' }).getByText('写了村（社区）“南塔社区”').waitFor();
    await page.getByRole('button', { name: '转办到南塔社区' }).waitFor();
    await page.keyboard.press('t');
    await said(page).getByText(`${number} 已转南塔社区 · 城关镇（现场直办）`).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('asks for a place where the words name none, and does not send before', async () => {
    const { text } = await fromHotline('楼道堆放杂物', { kind: 'request', areaCode: TOWN });
    const { page } = await signIn(browser, 'town-zhao');
    await openRow(page, text);
    await page.getByText('先定下村（社区）或网格，再转办').waitFor();
    expect(await page.locator('.desk-keys .ant-btn-primary').isDisabled()).toBe(true);
    await page.keyboard.press('t');
    await page.getByLabel('另选地点').click();
    await page.getByLabel('另选地点').pressSequentially('桂花');
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '桂花社区' }).first().click();
    await page.getByRole('button', { name: '转办到桂花社区' }).click();
    await said(page).getByText('已转桂花社区').waitFor();
    await page.context().close();
  }, 120_000);

  it('joins a case to one nearby that reports the same', async () => {
    const placeText = `老街口 ${randomUUID().slice(0, 8)}`;
    const [known, again] = [await fromHotline('路面塌了一个坑', { placeText }), await fromHotline('车轮陷进坑里', { placeText, categoryCode: POTHOLES })];
    const { page, errors } = county;
    await openRow(page, again.text);
    const other = page.locator('.desk-similar li', { hasText: known.number });
    await other.getByText('写的是同一地点').waitFor();
    await other.getByRole('button', { name: '并入此案' }).click();
    await other.getByLabel('并案理由').waitFor();
    await other.locator('form').getByRole('button', { name: '并入此案' }).click();
    await said(page).getByText(`${again.number} 已并入 ${known.number}`).waitFor();
    expect(errors).toEqual([]);
  }, 120_000);

  it('does not accept a case for a reason that the resident reads', async () => {
    const { text, number, code } = await fromHotline('请推荐一家好吃的饭店', { kind: 'request' });
    const { page, errors } = county;
    await openRow(page, text);
    await page.getByRole('button', { name: '不予受理' }).click();
    await page.locator('.desk-refusal').getByRole('button', { name: '不予受理' }).click();
    await page.locator('.desk-refusal .ant-form-item-explain-error').waitFor();
    await page.getByLabel('不予受理的理由').fill('不属于政府职责范围');
    await page.locator('.desk-refusal').getByRole('button', { name: '不予受理' }).click();
    await said(page).getByText(`${number} `).waitFor();
    await eventually(async () => {
      const { trackCase } = await must<{ trackCase: { stage: string; timeline: { text: string | null }[] } }>(TRACK, undefined, { number, code });
      return trackCase.stage === 'notAccepted' && trackCase.timeline.some((entry) => entry.text?.includes('不属于政府职责范围')) ? true : undefined;
    }, 'not accepting');
    expect(errors).toEqual([]);
  }, 120_000);

  it.each(Object.keys(SIZES) as Size[])('has no accessibility violations and nothing cut off on a %s', async (size) => {
    const { text } = await fromHotline('路面有坑', { categoryCode: POTHOLES });
    const { page, errors } = await signIn(browser, 'county-chen', size);
    await page.goto(`${PAGES}/console/desk`);
    await reached(page, text);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await rows(page).filter({ hasText: text }).click();
    await page.locator('.desk-units li.chosen').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 120_000);
});
