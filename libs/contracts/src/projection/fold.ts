import type { CasePatch, CaseStep } from '../case-flow/index.js';
import { applyToTasks } from './fold-tasks.js';
import { sameInstant, type ProjectedCase, type ProjectedCourse, type ProjectedEntry } from './projected-case.js';

/** As intake writes a case; areas, limits and class are its own affair and only known once a step changes them. */
const BEGINNING: ProjectedCourse = {
  stage: 'received',
  path: null,
  round: 1,
  provisional: false,
  paused: null,
  reviewAt: null,
  card: 'none',
  mergedInto: null,
  resolvedAt: null,
  closedAt: null,
  closedAs: null,
  responseOverdue: false,
  resolutionOverdue: false,
};

const INSTANTS = ['resolutionDueAt', 'tierDueAt', 'reviewAt', 'firstResponseAt', 'resolvedAt', 'closedAt'] as const;
/** Columns that a step may empty; in the others null is as good as nothing. */
const EMPTIED: ReadonlySet<string> = new Set<keyof CasePatch>([
  ...(['path', 'unitCode', 'tierDueAt', 'paused', 'reviewAt', 'mergedInto', 'resolvedAt', 'closedAt', 'closedAs'] as const),
]);

/**
 * What PostgreSQL must hold after these steps of one case, in their order: the twin of the statement that writes a step.
 * A step that was there before, by its id, counts once. Null where there are no steps. Of a case whose older steps the
 * engine has forgotten (`isWhole` false) only the columns that these steps write are known.
 */
export function foldSteps(steps: readonly CaseStep[], isWhole = true): ProjectedCase | null {
  const [first] = steps;
  if (!first) return null;
  const projected: ProjectedCase = {
    caseNumber: first.caseNumber,
    countyCode: first.countyCode,
    stepIds: [],
    course: isWhole ? { ...BEGINNING } : ({} as ProjectedCourse),
    tasks: [],
    clock: [],
    marks: [],
    records: [],
    timeline: [],
  };
  for (const step of steps) applyStep(projected, step);
  projected.stepIds.sort();
  projected.tasks.sort((a, b) => order(a.taskId, b.taskId));
  projected.clock.sort((a, b) => a.seq - b.seq);
  projected.marks.sort((a, b) => order(a.key, b.key));
  projected.records.sort((a, b) => order(a.kind, b.kind) || order(a.id, b.id));
  return projected;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function applyStep(projected: ProjectedCase, step: CaseStep): void {
  if (step.caseNumber !== projected.caseNumber) throw new Error(`${step.stepId} is no step of ${projected.caseNumber}`);
  if (projected.stepIds.includes(step.stepId)) return;
  projected.stepIds.push(step.stepId);
  projected.course = patched(projected.course, step);
  projected.tasks = applyToTasks(projected.tasks, step);
  applyToLedgers(projected, step);
  projected.timeline.push(...entriesOf(step));
}

/**
 * The first answer to the resident stays the first; null empties a field that may be empty; what a patch leaves out
 * stays. The promise made when the resident's clock starts is kept beside the deadline that moves.
 */
function patched(course: ProjectedCourse, { patch, clock = [] }: CaseStep): ProjectedCourse {
  const given: CasePatch = Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => value !== undefined && (value !== null || EMPTIED.has(name))),
  );
  for (const name of INSTANTS) {
    const instant = given[name];
    if (typeof instant === 'string') given[name] = sameInstant(instant);
  }
  const isPromise = clock.some(({ entry }) => entry.kind === 'start' && entry.clock === 'resolution');
  const firstDueAt = (isPromise ? given.resolutionDueAt : undefined) ?? course.firstDueAt;
  const firstResponseAt = course.firstResponseAt ?? given.firstResponseAt;
  return { ...course, ...given, firstDueAt, firstResponseAt } as ProjectedCourse;
}

/**
 * Ledger and marks only grow: a place or key that is taken stays as it is. What is known of a record stays where a later
 * step does not say otherwise.
 */
function applyToLedgers(projected: ProjectedCase, step: CaseStep): void {
  const at = sameInstant(step.at);
  for (const entry of step.clock ?? [])
    if (!projected.clock.some(({ seq }) => seq === entry.seq)) projected.clock.push(entry);
  for (const mark of step.marks ?? [])
    if (!projected.marks.some(({ key }) => key === mark.key))
      projected.marks.push({ ...mark, dueAt: sameInstant(mark.dueAt), unitCode: mark.unitCode ?? null, at });
  const before = projected.records;
  for (const { kind, id, data } of step.records ?? []) {
    const earlier = before.find((one) => one.kind === kind && one.id === id);
    const others = projected.records.filter((one) => one.kind !== kind || one.id !== id);
    const record = { kind, id, data: { ...earlier?.data, ...data }, at, actorSubject: step.actor.subject ?? null };
    projected.records = [...others, record];
  }
}

const entriesOf = ({ timeline, at, actor: ofStep }: CaseStep): ProjectedEntry[] =>
  timeline.map(({ type, actor = ofStep, text, taskId, internal, data }) => ({
    type,
    at: sameInstant(at),
    actorKind: actor.kind,
    actorSubject: actor.subject ?? null,
    actorRole: actor.role ?? null,
    text: text ?? null,
    taskId: taskId ?? null,
    internal: internal ?? false,
    data: data ?? {},
  }));
