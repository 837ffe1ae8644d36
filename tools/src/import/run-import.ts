import type { CaseSender } from './case-sender.js';
import type { CursorFile } from './cursor.js';
import type { Progress } from './progress.js';
import type { OpenedSource, SourceRow } from './rows.js';
import { emptyTally, enter, type Tally } from './tally.js';

type GoodRow = Extract<SourceRow, { ok: true }>;

export interface ImportParts {
  source: OpenedSource;
  sender: CaseSender;
  cursor: CursorFile;
  progress: Progress;
  batchSize: number;
  /** Ends the import after the batch under way. */
  stop: AbortSignal;
  onResume?: (settled: number) => void;
}

export interface ImportResult {
  tally: Tally;
  interrupted: boolean;
}

/**
 * Reads, maps and sends the whole file, a batch at a time. After each batch the cursor is written; where an earlier
 * run was interrupted, what it settled is read but not sent again.
 */
export async function runImport(parts: ImportParts): Promise<ImportResult> {
  const { source, cursor, progress, batchSize, stop } = parts;
  const iterator = source.rows;
  const before = await cursor.read();
  const resumed = before !== null ? await resume(parts, before.settled) : null;
  const probed = resumed?.probe ?? null;
  let tally = before !== null && resumed?.valid ? before.tally : emptyTally();
  let settled = resumed?.valid ? before!.settled : 0;
  const waiting: SourceRow[] = resumed?.valid ? [] : (resumed?.rows ?? []);
  if (resumed?.valid) parts.onResume?.(settled);

  for (let ended = false; !ended && !stop.aborted;) {
    while (waiting.length < batchSize) {
      const next = await iterator.next();
      if (next.done) {
        ended = true;
        break;
      }
      waiting.push(next.value);
    }
    const taken = waiting.splice(0, batchSize);
    ended &&= waiting.length === 0;
    tally = await settle(parts.sender, taken, tally, probed);
    settled += taken.length;
    await cursor.write({ settled, tally });
    progress.update(source.position(), tally.read);
  }
  const interrupted = stop.aborted && !(await iterator.next()).done;
  if (!interrupted) await cursor.remove();
  return { tally, interrupted };
}

/** Sends what can be sent of the rows taken and enters every one's fate into a new tally. */
async function settle(sender: CaseSender, taken: SourceRow[], before: Tally, probed: string | null): Promise<Tally> {
  const tally: Tally = { ...before, refused: [...before.refused], read: before.read + taken.length };
  const good = taken.filter((row): row is GoodRow => row.ok);
  for (const row of taken) if (!row.ok) tally.refused.push(row.refused);
  const closed = good.map((row) => row.closed).filter((each) => each !== null);
  const sent =
    good.length === 0
      ? []
      : closed.length > 0
        ? await sender.recordClosed(closed)
        : await sender.start(good.map((row) => row.start));
  sent.forEach((result, index) => {
    const row = good[index]!;
    const replayed = result.replayed && row.start.idempotencyKey !== probed;
    enter(tally, { ...result, replayed }, row.line);
    if (row.timeUnread) tally.timesUnread += 1;
  });
  tally.refused.sort((a, b) => a.line - b.line);
  return tally;
}

/**
 * Takes from the source what an earlier run settled, and asks with its first row whether the other side still knows
 * it: after a reset nothing of it is there, and the import begins anew.
 */
async function resume(
  { source, sender }: ImportParts,
  settled: number,
): Promise<{ valid: boolean; rows: SourceRow[]; probe: string | null }> {
  const rows: SourceRow[] = [];
  let good: GoodRow | null = null;
  while (rows.length < settled && good === null) {
    const next = await source.rows.next();
    if (next.done) return { valid: false, rows, probe: null };
    rows.push(next.value);
    if (next.value.ok) good = next.value;
  }
  if (good !== null) {
    const [answer] = good.closed ? await sender.recordClosed([good.closed]) : await sender.start([good.start]);
    if (!answer?.replayed) return { valid: false, rows, probe: answer?.case ? good.start.idempotencyKey : null };
  }
  for (let passed = rows.length; passed < settled; passed += 1) {
    if ((await source.rows.next()).done) return { valid: true, rows, probe: null };
  }
  return { valid: true, rows, probe: null };
}
