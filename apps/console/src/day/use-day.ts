import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf, type Problem } from '../graph/problems.js';
import { deviceStore } from '../offline/device-store.js';
import { useOffline } from '../offline/offline.js';
import { useSession } from '../session/session.js';
import type { KeptDay } from './day.types.js';
import { DAY, ROUNDS } from './documents.js';

const REFRESH_MS = 20_000;
const days = deviceStore<KeptDay>('days');

export interface Day {
  /** Null until something is known of it. */
  day: KeptDay | null;
  /** Whether it is what the phone kept, because nothing newer could be read yet. */
  isKept: boolean;
  problem: Problem | null;
  refresh(): Promise<void>;
}

/** The day of whoever is signed in: as the phone kept it at once, then as it is, and again while somebody looks at it. */
export function useDay(): Day {
  const client = useClient();
  const { subject } = useSession();
  const { online, acts } = useOffline();
  const [state, setState] = useState<Omit<Day, 'refresh'>>({ day: null, isKept: false, problem: null });

  const refresh = useCallback(async () => {
    const [tasks, rounds] = await Promise.all([client.query(DAY, {}).toPromise(), client.query(ROUNDS, {}).toPromise()]);
    const error = tasks.error ?? rounds.error;
    if (error || !tasks.data || !rounds.data) return setState((before) => ({ ...before, problem: error ? problemOf(error) : null }));
    const day: KeptDay = { id: subject, at: Date.now(), tasks: tasks.data.myTasks, rounds: rounds.data.myPatrols };
    setState({ day, isKept: false, problem: null });
    // A full phone loses the day of tomorrow morning, not this one.
    await days.put(day).catch(() => undefined);
  }, [client, subject]);

  useEffect(() => {
    void days
      .get(subject)
      .catch(() => null)
      .then((kept) => setState((before) => (kept && before.day === null ? { ...before, day: kept, isKept: true } : before)));
  }, [subject]);
  // What was sent has changed the day.
  const sent = useRef(acts.length);
  const isFewer = acts.length < sent.current;
  sent.current = acts.length;
  useEffect(() => {
    if (isFewer) void refresh();
  }, [isFewer, acts.length, refresh]);
  useEffect(() => {
    const look = () => document.hidden || !navigator.onLine || void refresh();
    look();
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh, online]);
  return { ...state, refresh };
}
