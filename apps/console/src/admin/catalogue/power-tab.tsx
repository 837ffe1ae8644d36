import { useCallback, useState } from 'react';
import { Checkbox, Input, Select, Tag } from 'antd';
import { useClient, useQuery } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import type { AdminPowersQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { DOMAINS, POWERS } from './documents.js';
import { useCatalogueWords } from './words.js';

const PAGE = 50;
type Row = AdminPowersQuery['powers'][number];

/** 权责清单: what the law lets whom do, by domain and by part of the name. */
export function PowerTab() {
  const t = useCatalogueWords();
  const client = useClient();
  const { county } = useScope();
  const [search, setSearch] = useState('');
  const [domain, setDomain] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const [{ data: known }] = useQuery({ query: DOMAINS });
  const load = useCallback(
    async (after: string | null) => {
      const filter = { county: county.code, withClosed, ...(search && { search }), ...(domain && { domain }) };
      const { powers } = await answerOf(client, POWERS, { filter, first: PAGE, after });
      return pageByKey(powers, PAGE, ({ id }) => id);
    },
    [client, county.code, search, domain, withClosed],
  );
  const pages = usePages<Row>(load);
  return (
    <>
      <div className="admin-tools">
        <Select aria-label={t('anyDomain')} value={domain} onChange={setDomain} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: t('anyDomain') }, ...(known?.domains ?? []).map(({ code, name }) => ({ value: code, label: name }))]} />
        <Input.Search className="search" allowClear placeholder={t('searchPower')} aria-label={t('searchPower')} onSearch={(value) => setSearch(value.trim())} />
        <Checkbox checked={withClosed} onChange={({ target }) => setWithClosed(target.checked)}>{t('withClosed')}</Checkbox>
      </div>
      <section className="admin-card">
        <ListStates pages={pages} empty={<Nothing title={t('noPowers')}>{t('noPowersText')}</Nothing>}>
          {(powers) => (
            <DataTable
              label={t('tabs.powers')}
              rows={powers}
              keyOf={({ id }) => id}
              isPast={({ closedOn }) => closedOn != null}
              columns={[
                { key: 'name', title: t('columns.power'), cell: ({ name, code, closedOn }) => <span><b>{name}</b><br /><span className="quiet">{code}</span> {closedOn && <Tag>{t('closed')}</Tag>}</span> },
                { key: 'domain', title: t('columns.domain'), cell: ({ domain: of }) => of.name },
                { key: 'ground', title: t('columns.ground'), cell: ({ legalGround }) => legalGround },
                { key: 'level', title: t('columns.level'), cell: ({ level }) => t(`level.${level}`) },
                { key: 'unit', title: t('columns.unit'), cell: ({ leadUnit }) => leadUnit?.name },
              ]}
            />
          )}
        </ListStates>
      </section>
    </>
  );
}
