import { added, lastLine, NOTHING, outcomeOf, type JestReport } from './outcome.js';

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
