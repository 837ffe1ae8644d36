import { useState } from 'react';
import { Button, Checkbox, Empty, Skeleton, Tag } from 'antd';
import { useClient, useQuery } from 'urql';
import { problemOf } from '../graph/problems.js';
import { instant } from '../words/instants.js';
import { listed } from '../words/lists.js';
import { ENGINE, EVENTS } from './documents.js';
import { GoingBack } from './going-back.js';
import type { CaseEngineQuery, EngineEventsQuery } from './generated/graphql.js';
import { Terminating } from './terminating.js';
import { useEngineWords } from './words.js';
import './engine.css';

type View = CaseEngineQuery['caseEngine'];
type Run = View['runs'][number];
type Event = EngineEventsQuery['engineEvents']['items'][number];

/** What the engine knows of a case: for whoever looks why it does not move. `mayReachInto`: they may change its workflows. */
export function Engine({ number, mayReachInto }: { number: string; mayReachInto: boolean }) {
  const t = useEngineWords();
  const [{ data, error, fetching }, ask] = useQuery({ query: ENGINE, variables: { number }, requestPolicy: 'network-only' });
  const [isEnding, end] = useState(false);
  const view = data?.caseEngine;
  return (
    <>
      <p className="quiet">{t('hint')}</p>
      {error && <p role="alert">{problemOf(error).message || t('away')}</p>}
      {!view && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {view && !view.answers && <p role="alert">{t('away')}</p>}
      {view?.answers && view.runs.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
      {view?.answers && view.runs.length > 0 && (
        <>
          <Coming coming={view.coming} />
          {view.runs.map((run) => <RunCard key={run.runId} number={number} run={run} mayGoBack={mayReachInto} />)}
        </>
      )}
      <p className="engine-acts">
        <Button size="small" loading={fetching} onClick={() => ask({ requestPolicy: 'network-only' })}>{t('again')}</Button>
        {mayReachInto && view?.runs.some(({ workflowId, state }) => workflowId === number && state === 'running') && <Button size="small" danger onClick={() => end(true)}>{t('end.title')}</Button>}
      </p>
      {isEnding && <Terminating number={number} onClose={() => end(false)} />}
    </>
  );
}

function Coming({ coming }: { coming: View['coming'] }) {
  const t = useEngineWords();
  return (
    <section className="coming">
      <h3>{t('coming')}</h3>
      {coming == null && <p className="quiet">{t('comingUnknown')}</p>}
      {coming?.length === 0 && <p className="quiet">{t('nothingComes')}</p>}
      <ol>
        {coming?.map(({ kind, at }) => <li key={`${kind} ${at}`}><time dateTime={at}>{instant(at)}</time><span>{t(`kind.${kind}`)}</span></li>)}
      </ol>
    </section>
  );
}

const COLOURS: Partial<Record<Run['state'], string>> = { running: 'blue', completed: 'green', failed: 'red', terminated: 'red', timedOut: 'red' };

function RunCard({ number, run, mayGoBack }: { number: string; run: Run; mayGoBack: boolean }) {
  const t = useEngineWords();
  const [isGoingBack, goBack] = useState(false);
  const { workflowId, type, state, startedAt, closedAt, historyLength, historyBytes, taskAttempt, pending, timers, attributes, url } = run;
  const facts = [t('since', { at: instant(startedAt) }), closedAt && t('ended', { at: instant(closedAt) }), t('events', { n: historyLength }), historyBytes && t('size', { n: Math.ceil(historyBytes / 1024) })];
  return (
    <section className="engine-run">
      <h3>{t(`run.${type}`)} <Tag color={COLOURS[state]}>{t(`state.${state}`)}</Tag></h3>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      <p className="quiet"><code>{workflowId}</code></p>
      {taskAttempt != null && taskAttempt > 1 && <p role="alert">{t('failing', { n: taskAttempt })}</p>}
      {pending.length > 0 && (
        <>
          <h4>{t('pending')}</h4>
          <ul>
            {pending.map(({ name, attempt, failure, nextTryAt }) => (
              <li key={name}>{t(`subject.${name}`, { defaultValue: name })} · {t('tried', { n: attempt })}{failure && <> · <code>{failure}</code></>}{nextTryAt && ` · ${t('nextTry', { at: instant(nextTryAt) })}`}</li>
            ))}
          </ul>
        </>
      )}
      {timers.length > 0 && <p>{t('timers', { at: listed(timers.map(({ at }) => instant(at))) })}</p>}
      <details><summary>{t('attributes')}</summary><dl>{attributes.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl></details>
      <History number={number} run={run} />
      {mayGoBack && state === 'running' && <p><Button size="small" onClick={() => goBack(true)}>{t('back.title')}</Button></p>}
      {isGoingBack && <GoingBack number={number} workflowId={workflowId} onClose={() => goBack(false)} />}
      {url && <p><a href={url} target="_blank" rel="noreferrer">{t('openThere')}</a></p>}
    </section>
  );
}

/** A workflow's going on comes before and after every other event, and says nothing by itself unless it fails. */
const isInner = ({ type }: Event): boolean => /^WorkflowTask(Scheduled|Started|Completed)$/.test(type);

function History({ number, run: { workflowId, runId } }: { number: string; run: Run }) {
  const t = useEngineWords();
  const client = useClient();
  const [events, setEvents] = useState<readonly Event[]>([]);
  const [cursor, setCursor] = useState<string | null | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [isWhole, showWhole] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async () => {
    setBusy(true);
    const { data, error } = await client.query(EVENTS, { number, workflowId, runId, before: cursor ?? null }).toPromise();
    setBusy(false);
    setProblem(error ? problemOf(error).message || t('away') : null);
    if (!data) return;
    setEvents([...events, ...data.engineEvents.items]);
    setCursor(data.engineEvents.cursor ?? null);
  };
  return (
    <div className="engine-history">
      {cursor !== undefined && (
        <div className="line"><h4>{t('history')}</h4><Checkbox checked={isWhole} onChange={() => showWhole(!isWhole)}>{t('steps')}</Checkbox></div>
      )}
      {problem && <p role="alert">{problem}</p>}
      <ol tabIndex={cursor === undefined ? undefined : 0} aria-label={t('history')}>
        {events.filter((event) => isWhole || !isInner(event)).map(({ id, at, type, subject, attempt, failure, raw }) => (
          <li key={id}>
            <p>
              <b>{t(`event.${type}`, { defaultValue: t('event.other') })}</b>
              {subject && <span>{t(`subject.${subject}`, { defaultValue: subject })}</span>}
              {failure && <code>{failure}</code>}
              {attempt != null && attempt > 1 && <span>{t('tried', { n: attempt })}</span>}
            </p>
            <p className="quiet">{id} · {instant(at)}</p>
            <details><summary>{t('raw')}</summary><pre>{raw}</pre></details>
          </li>
        ))}
      </ol>
      {cursor !== null && <Button size="small" loading={isBusy} onClick={() => void read()}>{t(cursor === undefined ? 'show' : 'more')}</Button>}
    </div>
  );
}
