/** What starts a workflow, what it ends with, and what workflows tell each other. Plain JSON. */
import type { CarriedPolicy } from '@yiwang/domain/policies';
import type { CaseClass, CaseKind, CaseMode, Channel, ConcernedLevel, Path, PositionRole, Stage, Tier } from '@yiwang/domain/paths';
import type { TimeMap } from '@yiwang/domain/time';
import type { Holder, LedgerEntry, WorkingCalendarData } from './ledger.js';
import type { CasePatch } from './steps.js';

/** About whom a complaint is: it never enters that unit's inbox and starts one level above, the reporter masked. */
export interface AboutWhom {
  areaCode: string;
  role?: PositionRole;
  unitCode?: string;
  subject?: string;
  /** Where it is known better than role and area say it: of a unit that is the county's centre. */
  level?: ConcernedLevel;
}

/**
 * The ways of lifecycle and paths that need other commands than those before them, oldest first. A run keeps to those
 * that it began with: what whoever starts it gives as `since`, and none where nothing is given.
 */
export const WAYS = ['2026-11', '2026-11-owners', '2026-11-top', '2026-11-issuers'] as const;
export type Way = (typeof WAYS)[number];

/** The newest, given to every run that is started now. */
export const LIFECYCLE_SINCE: Way = '2026-11-issuers';

/** Whether a run began with this way or a newer one. */
export const goesBy = ({ since }: { since?: Way }, way: Way): boolean =>
  since !== undefined && WAYS.indexOf(since) >= WAYS.indexOf(way);

export interface CaseLifecycleInput {
  caseNumber: string;
  countyCode: string;
  /** County (6), town (9), village (12) or grid (15 digits): as exact as the report allowed. */
  areaCode: string;
  kind: CaseKind;
  channel: Channel;
  caseClass?: CaseClass;
  categoryCode?: string;
  mode?: CaseMode;
  aboutWhom?: AboutWhom;
  /** The unit on duty for a consultation, where the county runs a rota. */
  dutyUnitCode?: string;
  /** When the case entered the network; every clock of the resident runs from here. */
  receivedAt: string;
  policy: CarriedPolicy;
  /** Simulations only. */
  time?: TimeMap;
  /** With which ways of the lifecycle its run began; left out, those of before there were any to tell apart. */
  since?: Way;
  /** What an earlier run of this lifecycle knew: after continuing as new, or when a closed case is opened again. */
  carried?: CarriedCourse;
}

/** The lifecycle's whole state between runs; its shape is the workflow's own affair. */
export interface CarriedCourse {
  course: Record<string, unknown>;
  /** A closed case is opened again: dissatisfaction found later (call-back, sample, the resident). */
  reopen?: { reason: string; subject?: string; role?: PositionRole };
}

/** One run of a path: a round, or what is left of it after moving. */
export interface PathInput {
  caseNumber: string;
  countyCode: string;
  areaCode: string;
  path: Path;
  kind: CaseKind;
  caseClass: CaseClass;
  mode?: CaseMode;
  round: number;
  lastRound: boolean;
  /** The rung of the path's ladder to begin with, from 0. */
  rung: number;
  /** Tasks opened so far, so that task ids stay unique over rounds. */
  tasksOpened: number;
  /** Whether a desk or an earlier path has accepted the case and said where it belongs. */
  dispatched: boolean;
  /** People who handled an earlier round, or whom the complaint is about, and must not handle this one. */
  excludedSubjects: string[];
  excludedUnits: string[];
  /** Everybody who had a hand in it so far, this round too: they may handle it again, and not verify it. */
  handlersBefore: string[];
  /** Whom the complaint is about, where a person is named: they do not even coordinate it. */
  concernedSubjects: string[];
  /** About whom the complaint is: they have no part in it, and none is put to them. */
  aboutWhom?: AboutWhom;
  /** A unit that a desk named, or that is on duty. */
  unitCode?: string;
  dueAt: string;
  /** The complaint is about somebody here: nobody below the holder has a part in it. */
  conflictOfInterest?: boolean;
  /** Who coordinates instead of the county centre, because the complaint is about the centre. */
  coordinatedBy?: PositionRole[];
  /** What the lifecycle wants written with the path's first step: its clocks and the fields that go with them. */
  opening: { clock: { seq: number; entry: LedgerEntry }[]; patch: CasePatch };
  policy: CarriedPolicy;
  calendar: WorkingCalendarData | null;
  time?: TimeMap;
  /** As the lifecycle's. */
  since?: Way;
}

export type PathResult = {
  tasksOpened: number;
  /** Everybody who had a hand in it. */
  handlers: string[];
} & (
  | { outcome: 'answered'; answeredAt: string; handlerSubject: string; answer: string }
  | { outcome: 'movedUp'; to: Path | 'city'; reason: string; late: boolean }
  | { outcome: 'delegated'; to: Path; areaCode: string; reason: string }
  /** The lifecycle took the case away: withdrawn, merged, reclassified, answered by the city. */
  | { outcome: 'left' }
);

/** From the path to its lifecycle: who holds the case now and what its clocks do. */
export interface PathMoved {
  handlers?: string[];
  holder?: Holder;
  entries?: LedgerEntry[];
}

/** From the lifecycle to its path. */
export interface PathTold {
  /** Nothing is decided on the path meanwhile; waiting for the resident alone holds nobody. */
  held?: 'suspended' | 'referred' | null;
  dueAt?: string;
  /** Grace after red has passed: it moves up by itself. `subject`: somebody above ordered it. */
  escalate?: { reason: string; subject?: string };
  /** After continuing as new the lifecycle hears of the end only by signal. */
  reportTo?: string;
}

export const WORKFLOWS = {
  caseLifecycle: 'caseLifecycle',
  villageDirect: 'villageDirect',
  cadreLed: 'cadreLed',
  villageTownJoint: 'villageTownJoint',
  countyCoordinated: 'countyCoordinated',
} as const;

/** Signals between workflows and from services: past facts. */
export const SIGNALS = {
  pathMoved: 'pathMoved',
  pathTold: 'pathTold',
  pathEnded: 'pathEnded',
  /** A year was loaded: deadlines are recomputed. */
  calendarLoaded: 'calendarLoaded',
  /** The resident added something: a pause that waits for that ends. */
  residentAdded: 'residentAdded',
  /** The leading case of a group was answered, or left its members alone. */
  groupAnswered: 'groupAnswered',
} as const;

export interface GroupAnswered {
  leadingCase: string;
  /** Left out: the group is dissolved and the case goes its own way. */
  answer?: { text: string; answeredAt: string; handlers: string[] };
}

/** What happens by itself: marks of the tier's clock, deadlines of the others, what waits and does not wait for ever. */
export const COMING_KINDS = [
  'half',
  'yellowCard',
  'redCard',
  'movesUp',
  'responseOverdue',
  'callBackMissed',
  'resolutionOverdue',
  'partOverdue',
  'resumes',
  'approvalMovesUp',
  'orderOverdue',
  'closesUnrated',
] as const;
export type ComingKind = (typeof COMING_KINDS)[number];
export interface Coming {
  kind: ComingKind;
  /** ISO 8601, UTC, business time. */
  at: string;
  taskId?: string;
}

export interface LifecycleProgress {
  stage: Stage;
  path: Path | null;
  round: number;
  responseDueAt: string;
  resolutionDueAt: string;
  responseOverdue: boolean;
  resolutionOverdue: boolean;
  tier: Tier | null;
  closedAs: CasePatch['closedAs'];
  ledger: LedgerEntry[];
}
