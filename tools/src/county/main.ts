/**
 * `npm run county -- import FILE --county CODE` puts a county's towns and villages into the running system, from a file of
 * statistical divisions; `-- generate grids|villages --county CODE [--seed N]` an invented county at the size of a real
 * one. The service of grids does it itself, as its own role; here is only told where its database is.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findSystem } from '../bench/system.js';
import { CHECKOUT } from '../infrastructure/folders.js';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { databaseUrl, MAIN_DATABASE, serviceRole } from '../infrastructure/provision.js';
import { readSecrets } from '../infrastructure/secrets.js';

const USAGE = `npm run county -- import FILE --county CODE     a county of a file of divisions; --all: every county of it
npm run county -- generate grids --county CODE   1,798 grids: 1,480 of homes, 69 schools, 249 companies
npm run county -- generate villages --county CODE [--seed N]   363 villages with 252,800 households`;

const SCRIPT = join(CHECKOUT, 'apps', 'grids', 'dist', 'county', 'main.js');

/** Relative to where the command was called, which npm tells. */
function pathsResolved(args: readonly string[]): string[] {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return args.map((arg, index) => (args[index - 1] === 'import' && !arg.startsWith('-') ? resolve(from, arg) : arg));
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    console.log(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  const system = await findSystem();
  const { services } = await readSecrets(system.dataDir);
  const url = databaseUrl(system.ownerDatabase, MAIN_DATABASE, serviceRole('grids'), services.grids);
  const child = spawn(process.execPath, [SCRIPT, ...pathsResolved(args)], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
    stdio: 'inherit',
  });
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => done(code ?? 1));
  });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : messageOf(error));
    process.exit(1);
  },
);
