import { Tag } from 'antd';
import { DataTable } from '../../kit/data-table.js';
import { Nothing } from '../../kit/states.js';
import type { Report } from './import-tab.js';
import { useCatalogueWords } from './words.js';

/** More would only be scrolled past; the file itself has them all. */
const SHOWN = 200;
const TONES = { added: 'green', changed: 'blue', closed: 'gold' } as const;

/** What a file does or would do: first the rows that are left out, each with its place and reason. */
export function ImportReport({ report }: { report: Report }) {
  const t = useCatalogueWords();
  const { rows, added, changed, closed, unchanged, refused, problems, changes } = report;
  return (
    <section className="admin-card import-report" aria-label={t('preview')}>
      <p className="counts" role="status">{t('counts', { rows, added, changed, closed, unchanged, refused })}</p>
      {problems.length > 0 && (
        <>
          <h3>{t('refusedTitle')}</h3>
          <p className="quiet">{t('refusedHint')}{problems.length > SHOWN && ` ${t('shownFirst', { n: SHOWN })}`}</p>
          <DataTable
            label={t('refusedTitle')}
            rows={problems.slice(0, SHOWN).map((problem, index) => ({ ...problem, key: String(index) }))}
            keyOf={({ key }) => key}
            columns={[
              { key: 'line', title: t('line'), cell: ({ line }) => line },
              { key: 'column', title: t('column'), cell: ({ column, heading }) => (column == null ? t('wholeRow') : heading ? `${column} · ${heading}` : column) },
              { key: 'why', title: t('why'), cell: ({ message }) => message },
            ]}
          />
        </>
      )}
      <h3>{t('changesTitle')}</h3>
      {changes.length > SHOWN && <p className="quiet">{t('shownFirst', { n: SHOWN })}</p>}
      {changes.length === 0 ? (
        <Nothing title={t('noChanges')} />
      ) : (
        <DataTable
          label={t('changesTitle')}
          rows={changes.slice(0, SHOWN)}
          keyOf={({ kind, code }) => `${kind}${code}`}
          columns={[
            { key: 'kind', title: t('changesTitle'), cell: ({ kind }) => <Tag color={TONES[kind]}>{t(`change.${kind}`)}</Tag> },
            { key: 'name', title: t('columns.power'), cell: ({ name, code }) => <span>{name} <span className="quiet">{code}</span></span> },
          ]}
        />
      )}
    </section>
  );
}
