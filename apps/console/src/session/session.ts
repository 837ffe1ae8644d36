import { createContext, use, useSyncExternalStore } from 'react';

export interface Session {
  /** Keycloak's subject of whoever is signed in, or was signed in here last. */
  subject: string;
  /** Makes sure of a token that is taken, after a long time without network; `false` where only signing in anew would help. */
  renew(): Promise<boolean>;
  /** Leaves for Keycloak's page and comes back to where the reader was; drafts and acts that wait stay on the device. */
  signInAnew(): void;
  signOut(): void;
  /** Whether only signing in anew helps. */
  lapsed: { subscribe(listener: () => void): () => void; snapshot(): boolean };
}

const NOBODY: Session = {
  subject: '',
  renew: () => Promise.resolve(false),
  signInAnew: () => undefined,
  signOut: () => undefined,
  lapsed: { subscribe: () => () => undefined, snapshot: () => false },
};

export const SessionContext = createContext<Session>(NOBODY);
export const useSession = (): Session => use(SessionContext);

export function useLapsed(): boolean {
  const { lapsed } = useSession();
  return useSyncExternalStore(lapsed.subscribe, lapsed.snapshot);
}
