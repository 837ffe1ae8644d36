import { ImportProblem } from './errors.js';

/** A part that does not answer now but may later. */
export class Away extends Error {
  constructor(
    readonly what: string,
    cause?: unknown,
  ) {
    super(`${what} is away`, { cause });
  }
}

export interface RetryOptions {
  /** How long to go on trying before giving up. */
  patienceMs: number;
  onWait?: (what: string, waitMs: number) => void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** Tries again with growing, slightly uneven waits while a part is away; everything else is thrown at once. */
export async function withRetries<T>(attempt: () => Promise<T>, { patienceMs, onWait }: RetryOptions): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (let round = 0; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** round) * (0.75 + Math.random() / 2);
      if (Date.now() + waitMs > giveUpAt) {
        throw new ImportProblem(
          `${error.what} 持续不可用，已停止；原样再次运行即可从中断处继续`,
          `${error.what} stays away, so this stopped; run the same command again to go on from here`,
        );
      }
      onWait?.(error.what, waitMs);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
