import { useCallback } from 'react';
import { useClient, type Client } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { CasesToChooseQuery } from '../graph/generated/graphql.js';
import type { Choice, PickerProps } from './picker.types.js';
import { SearchSelect } from './search-select.js';
import { usePickerWords } from './words.js';

const CASES = graphql(`
  query CasesToChoose($filter: CaseFilterInput!) { cases(filter: $filter, first: 100) { number title text stage } }
`);
const CASE = graphql(`query CaseToChoose($number: ID!) { case(number: $number) { number title text stage } }`);
const OPEN = ['received', 'accepted', 'dispatched', 'handling', 'verifying', 'suspended'] as const;
const SHOWN = 30;
const LONGEST = 40;

type Found = CasesToChooseQuery['cases'][number];
const choiceOf = ({ number, title, text }: Found): Choice => ({ value: number, label: `${(title ?? text).slice(0, LONGEST)} · ${number}` });

interface CasePickerProps extends PickerProps {
  /** Open cases of this area and of those in it. */
  within: string;
  /** Which is not offered. */
  except?: string;
}

async function byNumber(client: Client, number: string): Promise<Choice[]> {
  const { data } = await client.query(CASE, { number }).toPromise();
  return data?.case ? [choiceOf(data.case)] : [];
}

/** Chooses an open case near by, by part of what it says; a whole number finds one anywhere. The value is its number. */
export function CasePicker({ within, except, ...rest }: CasePickerProps) {
  const t = usePickerWords();
  const client = useClient();
  const find = useCallback(
    async (part: string) => {
      const { data, error } = await client.query(CASES, { filter: { areaCode: within, stages: [...OPEN] } }).toPromise();
      if (!data) throw error ?? new Error('no answer');
      const near = data.cases.filter(({ number, title, text }) => number !== except && [number, title ?? '', text].some((one) => one.includes(part)));
      return near.length === 0 && /\d-/.test(part) ? byNumber(client, part) : near.slice(0, SHOWN).map(choiceOf);
    },
    [client, within, except],
  );
  const names = useCallback(async (numbers: string[]) => (await Promise.all(numbers.map((one) => byNumber(client, one)))).flat(), [client]);
  return <SearchSelect placeholder={t('chooseCase')} {...rest} find={find} nameOf={names} />;
}
