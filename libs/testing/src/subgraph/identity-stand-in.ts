import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Position } from '@yiwang/platform/auth';

interface AskedPost {
  role: string;
  areaCode: string;
  unitCode?: string;
}

interface Asked {
  posts?: AskedPost[];
  count?: number;
  categoryCodes?: string[];
  residentId?: string;
  verifierId?: string;
  handlerIds?: string[];
}

/** What identity would know of people, clients and consents; a test fills in what it is about. */
export interface IdentityStandIn {
  url: string;
  /** Who acts for somebody who is away; null: nobody does. */
  acting: Map<string, string | null>;
  /** How many cases a client may still start, and of which categories only; whoever is not in it may start any. */
  quotas: Map<string, { left: number; categories?: string[] }>;
  /** What was asked of quotas, in order. */
  quotasAsked: { subject: string; count: number; categoryCodes: string[] }[];
  /** Consents in force, as `resident/person`. */
  proxies: Set<string>;
  /** Who stood in for whom at some time, as `one/other`. */
  stoodIn: Set<string>;
  /** Of these questions it answers none, as if it were away. */
  away: Set<string>;
  close(): Promise<void>;
}

type Answer = { data: unknown } | { errors: { message: string; extensions: Record<string, unknown> }[] };

const refusal = (code: string, details: object): Answer => ({ errors: [{ message: code, extensions: { code, ...details } }] });

/** A server that answers what other services ask of identity. */
export async function identityStandIn(positions: Map<string, Position[]>, vacant: Set<string>): Promise<IdentityStandIn> {
  const known: Omit<IdentityStandIn, 'url' | 'close'> = {
    ...{ acting: new Map(), quotas: new Map(), quotasAsked: [], proxies: new Set(), stoodIn: new Set(), away: new Set() },
  };
  const actingOf = (personId: string) => {
    const actingId = known.acting.has(personId) ? known.acting.get(personId)! : personId;
    return { personId, actingId };
  };
  /** Those of `positions`, and somebody more unless it is vacant or never a person's. */
  const holdersOf = ({ role, areaCode, unitCode }: AskedPost) => {
    const held = (one: Position): boolean =>
      one.role === role && one.areaCode === areaCode && (unitCode === undefined || one.unitCode === unitCode) && !one.actingForId;
    const own = [...positions].filter(([, list]) => list.some(held)).map(([subject]) => subject);
    const others = role === 'externalSystem' || vacant.has(unitCode ?? role) ? [] : ['somebody'];
    return { holders: [...own, ...others].map(actingOf) };
  };
  const take = (subject: string, { count = 0, categoryCodes = [] }: Asked): Answer => {
    known.quotasAsked.push({ subject, count, categoryCodes });
    const quota = known.quotas.get(subject);
    const refused = categoryCodes.find((code) => quota?.categories && !quota.categories.includes(code));
    if (refused) return refusal('CLIENT_CATEGORY_REFUSED', { field: 'categoryCodes', value: refused, expected: quota!.categories });
    if (quota && quota.left < count) return refusal('CLIENT_QUOTA_SPENT', { period: 'day', limit: quota.left });
    if (quota) quota.left -= count;
    return { data: { takeClientQuota: true } };
  };
  const verifying = ({ verifierId = '', handlerIds = [] }: Asked): Answer => {
    const conflicts = handlerIds.filter(
      (id) => id === verifierId || known.stoodIn.has(`${id}/${verifierId}`) || known.stoodIn.has(`${verifierId}/${id}`),
    );
    return { data: { mayVerify: { allowed: conflicts.length === 0, conflicts } } };
  };
  const answers: Record<string, (subject: string, asked: Asked) => Answer> = {
    holdersOf: (_, { posts = [] }) => ({ data: { holdersOf: posts.map(holdersOf) } }),
    takeClientQuota: take,
    proxyFor: (subject, { residentId }) => ({
      data: { proxyFor: known.proxies.has(`${residentId}/${subject}`) ? { id: `proxy-of-${residentId}` } : null },
    }),
    mayVerify: (_, asked) => verifying(asked),
    myPositions: (subject) => ({ data: { myPositions: positions.get(subject) ?? [] } }),
  };
  const server = createServer((request, response) => {
    const payload = request.headers.authorization?.split('.')[1] ?? '';
    const subject = payload && (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub?: string }).sub;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Asked };
      const question = Object.keys(answers).find((one) => query.includes(one)) ?? 'myPositions';
      if (known.away.has(question)) return void request.socket.destroy();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers[question]!(subject ?? '', variables ?? {})));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    ...known,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
