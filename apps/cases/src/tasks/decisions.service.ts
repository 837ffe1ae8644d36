import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UPDATES, type Actor, type TaskKind, type UpdateInputs, type UpdateName } from '@yiwang/contracts/case-flow';
import { decisionStepId, lifecycleWorkflowId, updateIdOf } from '@yiwang/contracts/engine';
import { parseArea } from '@yiwang/domain/areas';
import { canonicalForm, checkIdempotencyKey, checkReason } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { AttachmentRecords } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { checkAttachmentCount } from '../attachments/attachment-claims.js';
import { CaseEngine } from '../course/case-engine.js';
import { ReferenceDirectory } from '../intake/reference-directory.js';
import { TaskEntity } from './task.entity.js';
import type { AcceptTaskArguments, CompleteTaskArguments, DispatchArguments, HandUpArguments } from './task.types.js';
import { TasksService, checkCurrent } from './tasks.service.js';

interface Deciding {
  actor: Actor;
  taskId: string;
  idempotencyKey: string;
}

/** Pictures of an answer that was never given are no part of the case, unless somebody said something with them. */
const GIVE_BACK_PICTURES = `
update attachment a set case_number = null
where a.id = any($1::uuid[]) and a.case_number = $2 and not exists (
  select from timeline_entry e where e.case_number = $2 and e.data->'attachmentIds' ? a.id::text)`;

/** What may be decided on a task of each kind, by the names of the updates. */
const DECISIONS_ON: Record<TaskKind, readonly string[]> = {
  handle: ['acceptTask', 'completeTask', 'handUpTask'],
  desk: ['dispatchCase'],
  townDesk: ['acceptTask', 'completeTask', 'handUpTask'],
};

function contentMark({ taskId, version: _version, idempotencyKey: _key, ...content }: AcceptTaskArguments): string {
  return createHash('sha256').update(canonicalForm({ taskId, ...content })).digest('hex').slice(0, 16);
}

const TAKE_IN_HAND = `
update task set holder_subject = $3
where id = $1 and version = $2 and closed_at is null and coalesce(holder_subject, $3) = $3
returning id`;
const GIVE_BACK = `update task set holder_subject = null where id = $1 and holder_subject = $2 and version = $3`;

/** Decisions that change a case's course: looked at here, taken by the workflow, recorded before the answer. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: TasksService,
    private readonly engine: CaseEngine,
    private readonly attachments: AttachmentRecords,
    private readonly directory: ReferenceDirectory,
  ) {}

  accept(given: AcceptTaskArguments, caller: Caller): Promise<TaskEntity> {
    return this.decide('acceptTask', given, caller, (deciding) => deciding);
  }

  async complete(given: CompleteTaskArguments, caller: Caller): Promise<TaskEntity> {
    const { text: answer } = orThrow(checkReason('answer', given.answer));
    orThrow(checkAttachmentCount(given.attachmentIds));
    const attachmentIds = given.attachmentIds ?? [];
    const { manager } = this.dataSource;
    let taken: string[] = [];
    return this.decide('completeTask', given, caller, (deciding) => ({ ...deciding, answer, attachmentIds }), {
      // Before the decision, so that an answer never refers to a picture that is not the case's.
      before: async ({ caseNumber }) => {
        if (attachmentIds.length === 0) return;
        const free = (await this.attachments.find(manager, attachmentIds)).filter((one) => one.caseNumber === null);
        taken = free.map(({ id }) => id);
        // All of them or none: a transaction of its own, because no other may stay open while the engine is asked.
        await this.dataSource.transaction((own) =>
          this.attachments.attach(own, attachmentIds, { caseNumber, uploadedBy: caller.subject }),
        );
      },
      refused: async ({ caseNumber }) => {
        if (taken.length > 0) await manager.query(GIVE_BACK_PICTURES, [taken, caseNumber]);
      },
    });
  }

  async handUp(given: HandUpArguments, caller: Caller): Promise<TaskEntity> {
    const { text: reason } = orThrow(checkReason('reason', given.reason));
    return this.decide('handUpTask', given, caller, (deciding) => ({ ...deciding, reason }));
  }

  /** A desk says where a case belongs, or with a reason that it is not accepted. */
  async dispatch(given: DispatchArguments, caller: Caller): Promise<TaskEntity> {
    const decision = await this.deskDecision(given, caller);
    return this.decide('dispatchCase', given, caller, (deciding) => ({ ...deciding, decision }));
  }

  private async deskDecision(given: DispatchArguments, caller: Caller): Promise<UpdateInputs['dispatchCase']['decision']> {
    if (given.notAcceptedReason && given.areaCode) {
      const expected = '区域编码与不予受理的理由只填一项 / either an area code or a reason not to accept';
      throw new AppError('INPUT_INVALID', { field: 'notAcceptedReason', expected });
    }
    if (given.notAcceptedReason) {
      const { text: reason } = orThrow(checkReason('notAcceptedReason', given.notAcceptedReason));
      return { kind: 'notAccept', reason };
    }
    if (!given.areaCode) {
      const expected = '区域编码或不予受理的理由 / an area code, or a reason not to accept';
      throw new AppError('INPUT_INVALID', { field: 'areaCode', expected });
    }
    const { areaCode, level } = orThrow(parseArea(given.areaCode));
    if (level === 'city' || !(await this.directory.knowsArea(areaCode, caller))) {
      throw new AppError('AREA_UNKNOWN', { field: 'areaCode', value: given.areaCode });
    }
    return { kind: 'dispatch', areaCode };
  }

  /**
   * One way for every decision: a repeated key answers with what it led to before; a stale version or a task in other
   * hands is refused; then the workflow decides. Deciding on a free task takes it.
   */
  private async decide<N extends UpdateName>(
    name: N,
    given: AcceptTaskArguments,
    caller: Caller,
    inputOf: (deciding: Deciding) => UpdateInputs[N],
    around?: { before(task: TaskEntity): Promise<void>; refused(task: TaskEntity): Promise<void> },
  ): Promise<TaskEntity> {
    const key = given.idempotencyKey
      ? orThrow(checkIdempotencyKey(given.idempotencyKey)).idempotencyKey
      : `${given.taskId}:${given.version}`;
    // The same key with other content is another decision, and meets whatever the first one led to.
    const idempotencyKey = `${key}#${contentMark(given)}`;
    const { task, position } = await this.tasks.forCaller(given.taskId, caller);
    const possible = DECISIONS_ON[task.kind];
    if (!possible.includes(name)) throw new AppError('INPUT_INVALID', { field: 'taskId', expected: possible.join(', ') });
    const actor: Actor = {
      kind: 'person',
      subject: caller.subject ?? undefined,
      positionId: position.id,
      role: position.role,
    };
    if (await this.wasTaken(name, task, updateIdOf(name, actor, idempotencyKey))) return task;
    await this.takeInHand(task, given.version, caller);
    try {
      await around?.before(task);
      await this.engine.decide(name, task, inputOf({ actor, taskId: task.id, idempotencyKey }));
    } catch (error) {
      // Where the engine is away the decision may still be taken; anything else it said is final.
      if (error instanceof AppError && error.code !== 'ENGINE_UNAVAILABLE') {
        await around?.refused(task);
        if (task.holderSubject === null) await this.dataSource.query(GIVE_BACK, [task.id, caller.subject, task.version]);
      }
      throw error;
    }
    return this.dataSource.manager.findOneByOrFail(TaskEntity, { id: task.id });
  }

  /** Whether this very decision is recorded already, also when others have followed it. */
  private async wasTaken(name: UpdateName, task: TaskEntity, updateId: string): Promise<boolean> {
    const workflowId = UPDATES[name] === 'lifecycle' ? lifecycleWorkflowId(task.caseNumber) : task.workflowId;
    const known = await this.dataSource.query<unknown[]>('select 1 from case_step where case_number = $1 and step_id = $2', [
      task.caseNumber,
      decisionStepId(workflowId, name, updateId),
    ]);
    return known.length > 0;
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
