import { describeFaults, isWell, summaryOf, type FaultResult } from './report.js';

const result = (over: Partial<FaultResult> = {}): FaultResult => ({
  ...{ name: 'the worker is stopped', shows: 'noWorker', cases: 100, shownAfterMs: Array<number>(100).fill(4_000), instead: {}, failed: null },
  mend: { by: 'itself', afterMs: Array<number>(100).fill(2_000), instead: {} },
  ...over,
});
const shown = (count: number): Partial<FaultResult> => ({ shownAfterMs: Array<number>(count).fill(4_000), instead: count === 100 ? {} : { unclaimed: 100 - count } });

describe('a summary of faults', () => {
  it.each<[string, FaultResult[], boolean]>([
    ['every case true and mended', [result()], true],
    ['one of a hundred shows another reason', [result(shown(99))], true],
    ['two of a hundred do', [result(shown(98))], false],
    ['two of two hundred do, over all faults', [result(shown(98)), result()], true],
    ['one is not mended by what says so', [result({ mend: { by: 'retryStart', afterMs: Array<number>(99).fill(1), instead: { notStarted: 1 } } })], false],
    ['nothing mends it, and it says so', [result({ mend: null })], true],
    ['a fault could not be tried', [result(), result({ failed: 'PostgreSQL did not stop', cases: 0, shownAfterMs: [], mend: null })], false],
  ])('%s', (_, results, expected) => {
    expect(isWell(summaryOf(results))).toBe(expected);
  });

  it('says what was shown, how soon, and what instead', () => {
    const text = describeFaults(summaryOf([result({ ...shown(98), mend: { by: 'retryStart', afterMs: [1_000, 3_000], instead: { notStarted: 98 } } })]));
    expect(text).toContain('98 of 100 show noWorker, after 4.0 s in the median, 4.0 s at most; instead: unclaimed 2');
    expect(text).toContain('mended by retryStart: 2 of 100, after 3.0 s in the median, 3.0 s at most; instead: notStarted 98');
    expect(text).toContain('98 of 100 cases showed the true reason (98.0 %, wanted 99 %); 2 of 100 were mended');
  });
});
