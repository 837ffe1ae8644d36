import type { ReactNode } from 'react';
import { AttachmentViewer } from '../attachments/attachment-viewer.js';
import { graphql } from '../graph/generated/index.js';
import type { CaseFactsFragment } from '../graph/generated/graphql.js';
import { language } from '../words/index.js';
import { instant } from '../words/instants.js';
import { Reporter } from './reporter.js';
import { useCaseWords } from './words.js';

graphql(`
  fragment CaseFacts on Case {
    number title text placeText kind caseClass mode channel receivedAt reportedAt resolutionDueAt masked deadlineExplained sourceReference duplicateOf rating
    area { code name ancestors { code name level } }
    category { code zh en }
    handler { id name }
    reporter { name phone erased }
    attachments { id kind mediaType url latitude longitude }
    timeline { data }
  }
`);

/** Pictures that came with what was said afterwards stand beside those words, not beside the first ones. */
const withLaterWords = (timeline: CaseFactsFragment['timeline']): ReadonlySet<string> =>
  new Set(timeline.flatMap(({ data }) => (JSON.parse(data || '{}') as { attachmentIds?: string[] } | null)?.attachmentIds ?? []));

/** Who reported what, where, and by when it is promised. Whoever holds the task is named before whoever handled the case. */
export function CaseFacts({ case: found, holder, withDeadline = true }: { case: CaseFactsFragment; holder?: string | null; withDeadline?: boolean }) {
  const t = useCaseWords();
  const later = withLaterWords(found.timeline);
  const within = found.area.ancestors.filter(({ level }) => level === 'town' || level === 'village').map(({ name }) => name);
  const facts: [string, ReactNode][] = [
    [t('number'), found.number],
    [t('received'), `${instant(found.receivedAt)} · ${t(`channel.${found.channel}`)}`],
    [t('reporter'), <Reporter key="reporter" case={found} />],
    [t('place'), [...within, found.area.name].join(' › ') + (found.placeText ? ` · ${found.placeText}` : '')],
    [t('holder'), holder ?? found.handler?.name ?? t('nobody')],
    [t('category'), found.category?.[language()]],
    [t('classLabel'), found.caseClass && t(`class.${found.caseClass}`)],
    [t('modeLabel'), found.mode && t(`mode.${found.mode}`)],
    [t('reported'), found.reportedAt && instant(found.reportedAt)],
    [t('source'), found.sourceReference],
    [t('rated'), found.rating && t(`rating.${found.rating}`)],
    [t('deadline'), withDeadline && (found.deadlineExplained ?? instant(found.resolutionDueAt))],
  ];
  return (
    <section className="facts card">
      <blockquote>{found.text}</blockquote>
      {found.duplicateOf && <p className="quiet">{t('duplicate', { number: found.duplicateOf })}</p>}
      <AttachmentViewer attachments={found.attachments.filter(({ id }) => !later.has(id))} />
      <dl>
        {facts.filter(([, value]) => value).map(([name, value]) => <div key={name} className={name === t('deadline') || name === t('place') ? 'wide' : ''}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </section>
  );
}
