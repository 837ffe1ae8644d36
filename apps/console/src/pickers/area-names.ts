import { countyOf, parentOf } from '@yiwang/domain/areas';
import type { Client } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { Choice } from './picker.types.js';

const DIRECTORY = graphql(`query AreaDirectory($county: ID!) { areaDirectory(countyCode: $county) { code name aliases } }`);
const COUNTIES = graphql(`query Counties($city: ID!) { areas(under: $city, level: county) { code name aliases } }`);

interface Entry {
  code: string;
  name: string;
  aliases: readonly string[];
}

const kept = new Map<string, Promise<readonly Entry[]>>();

/** Every area of a county, or the counties of a city: a list of some thousands, fetched once and looked through here. */
export function areasOf(client: Client, home: string): Promise<readonly Entry[]> {
  const known = kept.get(home);
  if (known !== undefined) return known;
  const asked = ask(client, home);
  kept.set(home, asked);
  asked.catch(() => kept.delete(home));
  return asked;
}

async function ask(client: Client, home: string): Promise<readonly Entry[]> {
  if (countyOf(home) === null) {
    const { data, error } = await client.query(COUNTIES, { city: home }).toPromise();
    if (!data) throw error ?? new Error('no answer');
    return data.areas;
  }
  const { data, error } = await client.query(DIRECTORY, { county: countyOf(home) ?? home }).toPromise();
  if (!data) throw error ?? new Error('no answer');
  return data.areaDirectory;
}

/** What to show of an area: its name with that of what it lies in. */
export function labelled(entries: readonly Entry[], wanted: readonly Entry[]): Choice[] {
  const names = new Map(entries.map(({ code, name }) => [code, name]));
  return wanted.map(({ code, name }) => {
    const parent = names.get(parentOf(code) ?? '');
    return { value: code, label: parent === undefined ? name : `${name} · ${parent}` };
  });
}

/** Areas whose name, other name or code has this part: those that begin with it first, the wider before the narrower. */
export function matching(entries: readonly Entry[], part: string): Entry[] {
  const fits = ({ code, name, aliases }: Entry): boolean => name.includes(part) || code.startsWith(part) || aliases.some((alias) => alias.includes(part));
  const rank = ({ code, name }: Entry): number => (name.startsWith(part) ? 0 : 100) + code.length;
  return entries.filter(fits).sort((a, b) => rank(a) - rank(b));
}
