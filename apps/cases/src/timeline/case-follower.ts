import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { FeedService } from './feed.service.js';
import type { TimelineEntry } from './timeline.types.js';

const LOOK_EVERY_MS = 500;

/**
 * Follows single cases for subscribers by looking at the feed twice a second while somebody listens. LISTEN and NOTIFY
 * would be quicker by half a second, but every commit with a notification takes one lock for the whole database.
 */
@Injectable()
export class CaseFollower implements OnApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(private readonly feed: FeedService) {}

  async *follow(caseNumber: string, after: string): AsyncGenerator<TimelineEntry> {
    let cursor = after;
    while (!this.stopping.signal.aborted) {
      for (const entry of await this.feed.ofCaseAfter(caseNumber, cursor)) {
        cursor = entry.cursor;
        yield entry;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  onApplicationShutdown(): void {
    this.stopping.abort();
  }
}
