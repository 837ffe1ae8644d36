/** What Jest writes with `--json`, as far as it is read here. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName?: string }[] }[];
}

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0 };

/** A test file that fails as a whole (it does not load, or its clean-up throws) counts as one failure of its own. */
export function outcomeOf(report: JestReport): Outcome {
  const failedFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + failedFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The test files of a run in which something failed, and what failed in each by its full name; a file as a whole by none. */
export const failedFiles = (report: JestReport): Map<string, string[]> =>
  new Map(
    report.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name, assertionResults }) => [name, assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName ?? '')]),
  );

/** More than these are no accident of a busy machine. */
const MOST_TRIED_AGAIN = 3;

export const mayTryAgain = (failed: ReadonlyMap<string, unknown>): boolean => failed.size > 0 && failed.size <= MOST_TRIED_AGAIN;

/** What came of a run of which some files were run once more: their first counts are replaced by the second ones. */
export const afterSecondTry = (first: JestReport, second: JestReport): Outcome => {
  const again = new Set(failedFiles(first).keys());
  const { testResults } = first;
  const count = (status: string, files: typeof testResults): number =>
    files.flatMap(({ assertionResults }) => assertionResults).filter((assertion) => assertion.status === status).length;
  const others = testResults.filter(({ name }) => !again.has(name));
  const kept = { passed: count('passed', others), failed: 0, skipped: count('pending', others) + count('todo', others) };
  return added(kept, outcomeOf(second));
};

export const added = (a: Outcome, b: Outcome): Outcome => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The last line of `npm test`, for people and for programs. */
export const lastLine = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
