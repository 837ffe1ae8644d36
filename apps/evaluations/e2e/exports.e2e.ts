import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { answeredOn, closedOn, COUNTY, factsStandIn, heardOf, OTHER_VILLAGE, ratedOn, told, VILLAGE } from './facts-stand-in.js';
import { answering, evaluationsStand } from './stand.js';

const RECOUNT = `mutation { recountFigures(input: { countyCode: "${COUNTY}", month: "2026-03" }) { id } }`;
const TRENDS = `query ($month: String!, $by: TrendsBy!) { trends(countyCode: "${COUNTY}", month: $month, by: $by) {
  key cases monthBefore lastYear monthOnMonth yearOnYear } }`;
const AREAS = [
  { code: COUNTY, name: '云溪县' },
  { code: VILLAGE, name: '石桥村' },
  { code: OTHER_VILLAGE, name: '柳湾村' },
];

describe('what an office takes away', () => {
  let evaluations: TestSubgraph;
  let cases: Awaited<ReturnType<typeof factsStandIn>>;
  let neighbours: Awaited<ReturnType<typeof answering>>;
  const subject = randomUUID();
  const centre = { subject, roles: ['countyCentre' as const] };
  const get = async (path: string, as?: Parameters<TestSubgraph['ask']>[2], language = 'zh-CN') =>
    fetch(new URL(path, evaluations.url), {
      headers: {
        'accept-language': language,
        ...(as ? { authorization: `Bearer ${typeof as === 'string' ? as : await evaluations.issuer.token(as)}` } : {}),
      },
    });

  beforeAll(async () => {
    cases = await factsStandIn(() => evaluations.issuer);
    neighbours = await answering((body) => ({
      data: body.includes('areaDirectory') ? { areaDirectory: AREAS } : { u0: { code: 'unit-roads', name: '交通运输局' } },
    }));
    evaluations = await evaluationsStand({
      CASES_URL: cases.url,
      GRIDS_URL: neighbours.url,
      DEPARTMENTS_URL: neighbours.url,
      EVALUATIONS_CLIENT_SECRET: 'known',
      EVALUATIONS_TOKEN_URL: cases.tokenUrl,
    });
    evaluations.positions.set(subject, [{ id: subject, role: 'countyCentre', areaCode: COUNTY, unitCode: null }]);
    await cases.open();
    const fine = [answeredOn('2026-03-04'), ratedOn('2026-03-05', 'satisfied'), closedOn('2026-03-05', 'rated')];
    cases.changes.push(
      told('2026-03-02', fine),
      told('2026-03-02', fine, { areaCode: `${OTHER_VILLAGE}001` }),
      told('2026-03-03', [answeredOn('2026-03-04', { tier: 'county', unitCode: 'unit-roads' })], { kind: 'dispute' }),
      told('2026-02-03', [], { kind: 'dispute', categoryCode: null }),
      ...Array.from({ length: 4 }, () => told('2025-03-03')),
    );
    await heardOf(evaluations, 8);
  }, 120_000);
  afterAll(async () => {
    await evaluations?.close();
    await cases?.close();
    await neighbours?.close();
  });

  const countId = async (): Promise<string> => {
    const { data, errors } = await evaluations.ask<{ recountFigures: { id: string } }>(RECOUNT, {}, centre);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.recountFigures.id;
  };

  it('is a workbook with the county’s heading, its numbers written as an office writes them', async () => {
    const id = await countId();
    const response = await get(`/exports/figures/${id}.xlsx`, centre);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('云溪县2026-03考核表.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await response.arrayBuffer()) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['考核指标', '村（社区）排名', '乡镇（街道）排名', '部门排名']);
    const [summary, villages, , units] = book.worksheets;
    const row = (sheet: ExcelJS.Worksheet | undefined, n: number) => (sheet?.getRow(n).values as unknown[]).slice(1);
    expect(summary?.getCell('A1').value).toBe('云溪县2026年3月群众诉求办理情况考核表');
    expect(String(summary?.getCell('A2').value)).toMatch(/^统计截至 20\d\d年.+，第 \d 次统计，当月受理 3 件$/);
    const satisfied = summary!.getColumn(1).values.indexOf('满意率（含基本满意）');
    expect(row(summary, satisfied)).toEqual(['满意率（含基本满意）', 2, 2, '100.00%', '评价期内 1']);
    expect(row(villages, 4).slice(0, 4)).toEqual(['1（并列）', '石桥村', VILLAGE, '100.00']);
    expect(row(units, 4).slice(0, 4)).toEqual(['不排名', '交通运输局', 'unit-roads', '—']);
    const audit = await evaluations.sql('select outcome from audit_entry where operation = $1 and target_id = $2', ['exportFigures', id]);
    expect(audit).toEqual([{ outcome: 'done' }]);
  });

  it('is given to staff of the county with their token, and to nobody else', async () => {
    const path = `/exports/figures/${await countId()}.xlsx`;
    const refused = async (as?: Parameters<TestSubgraph['ask']>[2], where = path, language = 'zh-CN') => {
      const response = await get(where, as, language);
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await refused()).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refused({ ...centre, foreignKey: true })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refused({ subject, roles: ['resident'] })).toEqual([403, 'FORBIDDEN']);
    const elsewhere = randomUUID();
    evaluations.positions.set(elsewhere, [{ id: elsewhere, role: 'countyCentre', areaCode: '330226', unitCode: null }]);
    expect(await refused({ subject: elsewhere, roles: ['countyCentre'] })).toEqual([404, 'NOT_FOUND']);
    for (const name of ['x.xlsx', `${randomUUID()}.xlsx`, `${randomUUID()}.csv`]) {
      expect(await refused(centre, `/exports/figures/${name}`)).toEqual([404, 'NOT_FOUND']);
    }
  });

  it('are trends by kind and category, against the month before and last year', async () => {
    const trends = async (by: string, month = '2026-03') =>
      (await evaluations.ask<{ trends: object[] }>(TRENDS, { month, by }, centre)).data?.trends;
    expect(await trends('kind')).toEqual([
      { key: 'complaint', cases: 2, monthBefore: 0, lastYear: 4, monthOnMonth: '—', yearOnYear: '↓50.00%' },
      { key: 'dispute', cases: 1, monthBefore: 1, lastYear: 0, monthOnMonth: '持平', yearOnYear: '—' },
    ]);
    expect(await trends('category')).toEqual([
      { key: 'roads', cases: 3, monthBefore: 0, lastYear: 4, monthOnMonth: '—', yearOnYear: '↓25.00%' },
      { key: '', cases: 0, monthBefore: 1, lastYear: 0, monthOnMonth: '↓100.00%', yearOnYear: '—' },
    ]);
    expect(await trends('kind', '2025-03')).toEqual([
      { key: 'complaint', cases: 4, monthBefore: null, lastYear: null, monthOnMonth: '—', yearOnYear: '—' },
    ]);
    const { errors } = await evaluations.ask(TRENDS, { month: '2026-3', by: 'kind' }, centre);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'month' });
  });
});
