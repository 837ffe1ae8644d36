import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder } from './lock.js';
import { processIdentity } from './process-identity.js';

describe('claiming a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yiwang-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses a second copy by the number of the first, until that one lets go', () => {
    const release = claimDataFolder(folder);
    expect(() => claimDataFolder(folder)).toThrow(`(pid ${process.pid})`);
    release();
    claimDataFolder(folder)();
  });

  it('takes over from a process that is gone', () => {
    mkdirSync(join(folder, 'run'));
    writeFileSync(join(folder, 'run', 'lock'), '999999999 12345');
    claimDataFolder(folder)();
  });

  it('takes over when another process has got the same number since', () => {
    mkdirSync(join(folder, 'run'));
    writeFileSync(join(folder, 'run', 'lock'), `${process.ppid} not-${processIdentity(process.ppid)}`);
    claimDataFolder(folder)();
  });
});
