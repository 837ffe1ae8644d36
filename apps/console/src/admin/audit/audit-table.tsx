import { Tag, Tooltip } from 'antd';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../kit/data-table.js';
import { instant } from '../../words/instants.js';
import type { AuditEntryFragment } from '../generated/graphql.js';
import { ActorName } from './actor-name.js';
import type { Service } from './documents.js';
import { operationName } from './operation-names.js';
import { useAuditWords } from './words.js';

export type EntryShown = AuditEntryFragment & { source?: Service };
const TONES = { done: 'green', refused: 'gold', failed: 'red' } as const;
const TASK = /^(.*)-[ts]\d+$/;

/** Where a target is to be looked at. */
function placeOf(type: string, id: string): string | null {
  if (type === 'person') return `/admin/people/${id}`;
  if (type === 'case') return `/cases/${id}`;
  return type === 'task' && TASK.test(id) ? `/cases/${TASK.exec(id)?.[1] ?? ''}` : null;
}

export function AuditTable({ entries, withService }: { entries: readonly EntryShown[]; withService: boolean }) {
  const t = useAuditWords();
  const service: Column<EntryShown> = { key: 'service', title: t('columns.service'), cell: ({ source }) => source && <span className="quiet">{t(`service.${source}`)}</span> };
  return (
    <DataTable
      label={t('title')}
      rows={entries}
      keyOf={({ source = '', id }) => `${source}${id}`}
      columns={[
        { key: 'at', title: t('columns.at'), cell: ({ at, isChained }) => <Tooltip title={t(isChained ? 'chained' : 'unchained')}><time dateTime={at}>{instant(at)}</time></Tooltip> },
        { key: 'who', title: t('columns.who'), cell: (entry) => <ActorName entry={entry} /> },
        { key: 'what', title: t('columns.what'), cell: ({ operation }) => <span title={operation}>{operationName(operation)}</span> },
        { key: 'target', title: t('columns.target'), cell: (entry) => <Target entry={entry} /> },
        {
          key: 'outcome',
          title: t('columns.outcome'),
          cell: ({ outcome, errorCode }) => <span><Tag color={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Tag>{errorCode && <span className="quiet">{errorCode}</span>}</span>,
        },
        ...(withService ? [service] : []),
      ]}
    />
  );
}

function Target({ entry: { targetType, targetId } }: { entry: EntryShown }) {
  const t = useAuditWords();
  if (!targetType) return null;
  const place = targetId && placeOf(targetType, targetId);
  const type = t(`targets.${targetType}`, { defaultValue: targetType });
  return <span>{type}<br />{place ? <Link to={place} className="audit-id">{targetId}</Link> : <span className="quiet audit-id">{targetId}</span>}</span>;
}
