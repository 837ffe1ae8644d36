import { Injectable } from '@nestjs/common';
import { UPDATES, type UpdateInputs, type UpdateName } from '@yiwang/contracts/case-flow';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { CaseEngine } from '../course/case-engine.js';
import { actorIn, keyOf, type Content } from '../tasks/decide.js';
import { DecidedBefore } from '../tasks/decided-before.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { CaseAccess } from './case-access.js';
import { CaseStanding, type Speaker } from './case-standing.js';
import type { CaseEntity } from './case.entity.js';

export interface GivenOnCase {
  number: string;
  idempotencyKey?: string | null;
}

/** The one way of deciding on a case without a task: by those above its holder, or by the holder. */
@Injectable()
export class CaseDecisions {
  constructor(
    private readonly access: CaseAccess,
    private readonly standing: CaseStanding,
    private readonly before: DecidedBefore,
    private readonly engine: CaseEngine,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * A repeated key answers with what it led to before, as far as the workflow has it; then the form is looked at, and the workflow decides. Refusals are
   * on the audit trail.
   * @throws AppError CASE_NOT_FOUND, NOT_FROM_ABOVE or what the form and the workflow refuse.
   */
  decide<N extends UpdateName>(
    name: N,
    given: GivenOnCase,
    caller: Caller,
    contentOf: (found: CaseEntity) => Content<N> | Promise<Content<N>>,
    who: Speaker = 'above',
  ): Promise<CaseEntity> {
    const attempted: AuditedOperation = { operation: name, caller, target: { type: 'case', id: given.number } };
    return this.unitOfWork.attempt(attempted, async () => {
      const found = await this.access.visible(given.number, caller);
      attempted.target = { type: 'case', id: found.number, countyCode: found.countyCode };
      const { position, open } = await this.standing.of(found, caller, who);
      attempted.positions = [position.id];
      const deciding = { actor: actorIn(position, caller), idempotencyKey: keyOf(given) };
      const before = await this.before.look(name, deciding, found.number, given.idempotencyKey);
      // What was read before a look into the past may be older than what that found.
      if (before.was === 'taken') return this.access.visible(found.number, caller);
      const input = { ...deciding, ...(await contentOf(found)) } as UpdateInputs[N];
      const workflowId = before.was === 'lost' ? before.workflowId : ownerOf(name, found, open);
      await this.engine.decide(name, { caseNumber: found.number, workflowId }, input);
      return this.access.visible(found.number, caller);
    });
  }
}

/** The workflow that owns the decision: a path's is known from the tasks it has opened. */
function ownerOf(name: UpdateName, { number, stage, closedAt }: CaseEntity, open: readonly TaskEntity[]): string {
  if (UPDATES[name] === 'lifecycle') return number;
  const ofPath = open.find(({ workflowId }) => workflowId !== number);
  if (ofPath) return ofPath.workflowId;
  throw closedAt === null ? new AppError('STAGE_REFUSES', { actual: stage }) : new AppError('CASE_CLOSED');
}
