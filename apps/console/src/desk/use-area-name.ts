import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { areasOf, labelled } from '../pickers/area-names.js';

/** What an area is called with what it lies in; its code until that is known. */
export function useAreaName(countyCode: string, areaCode: string | undefined): string {
  const client = useClient();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isWanted = areaCode !== undefined;
    const keep = (entries: Awaited<ReturnType<typeof areasOf>>) => {
      const [found] = labelled(entries, entries.filter(({ code }) => code === areaCode));
      if (isWanted && found) setNames((before) => new Map([...before, [found.value, found.label]]));
    };
    void areasOf(client, countyCode).then(keep, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [client, countyCode, areaCode]);
  return areaCode === undefined ? '' : (names.get(areaCode) ?? areaCode);
}
