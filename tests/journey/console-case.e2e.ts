import { randomUUID } from 'node:crypto';
import { openBrowser, SIZES, type Size } from '@yiwang/testing/browser';
import type { Browser, Request } from 'playwright-core';
import { findTask, overflow, PAGES, signIn, violations } from './browser.js';
import { clientToken, must } from './surroundings.js';

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;
const TRACK = `query ($number: ID!, $code: String!) { trackCase(number: $number, pickupCode: $code) { timeline { text } } }`;

async function startCase() {
  const text = `下水道堵塞 ${randomUUID().slice(0, 8)}`;
  const reporter = { name: '何先生', phone: '13900001234' };
  const input = { idempotencyKey: randomUUID(), qrPointCode: 'QR-990121-0001', kind: 'request', text, reporter };
  const { startCase: started } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, await clientToken('hotline-12345'), { input });
  return { number: started.case.number, code: started.pickupCode, text };
}

describe('the page of a case in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('shows where on its path a case is, who may take it, its clocks, its place, and what comes next', async () => {
    const { number, text } = await startCase();
    const { page, errors } = await signIn(browser, 'secretary-wang');
    await page.goto(`${PAGES}/console/cases/${number}`);
    await page.locator('.path-drawing li.now', { hasText: '网格员办理' }).getByText('待认领').waitFor();
    await page.locator('.path-drawing .next', { hasText: '群众评价' }).waitFor();
    await page.locator('.clocks .clock', { hasText: '首次响应' }).getByText(/前完成，.*起算/).waitFor();
    await page.locator('.clocks .clock', { hasText: '办结' }).getByText(/前办结：/).waitFor();
    await page.locator('.place').getByRole('group', { name: '北门社区第一网格的位置图' }).locator('path.own').waitFor();
    await page.locator('.place').getByRole('img', { name: /^二维码点位/ }).waitFor();
    expect(await page.locator('.facts blockquote').innerText()).toBe(text);
    expect(errors).toEqual([]);
  }, 120_000);

  it('keeps a note among those who work on it', async () => {
    const { number, code } = await startCase();
    const { page } = await signIn(browser, 'secretary-wang');
    await page.goto(`${PAGES}/console/cases/${number}`);
    const note = `先联系物业 ${randomUUID().slice(0, 6)}`;
    await page.getByRole('textbox', { name: '内部备注' }).fill(note);
    await page.getByRole('button', { name: '记下' }).click();
    await page.locator('.timeline li.internal', { hasText: note }).waitFor();
    await page.locator('.timeline .ant-segmented-item', { hasText: '群众可见' }).click();
    await page.locator('.timeline li', { hasText: note }).waitFor({ state: 'detached' });
    const { trackCase } = await must<{ trackCase: { timeline: { text: string | null }[] } }>(TRACK, undefined, { number, code });
    expect(trackCase.timeline.filter(({ text }) => text?.includes(note))).toEqual([]);
  }, 120_000);

  it('shows two people that the other is there, and each what the other does', async () => {
    const { number, text } = await startCase();
    const [{ page: secretary }, { page: member }] = [await signIn(browser, 'secretary-wang'), await signIn(browser, 'grid-li')];
    await secretary.goto(`${PAGES}/console/cases/${number}`);
    await (await findTask(member, text)).locator('.task-row').click();
    await member.locator('.presence', { hasText: '王' }).waitFor({ timeout: 40_000 });
    await secretary.locator('.presence', { hasText: '李' }).waitFor({ timeout: 40_000 });
    await member.locator('.actions .buttons').getByRole('button', { name: '认领', exact: true }).click();
    await secretary.locator('.path-drawing li.now', { hasText: '李' }).waitFor();
  }, 120_000);

  it('takes the line to the news up again after it broke, and misses nothing', async () => {
    const { number, text } = await startCase();
    const { page: secretary } = await signIn(browser, 'secretary-wang');
    const isNews = (request: Request): boolean => request.postData()?.includes('subscription CaseNews') ?? false;
    await secretary.route('**/graphql', (route) => (isNews(route.request()) ? route.abort() : route.fallback()));
    await secretary.goto(`${PAGES}/console/cases/${number}`);
    await secretary.getByText('连接断了，页面可能不是最新').waitFor();
    const { page: member } = await signIn(browser, 'grid-li');
    await (await findTask(member, text)).locator('.task-row').click();
    await member.locator('.actions .buttons').getByRole('button', { name: '认领', exact: true }).click();
    await member.locator('.actions .buttons').getByRole('button', { name: '受理', exact: true }).waitFor();
    expect(await secretary.locator('.path-drawing li.now', { hasText: '李' }).count()).toBe(0);
    await secretary.unroute('**/graphql');
    await secretary.locator('.path-drawing li.now', { hasText: '李' }).waitFor({ timeout: 40_000 });
    await secretary.getByText('连接断了，页面可能不是最新').waitFor({ state: 'detached' });
  }, 120_000);

  it('keeps what is being written while the service cannot be asked', async () => {
    const { number, text } = await startCase();
    const { page } = await signIn(browser, 'grid-li');
    await (await findTask(page, text)).locator('.task-row').click();
    const buttons = page.locator('.actions .buttons');
    await buttons.getByRole('button', { name: '认领', exact: true }).click();
    await buttons.getByRole('button', { name: '受理', exact: true }).click();
    await buttons.getByRole('button', { name: '答复群众', exact: true }).click();
    await page.getByLabel('答复内容').fill('下水道已疏通。');
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('query TaskWithCase') ? route.abort() : route.fallback()));
    const { page: secretary } = await signIn(browser, 'secretary-wang');
    await secretary.goto(`${PAGES}/console/cases/${number}`);
    await secretary.getByRole('textbox', { name: '内部备注' }).fill('请尽快');
    await secretary.getByRole('button', { name: '记下' }).click();
    await page.locator('.task-panel > .ant-alert').waitFor();
    expect(await page.getByLabel('答复内容').inputValue()).toBe('下水道已疏通。');
    await page.unroute('**/graphql');
    await page.locator('.task-panel > .ant-alert').getByRole('button', { name: '重试' }).click();
    await page.locator('.task-panel > .ant-alert').waitFor({ state: 'detached' });
    expect(await page.getByLabel('答复内容').inputValue()).toBe('下水道已疏通。');
  }, 120_000);

  it('shows who reported it to whoever holds it, for a reason that stays', async () => {
    const { text } = await startCase();
    const { page } = await signIn(browser, 'grid-li');
    await (await findTask(page, text)).locator('.task-row').click();
    await page.locator('.actions .buttons').getByRole('button', { name: '认领', exact: true }).click();
    await page.locator('.facts').getByText('139****1234').waitFor();
    await page.locator('.facts').getByRole('button', { name: '查看真实信息' }).click();
    await page.getByLabel('为什么要看').fill('上门前联系');
    await page.locator('.ant-modal').getByRole('button', { name: '查看', exact: true }).click();
    await page.locator('.facts a[href="tel:13900001234"]').waitFor();
    await page.locator('.timeline li.internal', { hasText: '上门前联系' }).waitFor();
  }, 120_000);

  it('finds cases by words and opens them by their number', async () => {
    const { number, text } = await startCase();
    const { page } = await signIn(browser, 'secretary-wang');
    await page.goto(`${PAGES}/console/cases`);
    const box = page.locator('.case-filters .search-box input');
    await box.fill(text);
    await page.locator('.found li', { hasText: text }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.found li').length === 1);
    expect(await violations(page)).toEqual([]);
    await box.fill(number);
    await page.getByRole('link', { name: `打开案件 ${number}` }).click();
    await page.locator('.facts blockquote', { hasText: text }).waitFor();
  }, 120_000);

  it.each(Object.keys(SIZES) as Size[])('has no accessibility violations and nothing cut off on a %s', async (size) => {
    const { number } = await startCase();
    const { page, errors } = await signIn(browser, 'secretary-wang', size);
    await page.goto(`${PAGES}/console/cases/${number}`);
    await page.locator('.clocks .clock').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${PAGES}/console/cases`);
    await page.locator('.found li').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  }, 120_000);
});
