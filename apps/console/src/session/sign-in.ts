import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { deviceStore } from '../offline/device-store.js';
import { forget, remember, remembered, type Place } from './remembered.js';
import type { Session } from './session.js';

/** What the gateway says about itself; null where it does not answer. @throws where it names nowhere to sign in. */
async function readPlace(): Promise<Place | null> {
  const answer = await fetch('/pages.json').catch(() => null);
  if (answer === null) return null;
  const { signIn } = (await answer.json()) as { signIn?: Place };
  if (signIn === undefined) throw new Error('The gateway names nowhere to sign in');
  return signIn;
}

/** How long after Keycloak did not know the reader, or did not answer, it is asked again. */
const ASK_AGAIN_MS = 60_000;

export interface SignIn {
  session: Session;
  /** Renewed where it has run out; none without network. */
  token(): Promise<string | undefined>;
}

/**
 * Signs in with Keycloak by code and PKCE. Sends the browser there where nobody is signed in, and comes back to where
 * the reader was; the promise then never resolves. Tokens live in the tab's session storage and renew themselves.
 *
 * Without network whoever was signed in here last goes on with what the device keeps, and is known anew once there is one.
 * @throws where neither is possible.
 */
export async function signIn(): Promise<SignIn> {
  const place = await readPlace();
  if (place === null) {
    const last = remembered();
    if (last === null) throw new Error('No network');
    return signInOf(managerAt(last.place), last.subject);
  }
  const manager = managerAt(place);
  if (location.pathname.endsWith('/signed-in')) await comeBack(manager);
  // A frame of the page itself, in which it was only looked whether Keycloak still knows the reader.
  if (window.parent !== window) return new Promise<never>(() => undefined);
  const user = await manager.getUser();
  const known = user !== null && user.expired !== true ? user : user?.refresh_token === undefined ? null : await manager.signinSilent().catch(() => null);
  if (known === null) {
    await manager.signinRedirect({ state: location.pathname + location.search });
    return new Promise<never>(() => undefined);
  }
  remember({ subject: known.profile.sub, place });
  return signInOf(manager, known.profile.sub);
}

function managerAt({ issuer, client }: Place): UserManager {
  const here = `${location.origin}/console/`;
  return new UserManager({
    ...{ authority: issuer, client_id: client, redirect_uri: `${here}signed-in`, post_logout_redirect_uri: here },
    ...{ response_type: 'code', scope: 'openid', automaticSilentRenew: true },
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

function signInOf(manager: UserManager, subject: string): SignIn {
  const listeners = new Set<() => void>();
  let renewing: Promise<boolean> | null = null;
  let lapsedAt: number | null = null;
  const say = (lapsed: boolean) => {
    lapsedAt = lapsed ? Date.now() : null;
    for (const listener of listeners) listener();
  };
  const renew = (): Promise<boolean> => {
    renewing ??= knownAnew(manager)
      .then((user) => {
        // Somebody else signed in meanwhile: nothing of this page is theirs.
        if (user !== null && user.profile.sub !== subject) location.reload();
        // Without network nobody can say whether they are still known.
        say(user === null && navigator.onLine);
        return user !== null;
      })
      .finally(() => (renewing = null));
    return renewing;
  };
  const token = async (): Promise<string | undefined> => {
    const user = await manager.getUser();
    if (user !== null && user.expired !== true) return user.access_token;
    const maySucceed = navigator.onLine && (lapsedAt === null || Date.now() - lapsedAt > ASK_AGAIN_MS);
    return maySucceed && (await renew()) ? (await manager.getUser())?.access_token : undefined;
  };
  addEventListener('online', () => void token());
  const session: Session = {
    ...{ subject, renew },
    signInAnew: () => void manager.signinRedirect({ state: location.pathname + location.search }).catch(() => undefined),
    signOut: () => {
      forget();
      // Acts that wait stay: they are their author's, and nobody else is shown them.
      void deviceStore('days')
        .drop(subject)
        .catch(() => undefined)
        .then(() => manager.signoutRedirect())
        .catch(() => manager.removeUser().then(() => location.reload()));
    },
    lapsed: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      snapshot: () => lapsedAt !== null,
    },
  };
  return { session, token };
}

/** By the refresh token; else by asking Keycloak in a frame whether it still knows the reader, which leaves the page as it is. */
async function knownAnew(manager: UserManager): Promise<User | null> {
  const user = await manager.getUser();
  const refreshed = user?.refresh_token === undefined ? null : await manager.signinSilent().catch(() => null);
  return refreshed ?? manager.signinSilent({ forceIframeAuth: true }).catch(() => null);
}

async function comeBack(manager: UserManager): Promise<void> {
  try {
    const user = await manager.signinCallback();
    const target = typeof user?.state === 'string' && user.state.startsWith('/console/') ? user.state : '/console/';
    history.replaceState(null, '', target);
  } catch {
    // An answer that was used already, or one that nobody asked for: begin anew.
    history.replaceState(null, '', '/console/');
  }
}
