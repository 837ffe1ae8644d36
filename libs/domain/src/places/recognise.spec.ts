import * as fc from 'fast-check';
import { namesOf, placeMatcher, type NamedArea } from './index.js';

const AREAS: NamedArea[] = [
  { code: '990121', name: '云溪县' },
  { code: '990121001', name: '城关镇', aliases: ['老城'] },
  { code: '990121002', name: '和平乡' },
  { code: '990121003', name: '东湖街道办事处' },
  { code: '990121001001', name: '桥头村委会' },
  { code: '990121001002', name: '南门社区居委会' },
  { code: '990121002001', name: '桥头村村民委员会' },
  { code: '990121002002', name: '大桥头村' },
  { code: '990121002003', name: '石门村', aliases: ['石门坎'] },
  { code: '990121003001', name: '湖滨居民委员会' },
  { code: '990121003001001', name: '湖滨社区第一网格' },
  { code: '990122', name: '清河县' },
  { code: '990122001', name: '河口镇' },
  { code: '990122001001', name: '石桥村' },
];
const { recognise } = placeMatcher(AREAS);
const codeIn = (...texts: string[]) => recognise(texts)?.code ?? null;

describe('the names of an area', () => {
  it.each([
    ['990121001001', '桥头村委会', ['桥头村委会', '桥头村'], []],
    ['990121002001', '桥头村村民委员会', ['桥头村村民委员会', '桥头村'], []],
    ['990121001002', '南门社区居委会', ['南门社区居委会', '南门社区'], []],
    ['990121003001', '湖滨居民委员会', ['湖滨居民委员会', '湖滨社区'], []],
    ['990121003', '东湖街道办事处', ['东湖街道办事处', '东湖街道'], ['东湖']],
    ['990121002', '和平乡', ['和平乡'], ['和平']],
    ['990121009', '北乡', ['北乡'], []],
  ])('%s %s', (code, name, sure, hints) => {
    expect(namesOf({ code, name })).toEqual({ sure, hints });
  });
});

describe('recognising a place', () => {
  it.each<[string, string[], string | null]>([
    ['a village that is the only one of its name', ['石门村三组路灯坏了'], '990121002003'],
    ['an alias', ['在石门坎附近'], '990121002003'],
    ['a village with its town', ['城关镇桥头村的路'], '990121001001'],
    ['a village with its town named elsewhere', ['桥头村的路', '我是和平乡的村民'], '990121002001'],
    ['a village with its town named without its ending', ['和平桥头村的路'], '990121002001'],
    ['the longer of two names', ['大桥头村的路'], '990121002002'],
    ['a community as people write it', ['湖滨社区停车难'], '990121003001'],
    ['a grid by its full name', ['东湖街道湖滨社区第一网格'], '990121003001001'],
    ['a street', ['东湖街道乱停车'], '990121003'],
    ['only the county', ['云溪县公交太少'], '990121'],
    ['spaces and full-width forms', ['石 门 村'], '990121002003'],
    ['a village of the other county', ['清河县石桥村'], '990122001001'],
    ['nothing that we know', ['A市A3区的小区', ''], null],
    ['a town without its ending is an everyday word', ['希望和平解决'], null],
    ['no text', [], null],
  ])('%s', (_what, texts, expected) => {
    expect(codeIn(...texts)).toBe(expected);
  });

  it('gives the area over all of them where several villages have the name', () => {
    expect(recognise(['桥头村的路坏了'])).toEqual({ code: '990121', matched: '桥头村', ambiguous: true });
  });

  it('does not believe a village against the name of another town', () => {
    expect(recognise(['城关镇石门村'])).toEqual({ code: '990121', matched: '石门村', ambiguous: true });
    expect(recognise(['从城关镇到和平乡石门村'])).toEqual({
      code: '990121002003',
      matched: '石门村',
      ambiguous: false,
    });
  });

  it('gives the area over two villages that are both named', () => {
    expect(recognise(['石门村与大桥头村的边界'])).toEqual({ code: '990121002', matched: '石门村', ambiguous: true });
  });

  it('believes the first text before the next, which may only say it more exactly', () => {
    expect(codeIn('南门社区', '说的是石门村')).toBe('990121001002');
    expect(codeIn('和平乡', '说的是石门村')).toBe('990121002003');
    expect(recognise([null, undefined, '石门村'])?.code).toBe('990121002003');
  });

  it('does not take two counties for one', () => {
    expect(recognise(['石门村和石桥村'])).toEqual({ code: '9901', matched: '石门村', ambiguous: true });
  });

  it('only ever answers with a known area or one above known areas', () => {
    const words = fc.constantFrom(...AREAS.map(({ name }) => name), '和平', '东湖', '的', ' ', '桥头村', '石门');
    const known = AREAS.map(({ code }) => code);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const found = recognise([parts.join('')]);
        if (found) expect(known.some((code) => code.startsWith(found.code))).toBe(true);
      }),
    );
  });

  it('reads a long text against a county of many villages in little time', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      code: `990121${String(index % 20).padStart(3, '0')}${String(Math.floor(index / 20)).padStart(3, '0')}`,
      name: `${String.fromCodePoint(0x4e00 + index)}${String.fromCodePoint(0x5e00 + (index % 50))}村委会`,
    }));
    const matcher = placeMatcher(many);
    const text = '我们村的路灯不亮已经很久了，希望尽快处理。'.repeat(200);
    const started = Date.now();
    for (let round = 0; round < 100; round += 1) matcher.recognise([text]);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
