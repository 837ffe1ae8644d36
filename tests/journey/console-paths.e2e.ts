import { randomUUID } from 'node:crypto';
import { openBrowser } from '@yiwang/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { openWindow, PAGES, violations } from './browser.js';
import { Desk } from './desk.js';
import { clientToken, eventually, must } from './surroundings.js';

const GRID = '990121101201001';
const CODE = 'QR-990121-0001';
/** One white point. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64');
const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;

interface Started {
  number: string;
  code: string;
  text: string;
}

/** What the hotline passes on, of the class that takes it along the path. */
async function fromHotline(what: string, more: object): Promise<Started> {
  const text = `${what} ${randomUUID().slice(0, 8)}`;
  const input = { idempotencyKey: randomUUID(), areaCode: GRID, kind: 'complaint', text, ...more };
  const { startCase: started } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(START, await clientToken('hotline-12345'), { input });
  return { number: started.case.number, code: started.pickupCode, text };
}

const inAnHour = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(Date.now() + 3_600_000)).replace(' ', 'T');

describe('the four paths, each person in a browser of their own', () => {
  let browser: Browser;
  const desks = new Map<string, Promise<Desk>>();
  /** Signed in once, at the same window for every path. */
  const at = (username: string): Promise<Desk> => {
    const known = desks.get(username) ?? Desk.of(browser, username);
    desks.set(username, known);
    return known;
  };
  const rates = async (resident: Page, { number, code }: Pick<Started, 'number' | 'code'>, answer: string): Promise<void> => {
    await resident.goto(`${PAGES}/t/${number}#${code}`);
    await resident.getByText(answer).first().waitFor({ timeout: 30_000 });
    await resident.getByText('满意', { exact: true }).first().click();
    await resident.locator('form.rate button.main').click();
    await resident.locator('.now.is-closed').waitFor();
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterAll(async () => {
    for (const [username, desk] of desks) expect({ username, errors: (await desk).errors }).toEqual({ username, errors: [] });
  });

  it('现场直办: a resident reports at a code, the grid member does all of it by keyboard alone', async () => {
    const { page: resident, errors } = await openWindow(browser, 'phone');
    const text = `楼道灯不亮 ${randomUUID().slice(0, 8)}`;
    await resident.goto(`${PAGES}/r/${CODE}`);
    await resident.locator('#text').fill(text);
    await resident.locator('form button.main').click();
    await resident.locator('.ticket').waitFor();
    const number = (await resident.locator('.ticket .number').textContent()) ?? '';
    const code = (await resident.locator('.ticket .code').textContent()) ?? '';

    const { page } = await at('grid-li');
    const keys = page.keyboard;
    /** Goes on with Tab until the focus is on what is called so. */
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        await keys.press('Tab');
        const reached = await page.evaluate((wanted) => {
          const { activeElement } = document;
          if (!(activeElement instanceof HTMLElement)) return false;
          const named = (activeElement as HTMLTextAreaElement).labels?.[0] ?? activeElement;
          const label = activeElement.getAttribute('aria-label') ?? named.innerText;
          return label.trim() === wanted;
        }, name);
        if (reached) return;
      }
      throw new Error(`${name} is not reached by Tab`);
    };
    await keys.press('/');
    await keys.type(text);
    await page.locator('.task-list li', { hasText: text }).first().waitFor({ timeout: 40_000 });
    // It stands in the whole list as well: the search is through once nothing else is left.
    await eventually(async () => ((await page.locator('.task-list li').count()) === 1 ? true : undefined), 'a list of the one task');
    while (!(await page.evaluate(() => document.activeElement?.classList.contains('task-row')))) await keys.press('Tab');
    await keys.press('Enter');
    await page.locator('.task-panel', { hasText: text }).locator('.facts').waitFor();
    await tabTo('认领');
    await keys.press('Enter');
    await page.locator('.actions .buttons').getByRole('button', { name: '受理', exact: true }).waitFor();
    await tabTo('受理');
    await keys.press('Enter');
    await page.locator('.actions .buttons').getByRole('button', { name: '受理', exact: true }).waitFor({ state: 'detached' });
    await tabTo('答复群众');
    await keys.press('Enter');
    await page.locator('.action-form').waitFor();
    await tabTo('答复内容');
    await keys.type('灯泡已更换，请您查看。');
    await tabTo('答复群众');
    await keys.press('Enter');
    await page.locator('.timeline', { hasText: '灯泡已更换，请您查看。' }).waitFor();
    await rates(resident, { number, code }, '灯泡已更换');
    expect(errors).toEqual([]);
  }, 120_000);

  it('干部领办: the secretary plans parts, takes one back, gets more time and gives the one answer', async () => {
    const started = await fromHotline('巷道占道经营', { caseClass: 'general' });
    const [secretary, police, team] = await Promise.all(['secretary-wang', 'police-gao', 'team-shi'].map(at)) as [Desk, Desk, Desk];
    await secretary.open(started.text);
    await secretary.press('认领', '安排协同任务');
    await secretary.act('安排协同任务', async (form) => {
      const first = form.row(0);
      await first.write('做什么', `维护现场秩序 ${started.number}`);
      await first.choose('岗位');
      await first.pick('岗位', '', '驻村民警');
      await first.pick('在哪里', '北门社区');
      await form.add('再加一项');
      const second = form.row(1);
      await second.write('做什么', `联系摊主 ${started.number}`);
      await second.choose('个人');
      await second.pick('姓名', '石暖阳');
      // Their posts are asked for by themselves; until one stands there the form is not complete.
      await second.reads('· 服务团队');
    });

    await team.open(`联系摊主 ${started.number}`);
    await team.press('认领', '提交结果');
    const written = await team.begin('提交结果');
    await written.sheet.write('办理结果', '已联系两家，第三家约在下午。');
    await secretary.act('收回任务', async (form) => {
      await form.pick('哪项任务', '', `联系摊主 ${started.number}`);
      await form.write('理由', '摊主已经搬走');
    });
    await team.page.getByText('您写的内容还在').waitFor();
    expect(await team.page.getByLabel('办理结果').inputValue()).toBe('已联系两家，第三家约在下午。');

    await police.open(`维护现场秩序 ${started.number}`);
    await police.press('认领', '提交结果');
    await police.act('提交结果', async (form) => {
      await form.write('办理结果', '已劝离，秩序良好。');
      await form.attach(PICTURE);
    });
    await secretary.act('申请延期', async (form) => {
      await form.write('延长多久', '3');
      await form.write('理由', `连日下雨 ${started.number}`);
    });
    const town = await at('town-zhao');
    await town.open(`连日下雨 ${started.number}`);
    await town.press('认领', '审批');
    await town.act('审批', async (form) => {
      await form.reads('申请延期 3 天');
      await form.choose('同意');
      await form.write('理由', '情况属实');
    });
    await secretary.act('答复群众', (form) => form.write('答复内容', '占道摊位已清走，停车线已画好。'));
    const { page: resident } = await openWindow(browser, 'phone');
    await rates(resident, started, '占道摊位已清走');
  }, 150_000);

  it('村镇联办: the town summons, keeps minutes that become a task, mediates; somebody else verifies', async () => {
    const started = await fromHotline('两家为排水沟起争执', { caseClass: 'major', kind: 'dispute' });
    const [town, department, secretary, member] = await Promise.all(['town-zhao', 'department-jiang', 'secretary-wang', 'grid-li'].map(at)) as [Desk, Desk, Desk, Desk];
    await town.open(started.text);
    await town.press('认领', '受理');
    await town.press('受理');
    await town.act('吹哨召集', async (form) => {
      await form.write('地点', '村委会议室');
      await form.write('时间', inAnHour());
      await form.row(0).pick('单位', '交通运输', '云溪县交通运输局');
      await form.add('再加一方');
      await form.row(1).pick('谁', '', '群众');
      await form.row(1).write('称呼', '居民代表');
    });
    await department.openCase(started.number);
    await department.act('到场报到', async (form) => {
      await form.pick('谁到场了', '', '交通运输局');
      await form.attach(PICTURE);
    });
    await town.act('会议纪要', async (form) => {
      await form.write('纪要', '各方到场，商定重做排水沟。');
      await form.add('再加一项');
      const line = form.row(0);
      await line.write('做什么', `监督排水沟施工 ${started.number}`);
      await line.choose('岗位');
      await line.pick('岗位', '', '村（社区）书记');
      await line.pick('在哪里', '北门社区');
    });
    await secretary.open(started.number);
    await secretary.press('认领', '提交结果');
    await secretary.act('提交结果', (form) => form.write('办理结果', '排水沟已重做。'));
    await town.act('调解记录', async (form) => {
      await form.write('当事人 1', '张某');
      await form.write('当事人 2', '李某');
      await form.write('调解经过', '双方当面说明，逐项商量。');
      await form.write('协议内容（可不填）', '双方同意新沟走向。');
    });
    await town.act('答复群众', (form) => form.write('答复内容', '排水沟已重做，双方已达成协议。'));
    await member.open(started.text);
    await member.press('认领', '提交核查');
    await member.act('提交核查', async (form) => {
      await form.choose('是');
      await form.write('核查情况', '现场查看，沟已通水。');
    });
    const { page: resident } = await openWindow(browser, 'phone');
    await rates(resident, started, '排水沟已重做');
  }, 180_000);

  it('县级统筹: assigned, returned with its ground, assigned again, instructed, extended, verified', async () => {
    const started = await fromHotline('河边堆放建筑垃圾', { caseClass: 'difficult' });
    const [county, transport, environment, city] = await Promise.all(['county-chen', 'department-jiang', 'department-xia', 'department-hou'].map(at)) as [Desk, Desk, Desk, Desk];
    const assign = (lead: string, title: string, assisting: [string, string] | null) => async (): Promise<void> => {
      await county.open(started.text);
      await county.press('认领', '确定主办协办');
      await county.act('确定主办协办', async (form) => {
        await form.row(0, '主办').write('做什么', title);
        await form.row(0, '主办').pick('单位', lead);
        if (assisting === null) return;
        await form.add('再加一项');
        await form.row(0, '协办').write('做什么', assisting[0]);
        await form.row(0, '协办').pick('单位', assisting[1]);
      });
    };
    const [clear, look] = [`清运 ${started.number}`, `查处 ${started.number}`];
    await assign('交通运输局', clear, [look, '城市管理局'])();
    await transport.open(clear);
    await transport.press('认领', '退回');
    await transport.act('退回', async (form) => {
      await form.pick('应由哪个单位办理', '自然资源');
      await form.write('法定依据', '《河道管理条例》第二十四条');
      await form.write('理由', '不属于本单位职责');
    });
    await assign('自然资源', clear, null)();

    await city.open(look);
    await city.press('认领', '提交结果');
    await city.act('提交结果', (form) => form.write('办理结果', '已查处倾倒车辆。'));
    await environment.open(clear);
    await environment.press('认领', '受理');
    await environment.press('受理');
    await environment.act('申请延期', async (form) => {
      await form.write('延长多久', '3');
      await form.write('理由', `雨天无法作业 ${started.number}`);
    });
    await county.open(`雨天无法作业 ${started.number}`);
    await county.press('认领', '审批');
    await county.act('审批', async (form) => {
      await form.reads('申请延期 3 个工作日');
      await form.choose('同意');
      await form.write('理由', '情况属实');
    });
    const leader = await at('leader-zhou');
    await leader.openCase(started.number);
    await leader.act('批示', (form) => form.write('批示内容', `三日内清运完毕 ${started.number}`));
    await environment.open(`三日内清运完毕 ${started.number}`);
    await environment.press('认领', '提交结果');
    await environment.act('提交结果', (form) => form.write('办理结果', '已按批示清运。'));
    await environment.open(clear);
    await environment.act('答复群众', (form) => form.write('答复内容', '建筑垃圾已清运完毕。'));
    const member = await at('grid-li');
    await member.open(started.text);
    await member.press('认领', '提交核查');
    await member.act('提交核查', async (form) => {
      await form.choose('是');
      await form.write('核查情况', '河岸已清理干净。');
      await form.attach(PICTURE);
    });
    const { page: resident } = await openWindow(browser, 'phone');
    await rates(resident, started, '建筑垃圾已清运完毕');
  }, 180_000);

  it('has no accessibility violations in its largest forms', async () => {
    const started = await fromHotline('占道施工没有围挡', { caseClass: 'major', kind: 'dispute' });
    const town = await at('town-zhao');
    await town.open(started.text);
    await town.press('认领', '安排协同任务');
    for (const name of ['安排协同任务', '吹哨召集', '调解记录', '申请挂账', '答复群众']) {
      const { at: form } = await town.begin(name);
      expect({ name, found: await violations(town.page) }).toEqual({ name, found: [] });
      await form.getByRole('button', { name: '取消' }).click();
    }
  }, 120_000);
});
