import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeReport, problemsCsv } from './describe.js';
import { readCatalogueOptions, type CatalogueOptions } from './options.js';
import { sendCatalogue, type CatalogueReport } from './send.js';

const REPORT: CatalogueReport = {
  ...{ version: 2, rows: 5, added: 1, changed: 1, closed: 1, unchanged: 1, refused: 1 },
  problems: [{ line: 4, column: 3, heading: '领域', code: 'DOMAIN_UNKNOWN', message: '没有领域“魔法, 术”' }],
  changes: [{ kind: 'closed', code: '990121-001', name: '城建' }],
};

async function graph(answer: unknown) {
  const seen: { body: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      seen.push({ body, authorization: request.headers.authorization });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/token' ? { access_token: 'signed.in.now' } : answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, seen, close: () => new Promise((resolve) => server.close(resolve)) };
}

const optionsFor = (base: string, more: Partial<CatalogueOptions> = {}): CatalogueOptions => ({
  ...{ kind: 'categories', file: 'tree.csv', countyCode: '990121', missing: 'keep', dryRun: false },
  ...{ gateway: `${base}/graphql`, tokenUrl: `${base}/token`, token: null, user: 'administrator', password: 'secret' },
  ...{ reportPath: null, language: 'zh', ...more },
});

describe('importing a catalogue from the command line', () => {
  it('signs in and sends the file as it is, and only looks when told so', async () => {
    const { base, seen, close } = await graph({ data: { report: REPORT } });
    try {
      expect(await sendCatalogue(optionsFor(base), Buffer.from('一级'), 'tree.csv')).toEqual(REPORT);
      const sent = JSON.parse(seen.at(-1)!.body) as { query: string; variables: { input: { contentBase64: string } } };
      expect(seen.at(-1)!.authorization).toBe('Bearer signed.in.now');
      expect(sent.query).toMatch(/^mutation .* importCategories/);
      expect(Buffer.from(sent.variables.input.contentBase64, 'base64').toString()).toBe('一级');
      await sendCatalogue(optionsFor(base, { dryRun: true, kind: 'powers', token: 'a.b.c' }), Buffer.from(''), 'x');
      expect(seen.at(-1)).toMatchObject({ authorization: 'Bearer a.b.c', body: expect.stringContaining('query ($input: CatalogueFileInput!) { report: previewPowers') });
    } finally {
      await close();
    }
  });

  it('says why nothing was imported', async () => {
    const { base, close } = await graph({ data: null, errors: [{ message: '表头缺少“一级分类”列' }] });
    await expect(sendCatalogue(optionsFor(base), Buffer.from(''), 'x')).rejects.toMatchObject({ zh: '没有导入：表头缺少“一级分类”列' });
    await close();
    await expect(sendCatalogue(optionsFor(base), Buffer.from(''), 'x')).rejects.toMatchObject({ en: expect.stringContaining('npm start') });
  });

  it('tells what it did, by line and column where a row was refused', () => {
    expect(describeReport(REPORT, false, 'zh')).toBe('5 行：已新增 1，变更 1，停用 1，不变 1，未采用 1 行\n  第 2 版\n  第 4 行第 3 列 DOMAIN_UNKNOWN  没有领域“魔法, 术”');
    expect(describeReport({ ...REPORT, version: null }, true, 'en')).toContain('close  990121-001  城建');
    expect(problemsCsv(REPORT)).toBe('line,column,heading,code,reason\n4,3,领域,DOMAIN_UNKNOWN,"没有领域“魔法, 术”"\n');
  });

  it.each([
    [['trees', 'x.csv', '--county', '990121']],
    [['categories', '--county', '990121']],
    [['categories', 'x.csv', '--county', '9901']],
    [['categories', 'x.csv', '--county', '990121', '--colour', 'red']],
  ])('refuses %j with what would be right', (args) => {
    expect(() => readCatalogueOptions(args)).toThrow(/npm run import-catalogue/);
  });
});
