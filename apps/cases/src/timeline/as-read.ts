import type { TimelineType } from '@yiwang/contracts/case-flow';
import type { TimelineEntry } from './timeline.types.js';

/** That it was done is for everybody; its words are notes of those who work on the case. */
const WORDS_FOR_STAFF: readonly TimelineType[] = ['contacted'];

/** An entry as its reader may have it: whole for those who work on the case; for others without its notes, or none at all. */
export function entryAsRead(entry: TimelineEntry, isStaff: boolean): TimelineEntry | null {
  if (isStaff) return entry;
  if (entry.internal) return null;
  return WORDS_FOR_STAFF.includes(entry.type) ? { ...entry, text: null } : entry;
}

export const entriesAsRead = (entries: readonly TimelineEntry[], isStaff: boolean): TimelineEntry[] =>
  entries.map((entry) => entryAsRead(entry, isStaff)).filter((entry) => entry !== null);
