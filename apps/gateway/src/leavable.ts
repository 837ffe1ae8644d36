/**
 * The same events, but whoever leaves is gone at once. A generator alone would not notice while nothing happens: its
 * `return` waits for the next event, and everything behind it goes on for good.
 * @param leave ends what the events come from; called once, also when they end by themselves.
 */
export function leavable<T>(events: AsyncIterable<T>, leave: () => unknown): AsyncGenerator<T> {
  const source = events[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  let isOver = false;
  let answerWaiting: (step: IteratorResult<T>) => void = () => undefined;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    leave();
    answerWaiting(done);
  };
  const following = (): Promise<IteratorResult<T>> =>
    new Promise((resolve, reject) => {
      answerWaiting = resolve;
      source.next().then(resolve, reject);
    });
  return {
    async next() {
      if (isOver) return done;
      try {
        const step = await following();
        if (step.done) end();
        return step;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      source.return?.().catch(() => undefined);
      return done;
    },
    async throw(error) {
      await this.return(undefined);
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return(undefined);
    },
  };
}
