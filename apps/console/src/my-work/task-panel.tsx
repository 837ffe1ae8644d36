import { useCallback, useState } from 'react';
import { Alert, Button, Result, Skeleton } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ActionBar } from '../actions/action-bar.js';
import { CaseActionBar } from '../actions/case-action-bar.js';
import { CaseFacts } from '../case/case-facts.js';
import { Composers } from '../case/composers.js';
import { CaseTags, PathDrawing } from '../case/path-drawing.js';
import { Presence } from '../case/presence.js';
import { Timeline } from '../case/timeline.js';
import { useCaseNews } from '../case/use-case-news.js';
import { holderOf } from '../case/who-holds.js';
import { problemOf } from '../graph/problems.js';
import { useKept } from '../graph/use-kept.js';
import { Remaining } from './remaining.js';
import { standingOf } from './time-left.js';
import { TASK } from './task.graph.js';
import { useNow } from './use-now.js';
import '../case/case.css';

interface Panel {
  taskId: string;
  onClose(): void;
  onChange(): void;
}

/** One task with its case, and what can be done with it, beside the list. Follows the case live. */
export function TaskPanel({ taskId, onClose, onChange }: Panel) {
  const { t } = useTranslation();
  const now = useNow();
  const [answer, ask] = useQuery({ query: TASK, variables: { id: taskId } });
  const data = useKept(taskId, answer);
  const { error } = answer;
  const [action, setAction] = useState<string | null>(null);
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useCaseNews(data?.task.case?.number, data?.task.case?.timeline.at(-1)?.cursor, again);

  const back = <Button className="back" type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>{t('backToWork')}</Button>;
  const trouble = error && (problemOf(error).message || t('noNetwork'));
  if (trouble && !data) return <>{back}<Result status="info" title={trouble} extra={<Button onClick={again}>{t('retry')}</Button>} /></>;
  if (!data) return <Skeleton active className="skeleton" paragraph={{ rows: 10 }} />;
  const { task } = data;
  const changed = () => {
    again();
    onChange();
  };
  const found = task.case;
  return (
    <article className="task-panel">
      {back}
      <header>
        <p className="line quiet">
          <span>{t(`taskKind.${task.kind}`)}</span>
          <span>{task.area.name}</span>
          <Remaining openedAt={task.openedAt} dueAt={task.dueAt} workingMinutesLeft={task.workingMinutesLeft} standing={standingOf(task.case, task.kind)} areaCode={task.area.code} now={now} />
        </p>
        <h1>{task.title ?? found?.title ?? found?.text ?? t('noCase')}</h1>
        {found && <Presence number={found.number} />}
        {found && <p className="line tags"><CaseTags case={found} /><Link to={`/cases/${found.number}`}>{t('allHistory')}</Link></p>}
      </header>
      {trouble && <Alert type="warning" showIcon title={trouble} action={<Button size="small" onClick={again}>{t('retry')}</Button>} />}
      <ActionBar task={task} action={action} onAction={setAction} onChange={changed} />
      {found && <CaseActionBar case={found} onChange={changed} />}
      {found && <PathDrawing case={found} now={now} />}
      {found && <CaseFacts case={found} holder={holderOf(task)} />}
      {found && (
        <Timeline case={found}>
          <Composers number={found.number} mayNote={found.actions?.includes('noteCase') ?? false} onAnswer={task.actions.includes('answer') ? () => setAction('answer') : undefined} onChange={again} />
        </Timeline>
      )}
    </article>
  );
}
