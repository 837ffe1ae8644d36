import { condition } from '@temporalio/workflow';
import { businessAt, engineAt, IDENTITY, type TimeMap } from '@yiwang/domain/time';

/** Whoever lives in business time: outside simulations that is the engine's own. */
export interface Timed {
  time?: TimeMap;
}

/** The business instant now, ISO 8601 in UTC. */
export const now = ({ time = IDENTITY }: Timed): string => new Date(businessAt(time, Date.now())).toISOString();

/**
 * Waits until the condition holds, or for a business instant. True when the condition held; an instant that has passed
 * already, as after an outage, is not waited for.
 */
export async function until({ time = IDENTITY }: Timed, holds: () => boolean, dueAt: string): Promise<boolean> {
  const leftMs = engineAt(time, Date.parse(dueAt)) - Date.now();
  return leftMs <= 0 ? holds() : condition(holds, leftMs);
}
