import { SingleBar } from 'cli-progress';

export interface Progress {
  update(doneCharacters: number, rows: number): void;
  /** One line of its own, above the bar. */
  say(line: string): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;

/** A bar on a terminal; elsewhere a plain line now and then, so that a log stays readable. */
export function progressOn(stream: NodeJS.WriteStream, totalCharacters: number): Progress {
  return stream.isTTY ? bar(stream, totalCharacters) : plainLines(stream, totalCharacters);
}

function bar(stream: NodeJS.WriteStream, total: number): Progress {
  const single = new SingleBar({
    stream,
    format: '{bar} {percentage}% | {rows} | {duration_formatted}',
    hideCursor: true,
    clearOnComplete: false,
  });
  single.start(total, 0, { rows: 0 });
  return {
    update: (done, rows) => single.update(done, { rows }),
    say: (line) => {
      stream.write(`\r\u001b[K${line}\n`);
    },
    stop: () => single.stop(),
  };
}

function plainLines(stream: NodeJS.WriteStream, total: number): Progress {
  let lastAt = Date.now();
  return {
    update: (done, rows) => {
      if (Date.now() - lastAt < LINE_EVERY_MS) return;
      lastAt = Date.now();
      stream.write(`${Math.floor((done / total) * 100)}% | ${rows}\n`);
    },
    say: (line) => {
      stream.write(`${line}\n`);
    },
    stop: () => undefined,
  };
}
