import { CHANNELS, TASK_KINDS, TIERS } from '@yiwang/domain/paths';
import type { CaseFilterInput } from '../graph/generated/graphql.js';

/** Which cases a number counts, as the service says it; what it leaves open is null. */
export type Where = { [K in keyof CaseFilterInput]?: CaseFilterInput[K] };

const TEXTS = {
  ...{ areaCode: 'area', card: 'card', channel: 'channel', categoryCode: 'category', tier: 'tier', unitCode: 'unit', paused: 'paused' },
  ...{ reviewBefore: 'review', receivedFrom: 'from', receivedBefore: 'before', taskKind: 'task', taskTier: 'taskTier' },
} as const;
const FLAGS = ['open', 'running', 'lastRound'] as const;

/** The page of the cases behind a number: its address says which. */
export function addressOf(where: Where): string {
  const params = new URLSearchParams();
  for (const [field, name] of Object.entries(TEXTS)) {
    const value = where[field as keyof typeof TEXTS];
    if (value != null) params.set(name, String(value));
  }
  for (const flag of FLAGS) if (where[flag]) params.set(flag, '1');
  return `/cases?${params.toString()}`;
}

const oneOf = <T extends string>(some: readonly T[], value: string | null): T | undefined => some.find((one) => one === value);
const code = (value: string | null): string | undefined => (value !== null && /^[\w.-]{1,64}$/.test(value) ? value : undefined);
const instant = (value: string | null): string | undefined => (value === null || Number.isNaN(Date.parse(value)) ? undefined : new Date(value).toISOString());

/** What such an address says besides what the page's own filters read from it. Only what is known counts. */
export function readBehind(params: URLSearchParams): CaseFilterInput {
  const found: CaseFilterInput = {
    channel: oneOf(CHANNELS, params.get('channel')),
    categoryCode: code(params.get('category')),
    tier: oneOf(TIERS, params.get('tier')),
    unitCode: code(params.get('unit')),
    paused: oneOf(['waitingForResident', 'suspended'] as const, params.get('paused')),
    reviewBefore: instant(params.get('review')),
    receivedFrom: instant(params.get('from')),
    receivedBefore: instant(params.get('before')),
    taskKind: oneOf(TASK_KINDS, params.get('task')),
    taskTier: oneOf(TIERS, params.get('taskTier')),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, params.get(flag) === '1' ? true : undefined])),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The names under which an address says so: to take it all back at once. */
export const BEHIND_PARAMS: readonly string[] = [...Object.values(TEXTS).filter((name) => name !== 'area' && name !== 'card'), ...FLAGS];
