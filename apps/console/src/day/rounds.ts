import type { WaitingAct } from '../offline/act-queue.js';
import type { ActKind } from '../offline/sending.js';
import type { Round } from './day.types.js';

/** Where a round is: not yet begun, to be checked in, somebody is on it, over its window, sent later, at its end. */
export type RoundStep = 'tooEarly' | 'toCheckIn' | 'onIt' | 'waiting' | 'ended';

export const roundKey = ({ gridCode, day, slot }: Pick<Round, 'gridCode' | 'day' | 'slot'>): string => `patrol/${gridCode}/${day}/${slot}`;

type Waiting = Pick<WaitingAct<ActKind>, 'kind' | 'target'>;

/** @param subject whoever asks: a round that a colleague checked in to may still be made by them. */
export function stepOf(round: Round, waiting: readonly Waiting[], subject: string, nowMs: number): RoundStep {
  const kinds = waiting.filter(({ target }) => target === roundKey(round)).map(({ kind }) => kind);
  if (kinds.includes('completeRound')) return 'waiting';
  if (round.completedAt !== null) return 'ended';
  if (kinds.includes('checkIn') || (round.checkedInAt !== null && round.subject === subject)) return 'onIt';
  return Date.parse(round.opensAt) > nowMs ? 'tooEarly' : 'toCheckIn';
}

const ORDER: readonly RoundStep[] = ['onIt', 'toCheckIn', 'waiting', 'tooEarly', 'ended'];

/** The round that somebody is on first, then those that are on, the next to come, at last what is done. */
export const inOrder = (rounds: readonly Round[], step: (round: Round) => RoundStep): Round[] =>
  [...rounds].sort((a, b) => ORDER.indexOf(step(a)) - ORDER.indexOf(step(b)) || a.opensAt.localeCompare(b.opensAt) || a.gridCode.localeCompare(b.gridCode));

/** Rounds of a day that is over cannot be made any more. */
export const ofToday = (rounds: readonly Round[], today: string): Round[] => rounds.filter(({ day }) => day === today);
