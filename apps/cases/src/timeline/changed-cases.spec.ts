import { setTimeout as pause } from 'node:timers/promises';
import { ChangedCases } from './changed-cases.js';
import type { FeedService } from './feed.service.js';

/** A feed in memory that counts how often it was looked at. */
class Feed {
  looks = 0;
  isAway = false;
  private touched: string[] = [];

  touch(...numbers: string[]): void {
    this.touched.push(...numbers);
  }

  async newest(): Promise<string> {
    return '0:0';
  }

  async touchedAfter(after: string) {
    this.looks += 1;
    if (this.isAway) throw new Error('the database is away');
    const numbers = this.touched;
    this.touched = [];
    return { numbers, cursor: after, hasMore: false };
  }
}

describe('which cases changed', () => {
  let feed: Feed;
  let changed: ChangedCases;
  beforeEach(() => {
    feed = new Feed();
    changed = new ChangedCases(feed as unknown as FeedService);
  });
  afterEach(() => changed.onApplicationShutdown());
  const all = async (numbers: readonly string[]): Promise<string[]> => [...numbers];

  it('is looked for once for all who follow, and not while nobody does', async () => {
    const followers = Array.from({ length: 20 }, () => changed.follow(all));
    const next = followers.map((numbers) => numbers.next());
    await pause(50);
    feed.touch('a', 'b', 'a');
    for (const { value } of await Promise.all(next)) expect(value).toEqual(['a', 'b']);
    expect(feed.looks).toBeLessThanOrEqual(3);
    await Promise.all(followers.map((numbers) => numbers.return(undefined)));
    expect(changed.followers).toBe(0);
    await pause(1_100);
    const { looks } = feed;
    await pause(1_200);
    expect(feed.looks).toBe(looks);
  });

  it('comes together: what happens while somebody reads is told in one word', async () => {
    const numbers = changed.follow(all);
    const first = numbers.next();
    await pause(50);
    feed.touch('a');
    expect((await first).value).toEqual(['a']);
    const second = numbers.next();
    feed.touch('b');
    await pause(1_100);
    feed.touch('c', 'b');
    expect((await second).value).toEqual(['b', 'c']);
  });

  it('is silent about what a reader does not see, and goes on', async () => {
    const numbers = changed.follow(async (some) => some.filter((number) => number !== 'hidden'));
    const next = numbers.next();
    await pause(50);
    feed.touch('hidden');
    await pause(1_500);
    feed.touch('seen');
    expect((await next).value).toEqual(['seen']);
  });

  it('is told after the database was away', async () => {
    const numbers = changed.follow(all);
    feed.isAway = true;
    const next = numbers.next();
    await pause(1_500);
    feed.isAway = false;
    feed.touch('a');
    expect((await next).value).toEqual(['a']);
  });

  it('lets a reader go who waits for something', async () => {
    const numbers = changed.follow(all);
    const next = numbers.next();
    await numbers.return(undefined);
    expect(await next).toEqual({ done: true, value: undefined });
    expect(changed.followers).toBe(0);
  });
});
