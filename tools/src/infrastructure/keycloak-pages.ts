import { askRealm, type RealmAccess } from './keycloak-identity.js';

/** The public client by which people sign in from a browser (apps/console). */
const PAGES_CLIENT = 'yiwang-web';

interface PagesClient {
  id: string;
  clientId: string;
  webOrigins?: string[];
}

/** Lets pages on these origins ask Keycloak for tokens: a second system beside the first has other ports. */
export async function ensurePagesOrigins(access: RealmAccess, origins: readonly string[]): Promise<void> {
  const [client] = await askRealm<PagesClient[]>(access, 'GET', `clients?clientId=${PAGES_CLIENT}`);
  if (client === undefined) return;
  const known = client.webOrigins ?? [];
  const missing = origins.filter((origin) => !known.includes(origin));
  if (missing.length === 0) return;
  await askRealm(access, 'PUT', `clients/${client.id}`, { clientId: PAGES_CLIENT, webOrigins: [...known, ...missing] });
}
