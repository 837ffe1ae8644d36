import { onEnd, pipe, subscribe, takeWhile, type Source } from 'wonka';

/** A line that has held so long stands; no sooner is anything else asked less often. */
const STANDS_MS = 2_000;
const AGAIN_MS = 10_000;
/** A county's centre hears of something every second: the list is read no more often than people can. */
const ASK_EVERY_MS = 5_000;

export interface Changes {
  open(): Source<{ error?: unknown }>;
  ask(): void;
  setLive(isLive: boolean): void;
}

/**
 * Asks whenever a line says that something changed: at once after a quiet while, and every few seconds at most. A line that
 * ends is taken up again, and what was missed is asked for once the next one stands.
 * @returns what ends it.
 */
export function followChanges({ open, ask, setLive }: Changes): () => void {
  let isLeft = false;
  let hasMissed = false;
  let askedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let line: { unsubscribe(): void } | undefined;

  const askSoon = (): void => {
    asking ??= setTimeout(() => {
      asking = undefined;
      askedAt = Date.now();
      ask();
    }, Math.max(0, askedAt + ASK_EVERY_MS - Date.now()));
  };
  const stands = (): void => {
    setLive(true);
    if (hasMissed) askSoon();
    hasMissed = false;
  };
  const follow = (): void => {
    timer = setTimeout(stands, STANDS_MS);
    line = pipe(
      open(),
      takeWhile(({ error }) => error === undefined, true),
      onEnd(() => {
        if (isLeft) return;
        clearTimeout(timer);
        hasMissed = true;
        setLive(false);
        timer = setTimeout(follow, AGAIN_MS);
      }),
      subscribe(({ error }) => {
        if (error === undefined) askSoon();
      }),
    );
  };

  follow();
  return () => {
    isLeft = true;
    clearTimeout(timer);
    clearTimeout(asking);
    line?.unsubscribe();
    setLive(false);
  };
}
