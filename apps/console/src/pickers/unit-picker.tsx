import { useCallback } from 'react';
import { useClient, type Client } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { UnitKind, UnitsToChooseQuery } from '../graph/generated/graphql.js';
import { homeOf } from './home.js';
import type { Choice, PickerProps } from './picker.types.js';
import { SearchSelect } from './search-select.js';
import { usePickerWords } from './words.js';

const UNITS = graphql(`
  query UnitsToChoose($filter: UnitFilter!) {
    units(filter: $filter, first: 50, sort: name) { code name parent { name } area { name } }
  }
`);
const UNIT = graphql(`query UnitByCode($code: ID!) { unit(code: $code) { code name parent { name } area { name } } }`);

interface UnitPickerProps extends PickerProps {
  /** Only units of this area and of those in it; the caller's county where it is left out. */
  within?: string;
  kind?: UnitKind;
}

type Found = UnitsToChooseQuery['units'][number];
const choiceOf = ({ code, name, parent, area }: Found): Choice => ({ value: code, label: `${name} · ${parent?.name ?? area.name}` });

async function ask(client: Client, filter: { areaCode?: string; kind?: UnitKind; search?: string }): Promise<Choice[]> {
  const { data, error } = await client.query(UNITS, { filter }).toPromise();
  if (!data) throw error ?? new Error('no answer');
  return data.units.map(choiceOf);
}

async function nameOf(client: Client, code: string): Promise<Choice[]> {
  const { data } = await client.query(UNIT, { code }).toPromise();
  return data?.unit ? [choiceOf(data.unit)] : [];
}

/** Chooses units by part of their name; the value is a unit's code. */
export function UnitPicker({ within, kind, ...rest }: UnitPickerProps) {
  const t = usePickerWords();
  const client = useClient();
  const find = useCallback(
    async (search: string) => ask(client, { areaCode: within ?? (await homeOf(client)), ...(kind && { kind }), ...(search && { search }) }),
    [client, within, kind],
  );
  const names = useCallback(async (codes: string[]) => (await Promise.all(codes.map((code) => nameOf(client, code)))).flat(), [client]);
  return <SearchSelect placeholder={t('chooseUnit')} {...rest} find={find} nameOf={names} />;
}
