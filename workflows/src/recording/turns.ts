/** Whoever takes one decision at a time: the name of the one that is being recorded, or null. */
export interface TakesTurns {
  deciding: string | null;
}

/** The end of each queue; not state, and rebuilt by whatever replays. */
const LAST = new WeakMap<TakesTurns, Promise<unknown>>();

/**
 * Decisions that reach a workflow together follow each other in the order in which they came, whoever they come from: a
 * person, a clock, another workflow. Each must ask again, once it is its turn, whether it is still wanted; what went
 * before may have ended it. A queue of promises, not a condition that all who wait look at: a burst of hundreds would
 * have each of them look at every turn.
 */
export function inTurn<T>(state: TakesTurns, name: string, work: () => Promise<T>): Promise<T> {
  const mine = (LAST.get(state) ?? Promise.resolve()).then(async () => {
    state.deciding = name;
    try {
      return await work();
    } finally {
      state.deciding = null;
    }
  });
  LAST.set(
    state,
    mine.catch(() => undefined),
  );
  return mine;
}
