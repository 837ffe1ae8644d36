import type { CaseStep } from '../case-flow/index.js';

/** One run of a workflow of a case and what it recorded, in its own order. */
export interface RecordedRun {
  /** `lifecycle` the parent, `path` a child. */
  owner: 'lifecycle' | 'path';
  /** When the run began, ISO 8601: of runs that recorded at the same instant the earlier one goes first. */
  startedAt: string;
  steps: readonly CaseStep[];
}

interface Reader {
  run: RecordedRun;
  next: number;
}

/**
 * All steps of a case in the order in which they were taken. Each run's own order is kept; between runs the instant
 * decides. At the same instant a lifecycle goes before the first step of a path, because it started that path, and after
 * a path's later steps, because it acts on what the path tells it.
 */
export function mergeRuns(runs: readonly RecordedRun[]): CaseStep[] {
  const readers: Reader[] = runs.filter(({ steps }) => steps.length > 0).map((run) => ({ run, next: 0 }));
  const merged: CaseStep[] = [];
  while (readers.length > 0) {
    readers.sort(goesFirst);
    const first = readers[0] as Reader;
    merged.push(first.run.steps[first.next] as CaseStep);
    first.next += 1;
    if (first.next === first.run.steps.length) readers.shift();
  }
  return merged;
}

function goesFirst(a: Reader, b: Reader): number {
  const byInstant = instantOf(a) - instantOf(b);
  if (byInstant !== 0) return byInstant;
  if (a.run.owner === b.run.owner) return Date.parse(a.run.startedAt) - Date.parse(b.run.startedAt);
  const [path, sign] = a.run.owner === 'path' ? [a, 1] : [b, -1];
  return path.next === 0 ? sign : -sign;
}

const instantOf = ({ run, next }: Reader): number => Date.parse((run.steps[next] as CaseStep).at);
