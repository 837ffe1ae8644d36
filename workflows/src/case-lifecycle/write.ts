import { getExternalWorkflowHandle } from '@temporalio/workflow';
import {
  SYSTEM_ACTOR,
  type CaseStep,
  type LedgerEntry,
  type Notice,
  type OpenedTask,
  type PathTold,
} from '@yiwang/contracts/case-flow';
import type { Holder } from '@yiwang/domain/clocks';
import { pathTold } from '../recording/messages.js';
import { record, workingCalendar, type StepContent } from '../recording/record.js';
import { openingOf } from '../recording/tasks.rules.js';
import { ruleVersion, type Course } from './course.rules.js';

type Clocked<E> = E extends unknown ? Omit<E, 'rule' | 'at'> : never;

/** Adds to the ledger; it is written with the next step. */
export function enter(course: Course, at: string, ...entries: Clocked<LedgerEntry>[]): void {
  course.ledger.push(...entries.map((entry) => ({ ...entry, at, rule: ruleVersion(course) }) as LedgerEntry));
  course.changes += 1;
}

/** The entries that PostgreSQL lacks, each with its place. They count as written from here. */
export function unwritten(course: Course): NonNullable<CaseStep['clock']> {
  const from = course.recordedEntries;
  course.recordedEntries = course.ledger.length;
  return course.ledger.slice(from).map((entry, index) => ({ seq: from + index + 1, entry }));
}

/** Writes a step of the lifecycle with whatever the ledger has gained, and lets the stage be what was written. */
export async function recordCourse(course: Course, name: string, at: string, content: StepContent): Promise<void> {
  const clock = unwritten(course);
  const standsAt = await record(course, name, at, clock.length === 0 ? content : { ...content, clock });
  for (const { entry } of clock) if (entry.at === at) entry.at = standsAt;
  if (content.patch?.stage !== undefined) course.stage = content.patch.stage;
  course.changes += 1;
}

export const toReporter = (course: Course, type: Notice['type'], data: Notice['data'] = {}): Notice => ({
  type,
  to: { kind: 'reporter' },
  data: { caseNumber: course.caseNumber, round: course.round, ...data },
});

export const toHolder = (course: Course, holder: Holder, type: Notice['type'], data: Notice['data'] = {}): Notice => ({
  type,
  to: {
    kind: 'position',
    roles: [...holder.roles],
    areaCode: holder.areaCode,
    ...(holder.unitCode === undefined ? {} : { unitCode: holder.unitCode }),
  },
  data: { caseNumber: course.caseNumber, round: course.round, ...data },
});

/** A task of the lifecycle's own, opened with its step. */
export const opening = (course: Course, task: OpenedTask) => openingOf(course.caseNumber, [task]);

/** Lets the running path know. False where it has just ended: what it ended with is heard of next. */
export async function tellPath(course: Course, told: PathTold): Promise<boolean> {
  if (course.run === null) return true;
  const path = getExternalWorkflowHandle(course.run.workflowId);
  return path.signal(pathTold, told).then(
    () => true,
    () => false,
  );
}

/** Working time needs the county's calendar, asked for once; `again` after a year was loaded. */
export async function haveCalendar(course: Course, again = false): Promise<void> {
  if (course.calendar !== null && !again) return;
  course.calendar = await workingCalendar({ countyCode: course.countyCode });
}

export const bySystem = SYSTEM_ACTOR;
