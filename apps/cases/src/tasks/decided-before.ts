import { Injectable } from '@nestjs/common';
import type { UpdateName } from '@yiwang/contracts/case-flow';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { CaseEngine } from '../course/case-engine.js';
import { stepEndOf, type Deciding } from './decide.js';

/** What a decision's key led to before. */
export type Before =
  | { was: 'never' }
  /** It stands, and is answered by what followed from it. */
  | { was: 'taken' }
  /**
   * It stands in PostgreSQL and the engine lost it, as where its server died before keeping what the worker had written.
   * The workflow owns the course, so it is asked again; the step counts once by its id.
   */
  | { was: 'lost'; workflowId: string };

/** Steps of the case (`$1`) whose id has `$2` in it. */
const STEPS_WITH = 'select step_id as "stepId" from case_step where case_number = $1 and position($2 in step_id) > 0';
const MARK = /#[0-9a-f]{16}$/;

/** Whether a decision was taken already, also when others have followed it. */
@Injectable()
export class DecidedBefore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: CaseEngine,
  ) {}

  /**
   * @param given the caller's own key: with other content than before it is refused. Without one nothing is.
   * @throws AppError IDEMPOTENCY_CONFLICT, or ENGINE_UNAVAILABLE where the engine cannot say whether it has the step.
   */
  async look(name: UpdateName, deciding: Deciding, caseNumber: string, given: string | null | undefined): Promise<Before> {
    const end = stepEndOf(name, deciding);
    const ofKey = end.replace(MARK, '#');
    const rows = await this.dataSource.query<{ stepId: string }[]>(STEPS_WITH, [caseNumber, ofKey]);
    const known = rows.map(({ stepId }) => stepId).filter((id) => id.replace(MARK, '#').endsWith(ofKey));
    const step = known.find((id) => id.endsWith(end));
    if (step !== undefined) return this.inEngine(caseNumber, step);
    if (given && known.length > 0) throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: given });
    return { was: 'never' };
  }

  private async inEngine(caseNumber: string, stepId: string): Promise<Before> {
    const workflowId = stepId.slice(0, stepId.indexOf('#'));
    return (await this.engine.hasLost(caseNumber, workflowId, stepId)) ? { was: 'lost', workflowId } : { was: 'taken' };
  }
}
