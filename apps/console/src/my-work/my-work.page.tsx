import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Button, Empty, Result, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { problemOf } from '../graph/problems.js';
import { addressNow } from '../kit/address.js';
import { clockTime } from '../words/instants.js';
import { Filters } from './filters.js';
import { filterOf, isNarrowed, readShown, type Shown } from './shown.js';
import { TaskList } from './task-list.js';
import { useNow } from './use-now.js';
import { useTaskList } from './use-task-list.js';
import { useMyWorkWords } from './words.js';
import './my-work.css';

const TaskPanel = lazy(async () => ({ default: (await import('./task-panel.js')).TaskPanel }));
const SavedViews = lazy(async () => ({ default: (await import('./saved-views.js')).SavedViews }));
const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.js')).BulkBar }));

/** Everything there is to do, due first, and one of it opened beside the list. The address holds filters and choice. */
export function MyWorkPage() {
  const t = useMyWorkWords();
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const shown = useMemo(() => readShown(params), [params]);
  const chosen = params.get('task');
  const list = useTaskList(useMemo(() => filterOf(shown), [shown]));
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const { items, isThere, error } = list;

  const set = useCallback(
    (name: keyof Shown | 'task', value: string | null) =>
      setParams(
        () => {
          const next = addressNow();
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: name !== 'task' },
      ),
    [setParams],
  );
  const choose = useCallback((id: string) => set('task', id), [set]);
  const toggle = useCallback((id: string) => select((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])), []);
  const chosenTasks = items.filter(({ id }) => selected.has(id));
  const [title, text] = emptyWords(t, shown);
  return (
    <main className={chosen ? 'my-work halves has-chosen' : 'my-work halves'}>
      <section className="task-list" aria-label={t('myWork')}>
        <Filters shown={shown} onShow={set}>
          <Suspense fallback={null}><SavedViews page="my-work" query={withoutTask(params)} onOpen={(query) => setParams(query)} /></Suspense>
        </Filters>
        {error && isThere && <p className="list-problem" role="alert">{problemOf(error).message || t('noNetwork')}</p>}
        {error && !isThere && <Result status="warning" title={t('noNetwork')} extra={<Button onClick={list.refresh}>{t('retry')}</Button>} />}
        {!error && !isThere && <Skeleton active className="skeleton" paragraph={{ rows: 8 }} />}
        {isThere && items.length === 0 && <Empty className="nothing" image={Empty.PRESENTED_IMAGE_SIMPLE} description={<><b>{title}</b><br />{text}</>} />}
        {items.length > 0 && <TaskList list={list} now={now} chosen={chosen} selected={selected} onChoose={choose} onSelect={toggle} />}
        {chosenTasks.length > 0 && (
          <Suspense fallback={null}>
            <BulkBar selected={chosenTasks} onSelectAll={() => select(new Set(items.map(({ id }) => id)))} onClear={() => select(new Set())} onDone={list.refresh} />
          </Suspense>
        )}
        {isThere && <p className="refreshed">{t(list.hasMore ? 'countMore' : 'count', { n: items.length })} · {t('refreshed', { time: clockTime(new Date(list.refreshedAt)) })}<span> · {t('keys')}</span></p>}
      </section>
      <section className="task-chosen">
        {chosen
          ? <Suspense fallback={<Skeleton active className="skeleton" paragraph={{ rows: 10 }} />}><TaskPanel key={chosen} taskId={chosen} onClose={() => set('task', null)} onChange={list.refresh} /></Suspense>
          : <Empty className="nothing" image={Empty.PRESENTED_IMAGE_SIMPLE} description={<><b>{t('chooseTask')}</b><br />{t('chooseHint')}</>} />}
      </section>
    </main>
  );
}

/** What a saved view keeps of the address: not which task was open. */
function withoutTask(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete('task');
  return kept.toString();
}

/** Why nothing is listed: nothing is there, or nothing of what was asked for. */
function emptyWords(t: ReturnType<typeof useMyWorkWords>, shown: Shown): [title: string, text: string] {
  if (isNarrowed(shown)) return [t('emptyFound.title'), t('emptyFound.text')];
  return shown.scope === 'ALL' ? [t('empty.title'), t('empty.text')] : [t(`emptyScope.${shown.scope}.title`), t(`emptyScope.${shown.scope}.text`)];
}
