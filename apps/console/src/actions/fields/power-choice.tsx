import { useCallback, useRef } from 'react';
import { Form } from 'antd';
import { useClient } from 'urql';
import { graphql } from '../../graph/generated/index.js';
import type { PowersToChooseQuery } from '../../graph/generated/graphql.js';
import { SearchSelect } from '../../pickers/search-select.js';
import type { About } from '../act.types.js';
import { useActionWords } from '../words.js';

const POWERS = graphql(`
  query PowersToChoose($filter: PowerFilter!) { powers(filter: $filter, first: 50) { id name legalGround leadUnit { code name } } }
`);

type Power = PowersToChooseQuery['powers'][number];

/** Looks a power up in the county's catalogue: its ground and the unit that leads there are put into the fields below. */
export function PowerChoice({ id, about: { one } }: { id?: string; about: About }) {
  const t = useActionWords();
  const client = useClient();
  const form = Form.useFormInstance();
  const found = useRef<readonly Power[]>([]);
  const find = useCallback(
    async (search: string) => {
      const { data, error } = await client.query(POWERS, { filter: { ...(one && { county: one.countyCode }), ...(search && { search }) } }).toPromise();
      if (!data) throw error ?? new Error('no answer');
      found.current = data.powers;
      return data.powers.map(({ id: value, name, leadUnit }) => ({ value, label: leadUnit ? `${name} · ${leadUnit.name}` : name }));
    },
    [client, one],
  );
  const choose = (chosen: string | string[] | undefined) => {
    const power = found.current.find((of) => of.id === chosen);
    if (!power) return;
    form.setFieldValue('legalGround', power.legalGround);
    if (power.leadUnit) form.setFieldValue('proposedUnitCode', power.leadUnit.code);
  };
  return <SearchSelect id={id} placeholder={t('powers')} find={find} nameOf={NONE} onChange={choose} />;
}

const NONE = (): Promise<[]> => Promise.resolve([]);
