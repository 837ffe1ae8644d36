import { useCallback, useState } from 'react';
import { Checkbox, Input, Tag } from 'antd';
import { useClient, useQuery } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { sayDay } from '../../kit/days.js';
import { AnswerStates, ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import type { AdminCategoriesQuery, AdminFindCategoriesQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { BELOW, FIND_CATEGORIES } from './documents.js';
import { useCatalogueWords } from './words.js';
import './catalogue.css';

type Node = AdminCategoriesQuery['categories'][number];
const PAGE = 100;

/** The county's own tree, or the common one: opened level by level, or looked through by name. */
export function CategoryTab() {
  const t = useCatalogueWords();
  const [search, setSearch] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const isTree = search === '' && !withClosed;
  return (
    <>
      <div className="admin-tools">
        <Input.Search className="search" allowClear placeholder={t('searchCategory')} aria-label={t('searchCategory')} onSearch={(value) => setSearch(value.trim())} />
        <Checkbox checked={withClosed} onChange={({ target }) => setWithClosed(target.checked)}>{t('withClosed')}</Checkbox>
      </div>
      <section className="admin-card">{isTree ? <Branch parent={null} /> : <Found search={search} withClosed={withClosed} />}</section>
    </>
  );
}

function Branch({ parent }: { parent: string | null }) {
  const t = useCatalogueWords();
  const { county } = useScope();
  const [answer, ask] = useQuery({ query: BELOW, variables: { parent, county: county.code } });
  return (
    <AnswerStates answer={answer} onRetry={() => ask()}>
      {({ categories }) => (categories.length === 0 ? <Nothing title={t('noCategories')}>{t('noCategoriesText')}</Nothing> : <ul className="category-branch">{categories.map((one) => <Leaf key={one.code} node={one} />)}</ul>)}
    </AnswerStates>
  );
}

function Leaf({ node: { code, name, level, domain, countyCode, children } }: { node: Node }) {
  const t = useCatalogueWords();
  const [isOpen, setOpen] = useState(false);
  const label = <span className="names"><b>{name}</b><span className="quiet">{code}{level === 1 && domain && domain.name !== name && ` · ${domain.name}`}{level === 1 && !countyCode && ` · ${t('common')}`}</span></span>;
  return (
    <li>
      {children.length > 0
        ? <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}><i aria-hidden>{isOpen ? '▾' : '▸'}</i>{label}<Tag>{children.length}</Tag></button>
        : <p>{label}</p>}
      {isOpen && <Branch parent={code} />}
    </li>
  );
}

type Found = AdminFindCategoriesQuery['categoryList'][number];

function Found({ search, withClosed }: { search: string; withClosed: boolean }) {
  const t = useCatalogueWords();
  const admin = useAdminWords();
  const client = useClient();
  const { county } = useScope();
  const load = useCallback(
    async (after: string | null) => {
      const { categoryList } = await answerOf(client, FIND_CATEGORIES, { filter: { county: county.code, withClosed, ...(search && { search }) }, first: PAGE, after });
      return pageByKey(categoryList, PAGE, ({ code }) => code);
    },
    [client, county.code, search, withClosed],
  );
  const pages = usePages<Found>(load);
  return (
    <ListStates pages={pages} empty={<Nothing title={t('noCategories')} />}>
      {(found) => (
        <DataTable
          label={t('tabs.categories')}
          rows={found}
          keyOf={({ code }) => code}
          isPast={({ closedOn }) => closedOn != null}
          columns={[
            { key: 'name', title: t('columns.category'), cell: ({ name, parent }) => <span><b>{name}</b><br /><span className="quiet">{[parent?.parent?.name, parent?.name].filter(Boolean).join(' › ')}</span></span> },
            { key: 'code', title: admin('code'), cell: ({ code }) => code },
            { key: 'domain', title: t('columns.domain'), cell: ({ domain }) => domain?.name },
            { key: 'state', title: admin('state'), cell: ({ closedOn }) => closedOn && <Tag>{t('closedOn', { on: sayDay(closedOn) })}</Tag> },
          ]}
        />
      )}
    </ListStates>
  );
}
