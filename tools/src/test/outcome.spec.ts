import { added, afterSecondTry, failedFiles, mayTryAgain, lastLine, NOTHING, outcomeOf, type JestReport } from './outcome.js';

const report = (changes: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...changes,
});

describe('the count at the end of the tests', () => {
  it('counts a test file that does not load as a failure', () => {
    const notLoaded = { name: 'a.spec.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
    expect(outcomeOf(report({ numPassedTests: 3, testResults: [notLoaded] }))).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a file whose tests pass and whose clean-up throws', () => {
    const untidy = { name: 'a.spec.ts', status: 'failed', message: 'x', assertionResults: [{ status: 'passed' }] };
    expect(outcomeOf(report({ numPassedTests: 1, testResults: [untidy] })).failed).toBe(1);
  });

  it('does not count a failed test and its file twice', () => {
    const file = { name: 'a.spec.ts', status: 'failed', message: 'x', assertionResults: [{ status: 'failed' }] };
    expect(outcomeOf(report({ numFailedTests: 1, testResults: [file] })).failed).toBe(1);
  });

  it('says it in one plain line, with skipped ones only where there are some', () => {
    const outcome = added({ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 1, skipped: 0 });
    expect(lastLine(outcome)).toBe('3 passed, 1 failed');
    expect(lastLine(added(outcome, { ...NOTHING, skipped: 2 }))).toBe('3 passed, 1 failed, 2 skipped');
  });
});

describe('a second try of what failed', () => {
  const file = (name: string, ...states: string[]) => ({
    ...{ name, status: states.includes('failed') ? 'failed' : 'passed', message: '' },
    assertionResults: states.map((status, i) => ({ status, fullName: `${name} ${i}` })),
  });
  const first = report({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, testResults: [file('a', 'passed', 'failed'), file('b', 'passed', 'passed', 'pending')] });

  it('names the files and the tests in them', () => {
    expect([...failedFiles(first)]).toEqual([['a', ['a 1']]]);
  });

  it('counts the tests of a file once, as they stand after it', () => {
    const passed = report({ numPassedTests: 2, testResults: [file('a', 'passed', 'passed')] });
    expect(afterSecondTry(first, passed)).toEqual({ passed: 4, failed: 0, skipped: 1 });
    expect(afterSecondTry(first, report({ ...first, numPassedTests: 1, numPendingTests: 0 }))).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('is given to few files alone', () => {
    expect([0, 1, 3, 4].map((n) => mayTryAgain(new Map(Array.from({ length: n }, (_, i) => [i, i]) as never)))).toEqual([false, true, true, false]);
  });
});
