export interface LoopOptions {
  /** How long to rest when there was nothing to do, in milliseconds. */
  restMs: number;
  /** A round that failed; the next one comes after a rest. */
  onFailure: (error: unknown) => void;
}

/**
 * Does the same round of work again and again: at once after a round that found something, after a rest otherwise. Rounds
 * of one loop never overlap. The work itself must be safe beside other processes' loops; row locks see to that.
 */
export class BackgroundLoop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = true;

  /** @param round does what there is to do, up to a sensible amount, and answers how much that was. */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly options: LoopOptions,
  ) {}

  start(): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    this.running = this.turn();
  }

  /** Lets the round that is under way end. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    const done = await this.round().catch((error: unknown) => {
      this.options.onFailure(error);
      return 0;
    });
    if (this.isStopped) return;
    this.timer = setTimeout(() => (this.running = this.turn()), done > 0 ? 0 : this.options.restMs);
    // A loop that rests keeps no process alive.
    this.timer.unref();
  }
}
