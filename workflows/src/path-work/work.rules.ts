import { goesBy, type Actor, type OpenedTask, type PartOf, type PathInput, type PathResult, type PositionRole, type Stage } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { addLimit, type Holder, type Limit } from '@yiwang/domain/clocks';
import { handlersOf, neededBeforeAnswer, TIERS, tierOfRole, type Needed, type TaskSituation } from '@yiwang/domain/paths';
import { policyOf, type PathRules, type PolicyRules } from '@yiwang/domain/policies';
import type { StepWriter } from '../recording/record.js';
import { checkTaskIsOpen, checkTaskIsTheirs, taskIdOf, type Verdict } from '../recording/tasks.rules.js';
import type { TakesTurns } from '../recording/turns.js';

/** A task that is not closed yet. */
export interface WorkTask extends OpenedTask {
  accepted: boolean;
}

/** Of an outcome what the path decides; its counts are added when it ends. */
type Outcome<R> = R extends unknown ? Omit<R, 'tasksOpened' | 'handlers'> : never;
export type PathOutcome = Outcome<PathResult>;

/** One run of a path: plain JSON, changed only when a step is recorded. */
export interface Work extends StepWriter, TakesTurns {
  input: PathInput;
  workflowId: string;
  stage: Stage;
  /** Somebody has accepted the case and said where it belongs. */
  dispatched: boolean;
  rung: number;
  tasks: Record<string, WorkTask>;
  tasksOpened: number;
  handlers: string[];
  /** How often a unit has given it back; enough of it and the county decides bindingly. */
  returns: number;
  meetings: string[];
  /** What is on record of the form that kind and mode ask for. */
  onRecord: Needed[];
  /** The lead's answer while it is being verified. */
  pendingAnswer: { text: string; at: string; subject: string; actor?: Actor } | null;
  /** The task with which the lead gave it. */
  answeredBy: WorkTask | null;
  held: 'suspended' | 'referred' | null;
  dueAt: string;
  escalation: { reason: string; subject?: string } | null;
  /** The run of the lifecycle that hears of the end by signal, after it has continued as new. */
  reportTo: string | null;
  outcome: PathOutcome | null;
}

export const beginWork = (input: PathInput, workflowId: string): Work => ({
  input,
  workflowId,
  caseNumber: input.caseNumber,
  countyCode: input.countyCode,
  time: input.time,
  stage: input.dispatched ? 'dispatched' : 'received',
  dispatched: input.dispatched,
  rung: input.rung,
  tasks: {},
  tasksOpened: input.tasksOpened,
  handlers: [],
  returns: 0,
  meetings: [],
  onRecord: [],
  pendingAnswer: null,
  answeredBy: null,
  held: null,
  dueAt: input.dueAt,
  escalation: null,
  reportTo: null,
  outcome: null,
  deciding: null,
});

export const policyFor = (work: Work): PolicyRules => policyOf(work.input.policy);
export const rulesFor = (work: Work): PathRules => policyFor(work).paths[work.input.path];

/** A task of this path, numbered onward; whoever handled an earlier round or is complained about stays out. */
export function newTask(
  work: Work,
  addressed: Holder,
  task: Pick<OpenedTask, 'kind'> & Partial<OpenedTask>,
  ahead = 0,
): OpenedTask {
  const { caseNumber, round, excludedSubjects, concernedSubjects, excludedUnits, mode } = work.input;
  // Who says whose it is does not handle it: the centre that coordinated the round before coordinates this one too.
  const isCoordination = task.kind === 'coordinate' || task.kind === 'arbitrate';
  return {
    taskId: taskIdOf(caseNumber, work.tasksOpened + 1 + ahead),
    workflowId: work.workflowId,
    ...addressed,
    roles: [...addressed.roles],
    excludedSubjects: isCoordination ? concernedSubjects : excludedSubjects,
    ...(excludedUnits.length === 0 ? {} : { excludedUnits }),
    round,
    dueAt: work.dueAt,
    ...(mode === undefined || task.kind !== 'lead' ? {} : { data: { mode } }),
    ...task,
  };
}

/** The end of a part's limit from `at`; never later than the path's own deadline, by which the lead must answer. */
export function partDueAt(work: Work, limit: Limit | undefined, at: string): string {
  const dueAt = addLimit(limit ?? rulesFor(work).part, at, work.input.calendar).at;
  return dueAt < work.dueAt || at >= work.dueAt ? dueAt : work.dueAt;
}

/** Of several roles the highest. */
const tierOfPart = (roles: readonly PositionRole[]): OpenedTask['tier'] =>
  TIERS.findLast((tier) => roles.some((role) => tierOfRole(role) === tier)) ?? 'village';

/** A part as a task of its own beside others that are opened with it. */
export const partTask = (work: Work, part: PartOf, at: string, leadTaskId: string, ahead: number): OpenedTask =>
  newTask(
    work,
    { tier: tierOfPart(part.roles), roles: part.roles, areaCode: part.areaCode },
    {
      kind: 'contribute',
      title: part.title,
      partOf: leadTaskId,
      dueAt: partDueAt(work, part.limit, at),
      ...(part.unitCode === undefined ? {} : { unitCode: part.unitCode }),
      ...(part.subjects === undefined ? {} : { subjects: part.subjects }),
      ...(part.actingFor === undefined ? {} : { data: { actingFor: part.actingFor } }),
    },
    ahead,
  );

export const holderOf = ({ tier, roles, areaCode, unitCode }: OpenedTask): Holder => ({
  tier,
  roles,
  areaCode,
  ...(unitCode === undefined ? {} : { unitCode }),
});

export const openParts = (work: Work): WorkTask[] =>
  Object.values(work.tasks).filter(({ kind }) => kind === 'contribute');

/** A part that a unit has returned: the county names another one for it, and the lead is not concerned. */
export const isReturnedPart = ({ data }: Pick<OpenedTask, 'data'>): boolean => typeof data?.part === 'string' && data.part !== '';

/** Parts to be done, and parts that a unit has returned and nobody has been given yet. */
export const partsToCome = (work: Work): number =>
  openParts(work).length + Object.values(work.tasks).filter(isReturnedPart).length;

const LEADING: readonly OpenedTask['kind'][] = ['lead', 'handle', 'coordinate', 'arbitrate'];

/** The task of whoever leads the path now, or says who does. */
export const leadTask = (work: Work): WorkTask | undefined =>
  Object.values(work.tasks).find((task) => LEADING.includes(task.kind) && !isReturnedPart(task));

/** What the form of the matter still wants; parts only where somebody leads who may give them. */
export function missingBeforeAnswer(work: Work): Needed[] {
  const { path, kind, mode } = work.input;
  if (path === 'villageDirect' && !goesBy(work.input, '2026-11-owners')) return [];
  const mayPlan = path !== 'villageDirect' && kind !== 'suggestion';
  return neededBeforeAnswer(kind, mode).filter((needed) => !work.onRecord.includes(needed) && (mayPlan || needed !== 'parts'));
}

export const needsVerification = (work: Work): boolean =>
  work.input.kind !== 'consultation' &&
  work.input.kind !== 'suggestion' &&
  rulesFor(work).verifyClasses.includes(work.input.caseClass);

export const situationOf = ({ kind, areaCode, accepted }: WorkTask): TaskSituation => ({
  kind,
  areaCode,
  state: accepted ? 'accepted' : 'open',
});

/**
 * What every decision on a task of this path is asked first: is the case held, is the task open, is it theirs; then the
 * rule of the decision itself.
 */
export function checkDecision(
  work: Work,
  { taskId, actor }: { taskId: string; actor: Actor },
  rule: (task: WorkTask) => Verdict,
): Verdict {
  const task = work.tasks[taskId];
  const isOpen = checkTaskIsOpen(work.caseNumber, task, taskId);
  if (!isOpen.ok || task === undefined) return isOpen;
  if (work.outcome !== null) return refuse('TASK_CLOSED');
  if (work.held !== null) return refuse('CASE_HELD', { actual: work.held });
  const { aboutWhom } = work.input;
  const isTheirs = checkTaskIsTheirs(task, actor, aboutWhom);
  if (isTheirs.ok) return rule(task);
  const assists = openParts(work).some((part) => checkTaskIsTheirs(part, actor, aboutWhom).ok);
  return assists && task.kind === 'lead' ? refuse('ONLY_LEAD_CLOSES') : isTheirs;
}

/** The first task of a path that somebody leads from the start: the lead's, by the first rung of its ladder. */
export function leadFirst(work: Work): OpenedTask[] {
  const { areaCode, kind } = work.input;
  const addressed = handlersOf(rulesFor(work), 0, { areaCode, kind });
  if (addressed === null) throw new Error(`The ladder of ${work.input.path} is empty`);
  return [newTask(work, addressed, { kind: 'lead' })];
}
