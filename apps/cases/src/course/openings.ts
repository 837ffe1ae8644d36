/** A workflow that another worker opens is never heard of here: then it is forgotten after this time. */
const FORGET_AFTER_MS = 10_000;

/**
 * Starts that have not led to a first step yet. The relay can start workflows faster than the worker opens them, and
 * everybody's decisions would queue behind them; so it starts no more than the worker keeps up with. Relay and recorder
 * share one of these in the worker's process.
 */
export class Openings {
  private readonly startedAt = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** How many more may be started now. */
  room(now: number = Date.now()): number {
    for (const [caseNumber, at] of this.startedAt) {
      if (now - at < FORGET_AFTER_MS) break;
      this.startedAt.delete(caseNumber);
    }
    return Math.max(0, this.most - this.startedAt.size);
  }

  started(caseNumber: string, now: number = Date.now()): void {
    this.startedAt.set(caseNumber, now);
  }

  opened(caseNumber: string): void {
    this.startedAt.delete(caseNumber);
  }
}
