import { Injectable } from '@nestjs/common';
import type { Role } from '@yiwang/contracts/roles';
import { countyOf } from '@yiwang/domain/areas';
import { PositionDirectory, hasRole, type Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { PersonalData } from '@yiwang/platform/personal-data';

/** Who answers residents asking for all of their cases, or looks into how somebody was treated. */
const MAY_SEARCH: readonly Role[] = ['townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'administrator'];

export interface ReporterFilter {
  reporterPhone?: string | null;
  reporterName?: string | null;
}

/** What a query on `case_file c` has to look for. */
export interface ReporterCondition {
  sql: string;
  parameters: Record<string, Buffer>;
}

/** Finds the cases of one reporter by the whole number or name; that somebody looked is audited, not for whom. */
@Injectable()
export class ReporterSearch {
  constructor(
    private readonly personal: PersonalData,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Masked cases are never found so: it would tell who reported them.
   * @returns null where nothing of the reporter is asked for.
   * @throws AppError FORBIDDEN, PHONE_INVALID, INPUT_INVALID
   */
  async conditionOf({ reporterPhone, reporterName }: ReporterFilter, caller: Caller): Promise<ReporterCondition | null> {
    if (reporterPhone == null && reporterName == null) return null;
    const by = [reporterPhone == null ? [] : 'phone', reporterName == null ? [] : 'name'].flat().join(' ');
    const held = await this.positions.positionsOf(caller);
    const countyCode = held.map(({ areaCode }) => countyOf(areaCode)).find((code) => code !== null) ?? undefined;
    const target = { type: 'cases', id: '-', countyCode };
    const audited = { operation: 'findByReporter', caller, target, positions: held.map(({ id }) => id), details: { by } };
    return this.unitOfWork.attempt(audited, async () => {
      if (!hasRole(caller, ...MAY_SEARCH)) throw new AppError('FORBIDDEN', { field: 'filter' });
      const condition = this.condition({ reporterPhone, reporterName });
      await this.unitOfWork.run(audited, async () => undefined);
      return condition;
    });
  }

  private condition({ reporterPhone, reporterName }: ReporterFilter): ReporterCondition {
    const parts = ['not c.masked'];
    const parameters: Record<string, Buffer> = {};
    if (reporterPhone != null) {
      const phone = this.personal.index.ofPhone(reporterPhone);
      if (phone === null) throw new AppError('PHONE_INVALID', { field: 'filter.reporterPhone' });
      parts.push('c.reporter_phone_index = :reporterPhoneIndex');
      parameters['reporterPhoneIndex'] = phone;
    }
    if (reporterName != null) {
      const name = this.personal.index.ofName(reporterName);
      if (name === null) throw new AppError('INPUT_INVALID', { field: 'filter.reporterName', expected: '姓名 / a name' });
      parts.push('c.reporter_name_index = :reporterNameIndex');
      parameters['reporterNameIndex'] = name;
    }
    return { sql: parts.join(' and '), parameters };
  }
}
