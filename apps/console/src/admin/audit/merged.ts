import type { PageOf } from '../../kit/use-pages.js';

/** A page of one source; a page may be empty and still be followed by another. */
export interface SourcePage<T> {
  items: readonly T[];
  endCursor?: string | null;
}

interface Source<S extends string, T> {
  name: S;
  waiting: readonly T[];
  /** Undefined before the first page. */
  cursor: string | null | undefined;
}

export type Merged<S extends string, T> = T & { source: S };

/** Pages of a source that are asked for in one go where none of them has anything to show. */
const MOST_EMPTY = 5;

/**
 * Several lists, each the newest first, as one: a page is given out only as far as every source has been heard, so that
 * nothing comes later that should have stood above. Each of them keeps its own cursor.
 */
export function merged<S extends string, T extends { at: string }>(
  names: readonly S[],
  size: number,
  load: (name: S, after: string | null) => Promise<SourcePage<T>>,
): (after: string | null) => Promise<PageOf<Merged<S, T>>> {
  let sources: Source<S, T>[] = [];
  const fill = async (source: Source<S, T>): Promise<Source<S, T>> => {
    let { waiting, cursor } = source;
    for (let asked = 0; waiting.length === 0 && cursor !== null && asked < MOST_EMPTY; asked += 1) {
      const page = await load(source.name, cursor ?? null);
      [waiting, cursor] = [page.items, page.endCursor ?? null];
    }
    return { ...source, waiting, cursor };
  };
  return async (after) => {
    let current = after === null ? names.map((name): Source<S, T> => ({ name, waiting: [], cursor: undefined })) : sources;
    const items: Merged<S, T>[] = [];
    while (items.length < size) {
      current = await Promise.all(current.map(fill));
      const unheard = current.some(({ waiting, cursor }) => waiting.length === 0 && cursor !== null);
      const [newest] = current.filter(({ waiting }) => waiting.length > 0).sort((a, b) => (a.waiting[0]!.at < b.waiting[0]!.at ? 1 : -1));
      if (!newest || unheard) break;
      const [first, ...rest] = newest.waiting;
      items.push({ ...first!, source: newest.name });
      current = current.map((one) => (one.name === newest.name ? { ...one, waiting: rest } : one));
    }
    sources = current;
    const isOver = current.every(({ waiting, cursor }) => waiting.length === 0 && cursor === null);
    return { items, next: isOver ? null : 'next' };
  };
}
