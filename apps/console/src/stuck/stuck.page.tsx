import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { BulkDrawer } from '../interventions/bulk-drawer.js';
import { AnswerStates, ListStates, Nothing } from '../kit/states.js';
import { answerOf } from '../kit/use-act.js';
import { addressNow } from '../kit/address.js';
import { usePages } from '../kit/use-pages.js';
import { SavedViews } from '../my-work/saved-views.js';
import { useNow } from '../my-work/use-now.js';
import { clockTime } from '../words/instants.js';
import { filterOf, readAsked } from './asked.js';
import { StuckCounts } from './counts.js';
import { COUNTS, MACHINE, STUCK } from './documents.js';
import { MachineBanner } from './machine-banner.js';
import { StuckRow, type Standing } from './stuck-row.js';
import { useStuckWords } from './words.js';
import './stuck.css';

const PAGE = 50;
const LOOK_AGAIN_MS = 10_000;
const COLUMNS = ['what', 'why', 'owner', 'since'] as const;

/** 督办台: why each open case is not moving. The address holds what is looked for; numbers and list follow what happens. */
export function StuckPage() {
  const t = useStuckWords();
  const client = useClient();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const asked = useMemo(() => readAsked(params), [params]);
  const filter = useMemo(() => filterOf(asked), [asked]);
  // The reasons stay to be chosen from while some are chosen.
  const rest = useMemo(() => filterOf({ ...asked, kinds: [] }), [asked]);
  const [refreshedAt, setRefreshedAt] = useState(() => new Date());
  const load = useCallback(
    async (after: string | null) => {
      const { stuckCases } = await answerOf(client, STUCK, { filter, after, first: PAGE });
      setRefreshedAt(new Date());
      return { items: stuckCases.items, next: stuckCases.cursor ?? null };
    },
    [client, filter],
  );
  const pages = usePages<Standing>(load);
  const [counts, askCounts] = useQuery({ query: COUNTS, variables: { filter, rest } });
  const [machine, askMachine] = useQuery({ query: MACHINE });
  const { again } = pages;
  const lookAgain = useCallback(() => {
    askCounts({ requestPolicy: 'network-only' });
    again();
  }, [askCounts, again]);
  useEffect(() => {
    const timer = setInterval(() => {
      lookAgain();
      askMachine({ requestPolicy: 'network-only' });
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [lookAgain, askMachine]);

  const ask = useCallback(
    (name: 'kind' | 'whose' | 'area' | 'unit' | 'days', value: string | null) =>
      setParams(() => {
        const next = addressNow();
        next.delete(name);
        if (value !== null) next.set(name, value);
        return next;
      }, { replace: true }),
    [setParams],
  );
  const [selected, select] = useState<readonly string[]>([]);
  const [isActing, act] = useState(false);
  const shown = useMemo(() => (pages.items ?? []).flatMap((one) => one.case?.number ?? []), [pages.items]);
  // What is no longer in the list is not acted on unseen.
  const chosen = selected.filter((number) => shown.includes(number));
  const total = counts.data?.byAge.reduce((sum, { count }) => sum + count, 0);
  return (
    <main className="stuck">
      <header>
        <h1>{t('title')}</h1>
        <Segmented aria-label={t('list')} value={asked.whose ?? 'all'} onChange={(value) => ask('whose', value === 'all' ? null : value)} options={(['all', 'people', 'machine'] as const).map((value) => ({ value, label: t(value) }))} />
        {params.size > 0 && <Button type="link" onClick={() => setParams({}, { replace: true })}>{t('clear')}</Button>}
        <span className="push"><Link to="/interventions">{t('records')}</Link></span>
        <span><SavedViews page="stuck" query={params.toString()} onOpen={(query) => setParams(query)} /></span>
      </header>
      <MachineBanner state={machine.data?.machineState} unreachableSince={machine.error ? refreshedAt : null} />
      <div className="stuck-body">
        <aside><AnswerStates answer={counts} onRetry={() => askCounts({ requestPolicy: 'network-only' })}>{(found) => <StuckCounts counts={found} asked={asked} onAsk={ask} />}</AnswerStates></aside>
        <section aria-label={t('list')}>
          <p className="quiet stuck-total">{total !== undefined && <b>{t('total', { n: total })}</b>} {t('followed', { time: clockTime(refreshedAt) })}</p>
          {shown.length > 0 && (
            <p className="bulk-bar">
              <Button size="small" onClick={() => select(chosen.length === shown.length ? [] : shown)}>{t(chosen.length === shown.length ? 'selectNone' : 'selectAll')}</Button>
              {chosen.length > 0 && <><b>{t('selected', { n: chosen.length })}</b><Button size="small" type="primary" onClick={() => act(true)}>{t('bulk')}</Button></>}
            </p>
          )}
          {isActing && <BulkDrawer numbers={[...chosen]} onClose={() => act(false)} onStarted={() => select([])} />}
          <ListStates pages={pages} empty={<Nothing title={t('nothing')}>{t('nothingText')}</Nothing>}>
            {(items) => (
              <div className="stuck-list">
                <p className="columns" aria-hidden>{COLUMNS.map((name) => <span key={name}>{t(`columns.${name}`)}</span>)}</p>
                <ul aria-label={t('list')}>{items.map((standing, index) => <StuckRow key={standing.case?.number ?? index} standing={standing} now={now} isSelected={chosen.includes(standing.case?.number ?? '')} onSelect={(isSelected) => select((before) => (isSelected ? [...before, standing.case?.number ?? ''] : before.filter((one) => one !== standing.case?.number)))} onActed={lookAgain} />)}</ul>
              </div>
            )}
          </ListStates>
        </section>
      </div>
    </main>
  );
}
