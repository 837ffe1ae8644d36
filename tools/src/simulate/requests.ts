import { DAY_MS } from './rhythm.js';
import type { Doing, TaskAct } from './task-acts.types.js';
import { REASONS } from './texts.js';
import { between, type Timing } from './timing.js';

const DAY_UNIT = { village: 'calendarDays', above: 'workingDays' } as const;

/** What somebody asks for on the way, and how much later they are done then. At most one of the three. */
export function requestOf(doing: Doing, timing: Timing): { acts: TaskAct[]; laterMs: number } {
  const { habits, chance, task } = doing;
  const own = chance.of('request');
  const at = (share: number): number => between(timing, share);
  const ask = (kind: string, more: object, reason: string, atMs: number): TaskAct[] => [
    { mutation: 'requestApproval', input: { kind, reason, ...more }, atMs },
  ];
  const days = own.whole(1, 4);
  if (own.happens(habits.asksExtension)) {
    const unit = task.kind === 'handle' ? DAY_UNIT.village : DAY_UNIT.above;
    const reason = own.one(REASONS.extension);
    return { acts: ask('extension', { by: { amount: days, unit } }, reason, at(0.6)), laterMs: days * DAY_MS * 0.8 };
  }
  if (own.happens(habits.asksPause)) {
    const by = { amount: Math.min(days, 3), unit: DAY_UNIT.village };
    return { acts: ask('pause', { by }, own.one(REASONS.pause), at(0.4)), laterMs: by.amount * DAY_MS };
  }
  if (own.happens(habits.asksSuspension)) {
    const atMs = at(0.5);
    const review = own.whole(5, 30) * DAY_MS;
    const reviewAt = new Date(atMs + review).toISOString();
    return { acts: ask('suspension', { reviewAt }, own.one(REASONS.suspension), atMs), laterMs: DAY_MS };
  }
  return { acts: [], laterMs: 0 };
}
