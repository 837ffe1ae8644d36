import type { CaseActivities, CaseStep } from '@yiwang/contracts/case-flow';
import { DataSource } from 'typeorm';
import { APPLY_STEP } from './apply-step.sql.js';
import type { Openings } from './openings.js';

/** The activities of the case workflows: they run in the worker that decides, and write in one transaction a step. */
export class StepRecorder implements CaseActivities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly openings?: Openings,
  ) {}

  async recordStep(step: CaseStep): Promise<void> {
    await this.dataSource.query(APPLY_STEP, [JSON.stringify(step)]);
    this.openings?.opened(step.caseNumber);
  }

  async firstResponseAt(caseNumber: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ first_response_at: Date | null }[]>(
      'select first_response_at from case_file where number = $1',
      [caseNumber],
    );
    return row?.first_response_at?.toISOString() ?? null;
  }
}
