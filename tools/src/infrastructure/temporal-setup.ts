import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '@yiwang/contracts/engine';
import { messageOf, StartProblem } from './problem.js';
import type { Narrator } from './running.js';
import { waitUntil } from './wait.js';
import type { Child } from './child.js';

const RETENTION_SECONDS = 30 * 24 * 3600;
const ALREADY_EXISTS = 6;
const START_LIMIT_MS = 90_000;

/** Value types as the engine numbers them (temporal.api.enums.v1.IndexedValueType). */
const VALUE_TYPES = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6 } as const;

export const TEMPORAL_NAMESPACE = 'default';

/** Waits for the frontend, then makes the namespace (histories kept 30 days) and the search attributes, where missing. */
export async function prepareTemporal(address: string, narrator: Narrator, child?: Child): Promise<void> {
  const connection = await connect(address, narrator, child);
  try {
    await ensureNamespace(connection, narrator, child);
    await ensureSearchAttributes(connection, narrator, child);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(`Temporal at ${address} could not be prepared: ${messageOf(error)}`);
  } finally {
    await connection.close();
  }
}

async function connect(address: string, narrator: Narrator, child?: Child): Promise<Connection> {
  let connection: Connection | null = null;
  const answers = async (): Promise<boolean> => {
    connection = await Connection.connect({ address, connectTimeout: 2_000 });
    return true;
  };
  await waitUntil(answers, {
    what: `Temporal at ${address}`,
    child,
    limitMs: child ? START_LIMIT_MS : 15_000,
    narrator,
  });
  return connection!;
}

async function ensureNamespace({ workflowService }: Connection, narrator: Narrator, child?: Child): Promise<void> {
  const workflowExecutionRetentionPeriod = { seconds: RETENTION_SECONDS } as never;
  try {
    await workflowService.registerNamespace({
      namespace: TEMPORAL_NAMESPACE,
      description: 'Yiwang: cases and what serves them',
      workflowExecutionRetentionPeriod,
    });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
    await workflowService.updateNamespace({
      namespace: TEMPORAL_NAMESPACE,
      config: { workflowExecutionRetentionTtl: workflowExecutionRetentionPeriod },
    });
  }
  // A fresh namespace reaches every part of the server with its next refresh.
  const isKnown = (): Promise<boolean> =>
    workflowService.listWorkflowExecutions({ namespace: TEMPORAL_NAMESPACE, pageSize: 1 }).then(() => true);
  await waitUntil(isKnown, { what: 'The Temporal namespace', child, limitMs: START_LIMIT_MS, narrator });
}

async function ensureSearchAttributes(
  { operatorService, workflowService }: Connection,
  narrator: Narrator,
  child?: Child,
): Promise<void> {
  const namespace = TEMPORAL_NAMESPACE;
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in (customAttributes ?? {})));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, VALUE_TYPES[type]]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes });
  const query = `${missing[0]![0]} IS NULL`;
  const isUsable = (): Promise<boolean> =>
    workflowService.countWorkflowExecutions({ namespace, query }).then(() => true);
  await waitUntil(isUsable, { what: 'The search attributes', child, limitMs: START_LIMIT_MS, narrator });
}
