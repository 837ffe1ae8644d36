import { useCallback, useEffect, useRef, useState } from 'react';
import { App, Button, Form, Input, Progress, Segmented, Tag } from 'antd';
import { INTERVENTION_RULES } from '@yiwang/domain/interventions';
import { Link } from 'react-router';
import { useClient, useQuery } from 'urql';
import { problemOf } from '../graph/problems.js';
import { DataTable, type Column } from '../kit/data-table.js';
import { FormDrawer } from '../kit/form-drawer.js';
import { AnswerStates, ListStates, Nothing } from '../kit/states.js';
import { answerOf, useAct, useActSaid } from '../kit/use-act.js';
import { usePages } from '../kit/use-pages.js';
import { instant } from '../words/instants.js';
import { APPROVE, CANCEL, ONE, PAUSE, REPORT, RESULTS, RESUME, UNDO } from './documents.js';
import type { InterventionResultsQuery, InterventionSeenQuery } from './generated/graphql.js';
import { settled, share, STATE_COLOUR } from './seen.js';
import { useInterventionWords } from './words.js';

type One = InterventionSeenQuery['intervention'];
type Result = InterventionResultsQuery['intervention']['results']['items'][number];
type Outcome = Result['outcome'];

const LOOK_AGAIN_MS = 3_000;
/** Results on a page; no more than one page is read again while it goes on. */
const PAGE = 100;
/** Nothing changes by itself any more. */
const FINAL: ReadonlySet<One['state']> = new Set(['done', 'cancelled', 'lapsed']);
const OUTCOMES: readonly Outcome[] = ['done', 'unchanged', 'refused', 'failed', 'waiting', 'left'];
const OUTCOME_COLOUR: Record<Outcome, string> = { done: 'green', unchanged: 'default', refused: 'orange', failed: 'red', waiting: 'blue', left: 'default' };

interface OneIntervention {
  id: string;
  onActed(): void;
  onBack(): void;
  onOpen(id: string): void;
}

/** One of them: how far it is, what came of each case, and what can be done about it. */
export function OneIntervention({ id, onActed, onBack, onOpen }: OneIntervention) {
  const t = useInterventionWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const client = useClient();
  const [answer, askAgain] = useQuery({ query: ONE, variables: { id } });
  const pages = usePages<Result>(
    useCallback(
      async (after: string | null) => {
        const { results } = (await answerOf(client, RESULTS, { id, outcome, after, first: PAGE })).intervention;
        return { items: results.items, next: results.cursor ?? null };
      },
      [client, id, outcome],
    ),
  );
  const { again } = pages;
  const isOver = answer.data !== undefined && FINAL.has(answer.data.intervention.state);
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => {
      if (document.hidden) return;
      askAgain({ requestPolicy: 'network-only' });
      again();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [askAgain, again, isOver]);
  // What came last is read too.
  const wasOver = useRef(false);
  useEffect(() => {
    if (isOver && !wasOver.current) again();
    wasOver.current = isOver;
  }, [again, isOver]);
  const acted = () => {
    askAgain({ requestPolicy: 'network-only' });
    again();
    onActed();
  };
  return (
    <AnswerStates answer={answer} onRetry={() => askAgain({ requestPolicy: 'network-only' })}>
      {({ intervention: one }) => (
        <article>
          <Button type="link" className="back" onClick={onBack}>{t('back')}</Button>
          <header><h2>{t(`kind.${one.kind}`)}</h2><Tag color={STATE_COLOUR[one.state]}>{t(`state.${one.state}`)}</Tag></header>
          <p className="reason">{one.reason}</p>
          <p className="quiet">
            {t('startedBy', { who: one.by.name })} · {instant(one.createdAt)}
            {one.approvedBy && ` · ${t('agreed', { who: one.approvedBy.name })}`}
            {one.state === 'waiting' && one.approvalUntil && ` · ${t('until', { at: instant(one.approvalUntil) })}`}
          </p>
          {one.undoOf && <p className="quiet">{t('undoes')} <Button type="link" size="small" onClick={() => onOpen(one.undoOf ?? '')}>{t('see')}</Button></p>}
          {one.undoneBy && <p className="quiet">{t('undone')} <Button type="link" size="small" onClick={() => onOpen(one.undoneBy ?? '')}>{t('see')}</Button></p>}
          <Progress percent={share(one)} format={() => t('progress', { done: settled(one), total: one.total })} aria-label={t('progressOf')} />
          <Acts one={one} onActed={acted} onOpen={onOpen} />
          <Segmented<Outcome | 'all'> className="outcomes" aria-label={t('results')} value={outcome ?? 'all'} onChange={(value) => setOutcome(value === 'all' ? null : value)} options={[{ value: 'all', label: t('all') }, ...OUTCOMES.filter((each) => one.counts[each] > 0).map((value) => ({ value, label: `${t(`outcome.${value}`)} ${one.counts[value]}` }))]} />
          <ListStates pages={pages} empty={<Nothing title={t('noResults')} />}>{(items) => <Results items={items} />}</ListStates>
        </article>
      )}
    </AnswerStates>
  );
}

function Results({ items }: { items: readonly Result[] }) {
  const t = useInterventionWords();
  const columns: readonly Column<Result>[] = [
    { key: 'case', title: t('columns.case'), cell: ({ number, case: one }) => <>{one ? <Link to={`/cases/${number}`}>{one.title ?? one.text}</Link> : null}<p className="quiet">{number}{one && ` · ${one.area.name}`}</p></> },
    { key: 'outcome', title: t('columns.outcome'), cell: ({ outcome, tries }) => <><Tag color={OUTCOME_COLOUR[outcome]}>{t(`outcome.${outcome}`)}</Tag>{tries > 1 && <span className="quiet">{t('tries', { n: tries })}</span>}</> },
    { key: 'message', title: t('columns.message'), cell: ({ message }) => message ?? '' },
    { key: 'at', title: t('columns.at'), cell: ({ at }) => (at ? instant(at) : '') },
  ];
  return <DataTable label={t('results')} columns={columns} rows={items} keyOf={({ number }) => number} />;
}

function Acts({ one, onActed, onOpen }: { one: One; onActed(): void; onOpen(id: string): void }) {
  const t = useInterventionWords();
  const client = useClient();
  const said = useActSaid();
  const act = useAct();
  const { modal, message } = App.useApp();
  const [isUndoing, undo] = useState(false);
  const { id, kind, state, canApprove, canSteer, canUndo } = one;
  const stop = () =>
    modal.confirm({ title: t('stop'), content: t('stopHint'), okText: t('stop'), cancelText: t('cancel'), onOk: () => said(CANCEL, { id }, t('stopped')).then(onActed) });
  const download = async () => {
    const { data, error } = await client.query(REPORT, { id }, { requestPolicy: 'network-only' }).toPromise();
    if (error) void message.error(problemOf(error).message || t('noNetwork'));
    if (!data) return;
    const url = URL.createObjectURL(new Blob([data.intervention.report], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), { href: url, download: `${t('reportName')}-${id.slice(0, 8)}.csv` }).click();
    URL.revokeObjectURL(url);
  };
  const undone = INTERVENTION_RULES[kind].undoneBy;
  const sendUndo = async ({ reason }: { reason: string }) => {
    const { data, problem } = await act(UNDO, { id, reason });
    if (problem) return problem;
    void message.success(t('undoStarted'));
    undo(false);
    onActed();
    onOpen(data.undoIntervention.id);
    return null;
  };
  return (
    <p className="acts">
      {canApprove && <Button type="primary" onClick={() => void said(APPROVE, { id }, t('approved')).then(onActed)}>{t('approve')}</Button>}
      {canSteer && state === 'running' && <Button onClick={() => void said(PAUSE, { id }, t('pausedSaid')).then(onActed)}>{t('pauseAct')}</Button>}
      {canSteer && state === 'paused' && <Button type="primary" onClick={() => void said(RESUME, { id }, t('resumedSaid')).then(onActed)}>{t('resumeAct')}</Button>}
      {canSteer && <Button danger onClick={stop}>{t('stop')}</Button>}
      {canUndo && <Button onClick={() => undo(true)}>{t('undo')}</Button>}
      <Button onClick={() => void download()}>{t('report')}</Button>
      {isUndoing && undone && (
        <FormDrawer<{ reason: string }> title={`${t('undo')} · ${t(`kind.${kind}`)}`} send={t('undo')} hint={t('undoHint', { kind: t(`kind.${undone}`) })} onSend={sendUndo} onClose={() => undo(false)}>
          <Form.Item name="reason" label={t('why')} rules={[{ required: true, whitespace: true, message: t('whyNeeded') }]}><Input.TextArea rows={4} maxLength={500} showCount /></Form.Item>
        </FormDrawer>
      )}
    </p>
  );
}
