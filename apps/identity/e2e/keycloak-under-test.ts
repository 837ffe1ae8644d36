import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { keycloakStandIn } from './keycloak-stand-in.js';

/** Keycloak behind a line that can be cut, and somebody who changes things in it by hand. */
export interface KeycloakUnderTest {
  /** Whether it is Keycloak itself. */
  isReal: boolean;
  url: string;
  secret: string;
  /** An administrator of Keycloak, on a line of their own. */
  byHand: KeycloakAdminClient;
  /** Refuses every connection from now on and ends those that stand. */
  cut(): void;
  mend(): void;
  signIn(userId: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The real one that YIWANG_TEST_KEYCLOAK names, with the realm imported and the administrator's password and the identity
 * client's secret in YIWANG_TEST_KEYCLOAK_ADMIN and _SECRET; otherwise a stand-in that speaks its API.
 */
export async function keycloakUnderTest(): Promise<KeycloakUnderTest> {
  const real = process.env['YIWANG_TEST_KEYCLOAK'];
  const standIn = real ? null : await keycloakStandIn();
  const address = real ?? standIn!.url;
  const line = await lineTo(new URL(address));
  const byHand = new KeycloakAdminClient({ baseUrl: address, realmName: real ? 'master' : 'yiwang' });
  const password = process.env['YIWANG_TEST_KEYCLOAK_ADMIN'] ?? '';
  await byHand.auth(
    real
      ? { grantType: 'password', clientId: 'admin-cli', username: 'admin', password }
      : { grantType: 'client_credentials', clientId: 'by-hand', clientSecret: 'x' },
  );
  byHand.setConfig({ realmName: 'yiwang' });
  return {
    isReal: real !== undefined,
    url: line.url,
    secret: process.env['YIWANG_TEST_KEYCLOAK_SECRET'] ?? 'stand-in',
    byHand,
    cut: line.cut,
    mend: line.mend,
    signIn: (userId) => (standIn ? Promise.resolve(standIn.signIn(userId)) : reallySignIn(address, byHand, userId)),
    async close() {
      await line.close();
      await standIn?.close();
    },
  };
}

async function reallySignIn(address: string, byHand: KeycloakAdminClient, id: string): Promise<void> {
  const password = 'signed-in-once';
  await byHand.users.resetPassword({ id, credential: { type: 'password', value: password, temporary: false } });
  const username = (await byHand.users.findOne({ id }))?.username ?? '';
  const response = await fetch(`${address}/realms/yiwang/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'password', client_id: 'yiwang-web', username, password }),
  });
  if (!response.ok) throw new Error(`nobody could sign in: ${await response.text()}`);
}

async function lineTo({ hostname, port }: URL) {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => open.delete(socket) && other.destroy());
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => void (isCut = false),
    close: () => {
      cut();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
