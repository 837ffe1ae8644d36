import { useCallback, useState } from 'react';
import { Button, Input, Segmented, Select, Tag } from 'antd';
import { POSITION_ROLES } from '@yiwang/domain/paths';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { usePages } from '../../kit/use-pages.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import type { AdminPeopleQuery, PositionRole } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { PEOPLE } from './documents.js';
import { NewPerson } from './person-forms.js';
import { usePeopleWords } from './words.js';

const PAGE = 30;
const SHOWN = ['posted', 'free', 'suspended'] as const;
type Row = AdminPeopleQuery['people']['nodes'][number];

/** People by name, page by page. The address holds what is looked for. */
export function PeopleList() {
  const t = usePeopleWords();
  const client = useClient();
  const navigate = useNavigate();
  const { county, area } = useScope();
  const [params, setParams] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const shown = SHOWN.find((one) => one === params.get('show')) ?? 'posted';
  const [search, role, place] = [params.get('search') ?? '', params.get('role') as PositionRole | null, params.get('area')];
  const set = (name: string, value: string | undefined) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    }, { replace: true });

  const load = useCallback(
    async (after: string | null) => {
      const where = shown === 'free' ? { withoutPosition: true } : { areaCode: place ?? area.code, ...(role && { role }), ...(shown === 'suspended' && { state: 'suspended' as const }) };
      const { people } = await answerOf(client, PEOPLE, { filter: { ...where, ...(search && { search }) }, first: PAGE, after });
      return { items: people.nodes, next: people.hasNextPage ? (people.endCursor ?? null) : null };
    },
    [client, shown, place, area.code, role, search],
  );
  const pages = usePages<Row>(load);

  return (
    <>
      <header className="admin-head">
        <h1>{t('title')}</h1>
        <Button type="primary" className="push" onClick={() => setNew(true)}>{t('newPerson')}</Button>
      </header>
      <div className="admin-tools">
        <Segmented value={shown} onChange={(value) => set('show', value === 'posted' ? undefined : value)} options={SHOWN.map((one) => ({ value: one, label: t(`show.${one}`) }))} />
        <Input.Search className="search" allowClear defaultValue={search} placeholder={t('searchHint')} aria-label={t('searchHint')} onSearch={(value) => set('search', value.trim())} />
        {shown !== 'free' && (
          <>
            <Select aria-label={t('anyRole')} value={role ?? ''} onChange={(value) => set('role', value)} options={[{ value: '', label: t('anyRole') }, ...POSITION_ROLES.filter((one) => one !== 'externalSystem').map((one) => ({ value: one as string, label: t(`role.${one}`) }))]} />
            <AreaPicker within={county.code} value={place} placeholder={t('anyPlace')} aria-label={t('anyPlace')} onChange={(value) => set('area', value as string | undefined)} />
          </>
        )}
      </div>
      <section className="admin-card">
        <ListStates pages={pages} empty={shown === 'free' ? <Nothing title={t('nobodyFree')} /> : <Nothing title={t('nobody')}>{t('nobodyText')}</Nothing>}>
          {(people) => (
            <DataTable
              label={t('title')}
              rows={people}
              keyOf={({ id }) => id}
              columns={[
                { key: 'name', title: t('columns.name'), cell: ({ id, name }) => <Link to={`/admin/people/${id}`}>{name}</Link> },
                { key: 'username', title: t('columns.username'), cell: ({ username }) => username },
                { key: 'posts', title: t('columns.posts'), cell: (one) => <Posts person={one} /> },
                { key: 'state', title: t('columns.state'), cell: ({ state }) => <Tag color={state === 'active' ? 'green' : 'red'}>{t(`state.${state}`)}</Tag> },
              ]}
            />
          )}
        </ListStates>
      </section>
      {isNew && <NewPerson onClose={() => setNew(false)} onCreated={(id) => void navigate(`/admin/people/${id}`)} />}
    </>
  );
}

/** The first posts; a cadre may be stationed in a dozen villages. */
const POSTS_SHOWN = 3;

function Posts({ person: { positions } }: { person: Row }) {
  const t = usePeopleWords();
  if (positions.length === 0) return <span className="quiet">{t('noPost')}</span>;
  return (
    <span>
      {positions.slice(0, POSTS_SHOWN).map(({ id, role, area }) => <div key={id}>{area.name} · {t(`role.${role}`)}</div>)}
      {positions.length > POSTS_SHOWN && <span className="quiet">+{positions.length - POSTS_SHOWN}</span>}
    </span>
  );
}
