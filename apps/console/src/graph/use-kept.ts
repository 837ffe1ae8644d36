import { useState } from 'react';
import type { CombinedError } from 'urql';
import { problemOf } from './problems.js';

interface Answer<Data> {
  data?: Data;
  error?: CombinedError;
}

/** What is no longer there, or no longer theirs to see. */
const isTakenAway = (error: CombinedError): boolean => /NOT_FOUND$|^FORBIDDEN$/.test(problemOf(error).code);

/**
 * The last good answer about one thing stays on the page, with whatever is being written there, while the service or the network
 * is away; a refusal takes it off.
 * @param about which thing: what was known of another one is not shown for it.
 */
export function useKept<Data>(about: string, { data, error }: Answer<Data>): Data | undefined {
  const [kept, keep] = useState({ about, data });
  if (data !== undefined && (kept.about !== about || kept.data !== data)) keep({ about, data });
  if (data !== undefined) return data;
  return error !== undefined && !isTakenAway(error) && kept.about === about ? kept.data : undefined;
}
