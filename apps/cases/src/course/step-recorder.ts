import type { CaseActivities, CaseStep, WorkingCalendarData } from '@yiwang/contracts/case-flow';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { APPLY_STEP } from './apply-step.sql.js';
import type { Openings } from './openings.js';

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

  async recordStep(step: CaseStep): Promise<string | undefined> {
    const [row] = await asSystem('steps', () =>
      this.dataSource.query<{ at: Date | null }[]>(APPLY_STEP, [JSON.stringify(step)]),
    );
    this.openings?.opened(step.caseNumber);
    return row?.at?.toISOString();
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
