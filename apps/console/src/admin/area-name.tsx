import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { areasOf } from '../pickers/area-names.js';
import { useScope } from './scope.js';

/** An area's name by its code; the code itself until, or where, it is not known. */
export function AreaName({ code }: { code: string }) {
  const client = useClient();
  const { county } = useScope();
  const [name, setName] = useState(code);
  useEffect(() => {
    let isWanted = true;
    areasOf(client, county.code).then(
      (areas) => isWanted && setName(areas.find((one) => one.code === code)?.name ?? code),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [client, county.code, code]);
  return <>{name}</>;
}
