import { randomUUID } from 'node:crypto';
import { openBrowser, openContext, signInAt } from '@yiwang/testing/browser';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { overflow, PAGES, violations, watched, type Window } from './browser.js';
import { writeRecords } from './records.js';
import { clientToken, eventually, must, personToken } from './surroundings.js';

const GRID = '990121101201001';
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;
const CASE = `query ($number: ID!) { case(number: $number) {
  stage firstResponseAt attachments { id takenAt latitude } timeline { type text internal } tasks { id version holderSubject } } }`;

interface Seen {
  stage: string;
  firstResponseAt: string | null;
  attachments: { id: string; takenAt: string | null; latitude: number | null }[];
  timeline: { type: string; text: string | null; internal: boolean }[];
  tasks: { id: string; version: number; holderSubject: string | null }[];
}

/** A report that a resident left their number with. */
async function startCase(words: string): Promise<{ number: string; text: string; phone: string }> {
  const text = `${words} ${randomUUID().slice(0, 8)}`;
  const phone = `199${String(Date.now()).slice(-8)}`;
  const input = { idempotencyKey: randomUUID(), areaCode: GRID, kind: 'request', text, reporter: { name: '赵水生', phone } };
  const { startCase: started } = await must<{ startCase: { case: { number: string } } }>(START, await clientToken('hotline-12345'), { input });
  return { number: started.case.number, text, phone };
}

const seen = async (number: string, as = 'grid-li'): Promise<Seen> => (await must<{ case: Seen }>(CASE, await personToken(as), { number })).case;

/** A round that is on now: those of the county are planned for hours in which this may not run. */
async function openRound(): Promise<string> {
  const slot = `try-${randomUUID().slice(0, 8)}`;
  await writeRecords(
    `insert into grids.patrol_round (grid_code, day, slot, county_code, opens_at, closes_at)
     values ($1, (now() at time zone 'Asia/Shanghai')::date, $2, '990121', now() - interval '1 hour', now() + interval '1 hour')`,
    [GRID, slot],
  );
  return slot;
}

describe("a grid member's day on a phone", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** A telephone in somebody's hand, somewhere in their grid, with the day open on it. */
  async function takeUp(username = 'grid-li'): Promise<Window & { context: BrowserContext }> {
    const context = await openContext(browser, 'phone', {
      ...{ hasTouch: true, isMobile: true, serviceWorkers: 'allow', permissions: ['geolocation'], geolocation: { latitude: 35.12345, longitude: 104.54321, accuracy: 12 } },
    });
    const window = watched(await context.newPage());
    await signInAt(window.page, PAGES, username, '/console/', '.day .head');
    return { ...window, context };
  }

  async function cardOf(page: Page, text: string): Promise<Locator> {
    const card = page.locator('.day-card', { hasText: text });
    await card.waitFor({ timeout: 60_000 });
    return card;
  }

  const tap = (at: Page | Locator, name: string): Promise<void> => at.getByRole('button', { name, exact: true }).click();
  /** A tab's name has how much is in it before it. */
  const tapTab = (page: Page, name: string): Promise<void> => page.locator('.tabs').getByRole('button', { name }).click();
  const answerForm = (page: Page): Locator => page.locator('.action-form');

  /** Opens a task of the day, claims it where it is free, and waits until it is held. */
  async function openHeld(page: Page, text: string): Promise<void> {
    const card = await cardOf(page, text);
    await tap(card, '认领');
    await card.getByRole('button', { name: '答复' }).waitFor();
    await card.locator('.about').click();
    await page.locator('.day.task .thumb').waitFor();
  }

  async function writeAnswer(page: Page, words: string): Promise<void> {
    await tap(page.locator('.thumb'), '答复');
    await page.getByLabel('答复内容').fill(words);
  }

  const attach = (page: Page): Promise<void> => page.locator('input[type=file][capture]').first().setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: PICTURE });

  it('begins with what is due, calls back by a link for a reason that is recorded, and records how it went', async () => {
    const { number, text, phone } = await startCase('井盖松动');
    const { page, errors } = await takeUp();
    expect(new URL(page.url()).pathname).toBe('/console/day');
    const card = await cardOf(page, text);
    await card.locator('.left', { hasText: '回应' }).waitFor();
    expect(await page.locator('.day').innerText()).not.toContain(phone);
    await tap(card, '认领');
    await tap(card, '回电话');
    await page.getByLabel('理由').fill('问清井盖在哪里');
    await tap(page.locator('.day-sheet'), '显示号码');
    expect(await page.locator('.day-sheet a.call').getAttribute('href')).toBe(`tel:${phone}`);
    await tap(page.locator('.day-sheet'), '没打通');
    await page.locator('.day-sheet .outcomes').waitFor({ state: 'hidden' });
    expect((await seen(number)).firstResponseAt).toBeNull();

    await tap(card, '回电话');
    await tap(page.locator('.day-sheet'), '已联系上，约好上门');
    await page.locator('.day-sheet .outcomes').waitFor({ state: 'hidden' });
    const { timeline, firstResponseAt } = await seen(number);
    expect(firstResponseAt).not.toBeNull();
    expect(timeline).toEqual(expect.arrayContaining([
      expect.objectContaining({ type: 'reporterRevealed', text: '问清井盖在哪里', internal: true }),
      expect.objectContaining({ type: 'contacted', text: '已联系上，约好上门' }),
    ]));
    expect(timeline.filter(({ type }) => type === 'reporterRevealed')).toHaveLength(1);
    expect(errors).toEqual([]);
  }, 180_000);

  it('keeps what is seen on the spot, with its time, and its place only once that is agreed to', async () => {
    const { number, text } = await startCase('路面塌陷');
    const { page, errors } = await takeUp();
    await openHeld(page, text);
    for (const agrees of [false, true]) {
      await tap(page.locator('.thumb'), '现场记录');
      await page.getByLabel('拍摄时记下位置').setChecked(agrees);
      await attach(page);
      await page.locator('.attachment-item.sent').waitFor();
      await page.getByLabel('现场情况').fill(agrees ? '第二张' : '第一张');
      await tap(page.locator('.day-form'), '记下');
      await page.locator('.day-form').waitFor({ state: 'detached' });
    }
    const { attachments, timeline } = await seen(number);
    expect(attachments.map(({ latitude }) => latitude).sort()).toEqual([35.12345, null]);
    expect(attachments.every(({ takenAt }) => takenAt !== null)).toBe(true);
    const notes = timeline.filter(({ text: words }) => words?.includes('现场拍摄 1 个'));
    expect(notes.map(({ internal }) => internal)).toEqual([true, true]);
    expect(notes.map(({ text: words }) => words?.includes('35.12345, 104.54321'))).toEqual([false, true]);
    expect(errors).toEqual([]);
  }, 180_000);

  it('answers without network, with a picture, outlives a closed page, and sends it once there is one', async () => {
    const { number, text } = await startCase('垃圾没有清运');
    const { page, context } = await takeUp();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await openHeld(page, text);
    await context.setOffline(true);
    await writeAnswer(page, '已联系保洁清运完毕。');
    await attach(page);
    await page.locator('.attachment-item.waiting').waitFor();
    await tap(answerForm(page), '答复群众');
    await page.locator('.waits', { hasText: '答复群众' }).waitFor();
    await page.locator('.offline-bar', { hasText: '没有网络，1 件事等待发送' }).waitFor();
    await page.close();
    expect((await seen(number)).timeline.map(({ type }) => type)).not.toContain('answered');

    const later = await context.newPage();
    await later.goto(`${PAGES}/console/day`);
    const card = await cardOf(later, text);
    await card.locator('.waits', { hasText: '答复群众' }).waitFor();
    expect(await card.getByRole('button', { name: '答复' }).count()).toBe(0);
    await later.locator('.day .kept').waitFor();
    expect(await violations(later)).toEqual([]);
    expect(await overflow(later)).toBeLessThanOrEqual(0);

    await context.setOffline(false);
    await later.locator('.offline-bar').waitFor({ state: 'detached', timeout: 60_000 });
    const answered = await eventually(async () => {
      const found = await seen(number);
      return found.timeline.some(({ type }) => type === 'answered') ? found : undefined;
    }, `the answer to ${number}`);
    expect(answered.timeline.filter(({ type, text: words }) => type === 'answered' && words === '已联系保洁清运完毕。')).toHaveLength(1);
    expect(answered.attachments).toHaveLength(1);
    await card.waitFor({ state: 'detached' });
  }, 240_000);

  it('signs in anew without losing the form: by itself where Keycloak still knows the reader, else by their password', async () => {
    const { text } = await startCase('水管破裂');
    const { page, context } = await takeUp();
    await openHeld(page, text);
    await writeAnswer(page, '写到一半的答复');
    await page.evaluate(() => sessionStorage.clear());
    await page.waitForResponse(async (response) => response.url().endsWith('/graphql') && (await response.text()).includes('"myTasks"'), { timeout: 60_000 });
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写到一半的答复');
    expect(await page.locator('.offline-bar').count()).toBe(0);

    await page.evaluate(() => sessionStorage.clear());
    await context.clearCookies();
    await tap(page.locator('.offline-bar', { hasText: '登录已过期' }), '重新登录');
    await page.fill('#username', 'grid-li');
    await page.fill('#password', 'demo-only');
    await page.click('#kc-login');
    await page.getByLabel('答复内容').waitFor({ timeout: 60_000 });
    expect(await page.getByLabel('答复内容').inputValue()).toBe('写到一半的答复');
  }, 240_000);

  it('shows what others did meanwhile, keeps the words, lets them be changed and sent again, or dropped', async () => {
    const { number, text } = await startCase('噪声扰民');
    const { page, context } = await takeUp();
    await openHeld(page, text);
    await context.setOffline(true);
    await writeAnswer(page, '已劝导商户调低音量。');
    await tap(answerForm(page), '答复群众');
    await page.locator('.waits').waitFor();

    const [li, peng] = [await personToken('grid-li'), await personToken('grid-peng')];
    const [task] = (await seen(number)).tasks;
    const by = (name: string, type: string) => `mutation ($input: ${type}!) { done: ${name}(input: $input) { version } }`;
    const input = { taskId: task?.id, version: task?.version };
    const { done: free } = await must<{ done: { version: number } }>(by('releaseTask', 'TaskReferenceInput'), li, { input });
    const { done: held } = await must<{ done: { version: number } }>(by('claimTask', 'TaskReferenceInput'), peng, { input: { ...input, ...free } });
    await must(by('completeTask', 'CompleteTaskArguments'), peng, { input: { ...input, ...held, answer: '已由彭小舟办妥。' } });

    await context.setOffline(false);
    const bar = page.locator('.offline-bar.refused');
    await bar.waitFor({ timeout: 60_000 });
    await tap(bar, '查看');
    const act = page.locator('.waiting-list li.refused', { hasText: text });
    await act.locator('.why').waitFor();
    expect(await act.locator('blockquote').innerText()).toBe('已劝导商户调低音量。');
    expect(await violations(page)).toEqual([]);
    await tap(act, '修改');
    await act.getByLabel('修改内容').fill('已劝导商户，晚上十点后停业。');
    await tap(act, '按最新情况再次发送');
    await act.locator('blockquote', { hasText: '晚上十点后停业' }).waitFor();
    await tap(act, '丢弃');
    await tap(page.locator('.ant-popconfirm'), '丢弃');
    await act.waitFor({ state: 'detached' });
    const answers = (await seen(number)).timeline.filter(({ type }) => type === 'answered').map(({ text: words }) => words);
    expect(answers).toEqual(['已由彭小舟办妥。']);
  }, 240_000);

  it('makes a round with its place and pictures, and a case of what was found', async () => {
    const slot = await openRound();
    const { page, errors } = await takeUp();
    await tapTab(page, '巡查');
    const round = page.locator('.round', { hasText: slot });
    await tap(round, '到了，打卡');
    await round.locator('.begun', { hasText: '打卡' }).waitFor();
    expect(await round.getByRole('button', { name: '完成巡查' }).isDisabled()).toBe(true);
    await attach(page);
    await round.locator('.attachment-item.sent').waitFor();
    const found = `消火栓漏水 ${randomUUID().slice(0, 8)}`;
    await tap(round, '发现问题');
    await round.getByLabel('是什么问题，在哪里').fill(found);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await tap(round, '完成巡查');
    const link = round.getByRole('link', { name: /^案件 / });
    await link.waitFor({ timeout: 30_000 });
    const number = ((await link.textContent()) ?? '').replace('案件 ', '');
    const made = await must<{ case: { text: string; channel: string } }>('query ($number: ID!) { case(number: $number) { text channel } }', await personToken('grid-li'), { number });
    expect(made.case).toEqual({ text: found, channel: 'patrol' });
    expect(errors).toEqual([]);
  }, 180_000);

  it('has no accessibility violations and nothing cut off, in both languages', async () => {
    const { text } = await startCase('树枝压线');
    const { page, errors } = await takeUp();
    const look = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    };
    await cardOf(page, text);
    await look();
    await openHeld(page, text);
    await look();
    await tap(page.locator('.thumb'), '回电话');
    await page.locator('.day-sheet .call, .day-sheet form.dial').waitFor();
    await look();
    await tap(page.locator('.day-sheet'), '取消');
    await tap(page.locator('.thumb'), '现场记录');
    await look();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Today' }).click();
    await cardOf(page, text);
    await look();
    expect(errors).toEqual([]);
  }, 180_000);
});
