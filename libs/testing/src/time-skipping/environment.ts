import { TestWorkflowEnvironment } from '@temporalio/testing';
import { SEARCH_ATTRIBUTES } from '@yiwang/contracts/engine';
import { findTestServer, type TestServerExecutable } from './find-test-server.js';

/** The numbers of `temporal.api.enums.v1.IndexedValueType`, by the names that the contracts use. */
const INDEXED_VALUE_TYPE = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6 } as const;

/**
 * A Temporal server of the caller's own whose clock jumps over waits, with our search attributes registered.
 * It knows neither schedules nor visibility lists. The caller tears it down.
 */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const { executable, tried } = await findTestServer();
  const environment = await startPatiently(executable).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Temporal's time-skipping test server does not start (${[...tried, reason].join('; ')}). ` +
        'It needs Java 17 or later on the PATH, and Maven to fetch it once; or set YIWANG_TEST_SERVER to its path.',
    );
  });
  const searchAttributes = Object.fromEntries(
    Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, INDEXED_VALUE_TYPE[type]]),
  );
  await environment.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
  return environment;
}

const ATTEMPTS = 10;

/** The SDK gives the server five seconds to come up, which on a busy machine Java does not always manage. */
async function startPatiently(executable: TestServerExecutable): Promise<TestWorkflowEnvironment> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
    } catch (error) {
      if (attempt === ATTEMPTS || !/did not start within/.test(String(error))) throw error;
    }
  }
}
