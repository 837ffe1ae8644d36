import { useCallback, useState } from 'react';
import { Button, Checkbox, Input, Select } from 'antd';
import { useClient } from 'urql';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import type { AdminUnitsQuery, UnitKind } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { UNITS } from './documents.js';
import { CloseUnit, UnitForm } from './unit-forms.js';
import { UnitTable } from './unit-table.js';
import { useUnitWords } from './words.js';

export type UnitShown = AdminUnitsQuery['units'][number];

/** A county has some hundred units; a page of the most the service gives holds nearly every one. */
const PAGE = 500;
export const UNIT_KINDS: readonly UnitKind[] = ['countyCentre', 'townCentre', 'village', 'department', 'organisation'];

/** 单位: the tree, or what was looked for. */
export function UnitsPage() {
  const t = useUnitWords();
  const client = useClient();
  const { area } = useScope();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<UnitKind | ''>('');
  const [withClosed, setWithClosed] = useState(false);
  const [open, setOpen] = useState<{ form: 'new' } | { form: 'change' | 'close'; unit: UnitShown } | null>(null);
  const load = useCallback(
    async (after: string | null) => {
      const filter = { areaCode: area.code, withClosed, ...(search && { search }), ...(kind && { kind }) };
      const { units } = await answerOf(client, UNITS, { filter, first: PAGE, after });
      return pageByKey(units, PAGE, ({ code }) => code);
    },
    [client, area.code, search, kind, withClosed],
  );
  const pages = usePages<UnitShown>(load);
  const done = () => {
    setOpen(null);
    pages.again();
  };
  return (
    <>
      <header className="admin-head">
        <h1>{t('title')}</h1>
        <Button type="primary" className="push" onClick={() => setOpen({ form: 'new' })}>{t('newUnit')}</Button>
      </header>
      <div className="admin-tools">
        <Input.Search className="search" allowClear placeholder={t('searchHint')} aria-label={t('searchHint')} onSearch={(value) => setSearch(value.trim())} />
        <Select<UnitKind | ''> aria-label={t('anyKind')} value={kind} onChange={setKind} options={[{ value: '', label: t('anyKind') }, ...UNIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
        <Checkbox checked={withClosed} onChange={({ target }) => setWithClosed(target.checked)}>{t('withClosed')}</Checkbox>
      </div>
      <section className="admin-card">
        <ListStates pages={pages} empty={<Nothing title={t('nothing')}>{t('nothingText')}</Nothing>}>
          {(units) => <UnitTable units={units} isFlat={search !== '' || kind !== ''} onAct={(form, unit) => setOpen({ form, unit })} />}
        </ListStates>
      </section>
      {open?.form === 'new' && <UnitForm unit={null} onClose={() => setOpen(null)} onDone={done} />}
      {open?.form === 'change' && <UnitForm unit={open.unit} onClose={() => setOpen(null)} onDone={done} />}
      {open?.form === 'close' && <CloseUnit unit={open.unit} onClose={() => setOpen(null)} onDone={done} />}
    </>
  );
}
