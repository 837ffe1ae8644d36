import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { asSystem } from '@yiwang/platform/row-scope';
import { FeedService } from './feed.service.js';
import { leftEarly } from './left-early.js';

const LOOK_EVERY_MS = 500;
/** Whoever follows asks their lists again at each word: not more often than they can read. */
const TELL_EVERY_MS = 2_000;
const LONGEST_MS = 60 * 60_000;

/**
 * Tells many readers to which of their cases something happened. The feed is looked at twice a second for all of them, while
 * there is anybody; each is asked what of it they see at most every other second.
 */
@Injectable()
export class ChangedCases implements OnApplicationShutdown {
  private readonly readers = new Set<Reader>();
  private looking: Promise<void> | null = null;

  constructor(private readonly feed: FeedService) {}

  /**
   * Numbers of changed cases from now on, until the reader leaves, an hour is over or the service stops.
   * @param seen which of some cases the reader sees now, asked in the scope in which the stream is read.
   */
  follow(seen: (numbers: readonly string[]) => Promise<string[]>): AsyncGenerator<string[]> {
    const reader = new Reader();
    this.readers.add(reader);
    const leave = (): void => {
      clearTimeout(timer);
      this.readers.delete(reader);
      reader.leave();
    };
    const timer = setTimeout(leave, LONGEST_MS);
    timer.unref();
    this.looking ??= asSystem('feed', () => this.look()).finally(() => (this.looking = null));
    return leftEarly(told(reader, seen, leave), leave);
  }

  /** How many are being told. */
  get followers(): number {
    return this.readers.size;
  }

  onApplicationShutdown(): void {
    for (const reader of this.readers) reader.leave();
    this.readers.clear();
  }

  /** While the database is away nothing changes that could be told; the lists themselves say that it is. */
  private async look(): Promise<void> {
    let after: string | null = null;
    while (this.readers.size > 0) {
      try {
        after ??= await this.feed.newest();
        const { numbers, cursor, hasMore } = await this.feed.touchedAfter(after);
        after = cursor;
        for (const reader of this.readers) reader.add(numbers);
        if (hasMore) continue;
      } catch {
        // Asked again from the same place.
      }
      await pause(LOOK_EVERY_MS, undefined, { ref: false });
    }
  }
}

/** What one reader has not been told yet. */
class Reader {
  private readonly leaving = new AbortController();
  private readonly news = new EventTarget();
  private waiting = new Set<string>();

  get left(): AbortSignal {
    return this.leaving.signal;
  }

  leave(): void {
    this.leaving.abort();
  }

  add(numbers: readonly string[]): void {
    if (numbers.length === 0) return;
    for (const number of numbers) this.waiting.add(number);
    this.news.dispatchEvent(new Event('news'));
  }

  /** Waits until there is something; nothing where the reader has left. */
  async take(): Promise<string[]> {
    if (this.waiting.size === 0) await once(this.news, 'news', { signal: this.left }).catch(() => undefined);
    const taken = [...this.waiting];
    this.waiting = new Set();
    return this.left.aborted ? [] : taken;
  }
}

async function* told(reader: Reader, seen: (numbers: readonly string[]) => Promise<string[]>, leave: () => void): AsyncGenerator<string[]> {
  try {
    while (!reader.left.aborted) {
      const numbers = await reader.take();
      const theirs = numbers.length > 0 ? await seen(numbers) : [];
      if (theirs.length > 0 && !reader.left.aborted) yield theirs;
      await pause(TELL_EVERY_MS, undefined, { signal: reader.left, ref: false }).catch(() => undefined);
    }
  } finally {
    leave();
  }
}
