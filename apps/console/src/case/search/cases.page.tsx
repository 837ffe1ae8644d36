import { useCallback, useMemo } from 'react';
import { parseCaseNumber } from '@yiwang/domain/case-number';
import { Link, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { graphql } from '../../graph/generated/index.js';
import { ListStates, Nothing } from '../../kit/states.js';
import { addressNow } from '../../kit/address.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import { SavedViews } from '../../my-work/saved-views.js';
import { useNow } from '../../my-work/use-now.js';
import { BEHIND_PARAMS } from '../../overview/address-of.js';
import { BehindNote } from './behind-note.js';
import { CaseFilters } from './case-filters.js';
import { CaseRow, type FoundCase } from './case-row.js';
import { caseFilterOf, readSearched } from './searched.js';
import { useSearchWords } from './words.js';
import '../../my-work/my-work.css';
import './search.css';

const CASES = graphql(`
  query SearchCases($filter: CaseFilterInput!, $after: ID, $first: Int!) {
    cases(filter: $filter, after: $after, first: $first) {
      number title text stage path card kind round receivedAt resolutionDueAt resolvedAt closedAt resolutionOverdue paused reviewAt
      area { code name }
      handler { id name }
      requestLimits { extension { amount unit } }
    }
  }
`);

const PAGE = 50;
const COLUMNS = ['what', 'where', 'who', 'stage', 'left', 'received'] as const;

/** Cases of whatever lies under the reader, found by words, number and where they stand. The address holds what is looked for. */
export function CasesPage() {
  const t = useSearchWords();
  const client = useClient();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const searched = useMemo(() => readSearched(params), [params]);
  const load = useCallback(
    async (after: string | null) => {
      const { data, error } = await client.query(CASES, { filter: caseFilterOf(searched), after, first: PAGE }).toPromise();
      if (!data) throw error ?? new Error('no answer');
      return pageByKey<FoundCase>(data.cases, PAGE, ({ number }) => number);
    },
    [client, searched],
  );
  const pages = usePages(load);
  const set = useCallback(
    (name: string, value: string | null) =>
      setParams(() => {
        const next = addressNow();
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      }, { replace: true }),
    [setParams],
  );
  const number = searched.text.trim();
  return (
    <main className="cases-page">
      <header className="line"><h1>{t('title')}</h1><SavedViews page="cases" query={params.toString()} onOpen={(query) => setParams(query)} /></header>
      <CaseFilters searched={searched} onSearch={set} onClear={() => setParams({}, { replace: true })} />
      <BehindNote params={params} onClear={() => setParams((before) => new URLSearchParams([...before].filter(([name]) => !BEHIND_PARAMS.includes(name))), { replace: true })} />
      {parseCaseNumber(number).ok && <Link className="whole-number" to={`/cases/${number}`}>{t('open', { number })}</Link>}
      <ListStates pages={pages} empty={<Nothing title={t('none')}>{t('noneHint')}</Nothing>}>
        {(items) => (
          <div className="found">
            <p className="columns" aria-hidden>{COLUMNS.map((name) => <span key={name} className={name}>{t(`column.${name}`)}</span>)}</p>
            <ul aria-label={t('list')}>{items.map((found) => <CaseRow key={found.number} found={found} now={now} />)}</ul>
          </div>
        )}
      </ListStates>
    </main>
  );
}
