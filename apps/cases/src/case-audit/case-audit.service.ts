import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { AuditSearch, type AuditPage, type AuditWishes } from '@yiwang/platform/audit-search';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';

const OVERSEERS: readonly PositionRole[] = ['supervisor', 'administrator'];

const TASKS = 'select id from task where case_number = $1';

/** What was done about one case, for those who look after how it is treated. */
@Injectable()
export class CaseAuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly positions: PositionDirectory,
    private readonly audit: AuditSearch,
  ) {}

  /**
   * @throws AppError CASE_NOT_FOUND for a case that the caller does not see, FORBIDDEN for one that they see from another
   * position than a supervisor's or an administrator's.
   */
  async ofCase(number: string, wishes: AuditWishes, caller: Caller): Promise<AuditPage> {
    const found = await this.access.visible(number, caller);
    const held = await this.positions.positionsOf(caller);
    if (!held.some(({ role, areaCode }) => OVERSEERS.includes(role) && covers(areaCode, found.areaCode))) throw new AppError('FORBIDDEN');
    const tasks = await this.dataSource.query<{ id: string }[]>(TASKS, [found.number]);
    const targets = [{ type: 'case', id: found.number }, ...tasks.map(({ id }) => ({ type: 'task', id }))];
    return this.audit.ofTargets(targets, wishes, caller);
  }
}
