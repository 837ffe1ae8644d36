import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { PeopleToChooseQuery, PositionRole } from '../graph/generated/graphql.js';
import type { Choice, PickerProps } from './picker.types.js';
import { SearchSelect } from './search-select.js';
import { usePickerWords } from './words.js';

const PEOPLE = graphql(`
  query PeopleToChoose($filter: PeopleFilter!) {
    people(filter: $filter, first: 50) { nodes { id name positions { role area { name } unit { name } } } }
  }
`);
const PERSON = graphql(`query PersonById($id: ID!) { person(id: $id) { id name positions { role area { name } unit { name } } } }`);

interface PersonPickerProps extends PickerProps {
  /** Only people with a position in this area or below it; the caller's own areas where it is left out. */
  within?: string;
  role?: PositionRole;
  unitCode?: string;
}

type Found = PeopleToChooseQuery['people']['nodes'][number];

/** Chooses people by part of their name; the value is a person's id, which is their subject. */
export function PersonPicker({ within, role, unitCode, ...rest }: PersonPickerProps) {
  const t = usePickerWords();
  const { t: shared } = useTranslation();
  const client = useClient();
  const choiceOf = useCallback(
    ({ id, name, positions: [first] }: Found): Choice => ({
      value: id,
      label: first ? `${name} · ${first.unit?.name ?? `${first.area.name} ${shared(`role.${first.role}`)}`}` : name,
    }),
    [shared],
  );
  const find = useCallback(
    async (search: string) => {
      const filter = { state: 'active' as const, ...(within && { areaCode: within }), ...(role && { role }), ...(unitCode && { unitCode }), ...(search && { search }) };
      const { data, error } = await client.query(PEOPLE, { filter }).toPromise();
      if (!data) throw error ?? new Error('no answer');
      return data.people.nodes.map(choiceOf);
    },
    [client, choiceOf, within, role, unitCode],
  );
  const names = useCallback(
    async (ids: string[]) => {
      const answers = await Promise.all(ids.map((id) => client.query(PERSON, { id }).toPromise()));
      return answers.flatMap(({ data }) => (data?.person ? [choiceOf(data.person)] : []));
    },
    [client, choiceOf],
  );
  return <SearchSelect placeholder={t('choosePerson')} {...rest} find={find} nameOf={names} />;
}
