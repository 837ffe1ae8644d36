import { randomUUID } from 'node:crypto';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, GRID, OTHER_TOWN, OTHER_VILLAGE, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

const CASES = `query ($filter: CaseFilterInput, $after: ID, $first: Int) { cases(filter: $filter, after: $after, first: $first) { number } }`;
const TASKS = `query ($filter: TaskFilterInput) { myTasks(filter: $filter) { caseNumber } }`;

describe('cases are found by a part of what was said in them', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
  }, 120_000);
  afterAll(() => cases?.close());

  const county = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  const secretary = (area = VILLAGE) => cases.staff(randomUUID(), 'villageSecretary', area, 'villageOfficial');
  const found = async (text: string, as: TokenWishes, filter: object = {}, page: object = {}): Promise<string[]> => {
    const { data, errors } = await cases.ask<{ cases: { number: string }[] }>(CASES, { filter: { text, ...filter }, ...page }, as);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.cases.map(({ number }) => number);
  };
  const refusal = async (text: string) => (await cases.ask(CASES, { filter: { text } }, county())).errors?.[0]?.extensions;
  const about = (text: string, over: object = {}, as?: TokenWishes) => steps.newCase({ text, ...over }, as);

  it('by two characters of the text, the title and the place, whatever stands around them', async () => {
    const { number } = await about('窨井盖破损，夜里有人摔倒', { title: '河滨路井盖', placeText: '鸿运超市门口' });
    await about('水管漏水');
    for (const text of ['窨井', '破损', '河滨', '鸿运', '盖破损，夜']) expect(await found(text, county())).toEqual([number]);
    expect(await found('窨盖', county())).toEqual([]);
  });

  it('by several words that all stand in it, in any order, full width or capital as they come', async () => {
    const { number } = await about('Ａ座楼道的wifi设备噪音');
    await about('b座楼道堆物');
    expect(await found('噪音 a座', county())).toEqual([number]);
    expect(await found('WIFI　楼道', county())).toEqual([number]);
    expect(await found('噪音 b座', county())).toEqual([]);
  });

  it('by four figures of its number, and by all of it', async () => {
    const { number } = await about('夜间施工');
    expect(await found(number, county())).toEqual([number]);
    expect(await found(number.slice(-6), county())).toEqual([number]);
  });

  it('and characters of a pattern stand for themselves', async () => {
    const { number } = await about('退款100%没到账');
    await about('退款100元没到账');
    expect(await found('00%没', county())).toEqual([number]);
    expect(await found('__', county())).toEqual([]);
  });

  it('by whoever may read them alone', async () => {
    const { number } = await about('鱼塘缺氧', { areaCode: GRID });
    const { number: elsewhere } = await about('鱼塘缺氧', { areaCode: OTHER_VILLAGE });
    expect(await found('鱼塘', county())).toEqual([elsewhere, number]);
    expect(await found('鱼塘', secretary())).toEqual([number]);
    expect(await found('鱼塘', cases.staff(randomUUID(), 'townCentre', OTHER_TOWN, 'townCentre'))).toEqual([]);
    const handler = cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', WATER);
    expect(await found('鱼塘', handler)).toEqual([]);
    await steps.open(elsewhere, { kind: 'contribute', tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: WATER });
    expect(await found('鱼塘', handler)).toEqual([elsewhere]);
    const resident = { subject: randomUUID(), roles: ['resident' as const] };
    const { number: own } = await about('鱼塘被填', {}, resident);
    expect(await found('鱼塘', resident)).toEqual([own]);
  });

  it('and a complaint about somebody never by them, nor who reported it by anybody', async () => {
    const { number } = await about('村务账目不公开', {
      areaCode: VILLAGE, aboutWhom: { areaCode: VILLAGE, role: 'villageSecretary' }, reporter: { name: '欧阳小满', phone: '13812345678' },
    });
    await cases.sql('select 1');
    expect(await found('账目', county())).toEqual([number]);
    expect(await found('账目', secretary())).toEqual([]);
    for (const text of ['欧阳', '小满', '138123', '5678']) expect(await found(text, county())).toEqual([]);
  });

  it('by pages, with the other filters, however few of those found are left by them', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 5; n += 1) numbers.unshift((await about('群租房隐患')).number);
    const first = await found('群租房', county(), {}, { first: 2 });
    expect(first).toEqual(numbers.slice(0, 2));
    expect(await found('群租房', county(), {}, { first: 2, after: first[1] })).toEqual(numbers.slice(2, 4));
    await steps.record(numbers[4]!, { patch: { stage: 'handling', path: 'cadreLed' } });
    expect(await found('群租房', county(), { stages: ['handling'], path: 'cadreLed' }, { first: 1 })).toEqual([numbers[4]]);
    expect(await found('群租房', county(), { areaCode: OTHER_TOWN })).toEqual([]);
    expect(await found('群租房', county(), { areaCode: TOWN })).toHaveLength(5);
  });

  it('among one’s own tasks as well', async () => {
    const [one, other] = [await about('窗台漏雨'), await about('墙面漏雨')];
    for (const { number } of [one, other]) await steps.open(number);
    const member = cases.staff(randomUUID(), 'gridMember', GRID);
    const mine = async (text: string) =>
      (await cases.ask<{ myTasks: { caseNumber: string }[] }>(TASKS, { filter: { text } }, member)).data!.myTasks.map(({ caseNumber }) => caseNumber);
    expect(await mine('窗台')).toEqual([one.number]);
    expect((await mine('漏雨')).toSorted()).toEqual([one.number, other.number].toSorted());
    expect(await mine(other.number.slice(-6))).toEqual([other.number]);
    expect(await mine('屋顶')).toEqual([]);
    await steps.open(one.number, { kind: 'contribute', title: '联系Ｂ栋防水队' });
    expect(await mine('b栋')).toEqual([one.number]);
    expect(await mine('防水队 窗台')).toEqual([one.number]);
    expect(await mine('防水队 墙面')).toEqual([]);
  });

  it('and a single character is refused with what would be right', async () => {
    expect(await refusal('灯')).toMatchObject({ code: 'INPUT_INVALID', field: 'filter.text' });
    expect(await refusal('灯'.repeat(101))).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'filter.text' });
  });
});
