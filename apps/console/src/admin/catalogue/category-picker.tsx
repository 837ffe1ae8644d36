import { useCallback } from 'react';
import { useClient } from 'urql';
import { answerOf } from '../../kit/use-act.js';
import type { PickerProps } from '../../pickers/picker.types.js';
import { SearchSelect } from '../../pickers/search-select.js';
import { FIND_CATEGORIES } from './documents.js';
import { useCatalogueWords } from './words.js';

const SHOWN = 50;

/** Chooses a category of a county by part of its name, shown with what it lies in. */
export function CategoryPicker({ county, ...rest }: PickerProps & { county: string }) {
  const t = useCatalogueWords();
  const client = useClient();
  const find = useCallback(
    async (search: string) => {
      const { categoryList } = await answerOf(client, FIND_CATEGORIES, { filter: { county, ...(search && { search }) }, first: SHOWN });
      return categoryList.map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} · ${parent.name}` : name }));
    },
    [client, county],
  );
  const nameOf = useCallback(async () => [], []);
  return <SearchSelect placeholder={t('searchCategory')} {...rest} find={find} nameOf={nameOf} />;
}
