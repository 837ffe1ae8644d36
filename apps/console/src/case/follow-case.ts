import type { OperationResult } from 'urql';
import { onEnd, pipe, subscribe, takeWhile, type Source } from 'wonka';
import { problemOf } from '../graph/problems.js';

/** A line that stood and ended is taken up so soon, before anybody hears of it. */
const SOON_MS = 1_000;
/** One that ends again and again is taken up as often as the lists are asked for. */
const AGAIN_MS = 15_000;
/** One that has held so long stands. */
const STANDS_MS = 2_000;

export interface Follower {
  /** A line to what happens after a cursor; news only without it. */
  open(after: string | null): Source<Pick<OperationResult<{ caseEvents: { cursor: string } }>, 'data' | 'error'>>;
  /** Something happened, or nothing more will be told: the case is closed, or no longer theirs to see. */
  ask(): void;
  /** Whether there is no line to the news. */
  setGone(isGone: boolean): void;
}

/**
 * Follows a case until it is left, from a cursor on; a line that breaks or that the service ends is taken up where it was.
 * 1. A line that ends once says nothing: the service may have stopped, or an hour is over. What happens until the next one
 *    stands is told by that one.
 * 2. Only one that ends again before it stood does: by a failure, that it is gone; otherwise, to ask, once until one stands.
 * @param from the cursor of the newest entry that was read.
 * @returns what leaves the case: nothing is told afterwards.
 */
export function followCase(from: string | null, { open, ask, setGone }: Follower): () => void {
  let after = from;
  let endings = 0;
  let hasAsked = false;
  let isLeft = false;
  let timer: ReturnType<typeof setTimeout>;
  let line: { unsubscribe(): void };

  const stands = (): void => {
    endings = 0;
    hasAsked = false;
    setGone(false);
  };
  const ended = (hasFailed: boolean): void => {
    if (isLeft) return;
    clearTimeout(timer);
    endings += 1;
    if (!hasFailed) setGone(false);
    else if (endings > 1) setGone(true);
    timer = setTimeout(follow, endings > 1 ? AGAIN_MS : SOON_MS);
    if (hasFailed || endings === 1 || hasAsked) return;
    hasAsked = true;
    ask();
  };
  const follow = (): void => {
    let hasFailed = false;
    timer = setTimeout(stands, STANDS_MS);
    line = pipe(
      open(after),
      // The client keeps a line over which the service said an error.
      takeWhile(({ error }) => error === undefined, true),
      onEnd(() => ended(hasFailed)),
      subscribe(({ data, error }) => {
        hasFailed = error !== undefined && problemOf(error).code !== 'CASE_NOT_FOUND';
        if (error !== undefined || data === undefined) return;
        after = data.caseEvents.cursor;
        stands();
        ask();
      }),
    );
  };

  follow();
  return () => {
    isLeft = true;
    clearTimeout(timer);
    line.unsubscribe();
  };
}
