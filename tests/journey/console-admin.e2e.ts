import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Locator, Page } from 'playwright-core';
import { overflow, PAGES, signIn, violations, type Window } from './browser.js';
import { Sheet } from './desk.js';
import { clientToken, eventually, must } from './surroundings.js';

const SUB_PAGES = ['people', 'units', 'catalogue/categories', 'catalogue/powers', 'catalogue/imports', 'catalogue/routing', 'policies', 'policies/new', 'calendar', 'qr-points', 'clients', 'audit', 'audit/case'];
/** Of another path than the village's, with limits of working days. */
const MAJOR = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;

const mark = (): string => randomUUID().slice(0, 8);

describe('administration in a browser', () => {
  let browser: Browser;
  let admin: Window;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    admin = await signIn(browser, 'admin');
    page = admin.page;
  }, 120_000);
  afterAll(() => browser?.close());
  afterEach(() => expect(admin.errors.splice(0)).toEqual([]));

  const open = async (path: string): Promise<void> => {
    await page.goto(`${PAGES}/console/admin/${path}`);
    await page.locator('.admin-page h1').waitFor();
  };
  const drawer = (): Locator => page.locator('.ant-drawer:visible');
  const form = (): Sheet => new Sheet(page, drawer());
  const send = async (name: string): Promise<void> => {
    await drawer().getByRole('button', { name, exact: true }).click();
    await page.locator('.kit-drawer').waitFor({ state: 'detached' });
  };
  const agree = (name: string): Promise<void> => page.locator('.ant-modal-confirm').getByRole('button', { name, exact: true }).click();

  it('creates a person, gives a first password that is shown once, appoints them, and finds it in the audit', async () => {
    const id = mark();
    await open('people');
    await page.getByRole('button', { name: '新建人员' }).click();
    await form().write('姓名', `程试用${id}`);
    await form().write('用户名', `e2e-${id}`);
    await send('新建');
    await page.getByRole('heading', { name: `程试用${id}` }).waitFor();

    await page.getByRole('button', { name: '发放密码' }).click();
    await agree('发放密码');
    const secret = await page.locator('.kit-secret').innerText();
    await page.getByRole('button', { name: '已记下' }).click();
    expect(secret.length).toBeGreaterThan(8);
    expect(await page.locator('body').innerText()).not.toContain(secret);

    await page.getByRole('button', { name: '任命', exact: true }).click();
    await form().pick('岗位', '', '网格员');
    await form().pick('所在地', '湖口村第二网格');
    await send('任命');
    const post = page.getByRole('row', { name: /湖口村第二网格 · 网格员/ });
    await post.getByText('任职中').waitFor();

    await post.getByRole('button', { name: /^免去/ }).click();
    await send('免去');
    await page.getByText('没有岗位').waitFor();

    await page.getByRole('link', { name: '查看审计记录' }).click();
    const created = page.getByRole('row', { name: /新建人员/ });
    await created.getByText('管理员').waitFor();
    await created.getByText('成功').waitFor();
  }, 120_000);

  it('takes a catalogue in but for a bad line, which it names with its column and the reason', async () => {
    const power = `夜间施工噪声监管 ${mark()}`;
    const lines = ['事项编码,事项名称,所属领域,设定依据,行使层级', `E2E-0001,${power},资源环境,噪声污染防治法第四十三条,县级`, 'E2E-0002,占道经营查处,资源环境,城市市容和环境卫生管理条例,省部级'];
    await open('catalogue/imports');
    await page.getByText('权责清单', { exact: true }).last().click();
    await page.getByLabel('文件', { exact: true }).setInputFiles({ name: '权责清单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    await page.getByRole('button', { name: '预览' }).click();
    const refused = page.getByRole('table', { name: '未采用的行' }).getByRole('row').nth(1);
    await refused.getByText(/5 · 行使层级/).waitFor();
    expect((await refused.getByRole('cell').first().innerText()).trim()).toBe('3');
    expect(await refused.innerText()).toContain('市级、县级、乡镇');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText(/^已导入/).waitFor();

    await page.getByRole('link', { name: '权责清单' }).click();
    await page.getByPlaceholder('权责事项名称的一部分').fill(power);
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: new RegExp(power) }).waitFor();
  }, 120_000);

  it('keeps a policy from being published that leaves a path without a limit, says why, and publishes a good one from a day', async () => {
    const why = '村镇联办 · 办结时限：须有时限';
    const note = `村镇联办改为十二个工作日 ${mark()}`;
    await open('policies');
    await page.getByRole('button', { name: '起草新版本' }).click();
    await page.getByLabel('为什么改').fill(note);
    await page.getByRole('tab', { name: '村镇联办' }).click();
    const limit = page.getByRole('tabpanel', { name: '村镇联办' }).getByRole('spinbutton', { name: '办结时限', exact: true });
    await limit.fill('');
    await page.getByRole('button', { name: '检查' }).click();
    await page.locator('.policy-problems').getByText(why).waitFor();

    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.waitForURL(/policies\/\d+$/);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await drawer().getByRole('button', { name: '发布', exact: true }).click();
    await drawer().getByText(why).waitFor();
    await drawer().getByRole('button', { name: '取消' }).last().click();

    const wrong = page.url();
    await page.locator('.policy-problems button', { hasText: why }).click();
    await limit.fill('12');
    await page.getByRole('button', { name: '检查' }).click();
    await page.getByText('检查通过，可以发布').waitFor();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.waitForURL((url) => url.href !== wrong && /policies\/\d+$/.test(url.href));
    const version = Number(/\d+$/.exec(page.url())?.[0]);

    await page.getByRole('button', { name: '演练', exact: true }).click();
    await page.getByRole('button', { name: '开始演练' }).click();
    await page.getByText(/^共 \d+ 件，与第 \d+ 版相比/).waitFor();
    await page.getByRole('table', { name: '各路径件数' }).getByRole('row', { name: /村镇联办/ }).waitFor();

    await page.getByRole('link', { name: `第 ${version} 版` }).click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await form().write('施行日期', '2099-01-01');
    await send('发布');
    const published = page.getByRole('row', { name: new RegExp(note) });
    await published.filter({ hasText: '待施行' }).getByText('2099年1月1日').waitFor();
    await page.getByRole('row', { name: new RegExp(`第 ${version - 1} 版`) }).getByText('已撤回').waitFor();
  }, 180_000);

  it('shows which deadlines a day off would move before a calendar is loaded', async () => {
    const text = `楼道堆放煤气罐 ${mark()}`;
    const input = { idempotencyKey: randomUUID(), qrPointCode: 'QR-990121-0001', kind: 'request', caseClass: 'major', text };
    await must(MAJOR, await clientToken('hotline-12345'), { input });
    await open('calendar');
    await page.getByRole('button', { name: /^载入 \d{4} 年安排$/ }).click();
    const days = page.locator('.year.editing .days button');
    await days.first().waitFor();
    const labels = await days.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const today = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(new Date());
    const next = labels.findIndex((label, index) => index > labels.findIndex((one) => one.startsWith(`${today} `)) && label.endsWith(' 工作日'));
    await days.nth(next).click();
    await page.getByText('与现行不同的有 1 天').waitFor();
    await page.getByRole('button', { name: '预览会变动的期限' }).click();
    await page.getByText('请填写').waitFor();
    await page.getByLabel('发布依据').fill('试排，不载入');
    const moved = page.locator('#moved', { hasText: /^[1-9]\d* 个未到期的期限会变动/ });
    await eventually(async () => {
      await page.getByRole('button', { name: '预览会变动的期限' }).click();
      await page.locator('#moved', { hasText: '个案件' }).waitFor();
      return (await moved.isVisible()) || undefined;
    }, 'a deadline that moves');
    await page.getByRole('table', { name: '预览会变动的期限' }).getByText('推后').first().waitFor();
    await page.getByRole('button', { name: '放弃修改' }).click();
  }, 120_000);

  it('prints the chosen QR codes as a PDF', async () => {
    await open('qr-points');
    await page.getByLabel('选择 QR-990121-0001').check();
    await page.getByLabel('选择 QR-990121-0002').check();
    await page.getByRole('button', { name: '打印所选 2 个' }).click();
    const link = page.getByRole('link', { name: '打开 PDF' });
    const sheets = await page.request.get(new URL((await link.getAttribute('href')) ?? '', PAGES).href);
    expect(sheets.ok()).toBe(true);
    expect((await sheets.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);

  it('makes the key of an outside system, shows it once, and finds who made it in the audit', async () => {
    const id = `e2e-${mark()}`;
    await open('clients');
    await page.getByRole('button', { name: '接入系统' }).click();
    await form().write('名称', `试接系统 ${id}`);
    await form().write('客户端标识', id);
    await send('接入系统');
    const secret = await page.locator('.kit-secret').innerText();
    expect(secret.length).toBeGreaterThan(15);
    await page.getByRole('button', { name: '已记下' }).click();
    const row = page.getByRole('row', { name: new RegExp(id) });
    await row.waitFor();
    await page.reload();
    await row.waitFor();
    expect(await page.content()).not.toContain(secret);
    await row.getByRole('button', { name: /^停用/ }).click();
    await agree('停用');
    await row.getByText('停用', { exact: true }).first().waitFor();

    await open('audit?service=identity&operation=createClient');
    const entry = page.getByRole('table', { name: '审计' }).getByRole('row').nth(1);
    await entry.getByText('接入外部系统').waitFor();
    await entry.getByText('管理员').waitFor();
    await entry.getByText('成功').waitFor();
  }, 120_000);

  it.each(SUB_PAGES)('has nothing on %s that axe finds against AA', async (path) => {
    await open(path);
    await page.locator('.kit-waiting').first().waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of SUB_PAGES) {
      await open(path);
      await page.locator('.kit-waiting').first().waitFor({ state: 'detached' });
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
  }, 120_000);
});
