import { useEffect, useState } from 'react';
import type { CombinedError } from 'urql';

const AGAIN_MS = 30_000;

/** Asks again every half minute, and at once when the page is looked at again. */
export function useEveryHalfMinute(ask: () => void): void {
  useEffect(() => {
    const timer = setInterval(ask, AGAIN_MS);
    const onShown = () => document.visibilityState === 'visible' && ask();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [ask]);
}

interface Answer<D> {
  data?: D;
  error?: CombinedError;
}

/** The last answer that came, while a newer one fails: a screen on a wall does not go blank. `key`: another question begins anew. */
export function useLastGood<D>(answer: Answer<D>, key: string): Answer<D> {
  const [kept, keep] = useState<{ key: string; data: D } | null>(null);
  const { data, error } = answer;
  useEffect(() => {
    if (data !== undefined) keep({ key, data });
  }, [data, key]);
  return { data: data ?? (kept?.key === key ? kept.data : undefined), error };
}
