import { Injectable } from '@nestjs/common';
import { checkReason } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DecidedAttachments } from '../attachments/decided-attachments.js';
import type { Content } from './decide.js';
import { Recipients } from '../work/recipients.js';
import { Places } from './places.js';
import { TaskDecisions } from './task-decisions.js';
import type { TaskEntity } from './task.entity.js';
import type { AcceptTaskArguments, CompleteTaskArguments, DispatchArguments, HandUpArguments } from './task.types.js';

/** What whoever handles a task or keeps a desk decides: the form is looked at here, the workflow judges. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly decisions: TaskDecisions,
    private readonly attachments: DecidedAttachments,
    private readonly places: Places,
    private readonly recipients: Recipients,
  ) {}

  accept(given: AcceptTaskArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('acceptTask', given, caller, () => ({}));
  }

  complete(given: CompleteTaskArguments, caller: Caller): Promise<TaskEntity> {
    const content = (): Content<'completeTask'> => ({
      answer: orThrow(checkReason('answer', given.answer)).text,
      attachmentIds: this.attachments.check(given.attachmentIds),
      ...(given.explanation ? { explanation: orThrow(checkReason('explanation', given.explanation)).text } : {}),
    });
    return this.decisions.decide('completeTask', given, caller, content, this.attachments.around(given.attachmentIds, caller));
  }

  /** Feedback on a supervision order (督办单). */
  answerOrder(given: CompleteTaskArguments, caller: Caller): Promise<TaskEntity> {
    const content = (): Content<'answerOrder'> => ({
      answer: orThrow(checkReason('answer', given.answer)).text,
      attachmentIds: this.attachments.check(given.attachmentIds),
    });
    return this.decisions.decide('answerOrder', given, caller, content, this.attachments.around(given.attachmentIds, caller));
  }

  handUp(given: HandUpArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('handUpTask', given, caller, () => ({
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
  }

  /** A desk says where a case belongs, by which class, path or unit, or with a reason that it is not accepted. */
  dispatch(given: DispatchArguments, caller: Caller): Promise<TaskEntity> {
    return this.decisions.decide('dispatchCase', given, caller, async ({ countyCode }) => ({
      decision: await this.deskDecision(given, countyCode, caller),
    }));
  }

  private async staffedUnit(given: string, countyCode: string, caller: Caller): Promise<string> {
    const unitCode = await this.places.unit('unitCode', given, caller);
    await this.recipients.check('', { roles: ['departmentHandler'], areaCode: countyCode, unitCode }, caller);
    return unitCode;
  }

  private async deskDecision(
    given: DispatchArguments,
    countyCode: string,
    caller: Caller,
  ): Promise<Content<'dispatchCase'>['decision']> {
    const { notAcceptedReason, areaCode, caseClass, path, unitCode } = given;
    if (notAcceptedReason && (areaCode || caseClass || path || unitCode)) {
      const expected = '去向与不予受理的理由只填一项 / either where it belongs or a reason not to accept';
      throw new AppError('INPUT_INVALID', { field: 'notAcceptedReason', expected });
    }
    if (notAcceptedReason) {
      return { kind: 'notAccept', reason: orThrow(checkReason('notAcceptedReason', notAcceptedReason)).text };
    }
    if (!areaCode) {
      const expected = '区域编码或不予受理的理由 / an area code, or a reason not to accept';
      throw new AppError('INPUT_INVALID', { field: 'areaCode', expected });
    }
    return {
      kind: 'dispatch',
      areaCode: await this.places.area('areaCode', areaCode, countyCode, caller),
      ...(caseClass ? { caseClass } : {}),
      ...(path ? { path } : {}),
      ...(unitCode ? { unitCode: await this.staffedUnit(unitCode, countyCode, caller) } : {}),
    };
  }
}
