import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endForeignProcess } from './child.js';
import { processIdentity } from './process-identity.js';
import type { Narrator } from './running.js';

interface Note {
  name: string;
  pid: number;
  identity: string;
  stopSignal: NodeJS.Signals;
  graceMs: number;
}

/** Others may still be writing to it. */
const LAST = 'postgres';

/** Ends what a supervisor that was killed left running on this data folder, PostgreSQL last. */
export async function stopLeftOvers(dataDir: string, narrator: Narrator): Promise<void> {
  const folder = join(dataDir, 'run');
  const notes = await readNotes(folder);
  const alive = notes.filter(({ pid, identity }) => identity !== '' && processIdentity(pid) === identity);
  if (alive.length > 0)
    narrator.note(
      `Ending what an earlier start left running: ${alive.map(({ name, pid }) => `${name} (pid ${pid})`).join(', ')}`,
    );
  const end = ({ pid, identity, stopSignal, graceMs }: Note): Promise<void> =>
    endForeignProcess(pid, identity, stopSignal, graceMs);
  await Promise.all(alive.filter(({ name }) => name !== LAST).map(end));
  await Promise.all(alive.filter(({ name }) => name === LAST).map(end));
  for (const { name } of notes) await rm(join(folder, `${name}.json`), { force: true });
}

async function readNotes(folder: string): Promise<Note[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const notes = await Promise.all(
    names.map(async (name) => {
      try {
        return {
          ...(JSON.parse(await readFile(join(folder, name), 'utf8')) as Note),
          name: name.slice(0, -'.json'.length),
        };
      } catch {
        return null;
      }
    }),
  );
  return notes.filter((note) => note !== null);
}
