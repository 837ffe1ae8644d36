import type {
  CaseActivities,
  CaseStep,
  CountedMark,
  LedgerEntry,
  Notice,
  OpenedTask,
  Stage,
  TimelineEvent,
  TimelineType,
  WorkingCalendarData,
} from '@yiwang/contracts/case-flow';
import { reckon, type Reckoning } from '@yiwang/domain/clocks';

/**
 * Offices open every day, from 0:00 to 24:00: working limits then run like calendar ones, so that a test that skips time
 * from whatever day it is run on knows where it will arrive. Tests of the calendar itself bring their own.
 */
export const EVERY_DAY: WorkingCalendarData = {
  version: 1,
  years: [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032],
  periods: [['00:00', '24:00']],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  days: {},
};

/**
 * The recording port kept in memory: what PostgreSQL would hold, step by step. A step whose id was recorded before is
 * skipped, as the port promises.
 */
export class CaseRecorder implements CaseActivities {
  private readonly recorded: CaseStep[] = [];
  private readonly contacts = new Map<string, string>();
  private gate: Promise<void> | null = null;
  private failures = 0;
  private stoodSince: string | null = null;

  /** Bound by hand: a worker takes activities as plain functions. */
  readonly activities: CaseActivities = {
    recordStep: (step) => this.recordStep(step),
    firstResponseAt: (caseNumber) => this.firstResponseAt(caseNumber),
    workingCalendar: () => Promise.resolve(this.calendar),
  };

  /** The calendar in force; a test may load another one. */
  calendar: WorkingCalendarData = EVERY_DAY;

  workingCalendar = (): Promise<WorkingCalendarData> => Promise.resolve(this.calendar);

  async recordStep(step: CaseStep): Promise<string> {
    await this.gate;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('The database is away');
    }
    const stands = this.recorded.find(({ stepId }) => stepId === step.stepId);
    if (stands !== undefined) return stands.at;
    const at = this.stoodSince;
    this.stoodSince = null;
    if (at === null) {
      this.recorded.push(step);
      return step.at;
    }
    const earlier = JSON.stringify(step).replaceAll(JSON.stringify(step.at), JSON.stringify(at));
    this.recorded.push(JSON.parse(earlier) as CaseStep);
    return at;
  }

  async firstResponseAt(caseNumber: string): Promise<string | null> {
    const answered = this.stepsOf(caseNumber).find(({ patch }) => patch.firstResponseAt !== undefined);
    return this.contacts.get(caseNumber) ?? answered?.patch.firstResponseAt ?? null;
  }

  /** A person reached the resident: in PostgreSQL a row of its own, without an engine step. */
  contact(caseNumber: string, at: string): void {
    this.contacts.set(caseNumber, at);
  }

  /** The next attempts fail as if the database were away. */
  failNext(attempts: number): void {
    this.failures = attempts;
  }

  /** The next step is found written at this instant, as after a worker that died before the engine heard of it. */
  findNextWritten(at: string): void {
    this.stoodSince = at;
  }

  /** Holds every recording until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.gate = new Promise((resolve) => {
      release = () => {
        this.gate = null;
        resolve();
      };
    });
    return release;
  }

  stepsOf(caseNumber: string): CaseStep[] {
    return this.recorded.filter((step) => step.caseNumber === caseNumber);
  }

  timelineOf = (caseNumber: string): TimelineType[] =>
    this.stepsOf(caseNumber).flatMap(({ timeline }) => timeline.map(({ type }) => type));

  /** The public nodes in the order in which they were entered. */
  stagesOf(caseNumber: string): string[] {
    const entered = this.stepsOf(caseNumber).flatMap(({ timeline }) => timeline.map(({ data }) => data?.stage));
    return entered.filter((stage): stage is Stage => typeof stage === 'string');
  }

  /** The case row as the patches have made it. */
  caseRow = (caseNumber: string): CaseStep['patch'] =>
    Object.assign({}, ...this.stepsOf(caseNumber).map(({ patch }) => patch)) as CaseStep['patch'];

  /** Tasks that nobody has completed, handed up, returned or cancelled. */
  openTasks(caseNumber: string): OpenedTask[] {
    let open: OpenedTask[] = [];
    for (const { openedTasks, changedTasks, cancelOpenTasks } of this.stepsOf(caseNumber)) {
      const closed = changedTasks.filter(({ state }) => state !== 'accepted').map(({ taskId }) => taskId);
      const isLeft = ({ workflowId }: OpenedTask): boolean =>
        cancelOpenTasks === true || (cancelOpenTasks === 'path' && workflowId !== caseNumber);
      open = [...open.filter((task) => !closed.includes(task.taskId) && !isLeft(task)), ...openedTasks];
    }
    return open;
  }

  /** The clock ledger as it was written, in its order. */
  ledgerOf = (caseNumber: string): LedgerEntry[] =>
    this.stepsOf(caseNumber)
      .flatMap(({ clock = [] }) => clock)
      .sort((one, other) => one.seq - other.seq)
      .map(({ entry }) => entry);

  /** Every clock, recomputed from the ledger as it was written. */
  clocksOf = (caseNumber: string): Reckoning['clocks'] => reckon(this.ledgerOf(caseNumber), this.calendar).clocks;

  noticesOf = (caseNumber: string): Notice[] => this.stepsOf(caseNumber).flatMap(({ notices }) => notices);

  /** What the reporter was told, by type. */
  toldReporter = (caseNumber: string): Notice['type'][] =>
    this.noticesOf(caseNumber).flatMap(({ to, type }) => (to.kind === 'reporter' ? [type] : []));

  /** The entries of one type on the timeline. */
  eventsOf = (caseNumber: string, type: TimelineType): TimelineEvent[] =>
    this.stepsOf(caseNumber).flatMap(({ timeline }) => timeline.filter((event) => event.type === type));

  marksOf = (caseNumber: string): CountedMark[] => this.stepsOf(caseNumber).flatMap(({ marks = [] }) => marks);
}
