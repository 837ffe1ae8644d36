import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIELD_SIZE, madeUpPowers, powerRows } from '@yiwang/testing/made-up-powers';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { departmentsTrial, type DepartmentsTrial, type Staff } from './county.js';

const REPORT = `{ version rows added changed closed unchanged refused problems { line column heading code zh en } changes { kind code name } }`;
const call = (kind: 'query' | 'mutation', field: string) => `${kind} ($input: CatalogueFileInput!) { report: ${field}(input: $input) ${REPORT} }`;

interface Report {
  version: number | null;
  rows: number;
  added: number;
  changed: number;
  closed: number;
  unchanged: number;
  refused: number;
  problems: { line: number; column: number | null; heading: string | null; code: string; zh: string; en: string }[];
  changes: { kind: string; code: string; name: string }[];
}

const LABEL_TREE = resolve(fileURLToPath(import.meta.url), '../../../../../shared/data/label-tree.csv');
const present = existsSync(LABEL_TREE);
if (!present) process.stderr.write(`Skipped: the real category tree is not here (${join('..', 'shared', 'data', 'label-tree.csv')})\n`);

describe('importing catalogues', () => {
  let departments: DepartmentsTrial;
  let administrator: Staff;

  beforeAll(async () => {
    departments = await departmentsTrial();
    administrator = departments.appoint('administrator', '990121');
  }, 120_000);
  afterAll(() => departments?.close());

  async function send(kind: 'query' | 'mutation', field: string, content: string | Buffer, more: object = {}, as: Staff = administrator) {
    const input = { countyCode: '990121', fileName: 'file.csv', missing: 'keep', contentBase64: Buffer.from(content).toString('base64'), ...more };
    return departments.ask<{ report: Report }>(call(kind, field), { input }, as);
  }
  async function report(kind: 'query' | 'mutation', field: string, content: string | Buffer, more: object = {}): Promise<Report> {
    const { data, errors } = await send(kind, field, content, more);
    expect(errors).toBeUndefined();
    return data!.report;
  }

  describe('a category tree', () => {
    const TREE = '一级分类,二级分类,三级分类\n 城建 ,供水,停水\n城建,供水,漏水\n城建,路灯,\n党务,组织,党费\n';

    it('shows first what it would do, does it, and does nothing the second time', async () => {
      const preview = await report('query', 'previewCategories', TREE);
      expect(preview).toMatchObject({ version: null, rows: 4, added: 8, changed: 0, closed: 0, refused: 0 });
      expect(await departments.sql(`select 1 from category where county_code = '990121'`)).toHaveLength(0);
      expect(await report('mutation', 'importCategories', TREE)).toMatchObject({ version: 1, added: 8 });
      expect(await report('mutation', 'importCategories', TREE)).toMatchObject({ version: null, added: 0, changed: 0, unchanged: 8 });
      const { data } = await departments.ask<{ categories: object[]; other: object[] }>(
        `{ categories(county: "990121") { zh domain { code } children { zh children { zh } } } other: categories(county: "990122") { countyCode } }`,
      );
      expect(data!.categories).toEqual([
        { zh: '城建', domain: null, children: [{ zh: '供水', children: [{ zh: '停水' }, { zh: '漏水' }] }, { zh: '路灯', children: [] }] },
        { zh: '党务', domain: null, children: [{ zh: '组织', children: [{ zh: '党费' }] }] },
      ]);
      expect(data!.other.every((one) => (one as { countyCode: null }).countyCode === null)).toBe(true);
    });

    it('closes what a new version lacks, leaves it to running cases, and opens it again under the same code', async () => {
      const code = (await departments.sql<{ code: string }>(`select code from category where zh = '党费'`))[0]!.code;
      const shorter = TREE.replace('党务,组织,党费\n', '');
      expect(await report('mutation', 'importCategories', shorter, { missing: 'close' })).toMatchObject({ version: 2, closed: 3, added: 0 });
      const closed = await departments.ask<{ category: object }>(`query ($code: ID!) { category(code: $code) { zh isOpen } }`, { code });
      expect(closed.data!.category).toEqual({ zh: '党费', isOpen: false });
      expect(await report('mutation', 'importCategories', TREE)).toMatchObject({ version: 3, changed: 3, added: 0 });
      const open = await departments.ask<{ category: object }>(`query ($code: ID!) { category(code: $code) { zh isOpen } }`, { code });
      expect(open.data!.category).toEqual({ zh: '党费', isOpen: true });
      const versions = await departments.ask<{ catalogueImports: object[] }>(
        `{ catalogueImports(countyCode: "990121", kind: categories) { version closed } }`,
        {},
        administrator,
      );
      expect(versions.data!.catalogueImports).toEqual([{ version: 3, closed: 0 }, { version: 2, closed: 3 }, { version: 1, closed: 0 }]);
    });

    it('reports each wrong row by line, column and reason in both languages, and takes the others', async () => {
      const wrong = `一级分类;二级分类;三级分类;领域\n环保;噪声;广场舞;资源环境\n;噪声;喇叭;\n环保;;油烟;\n环保;噪声;广场舞;\n环保;水;臭水;魔法\n环保;水;${'长'.repeat(61)};\n环保;水;断流;;多\n`;
      const found = await report('mutation', 'importCategories', wrong);
      expect(found).toMatchObject({ rows: 7, added: 3, refused: 6 });
      expect(found.problems.map(({ line, column, heading, code }) => [line, column, heading, code])).toEqual([
        [3, 1, '一级分类', 'IMPORT_CELL_REQUIRED'],
        [4, 2, '二级分类', 'IMPORT_CELL_REQUIRED'],
        [5, null, null, 'IMPORT_ROW_TWICE'],
        [6, 4, '领域', 'DOMAIN_UNKNOWN'],
        [7, 3, '三级分类', 'TEXT_TOO_LONG'],
        [8, 5, null, 'IMPORT_ROW_COLUMNS'],
      ]);
      for (const { zh, en } of found.problems) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]{3}/);
      }
    });

    it.each([
      ['a heading without its column', '名称,说明\na,b\n', 'IMPORT_COLUMN_MISSING'],
      ['nothing at all', '', 'IMPORT_FILE_UNREADABLE'],
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'IMPORT_COLUMN_MISSING|IMPORT_FILE_UNREADABLE'],
      ['an archive that is no workbook', Buffer.from('504b030400000000', 'hex'), 'IMPORT_FILE_UNREADABLE'],
    ])('refuses %s', async (_, content, code) => {
      const { errors } = await send('mutation', 'importCategories', content);
      expect(errors?.[0]?.extensions.code).toMatch(new RegExp(`^(${code})$`));
    });

    it('is refused to other counties', async () => {
      const other = departments.appoint('administrator', '990122');
      expect((await send('mutation', 'importCategories', TREE, {}, other)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
      expect((await send('query', 'previewCategories', TREE, {}, other)).errors?.[0]?.extensions.code).toBe('AREA_OUTSIDE_JURISDICTION');
    });

    (present ? it : it.skip)('takes the real tree of 517 rows as it is, in UTF-8 and in GB18030, and only once', async () => {
      const city = departments.appoint('administrator', '9901');
      const text = readFileSync(LABEL_TREE);
      const first = await send('mutation', 'importCategories', text, { countyCode: '990131' }, city);
      // 15 names at the top, 103 and 390 below them; those of one name in several branches are places of their own.
      expect(first.data!.report).toMatchObject({ rows: 517, refused: 0, added: 15 + 118 + 517, version: 1 });
      const names = await departments.sql<{ level: number; names: number }>(
        `select level, count(distinct zh)::int as names from category where county_code = '990131' group by level order by level`,
      );
      expect(names).toEqual([{ level: 1, names: 15 }, { level: 2, names: 103 }, { level: 3, names: 390 }]);
      const again = await send('mutation', 'importCategories', iconv.encode(text.toString('utf8'), 'gb18030'), { countyCode: '990131', missing: 'close' }, city);
      expect(again.data!.report).toMatchObject({ rows: 517, refused: 0, added: 0, changed: 0, closed: 0, unchanged: 650 });
      const padded = text.toString('utf8').replaceAll(',', ' ,\u3000');
      const third = await send('mutation', 'importCategories', padded, { countyCode: '990131', missing: 'close' }, city);
      expect(third.data!.report).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 650 });
    });
  });

  describe('a list of powers', () => {
    const sheet = async (rows: string[][]): Promise<Buffer> => {
      const workbook = new ExcelJS.Workbook();
      workbook.addWorksheet('说明');
      workbook.addWorksheet('权责清单').addRows(rows);
      return Buffer.from(await workbook.xlsx.writeBuffer());
    };
    const rows = powerRows(madeUpPowers((domain) => (domain === '城市管理' ? '云溪县城市管理局' : '')));

    it('of the field’s size comes from Excel, with the units that lead found by their names', async () => {
      const found = await report('mutation', 'importPowers', await sheet(rows), { fileName: '权责清单.xlsx' });
      expect(found).toMatchObject({ rows: FIELD_SIZE, refused: 0, added: FIELD_SIZE, version: 1 });
      const { data } = await departments.ask<{ powers: object[] }>(
        `{ powers(filter: { county: "990121", search: "渣土", domain: "urbanManagement" }, first: 3) { name level legalGround leadUnit { name } domain { zh } } }`,
        {},
        administrator,
      );
      expect(data!.powers).toHaveLength(3);
      expect(data!.powers[0]).toMatchObject({ name: expect.stringContaining('渣土'), leadUnit: { name: '云溪县城市管理局' }, domain: { zh: '城市管理' } });
    });

    it('is the same list from CSV', async () => {
      const text = rows.map((row) => row.join(',')).join('\r\n');
      expect(await report('mutation', 'importPowers', iconv.encode(text, 'gb18030'))).toMatchObject({ added: 0, changed: 0, unchanged: FIELD_SIZE });
    });

    it('pages through all of them once', async () => {
      const seen: string[] = [];
      for (;;) {
        const { data } = await departments.ask<{ powers: { id: string }[] }>(
          'query ($after: ID) { powers(filter: { county: "990121" }, first: 500, after: $after) { id } }',
          { after: seen.at(-1) ?? null },
          administrator,
        );
        seen.push(...data!.powers.map(({ id }) => id));
        if (data!.powers.length < 500) break;
      }
      const [{ n }] = (await departments.sql<{ n: number }>(`select count(*)::int n from power where county_code = '990121'`)) as [{ n: number }];
      expect(seen).toHaveLength(n);
      expect(new Set(seen).size).toBe(n);
    });

    it('reports an unknown domain, unit, level and a repeated code by line and column, and goes on', async () => {
      const wrong = await sheet([
        rows[0]!,
        ['NEW-1', '对甲的检查', '教育', '《教育法》', '县级', ''],
        ['NEW-2', '对乙的检查', '魔法', '《教育法》', '县级', ''],
        ['NEW-3', '对丙的检查', '教育', '《教育法》', '省级', ''],
        ['NEW-1', '对丁的检查', '教育', '《教育法》', '县级', ''],
        ['NEW-4', '对戊的检查', '教育', '', '县级', ''],
        ['NEW-5', '对己的检查', '教育', '《教育法》', '县级', '没有这个局'],
        ['NEW 6', '对庚的检查', '教育', '《教育法》', '县级', ''],
        ['NEW-7', '对辛的检查', '10', '《教育法》', '乡镇', 'education'],
      ]);
      const found = await report('mutation', 'importPowers', wrong, { fileName: 'x.xlsx' });
      expect(found).toMatchObject({ rows: 8, added: 2, refused: 6, closed: 0 });
      expect(found.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
        [3, 3, 'DOMAIN_UNKNOWN'],
        [4, 5, 'IMPORT_CELL_REFUSED'],
        [5, 1, 'IMPORT_ROW_TWICE'],
        [6, 4, 'IMPORT_CELL_REQUIRED'],
        [7, 6, 'UNIT_UNKNOWN'],
        [8, 1, 'IMPORT_CELL_REFUSED'],
      ]);
    });

    it('closes what a whole list lacks, but nothing that a refused row names', async () => {
      const kept = rows.filter(([code]) => code !== 'XZ-01-001').map((row) => (row[0] === 'XZ-01-002' ? [row[0], row[1]!, '魔法', row[3]!, row[4]!, row[5]!] : row));
      const found = await report('query', 'previewPowers', await sheet(kept), { missing: 'close' });
      const closed = found.changes.filter(({ kind }) => kind === 'closed').map(({ code }) => code);
      expect(closed).toContain('XZ-01-001');
      expect(closed).not.toContain('XZ-01-002');
      expect(found.refused).toBe(1);
    });
  });
});
