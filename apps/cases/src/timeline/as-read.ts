import type { TimelineType } from '@yiwang/contracts/case-flow';
import type { TaskKind } from '@yiwang/domain/paths';
import type { TimelineEntry } from './timeline.types.js';

/** What decides who reads an entry. */
interface Deciding {
  type: TimelineType;
  internal: boolean;
  /** The facts of the event as JSON. */
  data: string;
  /** Of what kind the task is that it tells of, where the entry itself does not say it; null where that is not known. */
  taskKind?: TaskKind | null;
  /** That task is a part which came back and is to be given to somebody else. */
  isReturnedPart?: boolean | null;
}

/** An entry as it is kept, with what decides who reads it. */
export interface KeptEntry extends TimelineEntry, Pick<Deciding, 'taskKind' | 'isReturnedPart'> {
  /** The entry that this one says does not hold; null also where it is not there any more. */
  retracts?: Deciding | null;
}

/** That it was done is for everybody; its words are notes of those who work on the case. */
const WORDS_FOR_STAFF: readonly TimelineType[] = ['contacted'];
/** Written for those who work on the case; that it happened is the resident's to know, for the case begins again with it. */
export const TOLD_WITHOUT_WORDS: readonly TimelineType[] = ['returned', 'verificationFailed'];
/** Of these everybody may read; whoever answered for it and what was proposed stays with those who work on the case. */
const FACTS_FOR_ALL: readonly string[] = ['kind', 'stage', 'round'];
/** Who has a task in hand. */
export const HAND_OVERS: readonly TimelineType[] = ['claimed', 'released'];
const OF_TASKS: readonly TimelineType[] = ['taskOpened', 'returned', ...HAND_OVERS];
/** Tasks that others have beside whoever leads the case. */
const BESIDE: readonly unknown[] = ['contribute', 'verify', 'approve', 'order'] satisfies TaskKind[];

/**
 * An entry as its reader may have it: whole for those who work on the case; for others the course of the case as a whole,
 * without notes and without what happens among those who share the work.
 */
export function entryAsRead(entry: KeptEntry, isStaff: boolean): TimelineEntry | null {
  if (isStaff) return entry;
  if (entry.type === 'retracted' && entry.retracts) return isToldToAll(entry.retracts) ? { ...entry, internal: false } : null;
  if (!isToldToAll(entry)) return null;
  if (entry.internal) return { ...entry, internal: false, text: null, actor: null, data: JSON.stringify(factsForAll(entry)) };
  return WORDS_FOR_STAFF.includes(entry.type) ? { ...entry, text: null } : entry;
}

export const entriesAsRead = (entries: readonly KeptEntry[], isStaff: boolean): TimelineEntry[] =>
  entries.map((entry) => entryAsRead(entry, isStaff)).filter((entry) => entry !== null);

const isToldToAll = (entry: Deciding): boolean =>
  (!entry.internal || TOLD_WITHOUT_WORDS.includes(entry.type)) && !(OF_TASKS.includes(entry.type) && isBeside(entry));

function isBeside({ data, taskKind, isReturnedPart }: Deciding): boolean {
  const { kind, part } = JSON.parse(data) as { kind?: unknown; part?: unknown };
  return BESIDE.includes(kind ?? taskKind) || part === true || isReturnedPart === true;
}

const factsForAll = ({ data }: TimelineEntry): object =>
  Object.fromEntries(Object.entries(JSON.parse(data) as object).filter(([name]) => FACTS_FOR_ALL.includes(name)));
