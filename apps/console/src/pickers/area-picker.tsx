import { useCallback } from 'react';
import { levelOf, type AreaLevel } from '@yiwang/domain/areas';
import { useClient } from 'urql';
import { areasOf, labelled, matching } from './area-names.js';
import { homeOf } from './home.js';
import type { PickerProps } from './picker.types.js';
import { SearchSelect } from './search-select.js';
import { usePickerWords } from './words.js';

interface AreaPickerProps extends PickerProps {
  /** Only this area and those in it; the caller's county where it is left out. */
  within?: string;
  /** Only areas of these levels. */
  levels?: readonly AreaLevel[];
}

const SHOWN = 50;

/** Chooses areas by part of their name or of a name people use for them; the value is an area's code. */
export function AreaPicker({ within, levels, ...rest }: AreaPickerProps) {
  const t = usePickerWords();
  const client = useClient();
  const wanted = levels?.join(',');
  const known = useCallback(async () => {
    const home = within ?? (await homeOf(client));
    return home === undefined ? [] : areasOf(client, home);
  }, [client, within]);
  const find = useCallback(
    async (part: string) => {
      const entries = await known();
      const allowed = entries.filter(({ code }) => code.startsWith(within ?? '') && (wanted === undefined || wanted.split(',').includes(levelOf(code) ?? '')));
      return labelled(entries, matching(allowed, part).slice(0, SHOWN));
    },
    [known, within, wanted],
  );
  const names = useCallback(
    async (codes: string[]) => {
      const entries = await known();
      return labelled(entries, entries.filter(({ code }) => codes.includes(code)));
    },
    [known],
  );
  return <SearchSelect placeholder={t('chooseArea')} {...rest} find={find} nameOf={names} />;
}
