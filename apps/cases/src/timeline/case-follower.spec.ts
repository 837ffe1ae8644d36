import { CaseFollower } from './case-follower.js';
import type { FeedService } from './feed.service.js';
import type { TimelineEntry } from './timeline.types.js';

/** A feed in memory that notes from where it was looked at. */
class Feed {
  readonly looks: string[] = [];
  readonly entries: TimelineEntry[] = [];
  broken = false;

  add(type: TimelineEntry['type'], data: object = {}, internal = false): void {
    const cursor = `7:${this.entries.length + 1}`;
    this.entries.push({ cursor, type, internal, data: JSON.stringify(data) } as TimelineEntry);
  }

  async ofCaseAfter(_number: string, after: string): Promise<TimelineEntry[]> {
    this.looks.push(after);
    if (this.broken) throw new Error('the database is away');
    const [xid, seq] = after.split(':').map(Number) as [number, number];
    return xid > 7 ? [] : this.entries.slice(xid < 7 ? 0 : seq);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('following a case', () => {
  let feed: Feed;
  let follower: CaseFollower;
  beforeEach(() => {
    feed = new Feed();
    feed.add('received', { stage: 'received' });
    follower = new CaseFollower(feed as unknown as FeedService);
  });
  afterEach(() => {
    follower.onApplicationShutdown();
    expect([follower.followers, follower.watched]).toEqual([0, 0]);
  });
  const typesOf = async (entries: AsyncGenerator<TimelineEntry>): Promise<string[]> => {
    const types: string[] = [];
    for await (const { type } of entries) types.push(type);
    return types;
  };

  it('looks once for all who follow', async () => {
    const followers = Array.from({ length: 20 }, () => follower.follow('c', '7:1'));
    const next = followers.map((entries) => entries.next());
    await pause(1_700);
    expect(follower.watched).toBe(1);
    expect(feed.looks.length).toBeLessThanOrEqual(5);
    feed.add('added');
    for (const step of await Promise.all(next)) expect(step.value).toMatchObject({ type: 'added' });
    await Promise.all(followers.map((entries) => entries.return(undefined)));
    const looks = feed.looks.length;
    await pause(700);
    expect(feed.looks).toHaveLength(looks);
  });

  it('tells each from its own cursor, also beside one whose cursor lies where nothing is yet', async () => {
    const [future, all] = [follower.follow('c', '99:1'), follower.follow('c', '0:0')];
    const never = future.next();
    expect((await all.next()).value).toMatchObject({ type: 'received' });
    feed.add('added');
    expect((await all.next()).value).toMatchObject({ type: 'added' });
    await Promise.all([future.return(undefined), all.return(undefined)]);
    expect((await never).done).toBe(true);
  });

  it('ends when the case is closed and everything was told', async () => {
    const following = [typesOf(follower.follow('c', '0:0')), typesOf(follower.follow('c', '7:1'))];
    await pause(100);
    feed.add('rated');
    feed.add('closed', { stage: 'closed' });
    expect(await Promise.all(following)).toEqual([['received', 'rated', 'closed'], ['rated', 'closed']]);
    expect(await typesOf(follower.follow('c', '7:3'))).toEqual([]);
  });

  it('keeps internal entries to those who may see them, and goes on behind them', async () => {
    const following = [typesOf(follower.follow('c', '7:1')), typesOf(follower.follow('c', '7:1', { isStaff: true }))];
    await pause(100);
    feed.add('instructed', {}, true);
    feed.add('closed', { stage: 'closed' });
    expect(await Promise.all(following)).toEqual([['closed'], ['instructed', 'closed']]);
  });

  it('tells that the resident was reached, and what was said to those who work on it alone', async () => {
    const textsOf = async (entries: AsyncGenerator<TimelineEntry>): Promise<unknown[]> => {
      const texts: unknown[] = [];
      for await (const { type, text } of entries) texts.push([type, text]);
      return texts;
    };
    feed.entries.push({ cursor: '7:2', type: 'contacted', internal: false, text: '老人耳背', data: '{}' } as TimelineEntry);
    feed.add('closed', { stage: 'closed' });
    expect(await Promise.all([textsOf(follower.follow('c', '7:1')), textsOf(follower.follow('c', '7:1', { isStaff: true }))])).toEqual([
      [['contacted', null], ['closed', undefined]],
      [['contacted', '老人耳背'], ['closed', undefined]],
    ]);
  });

  it('goes on with a case that was opened again', async () => {
    feed.add('closed', { stage: 'closed' });
    feed.add('reopened', { stage: 'handling' });
    const following = typesOf(follower.follow('c', '7:2'));
    await pause(100);
    feed.add('answered', { stage: 'evaluating' });
    feed.add('closed', { stage: 'closed' });
    expect(await following).toEqual(['reopened', 'answered', 'closed']);
  });

  it('ends after its time', async () => {
    expect(await typesOf(follower.follow('c', '7:1', { longestMs: 50 }))).toEqual([]);
  });

  it('tells everybody that the looking failed, and looks again for who comes back', async () => {
    const waiting = [follower.follow('c', '7:1'), follower.follow('c', '7:1')].map((entries) => entries.next());
    await pause(100);
    feed.broken = true;
    const ended = await Promise.allSettled(waiting);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    feed.broken = false;
    const again = follower.follow('c', '0:0');
    expect((await again.next()).value).toMatchObject({ type: 'received' });
    await again.return(undefined);
  });
});
