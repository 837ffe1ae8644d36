import { goesBy } from '@yiwang/contracts/case-flow';
import type {
  CaseLifecycleInput,
  CasePatch,
  LifecycleProgress,
  OpenedTask,
  Path,
  PathResult,
  Requested,
  Stage,
} from '@yiwang/contracts/case-flow';
import type { Actor, CaseClass, WorkingCalendarData } from '@yiwang/contracts/case-flow';
import { reckon, type Holder, type LedgerEntry, type Limit, type Reckoning } from '@yiwang/domain/clocks';
import type { CaseSeen } from '@yiwang/domain/paths';
import { policyOf, routeOf, type PathRules, type PolicyRules } from '@yiwang/domain/policies';
import type { StepWriter } from '../recording/record.js';
import type { Decides } from '../recording/on-decision.js';

/** What somebody has asked for; its approval task is open with the level above. */
export interface Request {
  task: OpenedTask;
  asked: Requested | { kind: 'notAccepted'; deskTaskId: string };
  by: Actor;
  taskId: string;
  reason: string;
  /** When it goes a level further. */
  until: string;
}

/** The path that runs next, and what its beginning does to the resident's clock. */
export interface Plan {
  path: Path;
  areaCode: string;
  rung: number;
  unitCode?: string;
  /** The resident's deadline becomes this hand-over plus the path's limit; otherwise it stays. */
  handOver: boolean;
}

/** A case's course: plain JSON, changed only when a step is recorded. */
export interface Course extends StepWriter, Decides {
  input: CaseLifecycleInput;
  areaCode: string;
  caseClass: CaseClass;
  path: Path | null;
  round: number;
  ledger: LedgerEntry[];
  /** How many entries of the ledger PostgreSQL has. */
  recordedEntries: number;
  calendar: WorkingCalendarData | null;
  /** Marks that have been made: clock, run and mark. */
  fired: string[];
  /** Rises with whatever may move the next ring. */
  changes: number;
  responseOverdue: boolean;
  resolutionOverdue: boolean;
  /** The task of the desk that must say where the case belongs. */
  desk: OpenedTask | null;
  holder: Holder | null;
  plan: Plan | null;
  /** The running path, and how many have run. */
  run: { path: Path; number: number; workflowId: string } | null;
  runs: number;
  /** How a path ended that an earlier run of the lifecycle started, once it has said so. */
  ended: PathResult | null;
  answeredAt: string | null;
  ratingClosesAt: string | null;
  /** When its reporter last urged it. */
  urgedAt: string | null;
  tasksOpened: number;
  ownTasks: number;
  /** Everybody who had a hand in it, over all rounds: they neither handle a later round nor verify nor rate. */
  handlers: string[];
  /** Who handled it before this round: set once in a round, as its first path begins. */
  excluded: { round: number; subjects: string[] };
  excludedUnits: string[];
  requests: Record<string, Request>;
  /** Tier runs that have had their extension, and parts that have. */
  extended: string[];
  orders: Record<string, OpenedTask>;
  paused: { reason: 'waitingForResident' | 'suspended'; until: string; stage: Stage } | null;
  referral: OpenedTask | null;
  /** What begins when the city returns a case that no path has had yet. */
  afterReferral: Plan | null;
  mergedInto: string | null;
  members: string[];
  deciding: string | null;
  closedAs: NonNullable<CasePatch['closedAs']> | null;
}

export function beginCourse(input: CaseLifecycleInput): Course {
  const { caseClass } = routeOf(input, policyOf(input.policy));
  const about = input.aboutWhom;
  return {
    input,
    caseNumber: input.caseNumber,
    countyCode: input.countyCode,
    time: input.time,
    areaCode: input.areaCode,
    caseClass,
    stage: 'received',
    path: null,
    round: 1,
    ledger: [],
    recordedEntries: 0,
    calendar: null,
    fired: [],
    changes: 0,
    responseOverdue: false,
    resolutionOverdue: false,
    desk: null,
    holder: null,
    plan: null,
    run: null,
    runs: 0,
    ended: null,
    answeredAt: null,
    ratingClosesAt: null,
    urgedAt: null,
    tasksOpened: 0,
    ownTasks: 0,
    handlers: about?.subject === undefined ? [] : [about.subject],
    excluded: { round: 0, subjects: [] },
    // Where a role in the unit is named, the others of the unit are not concerned.
    excludedUnits:
      about?.unitCode === undefined || (about.role !== undefined && goesBy(input, '2026-11-owners')) ? [] : [about.unitCode],
    requests: {},
    extended: [],
    orders: {},
    paused: null,
    referral: null,
    afterReferral: null,
    mergedInto: null,
    members: [],
    deciding: null,
    closedAs: null,
  };
}

/** A course as those who stand above it see it. */
export const seenOf = (course: Course): CaseSeen => ({
  stage: isOpen(course) ? course.stage : 'closed',
  holder: course.holder,
  path: course.run?.path ?? null,
  paused: course.paused?.reason ?? null,
  isReferred: course.referral !== null,
  isMerged: course.mergedInto !== null,
});

/** The answer is there, though it may still be verified. No clock is read before a path has begun, which loads its calendar. */
export const isAnswered = (course: Course): boolean => course.run !== null && readClocks(course).clocks.resolution?.state === 'stopped';

export const isOpen = (course: Course): boolean => course.closedAs === null;
export const policyFor = (course: Course): PolicyRules => policyOf(course.input.policy);
export const rulesFor = (course: Course, path: Path): PathRules => policyFor(course).paths[path];
export const ruleVersion = (course: Course): number => course.input.policy.version;

/** All clocks as the ledger has made them. Throws where working time is reckoned before the calendar was loaded. */
export const readClocks = (course: Course): Reckoning =>
  reckon(course.ledger, course.calendar, undefined, policyFor(course).marks);

/** Whether a limit runs in working time only, for which a calendar is needed. */
export const isWorkingLimit = ({ unit }: Limit): boolean => unit === 'workingDays' || unit === 'workingHours';

/** What lists show of the clocks. */
export function clockPatch(course: Course): CasePatch {
  const { clocks } = readClocks(course);
  const { resolution, tier } = clocks;
  return {
    ...(resolution === undefined ? {} : { resolutionDueAt: resolution.dueAt, provisional: resolution.provisional }),
    ...(tier === undefined ? {} : { tierDueAt: tier.dueAt }),
  };
}

export const patchOfHolder = ({ tier, unitCode }: Holder): CasePatch => ({ tier, unitCode: unitCode ?? null });

/** Approvals, orders and the city's desk are numbered apart from a path's tasks: both open them at the same time. */
export const ownTaskId = (course: Course): string => `${course.caseNumber}-s${course.ownTasks + 1}`;

export function progressOf(course: Course): LifecycleProgress {
  const { response, resolution } = readClocks(course).clocks;
  return {
    stage: course.stage,
    path: course.path,
    round: course.round,
    responseDueAt: response?.dueAt ?? '',
    resolutionDueAt: resolution?.dueAt ?? '',
    responseOverdue: course.responseOverdue,
    resolutionOverdue: course.resolutionOverdue,
    tier: course.holder?.tier ?? null,
    closedAs: course.closedAs,
    ledger: course.ledger,
  };
}
