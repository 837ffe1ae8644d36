import { Injectable } from '@nestjs/common';
import type { SummonInput } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { ROLES_OF_UNIT, rolesOfOffice } from '@yiwang/domain/paths';
import type { Caller } from '@yiwang/platform/auth';
import { DataSource } from 'typeorm';
import { ReferenceDirectory } from '../intake/reference-directory.js';
import { Recipients } from '../work/recipients.js';

type Addressed = NonNullable<SummonInput['participants'][number]['to']>;

const AREA_OF_CASE = 'select area_code as "areaCode" from case_file where number = $1';

/** To whom the summons of a unit goes. */
@Injectable()
export class SummonedUnits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: ReferenceDirectory,
    private readonly recipients: Recipients,
  ) {}

  /**
   * @param field the participant's path in the form.
   * @param summoned a known unit, and where it is to come from.
   * @throws AppError RECIPIENT_VACANT where nobody of it is there.
   */
  async reach(field: string, summoned: { unitCode: string; areaCode: string }, caseNumber: string, caller: Caller): Promise<Addressed> {
    const { unitCode } = summoned;
    const unit = await this.directory.unit(unitCode, caller);
    const roles = rolesOfOffice(unit?.kind);
    if (unit?.areaCode !== undefined && roles !== undefined) {
      const office = { roles: [...roles], areaCode: unit.areaCode };
      await this.recipients.check(field, { ...office, officeOf: unitCode }, caller);
      return office;
    }
    const [found] = await this.dataSource.query<{ areaCode: string }[]>(AREA_OF_CASE, [caseNumber]);
    const isWithin = found !== undefined && covers(summoned.areaCode, found.areaCode);
    const addressed = { roles: [...ROLES_OF_UNIT], areaCode: isWithin ? found.areaCode : summoned.areaCode, unitCode };
    await this.recipients.check(field, addressed, caller);
    return addressed;
  }
}
