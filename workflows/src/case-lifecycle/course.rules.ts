import type {
  CaseLifecycleInput,
  CasePatch,
  LifecycleProgress,
  OpenedTask,
  Path,
  PositionRole,
  Stage,
  UpdateName,
} from '@yiwang/contracts/case-flow';
import { countyOf, covers, parentOf, townOf } from '@yiwang/domain/areas';
import { resolutionDueAt, responseDueAt } from '@yiwang/domain/clocks';
import { entryDesk, nextHandlers, type Addressed, type Entry } from '@yiwang/domain/paths';
import type { StepWriter } from '../recording/record.js';
import { taskIdOf } from '../recording/tasks.rules.js';

/** A case's course: plain JSON, changed only when a step is recorded. */
export interface Course extends StepWriter {
  input: CaseLifecycleInput;
  areaCode: string;
  stage: Stage;
  path: Path | null;
  round: number;
  responseDueAt: string;
  resolutionDueAt: string;
  responseOverdue: boolean;
  resolutionOverdue: boolean;
  /** The task of the desk that must say where the case belongs. */
  desk: OpenedTask | null;
  /** A path's workflow has the case. */
  onPath: boolean;
  /** The town holds the case, by hand-up or because of the round. */
  atTown: boolean;
  answeredAt: string | null;
  tasksOpened: number;
  /** Everybody who answered or handed up, over all rounds: they neither handle a later round nor rate. */
  handlers: string[];
  /**
   * The decision or closing that is being recorded; meanwhile every other one is refused. A case begins `opening`,
   * until its first desk is recorded or known not to be needed; a withdrawal waits for that.
   */
  deciding: UpdateName | 'opening' | 'closing' | null;
  closedAs: NonNullable<CasePatch['closedAs']> | null;
}

export const beginCourse = (input: CaseLifecycleInput): Course => ({
  input,
  caseNumber: input.caseNumber,
  countyCode: input.countyCode,
  areaCode: input.areaCode,
  stage: 'received',
  path: null,
  round: 1,
  responseDueAt: responseDueAt(input.receivedAt, input.policy.responseLimitHours),
  resolutionDueAt: resolutionDueAt(input.receivedAt, input.policy.resolutionLimitDays),
  responseOverdue: false,
  resolutionOverdue: false,
  desk: null,
  onPath: false,
  atTown: false,
  answeredAt: null,
  tasksOpened: 0,
  handlers: [],
  deciding: 'opening',
  closedAs: null,
});

export const isOpen = (course: Course): boolean => course.closedAs === null;

/** Where an area leads: straight to its village, or to the desk that can say more. A foreign area is the county's. */
export const entryOf = (course: Course, areaCode: string): Entry =>
  entryDesk(covers(course.countyCode, areaCode) ? areaCode : course.countyCode);

/** The desk's task, opened next. */
export const deskTaskOf = (course: Course, desk: Addressed): OpenedTask => ({
  taskId: taskIdOf(course.caseNumber, course.tasksOpened + 1),
  kind: 'desk',
  workflowId: course.caseNumber,
  roles: desk.roles,
  areaCode: desk.areaCode,
  excludedSubjects: desk.excludedSubjects,
  round: course.round,
  dueAt: course.resolutionDueAt,
});

/** The positions that a task or notice is for. */
export interface Addressees {
  roles: PositionRole[];
  areaCode: string;
}

/** To whom the open task is addressed: the desk's, or by the path's rules; null where none is open. */
export function addresseesOf(course: Course): Addressees | null {
  if (course.desk !== null) return course.desk;
  if (!course.onPath) return null;
  const town = townOf(course.areaCode);
  if (course.atTown && town !== null) return { roles: ['townCentre'], areaCode: town };
  return nextHandlers(course.round, course.areaCode);
}

/** Who hears of lateness: the level above whoever holds the case (village → town → county → city). */
export function levelAboveHolder(course: Course): Addressees {
  const town = townOf(course.areaCode);
  const atCounty = course.desk?.roles.includes('countyCentre') ?? false;
  if (atCounty || town === null) {
    return { roles: ['cityCentre'], areaCode: parentOf(course.countyCode) ?? course.countyCode };
  }
  const heldByTown = course.desk !== null || course.atTown;
  return heldByTown
    ? { roles: ['countyCentre'], areaCode: countyOf(town) ?? course.countyCode }
    : { roles: ['townCentre'], areaCode: town };
}

export const progressOf = (course: Course): LifecycleProgress => ({
  stage: course.stage,
  path: course.path,
  round: course.round,
  responseDueAt: course.responseDueAt,
  resolutionDueAt: course.resolutionDueAt,
  responseOverdue: course.responseOverdue,
  resolutionOverdue: course.resolutionOverdue,
});
