import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { checkReason, checkText } from '@yiwang/domain/intake';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { CaseDecisions } from '../case/case-decisions.js';
import type { CaseEntity } from '../case/case.entity.js';
import { DecidedAttachments } from '../attachments/decided-attachments.js';
import type { Content } from '../tasks/decide.js';
import { Places } from '../tasks/places.js';
import { Verifiers } from '../tasks/verifiers.js';
import { TaskDecisions } from '../tasks/task-decisions.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { Arbitrated } from './arbitrated.js';
import { Parts } from './parts.js';
import type {
  AssignUnitsArguments,
  CancelPartArguments,
  DelegateArguments,
  PlanPartsArguments,
  ReassignTaskArguments,
  ReturnTaskArguments,
  VerifyTaskArguments,
} from './work.types.js';

const MAX_LEGAL_GROUND = 500;

/** Sharing the work out, giving it down or back, and looking at what came of it. */
@Injectable()
export class WorkService {
  constructor(
    private readonly decisions: TaskDecisions,
    private readonly parts: Parts,
    private readonly places: Places,
    private readonly attachments: DecidedAttachments,
    private readonly cases: CaseDecisions,
    private readonly verifiers: Verifiers,
    private readonly arbitrated: Arbitrated,
  ) {}

  /** Down again (交办): under the limit of the path that it goes to. */
  delegate(given: DelegateArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('delegateTask', given, caller, async ({ countyCode }) => ({
      path: given.path,
      areaCode: await this.places.area('areaCode', given.areaCode, countyCode, caller),
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
  }

  plan(given: PlanPartsArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('planParts', given, caller, async (task) => {
      if (given.parts.length === 0) {
        throw new AppError('INPUT_INVALID', { field: 'parts', expected: '不能为空 / must not be empty' });
      }
      return { parts: await this.parts.check('parts', given.parts, task, caller) };
    });
  }

  /** 收回: by whoever leads, or somebody above. */
  cancelPart(given: CancelPartArguments, caller: Caller): Promise<CaseEntity> {
    const content = (): Content<'cancelPart'> => ({
      partId: given.partId,
      reason: orThrow(checkReason('reason', given.reason)).text,
    });
    return this.cases.decide('cancelPart', given, caller, content, 'lead');
  }

  /** 改派: the same. */
  reassign(given: ReassignTaskArguments, caller: Caller): Promise<CaseEntity> {
    const content = async (found: CaseEntity) => ({
      taskId: given.taskId,
      to: await this.parts.checkOne('to', given.to, found, caller),
      reason: orThrow(checkReason('reason', given.reason)).text,
    });
    return this.cases.decide('reassignTask', given, caller, content, 'lead');
  }

  /** What it says in an arbitration goes to departments, whose next proposal follows it. */
  async assign(given: AssignUnitsArguments, caller: Caller): Promise<TaskEntity> {
    const decided = await this.decisions.decide('assignUnits', given, caller, async (task) => ({
      lead: await this.parts.checkOne('lead', given.lead, task, caller),
      assisting: await this.parts.check('assisting', given.assisting ?? [], task, caller),
      ...(given.binding ? { binding: true } : {}),
      ...(given.reason ? { reason: orThrow(checkReason('reason', given.reason)).text } : {}),
    }));
    await this.arbitrated.tell(decided, given.lead.unitCode, caller);
    return decided;
  }

  /** 退回: with whose it is instead and on which legal ground. */
  giveBack(given: ReturnTaskArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('returnTask', given, caller, async (): Promise<Content<'returnTask'>> => {
      const proposed = given.proposedUnitCode.trim();
      const { text: legalGround } = orThrow(checkText('legalGround', given.legalGround, MAX_LEGAL_GROUND));
      if (proposed === '') throw new AppError('LEGAL_GROUND_REQUIRED', { field: 'proposedUnitCode' });
      if (legalGround === '') throw new AppError('LEGAL_GROUND_REQUIRED', { field: 'legalGround' });
      return {
        proposedUnitCode: await this.places.unit('proposedUnitCode', proposed, caller),
        legalGround,
        reason: orThrow(checkReason('reason', given.reason)).text,
      };
    });
  }

  verify(given: VerifyTaskArguments, caller: Caller): Promise<TaskEntity> {
    const content = async (task: TaskEntity): Promise<Content<'verifyTask'>> => {
      const said = {
        passed: given.passed,
        findings: orThrow(checkReason('findings', given.findings)).text,
        attachmentIds: this.attachments.check(given.attachmentIds),
      };
      await this.verifiers.check(task, caller);
      return said;
    };
    return this.decisions.decide('verifyTask', given, caller, content, this.attachments.around(given.attachmentIds, caller));
  }
}
