import { readFileSync } from 'node:fs';
import { day, moment, remaining } from './dates.js';
import { en } from './en.js';
import { fill, wordOf } from './language.js';
import { zh } from './zh.js';

/** Every text by its path. */
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value as object, `${path}${key}.`),
  );
}

const SUPERGRAPH = readFileSync(new URL('../../../gateway/supergraph.graphql', import.meta.url), 'utf8');

/** The values of an enum of the graph. */
function valuesOf(name: string): string[] {
  const [, body = ''] = new RegExp(`\\nenum ${name} [^{]*\\{([^}]*)\\}`).exec(SUPERGRAPH) ?? [];
  return [...body.matchAll(/^ {2}(\w+) @/gm)].map(([, value]) => value ?? '').sort();
}

const placesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the pages', () => {
  const english = new Map(texts(en));

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual(texts(zh).map(([key]) => key).sort());
  });

  it.each(texts(zh))('say %s in both languages with the same values in it', (key, chinese) => {
    const other = english.get(key) ?? '';
    expect(chinese.trim()).not.toBe('');
    expect(other.trim()).not.toBe('');
    expect(placesOf(other)).toEqual(placesOf(chinese));
    if (key !== 'otherLanguage') expect(other).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['TimelineType', zh.event],
    ['Stage', zh.stage],
    ['Stage', zh.stageNow],
    ['Stage', zh.stageNext],
    ['Path', zh.path],
    ['Tier', zh.tier],
    ['CaseKind', zh.kind],
    ['PositionRole', zh.role],
    ['Paused', zh.track.paused],
  ])('have one for every %s of the graph', (name, table) => {
    expect(Object.keys(table).sort()).toEqual(valuesOf(name));
  });

  it('leave what they do not know as it is', () => {
    expect(wordOf(zh.stage, 'new', '—')).toBe('—');
    expect(fill('{n} / {most}', { n: 3 })).toBe('3 / {most}');
  });
});

describe('dates', () => {
  const now = Date.parse('2026-11-26T02:00:00Z');

  it('are written in China’s time, the year only where it is another', () => {
    expect(moment('2026-11-26T16:05:00Z', 'zh', now)).toBe('11月27日 00:05');
    expect(moment('2027-01-01T02:00:00Z', 'zh', now)).toBe('2027年1月1日 10:00');
    expect(moment('2026-11-26T02:05:00Z', 'en', now)).toBe('26 Nov, 10:05');
  });

  it('leave out the hour where only the day is wanted', () => {
    expect(day('2026-11-26T16:05:00Z', 'zh', now)).toBe('11月27日');
    expect(day('2027-01-01T02:00:00Z', 'zh', now)).toBe('2027年1月1日');
    expect(day('2026-11-26T02:05:00Z', 'en', now)).toBe('26 Nov');
  });

  it('say how long there is', () => {
    expect(remaining('2026-11-28T05:30:00Z', now)).toEqual({ late: false, days: 2, hours: 3 });
    expect(remaining('2026-11-26T01:00:00Z', now)).toEqual({ late: true, days: 0, hours: 1 });
  });
});
