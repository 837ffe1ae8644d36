import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { followCase } from './follow-case.js';

const NEWS = graphql(`
  subscription CaseNews($number: ID!, $after: String) { caseEvents(number: $number, after: $after) { cursor } }
`);

/**
 * Asks again whenever something happens to a case, from what was read on: what came before the line stood is not missed.
 * @param read the cursor of the newest entry on the page.
 * @returns whether there is no line to the news.
 */
export function useCaseNews(number: string | undefined, read: string | undefined, ask: () => void): boolean {
  const client = useClient();
  const [isGone, setGone] = useState(false);
  const readUpTo = useEffectEvent(() => read ?? null);
  useEffect(() => {
    if (number === undefined) return undefined;
    const open = (after: string | null) => client.subscription(NEWS, { number, after });
    return followCase(readUpTo(), { open, ask, setGone });
  }, [client, number, ask]);
  return isGone;
}
