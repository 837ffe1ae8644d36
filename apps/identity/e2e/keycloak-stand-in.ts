import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface User {
  id: string;
  username: string;
  firstName: string;
  enabled: boolean;
  roles: Set<string>;
  notBefore: number;
}

type Body = Record<string, unknown>;
type Answer = { status: number; body?: unknown; location?: string };

const ROLES =
  'gridMember villageOfficial townCentre departmentHandler countyCentre cityCentre supervisor leader externalSystem resident administrator'.split(
    ' ',
  );
const roleOf = (name: string) => ({ id: `role-${name}`, name });
const subjectOf = (clientId: string): string =>
  `00000000-0000-4000-9000-${Buffer.from(clientId.padEnd(6)).toString('hex').slice(0, 12)}`;

/** As much of Keycloak's administrator's API as people are kept in step by, over users in memory. */
export async function keycloakStandIn() {
  const users = new Map<string, User>();
  const adminEvents: object[] = [];
  const signIns: object[] = [];
  const clients = new Map<string, { id: string; clientId: string; secret: string; enabled: boolean; account: string }>();

  const note = (operationType: string, resourceType: string, resourcePath: string, userId: string): void => {
    const event = { id: randomUUID(), time: Date.now(), operationType, resourceType, resourcePath };
    adminEvents.unshift({ ...event, authDetails: { userId } });
  };
  const show = ({ roles: _, ...user }: User) => user;

  const usersPart = (method: string, path: string[], query: URLSearchParams, body: Body, by: string): Answer => {
    const [id, what] = path;
    if (id === undefined) {
      const all = [...users.values()].toSorted((a, b) => (a.username < b.username ? -1 : 1)).map(show);
      const first = Number(query.get('first') ?? 0);
      return { status: 200, body: all.slice(first, first + Number(query.get('max') ?? 100)) };
    }
    const user = users.get(id);
    if (!user) return { status: 404, body: { error: 'User not found' } };
    if (what === 'role-mappings') {
      if (method === 'GET') return { status: 200, body: [...user.roles].map(roleOf) };
      for (const { name } of body as unknown as { name: string }[]) {
        if (method === 'POST') user.roles.add(name);
        else user.roles.delete(name);
      }
      note(method === 'POST' ? 'CREATE' : 'DELETE', 'REALM_ROLE_MAPPING', `users/${id}/role-mappings/realm`, by);
      return { status: 204 };
    }
    if (what === 'logout') {
      user.notBefore = Math.floor(Date.now() / 1_000);
      return { status: 204 };
    }
    if (what === 'reset-password') return { status: 204 };
    if (method === 'GET') return { status: 200, body: show(user) };
    if (method === 'DELETE') users.delete(id);
    else Object.assign(user, body);
    note(method === 'DELETE' ? 'DELETE' : 'UPDATE', 'USER', `users/${id}`, by);
    return { status: 204 };
  };

  const clientsPart = (method: string, path: string[], body: Body): Answer => {
    const [id, what] = path;
    if (id === undefined) {
      if ([...clients.values()].some(({ clientId }) => clientId === body['clientId'])) return { status: 409, body: {} };
      const given = { clientId: String(body['clientId']), enabled: true };
      const made = { ...given, id: randomUUID(), secret: randomUUID(), account: randomUUID() };
      clients.set(made.id, made);
      const account = { id: made.account, username: `service-account-${made.clientId}`, firstName: '', enabled: true };
      users.set(made.account, { ...account, roles: new Set(), notBefore: 0 });
      return { status: 201, location: `/clients/${made.id}` };
    }
    const client = clients.get(id);
    if (!client) return { status: 404, body: {} };
    if (what === 'service-account-user') return { status: 200, body: show(users.get(client.account)!) };
    if (what === 'client-secret') {
      if (method === 'POST') client.secret = randomUUID();
      return { status: 200, body: { type: 'secret', value: client.secret } };
    }
    if (method === 'DELETE') clients.delete(id);
    if (method === 'PUT') Object.assign(client, body);
    return { status: method === 'GET' ? 200 : 204, body: method === 'GET' ? client : undefined };
  };

  const imported = (body: { users: (Omit<User, 'roles'> & { realmRoles: string[] })[] }, by: string): Answer => {
    let added = 0;
    for (const { realmRoles, ...user } of body.users) {
      if ([...users.values()].some(({ username }) => username === user.username)) continue;
      users.set(user.id, { ...user, roles: new Set(realmRoles), notBefore: 0 });
      note('CREATE', 'USER', `users/${user.id}`, by);
      added += 1;
    }
    return { status: 200, body: { added } };
  };

  const answer = (method: string, url: URL, body: Body, by: string): Answer => {
    const path = url.pathname.replace('/admin/realms/yiwang', '').split('/').filter(Boolean);
    const [part, ...rest] = path;
    const first = Number(url.searchParams.get('first') ?? 0);
    const page = (all: object[]) => all.slice(first, first + Number(url.searchParams.get('max') ?? 100));
    if (part === 'users') return usersPart(method, rest, url.searchParams, body, by);
    if (part === 'clients') {
      const named = url.searchParams.get('clientId');
      if (method === 'GET' && rest.length === 0) {
        return { status: 200, body: [...clients.values()].filter(({ clientId }) => clientId === named) };
      }
      return clientsPart(method, rest, body);
    }
    if (part === 'partialImport') return imported(body as unknown as Parameters<typeof imported>[0], by);
    // Keycloak itself fails on a list in one word.
    if (url.searchParams.getAll('resourceTypes').some((type) => type.includes(','))) return { status: 500, body: {} };
    if (part === 'admin-events') return { status: 200, body: page(adminEvents) };
    if (part === 'events') return { status: 200, body: page(signIns) };
    if (part === 'roles' && rest[1] === 'users') {
      return { status: 200, body: page([...users.values()].filter(({ roles }) => roles.has(rest[0]!)).map(show)) };
    }
    if (part === 'roles') return { status: 200, body: ROLES.map(roleOf) };
    return { status: 404, body: {} };
  };

  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://stand-in');
      if (url.pathname.endsWith('/token')) {
        const who = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
        return send(response, { status: 200, body: { access_token: tokenOf(subjectOf(who.split(':')[0] ?? '')) } });
      }
      const by = JSON.parse(
        Buffer.from((request.headers.authorization ?? '').split('.')[1] ?? '', 'base64url').toString() || '{}',
      ) as { sub?: string };
      const body = (text ? JSON.parse(text) : {}) as Body;
      send(response, answer(request.method ?? 'GET', url, body, by.sub ?? ''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    users,
    signIn: (userId: string) => void signIns.unshift({ id: randomUUID(), time: Date.now(), type: 'LOGIN', userId }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

function tokenOf(sub: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ sub, exp: Math.floor(Date.now() / 1_000) + 300 })}.x`;
}

function send(response: ServerResponse, { status, body, location }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
