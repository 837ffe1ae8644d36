import { Injectable } from '@nestjs/common';
import { checkReason } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { orThrow } from '@yiwang/platform/errors';
import { CaseDecisions } from '../case/case-decisions.js';
import type { CaseEntity } from '../case/case.entity.js';
import type { Content } from '../tasks/decide.js';
import { TaskDecisions } from '../tasks/task-decisions.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { Parts } from '../work/parts.js';
import type { AnswerReferralArguments, InstructArguments, ReclassifyArguments, SuperviseArguments } from './supervision.types.js';

/** What the levels above say to a case that somebody else holds. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly cases: CaseDecisions,
    private readonly tasks: TaskDecisions,
    private readonly parts: Parts,
  ) {}

  /** 催办, a supervision order (督办单), or up to the next tier. */
  supervise(given: SuperviseArguments, caller: Caller): Promise<CaseEntity> {
    return this.cases.decide('superviseCase', given, caller, () => ({
      act: given.act,
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
  }

  /** 批示: becomes a task. */
  instruct(given: InstructArguments, caller: Caller): Promise<CaseEntity> {
    const content = async (found: CaseEntity): Promise<Content<'instruct'>> => ({
      text: orThrow(checkReason('text', given.text)).text,
      ...(given.part ? { part: await this.parts.checkOne('part', given.part, found, caller) } : {}),
    });
    return this.cases.decide('instruct', given, caller, content, 'leader');
  }

  reclassify(given: ReclassifyArguments, caller: Caller): Promise<CaseEntity> {
    return this.cases.decide('reclassifyCase', given, caller, () => ({
      caseClass: given.caseClass,
      path: given.path,
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
  }

  answerReferral(given: AnswerReferralArguments, caller: Caller): Promise<TaskEntity> {
    return this.tasks.decide('answerReferral', given, caller, () => ({
      outcome: given.outcome,
      text: orThrow(checkReason('text', given.text)).text,
    }));
  }
}
