import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Tally } from './tally.js';

/** How far an interrupted import of one file came. */
export interface Cursor {
  /** Rows and broken lines taken from the file whose fate is settled. */
  settled: number;
  tally: Tally;
}

/**
 * The cursor only saves time: every row has its own key, so an import without one is as right. It lies in the cache,
 * one file for each source file, size, target and way of importing, and goes when the import has ended.
 */
export function cursorFile(cacheFolder: string, source: string, ...distinct: (string | number | boolean)[]) {
  const name = createHash('sha256')
    .update(JSON.stringify([resolve(source), ...distinct]))
    .digest('hex')
    .slice(0, 24);
  const path = join(cacheFolder, 'imports', `${name}.json`);
  return {
    path,
    async read(): Promise<Cursor | null> {
      const text = await readFile(path, 'utf8').catch(() => null);
      try {
        return text === null ? null : (JSON.parse(text) as Cursor);
      } catch {
        return null;
      }
    },
    async write(cursor: Cursor): Promise<void> {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, JSON.stringify(cursor));
      await rename(`${path}.new`, path);
    },
    remove: () => rm(path, { force: true }),
  };
}
export type CursorFile = ReturnType<typeof cursorFile>;
