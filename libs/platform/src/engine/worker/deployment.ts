import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { WorkerDeploymentOptions } from '@temporalio/worker';

const BUILD_ID_LENGTH = 12;

/**
 * How a worker takes part in a worker deployment: under its name, with the workflow bundle's hash as build id, cases
 * going over to the build that is current. Undefined without a name: then every worker of the queue is the same to the
 * engine, which is right wherever a new build replaces the old one at once (docs/decisions/0023).
 */
export async function deploymentOf(name: string, bundleFile: string): Promise<WorkerDeploymentOptions | undefined> {
  if (name === '') return undefined;
  const hash = createHash('sha256').update(await readFile(bundleFile));
  return {
    version: { deploymentName: name, buildId: hash.digest('hex').slice(0, BUILD_ID_LENGTH) },
    useWorkerVersioning: true,
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  };
}
