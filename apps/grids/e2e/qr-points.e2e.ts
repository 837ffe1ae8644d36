import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { administratorOf, putCounty } from './county.js';
import { testGrids } from './grids.js';

describe('QR points of a village', () => {
  let grids: TestSubgraph;
  let as: ReturnType<typeof administratorOf>;
  const generate = (village: string) => grids.ask<{ generateQrPoints: number }>(`mutation { generateQrPoints(villageCode: "${village}") }`, {}, as);
  const points = (under: string) =>
    grids.sql<{ code: string; label: string; kind: string; households: number | null; replaced_by: string | null }>(
      `select code, label, kind, households, replaced_by from qr_point where area_code like $1 || '%' and kind <> 'place' order by kind, label`,
      [under],
    );

  beforeAll(async () => {
    grids = await testGrids();
    await putCounty(grids);
    as = administratorOf(grids, '990121');
    await grids.sql(`update household set building = '1号楼' where grid_code = '990121001001002' and id % 2 = 0`);
    await grids.sql(`update household set building = '2号楼' where grid_code = '990121001001002' and building = ''`);
  }, 120_000);
  afterAll(() => grids.close());

  it('are one a building and one for thirty doors, made once', async () => {
    expect((await generate('990121001001')).data).toEqual({ generateQrPoints: 4 });
    expect((await generate('990121001001')).data).toEqual({ generateQrPoints: 0 });
    expect((await points('990121001001')).map(({ label, kind, households }) => [label, kind, households])).toEqual([
      ['桥头村学校网格 1号楼', 'building', expect.any(Number)],
      ['桥头村学校网格 2号楼', 'building', expect.any(Number)],
      ['桥头村第一网格 1号至30号', 'households', 30],
      ['桥头村第一网格 31号至40号', 'households', 10],
    ]);
    expect(new Set((await points('990121001001')).map(({ code }) => code)).size).toBe(4);
  });

  it('go on leading to their grid when one was lost and hangs anew', async () => {
    const [lost] = await points('990121001001');
    const replace = () => grids.ask<{ replaceQrPoint: { code: string } }>(`mutation { replaceQrPoint(code: "${lost!.code}") { code label } }`, {}, as);
    const { data } = await replace();
    expect(data?.replaceQrPoint).toMatchObject({ label: lost!.label });
    const old = await grids.ask<{ qrPoint: object }>(`{ qrPoint(code: "${lost!.code}") { areaCode replacedBy } }`);
    expect(old.data?.qrPoint).toEqual({ areaCode: '990121001001002', replacedBy: data!.replaceQrPoint.code });
    expect((await replace()).errors?.[0]?.extensions).toMatchObject({ code: 'QR_POINT_REPLACED', actual: data!.replaceQrPoint.code });
    const list = await grids.ask<{ qrPoints: { items: { code: string }[] } }>('{ qrPoints(under: "990121001001") { items { code } } }', {}, as);
    expect(list.data?.qrPoints.items.map(({ code }) => code)).not.toContain(lost!.code);
    expect(list.data?.qrPoints.items).toHaveLength(5);
  });

  it('are printed on sheets behind a link that needs no token and expires', async () => {
    const { data, errors } = await grids.ask<{ printQrSheets: { url: string; points: number; pages: number } }>(
      'mutation { printQrSheets(areaCode: "990121001001") { url points pages } }',
      {},
      as,
    );
    expect(errors).toBeUndefined();
    expect(data?.printQrSheets).toMatchObject({ points: 5, pages: 1 });
    const link = new URL(data!.printQrSheets.url);
    expect(link.pathname).toMatch(/^\/grids\/attachments\//);
    const own = new URL(link.pathname.replace('/grids', '') + link.search, grids.url);
    const response = await fetch(own);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const content = Buffer.from(await response.arrayBuffer());
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.length).toBeLessThan(200_000);
    own.searchParams.set('signature', 'x');
    expect((await fetch(own)).status).toBe(403);
  });

  it.each([
    ['generateQrPoints(villageCode: "990121001")', 'INPUT_INVALID'],
    ['generateQrPoints(villageCode: "990121001099")', 'AREA_UNKNOWN'],
    ['replaceQrPoint(code: "QR-0") { code }', 'NOT_FOUND'],
    ['printQrSheets(areaCode: "990121002001") { url }', 'NOT_FOUND'],
    ['printQrSheets(areaCode: "990122001001") { url }', 'AREA_OUTSIDE_JURISDICTION'],
  ])('refuse %s', async (call, code) => {
    expect((await grids.ask(`mutation { ${call} }`, {}, as)).errors?.[0]?.extensions.code).toBe(code);
  });
});
