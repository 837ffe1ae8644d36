import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Segmented } from 'antd';
import { CheckCircleFilled } from '@ant-design/icons';
import { Link, useSearchParams } from 'react-router';
import { addressNow } from '../kit/address.js';
import { Nothing } from '../kit/states.js';
import { useNow } from '../my-work/use-now.js';
import { useTaskList } from '../my-work/use-task-list.js';
import { clockTime } from '../words/instants.js';
import { DeskList } from './desk-list.js';
import { DeskPanel } from './desk-panel.js';
import { useDeskWords } from './words.js';
import '../my-work/my-work.css';
import './desk.css';

const SHOWN = { all: ['desk', 'coordinate', 'arbitrate', 'cityDesk'], desk: ['desk', 'cityDesk'], coordinate: ['coordinate'], arbitrate: ['arbitrate'] } as const;
type Show = keyof typeof SHOWN;

/** What was done last: the line says it, and leads to the case. */
export interface Done {
  number: string;
  text: string;
}

/** 分流台: what came in and what was given back, due first; for the one that is open, where it should go and one key to send it. */
export function DeskPage() {
  const t = useDeskWords();
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const [done, setDone] = useState<Done | null>(null);
  const show = (Object.keys(SHOWN) as Show[]).find((one) => one === params.get('show')) ?? 'all';
  const chosen = params.get('task');
  const list = useTaskList(useMemo(() => ({ kinds: [...SHOWN[show]] }), [show]));
  const { items, isThere } = list;

  const set = useCallback(
    (name: 'task' | 'show', value: string | null) =>
      setParams(() => {
        const next = addressNow();
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      }),
    [setParams],
  );
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    const row = toFocus.current === null ? null : document.getElementById(`desk-${toFocus.current}`);
    if (row === null) return;
    toFocus.current = null;
    row.focus();
  });
  /** The one behind it comes up, so that a hand stays on the keys. */
  const finished = (what: Done) => {
    const at = items.findIndex(({ id }) => id === chosen);
    const next = items[at + 1] ?? items[at - 1];
    setDone(what);
    toFocus.current = next?.id ?? null;
    set('task', next?.id ?? null);
    list.refresh();
  };
  return (
    <main className={chosen ? 'desk halves has-chosen' : 'desk halves'}>
      <section className="desk-list" aria-label={t('incoming')}>
        <header>
          <h1>{t('title')}</h1>
          <Segmented aria-label={t('incoming')} value={show} onChange={(value) => set('show', value === 'all' ? null : value)} options={(Object.keys(SHOWN) as Show[]).map((one) => ({ value: one, label: t(`filter.${one}`) }))} />
        </header>
        <DeskList list={list} now={now} chosen={chosen} onChoose={(id) => set('task', id)} />
        {isThere && <p className="refreshed">{t('refreshed', { time: clockTime(new Date(list.refreshedAt)) })}<span> · {t('chooseHint')}</span></p>}
      </section>
      <section className="desk-chosen">
        <p className="desk-done" role="status">{done && <><CheckCircleFilled aria-hidden /> <span>{done.text}</span> <Link to={`/cases/${done.number}`}>{t('open')}</Link></>}</p>
        {chosen
          ? <DeskPanel key={chosen} taskId={chosen} onBack={() => set('task', null)} onDone={finished} onChange={list.refresh} />
          : <Nothing title={t('choose')}>{t('chooseHint')}</Nothing>}
      </section>
    </main>
  );
}
