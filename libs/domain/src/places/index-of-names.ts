import { namesOf, plain, type NamedArea } from './names.js';

/** One place name found in a text, with every area of that name. */
export interface Mention {
  name: string;
  codes: readonly string[];
  sure: boolean;
}

interface Entry {
  sure: Set<string>;
  hints: Set<string>;
}

/** All names, found by their first character and then the longest first, so that a text is read once. */
export function indexOfNames(areas: readonly NamedArea[]): (text: string) => Mention[] {
  const entries = new Map<string, Entry>();
  const lengths = new Map<string, number[]>();
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name) ?? { sure: new Set<string>(), hints: new Set<string>() };
    entries.set(name, entry);
    return entry;
  };
  for (const area of areas) {
    const { sure, hints } = namesOf(area);
    for (const name of sure) entryOf(name).sure.add(area.code);
    for (const name of hints) entryOf(name).hints.add(area.code);
  }
  for (const name of entries.keys()) {
    const first = name.charAt(0);
    const known = lengths.get(first) ?? [];
    if (!known.includes(name.length))
      lengths.set(
        first,
        [...known, name.length].sort((a, b) => b - a),
      );
  }

  return (text) => {
    const written = plain(text);
    const mentions: Mention[] = [];
    for (let at = 0; at < written.length;) {
      const start = at;
      at += 1;
      for (const length of lengths.get(written.charAt(start)) ?? []) {
        const name = written.slice(start, start + length);
        const entry = entries.get(name);
        if (entry === undefined) continue;
        const sure = entry.sure.size > 0;
        mentions.push({ name, codes: [...(sure ? entry.sure : entry.hints)], sure });
        if (sure) at = start + length;
        break;
      }
    }
    return mentions;
  };
}
