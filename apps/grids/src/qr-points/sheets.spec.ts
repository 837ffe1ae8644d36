import { inflateSync } from 'node:zlib';
import { newPointCode } from './point-codes.js';
import { planPoints } from './plan-points.js';
import { sheetsOf } from './sheets.js';

const point = (n: number) => ({ code: `Q990121-0000000${n % 10}`, place: '金桥街道前砬山村', label: `第一网格 ${n}号楼` });
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

/** Characters that the PDF says its glyphs stand for. */
function textsOf(pdf: Buffer): string {
  const texts: string[] = [];
  const raw = pdf.toString('latin1');
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const until = raw.indexOf('endstream', from);
    try {
      const content = inflateSync(pdf.subarray(from, until)).toString('latin1');
      if (!content.includes('beginbfrange') && !content.includes('beginbfchar')) continue;
      for (const [, hex] of content.matchAll(/<([0-9a-fA-F]{4,8})>/g)) texts.push(Buffer.from(hex!, 'hex').swap16().toString('utf16le'));
    } catch {
      continue;
    }
  }
  return texts.join('');
}

describe('sheets of QR points', () => {
  it('have twelve points a page', async () => {
    for (const [count, pages] of [[1, 1], [12, 1], [13, 2], [30, 3]] as const) {
      const pdf = await sheetsOf(Array.from({ length: count }, (_, n) => point(n)), { font: '', target: '' });
      expect(pagesOf(pdf)).toBe(pages);
    }
  });

  it('show the place in Chinese, rare characters of village names too, with the font packed in', async () => {
    const pdf = await sheetsOf([{ ...point(1), place: '峧堧甽圫垸埫窵窎砬' }], { font: '', target: 'https://example.org/q/' });
    const shown = textsOf(pdf);
    for (const char of '峧堧甽圫垸埫窵窎砬第一网格号楼扫码反映诉求') expect(shown).toContain(char);
    expect(pdf.length).toBeLessThan(100_000);
  });

  it('take the font that the operator names, and say so where it is not there', async () => {
    await expect(sheetsOf([point(1)], { font: '/no/such/font.ttf', target: '' })).rejects.toThrow('/no/such/font.ttf');
  });
});

describe('the points of a village', () => {
  const door = (gridCode: string, building: string, n: number) => ({ gridCode, gridName: '第一网格', building, door: `${n}号` });

  it('are one a building and one for each thirty houses of a grid', () => {
    const doors = [
      ...Array.from({ length: 24 }, (_, n) => door('a', '1号楼', n + 1)),
      ...Array.from({ length: 61 }, (_, n) => door('a', '', n + 1)),
      ...Array.from({ length: 2 }, (_, n) => door('b', '', n + 1)),
    ];
    expect(planPoints(doors).map(({ areaCode, kind, label, households }) => [areaCode, kind, label, households])).toEqual([
      ['a', 'building', '第一网格 1号楼', 24],
      ['a', 'households', '第一网格 1号至30号', 30],
      ['a', 'households', '第一网格 31号至60号', 30],
      ['a', 'households', '第一网格 61号', 1],
      ['b', 'households', '第一网格 1号至2号', 2],
    ]);
  });

  it('have codes that nobody mistakes or guesses', () => {
    const codes = Array.from({ length: 1_000 }, () => newPointCode('990121'));
    expect(new Set(codes).size).toBe(1_000);
    for (const code of codes) expect(code).toMatch(/^Q990121-[2-9A-HJ-NP-Z]{8}$/);
  });
});
