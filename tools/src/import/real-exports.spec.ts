import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSignature } from '@yiwang/domain/intake';
import { collected } from './fixture.js';
import { openRows } from './rows.js';
import { inspectFile } from './source-file.js';

const FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data');
const present = existsSync(FOLDER);
if (!present)
  process.stderr.write(`Skipped: the real message exports are not here (${join('..', 'shared', 'data')})\n`);

async function rowsOf(name: string, history = false) {
  const file = await inspectFile(join(FOLDER, name));
  const source = await openRows(file, {
    preset: 'auto',
    map: {},
    language: 'en',
    channel: 'messageBoard',
    history,
    nowMs: Date.now(),
  });
  return { preset: source.preset.name, rows: await collected(source.rows) };
}

(present ? describe : describe.skip)('reading the real message exports', () => {
  it('makes a case of every hot topic and recognises the exact copies', async () => {
    const { preset, rows } = await rowsOf('messages-hot-topics.csv.gz');
    expect(preset).toBe('hot-topics');
    const starts = rows.filter((row) => row.ok).map((row) => row.start);
    expect(starts).toHaveLength(4326);
    expect(starts.every(({ reportedAt }) => reportedAt !== undefined)).toBe(true);
    expect(new Set(starts.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(4326);
    const signatures = starts.map(({ text, furtherText = [] }) => contentSignature(text, ...furtherText));
    expect(signatures.length - new Set(signatures).size).toBe(118);
  });

  it('makes a closed life of every replied message', async () => {
    const { rows } = await rowsOf('messages-replied.csv.gz', true);
    const lives = rows.filter((row) => row.ok).map((row) => row.closed!);
    expect(lives).toHaveLength(2816);
    const days = lives.map(
      ({ start, repliedAt }) => (Date.parse(repliedAt) - Date.parse(start.reportedAt!)) / 86_400_000,
    );
    days.sort((a, b) => a - b);
    expect(days[0]).toBeGreaterThan(0);
    expect(days[days.length / 2]).toBeCloseTo(11.2, 1);
  });

  it('reads every labelled message, with or without a number', async () => {
    const { rows } = await rowsOf('messages-labelled.csv.gz');
    expect(rows.filter((row) => row.ok)).toHaveLength(6654);
  });
});
