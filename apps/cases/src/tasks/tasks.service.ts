import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@yiwang/contracts/errors';
import { checkReason } from '@yiwang/domain/intake';
import { isConcerned, mayHold, type Concerned, type HoldableTask } from '@yiwang/domain/paths';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { OPEN_TASKS_OF, PARTS_BESIDE, TASK_WITH_CONCERNED } from './my-tasks.sql.js';
import { isNew } from './act-keys.js';
import { TaskEntity } from './task.entity.js';
import { Verifiers } from './verifiers.js';
import type { RecordContactArguments, TaskReferenceInput } from './task.types.js';

type Found = TaskEntity & { aboutWhom: Concerned | null };

interface Holding {
  /** Asked before the transaction. */
  look?: (task: TaskEntity) => Promise<void>;
  given?: { idempotencyKey?: string | null };
  /** Whether the case's row is changed too. */
  locksCase?: boolean;
}

/** As a step does: first the case, then its tasks, so that neither waits for the other in a circle. */
const LOCK_CASE = 'select from case_file where number = $1 for no key update';

/** Holding tasks: rows in PostgreSQL that cost the engine nothing. What changes a case's course is in DecisionsService. */
@Injectable()
export class TasksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
    private readonly verifiers: Verifiers,
  ) {}

  /**
   * The task and the position that lets the caller take it.
   * @param shutOut the refusal of whom nothing but their own part in the case keeps from it; TASK_NOT_YOURS without it.
   * @throws AppError TASK_NOT_YOURS; TASK_NOT_FOUND also for a task that the caller may not see: its id tells nobody
   *   anything.
   */
  async forCaller(
    taskId: string,
    caller: Caller,
    shutOut: ErrorCode = 'TASK_NOT_YOURS',
  ): Promise<{ task: TaskEntity; position: Position }> {
    const [found] = await this.dataSource.query<Found[]>(TASK_WITH_CONCERNED, [taskId]);
    if (!found) throw new AppError('TASK_NOT_FOUND', { value: taskId });
    const { aboutWhom, ...task } = found;
    const positions = await this.positions.positionsOf(caller);
    const isAboutThem = aboutWhom !== null && isConcerned(aboutWhom, caller.subject, positions);
    if (isAboutThem) throw new AppError('TASK_NOT_YOURS');
    const holdable = (one: HoldableTask): Position | undefined =>
      positions.find((held) => mayHold(held, one, caller.subject ?? '').ok);
    const position = holdable(task);
    if (position) return { task, position };
    throw new AppError(holdable({ ...task, excludedSubjects: [] }) ? shutOut : 'TASK_NOT_YOURS');
  }

  /** Whether the caller may hold a part beside a leading task: then it is not theirs to close the case. */
  async assistsIn(leadingTaskId: string, caller: Caller): Promise<boolean> {
    const parts = await this.dataSource.query<{ id: string }[]>(PARTS_BESIDE, [leadingTaskId]);
    for (const { id } of parts) {
      const assists = await this.forCaller(id, caller).then(
        () => true,
        () => false,
      );
      if (assists) return true;
    }
    return false;
  }

  /** What is still to be done on cases that the caller may see. */
  async openOfCases(caseNumbers: readonly string[]): Promise<Map<string, TaskEntity[]>> {
    const byCase = new Map(caseNumbers.map((number) => [number, [] as TaskEntity[]]));
    const tasks = await this.dataSource.query<TaskEntity[]>(OPEN_TASKS_OF, [caseNumbers]);
    for (const task of tasks) byCase.get(task.caseNumber)?.push(task);
    return byCase;
  }

  /** Takes a free task, so that nobody works on it twice; whoever stands in for its holder takes it over. */
  async claim({ taskId, version }: TaskReferenceInput, caller: Caller): Promise<TaskEntity> {
    const mayTake = (task: TaskEntity): Promise<void> => this.verifiers.check(task, caller);
    const take = async (manager: EntityManager, task: TaskEntity, position: Position): Promise<void> => {
      if (task.holderSubject === caller.subject) return;
      if (task.holderSubject !== null && !(await this.standsInFor(task.holderSubject, task, caller))) {
        throw new AppError('TASK_ALREADY_HELD', { taskId });
      }
      checkCurrent(task, version);
      await this.change(manager, task, caller.subject, 'claimed', position.role);
    };
    return this.hold('claimTask', taskId, caller, take, { look: mayTake });
  }

  private async standsInFor(personId: string, task: HoldableTask, caller: Caller): Promise<boolean> {
    const positions = await this.positions.positionsOf(caller);
    return positions.some((one) => one.actingForId === personId && mayHold(one, task, caller.subject ?? '').ok);
  }

  /** Gives a held task back to everybody it is addressed to. */
  async release({ taskId, version }: TaskReferenceInput, caller: Caller): Promise<TaskEntity> {
    return this.hold('releaseTask', taskId, caller, async (manager, task, position) => {
      if (task.holderSubject === null) return;
      if (task.holderSubject !== caller.subject) throw new AppError('TASK_NOT_HELD', { taskId });
      checkCurrent(task, version);
      await this.change(manager, task, null, 'released', position.role);
    });
  }

  /** The resident was reached by a person: stops the response clock, which looks here when it rings. */
  async recordContact(given: RecordContactArguments, caller: Caller): Promise<TaskEntity> {
    const { text } = orThrow(checkReason('note', given.note));
    const contact = async (manager: EntityManager, task: TaskEntity, position: Position): Promise<void> => {
      if (task.holderSubject !== caller.subject) throw new AppError('TASK_NOT_HELD', { taskId: task.id });
      checkCurrent(task, given.version);
      await manager.query(
        'update case_file set first_response_at = $2 where number = $1 and first_response_at is null',
        [task.caseNumber, this.time.now()],
      );
      await this.change(manager, task, caller.subject, 'contacted', position.role, text);
    };
    return this.hold('recordContact', given.taskId, caller, contact, { given, locksCase: true });
  }

  private async hold(
    operation: string,
    taskId: string,
    caller: Caller,
    work: (manager: EntityManager, task: TaskEntity, position: Position) => Promise<void>,
    { look, given = {}, locksCase = false }: Holding = {},
  ): Promise<TaskEntity> {
    const attempted: AuditedOperation = { operation, caller, target: { type: 'task', id: taskId } };
    return this.unitOfWork.attempt(attempted, async () => {
      const { task: found, position } = await this.forCaller(taskId, caller);
      attempted.positions = [position.id];
      await look?.(found);
      return this.unitOfWork.run(attempted, async (manager, audited) => {
        if (locksCase) await manager.query(LOCK_CASE, [found.caseNumber]);
        const where = { where: { id: taskId }, lock: { mode: 'pessimistic_write' as const } };
        const task = await manager.findOneOrFail(TaskEntity, where);
        audited.target = { type: 'task', id: task.id, countyCode: task.countyCode };
        if (!(await isNew(manager, audited, task.caseNumber, given))) return task;
        if (task.closedAt !== null) throw new AppError('TASK_CLOSED', { taskId });
        await work(manager, task, position);
        return manager.findOneByOrFail(TaskEntity, { id: taskId });
      });
    });
  }

  private async change(
    manager: EntityManager,
    task: TaskEntity,
    holder: string | null,
    type: 'claimed' | 'released' | 'contacted',
    role: string,
    text: string | null = null,
  ): Promise<void> {
    const actor = holder ?? task.holderSubject;
    await manager.query('update task set holder_subject = $2, version = version + 1 where id = $1', [task.id, holder]);
    await manager.query(
      `insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, task_id)
       values ($1, $2, $3, $8, 'person', $4, $5, $6, $7)`,
      [task.caseNumber, task.countyCode, type, actor, role, text, task.id, this.time.now()],
    );
  }
}

export function checkCurrent(task: TaskEntity, version: number): void {
  if (task.version !== version) throw new AppError('VERSION_CONFLICT', { field: 'version', actual: task.version });
}
