import { useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { WhoAmIQuery } from '../graph/generated/graphql.js';
import { useSession } from '../session/session.js';
import { keepMe, keptMe } from '../session/remembered.js';

const WHO_AM_I = graphql(`
  query WhoAmI {
    me { id name }
    myPositions { id role area { code name } unit { code name } }
  }
`);

/** Who is signed in, with their posts; without network as they were known last. Undefined until that is known. */
export function useMe(): WhoAmIQuery | undefined {
  const { subject } = useSession();
  const [{ data, error }] = useQuery({ query: WHO_AM_I });
  useEffect(() => {
    if (data) keepMe(subject, data);
  }, [subject, data]);
  return data ?? (error || !navigator.onLine ? (keptMe<WhoAmIQuery>(subject) ?? undefined) : undefined);
}
