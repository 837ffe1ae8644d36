import { Suspense, useEffect, useState } from 'react';
import { Badge, Button, Result, Skeleton } from 'antd';
import { CarryOutOutlined, CloudSyncOutlined, CompassOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { Nothing } from '../kit/states.js';
import { today } from '../kit/days.js';
import { useNow } from '../my-work/use-now.js';
import { WaitingList } from '../offline/offline-bar.js';
import { useOffline } from '../offline/offline.js';
import { useSession } from '../session/session.js';
import { useMe } from '../shell/use-me.js';
import { language } from '../words/index.js';
import { CallSheet, Refusal } from './call-sheet.js';
import type { DayTask, Round } from './day.types.js';
import { byDay } from './due.js';
import { dateOf, hourOf, partOfDay } from './hours.js';
import type { DayAct } from './offered.js';
import { RoundCard } from './round-card.js';
import { inOrder, ofToday, stepOf, type RoundStep } from './rounds.js';
import { TaskCard, titleOf } from './task-card.js';
import { TaskView } from './task-view.js';
import { useDay } from './use-day.js';
import { useSending } from './use-sending.js';
import { useDayWords } from './words.js';
import './day.css';

/** The day of whoever is on their way in a grid: what is due, the rounds, and what waits to be sent. The address holds what is open. */
export function DayPage() {
  const t = useDayWords();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const { day, isKept, problem, refresh } = useDay();
  const { subject } = useSession();
  const { acts } = useOffline();
  const { busy, problem: refused, sendAct, forget } = useSending(refresh);
  const [calling, call] = useState<string | null>(null);
  useEffect(prepare, []);
  const go = (to: Record<string, string>) => {
    forget();
    setParams(to);
  };
  const stepNow = (round: Round): RoundStep => stepOf(round, acts, subject, now);
  const tasks = day?.tasks ?? [];
  const rounds = inOrder(ofToday(day?.rounds ?? [], today()), stepNow);
  const [open, called] = [params.get('task'), calling].map((id) => tasks.find((task) => task.id === id));

  const onAct = (task: DayTask) => (act: DayAct | 'note' | null) => {
    if (act === 'recordContact') return call(task.id);
    if (act !== 'claim' && act !== 'accept') return go({ task: task.id, ...(act && { act }) });
    void sendAct({ kind: act, title: titleOf(task, t('noCase')), target: task.id, input: { taskId: task.id, version: task.version } });
  };
  const sheet = called?.case && <CallSheet task={called} found={called.case} title={titleOf(called, t('noCase'))} onClose={() => call(null)} onDone={refresh} />;
  if (open) {
    return (
      <>
        {refused && <Refusal problem={refused} />}
        <TaskView key={open.id} task={open} now={now} act={params.get('act')} isBusy={busy !== null} onAct={onAct(open)} onClose={() => go({})} onDone={refresh} />
        {sheet}
      </>
    );
  }
  const groups = byDay(tasks, now);
  const toDo = rounds.filter((round) => ['onIt', 'toCheckIn'].includes(stepNow(round)));
  const isPatrol = params.get('tab') === 'rounds';
  return (
    <main className="day">
      <Head now={now} counts={[['late', groups.late.length], ['today', groups.today.length], ['later', groups.later.length], ['rounds', rounds.filter((round) => stepNow(round) !== 'ended').length]]} />
      {day && isKept && <p className="kept">{t('kept', { at: hourOf(day.at) })}</p>}
      {!('serviceWorker' in navigator) && <p className="kept">{t('mustStayOpen')}</p>}
      {refused && <Refusal problem={refused} />}
      {!day && !problem && <Skeleton active className="kit-waiting" paragraph={{ rows: 8 }} />}
      {!day && problem && <Result status="warning" title={problem.message || t('noNetwork')} extra={<Button size="large" onClick={() => void refresh()}>{t('retry')}</Button>} />}
      {day && !isPatrol && (tasks.length === 0
        ? <Nothing title={t('nothing')}>{t('nothingText')}</Nothing>
        : (['late', 'today', 'later'] as const).filter((group) => groups[group].length > 0).map((group) => (
            <section key={group} aria-label={t(`group.${group}`)}>
              <h2>{t(`group.${group}`)}<span>{groups[group].length}</span></h2>
              <ul>{groups[group].map((task) => <TaskCard key={task.id} task={task} now={now} isBusy={busy !== null} onOpen={() => go({ task: task.id })} onAct={onAct(task)} />)}</ul>
            </section>
          )))}
      {day && isPatrol && (rounds.length === 0
        ? <Nothing title={t('noRounds')}>{t('noRoundsText')}</Nothing>
        : <section aria-label={t('tab.rounds')}><ul>{rounds.map((round) => <RoundCard key={`${round.gridCode}/${round.slot}`} round={round} step={stepNow(round)} now={now} onDone={refresh} />)}</ul></section>)}
      <Tabs isPatrol={isPatrol} tasks={tasks.length} rounds={toDo.length} onTab={(tab) => go(tab === 'rounds' ? { tab } : {})} />
      {sheet}
    </main>
  );
}

/** What is loaded when it is first opened is loaded now, while there is network. */
function prepare(): void {
  void import('../actions/action-form.js').catch(() => undefined);
  void import('../offline/waiting-list.js').catch(() => undefined);
}

function Head({ now, counts }: { now: number; counts: ['late' | 'today' | 'later' | 'rounds', number][] }) {
  const t = useDayWords();
  const me = useMe()?.me;
  return (
    <header className="head">
      <p>{dateOf(now, language())}</p>
      <h1>{me ? t('greeting', { name: me.name, part: t(`part.${partOfDay(now)}`) }) : t('day')}</h1>
      <dl>{counts.map(([name, n]) => <div key={name} className={n > 0 ? name : 'none'}><dt>{t(`count.${name}`)}</dt><dd>{n}</dd></div>)}</dl>
    </header>
  );
}

interface Tabbed {
  isPatrol: boolean;
  tasks: number;
  rounds: number;
  onTab(tab: 'tasks' | 'rounds'): void;
}

/** The parts of the day, under the thumb. */
function Tabs({ isPatrol, tasks, rounds, onTab }: Tabbed) {
  const t = useDayWords();
  const { acts } = useOffline();
  const [isOpen, open] = useState(false);
  return (
    <>
      <nav className="tabs" aria-label={t('day')}>
        <button type="button" aria-current={isPatrol ? undefined : 'page'} onClick={() => onTab('tasks')}><Badge count={tasks} size="small"><CarryOutOutlined aria-hidden /></Badge>{t('tab.tasks')}</button>
        <button type="button" aria-current={isPatrol ? 'page' : undefined} onClick={() => onTab('rounds')}><Badge count={rounds} size="small"><CompassOutlined aria-hidden /></Badge>{t('tab.rounds')}</button>
        <button type="button" aria-haspopup="dialog" onClick={() => open(true)}><Badge count={acts.length} size="small"><CloudSyncOutlined aria-hidden /></Badge>{t('tab.waiting')}</button>
      </nav>
      {isOpen && <Suspense fallback={null}><WaitingList onClose={() => open(false)} /></Suspense>}
    </>
  );
}
