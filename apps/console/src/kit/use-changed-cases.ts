import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { followChanges } from './follow-changes.js';

const CHANGED = graphql(`
  subscription ChangedCases { changedCases }
`);

/**
 * Asks again when something happens to a case that the reader sees. A page that nobody looks at holds no line: a browser
 * has six of them for all its pages.
 * @param ask keep it with `useCallback`.
 * @returns whether a line stands, so that nothing needs to be asked for by the clock.
 */
export function useChangedCases(ask: () => void): boolean {
  const client = useClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    let leave: (() => void) | null = null;
    const look = () => {
      if (document.hidden) {
        leave?.();
        leave = null;
      } else {
        leave ??= followChanges({ open: () => client.subscription(CHANGED, {}), ask, setLive });
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      leave?.();
    };
  }, [client, ask]);
  return isLive;
}
