import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { MyTasksQuery, TaskFilterInput } from '../graph/generated/graphql.js';
import { useChangedCases } from '../kit/use-changed-cases.js';
import { mergePage, type Listed } from './merge-page.js';

const MY_TASKS = graphql(`
  query MyTasks($filter: TaskFilterInput!, $after: ID, $first: Int!, $withHolder: Boolean!) {
    myTasks(filter: $filter, after: $after, first: $first) {
      id kind state version title dueAt workingMinutesLeft openedAt closedAt holderSubject actions
      holder @include(if: $withHolder) { id name }
      area { code name }
      urged { times byResident lastAt } cameBack { kind at }
      case { number title text stage kind channel card paused reviewAt actions @include(if: $withHolder) }
    }
  }
`);

export type ListedTask = MyTasksQuery['myTasks'][number];
export type TaskFilter = Omit<TaskFilterInput, 'dueBefore'> & { isDueSoon?: boolean };

const PAGE = 100;
const MOST = 200;
/** By the clock, where no line says that something changed; and where one does, for what it does not tell: what is no longer theirs. */
const REFRESH_MS = 15_000;
const REFRESH_LIVE_MS = 60_000;
const SOON_MS = 24 * 60 * 60_000;

export interface TaskList extends Listed<ListedTask> {
  /** False until the first answer. */
  isThere: boolean;
  error: CombinedError | undefined;
  refreshedAt: number;
  more(): void;
  refresh(): void;
  /** Which row is the first in view, so that what is looked at is what is asked for again. */
  see(from: number): void;
}

const NOTHING: Listed<ListedTask> & { isThere: boolean; error: CombinedError | undefined; refreshedAt: number } =
  { items: [], hasMore: false, isThere: false, error: undefined, refreshedAt: 0 };

/**
 * The tasks of one filter, page by page. What is looked at is asked for again when something happens to a case that the
 * reader sees, and at once when they come back to the page; a page that nobody sees asks for nothing.
 */
export function useTaskList(filter: TaskFilter): TaskList {
  const client = useClient();
  const [state, setState] = useState(NOTHING);
  const key = JSON.stringify(filter);
  const asking = useRef({ key, isPaging: false });
  const seen = useRef({ items: state.items, from: 0 });
  seen.current.items = state.items;

  const ask = useCallback(
    async (after: string | null, size: number) => {
      const { isDueSoon, ...rest } = JSON.parse(key) as TaskFilter;
      const wanted: TaskFilterInput = { ...rest, ...(isDueSoon ? { dueBefore: new Date(Date.now() + SOON_MS).toISOString() } : {}) };
      const { data, error } = await client.query(MY_TASKS, { filter: wanted, after, first: size, withHolder: rest.scope === 'WAITING' }).toPromise();
      if (asking.current.key !== key) return;
      setState((before) => ({
        ...(data ? { ...mergePage(before, { after, size, items: data.myTasks }), refreshedAt: Date.now() } : { ...before }),
        ...{ isThere: before.isThere || data !== undefined, error },
      }) as typeof before);
    },
    [client, key],
  );
  const refresh = useCallback(() => {
    const { items, from } = seen.current;
    void ask(null, Math.min(MOST, Math.max(PAGE, items.length)));
    const before = items[from - 1];
    if (from > MOST - PAGE && before !== undefined) void ask(before.id, PAGE);
  }, [ask]);
  const see = useCallback((from: number) => {
    seen.current.from = from;
  }, []);
  const more = useCallback(() => {
    const last = state.items.at(-1);
    if (last === undefined || asking.current.isPaging) return;
    asking.current.isPaging = true;
    void ask(last.id, PAGE).finally(() => (asking.current.isPaging = false));
  }, [ask, state.items]);

  useEffect(() => {
    asking.current = { key, isPaging: false };
    setState(NOTHING);
    void ask(null, PAGE);
  }, [ask, key]);
  const isLive = useChangedCases(refresh);
  useEffect(() => {
    const look = () => document.hidden || refresh();
    const timer = setInterval(look, isLive ? REFRESH_LIVE_MS : REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh, isLive]);
  return { ...state, more, refresh, see };
}
