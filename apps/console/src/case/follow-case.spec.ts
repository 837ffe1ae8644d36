import { Client, subscriptionExchange } from 'urql';
import { followCase } from './follow-case.js';

interface Sink {
  next(result: object): void;
  error(error: unknown): void;
  complete(): void;
}

const NEWS = 'subscription ($after: String) { caseEvents(number: "990121-20261126-000001", after: $after) { cursor } }';
const NOT_THEIRS = { data: null, errors: [{ message: 'gone', extensions: { code: 'CASE_NOT_FOUND' } }] };
const AWAY = { data: null, errors: [{ message: 'away', extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } }] };
const entry = (cursor: string) => ({ data: { caseEvents: { cursor } } });

/** A reader of a case, the lines that were opened for them, and what they heard. */
async function follower() {
  const lines: { after: unknown; sink: Sink; isOpen: boolean }[] = [];
  const exchange = subscriptionExchange({
    forwardSubscription: ({ variables }) => ({
      subscribe: (sink) => {
        const line = { after: (variables as { after: unknown }).after, sink: sink as Sink, isOpen: true };
        lines.push(line);
        return { unsubscribe: () => void (line.isOpen = false) };
      },
    }),
  });
  const heard = { asked: 0, isGone: false, toldGone: 0 };
  const client = new Client({ url: '/graphql', preferGetMethod: false, exchanges: [exchange] });
  const leave = followCase('7:1', {
    open: (after) => client.subscription(NEWS, { after }),
    ask: () => void (heard.asked += 1),
    setGone(isGone) {
      heard.isGone = isGone;
      if (isGone) heard.toldGone += 1;
    },
  });
  await pass(0);
  return { lines, heard, leave, last: () => lines.at(-1)! };
}

const pass = (ms: number) => import.meta.jest.advanceTimersByTimeAsync(ms);

describe('following a case', () => {
  beforeEach(() => void import.meta.jest.useFakeTimers());
  afterEach(() => void import.meta.jest.useRealTimers());

  it('begins from what was read, and asks at each entry', async () => {
    const { lines, heard, last } = await follower();
    expect(lines.map(({ after }) => after)).toEqual(['7:1']);
    last().sink.next(entry('7:2'));
    last().sink.next(entry('7:3'));
    expect(heard).toEqual({ asked: 2, isGone: false, toldGone: 0 });
  });

  it('takes a line that broke up where it was, before anybody hears of it', async () => {
    const { lines, heard, last } = await follower();
    last().sink.next(entry('7:2'));
    last().sink.error(new Error('reset'));
    await pass(1_000);
    expect(lines.map(({ after, isOpen }) => [after, isOpen])).toEqual([['7:1', false], ['7:2', true]]);
    expect(heard).toEqual({ asked: 1, isGone: false, toldGone: 0 });
  });

  it.each([
    ['nobody answers', (sink: Sink) => sink.error(new Error('refused'))],
    ['the service behind is away', (sink: Sink) => sink.next(AWAY)],
  ])('says that the line has gone while %s, and asks for nothing', async (_, fail) => {
    const { lines, heard, last } = await follower();
    fail(last().sink);
    await pass(1_000);
    expect(heard.isGone).toBe(false);
    for (let tries = 2; tries < 6; tries += 1) {
      expect(lines).toHaveLength(tries);
      fail(last().sink);
      expect(heard.isGone).toBe(true);
      await pass(15_000);
    }
    expect(heard.asked).toBe(0);
    expect(lines.filter(({ isOpen }) => isOpen)).toEqual([last()]);
    await pass(2_000);
    expect(heard.isGone).toBe(false);
  });

  it('does not ask because a line ended that is taken up again: the service may have stopped', async () => {
    const { lines, heard, last } = await follower();
    await pass(3_600_000);
    last().sink.complete();
    await pass(3_600_000);
    last().sink.complete();
    await pass(10_000);
    expect(lines).toHaveLength(3);
    expect(heard).toEqual({ asked: 0, isGone: false, toldGone: 0 });
  });

  it('asks once where the service has nothing more to tell, and hears of a case that is opened again', async () => {
    const { lines, heard, last } = await follower();
    for (const soon of [1_000, 15_000, 15_000, 15_000]) {
      last().sink.complete();
      await pass(soon);
    }
    expect(heard).toEqual({ asked: 1, isGone: false, toldGone: 0 });
    last().sink.next(entry('9:1'));
    expect(heard.asked).toBe(2);
    expect(lines.filter(({ isOpen }) => isOpen)).toEqual([last()]);
  });

  it('asks where the case is no longer theirs to see, and does not call that a line that has gone', async () => {
    const { heard, last } = await follower();
    await pass(3_600_000);
    last().sink.complete();
    await pass(1_000);
    last().sink.next(NOT_THEIRS);
    expect(heard).toEqual({ asked: 1, isGone: false, toldGone: 0 });
  });

  it('no longer says that the line has gone once a closed case ends it', async () => {
    const { heard, last } = await follower();
    last().sink.error(new Error('reset'));
    await pass(1_000);
    last().sink.error(new Error('refused'));
    await pass(15_000);
    expect(heard.isGone).toBe(true);
    last().sink.complete();
    expect(heard.isGone).toBe(false);
  });

  it.each([
    ['on a line', async () => undefined],
    ['between two lines', async ({ last }: Awaited<ReturnType<typeof follower>>) => last().sink.error(new Error('reset'))],
  ])('leaves nothing behind when it is left %s', async (_, before) => {
    const one = await follower();
    await before(one);
    one.leave();
    expect(import.meta.jest.getTimerCount()).toBe(0);
    await pass(60_000);
    expect(one.lines.map(({ isOpen }) => isOpen)).toEqual([false]);
    expect(one.heard).toEqual({ asked: 0, isGone: false, toldGone: 0 });
  });
});
