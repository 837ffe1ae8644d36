import { levelOf } from '@yiwang/domain/areas';
import type { RefusedRow } from './errors.js';
import type { SentCase } from './case-sender.js';

/** What an import has done so far; plain data, because the cursor file keeps it over an interruption. */
export interface Tally {
  read: number;
  started: number;
  alreadyThere: number;
  copies: number;
  atCountyDesk: number;
  /** Rows whose time could not be read; they were imported without it. */
  timesUnread: number;
  refused: RefusedRow[];
}

export const emptyTally = (): Tally => ({
  read: 0,
  started: 0,
  alreadyThere: 0,
  copies: 0,
  atCountyDesk: 0,
  timesUnread: 0,
  refused: [],
});

/** Enters one answer; `line` is where the row stands in the file. */
export function enter(tally: Tally, sent: SentCase, line: number): void {
  if (sent.error !== null || sent.case === null) {
    const { code, message } = sent.error ?? { code: 'INTERNAL', message: '' };
    tally.refused.push({ line, lastLine: line, code, reason: message });
    return;
  }
  tally[sent.replayed ? 'alreadyThere' : 'started'] += 1;
  if (sent.case.duplicateOf !== null) tally.copies += 1;
  if (levelOf(sent.case.areaCode) === 'county') tally.atCountyDesk += 1;
}
