import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isFinal, type Stage } from '@yiwang/domain/paths';
import { asSystem } from '@yiwang/platform/row-scope';
import { entryAsRead } from './as-read.js';
import { FeedService, parseCursor } from './feed.service.js';
import { leftEarly } from './left-early.js';
import type { TimelineEntry } from './timeline.types.js';

const LOOK_EVERY_MS = 500;
/** A token ends a subscription sooner; who has none comes back with the last cursor. */
const LONGEST_MS = 60 * 60_000;

export interface Following {
  /** Whether entries for those who work on the case are told too. */
  isStaff?: boolean;
  longestMs?: number;
}

/**
 * Follows single cases for subscribers by looking at the feed twice a second while somebody listens, once for all
 * listeners of a case. LISTEN and NOTIFY would be quicker by half a second, but every commit with a notification takes
 * one lock for the whole database.
 */
@Injectable()
export class CaseFollower implements OnApplicationShutdown {
  private readonly following = new Set<AbortController>();
  private readonly watches = new Map<string, CaseWatch>();

  constructor(private readonly feed: FeedService) {}

  /**
   * News of a case until it is closed and all was told, an hour is over, the subscriber leaves or the service stops.
   * @throws AppError CURSOR_INVALID
   */
  follow(
    caseNumber: string,
    after: string,
    { isStaff = false, longestMs = LONGEST_MS }: Following = {},
  ): AsyncGenerator<TimelineEntry> {
    parseCursor(after);
    const leaving = new AbortController();
    this.following.add(leaving);
    const leave = (): void => {
      clearTimeout(timer);
      leaving.abort();
      this.following.delete(leaving);
    };
    const timer = setTimeout(leave, longestMs);
    timer.unref();
    const entries = this.entriesAfter(caseNumber, after, isStaff, leaving.signal, leave);
    return leftEarly(entries, leave);
  }

  /** How many subscribers are being served. */
  get followers(): number {
    return this.following.size;
  }

  /** How many cases are being looked at for them. */
  get watched(): number {
    return this.watches.size;
  }

  onApplicationShutdown(): void {
    for (const leaving of this.following) leaving.abort();
  }

  private async *entriesAfter(
    caseNumber: string,
    after: string,
    isStaff: boolean,
    left: AbortSignal,
    leave: () => void,
  ): AsyncGenerator<TimelineEntry> {
    if (left.aborted) return;
    const watch = this.join(caseNumber, left);
    let cursor = after;
    try {
      while (await watch.hasNews(cursor, left)) {
        const entries = await this.feed.ofCaseAfter(caseNumber, cursor);
        // There are news and this reader finds none: the case has gone where they may not see it.
        if (entries.length === 0) return;
        for (const entry of entries) {
          if (left.aborted) return;
          cursor = entry.cursor;
          const read = entryAsRead(entry, isStaff);
          if (read !== null) yield read;
        }
      }
    } finally {
      leave();
    }
  }

  private join(caseNumber: string, left: AbortSignal): CaseWatch {
    const known = this.watches.get(caseNumber);
    // One watch looks for all who follow, each of whom then reads for themselves.
    const watch = known ?? asSystem('feed', () => new CaseWatch((cursor) => this.feed.ofCaseAfter(caseNumber, cursor)));
    if (!known) {
      this.watches.set(caseNumber, watch);
      watch.over.addEventListener('abort', () => this.forget(caseNumber, watch), { once: true });
    }
    watch.add(left);
    return watch;
  }

  /** A watch that is over may have a successor already. */
  private forget(caseNumber: string, watch: CaseWatch): void {
    if (this.watches.get(caseNumber) === watch) this.watches.delete(caseNumber);
  }
}

/** Looks for news of one case while somebody follows it, and tells every follower when there are some. */
class CaseWatch {
  private readonly news = new EventEmitter().setMaxListeners(0);
  private readonly ending = new AbortController();
  private followers = 0;
  private isClosed = false;
  /** From the beginning, and not from a follower's cursor: that may lie where nothing is yet. */
  private newest = '0:0';

  constructor(private readonly entriesAfter: (cursor: string) => Promise<TimelineEntry[]>) {
    void this.look();
  }

  /** Aborted when nobody follows any more, or with the error that ended the looking. */
  get over(): AbortSignal {
    return this.ending.signal;
  }

  add(left: AbortSignal): void {
    this.followers += 1;
    const leave = (): void => {
      this.followers -= 1;
      if (this.followers === 0) this.ending.abort();
    };
    left.addEventListener('abort', leave, { once: true });
  }

  /** Waits until there is something after a cursor. Answers false when the follower left or nothing more will come. */
  async hasNews(cursor: string, left: AbortSignal): Promise<boolean> {
    const signal = AbortSignal.any([left, this.over]);
    while (!signal.aborted) {
      if (isAfter(this.newest, cursor)) return true;
      if (this.isClosed) return false;
      await once(this.news, 'news', { signal }).catch(() => undefined);
    }
    if (!left.aborted && this.over.reason instanceof LookFailed) throw this.over.reason.cause;
    return false;
  }

  private async look(): Promise<void> {
    try {
      while (!this.over.aborted) {
        const entries = await this.entriesAfter(this.newest);
        this.newest = entries.at(-1)?.cursor ?? this.newest;
        for (const entry of entries) this.isClosed = isClosing(entry) ?? this.isClosed;
        if (entries.length > 0) this.news.emit('news');
        await pause(LOOK_EVERY_MS, undefined, { signal: this.over }).catch(() => undefined);
      }
    } catch (cause) {
      this.ending.abort(new LookFailed('', { cause }));
    }
  }
}

class LookFailed extends Error {}

/** Whether an entry closes the case or opens it again; undefined where it says nothing of that. */
function isClosing({ type, data }: TimelineEntry): boolean | undefined {
  if (type === 'reopened') return false;
  const { stage } = JSON.parse(data) as { stage?: Stage };
  return stage === undefined ? undefined : isFinal(stage);
}

function isAfter(cursor: string, other: string): boolean {
  const [xid, seq] = parseCursor(cursor).map(BigInt) as [bigint, bigint];
  const [otherXid, otherSeq] = parseCursor(other).map(BigInt) as [bigint, bigint];
  return xid === otherXid ? seq > otherSeq : xid > otherXid;
}
