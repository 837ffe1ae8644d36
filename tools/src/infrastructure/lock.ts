import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './problem.js';
import { processIdentity } from './process-identity.js';

const ATTEMPTS = 3;

/** Claims a data folder for this process; a second copy is refused, a claim whose process is gone is taken over. */
export function claimDataFolder(dataDir: string): () => void {
  const folder = join(dataDir, 'run');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const own = `${lock}.${process.pid}`;
  const claim = `${process.pid} ${processIdentity(process.pid)}`;
  writeFileSync(own, claim);
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (tryLink(own, lock)) return () => release(lock, claim);
      const [pidText = '', identity] = read(lock).split(' ');
      const pid = Number(pidText);
      if (identity && processIdentity(pid) === identity)
        throw new StartProblem(
          `Yiwang is already running on ${dataDir} (pid ${pid}): stop it with Ctrl-C in its window or "kill ${pid}", ` +
            'or start a second one with its own YIWANG_DATA and YIWANG_PORT_OFFSET',
        );
      rmSync(lock, { force: true });
    }
  } finally {
    unlinkSync(own);
  }
  throw new StartProblem(`Another start is claiming ${dataDir} at this moment: try again`);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function release(lock: string, claim: string): void {
  if (read(lock) === claim) rmSync(lock, { force: true });
}
