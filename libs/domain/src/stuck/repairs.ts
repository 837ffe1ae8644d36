import type { ReasonKind } from './reasons.js';

/**
 * What a person can do where the machine is in the way of one case. `retryStart`: hand it to the engine now;
 * `retryNotices`: send again what was not taken; `skipNotices`: it will not be sent, somebody was told otherwise;
 * `compareRecords`: look now whether records and workflow agree, and set the records right.
 */
export const REPAIRS = ['retryStart', 'retryNotices', 'skipNotices', 'compareRecords'] as const;
export type Repair = (typeof REPAIRS)[number];

const FOR: Partial<Record<ReasonKind, readonly Repair[]>> = {
  notStarted: ['retryStart'],
  deliveryFailing: ['retryNotices', 'skipNotices'],
  recordsDiffer: ['compareRecords'],
};

/** What can be done about these reasons, in the order in which it should be tried. */
export const repairsFor = (kinds: readonly ReasonKind[]): Repair[] => REPAIRS.filter((repair) => kinds.some((kind) => FOR[kind]?.includes(repair)));
