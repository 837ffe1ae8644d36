import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActionBar } from '../actions/action-bar.js';
import { TASK } from '../my-work/task.graph.js';
import { Remaining } from '../my-work/remaining.js';
import { useCaseWords } from './words.js';

interface MyAct {
  taskId: string;
  now: number;
  action: string | null;
  onAction(action: string | null): void;
  onChange(): void;
}

/** One task of the case that is the reader's to do, with what can be done. Nothing where the service says it is not theirs. */
export function MyAct({ taskId, now, action, onAction, onChange }: MyAct) {
  const t = useCaseWords();
  const place = useRef<HTMLElement>(null);
  const [{ data }, ask] = useQuery({ query: TASK, variables: { id: taskId } });
  useEffect(() => {
    if (action !== null) place.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [action]);
  if (!data || data.task.actions.length === 0) return null;
  const changed = () => {
    ask({ requestPolicy: 'network-only' });
    onChange();
  };
  return (
    <section className="mine card" ref={place}>
      <p className="line">
        <b>{t('mine')} · {data.task.title ?? t(`taskKind.${data.task.kind}`)}</b>
        <Remaining openedAt={data.task.openedAt} dueAt={data.task.dueAt} workingMinutesLeft={data.task.workingMinutesLeft} areaCode={data.task.area.code} now={now} />
        <Link to={`/work?task=${taskId}`} className="quiet">{t('openTask')}</Link>
      </p>
      <ActionBar task={data.task} action={action} onAction={onAction} onChange={changed} />
    </section>
  );
}
