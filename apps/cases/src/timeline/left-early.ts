/**
 * A stream whose reader can leave while nothing happens: a generator alone would not notice, since its `return` waits for
 * what comes next, and the looking would go on for good.
 * @param leave ends the waiting; called once more is harmless.
 */
export function leftEarly<T>(stream: AsyncGenerator<T>, leave: () => void): AsyncGenerator<T> {
  return {
    next: () => stream.next(),
    return(value) {
      leave();
      return stream.return(value);
    },
    throw(error) {
      leave();
      return stream.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return(undefined);
    },
  };
}
