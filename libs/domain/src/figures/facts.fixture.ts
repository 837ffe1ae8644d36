import type { CaseFacts, FactEvent } from './facts.types.js';

/** Day 1 is the first of November 2026, at 10:00 in the county; hours may be added. */
export const at = (day: number, hours = 0): string => new Date(Date.UTC(2026, 10, day, 2 + hours)).toISOString();

/** A complaint received on day 1, due on day 6. */
export const factsOf = (events: readonly FactEvent[] = [], over: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ caseNumber: '990121-20261101-000001', countyCode: '990121', areaCode: '990121001001001', kind: 'complaint', caseClass: 'simple' },
  ...{ categoryCode: null, channel: 'qr', path: 'villageDirect', receivedAt: at(1), responseDueAt: at(2), firstResponseAt: null },
  ...{ firstDueAt: at(6), dueAt: at(6), isCopy: false, events, missed: [] },
  ...over,
});

export const answered = (day: number, tier: FactEvent['tier'] = 'grid', over: Partial<FactEvent> = {}): FactEvent => ({
  ...{ type: 'answered', at: at(day), round: 1, tier, areaCode: '990121001001001' },
  ...over,
});
export const rated = (day: number, rating: FactEvent['rating']): FactEvent => ({ type: 'rated', at: at(day), rating, round: 1 });
export const closed = (day: number, as: string): FactEvent => ({ type: 'closed', at: at(day), as });
export const newRound = (day: number, round: number): FactEvent => ({ type: 'newRound', at: at(day), round });
