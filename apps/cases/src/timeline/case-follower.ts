import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { FeedService, parseCursor } from './feed.service.js';
import type { TimelineEntry } from './timeline.types.js';

const LOOK_EVERY_MS = 500;

/**
 * Follows single cases for subscribers by looking at the feed twice a second while somebody listens. LISTEN and NOTIFY
 * would be quicker by half a second, but every commit with a notification takes one lock for the whole database.
 */
@Injectable()
export class CaseFollower implements OnApplicationShutdown {
  private readonly following = new Set<AbortController>();

  constructor(private readonly feed: FeedService) {}

  /**
   * News of a case until the subscriber leaves or the service stops. A generator alone would not notice that somebody
   * left while nothing happens: its `return` waits for the next entry, and the looking would go on for good.
   * @throws AppError CURSOR_INVALID
   */
  follow(caseNumber: string, after: string): AsyncGenerator<TimelineEntry> {
    parseCursor(after);
    const leaving = new AbortController();
    this.following.add(leaving);
    const entries = this.entriesAfter(caseNumber, after, leaving.signal);
    const leave = (): void => {
      leaving.abort();
      this.following.delete(leaving);
    };
    return {
      next: () => entries.next(),
      return(value) {
        leave();
        return entries.return(value);
      },
      throw(error) {
        leave();
        return entries.throw(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        await this.return(undefined);
      },
    };
  }

  /** How many subscribers are being served. */
  get followers(): number {
    return this.following.size;
  }

  onApplicationShutdown(): void {
    for (const leaving of this.following) leaving.abort();
  }

  private async *entriesAfter(caseNumber: string, after: string, left: AbortSignal): AsyncGenerator<TimelineEntry> {
    let cursor = after;
    while (!left.aborted) {
      for (const entry of await this.feed.ofCaseAfter(caseNumber, cursor)) {
        cursor = entry.cursor;
        yield entry;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: left }).catch(() => undefined);
    }
  }
}
