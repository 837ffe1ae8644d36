import { restamped, type CaseActivities, type CaseStep, type WorkingCalendarData } from '@yiwang/contracts/case-flow';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { APPLY_STEP, APPLY_STEP_OVER } from './apply-step.sql.js';
import { NOTE_DOUBT, STEP_LOST } from './note-doubt.sql.js';
import type { Openings } from './openings.js';

/** Why PostgreSQL may say something else of a case than its workflows. */
export type DoubtReason = 'overwritten' | 'recordedBefore' | 'placeTaken' | 'stepLost';

interface Applied {
  fresh: number;
  clocked: number;
  /** Another step follows the one that this one follows. */
  forked: boolean;
  at: Date | null;
}

const INSTANT = 'select at from case_step where case_number = $1 and step_id = $2';
const FIRST_RESPONSE = 'select first_response_at from case_file where number = $1';

/** The activities of the case workflows: they run in the worker that decides, and write in one transaction a step. */
export class StepRecorder implements CaseActivities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly openings?: Openings,
    private readonly calendars = new Calendars(dataSource, Calendars.WORKER_REMEMBERS_MS),
  ) {}

  /** The SDK takes own properties only, and methods live on the class. */
  get activities(): CaseActivities {
    return {
      recordStep: (step) => this.recordStep(step),
      firstResponseAt: (caseNumber) => this.firstResponseAt(caseNumber),
      workingCalendar: (county) => this.workingCalendar(county),
    };
  }

  async recordStep(step: CaseStep): Promise<string> {
    const at = await asSystem('steps', () => this.write(step));
    this.openings?.opened(step.caseNumber);
    return at;
  }

  /** @returns the instant with which the step stands. */
  private async write(step: CaseStep): Promise<string> {
    const { fresh, clocked, forked, at } = await this.apply(JSON.stringify(step));
    const standsAt = (at ?? (fresh === 0 ? await this.instantOf(step) : null))?.toISOString() ?? step.at;
    const entries = step.clock?.length ?? 0;
    const mayDiffer = fresh === 0 ? step.openedTasks.length + entries > 0 : clocked < entries;
    if (mayDiffer) {
      const said = restamped(step, standsAt);
      const reason: DoubtReason = fresh === 0 ? 'recordedBefore' : 'placeTaken';
      await this.dataSource.query(NOTE_DOUBT, [JSON.stringify(said), reason]);
    }
    if (forked) await this.dataSource.query(STEP_LOST, [step.caseNumber, step.countyCode]);
    return standsAt;
  }

  /** Of a step that another try was just writing: the statement that met it does not see it yet. */
  private async instantOf({ caseNumber, stepId }: CaseStep): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ at: Date }[]>(INSTANT, [caseNumber, stepId]);
    return row?.at ?? null;
  }

  private async apply(step: string): Promise<Applied> {
    const by = async (sql: string): Promise<Applied> =>
      (await this.dataSource.query<[Applied]>(sql, [step]))[0];
    try {
      return await by(APPLY_STEP);
    } catch (error) {
      if (!isTaskTaken(error)) throw error;
      return by(APPLY_STEP_OVER);
    }
  }

  async firstResponseAt(caseNumber: string): Promise<string | null> {
    const [row] = await asSystem('steps', () =>
      this.dataSource.query<{ first_response_at: Date | null }[]>(FIRST_RESPONSE, [caseNumber]),
    );
    return row?.first_response_at?.toISOString() ?? null;
  }

  workingCalendar({ countyCode, unitCode }: { countyCode: string; unitCode?: string }): Promise<WorkingCalendarData> {
    return this.calendars.inForce(countyCode, unitCode);
  }
}

const UNIQUE_VIOLATION = '23505';

/** Whether the number of a task that was to be opened stands already. */
function isTaskTaken(error: unknown): boolean {
  const { driverError } = error as { driverError?: { code?: unknown; constraint?: unknown } };
  return driverError?.code === UNIQUE_VIOLATION && driverError.constraint === 'task_pkey';
}
