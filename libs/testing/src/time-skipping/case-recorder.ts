import type { CaseActivities, CaseStep, OpenedTask, Stage, TimelineType } from '@yiwang/contracts/case-flow';

/**
 * The recording port kept in memory: what PostgreSQL would hold, step by step. A step whose id was recorded before is
 * skipped, as the port promises.
 */
export class CaseRecorder implements CaseActivities {
  private readonly recorded: CaseStep[] = [];
  private readonly contacts = new Map<string, string>();
  private gate: Promise<void> | null = null;
  private failures = 0;

  /** Bound by hand: a worker takes activities as plain functions. */
  readonly activities: CaseActivities = {
    recordStep: (step) => this.recordStep(step),
    firstResponseAt: (caseNumber) => this.firstResponseAt(caseNumber),
  };

  async recordStep(step: CaseStep): Promise<void> {
    await this.gate;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('The database is away');
    }
    if (!this.recorded.some(({ stepId }) => stepId === step.stepId)) this.recorded.push(step);
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

  /** Tasks that nobody has completed, handed up or cancelled. */
  openTasks(caseNumber: string): OpenedTask[] {
    let open: OpenedTask[] = [];
    for (const { openedTasks, changedTasks, cancelOpenTasks } of this.stepsOf(caseNumber)) {
      const closed = changedTasks.filter(({ state }) => state !== 'accepted').map(({ taskId }) => taskId);
      open = cancelOpenTasks ? [] : [...open.filter(({ taskId }) => !closed.includes(taskId)), ...openedTasks];
    }
    return open;
  }
}
