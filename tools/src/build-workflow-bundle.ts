/**
 * Bundles the built workflows for the workers: workflows/dist/registry.js → workflows/dist/bundle.js. Skipped when
 * nothing that goes into it has changed. Payload codecs live in the worker, not in the bundle.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const registry = join(root, 'workflows/dist/registry.js');
const bundle = join(root, 'workflows/dist/bundle.js');
const stamp = `${bundle}.sha256`;

/** All that the workflow sandbox may hold from outside: the Temporal SDK and what it stands on. */
const ALLOWED_PACKAGES = new Set(['long', 'ms', 'nexus-rpc', 'protobufjs', '@protobufjs/utf8']);
const isAllowed = (name: string): boolean => name.startsWith('@temporalio/') || ALLOWED_PACKAGES.has(name);

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js') && !entry.name.startsWith('bundle.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The inputs' hash: our own built files, and the version of the SDK, which must be the worker's exactly. */
async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string };
  hash.update(version);
  for (const folder of ['workflows/dist', 'libs/contracts/dist', 'libs/domain/dist']) {
    for (const file of await filesOf(join(root, folder))) {
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Packages in a bundle, by the module names that the bundler writes into it. */
function packagesIn(code: string): string[] {
  const modules = code.matchAll(/^\/\*\*\*\/ "[^"]*node_modules\/((?:@[^/"]+\/)?[^/"]+)/gm);
  return [...new Set([...modules].map(([, name]) => name ?? ''))];
}

async function main(): Promise<void> {
  if (!existsSync(registry)) throw new Error('workflows/dist is missing: build the project `workflows` first');
  const inputs = await hashInputs();
  if (existsSync(bundle) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === inputs) return;

  // Loaded only when there is something to do: it takes longer than the check.
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({ workflowsPath: registry, logger: new DefaultLogger('ERROR') });
  const foreign = packagesIn(code).filter((name) => !isAllowed(name));
  if (foreign.length > 0) {
    throw new Error(`Workflow code may use only the Temporal SDK and our libraries; it pulls in ${foreign.join(', ')}`);
  }
  await writeFile(`${bundle}.new`, code);
  await rename(`${bundle}.new`, bundle);
  await writeFile(stamp, inputs);
  console.log(`workflows/dist/bundle.js: ${Math.round(code.length / 1024)} kB`);
}

await main().catch((error: unknown) => {
  console.error(`The workflow bundle was not built. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
