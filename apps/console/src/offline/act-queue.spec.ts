import { ActQueue, type Sent, type WaitingAct } from './act-queue.js';

const act = (id: string, over: Partial<WaitingAct> = {}) => ({ id, kind: 'answer', title: id, target: `task-${id}`, input: { version: 1 }, ...over });
const refusal: Sent = { is: 'refused', problem: { code: 'VERSION_CONFLICT', message: '已被别人改动' } };

/** As the browser's locks do it: one after the other. */
function oneByOne() {
  let last = Promise.resolve();
  return (work: () => Promise<void>) => (last = last.then(work));
}

/** A device with its network, which answers as it is told. */
function device(subject = 'li', kept = new Map<string, WaitingAct>(), alone = oneByOne()) {
  const sent: WaitingAct[] = [];
  let answer: (act: WaitingAct) => Sent = () => ({ is: 'done' });
  let clock = 0;
  const store = {
    put: async (value: WaitingAct) => kept.set(value.id, structuredClone(value)),
    get: async (id: string) => kept.get(id) ?? null,
    all: async () => [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    drop: async (id: string) => kept.delete(id),
  };
  const queue = new ActQueue({
    ...{ subject, store, now: () => ++clock, alone },
    send: async (one) => {
      sent.push(structuredClone(one));
      return answer(one);
    },
  });
  return { queue, kept, alone, store, sent, ids: () => sent.map(({ id }) => id), answers: (by: typeof answer) => (answer = by) };
}
const offline = (): Sent => ({ is: 'later' });

describe('acts that are sent later', () => {
  it('are sent at once where there is network, and nothing is kept', async () => {
    const { queue, kept, ids } = device();
    expect(await queue.submit(act('b'))).toEqual({ is: 'done' });
    expect([ids(), kept.size, queue.snapshot()]).toEqual([['b'], 0, []]);
  });

  it('are told their refusal at once, and nothing is kept', async () => {
    const { queue, kept, answers } = device();
    answers(() => refusal);
    expect(await queue.submit(act('b'))).toEqual(refusal);
    expect(kept.size).toBe(0);
  });

  it('outlive a closed browser and go out in the order in which they were decided', async () => {
    const before = device();
    before.answers(offline);
    for (const id of ['c', 'a', 'b']) expect(await before.queue.submit(act(id))).toEqual({ is: 'kept' });
    const after = device('li', before.kept);
    await after.queue.load();
    await after.queue.flush();
    expect(after.ids()).toEqual(['c', 'a', 'b']);
    expect([after.queue.snapshot(), after.kept.size]).toEqual([[], 0]);
  });

  it('stay where the network goes again, the rest behind them', async () => {
    const { queue, ids, answers } = device();
    answers(offline);
    for (const id of ['a', 'b', 'c']) await queue.submit(act(id));
    answers(({ id }) => (id === 'a' ? { is: 'done' } : { is: 'later' }));
    await queue.flush();
    expect(queue.snapshot().map(({ id }) => id)).toEqual(['b', 'c']);
    expect(ids().slice(3)).toEqual(['a', 'b']);
  });

  it('keep their words where they are refused, hold what follows on the same thing, and let others pass', async () => {
    const { queue, answers, kept } = device();
    answers(offline);
    await queue.submit(act('a', { target: 't', input: { version: 1, answer: '已修好' } }));
    await queue.submit(act('b', { target: 't' }));
    await queue.submit(act('c'));
    answers(({ id }) => (id === 'a' ? refusal : { is: 'done' }));
    await queue.flush();
    expect(queue.snapshot()).toMatchObject([{ id: 'a', state: 'refused', problem: { code: 'VERSION_CONFLICT' }, input: { answer: '已修好' } }, { id: 'b', state: 'waiting' }]);
    expect(kept.get('a')).toMatchObject({ state: 'refused' });
    await queue.drop('a');
    await queue.flush();
    expect(queue.snapshot()).toEqual([]);
  });

  it('are sent again on what their author has seen since, under the same key', async () => {
    const { queue, answers, sent } = device();
    answers(offline);
    await queue.submit(act('a'));
    answers(() => refusal);
    await queue.flush();
    answers(() => ({ is: 'done' }));
    await queue.again('a', { version: 7 });
    expect(sent.at(-1)).toMatchObject({ id: 'a', input: { version: 7 } });
    expect(queue.snapshot()).toEqual([]);
  });

  it('keep what their author changed of them, also where that is refused again', async () => {
    const { queue, answers, kept } = device();
    answers(offline);
    await queue.submit(act('a', { input: { version: 1, answer: '旧话' } }));
    answers(() => refusal);
    await queue.flush();
    await queue.again('a', { version: 7, answer: '新话' });
    expect(queue.snapshot()).toMatchObject([{ id: 'a', state: 'refused', input: { version: 7, answer: '新话' } }]);
    expect(kept.get('a')).toMatchObject({ input: { answer: '新话' } });
  });

  it('wait behind an earlier one on the same thing and follow its version', async () => {
    const { queue, answers, sent } = device();
    answers(offline);
    await queue.submit(act('a', { target: 't' }));
    answers(() => ({ is: 'done', version: 2 }));
    expect(await queue.submit(act('b', { target: 't' }))).toEqual({ is: 'kept' });
    await queue.flush();
    expect(sent.slice(1).map(({ id, input }) => [id, input.version])).toEqual([['a', 1], ['b', 2]]);
  });

  it('do not follow a version that somebody else made', async () => {
    const { queue, answers, sent } = device();
    answers(offline);
    await queue.submit(act('a', { target: 't' }));
    await queue.submit(act('b', { target: 't', input: { version: 5 } }));
    answers(() => ({ is: 'done', version: 2 }));
    await queue.flush();
    expect(sent.at(-1)).toMatchObject({ id: 'b', input: { version: 5 } });
  });

  it('are not sent by somebody else on the same phone', async () => {
    const li = device('li');
    li.answers(offline);
    await li.queue.submit(act('a'));
    const wang = device('wang', li.kept);
    await wang.queue.load();
    await wang.queue.flush();
    expect([wang.queue.snapshot(), wang.ids(), li.kept.size]).toEqual([[], [], 1]);
  });

  it('are sent once where two things ask for it together', async () => {
    const { queue, answers, ids } = device();
    answers(offline);
    await queue.submit(act('a'));
    answers(() => ({ is: 'done' }));
    await Promise.all([queue.flush(), queue.flush()]);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('are sent once where two windows of the same person ask for it together', async () => {
    const one = device();
    one.answers(offline);
    for (const id of ['a', 'b']) await one.queue.submit(act(id));
    one.answers(() => ({ is: 'done' }));
    const other = device('li', one.kept, one.alone);
    await other.queue.load();
    await Promise.all([one.queue.flush(), other.queue.flush()]);
    expect([one.ids().slice(2), other.ids(), other.queue.snapshot()]).toEqual([['a', 'b'], [], []]);
  });

  it('go on with what concerns others where the service fails with one of them', async () => {
    const { queue, answers, ids } = device();
    answers(offline);
    await queue.submit(act('a', { target: 't' }));
    await queue.submit(act('b', { target: 't' }));
    await queue.submit(act('c'));
    answers(({ id }) => (id === 'a' ? { is: 'later', isAlone: true } : { is: 'done' }));
    await queue.flush();
    expect(ids().slice(2)).toEqual(['a', 'c']);
    expect(queue.snapshot().map(({ id, state }) => [id, state])).toEqual([['a', 'waiting'], ['b', 'waiting']]);
  });

  it('say so where the device keeps nothing', async () => {
    const { queue, answers, store } = device();
    answers(offline);
    store.put = () => Promise.reject(new Error('full'));
    expect(await queue.submit(act('a'))).toEqual({ is: 'refused', problem: { code: 'NOT_KEPT', message: '' } });
  });
});
