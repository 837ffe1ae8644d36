/** One page as it was asked for: what comes after an item, at most so many. */
export interface AnsweredPage<T> {
  after: string | null;
  size: number;
  items: readonly T[];
}

export interface Listed<T> {
  items: readonly T[];
  hasMore: boolean;
}

/**
 * Puts a page that was asked for anew into a list that holds more than it: what is gone from its stretch goes, what is new
 * comes, and what lies before and behind it stays as it was. A page that is not full ends the list.
 */
export function mergePage<T extends { id: string }>(list: Listed<T>, { after, size, items }: AnsweredPage<T>): Listed<T> {
  const answered = new Set(items.map(({ id }) => id));
  const others = (some: readonly T[]): readonly T[] => some.filter(({ id }) => !answered.has(id));
  const start = after === null ? 0 : list.items.findIndex(({ id }) => id === after) + 1;
  const before = others(list.items.slice(0, start));
  if (items.length < size) return { items: [...before, ...items], hasMore: false };
  const behind = list.items.findLastIndex(({ id }) => answered.has(id)) + 1;
  const rest = behind > start ? others(list.items.slice(behind)) : [];
  return { items: [...before, ...items, ...rest], hasMore: rest.length === 0 || list.hasMore };
}
