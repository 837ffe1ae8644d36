/** An instant: ISO 8601 text or milliseconds since 1970, both UTC. */
export type Instant = string | number;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Milliseconds since 1970; throws RangeError for a text that is no instant, which is a fault of the program. */
export function toMs(instant: Instant): number {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(ms)) throw new RangeError(`Not an instant: ${instant}`);
  return ms;
}

const later = (from: Instant, ms: number): string => new Date(toMs(from) + ms).toISOString();

/** When the first response is due: hours by the clock from receipt (24 on the village path). */
export const responseDueAt = (receivedAt: Instant, limitHours: number): string =>
  later(receivedAt, limitHours * HOUR_MS);

/** When the answer is due: calendar days by the clock, so five days end at the same time of day as the receipt. */
export const resolutionDueAt = (receivedAt: Instant, limitDays: number): string =>
  later(receivedAt, limitDays * DAY_MS);

/** When a case that nobody rates closes as "not rated": calendar days from the answer. */
export const ratingClosesAt = (answeredAt: Instant, windowDays: number): string =>
  later(answeredAt, windowDays * DAY_MS);

/** Milliseconds left until a deadline; negative once it has passed. */
export const remainingMs = (dueAt: Instant, now: Instant): number => toMs(dueAt) - toMs(now);

/** Whether a deadline has passed; the instant itself is still in time. */
export const isOverdue = (dueAt: Instant, now: Instant): boolean => remainingMs(dueAt, now) < 0;
