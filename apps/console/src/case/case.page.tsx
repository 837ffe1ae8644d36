import { useCallback, useState } from 'react';
import { Button, Result, Skeleton, Tag } from 'antd';
import { mayTakeLastResort } from '@yiwang/domain/interventions';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { CaseByNumberQuery } from '../graph/generated/graphql.js';
import { problemOf } from '../graph/problems.js';
import { useKept } from '../graph/use-kept.js';
import { language } from '../words/index.js';
import { useNow } from '../my-work/use-now.js';
import { CaseActionBar } from '../actions/case-action-bar.js';
import { isOwn } from '../actions/actions.js';
import { Audit } from './audit.js';
import { CaseFacts } from './case-facts.js';
import { Clocks } from './clocks.js';
import { Composers } from './composers.js';
import { EngineCard } from './engine-card.js';
import { MyAct } from './my-act.js';
import { CaseTags, PathDrawing } from './path-drawing.js';
import { Place } from './place.js';
import { Presence } from './presence.js';
import { Publication } from './publication.js';
import { Records } from './records.js';
import { SameEvent } from './same-event.js';
import { Timeline } from './timeline.js';
import { useCaseNews } from './use-case-news.js';
import { holderOf } from './who-holds.js';
import { useCaseWords } from './words.js';
import '../my-work/my-work.css';
import './case.css';

export const CASE = graphql(`
  query CaseByNumber($number: ID!) {
    case(number: $number) {
      ...CaseFacts ...CaseTimeline ...CasePath ...CaseClocks ...CaseRecords ...ActionCase
      mergedInto qrPointCode publicTitle sameHere mayPublish
      reason { isMachine zh en }
    }
    myPositions { id role area { code } }
  }
`);

/** Who looks after why cases do not move, and may look into the engine. */
const LOOK_INSIDE = ['cityCentre', 'supervisor', 'leader', 'administrator'];
/** Roles for whom the services keep the audit of cases; what of it they see is decided there. */
const OVERSEERS = ['supervisor', 'administrator'];

export function CasePage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const [answer, ask] = useQuery({ query: CASE, variables: { number } });
  const data = useKept(number, answer);
  const { error } = answer;
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const isStale = useCaseNews(data?.case.number, data?.case.timeline.at(-1)?.cursor, again);
  if (error && !data) return <Result status="info" title={problemOf(error).message || t('noNetwork')} extra={<Button onClick={again}>{t('retry')}</Button>} />;
  if (!data) return <Skeleton active className="skeleton" paragraph={{ rows: 12 }} />;
  return <WholeCase key={data.case.number} data={data} isStale={isStale || error !== undefined} onChange={again} />;
}

function WholeCase({ data: { case: found, myPositions }, isStale, onChange }: { data: CaseByNumberQuery; isStale: boolean; onChange(): void }) {
  const t = useCaseWords();
  const now = useNow();
  const [acting, act] = useState<{ taskId: string; action: string } | null>(null);
  const mine = (found.tasks ?? []).filter(isOwn);
  const answerable = mine.find(({ actions }) => actions.includes('answer'));
  return (
    <main className="case-page">
      <header>
        <p className="line head"><Link to="/work">{t('backToWork')}</Link><Presence number={found.number} /></p>
        <h1>{found.title ?? found.text}</h1>
        <p className="line"><CaseTags case={found} /><Tag>{t(`kind.${found.kind}`)}</Tag><span className="quiet">{found.number}</span></p>
        {isStale && <Button className="stale" size="small" onClick={onChange}>{t('stale')} · {t('refresh')}</Button>}
      </header>
      <PathDrawing case={found} now={now} />
      {found.reason && <p className={found.reason.isMachine ? 'why-it-stands of-machine' : 'why-it-stands'}><b>{t('whyItStands')}</b> {found.reason[language()]}</p>}
      <div className="columns">
        <div>
          {mine.map(({ id }) => (
            <MyAct key={id} taskId={id} now={now} action={acting?.taskId === id ? acting.action : null} onAction={(action) => act(action === null ? null : { taskId: id, action })} onChange={onChange} />
          ))}
          <CaseActionBar case={found} onChange={onChange} />
          <CaseFacts case={found} holder={holderOf(found.tasks?.find(({ holder }) => holder))} withDeadline={false} />
          <Records case={found} now={now} />
          <Timeline case={found}>
            <Composers number={found.number} mayNote={found.actions?.includes('noteCase') ?? false} onAnswer={answerable && (() => act({ taskId: answerable.id, action: 'answer' }))} onChange={onChange} />
          </Timeline>
        </div>
        <aside>
          <Clocks case={found} now={now} />
          <Place areaCode={found.area.code} placeText={found.placeText} qrPointCode={found.qrPointCode} taken={found.attachments.flatMap(({ latitude, longitude }) => (latitude == null || longitude == null ? [] : [[longitude, latitude] as const]))} />
          <Publication number={found.number} title={found.publicTitle} sameHere={found.sameHere} mayPublish={found.mayPublish} onChange={onChange} />
          <SameEvent number={found.number} mergedInto={found.mergedInto} />
          {myPositions.some(({ role }) => LOOK_INSIDE.includes(role)) && <EngineCard number={found.number} mayReachInto={myPositions.some(({ role, area }) => mayTakeLastResort({ role, areaCode: area.code }))} />}
          {myPositions.some(({ role }) => OVERSEERS.includes(role)) && <Audit number={found.number} />}
        </aside>
      </div>
    </main>
  );
}
