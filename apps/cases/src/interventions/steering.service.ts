import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { BULK_SIGNALS, BULK_UPDATES, interventionWorkflowId, type InterventionState } from '@yiwang/contracts/interventions';
import { covers } from '@yiwang/domain/areas';
import { INTERVENTION_RULES } from '@yiwang/domain/interventions';
import { acting, PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { engineError } from '@yiwang/platform/engine';
import { AppError } from '@yiwang/platform/errors';
import type { InterventionRow } from './intervention-rows.js';
import { InterventionsService } from './interventions.service.js';
import type { Intervention } from './interventions.types.js';

const PATIENCE_MS = 15_000;
/** The workflow writes down what it was told; somebody waits for that. */
const WRITTEN_MS = 8_000;
const LOOK_EVERY_MS = 100;

const NONE: InterventionRow['counts'] = { waiting: 0, done: 0, unchanged: 0, refused: 0, failed: 0, left: 0 };
const OPEN: readonly InterventionState[] = ['waiting', 'running', 'paused'];

/** What happens to an intervention that is under way: agreed to by somebody else, held, let go on, ended. */
@Injectable()
export class SteeringService {
  constructor(
    private readonly client: Client,
    private readonly interventions: InterventionsService,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN, INTERVENTION_OWN, INTERVENTION_STATE_REFUSES, ENGINE_UNAVAILABLE */
  approve(id: string, caller: Caller): Promise<InterventionRow> {
    return this.steer('approveIntervention', id, caller, ['waiting'], async (row, handle) => {
      if (row.bySubject === caller.subject) throw new AppError('INTERVENTION_OWN');
      await handle.executeUpdate(BULK_UPDATES.approveIntervention, { args: [{ subject: caller.subject ?? '' }], updateId: `approve:${caller.subject}` });
      return ({ approvedBy }) => approvedBy !== null;
    });
  }

  /** Between two cases; those under way are finished. @throws AppError as `approve` */
  pause(id: string, caller: Caller): Promise<InterventionRow> {
    return this.steer('pauseIntervention', id, caller, ['running'], async (_, handle) => {
      await handle.signal(BULK_SIGNALS.paused);
      return ({ state }) => state !== 'running';
    });
  }

  resume(id: string, caller: Caller): Promise<InterventionRow> {
    return this.steer('resumeIntervention', id, caller, ['paused'], async (_, handle) => {
      await handle.signal(BULK_SIGNALS.resumed);
      return ({ state }) => state !== 'paused';
    });
  }

  /** What was done stays done. @throws AppError as `approve` */
  cancel(id: string, caller: Caller): Promise<InterventionRow> {
    return this.steer('cancelIntervention', id, caller, OPEN, async (_, handle) => {
      await handle.signal(BULK_SIGNALS.cancelled);
      return ({ state }) => !OPEN.includes(state);
    });
  }

  async shown(row: InterventionRow, caller: Caller): Promise<Intervention> {
    const isAbove = this.positionOver(row, acting(await this.positions.positionsOf(caller))) !== undefined;
    const isOpen = OPEN.includes(row.state);
    const { counts, bySubject, approvedBy, ...rest } = row;
    const counted: InterventionRow['counts'] = { ...NONE, ...counts };
    const isUndoable = INTERVENTION_RULES[row.kind].undoneBy !== null && row.undoOf === null && row.undoneBy === null;
    return {
      ...rest,
      ...{ by: { id: bySubject }, approvedBy: approvedBy === null ? null : { id: approvedBy }, counts: counted },
      total: Object.values(counted).reduce((sum, count) => sum + count, 0),
      canApprove: row.state === 'waiting' && isAbove && bySubject !== caller.subject,
      canSteer: isOpen && isAbove,
      canUndo: isUndoable && isAbove && (row.state === 'done' || row.state === 'cancelled') && counted.done > 0,
    };
  }

  private steer(
    operation: string,
    id: string,
    caller: Caller,
    from: readonly InterventionState[],
    act: (row: InterventionRow, handle: ReturnType<Client['workflow']['getHandle']>) => Promise<(now: InterventionRow) => boolean>,
  ): Promise<InterventionRow> {
    const audited: AuditedOperation = { operation, caller, target: { type: 'intervention', id } };
    return this.unitOfWork.attempt(audited, async () => {
      const row = await this.interventions.rows.one(id);
      audited.target = { type: 'intervention', id, countyCode: row.countyCode };
      const held = await this.positions.positionsOf(caller);
      // Whoever stands in for the one who began it is no second person.
      const position = this.positionOver(row, operation === 'approveIntervention' ? held.filter(({ actingForId }) => actingForId !== row.bySubject) : held);
      if (!position) throw new AppError('FORBIDDEN');
      audited.positions = [position.id];
      if (!from.includes(row.state)) throw new AppError('INTERVENTION_STATE_REFUSES', { actual: row.state });
      const isWritten = await this.tell(row, act);
      await this.unitOfWork.run(audited, () => Promise.resolve());
      return this.whenWritten(id, isWritten);
    });
  }

  private async tell(row: InterventionRow, act: Parameters<SteeringService['steer']>[4]): Promise<(now: InterventionRow) => boolean> {
    try {
      return await this.client.withDeadline(Date.now() + PATIENCE_MS, () => act(row, this.client.workflow.getHandle(interventionWorkflowId(row.id))));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) throw new AppError('INTERVENTION_STATE_REFUSES', { actual: row.state });
      throw engineError(error);
    }
  }

  private async whenWritten(id: string, isWritten: (now: InterventionRow) => boolean): Promise<InterventionRow> {
    for (const until = Date.now() + WRITTEN_MS; ; await pause(LOOK_EVERY_MS)) {
      const row = await this.interventions.rows.one(id);
      if (isWritten(row) || Date.now() > until) return row;
    }
  }

  /** Over the whole area of whoever started it, in a position that may do the same. */
  private positionOver({ areaCode, kind }: InterventionRow, held: readonly Position[]): Position | undefined {
    return held.find((one) => INTERVENTION_RULES[kind].who.includes(one.role) && covers(one.areaCode, areaCode));
  }
}
