import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { mayHold } from '@yiwang/domain/paths';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { DataSource, In } from 'typeorm';
import { TaskEntity } from '../tasks/task.entity.js';
import type { CaseEntity } from './case.entity.js';

/** Who may speak to a case without a task of it, the highest first; whether they stand above its holder the workflow says. */
const FROM_ABOVE: readonly PositionRole[] = ['cityCentre', 'leader', 'supervisor', 'countyCentre', 'townCentre'];

const LEADS: readonly TaskEntity['kind'][] = ['lead', 'handle', 'coordinate', 'arbitrate'];

/** The task of whoever leads a case now, or says who does; not one for a part that a unit gave back. */
export const leadingOf = (open: readonly TaskEntity[]): TaskEntity | undefined =>
  open.find((task) => LEADS.includes(task.kind) && !isReturnedPart(task));
export const isReturnedPart = ({ data }: Pick<TaskEntity, 'data'>): boolean => typeof data?.['part'] === 'string' && data['part'] !== '';

export type Speaker = 'above' | 'leader' | 'holder' | 'lead' | 'reader';

export interface Standing {
  position: Position;
  /** The case's open tasks, the newest first. */
  open: TaskEntity[];
}

/** From which position somebody who sees a case speaks to it. */
@Injectable()
export class CaseStanding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
  ) {}

  /**
   * @param who `above`: the highest of the caller's positions over the case's area; `leader`: a leader's before any other;
   *   `holder`: one that may hold an open task of it, if there is one, or such a highest one; `lead`: the same of the task
   *   that leads it; `reader`: any from which they
   *   see it, if they have no such one.
   * @param unitCode whose people speak for it whatever else they are.
   * @throws AppError NOT_FROM_ABOVE where the caller has none.
   */
  async of(found: CaseEntity, caller: Caller, who: Speaker, unitCode?: string): Promise<Standing> {
    const [held, open] = await Promise.all([this.positions.positionsOf(caller), this.openTasks(found.number)]);
    const position = speakerOf({ held, open, areaCode: found.areaCode, subject: caller.subject ?? '' }, who, unitCode);
    if (!position) throw new AppError('NOT_FROM_ABOVE');
    return { position, open };
  }

  private openTasks(caseNumber: string): Promise<TaskEntity[]> {
    const where = { caseNumber, state: In(['open', 'accepted']) };
    return this.dataSource.manager.find(TaskEntity, { where, order: { openedAt: 'DESC' } });
  }
}

interface Present {
  held: readonly Position[];
  /** The case's open tasks. */
  open: readonly TaskEntity[];
  areaCode: string;
  subject: string;
}

/** The position in which somebody speaks so, if they have one. */
export function speakerOf({ held, open, areaCode, subject }: Present, who: Speaker, unitCode?: string): Position | undefined {
  const mayTake = (tasks: readonly TaskEntity[]): Position | undefined => held.find((one) => tasks.some((task) => mayHold(one, task, subject).ok));
  return (
    held.find((one) => unitCode !== undefined && one.unitCode === unitCode) ??
    (who === 'holder' || who === 'reader' ? mayTake(open) : undefined) ??
    (who === 'lead' ? mayTake(open.filter(({ kind }) => LEADS.includes(kind))) : undefined) ??
    (who === 'leader' ? highestOver(held, areaCode, ['leader']) : undefined) ??
    highestOver(held, areaCode) ??
    (who === 'reader' ? held.find((one) => covers(one.areaCode, areaCode)) : undefined)
  );
}

const highestOver = (positions: readonly Position[], areaCode: string, roles = FROM_ABOVE): Position | undefined =>
  positions
    .filter((one) => roles.includes(one.role) && covers(one.areaCode, areaCode))
    .sort((a, b) => a.areaCode.length - b.areaCode.length || FROM_ABOVE.indexOf(a.role) - FROM_ABOVE.indexOf(b.role))[0];
