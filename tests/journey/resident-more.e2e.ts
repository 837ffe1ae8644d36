import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Page, Route } from 'playwright-core';
import { openWindow, overflow, PAGES, signIn, violations } from './browser.js';
import { answered, closed, CODE, paused, ratingLink, reported, taken, timelineOf, type Reported } from './resident-case.js';

/** A microphone that beeps, and nobody who has to allow it. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const NARROW = { width: 320, height: 640 };

interface Spoken {
  text: string;
  lang: string;
}

/** Keeps what the phone was given to read, and reads nothing. */
const listen = (page: Page) =>
  page.addInitScript(`
    window.spoken = [];
    speechSynthesis.speak = ({ text, lang }) => window.spoken.push({ text, lang });
    speechSynthesis.cancel = () => undefined;`);
const spoken = (page: Page): Promise<Spoken[]> => page.evaluate('window.spoken');

const follow = async (page: Page, { number, pickupCode }: Reported): Promise<void> => {
  await page.goto(`${PAGES}/t/${number}#${pickupCode}`);
  await page.locator('.now .stage').waitFor();
};
const act = (page: Page, name: string) => page.locator(`.acts [data-act=${name}]`);
const send = (page: Page) => page.locator('.acts form button.main').click();
const asked = (route: Route): string => String((route.request().postDataJSON() as { query?: string }).query);

/** What the page is told of a case, as if a day had gone by: nobody waits for that here. */
async function whereLate(page: Page, over: Record<string, unknown>): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!asked(route).includes('trackCase')) return route.fallback();
    const response = await route.fetch();
    const { data, errors } = (await response.json()) as { data: { trackCase: object }; errors?: object[] };
    await route.fulfill({ response, json: { data: { trackCase: { ...data.trackCase, ...over } }, errors } });
  });
}
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Nothing that axe finds at level AA, nothing beside the edge, nothing cut off: as wide as a phone, and as narrow as one gets. */
async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  const size = page.viewportSize();
  for (const narrow of [false, true]) {
    if (narrow) await page.setViewportSize(NARROW);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const cut: string[] = await page.evaluate(`[...document.querySelectorAll('main button, main h1, main h2, main p')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible').map((one) => one.textContent)`);
    expect(cut).toEqual([]);
  }
  if (size) await page.setViewportSize(size);
}

describe("more of the residents' pages in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(...MICROPHONE);
  });
  afterAll(() => browser?.close());

  it('takes a voice note, plays it back before it is sent and to whoever follows the case', async () => {
    const { page, errors } = await openWindow(browser, 'phone');
    await page.goto(`${PAGES}/r/${CODE}`);
    await page.locator('#text').fill(`请听录音 ${randomUUID()}`);
    const button = page.locator('.voice button');
    await button.click();
    await page.locator('.voice button.recording').waitFor();
    await page.waitForTimeout(1_500);
    await button.click();
    await page.locator('.voice audio').waitFor();
    const seconds = await page.locator('.voice audio').evaluate(
      (one: HTMLAudioElement) => new Promise<number>((done) => (one.duration > 0 ? done(one.duration) : one.addEventListener('loadedmetadata', () => done(one.duration)))),
    );
    expect(seconds).toBeGreaterThan(0.5);
    await page.reload();
    await page.locator('.voice audio').waitFor();
    await page.locator('form button.main').click();
    await page.locator('.sent a.main').click();
    const audio = page.locator('main audio');
    await audio.waitFor();
    const [kind, bytes] = await audio.evaluate(async (one: HTMLAudioElement): Promise<[string | null, number]> => {
      const answer = await fetch(one.src);
      return [answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength];
    });
    expect(kind).toMatch(/^audio\//);
    expect(bytes).toBeGreaterThan(10_000);
    expect(errors).toEqual([]);
  });

  it('reads aloud where the case is, in the language of the page, and stops', async () => {
    const { page } = await openWindow(browser, 'phone');
    const one = await answered(await reported(), '井盖已固定。');
    await listen(page);
    await follow(page, one);
    const button = page.locator('.heading button');
    await button.click();
    const [said] = await spoken(page);
    expect(said?.lang).toBe('zh-CN');
    for (const word of [[...one.number.slice(-4)].join(' '), '评价', '井盖已固定。', '7 天内请评价']) expect(said?.text).toContain(word);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await page.locator('header button').nth(1).click();
    await button.click();
    expect((await spoken(page)).at(-1)).toMatchObject({ lang: 'en-GB', text: expect.stringContaining('Rating') as string });
  });

  it('asks for a closed case to be done again, and keeps the words while there is no network', async () => {
    const { page, errors } = await openWindow(browser, 'phone');
    const one = await closed(await reported());
    await follow(page, one);
    await page.locator('.now.is-closed').waitFor();
    await looksRight(page);
    await act(page, 'reopen').click();
    await send(page);
    await page.locator('#said-wrong').waitFor();
    await page.locator('#said').fill('灯又不亮了。');
    await send(page);
    await page.locator('.acts .note.is-good').waitFor();
    await page.getByText('第 2 轮办理').waitFor();
    expect((await timelineOf(one)).map(({ type }) => type)).toContain('reopened');
    expect(errors).toEqual([]);
  });

  it('says that the clock stands while it waits for the resident, who adds and ends the wait', async () => {
    const { page, errors } = await openWindow(browser, 'phone');
    const one = await paused(await reported());
    await follow(page, one);
    await page.locator('.now .note', { hasText: '暂停计时' }).waitFor();
    expect(await page.locator('.due .tag').count()).toBe(0);
    expect(await act(page, 'urge').count()).toBe(0);
    await looksRight(page);
    await act(page, 'add').click();
    await page.locator('#said').fill('3 号楼 2 单元。');
    await send(page);
    await page.locator('.timeline .said', { hasText: '3 号楼 2 单元。' }).waitFor();
    await page.locator('.now .note', { hasText: '暂停计时' }).waitFor({ state: 'detached', timeout: 40_000 });
    expect(errors).toEqual([]);
  }, 90_000);

  it('offers to urge a late case, says from when the service allows it, and says that it was heard', async () => {
    const { page } = await openWindow(browser, 'phone');
    const one = await reported();
    await taken(one);
    await follow(page, one);
    expect(await act(page, 'urge').count()).toBe(0);
    await page.getByText(/过了 .+ 仍未办好，可以在这里催办/).waitFor();
    await whereLate(page, { resolutionDueAt: daysAgo(1), firstDueAt: daysAgo(1) });
    await page.reload();
    await page.locator('.tag.is-late').waitFor();
    await looksRight(page);
    await act(page, 'urge').click();
    await send(page);
    // The service knows better than what this page was told.
    expect(await page.locator('#said-wrong').textContent()).toMatch(/^现在还不能催办，\d+月\d+日 \d\d:\d\d 之后可以。$/);
    const inputs: Record<string, string>[] = [];
    await page.route('**/graphql', (route) => {
      if (!asked(route).includes('urgeCase')) return route.fallback();
      inputs.push((route.request().postDataJSON() as { variables: Record<string, string> }).variables);
      return route.fulfill({ json: { data: { urgeCase: { number: one.number } } } });
    });
    await page.locator('#said').fill('都过期一天了。');
    await send(page);
    await page.locator('.acts .note.is-good', { hasText: '已催办' }).waitFor();
    expect(inputs).toEqual([{ number: one.number, code: one.pickupCode, text: '都过期一天了。', key: expect.stringMatching(/^[0-9a-f]{32}$/) as string }]);
  });

  it('sends an addition again under its key where the answer was lost, also after a reload', async () => {
    const { page } = await openWindow(browser, 'phone');
    const one = await reported();
    const keys: unknown[] = [];
    let isLost = true;
    await page.route('**/graphql', async (route) => {
      if (!asked(route).includes('addToCase')) return route.fallback();
      keys.push((route.request().postDataJSON() as { variables: { key: unknown } }).variables.key);
      const response = await route.fetch();
      return isLost ? route.abort() : route.fulfill({ response });
    });
    await follow(page, one);
    await act(page, 'add').click();
    await page.locator('#said').fill('漏得更厉害了。');
    await send(page);
    await page.locator('.acts form .note').waitFor();
    expect(await page.locator('#said').isDisabled()).toBe(true);
    isLost = false;
    await page.reload();
    await page.locator('.acts .note.is-good', { hasText: '已补充' }).waitFor();
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(keys).size).toBe(1);
    expect((await timelineOf(one)).filter(({ type }) => type === 'added')).toEqual([{ type: 'added', text: '漏得更厉害了。', actorKind: 'resident' }]);
  });

  it('rates by the link of the message, once', async () => {
    const { page, errors } = await openWindow(browser, 'phone');
    const one = await answered(await reported());
    const link = await ratingLink(one);
    await page.goto(PAGES + link);
    await page.locator('.faces').waitFor();
    await looksRight(page);
    await page.locator('form.rate button.main').click();
    await page.locator('#comment-wrong').waitFor();
    await page.locator('.faces label').nth(1).click();
    await page.locator('#comment').fill('还行。');
    await page.locator('form.rate button.main').click();
    await page.locator('.note.is-good').waitFor();
    expect((await timelineOf(one)).map(({ type }) => type).slice(-2)).toEqual(['rated', 'closed']);
    expect(errors).toEqual([]);
    await page.goto('about:blank');
    await page.goto(PAGES + link);
    await page.locator('.faces label').first().click();
    await page.locator('form.rate button.main').click();
    await page.locator('#comment-wrong').waitFor();
    await page.goto(`${PAGES}/t/rate`);
    await page.locator('.note[role=alert]').waitFor();
  });

  it('lets a neighbour say the same instead of writing it again; staff and the reporter see how many', async () => {
    const one = await reported(`小区东门路灯不亮 ${randomUUID()}`);
    const title = `东门路灯不亮 ${randomUUID().slice(0, 5)}`;
    const { page: member, errors } = await signIn(browser, 'grid-li');
    await member.goto(`${PAGES}/console/cases/${one.number}`);
    await member.locator('.publication button').first().click();
    await member.locator('#public-title').fill('请电 13800001234');
    await member.locator('.publication button[type=submit]').click();
    await member.locator('.publication .ant-alert').waitFor();
    await member.locator('#public-title').fill(title);
    await member.locator('.publication button[type=submit]').click();
    await member.locator('.publication b', { hasText: title }).waitFor();

    const { page: neighbour, errors: theirs } = await openWindow(browser, 'phone');
    await neighbour.goto(`${PAGES}/r/${CODE}`);
    const matter = neighbour.locator('.nearby li', { hasText: title });
    const more = neighbour.locator('.nearby > .link');
    await neighbour.locator('.nearby').waitFor();
    if (await more.isVisible()) await more.click();
    await matter.waitFor();
    expect(await neighbour.locator('.nearby').innerText()).not.toContain(one.number);
    await looksRight(neighbour);
    await matter.getByRole('button', { name: '我也是' }).click();
    await matter.getByText('1 人有同样情况').waitFor();
    await neighbour.reload();
    if (await more.isVisible()) await more.click();
    expect(await matter.getByRole('button', { name: '您也是' }).isDisabled()).toBe(true);
    await neighbour.context().clearCookies();
    const { page: another } = await openWindow(browser, 'phone');
    await another.goto(`${PAGES}/r/${CODE}`);
    await another.locator('.nearby').waitFor();
    if (await another.locator('.nearby > .link').isVisible()) await another.locator('.nearby > .link').click();
    await another.locator('.nearby li', { hasText: title }).getByRole('button').click();
    await another.getByText('2 人有同样情况').waitFor();

    await member.reload();
    await member.locator('.publication', { hasText: '2 位邻居说也是这样' }).waitFor();
    await follow(neighbour, one);
    await neighbour.locator('.now .note', { hasText: '2 位邻居' }).waitFor();
    await member.locator('.publication button', { hasText: '撤回公开' }).click();
    await member.locator('.publication b').waitFor({ state: 'detached' });
    await another.reload();
    await another.locator('#text').waitFor();
    await another.waitForLoadState('networkidle');
    expect(await another.locator('.nearby li', { hasText: title }).count()).toBe(0);
    expect([...errors, ...theirs]).toEqual([]);
  }, 120_000);

  it('shows what is near below the form to whoever has begun to write, so that nothing moves under their thumb', async () => {
    const { page } = await openWindow(browser, 'phone');
    const matter = { id: randomUUID(), title: '门口井盖松动', stage: 'handling', since: daysAgo(2), sameHere: 3, category: null, area: { name: '北门社区第一网格' } };
    let isHeld = true;
    await page.route('**/graphql', async (route) => {
      if (!asked(route).includes('publicMatters')) return route.fallback();
      while (isHeld) await new Promise((resolve) => setTimeout(resolve, 50));
      await route.fulfill({ json: { data: { publicMatters: [matter] } } });
    });
    await page.goto(`${PAGES}/r/${CODE}`);
    await page.locator('.place .where').waitFor();
    await page.locator('#text').click();
    const before = await page.locator('#text').boundingBox();
    isHeld = false;
    await page.locator('.nearby').waitFor();
    expect(await page.locator('#text').boundingBox()).toEqual(before);
    expect(await page.locator('main > .card').last().getAttribute('class')).toContain('nearby');
    await page.reload();
    await page.locator('.nearby').waitFor();
    expect(await page.locator('main > .card').first().getAttribute('class')).toContain('nearby');
  });
});
