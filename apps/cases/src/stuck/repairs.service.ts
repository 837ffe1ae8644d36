import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { checkReason } from '@yiwang/domain/intake';
import { repairsFor, type ReasonKind, type Repair } from '@yiwang/domain/stuck';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseAccess } from '../case/case-access.js';
import type { CaseEntity } from '../case/case.entity.js';
import { UNDELIVERED } from './facts.sql.js';
import { ReasonKeeper } from './reason-keeper.js';
import type { RepairArguments, Repaired } from './repairs.types.js';

/** Who may put right what the machine does not: those above the work, and whoever administers. */
const REPAIRERS: readonly PositionRole[] = ['cityCentre', 'leader', 'supervisor', 'countyCentre', 'townCentre', 'administrator'];

const STANDING = 'select kind, also from case_reason where case_number = $1';

/** Each under the name that its table lets through. */
export const ACTS: Record<Repair, { system: string; sql: string }> = {
  retryStart: { system: 'relay', sql: 'update start_outbox set next_attempt_at = now() where case_number = $1 returning 1' },
  retryNotices: {
    system: 'sender',
    sql: `update notification set state = 'waiting', attempts = 0, next_attempt_at = now(), settled_at = null where case_number = $1 and ${UNDELIVERED} returning 1`,
  },
  skipNotices: { system: 'sender', sql: `update notification set state = 'skipped', settled_at = now() where case_number = $1 and ${UNDELIVERED} returning 1` },
  compareRecords: { system: 'steps', sql: 'update case_doubt set next_try_at = now() where case_number = $1 returning 1' },
};

export const TELL = `
insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, internal, data)
values ($1, $2, 'repaired', $3, 'person', $4, $5, $6, true, $7)`;

/** What a person does where the machine is in the way of one case. */
@Injectable()
export class RepairsService {
  private readonly keeper: ReasonKeeper;

  constructor(
    dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
  ) {
    this.keeper = new ReasonKeeper(dataSource, time, { warn: () => undefined });
  }

  /**
   * Done, told on the timeline and looked at again before the answer.
   * @throws AppError CASE_NOT_FOUND, FORBIDDEN, TEXT_REQUIRED; REPAIR_NOT_NEEDED where nothing of the kind is in the way any more.
   */
  repair({ number, act, reason }: RepairArguments, caller: Caller): Promise<Repaired> {
    const attempted: AuditedOperation = { operation: 'repairCase', caller, target: { type: 'case', id: number }, details: { act } };
    return this.unitOfWork.attempt(attempted, async () => {
      const found = await this.access.visible(number, caller);
      attempted.target = { type: 'case', id: found.number, countyCode: found.countyCode };
      const position = await this.positionOver(found, caller);
      attempted.positions = [position.id];
      const { text } = orThrow(checkReason('reason', reason));
      await this.keeper.lookAt([number]);
      const count = await this.unitOfWork.run(attempted, async (manager, audited) => {
        const done = await this.act(manager, number, act);
        audited.details = { act, count: done };
        await manager.query(TELL, [number, found.countyCode, this.time.now(), caller.subject, position.role, text, JSON.stringify({ act, count: done })]);
        return done;
      });
      await this.keeper.lookAt([number]);
      return { act, count, number };
    });
  }

  /** @throws AppError REPAIR_NOT_NEEDED */
  private async act(manager: EntityManager, number: string, act: Repair): Promise<number> {
    const [standing] = await manager.query<{ kind: ReasonKind; also: ReasonKind[] }[]>(STANDING, [number]);
    const possible = standing ? repairsFor([standing.kind, ...standing.also]) : [];
    const { system, sql } = ACTS[act];
    // TypeORM answers an UPDATE with its rows and their count.
    const [, count] = possible.includes(act) ? await asSystem(system, () => manager.query<[unknown[], number]>(sql, [number])) : [[], 0];
    if (count === 0) throw new AppError('REPAIR_NOT_NEEDED', { field: 'act', ...(standing && { actual: standing.kind }), expected: possible.join(', ') });
    return count;
  }

  private async positionOver({ areaCode }: CaseEntity, caller: Caller): Promise<Position> {
    const held = await this.positions.positionsOf(caller);
    const position = held.find((one) => REPAIRERS.includes(one.role) && covers(one.areaCode, areaCode));
    if (!position) throw new AppError('FORBIDDEN');
    return position;
  }
}
