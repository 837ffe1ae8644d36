import type { CaseStep } from '../case-flow/index.js';
import { foldSteps } from './fold.js';
import {
  WRITTEN_BY_SERVICES,
  sameInstant,
  type ProjectedCase,
  type ProjectedCourse,
  type ProjectedEntry,
} from './projected-case.js';

/** One thing in which PostgreSQL is not what the engine's steps make of it. */
export interface Difference {
  caseNumber: string;
  /** Such as `course.stage`, `task 990121-…-t3.dueAt`, `timeline answered`. */
  field: string;
  /** By the engine's steps; undefined where there should be nothing. */
  expected: unknown;
  /** In PostgreSQL; undefined where there is nothing. */
  actual: unknown;
}

/** Rows as they stand, in the words of the projection. */
export type StoredCase = Omit<ProjectedCase, 'course'> & { course: Partial<Record<keyof ProjectedCourse, unknown>> };

/**
 * Everything in which the stored case differs. A person's first contact with the resident may stand before the answer
 * that the steps know of, so that only its absence is a difference; columns that no step wrote are not compared.
 */
export function compareCase(expected: ProjectedCase, stored: StoredCase): Difference[] {
  const { caseNumber } = expected;
  const say = (field: string, wanted: unknown, actual: unknown): Difference => ({
    caseNumber,
    field,
    expected: wanted,
    actual,
  });
  return [
    ...compareSets(expected.stepIds, stored.stepIds).map(([wanted, found]) => say('step', wanted, found)),
    ...Object.entries(expected.course).flatMap(([name, wanted]) => {
      if (wanted === undefined) return [];
      const found = stored.course[name as keyof ProjectedCourse];
      const isThere = name === 'firstResponseAt' && found !== null && found !== undefined;
      return isThere || isSame(wanted, found) ? [] : [say(`course.${name}`, wanted, found)];
    }),
    ...[
      ...compareRows('task', expected.tasks, stored.tasks, ({ taskId }) => taskId),
      ...compareRows('clock', expected.clock, stored.clock, ({ seq }) => String(seq)),
      ...compareRows('mark', expected.marks, stored.marks, ({ key }) => key),
      ...compareRows('record', expected.records, stored.records, ({ kind, id }) => `${kind}/${id}`),
    ].map(([field, wanted, found]) => say(field, wanted, found)),
    ...compareTimeline(expected.timeline, stored.timeline).map(([wanted, found]) =>
      say(`timeline ${(wanted ?? found)?.type}`, wanted, found),
    ),
  ];
}

/**
 * Of a case some of whose steps the engine has forgotten: what is missing, and the columns of `knownOf`. What is there
 * beyond that may be the work of forgotten steps.
 */
export const compareKnown = (expected: ProjectedCase, stored: StoredCase): Difference[] =>
  compareCase(expected, stored).filter(({ field, actual }) => actual === undefined || field.startsWith('course.'));

/**
 * What is known of such a case: all that the kept steps add, and of its columns those that they wrote after the last
 * forgotten step. When that was, the entries of the timeline tell that no kept step explains. Null where there are no steps.
 */
export function knownOf(steps: readonly CaseStep[], stored: StoredCase): ProjectedCase | null {
  const kept = foldSteps(steps, false);
  if (!kept) return null;
  const forgotten = compareTimeline(kept.timeline, stored.timeline).flatMap(([, found]) => (found ? [found.at] : []));
  const forgottenUntil = forgotten.sort().at(-1) ?? '';
  const later = foldSteps(steps.filter(({ at }) => sameInstant(at) > forgottenUntil), false);
  return { ...kept, course: later?.course ?? ({} as ProjectedCourse) };
}

/** Values as JSON with sorted keys, so that the order in which fields were written says nothing. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function compareSets(expected: readonly string[], stored: readonly string[]): [string | undefined, string | undefined][] {
  const [wanted, found] = [new Set(expected), new Set(stored)];
  return [
    ...expected.filter((id) => !found.has(id)).map((id): [string, undefined] => [id, undefined]),
    ...stored.filter((id) => !wanted.has(id)).map((id): [undefined, string] => [undefined, id]),
  ];
}

function compareRows<T extends object>(
  what: string,
  expected: readonly T[],
  stored: readonly T[],
  keyOf: (row: T) => string,
): [string, unknown, unknown][] {
  const found = new Map(stored.map((row) => [keyOf(row), row]));
  const wanted = new Set(expected.map(keyOf));
  return [
    ...expected.flatMap((row): [string, unknown, unknown][] => {
      const other = found.get(keyOf(row));
      if (!other) return [[`${what} ${keyOf(row)}`, row, undefined]];
      return (Object.keys(row) as (keyof T & string)[])
        .filter((name) => !isSame(row[name], other[name]))
        .map((name) => [`${what} ${keyOf(row)}.${name}`, row[name], other[name]]);
    }),
    ...stored
      .filter((row) => !wanted.has(keyOf(row)))
      .map((row): [string, unknown, unknown] => [`${what} ${keyOf(row)}`, undefined, row]),
  ];
}

/** As often as expected, each with the same words and data; what services write on their own may stand beside it. */
export function compareTimeline(
  expected: readonly ProjectedEntry[],
  stored: readonly ProjectedEntry[],
): [ProjectedEntry | undefined, ProjectedEntry | undefined][] {
  const left = new Map<string, ProjectedEntry[]>();
  for (const entry of stored) left.set(canonical(entry), [...(left.get(canonical(entry)) ?? []), entry]);
  const missing = expected.filter((entry) => left.get(canonical(entry))?.pop() === undefined);
  const surplus = [...left.values()].flat().filter(({ type }) => !WRITTEN_BY_SERVICES.includes(type));
  return [
    ...missing.map((entry): [ProjectedEntry, undefined] => [entry, undefined]),
    ...surplus.map((entry): [undefined, ProjectedEntry] => [undefined, entry]),
  ];
}
