import { useCallback, useEffect, useRef, useState } from 'react';
import { CombinedError } from 'urql';
import { formProblem, type FormProblem } from './problem.js';

export interface PageOf<T> {
  items: readonly T[];
  /** The cursor of the next page; null on the last one. */
  next: string | null;
}

export interface Pages<T> {
  /** Null until the first page is there. */
  items: readonly T[] | null;
  hasMore: boolean;
  isBusy: boolean;
  problem: FormProblem | null;
  more(): void;
  /** As many pages as are shown, read anew, as after a change: whoever reads further down stays there. */
  again(): void;
}

interface State<T> {
  items: readonly T[] | null;
  next: string | null;
  isBusy: boolean;
  problem: FormProblem | null;
}

const NOT_REACHED: FormProblem = { code: 'NO_NETWORK', message: '', all: [] };

/**
 * A list that is read page by page. Another `load` (keep it with `useCallback`) begins a new list; an answer to an older
 * question is dropped.
 */
export function usePages<T>(load: (after: string | null) => Promise<PageOf<T>>): Pages<T> {
  const [state, setState] = useState<State<T>>({ items: null, next: null, isBusy: true, problem: null });
  const asked = useRef(0);
  /** How many pages the reader wants: the list read anew has the one that was on its way too. */
  const wanted = useRef(1);
  const fetchPages = useCallback(
    async (after: string | null, count: number) => {
      const mine = (asked.current += 1);
      setState((before) => ({ ...before, isBusy: true, problem: null }));
      try {
        const read: T[] = [];
        let next = after;
        for (let page = 0; page < count && (page === 0 || next !== null); page += 1) {
          const found = await load(next);
          if (asked.current !== mine) return;
          read.push(...found.items);
          ({ next } = found);
        }
        setState((before) => ({ items: after === null ? read : [...(before.items ?? []), ...read], next, isBusy: false, problem: null }));
      } catch (error) {
        if (asked.current !== mine) return;
        if (after !== null) wanted.current -= count;
        const problem = error instanceof CombinedError ? formProblem(error) : NOT_REACHED;
        setState((before) => ({ ...before, isBusy: false, problem }));
      }
    },
    [load],
  );
  useEffect(() => {
    setState({ items: null, next: null, isBusy: true, problem: null });
    wanted.current = 1;
    void fetchPages(null, 1);
    return () => {
      asked.current += 1;
    };
  }, [fetchPages]);
  const { items, next, isBusy, problem } = state;
  const more = useCallback(() => {
    wanted.current += 1;
    void fetchPages(next, 1);
  }, [fetchPages, next]);
  const again = useCallback(() => void fetchPages(null, wanted.current), [fetchPages]);
  return { items, isBusy, problem, hasMore: next !== null, more, again };
}

/** A page of a graph whose cursor is the last item's own key: a full page may be followed by another. */
export const pageByKey = <T>(items: readonly T[], size: number, keyOf: (item: T) => string): PageOf<T> => {
  const last = items.at(-1);
  return { items, next: items.length === size && last !== undefined ? keyOf(last) : null };
};
