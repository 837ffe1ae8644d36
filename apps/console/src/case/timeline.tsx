import { useState, type ReactNode } from 'react';
import { Segmented, Tag } from 'antd';
import { AttachmentViewer } from '../attachments/attachment-viewer.js';
import { graphql } from '../graph/generated/index.js';
import type { CaseTimelineFragment } from '../graph/generated/graphql.js';
import { instant } from '../words/instants.js';
import { dataOf, detailOf } from './timeline-detail.js';
import { useCaseWords } from './words.js';
import './timeline.css';

graphql(`
  fragment CaseTimeline on Case {
    timeline { cursor type at actorKind actorRole text internal data actor { id name } }
    attachments { id mediaType url }
  }
`);

const SHOWN = ['all', 'resident', 'internal'] as const;

/** What happened, newest first, in people's words; what residents never see is marked. */
export function Timeline({ case: { timeline, attachments }, children }: { case: CaseTimelineFragment; children?: ReactNode }) {
  const t = useCaseWords();
  const [shown, show] = useState<(typeof SHOWN)[number]>('all');
  const entries = timeline.filter(({ internal }) => shown === 'all' || internal === (shown === 'internal')).reverse();
  return (
    <section className="timeline card">
      <header className="line">
        <h2>{t('timeline')}</h2>
        <Segmented size="small" value={shown} onChange={show} options={SHOWN.map((one) => ({ value: one, label: t(`timelineFilter.${one}`) }))} />
      </header>
      {children}
      {entries.length === 0 && <p className="quiet">{t('nothingHere')}</p>}
      <ol>
        {entries.map((entry) => <Entry key={entry.cursor} entry={entry} attachments={attachments} />)}
      </ol>
    </section>
  );
}

type Of = CaseTimelineFragment;

function Entry({ entry: { type, at, actor, actorKind, actorRole, text, internal, data: json }, attachments }: { entry: Of['timeline'][number]; attachments: Of['attachments'] }) {
  const t = useCaseWords();
  const data = dataOf(json);
  const detail = detailOf(type, data, t);
  const ids = data.attachmentIds ?? [];
  const isTold = type === 'answered' || type === 'notAccepted';
  return (
    <li className={internal ? 'internal' : isTold ? 'told' : ''}>
      <p className="line">
        <b>{t(type === 'added' && internal ? 'note.title' : `event.${type}`)}</b>
        <span className="quiet">{[actor?.name, actorRole ? t(`role.${actorRole}`) : t(`actor.${actorKind}`)].filter(Boolean).join(' · ')}</span>
        {internal && <Tag color="gold">{t('internal')}</Tag>}
        <time dateTime={at} className="quiet">{instant(at)}</time>
      </p>
      {detail.length > 0 && <p className="quiet">{detail.join('；')}</p>}
      {text && <p className="said">{text}</p>}
      <AttachmentViewer attachments={attachments.filter(({ id }) => ids.includes(id))} />
    </li>
  );
}
