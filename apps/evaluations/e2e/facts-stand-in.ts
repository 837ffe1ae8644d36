import { randomUUID } from 'node:crypto';
import type { CaseFacts, FactEvent } from '@yiwang/domain/figures';
import type { TestIssuer } from '@yiwang/testing/keycloak';
import type { TestSubgraph } from '@yiwang/testing/subgraph';
import { answering } from './stand.js';

export const COUNTY = '990121';
export const TOWN = '990121001';
export const VILLAGE = '990121001001';
export const OTHER_VILLAGE = '990121002001';

/** An instant of the past: noon of a day, in the county's time. */
export const noon = (date: string, hours = 0): string => new Date(Date.parse(`${date}T12:00:00+08:00`) + hours * 3_600_000).toISOString();

export interface Told extends CaseFacts {
  newest: string;
  stage: string;
  round: number;
  closedAs: string | null;
  closedAt: string | null;
}

let numbers = 0;

/** A case as cases would tell it: received on a date, due in five days, with what happened to it. */
export function told(date: string, events: readonly FactEvent[] = [], over: Partial<Told> = {}): Told {
  numbers += 1;
  const end = events.findLast(({ type }) => type === 'closed');
  return {
    ...{ caseNumber: `${COUNTY}-${date.replaceAll('-', '')}-${String(numbers).padStart(6, '0')}`, countyCode: COUNTY },
    ...{ areaCode: `${VILLAGE}001`, kind: 'complaint', caseClass: 'simple', categoryCode: 'roads', channel: 'qr', path: 'villageDirect' },
    ...{ receivedAt: noon(date), responseDueAt: noon(date, 24), firstResponseAt: noon(date, 2), firstDueAt: noon(date, 120) },
    ...{ dueAt: noon(date, 120), isCopy: false, events, missed: [], newest: `1:${numbers}`, stage: end ? 'closed' : 'evaluating' },
    ...{ round: 1, closedAs: end?.as ?? null, closedAt: end?.at ?? null },
    ...over,
  };
}

export const answeredOn = (date: string, over: Partial<FactEvent> = {}): FactEvent => ({
  ...{ type: 'answered', at: noon(date), round: 1, tier: 'grid', areaCode: `${VILLAGE}001` },
  ...over,
});
export const ratedOn = (date: string, rating: FactEvent['rating']): FactEvent => ({ type: 'rated', at: noon(date), rating, round: 1 });
export const closedOn = (date: string, as: string): FactEvent => ({ type: 'closed', at: noon(date), as });
export const lateOn = (date: string, over: object = {}) => ({
  ...{ clock: 'resolution' as const, dueAt: noon(date), tier: 'grid' as const, areaCode: `${VILLAGE}001` },
  ...over,
});

/** The feed of facts, with Keycloak's token endpoint beside it: what is put into `changes` comes in that order. */
export async function factsStandIn(issuer: () => TestIssuer) {
  const changes: Told[] = [];
  const seen: { roles: string[]; after: string | null }[] = [];
  const reopened: { number: string; reason: string }[] = [];
  const feed = await answering((body, headers) => {
    const { query, variables } = JSON.parse(body) as {
      query: string;
      variables: { after: string | null; first: number; input: { number: string; reason: string } };
    };
    if (query.includes('reopenCase')) {
      reopened.push(variables.input);
      return { data: { reopenCase: { number: variables.input.number } } };
    }
    const payload = String(headers['authorization']).split('.')[1] ?? '';
    const { realm_access: access } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { realm_access: { roles: string[] } };
    seen.push({ roles: access.roles, after: variables.after });
    const from = Number(variables.after?.split(':')[1] ?? 0);
    const facts = changes.slice(from, from + 3);
    const cursor = `1:${from + facts.length}`;
    return { data: { caseFacts: { facts, cursor, hasMore: from + facts.length < changes.length } } };
  });
  let token = '';
  const tokens = await answering(() => ({ access_token: token, expires_in: 300 }));
  return {
    changes,
    seen,
    /** Cases that were opened again, with the reason. */
    reopened,
    url: feed.url,
    tokenUrl: tokens.url,
    /** Before anything is heard. */
    open: async () => {
      token = await issuer().token({ roles: ['service'], clientId: 'yiwang-evaluations', subject: randomUUID() });
    },
    close: async () => {
      await Promise.all([feed.close(), tokens.close()]);
    },
  };
}

/** Waits until so many cases were heard of. */
export async function heardOf(evaluations: TestSubgraph, number: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await evaluations.sql<{ n: number }>('select count(*)::int as n from case_fact');
    if (row?.n === number) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${number} cases were not heard of`);
}
