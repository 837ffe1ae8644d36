/**
 * Runs one of the project's commands from a bare clone: checks Node, installs packages where they are missing or older
 * than the lock file, builds, then hands over to its program in tools/dist. Plain JavaScript on Node's own modules,
 * because nothing else is there yet.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
const COMMANDS = ['start', 'test', 'import', 'import-catalogue', 'bench', 'projection', 'simulate', 'schema', 'county', 'figures', 'verify-audit', 'screens'];
/** Commands whose program is not called main. */
const PROGRAMS = { 'verify-audit': ['audit', 'verify.js'] };
const NODE_WANTED = [20, 19];
const WINDOWS = process.platform === 'win32';
const STAMP = join(CHECKOUT, 'node_modules', '.yiwang-lock-hash');
const WORKFLOW_BUNDLE = join(CHECKOUT, 'tools', 'dist', 'build-workflow-bundle.js');

function fail(line) {
  console.error(line);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isEnough = major > NODE_WANTED[0] || (major === NODE_WANTED[0] && minor >= NODE_WANTED[1]);
  if (!isEnough)
    fail(
      `Yiwang needs Node ${NODE_WANTED.join('.')} or newer; this is ${process.versions.node}. Install it from nodejs.org.`,
    );
}

let child = null;
let isCancelled = false;

/** Ctrl-C reaches the whole group by itself; a kill of this process alone has to be passed on. Once is enough. */
function watchSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (!isCancelled) child?.kill(signal);
      isCancelled = true;
    });
}

/** Resolves to the exit code, with 128 + n for a signal, as shells have it. */
function run(command, args, stdio, env = process.env) {
  return new Promise((resolve) => {
    child = spawn(command, args, { cwd: CHECKOUT, stdio, env, shell: WINDOWS });
    child.once('error', (error) => fail(`${command} cannot be run: ${error.message}`));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(CHECKOUT, 'package-lock.json')))
    .digest('hex');

/** Whether the installed packages are those of the lock file, by our own stamp or by what npm wrote down itself. */
function isInstalled() {
  if (!existsSync(join(CHECKOUT, 'node_modules', '.package-lock.json'))) return false;
  const hash = lockHash();
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === hash;
  const wanted = JSON.parse(readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8')).packages;
  const actual = JSON.parse(readFileSync(join(CHECKOUT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  for (const [path, { version, optional, link }] of Object.entries(wanted))
    if (path.includes('node_modules/') && !optional && !link && actual[path]?.version !== version) return false;
  writeFileSync(STAMP, hash);
  return true;
}

/**
 * A lock file written against a registry that lacks some platforms' optional packages has no entries for them, which
 * `npm ci` refuses everywhere. `npm install --no-save` takes the same locked versions and leaves the file as it is.
 */
function isLockComplete() {
  const { packages } = JSON.parse(readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8'));
  const isThere = (path, name) => {
    if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
    if (path === '') return false;
    const above = path.lastIndexOf('/node_modules/');
    return isThere(above < 0 ? '' : path.slice(0, above), name);
  };
  return Object.entries(packages).every(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).every((name) => isThere(path, name)),
  );
}

async function install() {
  if (isInstalled()) return;
  console.log('Installing packages: node_modules is missing or older than package-lock.json …');
  const how = isLockComplete() ? ['ci'] : ['install', '--no-save'];
  const code = await run('npm', [...how, '--no-audit', '--no-fund', '--loglevel=error'], 'inherit');
  if (isCancelled) process.exit(130);
  if (code !== 0) fail('The packages could not be installed: npm says why above.');
  writeFileSync(STAMP, lockHash());
}

/** Silent unless it fails: what nx prints goes to a file first. */
async function quietly(what, command, args) {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-build-'));
  const log = join(folder, 'log');
  const { openSync, closeSync } = await import('node:fs');
  const output = openSync(log, 'w');
  const startedAt = Date.now();
  const patience = setTimeout(() => console.log(`${what} …`), 1500);
  const code = await run(command, args, ['ignore', output, output], { ...process.env, NX_DAEMON: 'false' });
  clearTimeout(patience);
  closeSync(output);
  if (code !== 0 && !isCancelled) console.error(readFileSync(log, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  if (isCancelled) process.exit(130);
  if (code !== 0) fail(`${what} failed after ${Math.round((Date.now() - startedAt) / 1000)} s, as said above.`);
}

async function build() {
  const nx = join(CHECKOUT, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const bin = existsSync(nx) ? nx : join(CHECKOUT, 'node_modules', 'nx', 'bin', 'nx.js');
  await quietly('Building', process.execPath, [
    bin,
    'run-many',
    '-t',
    'build',
    '--output-style=stream-without-prefixes',
  ]);
  if (existsSync(WORKFLOW_BUNDLE)) await quietly('Bundling the workflows', process.execPath, [WORKFLOW_BUNDLE]);
}

const [command = '', ...rest] = process.argv.slice(2);
if (!COMMANDS.includes(command)) fail(`No command "${command}": there are ${COMMANDS.join(', ')}.`);
checkNode();
watchSignals();
await install();
await build();
const main = join(CHECKOUT, 'tools', 'dist', ...(PROGRAMS[command] ?? [command, 'main.js']));
if (!existsSync(main)) fail(`The command "${command}" is not built: ${main} is missing.`);
// The channel tells the command when this process dies without being able to say so.
process.exitCode = await run(process.execPath, [main, ...rest], ['inherit', 'inherit', 'inherit', 'ipc']);
