import { Injectable } from '@nestjs/common';
import type { Requested } from '@yiwang/contracts/case-flow';
import { checkReason } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { CaseDecisions } from '../case/case-decisions.js';
import type { CaseEntity } from '../case/case.entity.js';
import { TaskDecisions } from '../tasks/task-decisions.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { limitOf } from '../work/parts.js';
import type { CaseReasonArguments, DecideApprovalArguments, RequestApprovalArguments } from './approvals.types.js';

/** What is asked of the level above and decided there: 延期、暂停、挂账、转市级. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly decisions: TaskDecisions,
    private readonly cases: CaseDecisions,
  ) {}

  request(given: RequestApprovalArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('requestApproval', given, caller, () => ({
      requested: requestedOf(given),
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
  }

  decide(given: DecideApprovalArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('decideApproval', given, caller, () => ({
      granted: given.granted,
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
  }

  /** Ends a pause or suspension early: by whoever holds the case, or from above. */
  resume(given: CaseReasonArguments, caller: Caller): Promise<CaseEntity> {
    const content = () => ({ reason: orThrow(checkReason('reason', given.reason)).text });
    return this.cases.decide('resumeCase', given, caller, content, 'holder');
  }
}

function requestedOf({ kind, by, reviewAt }: RequestApprovalArguments): Requested {
  if (kind === 'referral') return { kind };
  if (kind === 'suspension') {
    if (reviewAt) return { kind, reviewAt: reviewAt.toISOString() };
    throw new AppError('INPUT_INVALID', { field: 'reviewAt', expected: '挂账须定复核日期 / a suspension has a review date' });
  }
  if (by) return { kind, by: limitOf('by', by) };
  throw new AppError('INPUT_INVALID', { field: 'by', expected: '须写明时长 / say how long' });
}
