import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Jurisdiction } from '../access/jurisdiction.js';
import { idOf, lineOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { DutyShiftEntity, DutySwapEntity, type SwapState } from './duty.entities.js';
import type { AskDutySwapInput } from './duty.types.js';

/** Units change days among themselves: one asks, the other agrees, and only then the rota changes. */
@Injectable()
export class DutySwapsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** @throws AppError NOT_FOUND, UNIT_NOT_YOURS, DUTY_SHIFT_PAST, DUTY_SWAP_REFUSED or a refused text */
  ask(input: AskDutySwapInput, caller: Caller): Promise<DutySwapEntity> {
    const operation = { operation: 'askDutySwap', caller, target: { type: 'dutyShift', id: input.shiftId } };
    return this.unitOfWork.attempt(operation, async () => {
      const [own, other] = await this.shiftsFor(input);
      const askingUnit = this.unitOf(own, 'shiftId');
      const positions = await this.jurisdiction.insistOnUnit(caller, askingUnit, 'shiftId');
      const askedUnit = this.unitOf(other, 'withShiftId');
      if (own.countyCode !== other.countyCode) throw new AppError('NOT_FOUND', { field: 'withShiftId', value: input.withShiftId });
      if (askedUnit === askingUnit) throw refused('withShiftId', '须为其他单位的值班 / a day of another unit');
      const reason = lineOf('reason', input.reason, 500);
      const target = { ...operation.target, countyCode: own.countyCode };
      return this.unitOfWork.run({ ...operation, positions, target, details: { with: other.id } }, async (manager) => {
        await lockDuty(manager, own.countyCode);
        if (await manager.existsBy(DutySwapEntity, { shiftId: own.id, state: 'asked' })) throw refused('shiftId', '已有待答复的调换 / one is waiting for its answer');
        return manager.save(DutySwapEntity, {
          ...{ countyCode: own.countyCode, shiftId: own.id, withShiftId: other.id, askingUnit, askedUnit, reason },
          ...{ state: 'asked', askedBy: caller.subject ?? '', askedAt: this.today.now(), answeredBy: null, answeredAt: null },
        });
      });
    });
  }

  /** The other unit says yes or no. @throws AppError NOT_FOUND, UNIT_NOT_YOURS, DUTY_SWAP_SETTLED */
  answer(id: string, agreed: boolean, caller: Caller): Promise<DutySwapEntity> {
    const operation = { operation: 'answerDutySwap', caller, target: { type: 'dutySwap', id } };
    return this.unitOfWork.attempt(operation, async () => {
      const swap = await this.byId(id);
      const positions = await this.jurisdiction.insistOnUnit(caller, swap.askedUnit, 'id');
      return this.settle(swap, { ...operation, positions, details: { agreed } }, caller, async (manager) =>
        agreed ? this.exchange(manager, swap) : 'refused',
      );
    });
  }

  /** Whoever asked thinks better of it. @throws AppError NOT_FOUND, UNIT_NOT_YOURS, DUTY_SWAP_SETTLED */
  withdraw(id: string, caller: Caller): Promise<DutySwapEntity> {
    const operation = { operation: 'withdrawDutySwap', caller, target: { type: 'dutySwap', id } };
    return this.unitOfWork.attempt(operation, async () => {
      const swap = await this.byId(id);
      const positions = await this.jurisdiction.insistOnUnit(caller, swap.askingUnit, 'id');
      return this.settle(swap, { ...operation, positions }, caller, async () => 'withdrawn');
    });
  }

  private settle(
    swap: DutySwapEntity,
    operation: Parameters<UnitOfWork['run']>[0],
    caller: Caller,
    decide: (manager: EntityManager) => Promise<SwapState>,
  ): Promise<DutySwapEntity> {
    const target = { ...operation.target!, countyCode: swap.countyCode };
    return this.unitOfWork.run({ ...operation, target }, async (manager) => {
      await lockDuty(manager, swap.countyCode);
      const { state: standing } = await manager.findOneByOrFail(DutySwapEntity, { id: swap.id });
      if (standing !== 'asked') throw new AppError('DUTY_SWAP_SETTLED', { field: 'id', actual: standing });
      const state = await decide(manager);
      await manager.update(DutySwapEntity, { id: swap.id }, { state, answeredBy: caller.subject, answeredAt: this.today.now() });
      return manager.findOneByOrFail(DutySwapEntity, { id: swap.id });
    });
  }

  /** Both days must still be ahead and where they were; else what was asked for is not there any more. */
  private async exchange(manager: EntityManager, swap: DutySwapEntity): Promise<SwapState> {
    const shifts = await manager.findBy(DutyShiftEntity, { id: In([swap.shiftId, swap.withShiftId]) });
    const own = shifts.find(({ id }) => id === swap.shiftId);
    const other = shifts.find(({ id }) => id === swap.withShiftId);
    const now = this.today.now();
    const stands = own?.unitCode === swap.askingUnit && other?.unitCode === swap.askedUnit && own.startsAt > now && other.startsAt > now;
    if (!stands) return 'lapsed';
    await manager.update(DutyShiftEntity, { id: swap.shiftId }, { unitCode: swap.askedUnit, origin: 'swap' });
    await manager.update(DutyShiftEntity, { id: swap.withShiftId }, { unitCode: swap.askingUnit, origin: 'swap' });
    return 'agreed';
  }

  private async shiftsFor({ shiftId, withShiftId }: AskDutySwapInput): Promise<[DutyShiftEntity, DutyShiftEntity]> {
    const load = async (field: string, given: string): Promise<DutyShiftEntity> => {
      const shift = await this.dataSource.manager.findOneBy(DutyShiftEntity, { id: idOf(field, given) });
      if (!shift) throw new AppError('NOT_FOUND', { field, value: given });
      return shift;
    };
    return [await load('shiftId', shiftId), await load('withShiftId', withShiftId)];
  }

  private unitOf({ unitCode, startsAt, date }: DutyShiftEntity, field: string): string {
    if (unitCode === null) throw refused(field, '当日无人值班 / nobody has that day');
    if (startsAt <= this.today.now()) throw new AppError('DUTY_SHIFT_PAST', { field, value: date });
    return unitCode;
  }

  private async byId(given: string): Promise<DutySwapEntity> {
    const swap = await this.dataSource.manager.findOneBy(DutySwapEntity, { id: idOf('id', given) });
    if (!swap) throw new AppError('NOT_FOUND', { field: 'id', value: given });
    return swap;
  }
}

const refused = (field: string, expected: string): AppError => new AppError('DUTY_SWAP_REFUSED', { field, expected });

const lockDuty = (manager: EntityManager, countyCode: string): Promise<unknown> =>
  manager.query(`select pg_advisory_xact_lock(hashtext('duty ' || $1))`, [countyCode]);
