import { keep, kept, newKey } from '../kit/kept.js';

export const ACTS = ['add', 'urge', 'withdraw', 'reopen'] as const;
export type Act = (typeof ACTS)[number];

/** What was sent about a case and not answered: the very same goes out again, under the same key, also after a reload. */
export interface PendingAct {
  act: Act;
  text: string;
  key: string;
}

const nameOf = (number: string): string => `act.${number}`;

/** As an older page may have kept it; anything else is none. */
export function readPending(found: unknown): PendingAct | null {
  const { act, text, key } = (found ?? {}) as Partial<PendingAct>;
  return ACTS.includes(act as Act) && typeof text === 'string' && typeof key === 'string' && key !== '' ? { act: act as Act, text, key } : null;
}

export const pendingAct = (number: string): PendingAct | null => readPending(kept<unknown>(nameOf(number), null));

/** Kept before it is sent, so that no answer can be lost without it. */
export function beginAct(number: string, act: Act, text: string): PendingAct {
  const pending = { act, text, key: newKey() };
  keep(nameOf(number), pending);
  return pending;
}

export const endAct = (number: string): boolean => keep(nameOf(number), null);
