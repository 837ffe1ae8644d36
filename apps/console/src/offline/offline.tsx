import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useClient } from 'urql';
import { useLapsed, useSession } from '../session/session.js';
import { ActQueue, type Submitted, type WaitingAct } from './act-queue.js';
import { deviceStore } from './device-store.js';
import { newKey, sweepFiles } from './files.js';
import { localIdsIn, send, type ActKind } from './sending.js';

export interface Offline {
  online: boolean;
  acts: readonly WaitingAct<ActKind>[];
  /** Sends an act, or keeps it until there is network. */
  submit(act: Pick<WaitingAct<ActKind>, 'kind' | 'title' | 'target' | 'input'>): Promise<Submitted>;
  /** Sends a refused one again, with what its author changed of it or has seen since. */
  again(id: string, changes?: Record<string, unknown>): Promise<void>;
  drop(id: string): Promise<void>;
}

const RETRY_MS = 20_000;

const OfflineContext = createContext<Offline | null>(null);

export function useOffline(): Offline {
  const found = use(OfflineContext);
  if (!found) throw new Error('No OfflineProvider above');
  return found;
}

/** One window of a person sends at a time; the browser's locks are there on secure addresses. */
const aloneOf = (subject: string) => async (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(`yiwang.acts.${subject}`, work) : work();

/** Whether the device says that it has a network; what it says is not always so, hence the retries. */
function useOnline(): boolean {
  const [online, set] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => set(navigator.onLine);
    for (const event of ['online', 'offline']) addEventListener(event, look);
    return () => ['online', 'offline'].forEach((event) => removeEventListener(event, look));
  }, []);
  return online;
}

export function OfflineProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { subject, renew } = useSession();
  const lapsed = useLapsed();
  const online = useOnline();
  const queue = useMemo(
    () => new ActQueue<ActKind>({ subject, store: deviceStore('acts'), send: (act) => send(client, renew, act), now: Date.now, alone: aloneOf(subject) }),
    [client, renew, subject],
  );
  const acts = useSyncExternalStore(queue.subscribe, queue.snapshot);
  useEffect(() => {
    // What a colleague who shares the phone has waiting is needed too; where that cannot be read nothing is swept.
    void queue.load().then(async () => sweepFiles(new Set((await deviceStore<WaitingAct<ActKind>>('acts').all()).flatMap(({ input }) => localIdsIn(input))), Date.now())).catch(() => undefined);
  }, [queue]);
  const anyWaits = acts.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!online || lapsed || !anyWaits) return;
    void queue.flush();
    const timer = setInterval(() => void queue.flush(), RETRY_MS);
    return () => clearInterval(timer);
  }, [queue, online, lapsed, anyWaits]);
  const offline = useMemo<Offline>(
    () => ({
      ...{ online, acts },
      submit: (act) => queue.submit({ id: newKey(), ...act }),
      again: (id, changes) => queue.again(id, changes),
      drop: (id) => queue.drop(id),
    }),
    [online, acts, queue],
  );
  return <OfflineContext value={offline}>{children}</OfflineContext>;
}
