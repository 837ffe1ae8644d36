/** Of whoever holds cases: a unit, or the posts of an area at a tier. */
export interface PaceFacts {
  /** Cases whose clock runs and whose deadline has passed. */
  late: number;
  /** The other ones by whole days that are left to them: 0 is due within a day. In any order. */
  dueIn: readonly { days: number; cases: number }[];
  /** Answered in the last `days` days. */
  finished: number;
  days: number;
}

/** The numbers from which it was reckoned, as they are shown: whoever reckons with them comes to the same. */
export interface PaceWarning {
  kind: 'pace';
  /** `late` ones included. */
  open: number;
  late: number;
  finished: number;
  days: number;
  /** To a tenth, or as it is where that would be nothing. */
  perDay: number;
  /** Whole days until all is done; null where nothing is ever done. */
  daysToClear: number | null;
  /** How many of those in time now will be late. */
  breaks: number;
}

/** Fewer say nothing of a pace. */
const LEAST_OPEN = 3;

/**
 * Whether open work will break its deadlines at today's pace, the earliest due first and what is late already before it.
 * Whoever has a day left has all of that day.
 */
export function paceWarning({ late, dueIn, finished, days }: PaceFacts): PaceWarning | null {
  const open = late + dueIn.reduce((sum, { cases }) => sum + cases, 0);
  const exact = finished / days;
  const perDay = Math.round(exact * 10) / 10 || exact;
  let before = late;
  let breaks = 0;
  for (const { days: left, cases } of dueIn.toSorted((a, b) => a.days - b.days)) {
    const inTime = Math.floor(perDay * (left + 1) + 1e-9);
    breaks += Math.max(0, before + cases - Math.max(before, inTime));
    before += cases;
  }
  if (open < LEAST_OPEN || breaks === 0) return null;
  return { kind: 'pace', ...{ open, late, finished, days, perDay, breaks }, daysToClear: perDay === 0 ? null : Math.ceil(open / perDay - 1e-9) };
}
