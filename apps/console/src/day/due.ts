import { localDateOf } from '@yiwang/domain/calendar';
import type { DayTask } from './day.types.js';

export interface Due {
  /** The first call back, or the task itself. */
  of: 'response' | 'task';
  from: string;
  at: string;
}

/** What of a task comes first: while nobody has answered the resident, its 24 hours are shorter than the task's days. */
export function dueOf({ kind, openedAt, dueAt, case: found }: Pick<DayTask, 'kind' | 'openedAt' | 'dueAt' | 'case'>): Due {
  const isOwed = found && found.firstResponseAt === null && (kind === 'handle' || kind === 'lead');
  return isOwed && found.responseDueAt < dueAt ? { of: 'response', from: found.receivedAt, at: found.responseDueAt } : { of: 'task', from: openedAt, at: dueAt };
}

export interface Grouped<T> {
  late: T[];
  today: T[];
  later: T[];
}

/** Tasks by when they are due, the first first: late ones, those of this day of the county, the rest. */
export function byDay<T extends Pick<DayTask, 'kind' | 'openedAt' | 'dueAt' | 'case'>>(tasks: readonly T[], nowMs: number): Grouped<T> {
  const today = localDateOf(nowMs);
  const groups: Grouped<T> = { late: [], today: [], later: [] };
  for (const task of [...tasks].sort((a, b) => Date.parse(dueOf(a).at) - Date.parse(dueOf(b).at))) {
    const at = Date.parse(dueOf(task).at);
    groups[at <= nowMs ? 'late' : localDateOf(at) === today ? 'today' : 'later'].push(task);
  }
  return groups;
}
