import { useCallback, useEffect, useState } from 'react';
import { Progress, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { ListStates, Nothing } from '../kit/states.js';
import { answerOf } from '../kit/use-act.js';
import { usePages } from '../kit/use-pages.js';
import { clockTime, instant } from '../words/instants.js';
import { LIST } from './documents.js';
import { OneIntervention } from './one-intervention.js';
import { settled, share, STATE_COLOUR, type Seen } from './seen.js';
import { useInterventionWords } from './words.js';
import './interventions.css';

const PAGE = 20;
const LOOK_AGAIN_MS = 3_000;

/** 批量处置: what was done to many cases at once, how far it is, and one of them with the result of each case. */
export function InterventionsPage() {
  const t = useInterventionWords();
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('id');
  const [refreshedAt, setRefreshedAt] = useState(() => new Date());
  const load = useCallback(
    async (after: string | null) => {
      const { interventions } = await answerOf(client, LIST, { after, first: PAGE });
      setRefreshedAt(new Date());
      return { items: interventions.items, next: interventions.cursor ?? null };
    },
    [client],
  );
  const pages = usePages<Seen>(load);
  const { again } = pages;
  useEffect(() => {
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <main className={`interventions ${chosen === null ? '' : 'chosen'}`}>
      <header><h1>{t('title')}</h1><span className="quiet">{t('followed', { time: clockTime(refreshedAt) })}</span><Link to="/stuck">{t('toStuck')}</Link></header>
      <div className="interventions-body">
        <section className="interventions-list" aria-label={t('list')}>
          <ListStates pages={pages} empty={<Nothing title={t('nothing')}>{t('nothingText')}</Nothing>}>
            {(items) => <ul>{items.map((one) => <Row key={one.id} one={one} isChosen={one.id === chosen} onChoose={() => setParams({ id: one.id })} />)}</ul>}
          </ListStates>
        </section>
        <section className="interventions-one" aria-label={t('results')}>
          {chosen === null ? <p className="quiet">{t('choose')}</p> : <OneIntervention key={chosen} id={chosen} onActed={again} onBack={() => setParams({})} onOpen={(id) => setParams({ id })} />}
        </section>
      </div>
    </main>
  );
}

function Row({ one, isChosen, onChoose }: { one: Seen; isChosen: boolean; onChoose(): void }) {
  const t = useInterventionWords();
  const { kind, state, reason, by, createdAt, total } = one;
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span className="first"><b>{t(`kind.${kind}`)}</b><Tag color={STATE_COLOUR[state]}>{t(`state.${state}`)}</Tag><span className="quiet">{t('progress', { done: settled(one), total })}</span></span>
        <span className="reason">{reason}</span>
        <span className="quiet">{t('startedBy', { who: by.name })} · {instant(createdAt)}</span>
        <Progress percent={share(one)} size="small" showInfo={false} aria-label={t('progressOf')} />
      </button>
    </li>
  );
}
