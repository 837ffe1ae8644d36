import { Injectable } from '@nestjs/common';
import { DECISIONS_ON, type UpdateInputs, type UpdateName } from '@yiwang/contracts/case-flow';
import type { ErrorCode } from '@yiwang/contracts/errors';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { CaseEngine } from '../course/case-engine.js';
import { actorIn, keyOf, type Content } from './decide.js';
import { DecidedBefore } from './decided-before.js';
import { TaskEntity } from './task.entity.js';
import type { AcceptTaskArguments } from './task.types.js';
import { TasksService, checkCurrent } from './tasks.service.js';

/** What goes with a decision outside the engine, and is taken back where it is refused. */
export interface Around {
  before(task: TaskEntity): Promise<void>;
  refused(task: TaskEntity): Promise<void>;
}

const TAKE_IN_HAND = `
update task set holder_subject = $3
where id = $1 and version = $2 and closed_at is null and coalesce(holder_subject, $3) = $3
returning id`;
const GIVE_BACK = `update task set holder_subject = null where id = $1 and holder_subject = $2 and version = $3`;

/** Two keys: whoever is shut out from such a task is told by which rule. */
const SHUT_OUT: Partial<Record<UpdateName, ErrorCode>> = {
  decideApproval: 'APPROVAL_OWN_REQUEST',
  verifyTask: 'VERIFIER_HANDLED',
};

/** The one way of deciding on a task. */
@Injectable()
export class TaskDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: TasksService,
    private readonly before: DecidedBefore,
    private readonly engine: CaseEngine,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * A repeated key answers with what it led to before, as far as the workflow has it; then the form is looked at; a stale version or a task in other
   * hands is refused; then the workflow decides. Deciding on a free task takes it. Refusals are on the audit trail.
   * @param contentOf the form's checks: what the Update says, or a refusal thrown.
   */
  decide<N extends UpdateName>(
    name: N,
    given: AcceptTaskArguments,
    caller: Caller,
    contentOf: (task: TaskEntity) => Content<N> | Promise<Content<N>>,
    around?: Around,
  ): Promise<TaskEntity> {
    const attempted: AuditedOperation = { operation: name, caller, target: { type: 'task', id: given.taskId } };
    return this.unitOfWork.attempt(attempted, async () => {
      const { task, position } = await this.taskFor(name, given.taskId, caller);
      Object.assign(attempted, { positions: [position.id], target: targetOf(task) });
      // A joint path's lead was called by another name before.
      const possible = DECISIONS_ON[task.kind] ?? DECISIONS_ON.lead;
      if (!possible.includes(name)) {
        throw new AppError('INPUT_INVALID', { field: 'taskId', expected: possible.join(', ') });
      }
      const deciding = { actor: actorIn(position, caller), idempotencyKey: keyOf(given, `${given.taskId}:${given.version}`) };
      const before = await this.before.look(name, deciding, task.caseNumber, given.idempotencyKey);
      if (before.was === 'taken') return this.asItStands(task);
      const input = { ...deciding, taskId: task.id, ...(await contentOf(task)) } as UpdateInputs[N];
      // What the engine lost stands on the task already: it is closed by it, or taken.
      if (before.was === 'never') {
        try {
          await this.takeInHand(task, given.version, caller);
        } catch (refusal) {
          // The same call may have been on its way beside this one, and have closed the task meanwhile.
          const meanwhile = await this.before.look(name, deciding, task.caseNumber, given.idempotencyKey);
          if (meanwhile.was === 'taken') return this.asItStands(task);
          throw refusal;
        }
      }
      await this.ask(name, task, input, caller, around);
      return this.asItStands(task);
    });
  }

  /** What was read before a look into the past may be older than what that found. */
  private asItStands({ id }: TaskEntity): Promise<TaskEntity> {
    return this.dataSource.manager.findOneByOrFail(TaskEntity, { id });
  }

  private async taskFor(name: UpdateName, taskId: string, caller: Caller): ReturnType<TasksService['forCaller']> {
    try {
      return await this.tasks.forCaller(taskId, caller, SHUT_OUT[name]);
    } catch (error) {
      const isTaken = name === 'completeTask' && error instanceof AppError && error.code === 'TASK_NOT_YOURS';
      if (isTaken && (await this.tasks.assistsIn(taskId, caller))) throw new AppError('ONLY_LEAD_CLOSES');
      throw error;
    }
  }

  private async ask<N extends UpdateName>(
    name: N,
    task: TaskEntity,
    input: UpdateInputs[N],
    caller: Caller,
    around?: Around,
  ): Promise<void> {
    try {
      await around?.before(task);
      await this.engine.decide(name, task, input);
    } catch (error) {
      // Where the engine is away the decision may still be taken; anything else it said is final.
      if (error instanceof AppError && error.code !== 'ENGINE_UNAVAILABLE') {
        await around?.refused(task);
        if (task.holderSubject === null) await this.dataSource.query(GIVE_BACK, [task.id, caller.subject, task.version]);
      }
      throw error;
    }
  }

  /** Whoever decides on a free task holds it from here on, so that nobody claims it meanwhile. */
  private async takeInHand(task: TaskEntity, version: number, caller: Caller): Promise<void> {
    if (task.closedAt !== null) throw new AppError('TASK_CLOSED', { taskId: task.id });
    if (task.holderSubject !== null && task.holderSubject !== caller.subject) {
      throw new AppError('TASK_ALREADY_HELD', { taskId: task.id });
    }
    checkCurrent(task, version);
    const [taken] = await this.dataSource.query<[unknown[], number]>(TAKE_IN_HAND, [task.id, version, caller.subject]);
    if (taken.length === 0) throw new AppError('VERSION_CONFLICT', { field: 'version', actual: version + 1 });
  }
}

const targetOf = ({ id, countyCode }: TaskEntity): AuditedOperation['target'] => ({ type: 'task', id, countyCode });
